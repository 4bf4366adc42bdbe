"""The fields of all dialogs: what they show when a dialog opens, and after another one has changed."""

from html import unescape

import pytest
from finer.processing_provider.parameters import fields, members
from finer.processing_provider.provider import published_jobs
from qgis.core import QgsProcessingParameterDefinition

from .test_job_dialog import home_with_models, run_in_window  # noqa: F401 # a fixture

SHOWN = {}


@pytest.fixture
def shown(make_raster, tmp_path, home_with_models):  # noqa: F811
    """What `all_fields` of field_cases.py returns; all tests share one QGIS, which takes seconds to start."""
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
        assert found["blank"] in ("All bands", "Those that the model expects", "No raster is chosen")
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


def test_each_entry_of_a_choice_is_explained_where_it_is(shown):
    about = {
        (job, member): described
        for job, schema in published_jobs().items()
        for spec in fields(schema, "choice").values()
        for member, described in members(spec).items()
    }
    told = {(job, member): (tip, choice) for job, member, tip, choice in shown["tips"]}
    assert about.keys() <= told.keys()
    for (job, member), described in about.items():
        tip, choice = told[job, member]
        whole = " ".join(f"{described['title']}. {described['description']}".split())
        assert unescape(tip) == f"<p>{whole.rstrip()}</p>"
        assert described["title"] not in choice, "the field's own tooltip is short"
        assert choice.startswith("<p>"), "and has several lines where it is wide, as only rich text has"


def test_options_are_edited_in_fields_and_kept_as_text(shown):
    given = "n_feats=32, foo=3, upsampler=other, T=12"
    assert shown["history"] == [given, "32", "12", "upsampler=other, foo=3"]
    assert shown["sent"] == given  # as it was given, while nothing is edited
    assert shown["refused"] == [
        False,
        "rrdn has no option 'foo': it has global_skip, n_feats, T, D, C, G, res_scale, negative_slope, upsampler, "
        'unshuffle.<br><a href="finer-docs:troubleshooting#parameters-that-do-not-fit">What to do</a>',
    ]
    assert shown["mended"] == "n_feats=32, T=12"
    assert shown["switched"] == ["n_feats=32", "32", True]
    assert shown["typed"] == "global_skip=bilinear, n_feats=32, n_blocks=8"
    assert shown["stepped"] == "global_skip=bilinear, n_feats=31, n_blocks=88"
    assert shown["back"] == ["T=12, global_skip=bilinear, n_feats=31", "12"]
    assert shown["unreadable"] == ["n_feats 32", "n_feats 32", "64 (default)"]
    assert shown["json"] == ['{"n_feats": 16}', "16"]
    assert shown["german"] == ["1 (default)", "res_scale=0.5", "0,5", "res_scale=0.125"]
    assert shown["schedules"] == [[False, False], [True, False], [True, True]]


def test_options_of_the_model_s_own_sampler(shown):
    assert shown["sampler"] == [
        [None, True, False, False],  # the model is not a diffusion model
        ["not set", False, True, True],  # the model's own sampler, whose package does not say
        ["focused (default)", False, True, False],  # which has no η
        [None, True, False, False],
    ]
    assert shown["sampler_options"] == "spacing=trailing"


MADE = {"DEGRADATION", "DEGRADATION_OPTIONS"}
OBSERVED = {"ALIGN", "HARMONISE", "MAX_DIFFERENCE"}
SCENE = {
    "STAC_COLLECTION",
    "DATE_RANGE",
    "NEAR_DATE",
    "MAX_CLOUD",
    "MIN_COVER",
    "ASSETS",
    "STAC_API",
    "TIMEOUT",
}
GUIDE = {"GUIDE", "GUIDE_BANDS", "WALD"}
PAN = {"PAN", "PAN_METHOD", "PAN_METHOD_OPTIONS"}


def test_questions_show_and_send_what_their_answers_need(create_algorithm, shown):
    every = {each.name() for each in create_algorithm("export_tiles").parameterDefinitions()}
    begun = every - OBSERVED - SCENE - GUIDE - {"INPUT_FOLDER", "INPUT_LR"}
    answers, sent, seen = shown["begun"]
    assert answers == [0, 0, 0] and set(sent) == begun
    assert set(seen) == begun - {"DEGRADATION_OPTIONS", "PAN_METHOD_OPTIONS"} - shown_when_opened(
        create_algorithm
    )
    assert shown["label"] == "High-resolution raster"  # which is not optional while one raster is asked for

    assert shown["second"] == ["Low-resolution raster of the same place", True, False]
    assert set(shown["second_sent"]) == begun - MADE | OBSERVED | {"INPUT_LR"}
    assert shown["scene"] == ["Dates (first/last, year-month-day)", "sentinel-2-l2a"]
    assert set(shown["scene_sent"]) == begun - MADE | OBSERVED | SCENE

    assert shown["own_bands"][1] and shown["layer_bands"] == [True, False]
    assert "DATE_RANGE" in shown["search_bands"] and "BANDS" not in shown["search_bands"]

    answers, possible, is_guide_hidden, missing = shown["folder"]
    assert answers == [1, 0, 0] and possible == [[True, True], [True, True, False], [True, False]]
    assert is_guide_hidden and missing == "Folder of high-resolution rasters"


def shown_when_opened(create_algorithm):
    """Parameters within the closed group."""
    definitions = create_algorithm("export_tiles").parameterDefinitions()
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    return {each.name() for each in definitions if each.flags() & advanced}


def test_what_is_hidden_stays_so_when_the_advanced_parameters_are_opened(shown):
    assert shown["closed"] == [False, False, False]
    assert shown["opened"] == [True, False, False, False]  # of a folder, whose low-resolution side is made
    assert shown["opened_raster"] == [True, True, False, False]


def test_values_answer_questions(shown):
    """As those of QGIS' history, of which some are blank."""
    assert shown["given"] == [[1, 0, 0], [0, 1, 0], [0, 2, 1], [0, 0, 0]]
    assert shown["set"] == [1, 0, 0]
    assert shown["product"] == ["Sentinel-2 product", False]
    assert shown["search"] == ["Extent", False, True]
    assert shown["product_given"] == [0]


def test_parameters_without_use_are_grey(shown):
    """The second model at 10 m, and the training time where a model is given."""
    assert shown["used"] == [[False, True], [True, True], [False, False]]
