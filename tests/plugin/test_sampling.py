"""How a diffusion model is to be sampled, and what it makes besides: asked for, passed on, explained."""

import copy
import json
from pathlib import Path

import pytest
from finer.processing_provider import translation
from finer.processing_provider.dialogs.run_timings import work_key
from finer.processing_provider.errors import FinerError
from finer.processing_provider.job_algorithm import JobAlgorithm
from finer.processing_provider.option_help import options_help
from finer.processing_provider.parameter_values import GivenParameters, destinations, job_values
from finer.processing_provider.parameters import members
from finer.processing_provider.provider import published_jobs
from qgis.core import QgsProcessingParameterDefinition
from qgis.PyQt.QtCore import QCoreApplication

JOB = published_jobs()["classify_pixels"]
ADDED = json.loads(Path(__file__).with_name("added_members.json").read_text(encoding="utf-8"))
"""What the engine publishes once a sampler and a noise schedule were added (tests/core/diffusion/test_added_members.py)."""
SEARCH = {
    name: JOB["properties"][name]["default"]
    for name in JOB["questions"][0]["answers"][1]["shows"]
    if JOB["properties"].get(name, {}).get("default") is not None
}
"""Values of a search for a scene, which are passed on even though INPUT is given."""
ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced


@pytest.fixture
def read(create_algorithm, context):
    def job_of(name="classify_pixels", **parameters):
        return job_values(
            GivenParameters(create_algorithm(name), {"MODEL": "m.srpk", **parameters}, context),
            published_jobs()[name],
        )

    return job_of


@pytest.fixture
def any_text(monkeypatch):
    """Texts of members that only tests know have no translation."""
    monkeypatch.setattr(translation, "QCoreApplication", QCoreApplication)


@pytest.fixture
def added(context, any_text):
    """Algorithms as they would be with the added members, and `read` of these."""
    jobs = copy.deepcopy(published_jobs())
    jobs["classify_pixels"]["properties"].update(ADDED["classify_pixels"])
    for member in jobs["train_model"]["properties"]["objective"]["oneOf"]:
        if member["properties"]["id"]["const"] == "denoising":
            member["properties"] = {"id": member["properties"]["id"], **ADDED["denoising"]}
    made = {name: JobAlgorithm(name, jobs[name]) for name in ("classify_pixels", "train_model")}
    for each in made.values():
        each.initAlgorithm()

    def read(name="classify_pixels", **parameters):
        return job_values(GivenParameters(made[name], {"MODEL": "m.srpk", **parameters}, context), jobs[name])

    return made, read


def test_how_to_sample_is_passed_on(read):
    """A zero is not blank."""
    asked = {
        "SAMPLER": "ddim",
        "SCHEDULE": "cosine",
        "CONSISTENCY": "off",
        "N_TIMESTEP": 4,
        "ETA": 0,
        "SAMPLES": "8",
    }
    assert read(BATCH_SIZE=2, SEED="7", **asked) == {
        "model": "m.srpk",
        "sampler": {"id": "ddim", "n_timestep": 4, "eta": 0.0},
        "schedule": {"id": "cosine"},
        "seed": 7,
        "samples": 8,
        "coverage": 90,
        "consistency": "off",
        "batch_size": 2,
        "device": "auto",
        "exact": False,
        "precision": "exact",
        **SEARCH,
    }


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ({"SAMPLER": "ddpm"}, {"sampler": {"id": "ddpm"}}),
        ({"SAMPLER": "ddpm", "SAMPLER_OPTIONS": "spacing=log_snr"}, {"sampler": {"id": "ddpm", "spacing": "log_snr"}}),
        ({"SAMPLER_OPTIONS": "spacing=log_snr, mine=2"}, {"sampler": {"spacing": "log_snr", "mine": 2}}),
        ({"ETA": 0.5, "SAMPLER_OPTIONS": "eta=0.5"}, {"sampler": {"eta": 0.5}}),
        ({"N_TIMESTEP": 9}, {"sampler": {"n_timestep": 9}}),
        ({"SCHEDULE_OPTIONS": "linear_end=0.1"}, {"schedule": {"linear_end": 0.1}}),
        ({}, {}),
    ],
)  # fmt: skip
def test_blank_is_left_to_the_model(read, asked, values):
    assert read(**asked) == {
        "model": "m.srpk",
        "seed": 0,
        "samples": 1,
        "coverage": 90,
        "device": "auto",
        "exact": False,
        "precision": "exact",
        **SEARCH,
        **values,
    }


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            {"N_TIMESTEP": 9, "SAMPLER_OPTIONS": "n_timestep=8"},
            "N_TIMESTEP is 9, and 8 in SAMPLER_OPTIONS: leave one of them out.",
        ),
        (
            {"SAMPLER": "ddpm", "SAMPLER_OPTIONS": "eta=1"},
            "ddpm has no option 'eta': it has n_timestep, spacing.",
        ),
        (
            {"SAMPLER_OPTIONS": "spacing"},
            "SAMPLER_OPTIONS cannot be read at 'spacing': write it like name=value.",
        ),
    ],
)
def test_options_that_do_not_fit_are_refused(read, asked, sentence):
    with pytest.raises(FinerError) as refusal:
        read(**asked)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("name", ["SAMPLER", "SCHEDULE"])
def test_a_member_that_is_not_known_is_refused(read, name):
    known = ", ".join(members(JOB["properties"][name.lower()]))
    with pytest.raises(FinerError) as refusal:
        read(**{name: "plms"})
    assert str(refusal.value) == f"{name} must be one of {known}."


def test_options_of_a_sampler_that_was_added_are_reached(added):
    made, read = added
    asked = {"SAMPLER": "damped", "SAMPLER_OPTIONS": "damping=0.5", "N_TIMESTEP": 3}
    assert read(**asked)["sampler"] == {"id": "damped", "damping": 0.5, "n_timestep": 3}
    with pytest.raises(FinerError, match="damped has no option 'drag': it has n_timestep, spacing, damping"):
        read(SAMPLER="damped", SAMPLER_OPTIONS="drag=1")
    definition = made["classify_pixels"].parameterDefinition
    assert "\n• damped – Damped. Goes a part of the way" in definition("SAMPLER").help()
    about = definition("SAMPLER_OPTIONS").help()
    assert about.endswith("\ndamped:\n• damping=0.25 – Share of the way that is left out.")
    assert "\nddim, ddpm, dpm_solver, damped:\n• spacing=focused" in about, "euler and heun have none"
    assert (
        about.count("• spacing=focused – Noise levels that the steps use") == 1 and "n_timestep" not in about
    )
    assert (
        definition("N_TIMESTEP")
        .help()
        .endswith(
            " its default: 200 of ddim, all of ddpm, 15 of dpm_solver, 5 of euler, 5 of heun, 12 of damped."
        )
    )


def test_options_of_a_schedule_that_was_added_are_reached(added):
    made, read = added
    options = "schedule=shifted, offset=0.2, n_timestep=1000, linear_start=1e-6, linear_end=1e-2"
    assert read("train_model", TILES="t", OBJECTIVE="denoising", OBJECTIVE_OPTIONS=options)["objective"] == {
        "id": "denoising", "schedule": "shifted", "offset": 0.2, "n_timestep": 1000,
        "linear_start": 1e-6, "linear_end": 1e-2,
    }  # fmt: skip
    about = made["train_model"].parameterDefinition("OBJECTIVE_OPTIONS").help()
    assert (
        "\n• offset=0.1 – Share of the cosine that is left out at its beginning. Only for shifted.\n" in about
    )
    assert read(SCHEDULE="shifted", SCHEDULE_OPTIONS="offset=0.3")["schedule"] == {
        "id": "shifted",
        "offset": 0.3,
    }


def test_defaults_that_differ_are_told_with_their_members(any_text):
    spec = {"description": "How far.", "owners": {"a": 0.5, "b": 1, "c": None}, "blank": "all"}
    member = {"properties": {"reach": spec}}
    assert options_help({"one": member}, "one").endswith(
        "• reach – How far. By default 0.5 of a, 1 of b, all of c."
    )


def test_the_time_of_a_run_is_found_again_by_dialog_and_job():
    class Sampled:
        is_diffusion, info, scale, bands = True, {"backbone": {"id": "sr3"}}, 2, ("red",)

    job, dialog = {"sampler": {"id": "ddim", "n_timestep": 9}}, {"sampler": "ddim", "n_timestep": 9}
    assert work_key(Sampled, job) == work_key(Sampled, dialog)
    assert work_key(Sampled, {}) == work_key(Sampled, {"sampler": None, "n_timestep": None})
    assert len({work_key(Sampled, each) for each in (job, {}, {"n_timestep": 9}, {"sampler": "ddim"})}) == 4
    assert work_key(Sampled, {"sampler": {"n_timestep": 9}}) == work_key(Sampled, {"n_timestep": 9})


def test_help_tells_what_each_member_of_an_enumeration_is(create_algorithm):
    about = create_algorithm("classify_pixels").parameterDefinition("SAMPLER").help()
    for sampler, title in (("ddim", "DDIM"), ("ddpm", "DDPM"), ("dpm_solver", "DPM-Solver++ (2M)")):
        assert f"\n• {sampler} – {title}" in about
    options = create_algorithm("train_model").parameterDefinition("OBJECTIVE_OPTIONS").help()
    (line,) = [line for line in options.splitlines() if line.startswith("• schedule=")]
    assert line.endswith(" (const, cosine, jsd, linear, quad, warmup10, warmup50)")


def test_of_sampling_the_dialog_shows_what_most_will_set(create_algorithm):
    shown = [
        definition.name()
        for definition in create_algorithm("classify_pixels").parameterDefinitions()
        if not definition.flags() & ADVANCED
    ]
    assert shown == [
        "INPUT", "DATE_RANGE", "MASK_CLOUDS", "MODEL", "GUIDE", "EXTENT", "SAMPLER", "N_TIMESTEP", "SAMPLES", "OUTPUT",
        "OUTPUT_UNCERTAINTY", "OUTPUT_ERROR", "OUTPUT_CONSISTENCY",
    ]  # fmt: skip


def test_a_result_that_nobody_asks_for_is_not_made(create_algorithm, context, tmp_path):
    classify = create_algorithm("classify_pixels")
    definition = classify.parameterDefinition("OUTPUT_UNCERTAINTY")
    assert (definition.createByDefault(), definition.defaultValue()) == (False, None)
    assert classify.parameterDefinition("OUTPUT").createByDefault()
    asked = {"OUTPUT": str(tmp_path / "sr.tif")}
    assert destinations(GivenParameters(classify, asked, context), JOB) == {"output": asked["OUTPUT"]}
    asked["OUTPUT_UNCERTAINTY"] = str(tmp_path / "std.tif")
    assert destinations(GivenParameters(classify, asked, context), JOB) == {
        "output": asked["OUTPUT"],
        "output_uncertainty": asked["OUTPUT_UNCERTAINTY"],
    }
