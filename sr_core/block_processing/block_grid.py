"""The grid of the blocks of a result, anchored to the CRS: the same whatever part of a raster is asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from affine import Affine
from odc.geo.types import XY, xy_
from rasterio.windows import Window

ALIGNED = 1e-3
"""Share of a pixel by which a raster may miss the grid of its coordinate reference system and still lie on it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a result that is computed and kept by itself."""

    row: int
    col: int
    """Counted from the block with the raster's first pixel."""
    window: Window
    """Pixels of the low-resolution raster."""

    @property
    def name(self) -> str:
        """Return the block's name in messages, tags and failed.json."""
        return f"r{self.row:04d}c{self.col:04d}"


def grid_offset(affine: Affine) -> XY[int]:
    """Return how many pixels right of and below the origin of its coordinate reference system a raster begins.

    It is 0 where the raster's pixels do not lie at whole multiples of their size, or are turned.
    """
    if affine.b or affine.d or not affine.a or not affine.e:
        return xy_(0, 0)
    cols, rows = affine.c / affine.a, affine.f / affine.e
    if max(abs(cols - round(cols)), abs(rows - round(rows))) > ALIGNED:
        return xy_(0, 0)
    return xy_(round(cols), round(rows))


def plan_blocks(
    window: Window, cuts: tuple[Sequence[int], Sequence[int]], side: int, offset: XY[int]
) -> list[Block]:
    """Cut a window of a raster into blocks.

    Their borders lie as near as can be to multiples of `side` in the grid of the coordinate reference system.

    Args:
        window: Pixels of the low-resolution raster.
        cuts: Rows and columns at which it can be cut, ascending, its own borders among them (`Predictor.cuts`).
        side: Approximate side of a block, in low-resolution pixels.
        offset: Of the raster in the grid of its CRS (`grid_offset`).
    """
    (top, bottom), (left, right) = window.toranges()
    cols = list(_along(left, right, cuts[1], side, offset.x))
    return [
        Block(row, col, Window(west, north, east - west, south - north))
        for row, north, south in _along(top, bottom, cuts[0], side, offset.y)
        for col, west, east in cols
    ]


def _along(
    start: int, stop: int, cuts: Sequence[int], side: int, offset: int
) -> Iterator[tuple[int, int, int]]:
    """Yield number, first pixel and end of each block along an axis."""
    first, last = (start + offset) // side, (stop - 1 + offset) // side
    borders = [_nearest(cuts, number * side - offset) for number in range(first + 1, last + 1)]
    ends = zip([start, *borders], [*borders, stop], strict=True)
    for number, (low, high) in enumerate(ends, start=first - offset // side):
        if low < high:  # tiles can be larger than blocks
            yield number, low, high


def _nearest(cuts: Sequence[int], place: int) -> int:
    after = min(bisect_left(cuts, place), len(cuts) - 1)
    return min(cuts[max(0, after - 1)], cuts[after], key=lambda cut: abs(cut - place))
