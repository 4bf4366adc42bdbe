"""Every text that a user may be shown is in the translations, and these fit."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "script"))

import strings  # noqa: E402
import translations  # noqa: E402

SAYING = """
from .errors import InputError, OptionError
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
    raise InputError(TABLE[key])
"""
SAID = {
    "A line.", "A step of {value}", "Said by a name.", "One.", "Another.", "From elsewhere.", "First rule.", "Second rule.",
    "First of a table.", "Second of a table.",
}  # fmt: skip


@pytest.fixture
def make_project(tmp_path, monkeypatch):
    """`make_project(source)` is a project of a module with this source, one of texts and one of errors."""

    def make(source):
        monkeypatch.setattr(strings, "ROOT", tmp_path)
        (tmp_path / "sr_core").mkdir()
        (tmp_path / "processing_provider").mkdir()
        (tmp_path / "plugin.py").write_text("")
        (tmp_path / "sr_core" / "saying.py").write_text(source)
        (tmp_path / "sr_core" / "texts.py").write_text('ELSEWHERE = "From elsewhere."')
        (tmp_path / "sr_core" / "errors.py").write_text("class InputError(SrError): ...")
        return strings.Project()

    return make


def test_texts_are_found_where_they_are_said(make_project):
    assert {text for module in make_project(SAYING).modules for text in module.texts()} == SAID


@pytest.mark.parametrize(
    "call",
    ['tr(f"{path} is gone")', 'Log("A" + name)', 'raise InputError("%s" % path)', 'tr(TABLE[a] + ".")'],
)
def test_a_text_that_no_translation_can_know_is_refused(make_project, call):
    modules = make_project(call).modules
    with pytest.raises(strings.Glued, match=r"^sr_core/saying\.py:1: "):
        [text for module in modules for text in module.texts()]


# What is handed on: every text that is shown is one that the translations know

HANDED_ON = re.compile(
    r"\.text$|\.log$|^self\.(name|explanation\(\))$|__doc__|__name__|\btitle\("
    r"|\[['\"](text|title|titles|description|layout|tags|blank|no_licence)['\"]\]|^layout\.title$"
    r"|^(entry|each)\.(purpose|note)$"
)
"""Texts of errors, events, the schema, the catalogue and docstrings, which are found where these are made."""


class HandedOnTexts:
    """Looks for texts that are shown and of which it is not known what they may be."""

    def __init__(self, project):
        self.project = project
        self.known = {text for module in project.modules for text in module.texts()}
        self.owners = {}
        """Node -> the innermost function that it is in."""
        self.calls = []
        """Module, call, and name of what is called."""
        for module in project.modules:
            for node in ast.walk(module.tree):
                if isinstance(node, ast.FunctionDef):
                    self.owners.update(dict.fromkeys(ast.walk(node), node))
                elif isinstance(node, ast.Call):
                    name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
                    self.calls.append((module, node, name))

    def unknown(self):
        """Yield where they are shown, and what they are."""
        for module, call, name in self.calls:
            at, texts = self.project.says(name, module.path), []
            if at is not None and at < len(call.args):
                texts = [text for text in self.sources(module, call.args[at]) if not HANDED_ON.search(text)]
            elif name == "map" and ast.unparse(call.args[0]) in ("tr", "say"):
                parts = module.parts(call.args[1])
                texts = [text for part, home in parts for text in home.strings(part)] or [ast.unparse(call)]
                texts = [text for text in texts if text not in self.known]
            yield from (f"{module.path.name}:{call.lineno}: {name}({text})" for text in texts)

    def sources(self, module, node, seen=()):
        """Yield what an expression may be where it is no literal: what is assigned to its name, or handed to it."""
        if list(module.strings(node)) or ast.unparse(node) == "self":  # the window of a message box
            return
        if not isinstance(node, ast.Name):
            yield ast.unparse(node)
            return
        function = self.owners.get(node)
        places = [place.value for place in module.names.get(node.id, ())]
        here = [value for value in places if self.owners.get(value) is function]
        found = [(module, value) for value in here or places]
        parameters = [argument.arg for argument in function.args.args] if function else []
        if node.id in parameters and function.name not in seen:
            at = parameters.index(node.id) - (parameters[0] in ("self", "cls"))
            for other, call, name in self.calls:
                if name == function.name and at < len(call.args):
                    found.append((other, call.args[at]))
        if not found:
            yield node.id
        for home, value in found:
            yield from self.sources(home, value, (*seen, getattr(function, "name", "")))


def test_every_text_that_is_handed_on_is_known():
    assert list(HandedOnTexts(strings.Project()).unknown()) == []


@pytest.mark.parametrize(
    "source",
    [
        "def f(text):\n    yield Log(text)\n\nf(path.name)",
        "def f(path):\n    text = str(path)\n    tr(text)",
        "def f(text):\n    raise InputError(text)",
        "tr(path.name)",
        "def f():\n    for text in words():\n        say(text)",
        "list(map(tr, words()))",
    ],
)
def test_a_text_that_is_not_known_is_noticed(make_project, source):
    assert list(HandedOnTexts(make_project(source)).unknown())


def test_an_f_string_that_is_handed_on_is_noticed(make_project):
    with pytest.raises(strings.Glued):
        list(
            HandedOnTexts(make_project("def f(text):\n    yield Log(text)\n\nf(f'{path} is gone')")).unknown()
        )


def test_texts_that_are_known_may_be_handed_on(make_project):
    source = """
def show(text):
    yield Log(text)

show("A literal.")
tr(error.text)
tr(spec["title"])
"""
    assert list(HandedOnTexts(make_project(source)).unknown()) == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_the_translations_know_every_text_and_no_other(language, shown_texts):
    assert list(translations.read(translations.path_of(language))) == shown_texts, "run script/translate"


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
    monkeypatch.setattr(strings, "list_texts", lambda: ["{n} < 2 & so", "New.", "Two\n\nparts."])
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


def test_troubleshooting_quotes_what_finer_says(shown_texts):
    """Bold paragraphs of the page are sentences of Finer, to the letter: by them errors find their entry."""
    page = (ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8")
    quoted = {line.strip("*") for line in page.splitlines() if line.startswith("**")}
    assert len(quoted) > 40
    assert quoted <= set(shown_texts)
