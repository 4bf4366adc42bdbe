"""What an export has done so far, kept beside its tiles so that the same export goes on from there once it was stopped.

The first line of the journal says what is exported and from what; each line after it tells of one tile, and is written
after the tile's files are. They are known by size and checksum: whatever a crash or a power cut has left, a tile that is
not whole is cut again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, get_args

import numpy as np

from ..datasets.statistics import Moments
from ..errors import OutputError
from .filters import Reason
from .tile_writer import Tile

SIDES = ("hr", "lr")
Sum = tuple[int, int]
"""Bytes of a file, and their CRC-32."""


class Journal:
    """The journal in FILE, of tiles in the folders hr/ and lr/ of FOLDER, each of them in the files that `files` says."""

    def __init__(self, file: Path, folder: Path, files: Callable[[str], Sequence[str]]) -> None:
        self.file, self.folder, self.files = file, folder, files
        self.known: dict[str, tuple[Moments | Reason, tuple[Sum, ...]]] = {}
        """What a run before this one found, by the tile's name."""
        self.head: dict[str, Any] | None = None
        """What that run exported, and from what; none if there was none."""
        self._whole = 0
        self._read()

    def found(self, name: str) -> Moments | Reason | None:
        """What was found of a tile whose files are as they were when it was written; none if it must be cut."""
        found, sums = self.known.get(name, (None, ()))
        try:
            intact = sums == self._sums(name) if isinstance(found, Moments) else True
        except OSError:
            return None
        return found if intact else None

    @contextmanager
    def written(self, head: Mapping[str, Any]) -> Iterator[None]:
        """Open to `note`; `head` begins a journal that has none.

        Raises:
            OutputError: it cannot be written, the disk being full, say.
        """
        with self._said():
            self._stream = self.file.open("r+b" if self.head else "wb")
        with closing(self._stream):
            with self._said():
                self._stream.truncate(self._whole)
                self._stream.seek(self._whole)
                if not self.head:
                    self._write(dict(head))
            yield

    def note(self, tile: Tile) -> None:
        """Write down that a tile is done."""
        if tile.name in self.known and self.known[tile.name][0] is tile.found:
            return
        line: dict[str, Any] = {"tile": tile.name}
        with self._said():
            if isinstance(tile.found, str):
                line["left_out"] = tile.found
            else:
                line["moments"] = [values.tolist() for values in vars(tile.found).values()]
                line["sums"] = self._sums(tile.name)
            self._write(line)

    def _write(self, line: dict[str, Any]) -> None:
        self._stream.write(json.dumps(line).encode() + b"\n")
        self._stream.flush()

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputError(
                "{path} could not be written ({reason}): make room, or choose another OUTPUT.",
                path=self.file,
                reason=error.strerror,
            ) from None

    def _sums(self, name: str) -> tuple[Sum, ...]:
        files = ((self.folder / side / file).read_bytes() for side in SIDES for file in self.files(name))
        return tuple((len(data), zlib.crc32(data)) for data in files)

    def _read(self) -> None:
        """As far as it is sound: what comes after a line that was not written to its end is not believed."""
        try:
            data = self.file.read_bytes()
        except OSError:
            return
        for line in data.splitlines(keepends=True):
            try:
                if not line.endswith(b"\n"):
                    return
                self._believe(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError):
                return
            self._whole += len(line)

    def _believe(self, line: dict[str, Any]) -> None:
        if self.head is None:
            self.head = dict(line.items())
        elif "left_out" in line:
            if line["left_out"] in get_args(Reason):
                self.known[line["tile"]] = line["left_out"], ()
        else:
            moments = Moments(*(np.array(values, float) for values in line["moments"]))
            self.known[line["tile"]] = moments, tuple((size, crc) for size, crc in line["sums"])
