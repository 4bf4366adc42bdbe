"""Dividing tiles that are there already among training, validation and test: by land, or else by name."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..errors import BadInput
from ..export.blocks import assign, blocks_wanted
from .tileset import SPLITS, Split

SHARES = (80.0, 10.0, 10.0)
"""Percentages of tiles for training, validation and test."""

Splits = dict[Split, tuple[str, ...]]
Bounds = tuple[float, float, float, float]
"""West, south, east, north."""

ROUNDING = 1e-3
"""Share of a tile's side by which neighbours may overlap, their bounds being rounded."""


def by_land(bounds: Mapping[str, Bounds], shares: Sequence[float] = SHARES) -> tuple[Splits, tuple[str, ...]]:
    """Names of the tiles in each split, and of those that are left out; no land is in two splits.

    The land is divided into square blocks, as small as need be for every split to have some; a block's tiles, by their
    centres, belong to one split. Of tiles in different splits that overlap, across the border of two blocks, the one
    with the less precious split is left out: training before validation before test.

    Raises:
        BadInput: the tiles lie in too few places.
    """
    names = sorted(bounds)
    boxes = np.array([bounds[name] for name in names])
    cells = _cells(boxes, blocks_wanted(shares))
    places, which = np.unique(cells, axis=0, return_inverse=True)
    which = which.reshape(-1)
    if len(places) < sum(share > 0 for share in shares):
        raise _too_little()
    assigned = assign([(int(row), int(col)) for row, col in places], np.bincount(which).tolist(), shares)
    split = np.array([SPLITS.index(found) for found in assigned])[which]
    kept = ~_overlapping(boxes, split)
    found: Splits = {
        name: tuple(names[i] for i in np.flatnonzero(kept & (split == index)))
        for index, name in enumerate(SPLITS)
    }
    if any(share > 0 and not found[name] for name, share in zip(SPLITS, shares, strict=True)):
        raise _too_little()
    return found, tuple(names[i] for i in np.flatnonzero(~kept))


def by_name(names: Sequence[str], shares: Sequence[float] = SHARES) -> Splits:
    """Names of the tiles in each split, by chance that is the same on every computer, whatever other tiles there are;
    but no split with a share is empty where there are tiles enough."""
    drawn = sorted((_chance(name), name) for name in names)
    ends = np.cumsum(shares) / sum(shares)
    cuts = [int(np.searchsorted([chance for chance, _ in drawn], end)) for end in ends[:-1]]
    wanted = [share > 0 for share in shares]
    if len(drawn) >= sum(wanted):
        cuts[1] = min(cuts[1], len(drawn) - wanted[2])
        cuts[0] = max(min(cuts[0], cuts[1] - wanted[1]), int(wanted[0]))
        cuts[1] = max(cuts[1], cuts[0] + wanted[1])
    edges = (0, *cuts, len(drawn))
    return {
        split: tuple(sorted(name for _, name in drawn[first:last]))
        for split, first, last in zip(SPLITS, edges, edges[1:], strict=False)
    }


def sharing(bounds: Mapping[str, Bounds], splits: Splits) -> int:
    """How many tiles share land with a tile of another split."""
    placed = [(bounds[name], index) for index, split in enumerate(SPLITS) for name in splits.get(split, ())]
    boxes, split = np.array([box for box, _ in placed]), np.array([index for _, index in placed])
    return int(_overlapping(boxes, split).sum())


def _cells(boxes: NDArray[np.float64], wanted: int) -> NDArray[np.int_]:
    """Row and column of the block that each tile's centre is in."""
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2
    smallest = float((boxes[:, 2:] - boxes[:, :2]).max())
    west, north = centres[:, 0].min(), centres[:, 1].max()
    spans = np.ptp(centres, axis=0) + smallest
    side = max(smallest, float(np.sqrt(spans.prod() / wanted)))
    while True:
        offsets = np.stack([north - centres[:, 1], centres[:, 0] - west], axis=1)
        # Half a thousandth of a tile off the lattice, where rounding would decide.
        cells: NDArray[np.int_] = np.floor(offsets / side + ROUNDING / 2).astype(int)
        if side == smallest or len(np.unique(cells, axis=0)) >= wanted:
            return cells
        side = max(smallest, side / 2)


def _overlapping(boxes: NDArray[np.float64], split: NDArray[np.int_]) -> NDArray[np.bool_]:
    """Which tiles share land with one of a more precious split that is kept."""
    out = np.zeros(len(boxes), bool)
    for precious in (2, 1):
        for i in np.flatnonzero((split == precious) & ~out):
            shared = np.minimum(boxes[:, 2:], boxes[i, 2:]) - np.maximum(boxes[:, :2], boxes[i, :2])
            least = ROUNDING * (boxes[i, 2:] - boxes[i, :2])
            out |= (shared > least).all(axis=1) & (split < precious)
    return out


def _chance(name: str) -> float:
    """A number from 0 to 1 that only the name decides."""
    return int.from_bytes(hashlib.sha256(name.casefold().encode()).digest()[:8], "big") / 2**64


def _too_little() -> BadInput:
    return BadInput(
        "The tiles are too few, or lie too close together, to be divided into training, validation and test tiles "
        "without the same land in two of them: put them into folders train, val and test, or add tiles of other land."
    )
