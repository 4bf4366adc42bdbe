"""Resuming an export: its journal, and cutting the tiles that an interrupted run has not cut.

The journal lies beside the tiles. Its first line is the export's fingerprint; each line after it is a tile, and is
written after the tile's files are. Their sizes and checksums are in it: whatever a crash or a power cut leaves, a tile
that is not whole is cut again.
"""

from __future__ import annotations

import json
import shutil
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, get_args

import numpy as np

from ..datasets.statistics import Moments
from ..datasets.tile_io import SIDES, SideName
from ..errors import OutputError
from ..full_disk_errors import disk_full, is_full, place_of_result
from ..progress import Log, Progress
from .export_fingerprint import differences
from .land_blocks import SourceBlock
from .options import FilterOptions
from .parallel_tile_cutting import Tile, cut_tiles, gather_tiles
from .tile_filters import Reason

MAX_NAMED = 3
"""Differences from the interrupted run that the log names."""

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
        line: dict[str, Any] = {"tile": tile.name}
        with self._translate_errors():
            if isinstance(tile.outcome, str):
                line["left_out"] = tile.outcome
            else:
                line["moments"] = [values.tolist() for values in vars(tile.outcome).values()]
                line["sums"] = self._checksums(tile.name)
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
                "{path} could not be written ({reason}): make room, or choose another OUTPUT.",
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


def cut_missing_tiles(
    blocks: Sequence[SourceBlock],
    place: Path,
    options: FilterOptions,
    fingerprint: Mapping[str, Any],
) -> Generator[Progress | Log, None, list[Tile]]:
    """Cut tiles into hr/ and lr/ in uncut/ in `place`, and return every tile, also those left out.

    What an interrupted run with the same fingerprint has left in `place` is used; what another has left is removed.

    Args:
        blocks: Blocks of all scenes, with their tiles.
        place: Folder in which the result grows.
        options: Filters that a tile must pass.
        fingerprint: Settings, versions and inputs of this run (`fingerprint.fingerprint`).
    """
    uncut, files = place / "uncut", blocks[0].scene.format.files
    sides = blocks[0].scene.sides
    gather_tiles(place / "new", uncut, sides)
    shutil.rmtree(place / "new", ignore_errors=True)
    journal = Journal(place / "journal", uncut, files, sides)
    total = sum(len(block.tiles) for block in blocks)
    if journal.fingerprint is not None and journal.fingerprint != fingerprint:
        different = differences(journal.fingerprint, fingerprint)
        yield Log(
            "The tiles of a run that was stopped are removed, because settings or inputs differ: {different}.",
            different=", ".join(different[:MAX_NAMED]) + (", …" if len(different) > MAX_NAMED else ""),
        )
        (place / "journal").unlink()
        shutil.rmtree(uncut)
        journal = Journal(place / "journal", uncut, files, sides)
    if journal.known:
        yield Log(
            "Going on where a run that was stopped left off: {done} of {total} tiles are there.",
            done=len(journal.known),
            total=total,
        )
    else:
        yield Log(
            "If this run is stopped, its tiles stay in {folder}, and the same run goes on from there.",
            folder=str(place),
        )
    done: list[Tile] = []
    try:
        with (
            journal.open(fingerprint),
            closing(cut_tiles(blocks, uncut, options, journal.find)) as tiles,
        ):
            for tile in tiles:
                journal.add(tile)
                done.append(tile)
                yield Progress(len(done) / total, "Tile {done} of {total}", done=len(done), total=total)
    finally:
        if not done and not journal.known:  # nothing to resume
            shutil.rmtree(uncut)
            (place / "journal").unlink(missing_ok=True)
    return done
