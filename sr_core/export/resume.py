"""Cutting the tiles of an export, except those that an interrupted run has cut before."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from ..datasets.tile_io import TileFormat
from ..progress import Log, Progress
from ..raster.radiometry import Radiometry
from .blocks import SourceBlock
from .fingerprint import differences
from .journal import Journal
from .options import FilterOptions
from .tile_writer import Tile, cut_tiles, gather_tiles

MAX_NAMED = 3
"""Differences from the interrupted run that the log names."""


def cut_missing_tiles(
    blocks: Sequence[SourceBlock],
    place: Path,
    radiometry: Radiometry,
    options: FilterOptions,
    format: TileFormat,
    fingerprint: Mapping[str, Any],
) -> Generator[Progress | Log, None, list[Tile]]:
    """Cut tiles into hr/ and lr/ in uncut/ in `place`, and return every tile, also those left out.

    What an interrupted run with the same fingerprint has left in `place` is used; what another has left is removed.
    """
    uncut = place / "uncut"
    gather_tiles(place / "new", uncut)
    shutil.rmtree(place / "new", ignore_errors=True)
    journal = Journal(place / "journal", uncut, format.files)
    total = sum(len(block.block.tiles) for block in blocks)
    if journal.fingerprint is not None and journal.fingerprint != fingerprint:
        different = differences(journal.fingerprint, fingerprint)
        yield Log(
            "What a run that was stopped had left is removed, for it was made otherwise: {different}.",
            different=", ".join(different[:MAX_NAMED]) + (", …" if len(different) > MAX_NAMED else ""),
        )
        (place / "journal").unlink()
        shutil.rmtree(uncut)
        journal = Journal(place / "journal", uncut, format.files)
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
            closing(cut_tiles(blocks, uncut, radiometry, options, journal.find)) as tiles,
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
