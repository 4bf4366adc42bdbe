"""Where the pixels of one raster lie on the grid of another, whatever their coordinate reference systems.

Points are `XY` of two arrays: columns and rows in pixels, counted from the upper left corner of the first pixel.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from odc.geo.geom import BoundingBox
from odc.geo.roi import polygon_path
from odc.geo.types import XY, xy_
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.warp import transform
from rasterio.windows import Window

from ...errors import InputError, NoOverlapError
from ..longitudes import full_turn, move_near
from ..pixel_windows import refuse_unwarped
from ..source import Source

OUTLINE = 21
"""Points on each side of an outline, as straight sides are bent in another CRS."""

EDGE = 2.0
"""Pixels at the edges of grids that do not count as land that they have in common."""

NO_SHIFT: XY[float] = xy_(0, 0)


def pixel_bounds(window: Window) -> BoundingBox:
    """Return the edges of a window, `range_x` along columns and `range_y` along rows."""
    left, top = window.col_off, window.row_off
    return BoundingBox(left, top, left + window.width, top + window.height)


def outline(bounds: BoundingBox) -> XY[NDArray[np.float64]]:
    """Return points along the four sides of a rectangle."""
    sides = (np.linspace(low, high, OUTLINE) for low, high in (bounds.range_x, bounds.range_y))
    return xy_(*polygon_path(*sides))


def bounds_of(points: XY[NDArray[np.float64]]) -> BoundingBox:
    """Return the smallest rectangle around points.

    Raises:
        ValueError: a point is not finite.
    """
    x, y = _finite(points).xy
    return BoundingBox(float(x.min()), float(y.min()), float(x.max()), float(y.max()))


@dataclass(frozen=True)
class PixelTransform:
    """The mapping between pixel coordinates of a grid and those of a source that is to be resampled onto it."""

    grid: Affine
    """From pixels of the grid to its CRS."""
    source: Affine
    """From pixels of the source to its CRS."""
    crs: tuple[CRS, CRS] | None
    """The grid's and the source's; none where they are the same, and longitudes do not differ by a whole turn."""
    shift: XY[float] = NO_SHIFT
    """How far the source shows the land from the place where the grid has it, in pixels of the grid."""
    middles: tuple[float, float] = (0.0, 0.0)
    """The middle of the grid and of the source along x, in their CRSs: longitudes are those that are nearest to it."""

    @classmethod
    def between(cls, source: Source, grid: Source, shift: XY[float] = NO_SHIFT) -> Self:
        """Return the mapping of two rasters; one without a CRS is taken to have the other's.

        Raises:
            InputError: one of them is placed by GCPs or RPCs only.
        """
        refuse_unwarped(source)
        refuse_unwarped(grid)
        crs = None
        if grid.crs is not None and source.crs is not None:
            turn = full_turn(grid.crs)
            if grid.crs != source.crs or (turn and _share_a_turn_apart(grid.box, source.box, turn)):
                crs = grid.crs, source.crs
        middles = (sum(grid.box.boundingbox.range_x) / 2, sum(source.box.boundingbox.range_x) / 2)
        return cls(grid.box.affine, source.box.affine, crs, shift, middles)

    def to_source(self, points: XY[NDArray[np.float64]]) -> XY[NDArray[np.float64]]:
        """Map points of the grid, of any shape; they are not finite where one CRS does not reach."""
        x, y = self.grid * (points.x + self.shift.x, points.y + self.shift.y)
        if self.crs:
            x, y = _project(*self.crs, x, y, self.middles[1])
        return xy_(*(~self.source * (x, y)))

    def to_grid(self, points: XY[NDArray[np.float64]]) -> XY[NDArray[np.float64]]:
        """Map points of the source, the inverse of `to_source`."""
        x, y = self.source * points.xy
        if self.crs:
            x, y = _project(*self.crs[::-1], x, y, self.middles[0])
        x, y = ~self.grid * (x, y)
        return xy_(x - self.shift.x, y - self.shift.y)

    def source_pixel_size(self, at: XY[float], before: float = 0.5, after: float = 0.5) -> XY[float]:
        """Return width and height of a pixel of the source, in pixels of the grid.

        Args:
            at: a point of the pixel.
            before: how far its left and upper edges are from that point, in pixels of the source.
            after: how far its right and lower edges are.
        """
        x, y = self.to_grid(_cross(at, before, after)).xy
        return xy_(float(np.hypot(x[1] - x[0], y[1] - y[0])), float(np.hypot(x[3] - x[2], y[3] - y[2])))

    def locate_square(self, at: XY[float], side: float) -> tuple[XY[float], XY[float]]:
        """Return where the middle of a square of the grid lies on the source, and how many columns and rows it spans.

        Args:
            at: the middle of the square, in pixels of the grid.
            side: of the square, in pixels of the grid.
        """
        points = self.to_source(_cross(at, side / 2, side / 2))
        spans = points.map(lambda across: float(np.hypot(across[1] - across[0], across[3] - across[2])))
        return points.map(lambda across: float(across.mean())), spans


def overlap(source: Source, grid: Source, mapping: PixelTransform, window: Window) -> BoundingBox:
    """Return what lies on both rasters, in pixels of the grid, not beyond a window of these.

    Raises:
        InputError: the coordinate reference systems cannot be related.
        NoOverlapError: nothing lies on both.
    """
    inside = pixel_bounds(window)
    with explain_unrelated(source, grid):
        there = bounds_of(mapping.to_source(outline(inside))) & pixel_bounds(source.region)
        both = bounds_of(mapping.to_grid(outline(there))) & inside
    if min(there.span_x, there.span_y, both.span_x, both.span_y) <= 0:
        raise no_overlap_error(source, grid)
    return both


def pixel_ratio(source: Source, grid: Source) -> XY[float]:
    """Return width and height of a pixel of `source` in pixels of `grid`, at the middle of `source`.

    Raises:
        InputError: the coordinate reference systems cannot be related.
    """
    middle = source.box.shape.map(lambda side: side / 2)
    with explain_unrelated(source, grid):
        return _finite(PixelTransform.between(source, grid).source_pixel_size(middle, 0, 1))


@contextmanager
def explain_unrelated(source: Source, grid: Source) -> Iterator[None]:
    """Explain the failure of a transformation between the coordinate reference systems of two rasters.

    Raises:
        InputError: instead of what PROJ and GDAL raise.
    """
    try:
        yield
    except (RasterioError, CPLE_BaseError, ValueError):
        raise InputError(
            "The coordinate reference systems of {fine} and {coarse} cannot be related where the rasters lie: "
            "reproject one of them to the other's.",
            fine=grid.name,
            coarse=source.name,
        ) from None


def no_overlap_error(source: Source, grid: Source) -> NoOverlapError:
    """Return the refusal of two rasters of different places."""
    return NoOverlapError(
        "{grid} and {raster} do not overlap: choose two rasters of the same place.",
        grid=grid.name,
        raster=source.name,
    )


def _project(
    origin: CRS, target: CRS, x: NDArray[np.float64], y: NDArray[np.float64], middle: float
) -> list[NDArray[np.float64]]:
    """Return points in another CRS; longitudes are those that are nearest to `middle`."""
    projected = transform(origin, target, np.ravel(x).tolist(), np.ravel(y).tolist())
    there, up = (np.array(side).reshape(np.shape(x)) for side in projected)
    turn = full_turn(target)
    return [move_near(there, middle, turn) if turn else there, up]


def _share_a_turn_apart(one: GeoBox, other: GeoBox, turn: float) -> bool:
    """Whether two grids have land in common where their longitudes differ by a whole turn, as 190 and -170 degrees do.

    Pixels at the edges do not count: grids of the whole globe may go on by a part of a pixel.
    """
    a, b = one.boundingbox, other.boundingbox
    shared = max(min(a.right, b.right + moved) - max(a.left, b.left + moved) for moved in (-turn, turn))
    return bool(shared > EDGE * max(abs(one.resolution.x), abs(other.resolution.x)))


def _finite(points: XY[NDArray[np.float64]]) -> XY[NDArray[np.float64]]:
    if not np.isfinite(points.xy).all():
        raise ValueError("one does not reach where the other lies")
    return points


def _cross(at: XY[float], before: float, after: float) -> XY[NDArray[np.float64]]:
    """Return points left and right of a point, and above and below it."""
    return xy_(
        np.array([at.x - before, at.x + after, at.x, at.x]),
        np.array([at.y, at.y, at.y - before, at.y + after]),
    )
