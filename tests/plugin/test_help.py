"""The help of jobs in toolbox and dialog, the time left, and the pages behind the Help buttons."""

import re
import time
from html import escape
from pathlib import Path

import pytest
from finer.processing_provider import help_page_addresses, markdown_html
from finer.processing_provider.help_text import TOOLTIPS, entry, help_lines, with_labels
from finer.processing_provider.option_help import member_id
from finer.processing_provider.parameters import MANY, labels
from finer.processing_provider.progress import EventReporter, format_time_left
from finer.processing_provider.provider import published_jobs
from qgis.core import QgsProcessingFeedback, QgsProcessingParameterDefinition
from qgis.PyQt.QtCore import QUrl

JOBS = published_jobs()
ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced

LONGEST_HELP = 495
"""Words in the panel beside a dialog that three screens of it hold: in a dialog of 1000 × 800 pixels it is 240 pixels wide, and a
screen holds 165 to 185 words, the fewer the more parameters there are."""
LONGEST_TOOLTIP = 50
"""Words of a parameter's explanation: what is read at a glance; more belongs into docs/."""


def count_words(text):
    return len(re.findall(r"\w[\w.'’:/-]*", re.sub(r"<[^>]+>", " ", text)))


@pytest.mark.parametrize("job", JOBS)
def test_the_help_explains_what_the_dialog_shows_at_once_and_every_result(create_algorithm, job):
    shown, called = create_algorithm(job), labels(JOBS[job])
    text, options = (
        shown.shortHelpString(),
        {spec.get("options", "").upper() for spec in JOBS[job]["properties"].values()},
    )
    folded = [
        each for each in shown.parameterDefinitions() if each.flags() & ADVANCED or each.name() in options
    ]
    for definition in shown.parameterDefinitions():
        about = entry(definition.description(), definition.help()).partition("<br>•")[0]
        assert (about in text) == (definition not in folded), "what is folded away has a tooltip"
        assert definition.help()
    assert (TOOLTIPS in text) == bool(folded)
    for spec in JOBS[job]["properties"].values():
        is_listed = "oneOf" in spec and len(spec["oneOf"]) <= MANY and not spec.get("advanced")
        for member in spec.get("oneOf", ()):
            assert (escape(f"• {member_id(member)} – {member['title']}.", quote=False) in text) == is_listed
    for spec in JOBS[job]["result"].values():
        assert escape(spec["title"], quote=False) in text
        assert escape(with_labels(spec["description"], called), quote=False) in text
    assert shown.displayName() == JOBS[job]["title"]
    assert shown.groupId() == "super_resolution"
    assert set(JOBS[job]["tags"]) <= set(shown.tags())
    assert not shown.icon().isNull()
    assert shown.shortDescription() == text.partition("\n")[0]


def test_the_help_of_every_algorithm_fits_three_screens(provider):
    lengths = {shown.name(): count_words(shown.shortHelpString()) for shown in provider.algorithms()}
    assert {name: words for name, words in lengths.items() if words > LONGEST_HELP} == {}
    assert lengths["train_model"] > LONGEST_HELP / 2, "words are counted"


def test_tooltips_are_short(provider):
    for job, schema in JOBS.items():
        members = [each for spec in schema["properties"].values() for each in spec.get("oneOf", ())]
        for properties in (schema["properties"], *(each.get("properties", {}) for each in members)):
            for name, spec in properties.items():
                assert count_words(spec.get("description", "")) <= LONGEST_TOOLTIP, (job, name)


def test_the_help_is_rich_text_in_which_nothing_is_lost():
    text = help_lines("If a < b\nthen.\n\nElse.", [("A & B", "One:\n1 < 2")], [])
    assert text.splitlines() == [
        "If a &lt; b then.",
        "Else.",
        "<big><b>Parameters</b></big>",
        "<b>A &amp; B</b><br>One:<br>1 &lt; 2",
        "<big><b>Results</b></big>",
    ]
    alike = help_lines("It works.", [], [("A", "One."), ("B", "Same."), ("C", "Same.")], by_tooltips=True)
    assert alike.splitlines()[2:] == [
        f"<i>{TOOLTIPS}</i>", "<big><b>Results</b></big>", "<b>A</b><br>One.", "<b>B, C</b><br>Same.",
    ]  # fmt: skip


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


def test_the_changelog_has_every_algorithm_and_no_line_twice(provider):
    text = (help_page_addresses.DOCS.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip().startswith("- ")]
    assert sorted({line for line in lines if lines.count(line) > 1}) == []
    listed = [
        name for line in lines if line.startswith("  - ") for name in re.findall(r"\(`(finer:\w+)`\)", line)
    ]
    assert sorted(listed) == sorted(each.id() for each in provider.algorithms())
    ready_made = [each for each in provider.algorithms() if each.groupId() == "ready_made_models"]
    assert (len(listed) - len(ready_made), len(ready_made)) == (14, 3)  # as its first line counts them
    assert "with fourteen algorithms and three ready-made models:" in text


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
        help_page_addresses.page_url("no-such-page", tmp_path)
        == f"{help_page_addresses.ONLINE}/blob/main/docs/no-such-page.md"
    )


def test_a_page_keeps_its_tables_and_code_and_leads_to_the_others():
    page = markdown_html.to_html(
        "# A\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n`code` [b](import.md#c) [r](../README.md)\n\n![p](images/p.png)",
        "a",
        help_page_addresses.DOCS,
        f"{help_page_addresses.ONLINE}/blob/main",
    )
    assert "<table" in page and "code" in page
    assert 'href="import.html#c"' in page and '<h1 id="a"' in page
    assert f'href="{help_page_addresses.ONLINE}/blob/main/README.md"' in page
    assert f'src="{help_page_addresses.DOCS.as_uri()}/images/p.png"' in page
