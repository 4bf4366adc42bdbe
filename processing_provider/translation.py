"""Texts in the user's language."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from .redaction import redact


def tr(text, /, **values):
    """Return the translation of a template, its `{names}` filled in when values are given, without secrets."""
    translated = QCoreApplication.translate("finer", text)
    return redact(translated.format(**values)) if values else translated


def tr_error(error):
    """Return the sentence of a `FinerError` in the user's language."""
    return tr(error.text, **error.values)


def tr_event(event):
    """Return the text of an engine event in the user's language."""
    return tr(event["text"], **event["values"])
