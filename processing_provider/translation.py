"""Strings in the user's language."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text, /, **values):
    """The translation of a template, its `{names}` filled in when values are given."""
    translated = QCoreApplication.translate("finer", text)
    return translated.format(**values) if values else translated
