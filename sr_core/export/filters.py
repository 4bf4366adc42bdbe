"""Which tiles are worth learning from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..raster.radiometry import Radiometry
from ..raster.resample import downsample
from .blocks import LandBlock
from .scene import Cut

Reason = Literal["gaps", "flat", "changed"]
"""Why a tile is left out."""


@dataclass(frozen=True)
class Selection:
    """What a tile must be."""

    min_valid: float = 1.0
    """Share of its pixels that are valid on both sides."""
    min_texture: float = 0.0
    """Standard deviation of its HR pixels in the band that has most of it, in physical units."""
    max_difference: float | None = None
    """Root mean square of LR less HR degraded, in the band where it is largest, in physical units."""

    def against(self, cut: Cut, valid: NDArray[np.bool_], radiometry: Radiometry) -> Reason | None:
        """Why a tile, valid on both sides where `valid` (H, W) says, is left out; none if it is not."""
        if not valid.any() or valid.mean() < self.min_valid:
            return "gaps"
        if self.min_texture and texture(cut.hr, valid, radiometry) < self.min_texture:
            return "flat"
        if self.max_difference is not None and self._difference(cut, radiometry) > self.max_difference:
            return "changed"
        return None

    def _difference(self, cut: Cut, radiometry: Radiometry) -> float:
        made, known = downsample(cut.hr, cut.hr_valid, cut.hr.shape[-1] // cut.lr.shape[-1])
        both = (known & cut.lr_valid).all(axis=0)
        if not both.any():
            return 0.0
        off = radiometry.to_physical(made)[:, both] - radiometry.to_physical(cut.lr)[:, both]
        return float(np.sqrt(np.square(off, dtype=np.float64).mean(axis=1)).max())


def texture(hr: NDArray[np.generic], valid: NDArray[np.bool_], radiometry: Radiometry) -> float:
    """Standard deviation of HR pixels (b, h, w) that are `valid` (h, w), in the band that has most of it, in physical
    units."""
    return float(radiometry.to_physical(hr)[:, valid].std(axis=1, dtype=np.float64).max())


def spread(total: int, most: int, seed: int) -> list[int]:
    """Of `total` things in a row, `most` that are spread over it: one of each of so many stretches.

    Which one is chance, and the same for the same seed: every fifth tile of rows of ten would always be of the same
    two columns.
    """
    ends = [number * total // most for number in range(most + 1)] if most else []
    chance = np.random.default_rng(seed).random(most)
    return [
        first + int((last - first) * each) for first, last, each in zip(ends, ends[1:], chance, strict=False)
    ]


def thinned(blocks: Sequence[LandBlock], most: int, seed: int) -> list[LandBlock]:
    """The same blocks with `most` tiles in all, one of every so many."""
    total = sum(len(block.tiles) for block in blocks)
    if total <= most:
        return list(blocks)
    kept = set(spread(total, most, seed))
    found, first = [], 0
    for block in blocks:
        tiles = tuple(tile for number, tile in enumerate(block.tiles, start=first) if number in kept)
        first += len(block.tiles)
        found.append(replace(block, tiles=tiles))
    return found
