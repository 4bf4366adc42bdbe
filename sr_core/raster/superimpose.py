"""One raster on the pixel grid of another, finer one, window by window."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform
from rasterio.windows import Window

from ..errors import BadInput, NoOverlap
from .fill import fill_invalid
from .io import Raster
from .resample import cubic

REACH = 2
"""Pixels on each side of the one in which a point lies that its cubic can look at."""

EPS = 1e-6
"""Share of a pixel below which a pixel's centre counts as lying on an edge, and grids as not turned."""

OUTLINE = 21
"""Points on each side of an outline: brought into another CRS, the sides are bent."""

ANY_CRS = CRS.from_epsg(3857)
"""GDAL warps nothing without one; the rasters' own may be missing, and then both are taken to have the same."""


@dataclass(frozen=True)
class Superimposed:
    """A raster as it looks on the grid of another one, by cubic convolution (Keys 1981), as OTB's Superimpose does it.

    Unlike there, pixels that are not valid have no part in the result, and nodata grows no larger and no smaller.
    """

    source: Raster
    """The raster, or a view of it warped onto the other's grid."""
    known: WarpedVRT | None
    """Another such view, by nearest neighbour, that tells which pixels are valid; none where the raster tells it."""
    to_source: Affine
    """From pixel coordinates of the other grid to those of `source`; without rotation."""
    region: Window
    """The pixels of the other grid whose centres lie on the raster."""

    def read(self, window: Window) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Values (b, h, w) under a window of the other grid, not rounded, and which are valid: where the nearest pixel is.

        A value depends on no window: any two that share a pixel agree on it to the last bit.
        """
        height, width = self.source.dataset.shape
        across, down = self.to_source.a, self.to_source.e
        cols = Taps.of(window.col_off, window.width, across, self.to_source.c, width)
        rows = Taps.of(window.row_off, window.height, down, self.to_source.f, height)
        if not (cols.inside.any() and rows.inside.any()):
            shape = (len(self.source.bands), window.height, window.width)
            return np.zeros(shape), np.zeros(shape, bool)
        (top, bottom), (left, right) = rows.span, cols.span
        around = Window(left, top, right - left, bottom - top)
        stored, valid = self.source.read(around)
        if self.known is not None:
            valid = valid & (self.known.read_masks(list(self.source.bands), window=around) != 0)
        pixels = stored.astype(np.float64)
        if not valid.all():
            pixels = np.where(valid, pixels, fill_invalid(pixels.astype(np.float32), valid, REACH))
        values = cols.along(rows.along(pixels, axis=1), axis=2)
        nearest = valid[:, rows.nearest - top][:, :, cols.nearest - left]
        return values, nearest & rows.inside[:, None] & cols.inside


@dataclass(frozen=True)
class Taps:
    """The four pixels along one axis that each position there is interpolated from."""

    indices: NDArray[np.intp]
    """(4, n), clipped to the axis: beyond its ends the last pixel goes on."""
    weights: NDArray[np.float64]
    """(4, n); columns add up to 1."""
    nearest: NDArray[np.intp]
    inside: NDArray[np.bool_]
    """Which positions lie on the axis at all."""
    span: tuple[int, int]
    """The pixels to read: those of `indices`, and as many more as filling gaps among them can look at."""

    @classmethod
    def of(cls, start: int, count: int, step: float, origin: float, length: int) -> Taps:
        """Positions of the centres of pixels `start`, `start` + 1, ... on an axis of `length` pixels."""
        position = (np.arange(start, start + count) + 0.5) * step + origin - 0.5
        first = np.floor(position)
        offset = position - first
        indices = first.astype(np.intp) + np.arange(-1, 3)[:, None]
        clipped = indices.clip(0, length - 1)
        return cls(
            indices=clipped,
            weights=cubic(offset - np.arange(-1, 3)[:, None]),
            nearest=np.floor(position + 0.5).astype(np.intp).clip(0, length - 1),
            inside=(position >= -0.5 - EPS) & (position <= length - 0.5 + EPS),
            span=(max(0, int(clipped.min()) - REACH), min(length, int(clipped.max()) + REACH + 1)),
        )

    def along(self, pixels: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
        """Pixels of `span` interpolated along an axis of (b, h, w)."""
        shape = [1, 1, 1]
        shape[axis] = -1
        # Added tap by tap: the order of a matrix product's additions depends on its size.
        parts = (
            pixels.take(index - self.span[0], axis=axis) * weight.reshape(shape)
            for index, weight in zip(self.indices, self.weights, strict=True)
        )
        return sum(parts, np.zeros(()))


@contextmanager
def superimposed(raster: Raster, grid: Raster) -> Iterator[Superimposed]:
    """`raster` on the grid of `grid`, wherever it lies and whichever CRS it has.

    Raises:
        BadInput: their coordinate reference systems cannot be related.
        NoOverlap: they do not overlap.
    """
    region = _region(raster, grid)
    to_source = ~raster.box.affine * grid.box.affine
    turned = math.hypot(to_source.b, to_source.d) > EPS * math.hypot(to_source.a, to_source.e)
    if same_crs(raster, grid) and not turned:
        yield Superimposed(raster, None, to_source, region)
        return
    with ExitStack() as stack:
        try:
            cubic, nearest = (
                stack.enter_context(_warped(raster, grid, by))
                for by in (Resampling.cubic, Resampling.nearest)
            )
        except (RasterioError, CPLE_BaseError) as error:
            raise _unrelated(raster, grid, error) from None
        yield Superimposed(Raster(cubic, raster.bands), nearest, Affine.identity(), region)


def pixel_ratio(raster: Raster, grid: Raster) -> tuple[float, float]:
    """Height and width of a pixel of `raster` in pixels of `grid`, at the middle of `raster`.

    Raises:
        BadInput: their coordinate reference systems cannot be related.
    """
    height, width = raster.box.shape
    cols, rows = (np.array(sides) for sides in ((0, 1, 0), (0, 0, 1)))
    x, y = _moved(raster, grid, *(raster.box.affine * (cols + width / 2, rows + height / 2)))
    cols, rows = ~grid.box.affine * (np.array(x), np.array(y))
    return float(np.hypot(cols[2] - cols[0], rows[2] - rows[0])), float(
        np.hypot(cols[1] - cols[0], rows[1] - rows[0])
    )


def same_crs(raster: Raster, grid: Raster) -> bool:
    """Whether no reprojection is needed; a raster without a CRS is taken to have the other's."""
    return raster.crs is None or grid.crs is None or raster.crs == grid.crs


def _unrelated(raster: Raster, grid: Raster, reason: object) -> BadInput:
    """The refusal of two rasters between whose coordinate systems there is no way."""
    return BadInput(
        "The coordinate reference systems of {raster} and {grid} cannot be related ({reason}): "
        "reproject one of them to the other's.",
        raster=raster.dataset.name,
        grid=grid.dataset.name,
        reason=reason,
    )


def _moved(
    raster: Raster, grid: Raster, x: Iterable[float], y: Iterable[float]
) -> tuple[list[float], list[float]]:
    """Places of `raster`'s CRS in `grid`'s."""
    if same_crs(raster, grid):
        return list(x), list(y)
    try:
        moved_x, moved_y = transform(raster.crs, grid.crs, list(x), list(y))
    except (RasterioError, CPLE_BaseError) as error:
        raise _unrelated(raster, grid, error) from None
    if not np.isfinite([moved_x, moved_y]).all():
        raise _unrelated(raster, grid, "one does not reach where the other lies")
    return moved_x, moved_y


def _region(raster: Raster, grid: Raster) -> Window:
    """The pixels of `grid` whose centres lie within the outline of `raster`, or within the rectangle around it."""
    height, width = raster.box.shape
    share = np.linspace(0, 1, OUTLINE)
    nothing, all_of_it = np.zeros(OUTLINE), np.ones(OUTLINE)
    cols = width * np.concatenate([share, share, nothing, all_of_it])
    rows = height * np.concatenate([nothing, all_of_it, share, share])
    x, y = _moved(raster, grid, *(raster.box.affine * (cols, rows)))
    cols, rows = ~grid.box.affine * (np.array(x), np.array(y))
    limit_rows, limit_cols = grid.box.shape
    left, top = (max(0, math.ceil(side.min() - 0.5 - EPS)) for side in (cols, rows))
    right = min(limit_cols, math.floor(cols.max() - 0.5 + EPS) + 1)
    bottom = min(limit_rows, math.floor(rows.max() - 0.5 + EPS) + 1)
    if right <= left or bottom <= top:
        raise NoOverlap(
            "{grid} and {raster} do not overlap: choose two rasters of the same place.",
            grid=grid.dataset.name,
            raster=raster.dataset.name,
        )
    return Window(left, top, right - left, bottom - top)


def _warped(raster: Raster, grid: Raster, resampling: Resampling) -> WarpedVRT:
    """A view of `raster` on `grid`, which GDAL warps block by block as it is read.

    Every point is projected, instead of some with the others between them up to an eighth of a pixel off.
    """
    missing = raster.nodata
    if missing is None and np.dtype(raster.dtype).kind == "f":
        missing = math.nan
    options: dict[str, object] = {} if missing is None else {"src_nodata": missing}
    if resampling == Resampling.nearest:
        options["add_alpha"] = missing is None
    else:
        options["dtype"] = "float64"  # not rounded
        if missing is not None:
            options["nodata"] = math.nan
    return WarpedVRT(
        raster.dataset,
        src_crs=raster.crs or grid.crs or ANY_CRS,
        crs=grid.crs or raster.crs or ANY_CRS,
        transform=grid.box.affine,
        height=grid.box.shape[0],
        width=grid.box.shape[1],
        resampling=resampling,
        tolerance=EPS,  # 0 is more than rasterio 1.4 can do
        src_alpha=raster.mask_band or 0,
        **options,
    )
