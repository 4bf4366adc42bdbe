"""Pixel windows: of extents, and of each other."""

from __future__ import annotations

import math

from odc.geo.types import XY
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError, WindowError
from rasterio.warp import transform_bounds
from rasterio.windows import Window, intersection

from ..errors import InputError, NoOverlapError
from ..schema import Extent
from .source import Source

EPS = 1e-6
"""Share of a pixel below which an extent's edge counts as lying on the pixel's edge."""


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
        NoOverlapError: the extent and the raster do not overlap.
        InputError: the extent's CRS cannot be related to the raster's.
    """
    height, width = raster.box.shape
    if extent is None:
        return Window(0, 0, width, height)
    west, south, east, north = _bounds_in_crs_of(raster, extent)
    # In a rotated raster this is the window around the extent's four corners.
    inverse = ~raster.box.affine
    corners = [inverse * corner for corner in ((west, north), (east, north), (east, south), (west, south))]
    cols, rows = zip(*corners, strict=True)
    left, top = max(0, math.floor(min(cols) + EPS)), max(0, math.floor(min(rows) + EPS))
    right, bottom = min(width, math.ceil(max(cols) - EPS)), min(height, math.ceil(max(rows) - EPS))
    if right <= left or bottom <= top:
        raise NoOverlapError(
            "EXTENT and {path} do not overlap: the raster reaches from {lower_left} to {upper_right}.",
            path=raster.name,
            lower_left="{:.10g}, {:.10g}".format(*raster.box.boundingbox.bbox[:2]),
            upper_right="{:.10g}, {:.10g}".format(*raster.box.boundingbox.bbox[2:]),
        )
    return Window(left, top, right - left, bottom - top)


def _bounds_in_crs_of(raster: Source, extent: Extent) -> tuple[float, float, float, float]:
    if extent.crs is None or raster.crs is None:
        return extent.bounds
    try:
        crs = CRS.from_user_input(extent.crs)
        return extent.bounds if crs == raster.crs else transform_bounds(crs, raster.crs, *extent.bounds)
    except (CRSError, CPLE_BaseError) as error:
        raise InputError(
            "EXTENT cannot be brought into the coordinate reference system of {path} ({reason}): "
            "give it in the raster's own.",
            path=raster.name,
            reason=error,
        ) from None
