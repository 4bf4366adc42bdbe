"""Every text that a user may be shown is in the translations, and these fit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "script"))

import strings  # noqa: E402
import translations  # noqa: E402

SHOWN = strings.shown()

SAYING = """
from .errors import BadInput, OptionError
from .texts import ELSEWHERE
TABLE = {"a": "First of a table.", "b": "Second of a table."}
RULES = (("pattern", "First rule."), ("pattern", "Second rule."))

def say(key, value, flag, step):
    yield Log("A line.", value=value)
    yield Progress(0.5, "A step of {value}", value=value)
    yield Progress(0.5, step.text)
    said = "Said by a name."
    tr(said)
    tr("One." if flag else "Another.")
    tr(ELSEWHERE)
    for pattern, text in RULES:
        tr(text)
    np.log("no text")
    raise BadInput(TABLE[key])
"""
SAID = {
    "A line.", "A step of {value}", "Said by a name.", "One.", "Another.", "From elsewhere.", "First rule.", "Second rule.",
    "First of a table.", "Second of a table.",
}  # fmt: skip


@pytest.fixture
def project(tmp_path, monkeypatch):
    """`project(source)` is a project of that module, one of texts and one of errors."""

    def make(source):
        monkeypatch.setattr(strings, "ROOT", tmp_path)
        (tmp_path / "sr_core").mkdir()
        (tmp_path / "processing_provider").mkdir()
        (tmp_path / "plugin.py").write_text("")
        (tmp_path / "sr_core" / "saying.py").write_text(source)
        (tmp_path / "sr_core" / "texts.py").write_text('ELSEWHERE = "From elsewhere."')
        (tmp_path / "sr_core" / "errors.py").write_text("class BadInput(SrError): ...")
        return strings.Project()

    return make


def test_texts_are_found_where_they_are_said(project):
    assert {text for module in project(SAYING).modules for text in module.texts()} == SAID


@pytest.mark.parametrize(
    "said", ['tr(f"{path} is gone")', 'Log("A" + name)', 'raise BadInput("%s" % path)', 'tr(TABLE[a] + ".")']
)
def test_a_text_that_no_translation_can_know_is_refused(project, said):
    modules = project(said).modules
    with pytest.raises(strings.Glued, match=r"^sr_core/saying\.py:1: "):
        [text for module in modules for text in module.texts()]


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_the_translations_know_every_text_and_no_other(language):
    assert list(translations.read(translations.path_of(language))) == SHOWN, "run script/translate"


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_translations_fit_their_texts(language):
    pairs = translations.read(translations.path_of(language)).items()
    found = {source: translations.find_problem(source, text) for source, text in pairs if text}
    assert {source: problem for source, problem in found.items() if problem} == {}


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("{path} is gone", "{pfad} ist weg"),
        ("{share:.1f} %", "{share} %"),
        ("{a} and {b}", "{a}"),
        ("One.\n\nTwo.", "Eins. Zwei."),
        ("One.", "Eins. "),
    ],
)
def test_a_translation_that_does_not_fit_is_noticed(source, translation):
    assert translations.find_problem(source, translation)
    assert not translations.find_problem(source, source)


def test_translations_are_kept_and_taken(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(translations, "I18N", tmp_path)
    monkeypatch.setattr(strings, "shown", lambda: ["{n} < 2 & so", "New.", "Two\n\nparts."])
    (tmp_path / "finer_de.ts").write_text(
        translations.format_ts("de", {"Gone.": "Weg.", "{n} < 2 & so": "{n} < 2 & „so“"})
    )
    translations.update()
    assert translations.read(tmp_path / "finer_de.ts") == {
        "{n} < 2 & so": "{n} < 2 & „so“", "New.": "", "Two\n\nparts.": "",
    }  # fmt: skip
    assert translations.missing("de") == {"New.": "", "Two\n\nparts.": ""}

    given = {"New.": "Neu.", "Two\n\nparts.": "Zwei Teile.", "Strange.": "Fremd.", "{n} < 2 & so": "ohne"}
    assert translations.take("de", given) == 3
    assert translations.missing("de") == {"Two\n\nparts.": ""}
    assert "another number of paragraphs" in capsys.readouterr().err
    assert translations.read(tmp_path / "finer_de.ts")["New."] == "Neu."


def test_troubleshooting_quotes_what_finer_says():
    """Bold paragraphs of the page are sentences of Finer, to the letter, but for the users' own two complaints."""
    page = (ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8")
    quoted = {line.strip("*") for line in page.splitlines() if line.startswith("**")}
    assert len(quoted) > 20
    assert quoted - set(SHOWN) == {"It looks worse than the input.", "It is slow."}
