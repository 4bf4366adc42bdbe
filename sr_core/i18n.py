"""Translates what the engine writes itself: pages, and words inside other texts.

Use `say` for text of a page and for words that are a value of another text, such as "no guide" inside an error. Do not use
it for a whole log line or error: `Log` and `SrError` carry their templates untranslated, and QGIS translates them. The
translations are read from the Qt file (.ts) that the environment variable FINER_TEXTS names.
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
"""Environment variable with the path of the file of translations; where it is unset or the file missing: English."""


class Texts(NamedTuple):
    """A language and its translations."""

    code: str
    """Code of the language as in HTML, such as `de`."""
    known: Mapping[str, str]
    """Translation of each English text."""


ENGLISH = Texts("en", {})

_english: ContextVar[bool] = ContextVar("english", default=False)


def say(text: str, /, **values: object) -> str:
    """Return the translation of words that are part of a page or of another text.

    Not for log lines and errors, whose templates QGIS translates.

    Args:
        text: The English template, a literal.
        values: Fill the template's `{names}`; secrets in them are redacted.
    """
    translated = _translation(text)
    return redact(translated.format(**values)) if values else translated


def join_and(parts: Sequence[str]) -> str:
    """Return the parts as a translated phrase: "a, b and c"."""
    *others, last = parts
    return say("{others} and {last}", others=", ".join(others), last=last) if others else last


def join_or(choices: Sequence[object]) -> str:
    """Return the choices as a translated phrase: "1, 3 or 4"."""
    *others, last = map(str, choices)
    return say("{others} or {last}", others=", ".join(others), last=last) if others else last


def language() -> str:
    """Return the code of the language in use."""
    return _texts().code


@contextmanager
def english() -> Iterator[None]:
    """Make `say` return English in this block: for files that go to other people or programs."""
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
    """Read a file of translations without its unfinished ones; return English if it cannot be read."""
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
