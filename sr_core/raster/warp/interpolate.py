"""Values of a raster between its pixels: cubic convolution, widened to an average where pixels are too fine."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from odc.geo.types import XY, xy_
from rasterio.windows import Window

from ..downsampling import REACH, cubic
from ..pixel_windows import intersect, pad
from ..source import Source
from .pixel_transform import PixelTransform

POINTS_AT_ONCE = 2**17
"""Points that are computed together, which bounds the memory needed besides the result."""

LEAST_WEIGHT = 0.01
"""Share of a kernel that usable pixels must have; with less there is no value."""

NOT_WIDENED: XY[float] = xy_(1, 1)


class Taps(NamedTuple):
    """The t pixels along one axis that each of n points is interpolated from."""

    indices: NDArray[np.intp]
    """(t, n), clipped to the axis."""
    weights: NDArray[np.float64]
    """(t, n); of each point, they add up to about the widening."""
    on_axis: NDArray[np.bool_]
    """(t, n): which of them lie on the axis and were not clipped."""

    @classmethod
    def at(cls, positions: NDArray[np.floating], length: int, widening: float = 1) -> Taps:
        """Return the taps of Keys' cubic (1981, equation 4).

        Args:
            positions: (n,), in pixels from the beginning of the axis.
            length: of the axis, in pixels.
            widening: how many times as wide as a pixel's own the kernel is, 1 or more.
        """
        from_centre = positions - 0.5
        far = math.ceil(REACH * widening)
        indices = np.floor(from_centre).astype(np.intp) + np.arange(1 - far, far + 1)[:, None]
        weights = cubic((indices - from_centre) / widening)
        return cls(indices.clip(0, length - 1), weights, (indices >= 0) & (indices < length))


def interpolate(
    pixels: NDArray[np.generic],
    valid: NDArray[np.bool_],
    points: XY[NDArray[np.float64]],
    *,
    widening: XY[float] = NOT_WIDENED,
    usable: NDArray[np.bool_] | None = None,
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the values of an image at points, not rounded, and which of them are valid.

    The kernel is Keys' (1981). Not widened, it goes through the pixels; as many pixels wide as a pixel of the result is,
    it averages them, so that fine detail does not become stripes. A value depends on no other point: any two calls that
    share one agree on it to the last bit.

    Args:
        pixels: (b, H, W).
        valid: the same shape. A point is valid where valid pixels have more than half of the weight of all that count.
        points: columns and rows (h, w), in pixels from the image's corner.
        widening: of the kernel, along columns and rows, 1 or more.
        usable: (H, W); other pixels do not count: the weights of those that do are scaled up to 1.

    Returns:
        Values (b, h, w), 0 where not valid, and validity of the same shape.
    """
    bands, height, width = pixels.shape
    x, y = (side.ravel() for side in points.xy)
    counts = np.ones(height * width, bool) if usable is None else usable.ravel()
    there = valid.reshape(bands, -1) & counts
    whole = bool(there[:, counts].all())
    stored = np.where(there, pixels.reshape(bands, -1), 0).astype(np.float64)
    values, known = np.zeros((bands, x.size)), np.zeros((bands, x.size), bool)
    for start in range(0, x.size, POINTS_AT_ONCE):
        part = slice(start, start + POINTS_AT_ONCE)
        across, down = Taps.at(x[part], width, widening.x), Taps.at(y[part], height, widening.y)
        total, weight = (np.zeros((bands, x[part].size)) for _ in range(2))
        inside = np.zeros(x[part].size)
        for row, row_weight, in_rows in zip(*down, strict=True):
            for col, col_weight, in_cols in zip(*across, strict=True):
                at = row * width + col
                share = np.where(in_rows & in_cols & counts[at], row_weight * col_weight, 0)
                inside += share
                total += share * stored[:, at]
                if not whole:
                    weight += share * there[:, at]
        if whole:
            weight = np.broadcast_to(inside, weight.shape)
        enough = (inside > LEAST_WEIGHT) & (weight > 0.5 * inside)
        values[:, part] = np.where(enough, total / np.where(enough, weight, 1), 0)
        known[:, part] = enough
    return values.reshape(bands, *points.x.shape), known.reshape(bands, *points.x.shape)


def resample(
    source: Source,
    mapping: PixelTransform,
    points: XY[NDArray[np.float64]],
    *,
    widening: XY[float],
    within: Window,
    tolerance: float,
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the values of a source at points of a grid, and which of them are valid.

    Args:
        source: the raster to interpolate.
        mapping: from pixels of the grid to those of the source.
        points: columns and rows (h, w), in pixels of the grid.
        widening: of the kernel, along columns and rows of the source.
        within: pixels of the grid. Those of the source whose centres lie elsewhere do not count.
        tolerance: pixels of the source by which points may lie beyond its edge and still be valid.

    Returns:
        Values (b, h, w), 0 where not valid, and validity of the same shape.
    """
    at = mapping.to_source(points)
    around = window_around(at, widening, source.region)
    if around is None:
        shape = (source.profile.count, *points.x.shape)
        return np.zeros(shape), np.zeros(shape, bool)
    pixels, valid = source.read(around)
    values, known = interpolate(
        pixels,
        valid,
        xy_(at.x - around.col_off, at.y - around.row_off),
        widening=widening,
        usable=contains(within, mapping.to_grid(pixel_centres(around))),
    )
    return values, known & contains(source.region, at, tolerance)


def pixel_centres(window: Window, step: int = 1) -> XY[NDArray[np.float64]]:
    """Return the centres (h, w) of the pixels of a window, or of squares of `step` × `step` of them."""
    rows, cols = np.mgrid[: window.height // step, : window.width // step] + 0.5
    return xy_(window.col_off + step * cols, window.row_off + step * rows)


def window_around(points: XY[NDArray[np.float64]], widening: XY[float], region: Window) -> Window | None:
    """Return the pixels of a region that points are interpolated from; none if no point lies near it."""
    if not np.isfinite(points.xy).all():
        return None
    left, top = (math.floor(side.min()) for side in points.xy)
    right, bottom = (math.floor(side.max()) + 1 for side in points.xy)
    margin = widening.map(lambda wide: math.ceil(REACH * wide) + 1)
    return intersect(pad(Window(left, top, right - left, bottom - top), margin), region)


def contains(window: Window, points: XY[NDArray[np.float64]], tolerance: float = 0.0) -> NDArray[np.bool_]:
    """Return which points lie inside a window, or less than `tolerance` outside."""
    inside: NDArray[np.bool_] = (points.x > window.col_off - tolerance) & (
        points.x < window.col_off + window.width + tolerance
    )
    inside &= (points.y > window.row_off - tolerance) & (
        points.y < window.row_off + window.height + tolerance
    )
    return inside
