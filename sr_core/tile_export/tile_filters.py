"""Filters of tiles: those with gaps, without texture, or whose sides differ are left out."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..raster.downsampling import downsample
from ..raster.radiometry import Radiometry
from ..raster.space_to_depth import fold
from .options import FilterOptions
from .scene import Scene, StoredPair

Reason = Literal["gaps", "flat", "changed"]
"""Why a tile is left out."""


def reject(pair: StoredPair, scene: Scene, options: FilterOptions) -> Reason | None:
    """Return why a tile of a scene is left out, or None if it is kept.

    Args:
        pair: Both sides of the tile, as stored.
        scene: Scene that it was cut from.
        options: Least share of valid pixels, least texture and largest difference.
    """
    valid: NDArray[np.bool_] = pair.hr_valid.all(axis=0) & pair.lr_valid.all(axis=0).repeat(
        scene.scale, axis=0
    ).repeat(scene.scale, axis=1)
    if pair.guide is not None and scene.guide:
        known = fold(pair.guide[1], scene.guide.ratio).all(axis=0)
        valid &= known.repeat(scene.scale, axis=0).repeat(scene.scale, axis=1)
    if not valid.any() or valid.mean() < options.min_valid:
        return "gaps"
    if options.min_texture and measure_texture(pair.hr, valid, scene.radiometry) < options.min_texture:
        return "flat"
    limit = options.max_difference if scene.lr else None
    if limit is not None and _measure_difference(pair, scene) > limit:
        return "changed"
    return None


def measure_texture(hr: NDArray[np.generic], valid: NDArray[np.bool_], radiometry: Radiometry) -> float:
    """Return the largest standard deviation of any band, in physical units.

    Args:
        hr: HR pixels (b, h, w).
        valid: Which of them count (h, w); at least one.
        radiometry: How they become physical values.
    """
    return float(radiometry.to_physical(hr)[:, valid].std(axis=1, dtype=np.float64).max())


def _measure_difference(pair: StoredPair, scene: Scene) -> float:
    """Return the largest root mean square of any band of LR less degraded HR, in physical units."""
    degraded, known = downsample(pair.hr, pair.hr_valid, scene.scale)
    both = (known & pair.lr_valid).all(axis=0)
    if not both.any():
        return 0.0
    off = scene.radiometry.to_physical(degraded)[:, both] - scene.radiometry.to_physical(pair.lr)[:, both]
    return float(np.sqrt(np.square(off, dtype=np.float64).mean(axis=1)).max())
