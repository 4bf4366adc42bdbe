"""The journal of an export, beside its tiles, from which a run that was stopped goes on.

The first line is the export's fingerprint; each line after it is a tile, and is written after the tile's files are. Their
sizes and checksums are in it: whatever a crash or a power cut leaves, a tile that is not whole is cut again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Self, get_args

import numpy as np

from ..datasets.statistics import Moments
from ..datasets.tile_io import SIDES, SideName
from ..errors import OutputError
from ..full_disk_errors import disk_full, is_full, place_of_result
from .scene import Scene
from .threaded_tile_cutting import Tile
from .tile_filters import Reason

Checksum = tuple[int, int]
"""Bytes of a file, and their CRC-32."""


class Journal:
    """The journal in `file` of the tiles in hr/, lr/ and perhaps guide/ in `folder`; `files` names the files of a tile."""

    def __init__(
        self,
        file: Path,
        folder: Path,
        files: Callable[[str], Sequence[str]],
        sides: Sequence[SideName] = SIDES,
    ) -> None:
        self.file, self.folder, self.files, self.sides = file, folder, files, sides
        self.known: dict[str, tuple[Moments | Reason, tuple[Checksum, ...]]] = {}
        """What the interrupted run found, by the tile's name."""
        self.fingerprint: dict[str, Any] | None = None
        """Fingerprint of the interrupted run; None if there was none."""
        self._length = 0
        self._read()

    @classmethod
    def of_scene(cls, scene: Scene, file: Path, folder: Path) -> Self:
        """Return the journal in `file` of tiles that are cut from a scene, or from others with the same files."""
        return cls(file, folder, scene.format.files, scene.sides)

    def find(self, name: str) -> Moments | Reason | None:
        """Return the moments of a tile whose files are unchanged, or why it was left out; None if it must be cut."""
        found, sums = self.known.get(name, (None, ()))
        try:
            intact = sums == self._checksums(name) if isinstance(found, Moments) else True
        except OSError:
            return None
        return found if intact else None

    @contextmanager
    def open(self, fingerprint: Mapping[str, Any]) -> Iterator[None]:
        """Open the journal for `add`; `fingerprint` begins one that is empty.

        Raises:
            OutputError: it cannot be written, because the disk is full for instance.
        """
        with self._translate_errors():
            self._stream = self.file.open("wb" if self.fingerprint is None else "r+b")
        with closing(self._stream):
            with self._translate_errors():
                self._stream.truncate(self._length)
                self._stream.seek(self._length)
                if self.fingerprint is None:
                    self._write(dict(fingerprint))
            yield

    def add(self, tile: Tile) -> None:
        """Record that a tile is done."""
        if tile.name in self.known and self.known[tile.name][0] is tile.outcome:
            return
        with self._translate_errors():
            sums = self._checksums(tile.name) if tile.moments else ()
            self._write_tile(tile.name, tile.outcome, sums)

    def take(self, other: Journal) -> None:
        """Record the tiles of another journal, and move their files to those of this one."""
        with self._translate_errors():
            for side in self.sides:
                (self.folder / side).mkdir(parents=True, exist_ok=True)
            for name, (outcome, sums) in other.known.items():
                if name not in self.known:
                    self._write_tile(name, outcome, sums)
                    self.known[name] = outcome, sums
                for side in self.sides if sums else ():
                    for file in self.files(name):
                        # What a run that was killed has moved after it had recorded it is here already.
                        with suppress(FileNotFoundError):
                            (other.folder / side / file).replace(self.folder / side / file)

    def _write_tile(self, name: str, outcome: Moments | Reason, sums: tuple[Checksum, ...]) -> None:
        line: dict[str, Any] = {"tile": name}
        if isinstance(outcome, str):
            line["left_out"] = outcome
        else:
            line["moments"] = [values.tolist() for values in vars(outcome).values()]
            line["sums"] = sums
        self._write(line)

    def _write(self, line: dict[str, Any]) -> None:
        self._stream.write(json.dumps(line).encode() + b"\n")
        self._stream.flush()

    @contextmanager
    def _translate_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if is_full(error):
                raise disk_full(place_of_result(self.file), error.strerror or str(error)) from None
            raise OutputError(
                "{path} could not be written ({reason}): free disk space, or choose another OUTPUT.",
                path=self.file,
                reason=error.strerror,
            ) from None

    def _checksums(self, name: str) -> tuple[Checksum, ...]:
        files = ((self.folder / side / file).read_bytes() for side in self.sides for file in self.files(name))
        return tuple((len(data), zlib.crc32(data)) for data in files)

    def _read(self) -> None:
        """Read the journal up to the first line that is damaged."""
        try:
            data = self.file.read_bytes()
        except OSError:
            return
        for line in data.splitlines(keepends=True):
            try:
                if not line.endswith(b"\n"):
                    return
                self._parse(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError):
                return
            self._length += len(line)

    def _parse(self, line: dict[str, Any]) -> None:
        if self.fingerprint is None:
            self.fingerprint = dict(line.items())
        elif "left_out" in line:
            if line["left_out"] in get_args(Reason):
                self.known[line["tile"]] = line["left_out"], ()
        else:
            moments = Moments(*(np.array(values, float) for values in line["moments"]))
            self.known[line["tile"]] = moments, tuple((size, crc) for size, crc in line["sums"])
