"""How parameters are explained and shown in a dialog."""

import re

import pytest
from finer.processing_provider import parameters
from finer.processing_provider.help_text import with_labels
from finer.processing_provider.parameters import labels
from finer.processing_provider.provider import published_jobs
from qgis.core import QgsProcessingParameterDefinition

JOBS = published_jobs()
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


def test_help_tells_of_every_member_and_its_options(create_algorithm):
    networks = create_algorithm("train_model").parameterDefinition("BACKBONE").help()
    text = create_algorithm("train_model").parameterDefinition("BACKBONE_OPTIONS").help()
    for member in JOBS["train_model"]["properties"]["backbone"]["oneOf"]:
        assert f"{member['properties']['id']['const']} – {member['title']}." in networks
        assert member["properties"]["id"]["const"] + ":" in text
        assert text.startswith("For example n_feats=64, n_blocks=16. ")
        for option, spec in member["properties"].items():
            value = f"={spec['default']}" if "default" in spec else ""
            about = with_labels(spec.get("description", ""), labels(JOBS["train_model"]))
            assert option == "id" or f"• {option}{value} – {about}" in text


def test_options_that_all_members_have_are_listed_once(create_algorithm):
    text = create_algorithm("export_tiles").parameterDefinition("DEGRADATION_OPTIONS").help()
    options = {
        member["properties"]["id"]["const"]: set(member["properties"]) - {"id"}
        for member in JOBS["export_tiles"]["properties"]["degradation"]["oneOf"]
    }
    shared = set.intersection(*options.values())
    listed = [re.match(r"• (\w+)", line)[1] for line in text.splitlines() if line.startswith("•")]
    assert {"noise", "seed", "jpeg"} <= shared == set(listed[: len(shared)])
    assert sorted(listed[len(shared) :]) == sorted(name for own in options.values() for name in own - shared)
    headings = [line for line in text.splitlines() if line.endswith(":")][1:]
    assert headings == [f"{member}:" for member, own in options.items() if own - shared]


CHOICES = [
    (job, spec["options"].upper())
    for job, schema in JOBS.items()
    for spec in schema["properties"].values()
    if "options" in spec and "oneOf" in spec
]


@pytest.mark.parametrize(("job", "name"), CHOICES)
def test_every_choice_with_options_has_an_example(create_algorithm, job, name):
    assert re.match(r"For example \w+=\S", create_algorithm(job).parameterDefinition(name).help())


def test_dialogs_call_parameters_by_their_labels(create_algorithm, monkeypatch):
    about = create_algorithm("export_tiles").parameterDefinition("PAN").help()
    assert 'the high-resolution side is "High-resolution raster" with its detail' in about
    schedule = create_algorithm("train_model").parameterDefinition("LEARNING_RATE_SCHEDULE").help()
    assert 'that "Patience" ends, best together with EMA' in schedule  # EMA is a word, and in the label
    resume = create_algorithm("train_model").parameterDefinition("RESUME").help()
    assert "OUTPUT.checkpoint" in resume
    monkeypatch.setattr(parameters.QgsApplication, "platform", lambda: "qgis_process")
    (definition,) = (each for each in parameters.definitions(JOBS["export_tiles"]) if each.name() == "PAN")
    assert "the high-resolution side is INPUT with its detail" in definition.help()


def test_numbers_have_as_many_decimals_as_they_need(create_algorithm):
    def decimals(job, name):
        return (
            create_algorithm(job)
            .parameterDefinition(name)
            .metadata()
            .get("widget_wrapper", {})
            .get("decimals")
        )

    assert decimals("export_tiles", "MAX_CLOUD") == decimals("export_tiles", "ROTATION") == 2
    assert decimals("train_model", "LEARNING_RATE") is decimals("export_tiles", "MIN_TEXTURE") is None


def test_what_a_tool_is_for_is_made_without_asking(create_algorithm):
    scene = create_algorithm("find_scene").parameterDefinition("OUTPUT")
    assert scene.createByDefault() and scene.flags() & OPTIONAL
    assert not create_algorithm("classify_pixels").parameterDefinition("OUTPUT_UNCERTAINTY").createByDefault()
