"""One raster on the pixel grid of another, finer one, window by window."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from ..fill import fill_invalid
from ..grid import intersect
from ..io import Raster
from ..read_errors import pixel_reads
from ..resample import REACH
from .geometry import PixelTransform, bounds_of, explain_unrelated, no_overlap_error, outline, pixel_bounds
from .interpolate import Taps

EPS = 1e-6
"""Share of a pixel below which a pixel's centre counts as lying on an edge, and grids as not rotated."""

ANY_CRS = CRS.from_epsg(3857)
"""GDAL warps nothing without a CRS; rasters of which neither has one are taken to have the same."""


@dataclass(frozen=True)
class Superimposed:
    """A raster resampled onto the grid of another by cubic convolution (Keys 1981), as by OTB's Superimpose.

    Unlike there, invalid pixels have no part in the result, and nodata grows no larger and no smaller.
    """

    source: Raster
    """The raster, or a view of it warped onto the other's grid."""
    nearest: WarpedVRT | None
    """Another such view, by nearest neighbour, that tells which pixels are valid; none where `source` tells it."""
    to_source: Affine
    """From pixels of the grid to those of `source`; without rotation."""
    region: Window
    """The pixels of the grid whose centres lie on the raster."""

    def read(self, window: Window) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return the values of a window of the grid, not rounded, and which are valid: where the nearest pixel is.

        A value does not depend on the window: any two that share a pixel agree on it to the last bit.

        Returns:
            Values (b, h, w) and validity of the same shape.
        """
        height, width = self.source.box.shape
        cols = _Axis.of(window.col_off, window.width, self.to_source.a, self.to_source.c, width)
        rows = _Axis.of(window.row_off, window.height, self.to_source.e, self.to_source.f, height)
        if not (cols.inside.any() and rows.inside.any()):
            shape = (len(self.source.bands), window.height, window.width)
            return np.zeros(shape), np.zeros(shape, bool)
        (top, bottom), (left, right) = rows.span, cols.span
        around = Window(left, top, right - left, bottom - top)
        stored, valid = self.source.read(around)
        if self.nearest is not None:
            with pixel_reads(self.source.name):
                valid = valid & (self.nearest.read_masks(list(self.source.bands), window=around) != 0)
        pixels = stored.astype(np.float64)
        if not valid.all():
            pixels = np.where(valid, pixels, fill_invalid(pixels.astype(np.float32), valid, REACH))
        values = cols.interpolate(rows.interpolate(pixels, axis=1), axis=2)
        known = valid[:, rows.nearest - top][:, :, cols.nearest - left]
        return values, known & rows.inside[:, None] & cols.inside


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
def superimpose(source: Raster, grid: Raster) -> Iterator[Superimposed]:
    """Open `source` on the grid of `grid`, wherever it lies and whichever CRS it has.

    Raises:
        InputError: their coordinate reference systems cannot be related.
        NoOverlapError: they do not overlap.
    """
    mapping = PixelTransform.between(source, grid)
    region = _region_on(grid, source, mapping)
    to_source = ~source.box.affine * grid.box.affine
    rotated = math.hypot(to_source.b, to_source.d) > EPS * math.hypot(to_source.a, to_source.e)
    if mapping.crs is None and not rotated:
        yield Superimposed(source, None, to_source, region)
        return
    with ExitStack() as stack:
        with explain_unrelated(source, grid):
            cubic, nearest = (
                stack.enter_context(_warp(source, grid, by)) for by in (Resampling.cubic, Resampling.nearest)
            )
        yield Superimposed(Raster(cubic, source.bands), nearest, Affine.identity(), region)


def _region_on(grid: Raster, source: Raster, mapping: PixelTransform) -> Window:
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


def _warp(source: Raster, grid: Raster, resampling: Resampling) -> WarpedVRT:
    """Open a view of `source` on `grid`, which GDAL warps block by block as it is read.

    Every point is projected, instead of some with the others between them up to an eighth of a pixel off.
    """
    profile = source.profile
    missing = math.nan if profile.nodata is None and np.dtype(profile.dtype).kind == "f" else profile.nodata
    options: dict[str, object] = {} if missing is None else {"src_nodata": missing}
    if resampling == Resampling.nearest:
        options["add_alpha"] = missing is None
    else:
        options["dtype"] = "float64"  # not rounded
        if missing is not None:
            options["nodata"] = math.nan
    height, width = grid.box.shape
    return WarpedVRT(
        source.dataset,
        src_crs=source.crs or grid.crs or ANY_CRS,
        crs=grid.crs or source.crs or ANY_CRS,
        transform=grid.box.affine,
        height=height,
        width=width,
        resampling=resampling,
        tolerance=EPS,  # 0 is more than rasterio 1.4 can do
        src_alpha=source.mask_band or 0,
        **options,
    )
