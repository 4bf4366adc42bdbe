"""How parameters are explained and shown in a dialog."""

import re

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
        member["properties"]["id"]["const"]: {n: s for n, s in member["properties"].items() if n != "id"}
        for member in JOBS["export_tiles"]["properties"]["degradation"]["oneOf"]
    }
    shared = set.intersection(*map(set, options.values()))
    own = {name: set(each) - shared for name, each in options.items()}
    own["robust"] |= {"noise", "jpeg"}  # which mean the most that it draws
    listed = [re.match(r"• (\w+)", line)[1] for line in text.splitlines() if line.startswith("•")]
    assert {"noise", "seed", "jpeg"} <= shared == set(listed[: len(shared)])
    assert sorted(listed[len(shared) :]) == sorted(name for each in own.values() for name in each)
    headings = [line for line in text.splitlines() if line.endswith(":")][1:]
    assert headings == [f"{member}:" for member, each in own.items() if each]
    assert "• noise – " + options["bicubic"]["noise"]["description"][:30] in text


def test_help_names_no_parameter_that_the_algorithm_lacks(provider):
    """A workflow has some of a job's parameters, whose help must be true without the others."""
    titles = {
        name.upper(): spec["title"] for job in JOBS.values() for name, spec in job["properties"].items()
    }
    plain = {re.sub(r" \([^()]*\)", "", title) for title in titles.values()}
    lacking = {}
    for algorithm in provider.algorithms():
        own = {shown.name(): shown.description() for shown in algorithm.parameterDefinitions()}
        others = (
            titles.keys() - own.keys(),
            plain - {re.sub(r" \([^()]*\)", "", label) for label in own.values()},
        )
        for shown in algorithm.parameterDefinitions():
            ids = set(re.findall(r"\b[A-Z][A-Z_]{3,}\b", shown.help())) & others[0]
            labels_named = set(re.findall(r'["“]([^"“”]+)["”]', shown.help())) & others[1]
            if ids or labels_named:
                lacking[f"{algorithm.name()} {shown.name()}"] = sorted(ids | labels_named)
    assert lacking == {}
