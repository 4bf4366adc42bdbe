"""Cutting tiles in several threads at once: GDAL and numpy do most of it without Python's lock."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rasterio.windows import Window

from ..datasets.statistics import Moments
from ..datasets.tile_io import SUFFIX, TileFormat, write_tile
from ..raster.radiometry import Radiometry
from .blocks import LandBlock
from .filters import Reason, Selection
from .rotation import cut_turned, turned_boxes
from .scene import OpenScene, Scene

MOST_THREADS = 4
VALUES_AT_ONCE = 2**27
"""Pixel values that all threads together may hold: a thread needs about 16 bytes for each."""

TURNED = 5
"""Times as many bytes that a tile which is turned needs."""

VALUES_PER_TASK = 2**22
"""Pixel values that a thread cuts before it looks whether to stop, and after which progress is shown."""


@dataclass(frozen=True)
class SourceBlock:
    """A block of a scene, and what the tiles cut from it are called."""

    scene: Scene
    name: str
    """Of the scene; no other has it."""
    index: int
    """Of the scene among those that are cut."""
    block: LandBlock
    angle: float = 0.0
    """By which its tiles are turned (degrees)."""

    def tile_name(self, tile: Window) -> str:
        """Unique in the tile set: the raster's name, the tile's row and column in it, and how it is turned."""
        turn = f"_r{self.angle:g}" if self.angle else ""
        return f"{self.name}_{tile.row_off:05d}_{tile.col_off:05d}{turn}"


@dataclass(frozen=True)
class Tile:
    """A tile that was cut, or looked at and left out."""

    land: int
    """Index of the block that it lies in."""

    name: str
    found: Moments | Reason
    """Moments of its HR pixels in physical units, or why it was left out."""

    @property
    def moments(self) -> Moments | None:
        """None of a tile that was left out."""
        return self.found if isinstance(self.found, Moments) else None


def cut_tiles(
    lands: Sequence[SourceBlock],
    folder: Path,
    radiometry: Radiometry,
    selection: Selection,
    known: Callable[[str], Moments | Reason | None] = lambda name: None,
) -> Generator[Tile]:
    """Write every tile to hr/ and lr/ in `folder`, but those that are not as `selection` wants them, and those of which
    it is `known` what was found: their files are there.

    Tiles come in order. To stop, close the iterator: no thread writes any more when that returns.
    """
    for side in ("hr", "lr"):
        (folder / side).mkdir(parents=True, exist_ok=True)
    stop = threading.Event()

    def cut(land: int, tiles: Sequence[Window]) -> list[Tile]:
        place, scene, done = lands[land], None, []
        with ExitStack() as opened:
            for tile in tiles:
                if stop.is_set():
                    break
                name = place.tile_name(tile)
                found = known(name)
                if found is None:
                    scene = scene or opened.enter_context(place.scene.open())
                    found = _cut(scene, place, tile, folder, radiometry, selection)
                done.append(Tile(land, name, found))
        return done

    values = max(
        len(land.scene.bands) * tile.width * tile.height * (TURNED if land.angle else 1)
        for land in lands
        for tile in land.block.tiles
    )
    n_threads = max(1, min(VALUES_AT_ONCE // values, MOST_THREADS, os.cpu_count() or 1))
    per_task = max(1, VALUES_PER_TASK // values)
    running: deque[Future[list[Tile]]] = deque()
    pool = ThreadPoolExecutor(n_threads)
    try:
        for index, land in enumerate(lands):
            for start in range(0, len(land.block.tiles), per_task):
                running.append(pool.submit(cut, index, land.block.tiles[start : start + per_task]))
                if len(running) > 2 * n_threads:
                    yield from running.popleft().result()
        while running:
            yield from running.popleft().result()
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


def move_tiles(
    tiles: Sequence[Tile], names: Sequence[str], source: Path, target: Path, format: TileFormat
) -> None:
    """Move tiles, both sides of them, from one folder to another, where they have new names."""
    for side in ("hr", "lr"):
        (target / side).mkdir(parents=True, exist_ok=True)
        for tile, name in zip(tiles, names, strict=True):
            for old, new in zip(format.files(tile.name), format.files(name), strict=True):
                (source / side / old).rename(target / side / new)


def gather_tiles(source: Path, target: Path) -> None:
    """Move the files of all tiles below one folder, as far as there are any, to hr/ and lr/ in another."""
    for side in ("hr", "lr"):
        (target / side).mkdir(parents=True, exist_ok=True)
        for file in list(source.glob(f"*/{side}/*")):
            file.replace(target / side / file.name)


def _cut(
    scene: OpenScene,
    land: SourceBlock,
    tile: Window,
    folder: Path,
    radiometry: Radiometry,
    selection: Selection,
) -> Moments | Reason:
    name, scale = land.tile_name(tile), scene.scene.scale
    cut = (
        cut_turned(scene, tile, land.angle, land.block.window, radiometry, name)
        if land.angle
        else scene.cut(tile, land.block.window, radiometry, name)
    )
    both = cut.hr_valid.all(axis=0) & cut.lr_valid.all(axis=0).repeat(scale, axis=0).repeat(scale, axis=1)
    if reason := selection.against(cut, both, radiometry):
        return reason
    hr_box, lr_box = turned_boxes(scene.scene, tile, land.angle) if land.angle else scene.scene.boxes(tile)
    file = name + SUFFIX[scene.scene.format.file]
    write_tile(folder / "hr" / file, cut.hr, cut.hr_valid, hr_box, scene.scene.format)
    write_tile(folder / "lr" / file, cut.lr, cut.lr_valid, lr_box, scene.scene.lr_format)
    return Moments.of(radiometry.to_physical(cut.hr), cut.hr_valid)
