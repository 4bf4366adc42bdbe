"""One raster on the pixel grid of another, finer one, window by window."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from odc.geo.types import xy_
from rasterio.windows import Window

from ..downsampling import REACH
from ..fill import fill_invalid
from ..float32_precision import exact_dtype
from ..pixel_windows import intersect
from ..raster_reader import Raster
from ..source import Source
from .interpolate import Taps, contains, interpolate, pixel_centres, window_around
from .pixel_transform import (
    PixelTransform,
    bounds_of,
    explain_unrelated,
    no_overlap_error,
    outline,
    pixel_bounds,
)

EPS = 1e-6
"""Share of a pixel below which a pixel's centre counts as lying on an edge, and grids as not rotated."""


@dataclass(frozen=True)
class Superimposed:
    """A raster resampled onto the grid of another by cubic convolution (Keys 1981), as by OTB's Superimpose.

    Unlike there, invalid pixels have no part in the result, and nodata grows no larger and no smaller.
    """

    source: Raster
    mapping: PixelTransform
    """From pixels of the grid to those of `source`."""
    to_source: Affine | None
    """The same as one step without rotation; none where there is no such, so that each pixel is projected."""
    region: Window
    """The pixels of the grid whose centres lie on the raster, or the rectangle around them."""

    def read(self, window: Window) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return the values of a window of the grid, not rounded, and which are valid: where the nearest pixel is.

        A value does not depend on the window: any two that share a pixel agree on it to the last bit.

        Returns:
            Values (b, h, w) and validity of the same shape.
        """
        if self.to_source is None:
            return self._project(window)
        height, width = self.source.box.shape
        cols = _Axis.of(window.col_off, window.width, self.to_source.a, self.to_source.c, width)
        rows = _Axis.of(window.row_off, window.height, self.to_source.e, self.to_source.f, height)
        if not (cols.inside.any() and rows.inside.any()):
            return self._nothing(window)
        (top, bottom), (left, right) = rows.span, cols.span
        stored, valid = self.source.read(Window(left, top, right - left, bottom - top))
        pixels = _fill(stored, valid)
        values = cols.interpolate(rows.interpolate(pixels, axis=1), axis=2)
        known = valid[:, rows.nearest - top][:, :, cols.nearest - left]
        return values, known & rows.inside[:, None] & cols.inside

    def _project(self, window: Window) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return what `read` does where each pixel has to be projected."""
        at = self.mapping.to_source(pixel_centres(window))
        inside = contains(self.source.region, at, EPS)
        if not inside.any():
            return self._nothing(window)
        at = at.map(lambda side: np.where(inside, side, side[inside][0]))
        # Beside the pixels under the kernel, those that gaps among them are filled from.
        around = window_around(at, xy_(2, 2), self.source.region)
        if around is None:
            return self._nothing(window)
        stored, valid = self.source.read(around)
        pixels = _fill(stored, valid)
        x, y = at.x - around.col_off, at.y - around.row_off
        values, _ = interpolate(pixels, np.ones(pixels.shape, bool), xy_(x, y))
        nearest = (
            np.floor(side).astype(np.intp).clip(0, length - 1)
            for side, length in ((y, around.height), (x, around.width))
        )
        row, col = nearest
        return values, valid[:, row, col] & inside

    def _nothing(self, window: Window) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        shape = (len(self.source.bands), window.height, window.width)
        return np.zeros(shape), np.zeros(shape, bool)


def _fill(stored: NDArray[np.generic], valid: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return pixels with those that are not valid filled from their neighbours."""
    pixels = stored.astype(np.float64)
    if valid.all():
        return pixels
    known = np.where(valid, pixels, 0)
    filled: NDArray[np.floating]
    if exact_dtype(stored.dtype) is np.float64:
        filled = fill_invalid(known, valid, REACH)
    else:
        filled = fill_invalid(known.astype(np.float32), valid, REACH)
    return np.where(valid, pixels, filled)


@dataclass(frozen=True)
class _Axis:
    """What positions along one axis of a raster are interpolated from."""

    taps: Taps
    nearest: NDArray[np.intp]
    """(n,): the pixel that each position lies in."""
    inside: NDArray[np.bool_]
    """(n,): which positions lie on the axis."""
    span: tuple[int, int]
    """Pixels to read: those of `taps`, and those that gaps among them are filled from."""

    @classmethod
    def of(cls, start: int, count: int, step: float, origin: float, length: int) -> _Axis:
        """Take the centres of pixels `start`, `start` + 1, ... of a grid, on an axis of `length` pixels."""
        positions = (np.arange(start, start + count) + 0.5) * step + origin
        taps = Taps.at(positions, length)
        return cls(
            taps=taps,
            nearest=np.floor(positions).astype(np.intp).clip(0, length - 1),
            inside=(positions >= -EPS) & (positions <= length + EPS),
            span=(max(0, int(taps.indices.min()) - REACH), min(length, int(taps.indices.max()) + REACH + 1)),
        )

    def interpolate(self, pixels: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
        """Interpolate pixels of `span` along an axis of (b, h, w); beyond its ends the last pixel is repeated."""
        shape = [1, 1, 1]
        shape[axis] = -1
        # Added tap by tap, as the order of a matrix product's additions depends on its size.
        parts = (
            pixels.take(index - self.span[0], axis=axis) * weight.reshape(shape)
            for index, weight in zip(self.taps.indices, self.taps.weights, strict=True)
        )
        return sum(parts, np.zeros(()))


@contextmanager
def superimpose(source: Raster, grid: Source) -> Iterator[Superimposed]:
    """Open `source` on the grid of `grid`, wherever it lies and whichever CRS it has.

    Raises:
        InputError: their coordinate reference systems cannot be related.
        NoOverlapError: they do not overlap.
    """
    mapping = PixelTransform.between(source, grid)
    region = _region_on(grid, source, mapping)
    to_source = ~source.box.affine * grid.box.affine
    rotated = math.hypot(to_source.b, to_source.d) > EPS * math.hypot(to_source.a, to_source.e)
    direct = mapping.crs is None and not rotated
    yield Superimposed(source, mapping, to_source if direct else None, region)


def _region_on(grid: Source, source: Raster, mapping: PixelTransform) -> Window:
    """Return the pixels of `grid` whose centres lie within the outline of `source`, or the rectangle around it."""
    with explain_unrelated(source, grid):
        there = bounds_of(mapping.to_grid(outline(pixel_bounds(source.region))))
    (left, right), (top, bottom) = (
        (math.ceil(first - 0.5 - EPS), math.floor(last - 0.5 + EPS) + 1)
        for first, last in (there.range_x, there.range_y)
    )
    region = intersect(Window(left, top, max(0, right - left), max(0, bottom - top)), grid.region)
    if region is None:
        raise no_overlap_error(source, grid)
    return region
