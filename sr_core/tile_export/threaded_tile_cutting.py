"""Cutting tiles in several threads at once: GDAL and numpy do most of it without Python's lock."""

from __future__ import annotations

import math
import threading
from collections import deque
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rasterio.windows import Window

from ..cpu_threads import core_count
from ..datasets.statistics import Moments
from ..datasets.tile_io import SUFFIX, SideName, TileFormat, write_tile
from .land_blocks import SourceBlock
from .options import FilterOptions
from .scene import OpenScene, Scene
from .tile_filters import Reason, reject
from .tile_rotation import cut_rotated, tile_boxes

MAX_THREADS = 4
VALUES_AT_ONCE = 2**27
"""Pixel values that all threads together may hold: a thread needs about 16 bytes for each."""

ROTATED = 5
"""How many times as much memory a rotated tile needs."""

VALUES_PER_TASK = 2**22
"""Pixel values that a thread cuts between two looks whether to stop, and two steps of progress."""


@dataclass(frozen=True)
class Tile:
    """A tile that was cut, or looked at and left out."""

    block: int
    """Index of the block that it lies in."""

    name: str
    outcome: Moments | Reason
    """Moments of its HR pixels in physical units, or why it was left out."""

    @property
    def moments(self) -> Moments | None:
        """Moments of its HR pixels in physical units; None of a tile that was left out."""
        return self.outcome if isinstance(self.outcome, Moments) else None


def cut_tiles(
    blocks: Sequence[SourceBlock],
    folder: Path,
    options: FilterOptions,
    known: Callable[[str], Moments | Reason | None] = lambda name: None,
) -> Generator[Tile]:
    """Write the tiles of all blocks to hr/ and lr/ in `folder`, except those that the filters leave out.

    To stop, close the generator: no thread writes any more when that returns.

    Args:
        blocks: Blocks whose tiles are cut.
        folder: Where the tiles are written.
        options: Filters that a tile must pass.
        known: Returns what is known about the tile of a name, whose files exist; none if it must be cut.

    Yields:
        Every tile, in order, also those left out.
    """
    for side in blocks[0].scene.sides:
        (folder / side).mkdir(parents=True, exist_ok=True)
    stop = threading.Event()

    def cut(index: int, windows: Sequence[Window]) -> list[Tile]:
        block, scene, tiles = blocks[index], None, []
        with ExitStack() as opened:
            for window in windows:
                if stop.is_set():
                    break
                name = block.tile_name(window)
                outcome = known(name)
                if outcome is None:
                    scene = scene or opened.enter_context(block.scene.open())
                    outcome = _cut(scene, block, window, folder, options)
                tiles.append(Tile(index, name, outcome))
        return tiles

    values = values_per_tile(blocks)
    n_threads = max(1, min(VALUES_AT_ONCE // values, MAX_THREADS, core_count()))
    per_task = max(1, VALUES_PER_TASK // values)
    running: deque[Future[list[Tile]]] = deque()
    pool = ThreadPoolExecutor(n_threads)
    try:
        for index, block in enumerate(blocks):
            for start in range(0, len(block.tiles), per_task):
                running.append(pool.submit(cut, index, block.tiles[start : start + per_task]))
                if len(running) > 2 * n_threads:
                    yield from running.popleft().result()
        while running:
            yield from running.popleft().result()
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


def values_per_tile(blocks: Sequence[SourceBlock]) -> int:
    """Return how many pixel values are held to cut the largest of the tiles."""
    values: int = max(
        _values_per_pixel(block.scene) * tile.width * tile.height * (ROTATED if block.angle else 1)
        for block in blocks
        for tile in block.tiles
    )
    return values


def _values_per_pixel(scene: Scene) -> int:
    """Return how many values are cut for an HR pixel: of HR itself, and of a guide that is finer."""
    guide = scene.guide
    return len(scene.bands) + (math.ceil(len(guide.radiometry.gain) * guide.density**2) if guide else 0)


def move_tiles(
    names: Mapping[str, str], source: Path, target: Path, format: TileFormat, sides: Sequence[SideName]
) -> None:
    """Move the files of tiles from one folder to another, under new names.

    Args:
        names: Names of tiles -> their new names.
        source: Folder with a folder for each side.
        target: Folder in which these are made.
        format: Kind of the files.
        sides: Folders of the files: hr, lr and perhaps guide.
    """
    for side in sides:
        (target / side).mkdir(parents=True, exist_ok=True)
        for name, new_name in names.items():
            for old, new in zip(format.files(name), format.files(new_name), strict=True):
                (source / side / old).rename(target / side / new)


def gather_tiles(source: Path, target: Path, sides: Sequence[SideName]) -> None:
    """Move the files of all tiles in any split of one folder to hr/, lr/ and perhaps guide/ in another."""
    for side in sides:
        (target / side).mkdir(parents=True, exist_ok=True)
        for file in list(source.glob(f"*/{side}/*")):
            file.replace(target / side / file.name)


def _cut(
    opened: OpenScene, block: SourceBlock, tile: Window, folder: Path, options: FilterOptions
) -> Moments | Reason:
    """Write a tile, unless it is left out."""
    name, scene = block.tile_name(tile), block.scene
    pair = cut_rotated(opened, tile, block.angle, block.window, name)
    if reason := reject(pair, scene, options):
        return reason
    hr_box, lr_box, *guide_box = tile_boxes(scene, tile, block.angle)
    file = name + SUFFIX[scene.format.file]
    write_tile(folder / "hr" / file, pair.hr, pair.hr_valid, hr_box, scene.format)
    write_tile(folder / "lr" / file, pair.lr, pair.lr_valid, lr_box, scene.lr_format)
    if pair.guide is not None and scene.guide:
        write_tile(folder / "guide" / file, *pair.guide, guide_box[0], scene.guide.format)
    return Moments.of(scene.radiometry.to_physical(pair.hr), pair.hr_valid)
