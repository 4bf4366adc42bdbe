"""The code blocks of CONTRIBUTING do what it says: each is one file, and nothing else is edited."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from .support.contributing_code_blocks import add_block, copy_project, read_blocks

BLOCKS = {block.id: block for block in read_blocks()}
QGIS_PYTHON = "/usr/bin/python3"
PARAMETERS = """
import importlib.util, json, os, sys, tempfile
os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": tempfile.mkdtemp()}
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
spec = importlib.util.spec_from_file_location("finer", "__init__.py", submodule_search_locations=["."])
sys.modules["finer"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules["finer"])
from finer.plugin import FinerPlugin
plugin = FinerPlugin(None)
plugin.initProcessing()
provider = QgsApplication.processingRegistry().providerById("finer")
told = {
    algorithm.name(): {each.name(): f"{each.description()} {each.help()}" for each in algorithm.parameterDefinitions()}
    for algorithm in provider.algorithms()
}
print(json.dumps(told), flush=True)
os._exit(0)
"""
"""Prints the text of every parameter as QGIS shows it."""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project in which the files of all blocks were added, and published as CONTRIBUTING says."""
    copy = copy_project(tmp_path_factory.mktemp("project"))
    for block in BLOCKS.values():
        add_block(copy, block)
    run(copy, sys.executable, "-m", "sr_core", "schema")
    run(copy, sys.executable, "script/translations.py")
    return copy


@pytest.fixture(scope="module")
def outcomes(project):
    """Name of each test of the copy that looks at a new member, or at all -> what is wrong; empty if it passed."""
    chosen = "plain and not x3 and not x4 and not x8 or even_noise or power or gaussian"
    always = "keeps_the_rule or test_schema or test_translations or contributing_members"
    folders = (
        "backbones",
        "degradations",
        "diffusion",
        "support/contributing_members.py",
        "test_schema.py",
        "test_translations.py",
    )
    paths = ["tests/test_architecture.py", *(f"tests/core/{folder}" for folder in folders)]
    # Which has just been run.
    elsewhere = "--deselect=tests/core/test_schema.py::test_the_command_writes_the_schema"
    report = project / "report.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        f"--junitxml={report}",
        *paths,
        elsewhere,
    ]
    start(project, *command, "-k", f"{chosen} or {always}")
    found = {}
    for test in ElementTree.parse(report).getroot().iter("testcase"):
        wrong = "".join(child.get("message", "") for child in test if child.tag != "system-out")
        found[f"{test.get('classname')}::{test.get('name')}"] = wrong
    return found


def start(project, *command):
    """Run a command in a copy of the project."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    environment.pop("PYTEST_ADDOPTS", None)
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)


def run(project, *command):
    """Run a command in a copy of the project, which must succeed; what it prints."""
    done = start(project, *command)
    assert done.returncode == 0, (done.stdout + done.stderr)[-5000:]
    return done.stdout


def test_there_is_a_block_for_each_kind():
    rooms = [block.path.removeprefix("sr_core/").rpartition("/")[0] for block in BLOCKS.values()]
    assert rooms == ["backbones", "diffusion/samplers", "diffusion/schedules", "degradations", "jobs"]


def test_all_are_published(project):
    schema = (project / "sr_core" / "schema.json").read_text(encoding="utf-8")
    jobs = json.loads(schema)["jobs"]
    assert all(f'"{name}"' in schema for name in BLOCKS)
    for job, choice, option in (
        ("train_model", "backbone", ("plain", "n_blocks")),
        ("export_tiles", "degradation", ("gaussian", "sigma")),
    ):
        members = {
            each["properties"]["id"]["const"]: each for each in jobs[job]["properties"][choice]["oneOf"]
        }
        assert members[option[0]]["properties"][option[1]]["description"].endswith(".")
    assert jobs["classify_pixels"]["properties"]["label"]["advanced"]
    assert "label" not in jobs["classify_pixels"]["required"]


@pytest.mark.parametrize(
    ("part", "least"),
    [
        ("test_architecture::test_the_project_keeps_the_rule", 5),
        ("test_schema::", 10),
        ("test_translations::", 5),
        ("test_contract::.*plain", 10),
        ("test_freezing::.*plain", 1),
        ("test_samplers::.*even_noise", 10),
        ("test_schedules::.*power", 1),
        ("test_degradations::.*gaussian", 2),
        ("contributing_members::", 4),
    ],
)
def test_rules_and_contracts_hold_for_them(outcomes, part, least):
    about = {name: wrong for name, wrong in outcomes.items() if re.search(part, name)}
    assert len(about) >= least
    assert {name: wrong for name, wrong in about.items() if wrong} == {}


def test_qgis_asks_for_them_without_an_edit(project):
    if subprocess.run([QGIS_PYTHON, "-c", "import qgis.core"], capture_output=True).returncode:
        pytest.skip("needs QGIS")
    told = json.loads(run(project, QGIS_PYTHON, "-c", PARAMETERS).splitlines()[-1])
    train, export = told["train_model"], told["export_tiles"]
    assert "plain – Plain: convolutions in a row." in train["BACKBONE"]
    assert "n_blocks=8 – Convolutions in the trunk." in train["BACKBONE_OPTIONS"]
    assert "gaussian – Gaussian blur." in export["DEGRADATION"]
    assert "sigma=0.5 – Standard deviation of the blur" in export["DEGRADATION_OPTIONS"]
    assert "even_noise – DDIM with even noise" in told["classify_pixels"]["SAMPLER"]
    assert "power – Power" in told["classify_pixels"]["SCHEDULE"]
    assert told["classify_pixels"]["LABEL"].startswith("Label Text that begins the log")
