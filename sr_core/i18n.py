"""Translates what the engine writes itself: pages, and words inside other texts.

Use `say` for text of a page and for words that are a value of another text, such as "no guide" inside an error. Do not use
it for a whole log line or error: `Log` and `SrError` carry their templates untranslated, and QGIS translates them. The
translations are read from the Qt file (.ts) that the environment variable FINER_TEXTS names.

Numbers among the values of a text are written with the decimal sign of the language; `format_number` does the same for
numbers that are put into a text otherwise.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from numbers import Real
from string import Formatter
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
    return redact(_LocalFormatter().format(translated, **values)) if values else translated


def format_number(value: float, form: str = "g") -> str:
    """Return a number as people write it in the language in use: "1.234,5" in German.

    Not for parameters as users type them and for files that programs read: these have a decimal point everywhere.

    Args:
        value: The number.
        form: Its format specification, such as ".3g".
    """
    return localise_number(format(value, form))


def localise_number(text: str) -> str:
    """Return the text of a number, written in English, with the signs of the language in use."""
    return text.translate(_signs(say("1,234.5")))


def join_numbers(numbers: Iterable[str]) -> str:
    """Return a list of numbers as text; their separator is a semicolon where the decimal sign is a comma."""
    return ("; " if localise_number(".") == "," else ", ").join(numbers)


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


class _LocalFormatter(Formatter):
    """Fills in a template, with numbers as people write them in the language in use."""

    def format_field(self, value: object, format_spec: str) -> str:
        text = format(value, format_spec)
        return localise_number(text) if isinstance(value, Real) else text


@cache
def _signs(example: str) -> dict[int, str]:
    """Return what a translation of "1,234.5" has in place of the comma and the point."""
    found = re.search("1(.*)234(.*)5", example)
    return dict(zip(map(ord, ",."), found.groups(), strict=True)) if found else {}


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
