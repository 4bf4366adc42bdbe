"""The help of jobs in toolbox and dialog, the time left, and the pages behind the Help buttons."""

import re
import time
from pathlib import Path

import pytest
from finer.processing_provider import help_pages, markdown_html
from finer.processing_provider.help_text import entry, help_lines, with_labels
from finer.processing_provider.parameters import labels
from finer.processing_provider.progress import EventReporter, format_time_left
from finer.processing_provider.provider import published_jobs
from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QUrl

JOBS = published_jobs()


@pytest.mark.parametrize("job", JOBS)
def test_the_help_explains_every_parameter_and_output(create_algorithm, job):
    shown = create_algorithm(job)
    text = shown.shortHelpString()
    for spec in (*JOBS[job]["properties"].values(), *JOBS[job]["result"].values()):
        assert entry(spec["title"], with_labels(spec["description"], labels(JOBS[job]))) in text
    for definition in shown.parameterDefinitions():
        assert entry(definition.description(), definition.help()) in text
    assert shown.displayName() == JOBS[job]["title"]
    assert shown.groupId() == "super_resolution"
    assert set(JOBS[job]["tags"]) <= set(shown.tags())
    assert not shown.icon().isNull()
    assert shown.shortDescription() == text.partition("\n")[0]


def test_the_help_is_rich_text_in_which_nothing_is_lost():
    text = help_lines("If a < b\nthen.\n\nElse.", [("A & B", "One:\n1 < 2")], [])
    assert text.splitlines() == [
        "If a &lt; b then.",
        "Else.",
        "<big><b>Parameters</b></big>",
        "<b>A &amp; B</b><br>One:<br>1 &lt; 2",
        "<big><b>Results</b></big>",
    ]


def test_every_result_is_an_output(create_algorithm):
    for job, schema in JOBS.items():
        names = {output.name() for output in create_algorithm(job).outputDefinitions()}
        assert {name.upper() for name in schema["result"]} <= names


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (1, "about 5 s left"),
        (42, "about 40 s left"),
        (60, "about 1 min left"),
        (900, "about 15 min left"),
        (9000, "about 2.5 h left"),
    ],
)
def test_time_left_is_said_roughly(seconds, text):
    assert format_time_left(seconds) == text


def test_time_left_is_said_again_though_the_text_stays(monkeypatch):
    """As while a diffusion model samples, which takes long under one text."""

    class Listener(QgsProcessingFeedback):
        def setProgressText(self, text):
            texts.append(text)

    clock, texts = [100.0], []
    report = EventReporter(Listener(False))
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    for n in range(40):
        clock[0] += 1
        left = 600 - n if n > 2 else None
        report({"event": "progress", "fraction": n / 600, "text": "Sampling", "values": {}, "eta": left})
    assert texts == ["Sampling", "Sampling — about 10 min left", "Sampling — about 9 min left"]


# The pages behind the Help buttons


def test_every_algorithm_has_a_page_that_opens_offline(provider):
    for shown in provider.algorithms():
        url = QUrl(shown.helpUrl())
        assert url.isLocalFile() and url.toLocalFile().endswith(".html")
        text = Path(url.toLocalFile()).read_text(encoding="utf-8")
        for picture in re.findall(r'<img src="([^"]+)"', text):
            assert picture.startswith("http") or Path(QUrl(picture).toLocalFile()).is_file(), picture
        for page in re.findall(r'href="([\w-]+\.html)"', text):
            assert (Path(url.toLocalFile()).parent / page).is_file(), page


def test_a_page_that_did_not_come_along_is_online(tmp_path, monkeypatch):
    assert (
        help_pages.page_url("no-such-page", tmp_path) == f"{help_pages.ONLINE}/blob/main/docs/no-such-page.md"
    )


def test_a_page_keeps_its_tables_and_code_and_leads_to_the_others():
    page = markdown_html.to_html(
        "# A\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n`code` [b](import.md#c) [r](../README.md)\n\n![p](images/p.png)",
        "a",
        help_pages.DOCS,
        f"{help_pages.ONLINE}/blob/main",
    )
    assert "<table" in page and "code" in page
    assert 'href="import.html#c"' in page and '<h1 id="a"' in page
    assert f'href="{help_pages.ONLINE}/blob/main/README.md"' in page
    assert f'src="{help_pages.DOCS.as_uri()}/images/p.png"' in page
