"""Finds values that mean no data although no file declares them: far from all others (-9999), or along an edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..progress import Advice, Log
from .source import Source

PLACES, SIDE = 3, 128
"""Number of squares in each direction that are searched, and their side in pixels: most gaps lie at the edges."""

FAR = 100.0
"""Ratio to the largest other value from which a value counts as far from all others."""
NO_MEASUREMENT = 1e30
"""Magnitude that no instrument measures."""
NARROW = ("uint8", "uint16")
"""Pixel types without room for a value far from all measured ones."""
Sides = tuple[bool, bool, bool, bool]
"""Whether a square lies at the top, left, bottom and right edge."""
USUAL = (-9999.0, -32768.0, -32767.0, -99999.0, -2147483648.0)
"""Values that usually mean no data where all other values are positive."""


LEAST_COLLAR = 0.02
"""Least share of a square that a collar takes; of 955 real images, 953 have no such area, and the other two a collar."""


def warn_of_undeclared_nodata(source: Source, window: Window) -> Iterator[Log]:
    """Warn of a value that seems to mean no data, by some squares of a window."""
    squares = list(_squares(window))
    samples = [source.read(square) for square in squares]
    for band in range(source.profile.count) if source.dtype not in NARROW else ():
        values = np.concatenate([pixels[band][valid[band]] for pixels, valid in samples])
        value = find_placeholder(values)
        if value is not None:
            yield Advice(
                ("nodata",),
                "Warning: band {band} of {path} has the value {value:.9g} in places, and all others are far from "
                "it: if it means no data, set NODATA to it.",
                band=_number(source, band),
                path=source.name,
                value=value,
            )
            return
    value = find_collar(
        [(pixels, valid, _sides(at, window)) for at, (pixels, valid) in zip(squares, samples, strict=True)]
    )
    if value is not None:
        yield Advice(
            ("nodata",),
            "Warning: {path} has the value {value:.9g} in all bands from an edge inwards: if it means no data, "
            "set NODATA to it where this raster is used.",
            path=source.name,
            value=value,
        )


def find_collar(samples: Sequence[tuple[NDArray[Any], NDArray[np.bool_], Sides]]) -> float | None:
    """Return the extreme value that all bands have in an area at an edge; None if there is none.

    Args:
        samples: pixels (b, h, w) of parts of a raster, which of them are valid, and which sides are at its edge.
    """
    dtype = samples[0][0].dtype
    values = np.concatenate([pixels[:, valid.all(0)] for pixels, valid, _ in samples], 1)
    if not values.size or (len(values) == 1 and dtype.name not in NARROW):  # 0 is a height as any other
        return None
    extremes = {0, np.iinfo(dtype).max} if dtype.kind in "iu" else {0}
    for value in extremes:
        if values.min() == values.max() or not (values.min() == value or values.max() == value):
            continue
        for pixels, valid, sides in samples:
            if _seen_from(sides, (pixels == value).all(0) & valid.all(0)).mean() >= LEAST_COLLAR:
                return float(value)
    return None


def _sides(square: Window, window: Window) -> Sides:
    """Return which sides of a square lie on the window's edge."""
    top, left = square.row_off == window.row_off, square.col_off == window.col_off
    bottom = square.row_off + square.height == window.row_off + window.height
    return top, left, bottom, square.col_off + square.width == window.col_off + window.width


def _seen_from(sides: Sides, same: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the pixels that are joined to one of the sides by a straight line of equal pixels."""
    seen = np.zeros_like(same)
    for turns, is_edge in enumerate(sides):  # a quarter turn brings the next side up
        if is_edge:
            way = np.logical_and.accumulate(np.rot90(same, -turns), axis=0)
            seen |= np.rot90(way, turns)
    return seen


def find_placeholder(values: NDArray[Any]) -> float | None:
    """Return the value that seems to mean no data among the valid ones (n,) of a band; None if there is none."""
    if not values.size:
        return None
    low, high = float(values.min()), float(values.max())
    value = low if abs(low) > abs(high) else high
    if abs(value) >= NO_MEASUREMENT:
        return value
    is_it = values == value
    others = values[~is_it]
    if not others.size or is_it.sum() < 2:
        return None
    largest = max(abs(float(others.min())), abs(float(others.max())))
    if (value in USUAL and others.min() >= 0) or abs(value) > FAR * largest > 0:
        return value
    return None


def _squares(window: Window) -> Iterator[Window]:
    """Yield squares at the corners, the edges and in the middle of a window."""
    for top in _starts(window.row_off, window.height):
        for left in _starts(window.col_off, window.width):
            yield Window(left, top, min(SIDE, window.width), min(SIDE, window.height))


def _starts(first: int, length: int) -> list[int]:
    last = max(0, length - SIDE)
    return sorted({first + last * i // (PLACES - 1) for i in range(PLACES)})


def _number(source: Source, place: int) -> int:
    """Return the number of a band in its file."""
    bands: Sequence[int] | None = getattr(source, "bands", None)
    return bands[place] if bands else place + 1


def warn_of_flat_pan(pan: Source, window: Window) -> Iterator[Log]:
    """Warn of a panchromatic raster that has one value in all squares of a window."""
    seen = [pixels[valid] for pixels, valid in map(pan.read, _squares(window))]
    values = np.concatenate(seen)
    if values.size and values.min() == values.max():
        yield Log(
            "Warning: {pan} has the value {value:.9g} in all places sampled, and adds no detail: choose as PAN "
            "the panchromatic raster.",
            pan=pan.name,
            value=float(values[0]),
        )
