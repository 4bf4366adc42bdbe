"""The language that people read: what pages say, and words within a line of the log or an error.

Whole lines of the log and errors travel as templates, and whoever shows them translates them. What the engine itself
writes for people it has to translate itself, by the Qt file of translations (.ts) that FINER_TEXTS names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree  # nosec B405: reads no file but the plugin's own

VARIABLE = "FINER_TEXTS"
"""Names the file; without it, or where there is none, all is English."""


class Texts(NamedTuple):
    """A language."""

    code: str
    """As HTML takes it: de."""
    known: Mapping[str, str]
    """Translations, by the English text."""


ENGLISH = Texts("en", {})

_travelling: ContextVar[bool] = ContextVar("travelling", default=False)


def say(text: str, /, **values: object) -> str:
    """The translation of a template, its `{names}` filled in when values are given."""
    translated = _translation(text)
    return translated.format(**values) if values else translated


def together(parts: Sequence[str]) -> str:
    """A list as one says it: "a, b and c"."""
    *others, last = parts
    return say("{others} and {last}", others=", ".join(others), last=last) if others else last


def either(choices: Sequence[object]) -> str:
    """What there is to choose from: "1, 3 or 4"."""
    *others, last = map(str, choices)
    return say("{others} or {last}", others=", ".join(others), last=last) if others else last


def language() -> str:
    """The code of the language that is spoken."""
    return _texts().code


@contextmanager
def english() -> Iterator[None]:
    """What is said meanwhile is in English: it is data, which others read, or programs."""
    token = _travelling.set(True)
    try:
        yield
    finally:
        _travelling.reset(token)


def _translation(text: str) -> str:
    return _texts().known.get(text, text)


def _texts() -> Texts:
    path = os.environ.get(VARIABLE)
    return _read(path) if path and not _travelling.get() else ENGLISH


@cache
def _read(path: str) -> Texts:
    """A file of translations; English where it cannot be read. Texts that are not finished are left out."""
    try:
        root = ElementTree.parse(path).getroot()  # noqa: S314  # nosec B314: the plugin's own file
    except (OSError, ElementTree.ParseError):
        return ENGLISH
    known = {}
    for message in root.iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.text and "type" not in translation.attrib:
            known[source] = translation.text
    return Texts(root.get("language", ENGLISH.code).replace("_", "-"), known)
