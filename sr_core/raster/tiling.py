"""Divides a window of a raster into tiles: the pixels that tiles read overlap, and those that they keep do not."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from rasterio.windows import Window


@dataclass(frozen=True)
class TileWindow:
    """The pixels of a tile to keep, and around them the pixels to read.

    ```
    outer ┌───────────────┐    outer = inner + halo on every side. At the raster's edge there is nothing to read,
          │   ┌───────┐   │    and outer is shifted inwards instead of shrunk: all outer windows have one shape,
          │   │ inner │   │    so any of them can share a batch, and each still has its halo wherever there are
          │   └───────┘   │    pixels, and the true edge where there are none: what a network sees of the edge
          └───────────────┘    is what it would see in the whole image.
    ```
    """

    inner: Window
    outer: Window

    def inner_in_outer(self, scale: int = 1) -> tuple[slice, slice]:
        """Return rows and columns of `inner` within an array of `outer`, both `scale` times finer."""
        row, col = self.inner.row_off - self.outer.row_off, self.inner.col_off - self.outer.col_off
        return (
            slice(row * scale, (row + self.inner.height) * scale),
            slice(col * scale, (col + self.inner.width) * scale),
        )


def zoom_slices(window: Window, scale: int) -> tuple[slice, slice]:
    """Return rows and columns of `window` in an image `scale` times finer."""
    rows, cols = window.toslices()
    return slice(rows.start * scale, rows.stop * scale), slice(cols.start * scale, cols.stop * scale)


Sides = list[tuple[tuple[int, int], tuple[int, int]]]
"""Of each tile along an axis, the first pixel and the end of what is kept, and of what is read."""


def plan_tiles(
    window: Window,
    shape: tuple[int, int],
    tile_size: int,
    halo: int,
    multiple_of: int = 1,
    part: Window | None = None,
) -> list[TileWindow]:
    """Divide `window` into tiles, row by row.

    Context is read from the whole raster, also from outside `window`, so that results are those of the whole raster.

    Args:
        window: the pixels to keep.
        shape: rows and columns of the whole raster.
        tile_size: largest side of inner windows (pixels).
        halo: pixels to read on each side of an inner window.
        multiple_of: outer windows begin at rows and columns of the raster that are multiples of this, so that a
            network that pools pixels in groups gets the same groups as in the whole raster.
        part: leaves out tiles whose inner windows do not lie in it. What that takes does not grow with the others.
    """
    rows, cols = tile_sides(window, shape, tile_size, halo, multiple_of)
    if part:
        (top, bottom), (left, right) = part.toranges()
        rows = [side for side in rows if top <= side[0][0] and side[0][1] <= bottom]
        cols = [side for side in cols if left <= side[0][0] and side[0][1] <= right]
    return [
        TileWindow(
            Window(left, top, right - left, bottom - top),
            Window(outer_left, outer_top, outer_right - outer_left, outer_bottom - outer_top),
        )
        for (top, bottom), (outer_top, outer_bottom) in rows
        for (left, right), (outer_left, outer_right) in cols
    ]


def tile_sides(
    window: Window, shape: tuple[int, int], tile_size: int, halo: int, multiple_of: int = 1
) -> tuple[Sides, Sides]:
    """Return the rows and the columns of the tiles of `plan_tiles`."""
    (height, width), options = shape, (tile_size, halo, multiple_of)
    return (
        list(_along(window.row_off, window.height, height, *options)),
        list(_along(window.col_off, window.width, width, *options)),
    )


def _along(
    start: int, length: int, limit: int, tile_size: int, halo: int, multiple_of: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield inner and outer interval of each tile along one axis, of even size so that none is a sliver."""
    count = math.ceil(length / tile_size)
    longest = math.ceil(length / count)
    # Beginning at a multiple can take up to a group of pixels less one; ending with the raster, which need not be a
    # multiple long, takes that the last outer window also begins at one.
    reach = longest + 2 * halo + multiple_of - 1
    reach = min(reach + (limit - reach) % multiple_of, limit)
    for i in range(count):
        low, high = start + i * length // count, start + (i + 1) * length // count
        begin = max(0, low - halo)
        outer = min(begin - begin % multiple_of, limit - reach)
        yield (low, high), (outer, outer + reach)
