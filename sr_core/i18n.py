"""Translation of what the engine writes itself: pages, and words within a line of the log or an error.

Whole lines of the log and errors leave the engine as templates, which QGIS translates. The engine's own translations are
those of the Qt file (.ts) that the environment variable FINER_TEXTS names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree  # nosec B405: reads no file but the plugin's own

from .redaction import redact

VARIABLE = "FINER_TEXTS"
"""Names the file of translations; without it, or where there is none, all is English."""


class Texts(NamedTuple):
    """A language and its translations."""

    code: str
    """As in HTML: de."""
    known: Mapping[str, str]
    """Translations, by the English text."""


ENGLISH = Texts("en", {})

_english: ContextVar[bool] = ContextVar("english", default=False)


def say(text: str, /, **values: object) -> str:
    """Return the translation of a template, its `{names}` filled in when values are given, without secrets."""
    translated = _translation(text)
    return redact(translated.format(**values)) if values else translated


def join_and(parts: Sequence[str]) -> str:
    """Return a list in words: "a, b and c"."""
    *others, last = parts
    return say("{others} and {last}", others=", ".join(others), last=last) if others else last


def join_or(choices: Sequence[object]) -> str:
    """Return alternatives in words: "1, 3 or 4"."""
    *others, last = map(str, choices)
    return say("{others} or {last}", others=", ".join(others), last=last) if others else last


def language() -> str:
    """Return the code of the language in use."""
    return _texts().code


@contextmanager
def english() -> Iterator[None]:
    """Use English in this block: for files that others or programs read."""
    token = _english.set(True)
    try:
        yield
    finally:
        _english.reset(token)


def _translation(text: str) -> str:
    return _texts().known.get(text, text)


def _texts() -> Texts:
    path = os.environ.get(VARIABLE)
    return _read(path) if path and not _english.get() else ENGLISH


@cache
def _read(path: str) -> Texts:
    """Read a file of translations; English if it cannot be read. Unfinished translations are left out."""
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
