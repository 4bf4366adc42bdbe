"""The fields of all dialogs: what they show when a dialog opens, and after another one has changed."""

import pytest
from finer.processing_provider.parameters import fields, members
from finer.processing_provider.provider import published_jobs

from .test_job_dialog import home_with_models, run_in_window  # noqa: F401 # a fixture

SHOWN = {}


@pytest.fixture
def shown(make_raster, tmp_path, home_with_models):  # noqa: F811
    """What `all_fields` of field_dialogs.py returns; all tests share one QGIS, which takes seconds to start."""
    if not SHOWN:
        make_raster("a.tif", names=["B08", "B04", "B03", "B02"])
        SHOWN.update(run_in_window("all_fields", tmp_path, home_with_models))
    return SHOWN


def test_fields_for_bands_are_grey_only_where_no_raster_is_chosen(provider, shown):
    every = {
        f"{algorithm.name()} {definition.name()}"
        for algorithm in provider.algorithms()
        for definition in algorithm.parameterDefinitions()
        if definition.type() == "band"
    }
    assert set(shown["bands"]) == every and len(every) >= 9
    for name, found in shown["bands"].items():
        has_raster, field, button, _ = found["begun"]
        assert field == button == has_raster, name
        assert has_raster or name.endswith("GUIDE_BANDS"), name  # all others begin with QGIS' active layer
        assert found["blank"] in ("All bands", "Those that the model wants", "No raster is chosen")
        assert found["chosen"] == [True, True, "2 B04, 5 (the raster has no such band)"], name
        has_raster, field, button, blank = found["left_out"]  # not where the raster is required
        assert field == button == has_raster == (blank != "No raster is chosen"), name
    assert any(not found["left_out"][0] for found in shown["bands"].values())


def test_every_option_of_every_member_is_a_field(shown):
    assert shown["amiss"] == []
    every = {
        f"{job} {name} {member}"
        for job, schema in published_jobs().items()
        for name, spec in fields(schema, "choice").items()
        for member in members(spec)
    }
    assert every < set(shown["members"])  # and those of the workflows
    assert "train_from_one_image backbone edsr" in shown["members"]


def test_options_are_edited_in_fields_and_kept_as_text(shown):
    given = "n_feats=32, foo=3, upsampler=other, T=12"
    assert shown["history"] == [given, "32", "12", "upsampler=other, foo=3"]
    assert shown["sent"] == given  # as it was given, while nothing is edited
    assert shown["refused"] == [
        False,
        "rrdn has no option 'foo': it has global_skip, n_feats, T, D, C, G, res_scale, negative_slope, upsampler, "
        "unshuffle.",
    ]
    assert shown["mended"] == "n_feats=32, T=12"
    assert shown["switched"] == ["n_feats=32", "32", True]
    assert shown["typed"] == "global_skip=bilinear, n_feats=32, n_blocks=8"
    assert shown["stepped"] == "global_skip=bilinear, n_feats=31, n_blocks=88"
    assert shown["back"] == ["T=12, global_skip=bilinear, n_feats=31", "12"]
    assert shown["unreadable"] == ["n_feats 32", "n_feats 32", "64 (default)"]
    assert shown["json"] == ['{"n_feats": 16}', "16"]
    assert shown["schedules"] == [[False, False], [True, False], [True, True]]


def test_options_of_the_model_s_own_sampler(shown):
    assert shown["sampler"] == [
        [None, True, False],  # the model is no diffusion model
        ["not set", False, True],  # the model's own sampler, whose package does not say
        ["focused (default)", False, True],
        [None, True, False],
    ]
    assert shown["sampler_options"] == "spacing=trailing"
