"""Which tiles are worth learning from."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..raster.radiometry import Radiometry
from ..raster.resample import downsample
from .options import FilterOptions
from .scene import StoredPair

Reason = Literal["gaps", "flat", "changed"]
"""Why a tile is left out."""


def reject(
    pair: StoredPair,
    valid: NDArray[np.bool_],
    radiometry: Radiometry,
    options: FilterOptions,
    *,
    observed: bool,
) -> Reason | None:
    """Return why a tile is left out, or none if it is kept.

    Args:
        pair: The tile's pixels.
        valid: (H, W): where they are valid on both sides.
        radiometry: How pixels become physical values.
        options: What a tile must be.
        observed: Whether LR is a raster of its own, with which HR is compared.
    """
    if not valid.any() or valid.mean() < options.min_valid:
        return "gaps"
    if options.min_texture and measure_texture(pair.hr, valid, radiometry) < options.min_texture:
        return "flat"
    limit = options.max_difference if observed else None
    if limit is not None and _measure_difference(pair, radiometry) > limit:
        return "changed"
    return None


def measure_texture(hr: NDArray[np.generic], valid: NDArray[np.bool_], radiometry: Radiometry) -> float:
    """Return the largest standard deviation of any band of HR pixels (b, h, w) that are `valid` (h, w).

    It is in physical units.
    """
    return float(radiometry.to_physical(hr)[:, valid].std(axis=1, dtype=np.float64).max())


def _measure_difference(pair: StoredPair, radiometry: Radiometry) -> float:
    """Return the largest root mean square of any band of LR less degraded HR, in physical units."""
    degraded, known = downsample(pair.hr, pair.hr_valid, pair.hr.shape[-1] // pair.lr.shape[-1])
    both = (known & pair.lr_valid).all(axis=0)
    if not both.any():
        return 0.0
    off = radiometry.to_physical(degraded)[:, both] - radiometry.to_physical(pair.lr)[:, both]
    return float(np.sqrt(np.square(off, dtype=np.float64).mean(axis=1)).max())
