"""Cubic convolution at any points of an image (Keys 1981, a = -1/2), of its valid pixels only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

REACH = 2
"""Pixels on either side of a point that its value is made from."""


def sampled(
    pixels: NDArray[np.generic], valid: NDArray[np.bool_], x: NDArray[np.float64], y: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Values (b, h, w) of pixels (b, H, W) at points (h, w), in pixels from the image's corner; NaN where half or more of
    the kernel's weight lies on pixels that are not valid, or outside."""
    around = ((0, 0), (REACH, REACH), (REACH, REACH))
    known = np.pad(valid, around)
    values = np.pad(np.where(valid, pixels, 0).astype(np.float64), around)
    _, height, width = values.shape
    col, row = (np.floor(at - 0.5).astype(int) for at in (x, y))
    across, down = (_weights(at - 0.5 - first) for at, first in ((x, col), (y, row)))
    total, weight = (np.zeros((len(pixels), *x.shape)) for _ in range(2))
    for j in range(2 * REACH):
        rows = np.clip(row + j - REACH + 1 + REACH, 0, height - 1)
        for i in range(2 * REACH):
            cols = np.clip(col + i - REACH + 1 + REACH, 0, width - 1)
            share = across[i] * down[j] * known[:, rows, cols]
            total += share * values[:, rows, cols]
            weight += share
    found: NDArray[np.float64] = np.where(weight > 0.5, total / np.where(weight > 0.5, weight, 1), np.nan)
    return found


def _weights(t: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Of the four pixels around a point that lies the share `t` of a pixel beyond the centre of the second."""
    return [
        -0.5 * t + t**2 - 0.5 * t**3,
        1 - 2.5 * t**2 + 1.5 * t**3,
        0.5 * t + 2 * t**2 - 1.5 * t**3,
        -0.5 * t**2 + 0.5 * t**3,
    ]
