"""Texts in the user's language, and numbers in them with its decimal sign."""

from __future__ import annotations

import re
from numbers import Real
from string import Formatter

from qgis.PyQt.QtCore import QCoreApplication

from .redaction import redact


def tr(text, /, **values):
    """Return the translation of a template, its `{names}` filled in when values are given, without secrets."""
    translated = QCoreApplication.translate("finer", text)
    return redact(_QgisFormatter().format(translated, **values)) if values else translated


def format_number(value, form="g"):
    """Return a number, by a format specification, as people write it in the user's language: "1.234,5" in German.

    Not for parameters as users type them and for files that programs read: these have a decimal point everywhere.
    """
    return _localise(format(value, form))


def tr_error(error):
    """Return the sentence of a `FinerError` in the user's language."""
    return tr(error.text, **error.values)


def tr_event(event):
    """Return the text of an engine event in the user's language."""
    return tr(event["text"], **event["values"])


class _QgisFormatter(Formatter):
    """Fills in a template, with numbers as people write them in the user's language."""

    def format_field(self, value, format_spec):
        text = format(value, format_spec)
        return _localise(text) if isinstance(value, Real) else text


def _localise(text):
    """Return the text of a number with what the translation of "1,234.5" has in place of the comma and the point."""
    found = re.search("1(.*)234(.*)5", tr("1,234.5"))
    return text.translate(dict(zip(map(ord, ",."), found.groups()))) if found else text
