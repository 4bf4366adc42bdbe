"""Compares pixels with nodata values that were rounded to text, and tells which values a pixel type can hold."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..raster_path import Range

ULPS = 2
"""Steps of a floating-point type by which pixels may differ from a nodata value that went through text."""

FLOAT32_MAX, FLOAT64_MAX, NETCDF_FILL = 3.4028234663852886e38, 1.7976931348623157e308, 9.969209968386869e36
"""Numbers that programs use as nodata values, and write in many ways: -3.4e38, -3.40282e+38, -3.402823060737097e+38."""

NEAR_LIMIT = 1e-3
"""Relative difference up to which a nodata value counts as one of these numbers."""

SENTINEL_TOLERANCE = 5e-7
"""Relative difference up to which pixels count as one of these numbers."""

INTEGER_TOLERANCE = 1e-6
"""Difference up to which a nodata value counts as an integer, as a share of 1 or of the value."""


def held_nodata(dtype: str, value: float | None) -> float | None:
    """Return the value that pixels of a type have for a declared nodata value; None if no pixel can have such a value."""
    if value is None:
        return None
    kind = np.dtype(dtype)
    if kind.kind == "f":
        return _held_float(kind, float(value))
    if not math.isfinite(value):
        return None
    limits = np.iinfo(kind)
    for limit in (int(limits.min), int(limits.max)):
        if abs(limit) >= 2**31 - 1 and f"{limit:.6g}" == f"{value:.6g}":  # six digits of ten
            return float(limit)
    whole = float(round(value))
    near = abs(value - whole) <= INTEGER_TOLERANCE and limits.min <= whole <= limits.max
    return whole if near else None


def _held_float(kind: np.dtype[Any], value: float) -> float | None:
    if math.isnan(value):
        return value
    top = float(np.finfo(kind.name).max)
    if math.isinf(value):  # 1.79769313486232e+308, which rounding has put beyond what 64 bits have
        return math.copysign(top, value)
    if abs(value) > (1 - NEAR_LIMIT) * top:
        # What rounding to 17 digits, or to 2, has put beyond the last number is meant to be that; so is that of 64 bits.
        return math.copysign(top, value) if _is_near(value, top) or _is_near(value, FLOAT64_MAX) else None
    return value


def _is_near(value: float, sentinel: float) -> bool:
    return abs(abs(value) - sentinel) <= NEAR_LIMIT * sentinel


def equals_nodata(pixels: NDArray[Any], value: float | None) -> NDArray[np.bool_]:
    """Return which pixels have a nodata value, as declared: also those that differ from it by the rounding of a text."""
    none = np.zeros(pixels.shape, bool)
    if value is None:
        return none
    if pixels.dtype.kind != "f":
        held = held_nodata(str(pixels.dtype), value)
        return none if held is None else np.equal(pixels, np.array(held).astype(pixels.dtype))
    found: NDArray[np.bool_] = none
    if math.isnan(value):
        found = np.isnan(pixels)
        return found
    if math.isinf(value):
        found, value = pixels == value, math.copysign(FLOAT64_MAX, value)
    for meant, share in _meanings(pixels.dtype, float(value)):
        with np.errstate(over="ignore"):
            found = found | (np.abs(pixels - pixels.dtype.type(meant)) <= share * abs(meant))
    return found


def _meanings(kind: np.dtype[Any], value: float) -> list[tuple[float, float]]:
    """Return the values that a nodata value may have been before it went through text, and what share pixels may miss."""
    ulps = ULPS * float(np.finfo(kind.name).eps)
    top = float(np.finfo(kind.name).max)
    meanings = [(value, ulps)]
    if not value.is_integer():  # 0.1 and 0.10000000149 are the same
        meanings += [(float(np.float32(value)), ulps), (float(f"{value:.7g}"), ulps)]
    for sentinel in (FLOAT32_MAX, FLOAT64_MAX, NETCDF_FILL):
        if _is_near(value, sentinel):
            meanings.append((math.copysign(min(sentinel, top), value), SENTINEL_TOLERANCE))
    return [(meant, share) for meant, share in meanings if abs(meant) <= top]


def values_beside(dtype: str, value: float) -> tuple[float, float]:
    """Return the next lower and the next higher value that is not taken for a nodata value that `dtype` holds."""
    kind = np.dtype(dtype)
    if kind.kind != "f":
        return value - 1, value + 1
    share = max(share for _, share in _meanings(kind, float(value)))
    beside = []
    with np.errstate(over="ignore"):
        for end in (-1, 1):
            moved = kind.type(value)
            while equals_nodata(np.array([moved]), value)[0]:
                moved = np.nextafter(kind.type(moved + end * share * abs(value)), kind.type(end * np.inf))
            beside.append(float(moved))
    return beside[0], beside[1]


def in_ranges(pixels: NDArray[Any], ranges: Sequence[Range]) -> NDArray[np.bool_]:
    """Return which pixels lie in one of the ranges; ranges of one value are compared as declared nodata is."""
    found = np.zeros(pixels.shape, bool)
    for low, high in ranges:
        if low is not None and low == high:
            found |= equals_nodata(pixels, low)
            continue
        inside = np.ones(pixels.shape, bool)
        if low is not None:
            inside &= pixels >= low
        if high is not None:
            inside &= pixels <= high
        found |= inside
    return found
