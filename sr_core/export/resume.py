"""Cutting the tiles of an export, or those of them that a run which was stopped has not cut yet."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from ..datasets.tile_io import TileFormat
from ..progress import Log, Progress
from ..raster.radiometry import Radiometry
from .filters import Selection
from .fingerprint import differences
from .journal import Journal
from .tile_writer import SourceBlock, Tile, cut_tiles, gather_tiles

MOST_NAMED = 3
"""Differences to the run before that the log names."""


def cut(
    lands: Sequence[SourceBlock],
    place: Path,
    radiometry: Radiometry,
    wanted: Selection,
    form: TileFormat,
    head: Mapping[str, Any],
) -> Generator[Progress | Log, None, list[Tile]]:
    """Every tile, those that are left out as well; files are in hr/ and lr/ in uncut/ in `place`.

    What a run with the same `head` has left there is taken as it is; what another has left is removed.
    """
    uncut = place / "uncut"
    gather_tiles(place / "new", uncut)
    shutil.rmtree(place / "new", ignore_errors=True)
    journal = Journal(place / "journal", uncut, form.files)
    total = sum(len(land.block.tiles) for land in lands)
    if journal.head is not None and journal.head != head:
        yield _anew(differences(journal.head, head))
        (place / "journal").unlink()
        shutil.rmtree(uncut)
        journal = Journal(place / "journal", uncut, form.files)
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
            journal.written(head),
            closing(cut_tiles(lands, uncut, radiometry, wanted, journal.found)) as tiles,
        ):
            for tile in tiles:
                journal.note(tile)
                done.append(tile)
                yield Progress(len(done) / total, "Tile {done} of {total}", done=len(done), total=total)
    finally:
        if not done and not journal.known:  # nothing to go on from
            shutil.rmtree(uncut)
            (place / "journal").unlink(missing_ok=True)
    return done


def _anew(different: list[str]) -> Log:
    return Log(
        "What a run that was stopped had left is removed, for it was made otherwise: {different}.",
        different=", ".join(different[:MOST_NAMED]) + (", …" if len(different) > MOST_NAMED else ""),
    )
