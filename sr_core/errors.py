"""What can go wrong, said so that the person who caused it can act."""

from __future__ import annotations


class SrError(Exception):
    """A refusal or failure meant for the user: one sentence, and what to do about it.

    The sentence is a template and its values travel apart from it, so that QGIS can translate the template:
    `SrError("{path} is not a raster.", path=path)`.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        self.text = text
        self.values = {
            name: value if isinstance(value, int | float) else str(value) for name, value in values.items()
        }
        super().__init__(text.format(**self.values))


class BadInput(SrError):
    """What was asked for cannot be done; nothing was started."""


class OptionError(ValueError):
    """Options that do not go together, as a config's validator says it; reading the config makes it a `BadInput`."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.text, self.values = text, values
        super().__init__(text.format(**values))


class NoOverlap(BadInput):
    """Two things that should lie in the same place do not."""


class BadPackage(SrError):
    """A file that should be a model package is not one, or not one this version can read."""


class NetworkError(SrError):
    """A server could not be reached, or did not give what it was asked for; nothing is wrong with the job itself."""


class OutputError(SrError):
    """A result could not be written; nothing half-written was left behind."""
