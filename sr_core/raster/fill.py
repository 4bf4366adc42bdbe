"""Fills invalid pixels near valid ones with values extrapolated from these."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Real = TypeVar("Real", bound=np.floating[Any])


def fill_invalid(pixels: NDArray[Real], valid: NDArray[np.bool_], reach: int) -> NDArray[Real]:
    """Return pixels with the invalid ones up to `reach` pixels from a valid one extrapolated from there.

    The valid area grows by one pixel a round, each new pixel being the mean of its valid neighbours (3 × 3). So a
    filled value depends on no pixel further away than itself is from the nearest valid one: with a network whose
    receptive field has the radius `reach`, and `reach` pixels of context read, results do not depend on how the
    raster was divided into windows.

    Args:
        pixels: (b, h, w), float32 or float64.
        valid: the same shape.
        reach: how many pixels to grow. What lies further away becomes 0.
    """
    filled = np.where(valid, pixels, 0).astype(pixels.dtype)
    if valid.all():
        return filled
    for band, known in zip(filled, valid.copy(), strict=True):
        for _ in range(reach):
            todo = ~known
            if not todo.any() or not known.any():
                break
            count = _neighbours(known.astype(np.float32))
            grown = todo & (count > 0)
            band[grown] = _neighbours(band)[grown] / count[grown]
            known |= grown
    return filled


def _neighbours(values: NDArray[Real]) -> NDArray[Real]:
    """Return the sum over the 3 × 3 pixels around each pixel (h, w), 0 beyond the edge."""
    padded = np.pad(values, 1)
    rows: NDArray[Real] = padded[:-2] + padded[1:-1] + padded[2:]
    total: NDArray[Real] = rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]
    return total
