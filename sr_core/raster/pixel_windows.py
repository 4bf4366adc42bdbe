"""Computes pixel windows: the window of an extent, and windows relative to other windows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from odc.geo.geobox import GeoBox
from odc.geo.types import XY
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError, WindowError
from rasterio.warp import transform, transform_bounds
from rasterio.windows import Window, intersection

from ..errors import InputError, NoOverlapError
from ..i18n import format_number, join_numbers
from ..parameter_types import Extent
from .longitudes import full_turn, move_onto
from .source import Source

EPS = 1e-6
"""Share of a pixel below which an extent's edge counts as lying on the pixel's edge."""

SIDE_POINTS = 21
"""Points on each side of a rectangle that is transformed into another CRS, where sides are curved."""


def intersect(first: Window, second: Window) -> Window | None:
    """Return the pixels that two windows share; none if they do not overlap."""
    try:
        return intersection(first, second)
    except WindowError:
        return None


def pad(window: Window, margin: XY[int]) -> Window:
    """Return a window with `margin` pixels more on each side."""
    return Window(
        window.col_off - margin.x,
        window.row_off - margin.y,
        window.width + 2 * margin.x,
        window.height + 2 * margin.y,
    )


def relative_to(origin: Window, window: Window) -> Window:
    """Return where `window` lies counted from the corner of `origin`."""
    return Window(
        window.col_off - origin.col_off, window.row_off - origin.row_off, window.width, window.height
    )


def find_window(extent: Extent | None, raster: Source) -> Window:
    """Return the pixels of `raster` that an extent touches, clipped to the raster; all of them without an extent.

    Raises:
        NoOverlapError: The extent and the raster do not overlap.
        InputError: The extent's CRS cannot be related to the raster's, or the extent to its GCPs or RPCs.
    """
    height, width = raster.box.shape
    if extent is None:
        return Window(0, 0, width, height)
    window = _window_around(*_pixels_around(extent, raster), (height, width))
    if window is None:
        raise NoOverlapError(
            "EXTENT and {path} do not overlap: the raster reaches from {lower_left} to {upper_right}.",
            path=raster.name,
            lower_left=_corner(*ground_extent(raster).bounds[:2]),
            upper_right=_corner(*ground_extent(raster).bounds[2:]),
        )
    return window


def _corner(x: float, y: float) -> str:
    return join_numbers((format_number(x, ".10g"), format_number(y, ".10g")))


def find_grid_window(extent: Extent | None, box: GeoBox, crs: CRS | None, name: str) -> Window | None:
    """Return the pixels of a pixel grid that an extent touches, as `find_window`; None if it touches none.

    Args:
        extent: The extent; None: all of the grid.
        box: The pixel grid.
        crs: Its coordinate reference system.
        name: Of the raster, for errors.

    Raises:
        InputError: The extent's CRS cannot be related to the grid's.
    """
    height, width = box.shape
    if extent is None:
        return Window(0, 0, width, height)
    return _window_around(*_grid_pixels_around(extent, box, crs, name), (height, width))


def find_unbounded_window(extent: Extent, box: GeoBox, crs: CRS | None, name: str) -> Window:
    """Return the pixels that an extent touches of a pixel grid that goes on without end; arguments as `find_grid_window`."""
    return _whole_pixels(*_grid_pixels_around(extent, box, crs, name))


def ground_extent(raster: Source) -> Extent:
    """Return the extent of a raster: the rectangle around it, in the CRS of its grid, GCPs or RPCs.

    Raises:
        InputError: The raster's GCPs or RPCs do not give an extent.
    """
    control = raster.profile.ground_control
    if control is None or not control.decides:
        return Extent(bounds=raster.box.boundingbox.bbox, crs=raster.crs.to_wkt() if raster.crs else None)
    height, width = raster.box.shape
    cols, rows = _outline((0, 0, width, height))
    try:
        x, y = control.to_ground(cols, rows).xy
    except ValueError as error:
        raise _no_use_of_control(raster, error) from None
    bounds = float(x.min()), float(y.min()), float(x.max()), float(y.max())
    return Extent(bounds=bounds, crs=control.crs.to_wkt() if control.crs else None)


def refuse_unwarped(raster: Source) -> None:
    """Refuse a raster that has GCPs or RPCs in place of a pixel grid on the map.

    Raises:
        InputError: The raster has only GCPs or RPCs.
    """
    control = raster.profile.ground_control
    if control is not None and control.decides:
        raise unwarped_error(raster.name)


def unwarped_error(name: str) -> InputError:
    """Return the error for a raster that has GCPs or RPCs in place of a pixel grid on the map."""
    return InputError(
        "{path} is georeferenced only by ground control points or rational polynomials and has no pixel grid on "
        "the map: warp it first (gdalwarp, or Raster > Projections > Warp in QGIS) and use the result.",
        path=name,
    )


def _no_use_of_control(raster: Source, reason: ValueError) -> InputError:
    return InputError(
        "The ground control points or rational polynomials of {path} cannot be used to locate it ({reason}): "
        "warp it first (gdalwarp, or Raster > Projections > Warp in QGIS), or leave EXTENT blank.",
        path=raster.name,
        reason=reason,
    )


def _pixels_around(extent: Extent, raster: Source) -> tuple[Sequence[float], Sequence[float]]:
    """Return columns and rows of points on an extent's outline; the extent's window must hold all of them."""
    control = raster.profile.ground_control
    if control is None or not control.decides:
        return _grid_pixels_around(extent, raster.box, raster.crs, raster.name)
    with _explain_extent(raster.name):
        crs = CRS.from_user_input(extent.crs) if extent.crs is not None else control.crs
        west, south, east, north = extent.bounds
        if west > east and (turn := full_turn(crs)):  # across the 180th meridian
            east += turn
        x, y = _outline((west, south, east, north))
        if crs is not None and control.crs is not None and crs != control.crs:
            x, y = transform(crs, control.crs, x, y)[:2]
    try:
        found = control.to_pixels(x, y)
    except ValueError as error:
        raise _no_use_of_control(raster, error) from None
    return found.x.tolist(), found.y.tolist()


def _grid_pixels_around(
    extent: Extent, box: GeoBox, crs: CRS | None, name: str
) -> tuple[Sequence[float], Sequence[float]]:
    west, south, east, north = _bounds_in(crs, extent, name)
    if turn := full_turn(crs):
        west, east = move_onto(west, east, box.boundingbox.range_x, turn)
    # In a rotated raster this is the window around the extent's four corners.
    inverse = ~box.affine
    corners = [inverse * corner for corner in ((west, north), (east, north), (east, south), (west, south))]
    cols, rows = zip(*corners, strict=True)
    return cols, rows


def _window_around(cols: Sequence[float], rows: Sequence[float], shape: tuple[int, int]) -> Window | None:
    """Return the pixels of a grid of a shape (rows, columns) around points; None if there are none."""
    found = intersect(_whole_pixels(cols, rows), Window(0, 0, shape[1], shape[0]))
    return found if found and found.width and found.height else None


def _whole_pixels(cols: Sequence[float], rows: Sequence[float]) -> Window:
    left, top = math.floor(min(cols) + EPS), math.floor(min(rows) + EPS)
    right, bottom = math.ceil(max(cols) - EPS), math.ceil(max(rows) - EPS)
    return Window(left, top, max(0, right - left), max(0, bottom - top))


def _outline(bounds: tuple[float, float, float, float]) -> tuple[list[float], list[float]]:
    """Return x and y of points along the sides of a rectangle, which are curved in another CRS."""
    west, south, east, north = bounds
    along_x, along_y = np.linspace(west, east, SIDE_POINTS), np.linspace(south, north, SIDE_POINTS)
    x = [*along_x, *along_x, *[west] * SIDE_POINTS, *[east] * SIDE_POINTS]
    y = [*[south] * SIDE_POINTS, *[north] * SIDE_POINTS, *along_y, *along_y]
    return x, y


@contextmanager
def _explain_extent(name: str) -> Iterator[None]:
    try:
        yield
    except (CRSError, CPLE_BaseError) as error:
        raise InputError(
            "EXTENT cannot be transformed to the coordinate reference system of {path} ({reason}): give it in "
            "the raster's own.",
            path=name,
            reason=error,
        ) from None


def _bounds_in(own: CRS | None, extent: Extent, name: str) -> tuple[float, float, float, float]:
    if extent.crs is None or own is None:
        return extent.bounds
    with _explain_extent(name):
        crs = CRS.from_user_input(extent.crs)
        return extent.bounds if crs == own else transform_bounds(crs, own, *extent.bounds)
