"""What can go wrong on QGIS' side, said so that the person who caused it can act."""

from __future__ import annotations


class FinerError(Exception):
    """A refusal or failure meant for the user: one sentence, and what to do about it.

    The sentence is a template and its values travel apart from it, so that it can be shown in the user's language:
    `tr(error.text, **error.values)`. `str(error)` is the English sentence.
    """

    def __init__(self, text, /, **values):
        self.text, self.values = text, values
        super().__init__(text.format(**values))


class Cancelled(Exception):
    """The user stopped the run; nothing of it is left."""
