"""How a diffusion model is to be sampled, and what it makes besides: asked for, passed on, explained."""

import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.provider import published_jobs
from finer.processing_provider.values import Asked, destinations, job_values
from qgis.core import QgsProcessingParameterDefinition

JOB = published_jobs()["classify_pixels"]
ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced


@pytest.fixture
def read(algorithm, context):
    def job_of(**parameters):
        return job_values(
            Asked(algorithm("classify_pixels"), {"MODEL": "m.srpk", **parameters}, context), JOB
        )

    return job_of


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
        "sampler": "ddim",
        "n_timestep": 4,
        "eta": 0.0,
        "schedule": "cosine",
        "seed": 7,
        "samples": 8,
        "consistency": "off",
        "batch_size": 2,
        "device": "auto",
    }


@pytest.mark.parametrize("name", ["SAMPLER", "SCHEDULE"])
def test_a_member_that_is_not_known_is_refused(read, name):
    known = ", ".join(JOB["properties"][name.lower()]["enum"])
    with pytest.raises(FinerError) as refusal:
        read(**{name: "euler"})
    assert str(refusal.value) == f"{name} must be one of {known}."


def test_help_tells_what_each_member_of_an_enumeration_is(algorithm):
    about = algorithm("classify_pixels").parameterDefinition("SAMPLER").help()
    for sampler, title in (("ddim", "DDIM"), ("ddpm", "DDPM"), ("dpm_solver", "DPM-Solver++ (2M)")):
        assert f"\n• {sampler} – {title}" in about
    options = algorithm("train_model").parameterDefinition("OBJECTIVE_OPTIONS").help()
    (line,) = [line for line in options.splitlines() if line.startswith("• schedule=")]
    assert line.endswith(" (const, cosine, jsd, linear, warmup10, warmup50)")


def test_of_sampling_the_dialog_shows_what_most_will_set(algorithm):
    shown = [
        definition.name()
        for definition in algorithm("classify_pixels").parameterDefinitions()
        if not definition.flags() & ADVANCED
    ]
    assert shown == [
        "INPUT", "MODEL", "EXTENT", "SAMPLER", "N_TIMESTEP", "SAMPLES", "OUTPUT", "OUTPUT_UNCERTAINTY",
    ]  # fmt: skip


def test_a_result_that_nobody_asks_for_is_not_made(algorithm, context, tmp_path):
    classify = algorithm("classify_pixels")
    definition = classify.parameterDefinition("OUTPUT_UNCERTAINTY")
    assert (definition.createByDefault(), definition.defaultValue()) == (False, None)
    assert classify.parameterDefinition("OUTPUT").createByDefault()
    asked = {"OUTPUT": str(tmp_path / "sr.tif")}
    assert destinations(Asked(classify, asked, context), JOB) == {"output": asked["OUTPUT"]}
    asked["OUTPUT_UNCERTAINTY"] = str(tmp_path / "std.tif")
    assert destinations(Asked(classify, asked, context), JOB) == {
        "output": asked["OUTPUT"],
        "output_uncertainty": asked["OUTPUT_UNCERTAINTY"],
    }
