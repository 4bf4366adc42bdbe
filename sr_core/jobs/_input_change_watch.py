"""Ends a run whose input changes, so that no result mixes two states of an input."""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..atomic_write import followed
from ..errors import InputChanged
from ..os_metadata_files import is_system_file
from ..progress import Log, Progress
from ..raster.input_files import COME_AND_GO, files_of
from ..raster.sidecars import RASTERS
from ._output_overlap import NamedFile, fold_case, real_path

ENDINGS = tuple(f".{ending}" for ending in RASTERS)

PAUSE, SHARE = 2.0, 50.0
"""Seconds, and how many times as long as it takes to look, until inputs are looked at again."""

Work = Generator[Progress | Log, None, Any]


def watch_inputs(work: Work, state: FileState) -> Work:
    """Do the work, and end it when a file changes."""
    try:
        while True:
            try:
                step = next(work)
            except StopIteration as done:
                return done.value
            if isinstance(step, Progress) and state.is_due():
                try:
                    state.require()
                except InputChanged as error:
                    yield from _stop(work, error)
            yield step
    finally:
        work.close()


def _stop(work: Work, error: InputChanged) -> Work:
    """End the work with an error; yield what it logs before."""
    with suppress(StopIteration):
        yield work.throw(error)
        yield from work
    raise error


class FileState:
    """Recorded state of files: size, time of change, and identity."""

    def __init__(self, states: dict[str, tuple[int, ...] | None]) -> None:
        self._states, self._due = states, time.monotonic() + PAUSE

    @classmethod
    def of(cls, inputs: Iterable[NamedFile], written: Iterable[str] = ()) -> FileState:
        """Return the state of the rasters that inputs are, or that lie in them, with all that these are read from.

        Args:
            inputs: rasters and folders. Of a folder in place of a raster, its rasters are read and not those in its
                subfolders, where results may lie.
            written: files that are no input though they lie among them.
        """
        files: set[str] = set()
        for _, kind, path in inputs:
            rasters = [path]
            if os.path.isdir(path):
                rasters = list(_rasters_in(path, kind != "raster-in"))
            files.update(os.path.abspath(each) for each in rasters if os.path.isfile(each))
            for each in rasters:  # a tile has no other files, and there are many
                if each == path or each.lower().endswith(".vrt"):
                    files |= files_of(each)
        own = [fold_case(real_path(followed(path))) for path in written]
        return cls(
            {
                file: _state(file)
                for file in files
                if not file.endswith(COME_AND_GO) and fold_case(real_path(Path(file))) not in own
            }
        )

    def is_due(self) -> bool:
        """Whether it is time to look at the files again."""
        return time.monotonic() >= self._due

    def require(self) -> None:
        """Require that no file has changed.

        Raises:
            InputChanged: A file has changed.
        """
        began = time.monotonic()
        for file, before in self._states.items():
            if _state(file) != before:
                raise InputChanged(
                    "The input {path} was changed or removed while it was read: run again when nothing writes to it.",
                    path=file,
                )
        now = time.monotonic()
        self._due = now + max(PAUSE, SHARE * (now - began))


def _rasters_in(folder: str, is_deep: bool) -> Iterator[str]:
    """Yield the rasters in a folder; in those in it, too, if it has none itself (as a SAFE folder), or is asked for."""
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not is_system_file(each)]
        names = [name for name in names if not is_system_file(name)]
        rasters = [os.path.join(place, name) for name in names if name.lower().endswith(ENDINGS)]
        yield from rasters
        if rasters and place == folder and not is_deep:
            return


def _state(file: str) -> tuple[int, ...] | None:
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_dev, found.st_ino
