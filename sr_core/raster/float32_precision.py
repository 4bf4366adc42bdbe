"""Finds values so far from zero that the 24 bits of float32, in which networks compute, do not hold their differences."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .radiometry import Radiometry

WIDE = ("float64", "int32", "uint32")
"""Pixel types that hold more digits than float32."""

FAR = 1e4
"""Standard deviations from zero beyond which rounding to float32 is more than a thousandth of one."""


def exact_dtype(dtype: np.dtype[Any]) -> type[np.float32 | np.float64]:
    """Return the type in which values computed from pixels of a type keep the digits that these have."""
    return np.float64 if str(dtype) in WIDE else np.float32


def middle_of_far(
    pixels: NDArray[np.generic], valid: NDArray[np.bool_], gain: tuple[float, ...]
) -> tuple[float, ...] | None:
    """Return a round number in the middle of each band's values, × gain; None where values are near zero.

    Args:
        pixels: Stored pixels (b, h, w).
        valid: Which pixels (b, h, w) count.
        gain: Gain of each band.
    """
    if str(pixels.dtype) not in WIDE:
        return None
    middles, is_far = [], False
    for values, known, times in zip(pixels.astype(np.float64), valid, gain, strict=True):
        if not known.any():
            return None
        middle, spread = float(values[known].mean()), float(values[known].std())
        step = 10.0 ** math.floor(math.log10(spread)) if spread else 1.0
        middles.append(round(middle / step) * step * times)
        is_far |= abs(middle) > FAR * spread > 0
    return tuple(middles) if is_far else None


def subtract_middle(radiometry: Radiometry, middle: tuple[float, ...]) -> Radiometry:
    """Return a radiometry whose physical values are less by `middle`, which is subtracted in float64."""
    offset = tuple(own - less for own, less in zip(radiometry.offset, middle, strict=True))
    return Radiometry(gain=radiometry.gain, offset=offset)
