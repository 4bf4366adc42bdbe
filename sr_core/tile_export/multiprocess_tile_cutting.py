"""Groups of tiles that several processes cut: each in a folder of its own, from which one process gathers them."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Container, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from rasterio.windows import Window

from ..atomic_write import atomic_write
from ..block_processing.block_executor import (
    FAILED,
    Executor,
    Failures,
    log_failures,
    raise_failures,
    write_failures,
)
from ..progress import Log, Progress
from ..staging_folders import PREFIX, sweep
from .journal import Journal
from .land_blocks import SourceBlock
from .options import FilterOptions
from .scene import Scene
from .threaded_tile_cutting import cut_tiles, values_per_tile

GROUPS = "groups"
"""Folder of the folders of groups, in that in which a result grows."""

VALUES_PER_GROUP = 2**26
"""Pixel values of a group: what is lost with a process that dies; a scheduler's work for a group should not count."""


@dataclass(frozen=True)
class TileGroup:
    """Tiles of a block of land that are cut by one process."""

    name: str
    """That of its first tile."""
    block: int
    """Index of the block."""
    tiles: tuple[Window, ...]


@dataclass
class TileGroupCutter:
    """Cuts groups of tiles, each into a folder that appears when it is whole; travels to other processes."""

    blocks: Sequence[SourceBlock]
    folder: Path
    """Folder for those of the groups."""
    options: FilterOptions

    uses_cards: ClassVar[bool] = False

    @property
    def run_id(self) -> str:
        """Return the identifier of this run among others on the same cluster."""
        return hashlib.sha256(str(self.folder).encode()).hexdigest()[:12]

    def choose_card(self, number: int) -> None:
        """Do nothing: tiles are cut by the processor."""

    def compute(self, block: TileGroup) -> Generator[Progress | Log, None, None]:
        """Cut the tiles of a group.

        Raises:
            SrError: A raster cannot be read, or the folder not be written.
        """
        target = self.folder / block.name
        if target.exists():  # by another process that was thought to be dead
            return
        land = replace(self.blocks[block.block], tiles=block.tiles)
        with atomic_write(target) as new:
            new.mkdir()
            journal = Journal.of_scene(land.scene, new / "journal", new)
            with journal.open({}), closing(cut_tiles([land], new, self.options)) as tiles:
                for done, tile in enumerate(tiles, start=1):
                    journal.add(tile)
                    yield Progress(done / len(land.tiles))


def cut_groups(
    blocks: Sequence[SourceBlock],
    place: Path,
    options: FilterOptions,
    fingerprint: Mapping[str, Any],
    journal: Journal,
    execute: Executor,
) -> Generator[Progress | Log, None, None]:
    """Let an executor cut the tiles that the journal lacks, and gather them.

    Args:
        blocks: Blocks of all scenes, with their tiles.
        place: Folder in which the result grows.
        options: Filters that a tile must pass.
        fingerprint: That of this run.
        journal: Journal of the tiles that are there, open for writing.
        execute: Cuts groups of tiles in several processes, which all see `place`.

    Raises:
        SrError: Groups could not be cut; what was cut is in the journal.
    """
    folder, failed = groups_folder(place, fingerprint), place / FAILED
    folder.mkdir(parents=True, exist_ok=True)
    groups = list(group_tiles(blocks, journal.known))
    filters = FilterOptions.model_validate(options.model_dump(include=set(FilterOptions.model_fields)))
    cutter = TileGroupCutter([replace(block, tiles=()) for block in blocks], folder, filters)
    failures: Failures = {}
    try:
        failures = yield from execute(cutter, groups)
    finally:
        gather_groups(folder, blocks[0].scene, journal)
    write_failures(failed, failures)
    yield from log_failures(failures)
    raise_failures(failures, len(groups), failed)
    shutil.rmtree(folder.parent, ignore_errors=True)


def group_tiles(blocks: Sequence[SourceBlock], known: Container[str]) -> Iterator[TileGroup]:
    """Yield groups of the tiles whose names are not known."""
    size = max(1, VALUES_PER_GROUP // values_per_tile(blocks))
    for index, block in enumerate(blocks):
        missing = [tile for tile in block.tiles if block.tile_name(tile) not in known]
        for start in range(0, len(missing), size):
            chosen = tuple(missing[start : start + size])
            yield TileGroup(block.tile_name(chosen[0]), index, chosen)


def groups_folder(place: Path, fingerprint: Mapping[str, Any]) -> Path:
    """Return the folder of the groups of a run, in which processes of a run with other settings do not write."""
    text = json.dumps(fingerprint, sort_keys=True)
    return place / GROUPS / hashlib.sha256(text.encode()).hexdigest()[:32]


def gather_groups(folder: Path, scene: Scene, journal: Journal) -> None:
    """Move the tiles of all groups that are whole to those of the journal, which then has them.

    Args:
        folder: Folder of the groups; it need not exist.
        scene: Any of the scenes, which says of which files a tile is made.
        journal: Open for writing.
    """
    sweep(folder)
    for group in folder.glob("*"):
        if not group.name.startswith(PREFIX):  # which a process is writing
            journal.take(Journal.of_scene(scene, group / "journal", group))
            # Left where it is in use, or a file of the system's: the whole folder is removed in the end.
            shutil.rmtree(group, ignore_errors=True)
