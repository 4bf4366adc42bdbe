"""What README, docs/ and the other pages refer to: links, files, measurements, jobs, and variables of the environment."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sr_core.command_line_options import OPTIONS
from sr_core.jobs import Job

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "models" / "README.md",
    *sorted(DOCS.glob("*.md")),
]
EXAMPLES = {"plain", "gaussian", "even_noise", "power"}
"""Members that CONTRIBUTING has its readers write, which `test_contributing.py` runs."""
FOLDERS = ("benchmarks", "docs", "i18n", "models", "processing_provider", "script", "sr_core", "tests")

ALL = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def read(page):
    return page.read_text(encoding="utf-8")


def prose(page):
    """Return a page without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", read(page), flags=re.MULTILINE | re.DOTALL)


def code_blocks(page, *languages):
    found = re.findall(r"^```(\w*)\n(.*?)^```$", read(page), re.MULTILINE | re.DOTALL)
    return [code for language, code in found if language in languages]


def list_anchors(page):
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def list_links(page):
    """Return the links of a page that lead to another place of this folder."""
    found = re.findall(r"\]\(([^)\s]+)\)", prose(page))
    return [link for link in found if not re.match(r"[a-z]+:", link)]


@ALL
def test_links_lead_to_a_file_and_a_heading(page):
    for link in list_links(page):
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        assert not anchor or anchor in list_anchors(target), link


def test_every_page_and_picture_is_linked():
    linked = {(page.parent / link.partition("#")[0]).resolve() for page in PAGES for link in list_links(page)}
    existing = {path.resolve() for path in (*DOCS.glob("*.md"), *(DOCS / "images").iterdir())}
    assert existing - linked == set()


@ALL
def test_files_of_the_project_exist(page):
    for quoted in re.findall(r"`([^`\n]+)`", read(page)):
        for path in re.findall(rf"(?<![\w./-])(?:{'|'.join(FOLDERS)})/[\w./-]*\w", quoted):
            assert Path(path).stem in EXAMPLES or (ROOT / path).exists(), path
    for name in re.findall(r"\btest_\w+\.py\b", read(page)):
        assert list((ROOT / "tests").rglob(name)), name


@ALL
def test_measurements_have_the_options_that_a_page_shows(page):
    commands = re.findall(r"script/bench (\w+)((?: +--?[\w-]+| +[\w.]+)*)", read(page))
    for name, arguments in commands:
        source = ROOT / "benchmarks" / f"{name}.py"
        assert source.is_file(), name
        for option in re.findall(r"--[\w-]+", arguments):
            assert f'"{option}"' in read(source), (name, option)


@ALL
def test_variables_and_tags_of_finer_are_those_of_the_code(page):
    sources = [
        read(path) for part in ("sr_core", "processing_provider") for path in (ROOT / part).rglob("*.py")
    ]
    for name in set(re.findall(r"\bFINER_\w+", read(page))):
        assert any(re.search(rf'"{name}"', source) for source in sources), name


def test_jobs_in_the_pages_are_read():
    jobs = [json.loads(code) for page in PAGES for code in code_blocks(page, "json") if '"job"' in code]
    assert len(jobs) > 4
    for values in jobs:
        Job.load({"id": values.pop("job"), **values})


def test_commands_of_the_engine_have_its_options():
    lines = [line for page in PAGES for line in read(page).splitlines() if "-m sr_core tell" in line]
    assert len(lines) > 5
    for line in lines:
        for option in re.findall(r" (--[\w-]+)", line.partition("-m sr_core tell")[2]):
            assert option in OPTIONS, line
