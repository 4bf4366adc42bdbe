"""Dividing land into blocks, blocks into tiles, and blocks among training, validation and test.

┌───────┬───────┬───────┐    Tiles overlap within a block and never reach across its border, and a block belongs
│┌──┐   │       │       │    as a whole to one split: no pixel is in two splits. The context that a tile's low-
││┌─┼┐  │ train │  val  │    resolution side is made from ends at the block's border too.
│└┼─┘│  │       │       │
├─┴──┴──┼───────┼───────┤    Large blocks hold more overlapping tiles, small ones spread the splits better over
│       │       │       │    the land: there are as many as the split needs, and no more.
│ train │ test  │ train │    Where tiles' pixels are themselves made from others around them (pansharpening), blocks
└───────┴───────┴───────┘    are as far apart as makes that hold for the rasters they are made from.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..datasets.tileset import SPLITS, Split
from ..errors import BadInput

FEWEST_BLOCKS, MOST_BLOCKS = 20, 200
"""Bounds of what a raster is divided into, as far as it is large enough."""


@dataclass(frozen=True)
class LandBlock:
    """A piece of land that belongs to one split."""

    row: int
    """Place among the blocks, from the top."""
    col: int
    """Place among the blocks, from the left."""
    window: Window
    """Its pixels."""
    tiles: tuple[Window, ...]
    """Its tiles, row by row; all inside `window`."""


def blocks_wanted(percentages: Sequence[float]) -> int:
    """How many blocks a division into these percentages needs: two for the smallest share, one if there is one share."""
    shares = [share for share in percentages if share > 0]
    if len(shares) == 1:
        return 1
    return min(max(FEWEST_BLOCKS, math.ceil(2 * 100 / min(shares))), MOST_BLOCKS)


def blocks_of(region: Window, wanted: int, *, tile_size: int, stride: int, apart: int = 0) -> list[LandBlock]:
    """The blocks of a region: at least `wanted`, if it has room for so many tiles side by side, and as large as then
    possible, so that the most tiles fit; none if it is smaller than a tile.

    All lengths are in pixels. Blocks are `apart` at least: what tiles are made from may reach beyond them. Every block and tile begins whole tile sizes and strides from the region's corner.
    """
    gap = max(apart, stride - tile_size)  # a stride beyond the tile's size holds across blocks too
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
            n_tiles = sum(n for _, n in rows) * sum(n for _, n in cols)
            squareness = -abs(math.log(region.height / n_rows / (region.width / n_cols)))
            layouts.append((n_tiles, -n_rows * n_cols, squareness, rows, cols))
    *_, rows, cols = max(layouts, key=lambda layout: layout[:3])
    return [
        _block(region, (row, col), (top, left), (n_down, n_across), tile_size, stride)
        for row, (top, n_down) in enumerate(rows)
        for col, (left, n_across) in enumerate(cols)
    ]


def assign(
    blocks: Sequence[tuple[int, int]], n_tiles: Sequence[int], percentages: Sequence[float]
) -> list[Split]:
    """The split of each block, so that the tiles are divided as the percentages say, as closely as whole blocks allow.

    `blocks` are places (row, col). Each split's blocks are spread over the land; the same land is always divided in
    the same way. A split with more than 0 % has at least one block, one with 0 % has none.

    Raises:
        BadInput: there are fewer blocks than splits with more than 0 %.
    """
    used = [i for i, share in enumerate(percentages) if share > 0]
    if len(blocks) < len(used):
        raise BadInput(
            "SPLIT asks for {wanted} kinds of tiles, but there is land for {found} separate blocks only: "
            "use a smaller TILE_SIZE, a larger area or more rasters, or 0 % for one kind.",
            wanted=len(used),
            found=len(blocks),
        )
    counts = np.array(n_tiles, float)
    targets = counts.sum() * np.array(percentages, float)[used] / 100
    order = sorted(range(len(blocks)), key=lambda i: _spread(*blocks[i]))
    middles = np.cumsum(counts[order]) - counts[order] / 2
    chosen = np.minimum(np.searchsorted(np.cumsum(targets), middles, side="right"), len(used) - 1)
    split = np.empty(len(blocks), int)
    split[order] = chosen
    _balance(split, counts, targets)
    return [SPLITS[used[i]] for i in split]


def _intervals(length: int, n: int, tile_size: int, stride: int, gap: int) -> list[tuple[int, int]]:
    """Start, and number of tiles, of each of `n` blocks along one axis; they differ by one tile at most."""
    more = (length - n * tile_size - (n - 1) * gap) // stride  # tiles beyond the first of each block
    intervals, start = [], 0
    for i in range(n):
        extra = (i + 1) * more // n - i * more // n
        intervals.append((start, 1 + extra))
        start += tile_size + extra * stride + gap
    return intervals


def _block(
    region: Window,
    place: tuple[int, int],
    start: tuple[int, int],
    n: tuple[int, int],
    tile_size: int,
    stride: int,
) -> LandBlock:
    top, left = region.row_off + start[0], region.col_off + start[1]
    height, width = (tile_size + (count - 1) * stride for count in n)
    tiles = tuple(
        Window(left + col * stride, top + row * stride, tile_size, tile_size)
        for row in range(n[0])
        for col in range(n[1])
    )
    return LandBlock(*place, Window(left, top, width, height), tiles)


def _spread(row: int, col: int) -> tuple[int, ...]:
    """Sort key under which every run of blocks is spread over the land: a van der Corput sequence in two dimensions.

    Lowest bits first; the first one divides the land like a chessboard.
    """
    bits = range(max(row, col).bit_length())
    return tuple(bit for k in bits for bit in ((row ^ col) >> k & 1, row >> k & 1)) + (0,) * (
        64 - 2 * len(bits)
    )


def _balance(split: NDArray[np.int_], counts: NDArray[np.float64], targets: NDArray[np.float64]) -> None:
    """Move single blocks, in place, as long as that brings the splits closer to their targets; leave none empty.

    Where all blocks are of one size this is the method of largest remainders.
    """
    n_splits = len(targets)
    while True:
        missing = targets - np.bincount(split, counts, n_splits)
        members = np.bincount(split, minlength=n_splits)
        # Moving block b from s to t changes the sum of squared distances by 2 c (c + missing[s] - missing[t]).
        change = 2 * counts[:, None] * (counts[:, None] + missing[split][:, None] - missing[None, :])
        change[members[split] == 1] = np.inf
        change[np.arange(len(split)), split] = np.inf
        empty = members == 0
        if empty.any():
            change[:, ~empty] = np.inf
        block, to = np.unravel_index(np.argmin(change), change.shape)
        if not empty.any() and change[block, to] >= -1e-9:
            return
        split[block] = to
