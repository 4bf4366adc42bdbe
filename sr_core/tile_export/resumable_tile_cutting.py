"""Cutting the tiles that an interrupted run has not cut, in this process or in several."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from ..block_processing.block_executor import Executor
from ..progress import Log, Progress, run_part
from .export_fingerprint import differences
from .journal import Journal
from .land_blocks import SourceBlock
from .multiprocess_tile_cutting import GROUPS, cut_groups, gather_groups, groups_folder
from .options import FilterOptions
from .threaded_tile_cutting import Tile, cut_tiles, gather_tiles

MAX_NAMED = 3
"""Differences from the interrupted run that the log names."""

SHARED = 0.95
"""Share of the progress at which other processes have cut their tiles, and these are looked through."""


def cut_missing_tiles(
    blocks: Sequence[SourceBlock],
    place: Path,
    options: FilterOptions,
    fingerprint: Mapping[str, Any],
    execute: Executor | None = None,
) -> Generator[Progress | Log, None, list[Tile]]:
    """Cut tiles into hr/ and lr/ in uncut/ in `place`, and return every tile, also those left out.

    What an interrupted run with the same fingerprint has left in `place` is used; what another has left is removed.

    Args:
        blocks: Blocks of all scenes, with their tiles.
        place: Folder in which the result grows.
        options: Filters that a tile must pass.
        fingerprint: Settings, versions and inputs of this run (`export_fingerprint.fingerprint`).
        execute: Cuts tiles in other processes, which all see `place`; None: this process alone cuts them.

    Raises:
        SrError: A tile cannot be cut; with `execute` after all others are.
    """
    uncut, scene = place / "uncut", blocks[0].scene
    gather_tiles(place / "new", uncut, scene.sides)
    shutil.rmtree(place / "new", ignore_errors=True)
    journal = Journal.of_scene(scene, place / "journal", uncut)
    total = sum(len(block.tiles) for block in blocks)
    if journal.fingerprint is not None and journal.fingerprint != fingerprint:
        different = differences(journal.fingerprint, fingerprint)
        yield Log(
            "The tiles of a run that was stopped are removed, because settings or inputs differ: {different}.",
            different=", ".join(different[:MAX_NAMED]) + (", …" if len(different) > MAX_NAMED else ""),
        )
        (place / "journal").unlink()
        shutil.rmtree(uncut)
        shutil.rmtree(place / GROUPS, ignore_errors=True)
        journal = Journal.of_scene(scene, place / "journal", uncut)
    done: list[Tile] = []
    try:
        with journal.open(fingerprint):
            gather_groups(groups_folder(place, fingerprint), scene, journal)
            if journal.known:
                yield Log(
                    "Continuing a run that was stopped: {done} of {total} tiles are there.",
                    done=len(journal.known),
                    total=total,
                )
            else:
                yield Log(
                    "If this run is stopped, its tiles stay in {folder}, and the same run continues from there.",
                    folder=str(place),
                )
            start = SHARED if execute else 0
            if execute:
                yield from run_part(
                    cut_groups(blocks, place, options, fingerprint, journal, execute), 0, SHARED
                )
            with closing(cut_tiles(blocks, uncut, options, journal.find)) as tiles:
                for tile in tiles:
                    journal.add(tile)
                    done.append(tile)
                    share = start + (1 - start) * len(done) / total
                    yield Progress(share, "Tile {done} of {total}", done=len(done), total=total)
    finally:
        if not done and not journal.known:  # nothing to resume
            shutil.rmtree(uncut)
            shutil.rmtree(place / GROUPS, ignore_errors=True)
            (place / "journal").unlink(missing_ok=True)
    return done
