"""The values of an image between its pixels: cubic convolution, widened to an average where pixels are too fine."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from .resample import REACH, cubic

POINTS_AT_ONCE = 2**17
"""Points that are computed together, which bounds what is in memory beside the result."""

LEAST_WEIGHT = 0.01
"""Of a kernel, that pixels which may be used must have: with less there is nothing to go by."""


def reach(widened: float) -> int:
    """Pixels on each side of a point that its value depends on."""
    return math.ceil(REACH * widened)


def interpolated(
    pixels: NDArray[np.generic],
    valid: NDArray[np.bool_],
    usable: NDArray[np.bool_],
    cols: NDArray[np.float64],
    rows: NDArray[np.float64],
    widened: tuple[float, float],
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Values (b, h, w) of pixels (b, y, x) at points (h, w), not rounded, and which are valid; 0 where they are not.

    Points are columns and rows, counted from the corner of the first pixel. The kernel is Keys' (1981), `widened` as many
    times along columns and rows, 1 or more: at 1 it goes through the pixels, and with as many pixels as a result's pixel
    is wide it averages them, which is what keeps fine detail from becoming stripes. Pixels that are not `usable` (y, x)
    are as if they were not there: the others' weights are scaled up to 1. Of those that are there, a point is valid
    where valid ones have more than half of the weight.

    A value depends on no other point: any two calls that share one agree on it to the last bit.
    """
    shape, bands = cols.shape, len(pixels)
    values, known = np.zeros((bands, cols.size)), np.zeros((bands, cols.size), bool)
    whole = bool(valid[:, usable].all())
    stored = np.where(valid & usable, pixels, 0).astype(np.float64).reshape(bands, -1)
    there = valid.reshape(bands, -1) & usable.ravel()
    for start in range(0, cols.size, POINTS_AT_ONCE):
        part = slice(start, start + POINTS_AT_ONCE)
        across = _taps(cols.ravel()[part], usable.shape[1], widened[0])
        down = _taps(rows.ravel()[part], usable.shape[0], widened[1])
        count = cols.ravel()[part].size
        total, inside, weight = np.zeros((bands, count)), np.zeros(count), np.zeros((bands, count))
        for row, by_row, in_rows in zip(*down, strict=True):
            for col, by_col, in_cols in zip(*across, strict=True):
                at = row * usable.shape[1] + col
                mine = np.where(in_rows & in_cols & usable.ravel()[at], by_row * by_col, 0)
                inside += mine
                total += mine * stored[:, at]
                if not whole:
                    weight += mine * there[:, at]
        if whole:
            weight = np.broadcast_to(inside, weight.shape)
        enough = (inside > LEAST_WEIGHT) & (weight > 0.5 * inside)
        values[:, part] = np.where(enough, total / np.where(enough, weight, 1), 0)
        known[:, part] = enough
    return values.reshape(bands, *shape), known.reshape(bands, *shape)


def _taps(
    position: NDArray[np.float64], length: int, widened: float
) -> tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.bool_]]:
    """The pixels (t, n) along an axis that each point is made from, clipped to it, their weights, and which are on it."""
    from_centre = position - 0.5
    far = reach(widened)
    indices = np.floor(from_centre).astype(np.intp) + np.arange(1 - far, far + 1)[:, None]
    weights = cubic((indices - from_centre) / widened)
    return indices.clip(0, length - 1), weights, (indices >= 0) & (indices < length)
