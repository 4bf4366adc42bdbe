"""Division of a raster into blocks of land, and of blocks into tiles.

┌───────┬───────┬───────┐    Tiles overlap within a block and never reach across its border, and a block belongs
│┌──┐   │       │       │    as a whole to one split: no pixel is in two splits. The context that a tile's low-
││┌─┼┐  │ train │  val  │    resolution side is made from ends at the block's border too.
│└┼─┘│  │       │       │
├─┴──┴──┼───────┼───────┤    Large blocks hold more overlapping tiles, small ones spread the splits better over
│       │       │       │    the land: there are as many as the split needs, and no more.
│ train │ test  │ train │    Where tiles' pixels are themselves made from others around them (pansharpening), there
└───────┴───────┴───────┘    is a gap between blocks that makes this hold for the rasters they are made from.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from rasterio.windows import Window

from ..errors import InputError
from ..host_memory import memory_budget
from .scene import Scene

TILE_MEMORY = 2000
"""Bytes that a tile takes while an export runs: its place, its name, what was measured of it, and its entry in
tileset.json."""


def require_room(n_tiles: int) -> None:
    """Require that so many tiles can be listed in memory.

    Raises:
        InputError: they are too many.
    """
    most = memory_budget() // TILE_MEMORY
    if n_tiles > most:
        raise InputError(
            "{count:,} tiles would be cut, and this computer has memory for a list of {most:,} of them: set EXTENT to a "
            "part of the area, or use a larger STRIDE or TILE_SIZE.",
            count=n_tiles,
            most=most,
        )


@dataclass(frozen=True)
class LandBlock:
    """A piece of land that belongs to one split."""

    row: int
    """Place among the blocks, from the top."""
    col: int
    """Place among the blocks, from the left."""
    window: Window
    """Pixels of the block."""
    tiles: tuple[Window, ...]
    """Tiles of the block, row by row; all inside `window`."""


@dataclass(frozen=True)
class SourceBlock(LandBlock):
    """A block of a scene, and how its tiles are cut and named."""

    scene: Scene
    name: str
    """Name of the scene; unique in the tile set."""
    index: int
    """Index of the scene among those that are cut."""
    angle: float = 0.0
    """Rotation of its tiles (degrees)."""

    def tile_name(self, tile: Window) -> str:
        """Return a name that is unique in the tile set: the raster's, the tile's row and column, and its rotation."""
        rotation = f"_r{self.angle:g}" if self.angle else ""
        return f"{self.name}_{tile.row_off:05d}_{tile.col_off:05d}{rotation}"


def divide_region(
    region: Window, wanted: int, *, tile_size: int, stride: int, min_gap: int = 0
) -> list[LandBlock]:
    """Divide a region into blocks, as large as possible, so that most tiles fit.

    Every block and tile begins whole tile sizes and strides from the region's corner. All lengths are in pixels.

    Args:
        region: Pixels to divide.
        wanted: Least number of blocks, if the region has room for as many tiles side by side.
        tile_size: Width and height of a tile.
        stride: Distance between neighbouring tiles.
        min_gap: Least distance between blocks.

    Returns:
        The blocks with their tiles; none if the region is smaller than a tile.

    Raises:
        InputError: the tiles are too many to be listed.
    """
    gap = max(min_gap, stride - tile_size)  # a stride beyond the tile's size holds across blocks too
    most_rows, most_cols = ((side + gap) // (tile_size + gap) for side in (region.height, region.width))
    wanted = min(wanted, most_rows * most_cols)
    if not wanted:
        return []
    layouts = []
    for n_rows in range(1, min(wanted, most_rows) + 1):
        n_cols = math.ceil(wanted / n_rows)
        if n_cols <= most_cols:
            rows = _intervals(region.height, n_rows, tile_size, stride, gap)
            cols = _intervals(region.width, n_cols, tile_size, stride, gap)
            n_tiles = math.prod(
                sum((side - tile_size) // stride + 1 for _, side in each) for each in (rows, cols)
            )
            squareness = -abs(math.log(region.height / n_rows / (region.width / n_cols)))
            layouts.append((n_tiles, -n_rows * n_cols, squareness, rows, cols))
    n_tiles, *_, rows, cols = max(layouts, key=lambda layout: layout[:3])
    require_room(n_tiles)
    return [
        _cut_block(
            row, col, Window(region.col_off + left, region.row_off + top, width, height), tile_size, stride
        )
        for row, (top, height) in enumerate(rows)
        for col, (left, width) in enumerate(cols)
    ]


def _intervals(length: int, n: int, tile_size: int, stride: int, gap: int) -> list[tuple[int, int]]:
    """Return start and length of each of `n` blocks along one axis; they differ by one tile at most."""
    more = (length - n * tile_size - (n - 1) * gap) // stride  # tiles beyond the first of each block
    intervals, start = [], 0
    for i in range(n):
        extra = (i + 1) * more // n - i * more // n
        intervals.append((start, tile_size + extra * stride))
        start += tile_size + extra * stride + gap
    return intervals


def _cut_block(row: int, col: int, window: Window, tile_size: int, stride: int) -> LandBlock:
    """Return a block with as many tiles as it has room for."""
    rows, cols = (
        range(start, start + length - tile_size + 1, stride)
        for start, length in ((window.row_off, window.height), (window.col_off, window.width))
    )
    return LandBlock(row, col, window, tuple(Window(x, y, tile_size, tile_size) for y in rows for x in cols))
