"""Training, validation and test: the splits, and how land or tiles are divided among them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..errors import TooFewTilesError
from ..i18n import say

Split = Literal["train", "val", "test"]
SPLITS: tuple[Split, ...] = ("train", "val", "test")
Splits = dict[Split, tuple[str, ...]]
"""Names of the tiles in each split."""

TILES = {"train": "train tiles", "val": "val tiles", "test": "test tiles"}
COUNTED = {"train": "{count} train", "val": "{count} val", "test": "{count} test"}

SHARES = (80.0, 10.0, 10.0)
"""Percentages of tiles for training, validation and test."""

MIN_BLOCKS, MAX_BLOCKS = 20, 200
"""Bounds of the number of blocks that land is divided into, as far as it has room for them."""

Bounds = tuple[float, float, float, float]
"""West, south, east, north."""

ROUNDING = 1e-3
"""Share of a tile's side by which neighbours may overlap, because bounds are rounded."""


def split_label(split: str) -> str:
    """Return the translated name of the tiles of a split, for a sentence."""
    return say(TILES[split]) if split in TILES else split


def format_counts(tiles: Mapping[str, int]) -> str:
    """Return the number of tiles in each split as a translated list."""
    return ", ".join(say(COUNTED[split], count=tiles[split]) for split in SPLITS if split in tiles)


def required_blocks(percentages: Sequence[float]) -> int:
    """Return how many blocks of land a division into these percentages needs.

    That is two for the smallest share, within `MIN_BLOCKS` and `MAX_BLOCKS`, or one if there is only one share.
    """
    shares = [share for share in percentages if share > 0]
    if len(shares) == 1:
        return 1
    return min(max(MIN_BLOCKS, math.ceil(2 * 100 / min(shares))), MAX_BLOCKS)


def assign_blocks(
    blocks: Sequence[tuple[int, int]], n_tiles: Sequence[int], percentages: Sequence[float]
) -> list[Split]:
    """Assign each block to a split so that tiles are divided by the percentages, as closely as whole blocks allow.

    Each split's blocks are spread over the land, and the same land is always divided in the same way. A split with
    more than 0 % has at least one block, one with 0 % has none.

    Args:
        blocks: Place (row, col) of each block.
        n_tiles: Number of tiles in each block.
        percentages: Percentages of tiles for training, validation and test.

    Raises:
        InputError: there are fewer blocks than splits with more than 0 %.
    """
    used = [i for i, share in enumerate(percentages) if share > 0]
    if len(blocks) < len(used):
        raise TooFewTilesError(
            "SPLIT requires {wanted} kinds of tiles, but there is land for {found} separate blocks only: use a "
            "smaller TILE_SIZE, a larger area or more rasters, or 0 % for one kind.",
            wanted=len(used),
            found=len(blocks),
        )
    counts = np.array(n_tiles, float)
    targets = counts.sum() * np.array(percentages, float)[used] / 100
    order = sorted(range(len(blocks)), key=lambda i: _van_der_corput(*blocks[i]))
    middles = np.cumsum(counts[order]) - counts[order] / 2
    chosen = np.minimum(np.searchsorted(np.cumsum(targets), middles, side="right"), len(used) - 1)
    split = np.empty(len(blocks), int)
    split[order] = chosen
    _balance(split, counts, targets)
    return [SPLITS[used[i]] for i in split]


def split_by_land(
    bounds: Mapping[str, Bounds], shares: Sequence[float] = SHARES
) -> tuple[Splits, tuple[str, ...]]:
    """Divide tiles among the splits so that no land is in two of them.

    The land is divided into square blocks, as small as every split needs to have some. The tiles whose centres lie in
    a block belong to one split. Where tiles of different splits overlap, across the border of two blocks, the one of
    the less precious split is left out: training before validation before test.

    Args:
        bounds: Where each tile lies, by name; all in one coordinate reference system.
        shares: Percentages of tiles for training, validation and test.

    Returns:
        The splits, and the names of the tiles that are left out.

    Raises:
        InputError: the tiles lie in too few places.
    """
    names = sorted(bounds)
    boxes = np.array([bounds[name] for name in names])
    places, which = np.unique(_block_places(boxes, required_blocks(shares)), axis=0, return_inverse=True)
    which = which.reshape(-1)
    if len(places) < sum(share > 0 for share in shares):
        raise _too_few_tiles()
    of_block = assign_blocks(
        [(int(row), int(col)) for row, col in places], np.bincount(which).tolist(), shares
    )
    split = np.array([SPLITS.index(each) for each in of_block])[which]
    kept = ~_overlapping(boxes, split)
    splits: Splits = {
        name: tuple(names[i] for i in np.flatnonzero(kept & (split == index)))
        for index, name in enumerate(SPLITS)
    }
    if any(share > 0 and not splits[name] for name, share in zip(SPLITS, shares, strict=True)):
        raise _too_few_tiles()
    return splits, tuple(names[i] for i in np.flatnonzero(~kept))


def split_by_name(names: Sequence[str], shares: Sequence[float] = SHARES) -> Splits:
    """Divide tiles among the splits by a hash of their names.

    The result is the same on every computer, and tiles that are added later do not move others; but no split with a
    share is empty where there are enough tiles.
    """
    hashed = sorted((_hash(name), name) for name in names)
    ends = np.cumsum(shares) / sum(shares)
    cuts = [int(np.searchsorted([number for number, _ in hashed], end)) for end in ends[:-1]]
    wanted = [share > 0 for share in shares]
    if len(hashed) >= sum(wanted):
        cuts[1] = min(cuts[1], len(hashed) - wanted[2])
        cuts[0] = max(min(cuts[0], cuts[1] - wanted[1]), int(wanted[0]))
        cuts[1] = max(cuts[1], cuts[0] + wanted[1])
    edges = (0, *cuts, len(hashed))
    return {
        split: tuple(sorted(name for _, name in hashed[first:last]))
        for split, first, last in zip(SPLITS, edges, edges[1:], strict=False)
    }


def count_overlaps(bounds: Mapping[str, Bounds], splits: Splits) -> int:
    """Return how many tiles share land with a tile of another split."""
    placed = [(bounds[name], index) for index, split in enumerate(SPLITS) for name in splits.get(split, ())]
    boxes, split = np.array([box for box, _ in placed]), np.array([index for _, index in placed])
    return int(_overlapping(boxes, split).sum())


def _van_der_corput(row: int, col: int) -> tuple[int, ...]:
    """Return a sort key under which every run of blocks is spread over the land.

    It is a van der Corput sequence in two dimensions, lowest bits first; the first bit divides the land like a
    chessboard.
    """
    bits = range(max(row, col).bit_length())
    return tuple(bit for k in bits for bit in ((row ^ col) >> k & 1, row >> k & 1)) + (0,) * (
        64 - 2 * len(bits)
    )


def _balance(split: NDArray[np.int_], counts: NDArray[np.float64], targets: NDArray[np.float64]) -> None:
    """Move single blocks, in place, while that brings the splits closer to their targets; leave none empty.

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


def _block_places(boxes: NDArray[np.float64], wanted: int) -> NDArray[np.int_]:
    """Return row and column (n, 2) of the square block that the centre of each tile (n, 4) is in."""
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2
    smallest = float((boxes[:, 2:] - boxes[:, :2]).max())
    west, north = centres[:, 0].min(), centres[:, 1].max()
    spans = np.ptp(centres, axis=0) + smallest
    side = max(smallest, float(np.sqrt(spans.prod() / wanted)))
    while True:
        offsets = np.stack([north - centres[:, 1], centres[:, 0] - west], axis=1)
        # Half a thousandth of a tile off the grid, where rounding would decide.
        places: NDArray[np.int_] = np.floor(offsets / side + ROUNDING / 2).astype(int)
        if side == smallest or len(np.unique(places, axis=0)) >= wanted:
            return places
        side = max(smallest, side / 2)


def _overlapping(boxes: NDArray[np.float64], split: NDArray[np.int_]) -> NDArray[np.bool_]:
    """Return which tiles share land with one of a more precious split that is kept."""
    out = np.zeros(len(boxes), bool)
    for precious in (2, 1):
        for i in np.flatnonzero((split == precious) & ~out):
            shared = np.minimum(boxes[:, 2:], boxes[i, 2:]) - np.maximum(boxes[:, :2], boxes[i, :2])
            least = ROUNDING * (boxes[i, 2:] - boxes[i, :2])
            out |= (shared > least).all(axis=1) & (split < precious)
    return out


def _hash(name: str) -> float:
    """Return a number from 0 to 1 that only the name decides."""
    return int.from_bytes(hashlib.sha256(name.casefold().encode()).digest()[:8], "big") / 2**64


def _too_few_tiles() -> TooFewTilesError:
    return TooFewTilesError(
        "The tiles are too few, or lie too close together, to be divided into training, validation and test tiles "
        "without the same land in two of them: put them into folders train, val and test, or add tiles of other land."
    )
