"""Errors with a message that a user can act on."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from .redaction import redact


class SrError(Exception):
    """An error for the user: one sentence that says what is wrong and what to do.

    The sentence is a template and its values are kept apart from it, so that QGIS can translate the template:
    `SrError("{path} is not a raster.", path=path)`. Passwords and tokens in the values are hidden.
    """

    page: ClassVar[str] = "troubleshooting"
    """Page of docs/ that says what to do, with the anchor of the entry; where `docs/troubleshooting.md` quotes the sentence
    itself, QGIS opens that entry instead."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.text = text
        self.values = {
            name: value if isinstance(value, int | float) else redact(str(value))
            for name, value in values.items()
        }
        super().__init__(text.format(**self.values))

    def __reduce__(self) -> tuple[Callable[..., SrError], tuple[object, ...]]:
        """Return how it is made again in another process."""
        return _remake, (type(self), self.text, self.values)


def _remake(kind: type[SrError], text: str, values: dict[str, object]) -> SrError:
    return kind(text, **values)


class InputError(SrError):
    """The request cannot be fulfilled; nothing was started."""

    page = "troubleshooting#parameters-that-do-not-fit"


class OptionError(ValueError):
    """Options that do not fit together, raised by a config's validator; `Choice.build` turns it into a `InputError`."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.text, self.values = text, values
        super().__init__(redact(text.format(**values)))


class NoOverlapError(InputError):
    """Two places that should overlap do not."""

    page = "troubleshooting#rasters-do-not-overlap"


class TooFewTilesError(InputError):
    """Rasters from which too few tiles can be cut, by their size or what is missing in them."""

    page = "troubleshooting#too-few-tiles"


class IncompleteEngine(SrError):
    """The light engine, which has no torch, lacks what this needs."""

    page = "troubleshooting#the-light-engine-lacks-something"


def incomplete_engine() -> IncompleteEngine:
    """Return the error for what takes any package that the light engine lacks."""
    return IncompleteEngine(
        "This needs the complete SR engine, and the one that is set up is the light one, which only runs models: "
        'run "Set up SR engine" with PARTS set to complete.'
    )


class PackageError(SrError):
    """A file is not a model package, or not one that this version can read."""

    page = "troubleshooting#a-model-package-cannot-be-read"


class NetworkError(SrError):
    """A server could not be reached, or gave no answer of use; the job itself is fine."""

    page = "troubleshooting#a-server-does-not-answer"


class OutputError(SrError):
    """A result could not be written; nothing half-written is left."""

    page = "troubleshooting#a-result-cannot-be-written"


class InputChanged(SrError):
    """A file was changed while it was read; no result is left that mixes its states."""

    page = "troubleshooting#a-file-changed-during-the-run"
