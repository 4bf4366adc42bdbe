"""Errors meant for users, and the pages that say what to do about them."""

import importlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sr_core.errors import SrError

ROOT = Path(__file__).parents[2]
CHILD = re.compile(r"^class (\w+)\((\w*Error)\):$", re.MULTILINE)


def list_kinds():
    """Return SrError and all of its children, wherever in the engine they are defined."""
    for path in (ROOT / "sr_core").rglob("*.py"):
        if CHILD.search(path.read_text(encoding="utf-8")):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    kinds = [SrError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    return {kind.__name__: kind for kind in kinds if kind.__module__.startswith("sr_core.")}


KINDS = list_kinds()


def list_anchors(page):
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(
        r"^#+ (.*)$", (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_kinds_are_found():
    assert {
        "InputError",
        "OutputError",
        "NetworkError",
        "ServerDown",
        "DamagedRaster",
        "UntraceableError",
    } <= set(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_error_has_a_page_with_its_anchor(name):
    page, _, anchor = KINDS[name].page.partition("#")
    assert (ROOT / "docs" / f"{page}.md").is_file()
    assert not anchor or anchor in list_anchors(page)


def test_the_page_travels_with_the_error(tmp_path):
    job = tmp_path / "job.json"
    job.write_text(json.dumps({"job": "inspect_model", "model": str(tmp_path / "none.srpk")}))
    done = subprocess.run(
        [sys.executable, "-m", "sr_core", "run", str(job)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    failed = json.loads(done.stdout.splitlines()[-1])
    assert failed["event"] == "failed"
    assert failed["page"] == "troubleshooting#a-model-package-cannot-be-read"
