"""Errors of QGIS' half of the plugin."""

from __future__ import annotations

from .redaction import redact


class FinerError(Exception):
    """A refusal or failure meant for the user: one sentence, and what to do about it.

    The sentence is a template that is kept apart from its values, so that it can be translated:
    `translation.tr_error(error)`. `str(error)` is the English sentence.
    """

    def __init__(self, text, /, **values):
        self.text, self.values = text, values
        super().__init__(redact(text.format(**values)))


class Cancelled(Exception):
    """The user stopped the run; nothing of it is left."""
