"""Errors of QGIS' half of the plugin."""

from __future__ import annotations

from .redaction import redact


class FinerError(Exception):
    """A refusal or failure meant for the user: one sentence, and what to do about it.

    The sentence is a template that is kept apart from its values, so that it can be translated:
    `translation.tr_error(error)`. `str(error)` is the English sentence.
    """

    page = "troubleshooting"
    """Page of docs/ that says what to do, with the anchor of the entry, as errors of the engine have one."""

    def __init__(self, text, /, **values):
        self.text, self.values = text, values
        super().__init__(redact(text.format(**values)))


class ParameterError(FinerError):
    """What the user has set cannot be done; nothing was started."""

    page = "troubleshooting#parameters-that-do-not-fit"


class UnreadableInput(FinerError):
    """A layer or file cannot be opened."""

    page = "troubleshooting#a-raster-is-damaged"


class Cancelled(Exception):
    """The user stopped the run; nothing of it is left."""
