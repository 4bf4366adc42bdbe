"""Computes the width of pixels on the ground."""

from __future__ import annotations

import math

import numpy as np
import pyproj
from affine import Affine
from pyproj.exceptions import ProjError
from rasterio.crs import CRS

from .profile import RasterProfile

FAR = 1.5
"""Ratio between the pixel sizes of a raster and of the training data from which a model's metrics do not hold."""

MAP_SCALE = 0.01
"""How far a projection's scale may be from 1 where its metres are taken for metres on the ground: UTM has 0.9996 to 1.001."""

POLE = 90.0
"""Largest latitude in degrees."""


def ground_resolution(profile: RasterProfile) -> float | None:
    """Return the width in metres of the pixel in the middle of a raster; None where its grid or CRS does not say it."""
    height, width = profile.box.shape
    middle = (width / 2, height / 2)
    control = profile.ground_control
    if control is None or not control.decides:
        return pixel_metres(profile.crs, profile.box.affine, middle)
    cols, rows = zip(
        *(~control.grid * (profile.box.affine * (middle[0] + k, middle[1])) for k in (0, 1)), strict=True
    )
    try:
        x, y = control.to_ground(cols, rows).xy
    except ValueError:  # refused where EXTENT is checked
        return None
    across = Affine(float(x[1] - x[0]), 0, float(x[0]), float(y[1] - y[0]), 1, float(y[0]))
    return pixel_metres(control.crs, across, (0, 0))


def pixel_metres(crs: CRS | None, affine: Affine, at: tuple[float, float]) -> float | None:
    """Return the width in metres of a pixel on the ground.

    It is the size in map units where the projection keeps distances there, and what is measured on the ellipsoid where it
    does not, as Web Mercator, whose metres are half a metre at 60° of latitude.

    Args:
        crs: CRS of the grid; without a CRS, or with one that is not tied to the ground, None is returned.
        affine: Transform from pixels to coordinates.
        at: Column and row of the pixel.
    """
    if crs is None:
        return None
    nominal = math.hypot(affine.a, affine.d) * crs.linear_units_factor[1] if crs.is_projected else None
    measured = _measure(crs, affine * at, affine * (at[0] + 1, at[1]))
    if nominal and (not measured or abs(measured / nominal - 1) < MAP_SCALE):
        return float(nominal)
    return measured


def _measure(crs: CRS, start: tuple[float, float], end: tuple[float, float]) -> float | None:
    """Return the distance (m) of two places on the CRS's ellipsoid; None where there is none."""
    try:
        own = pyproj.CRS.from_wkt(crs.to_wkt())
        geod = own.get_geod()
        if geod is None:
            return None
        degrees = pyproj.CRS.from_dict({"proj": "longlat", "a": geod.a, "b": geod.b})
        to_degrees = pyproj.Transformer.from_crs(own, degrees, always_xy=True)
        x, y = zip(start, end, strict=True)
        lon, lat = to_degrees.transform(x, y, errcheck=True)
    except ProjError:
        return None
    if not np.isfinite([*lon, *lat]).all() or max(map(abs, lat)) > POLE:
        return None
    return float(geod.line_length(lon, lat)) or None


def are_far(trained: float, here: float) -> bool:
    """Whether two pixel sizes are so different that a model's metrics do not hold."""
    return max(trained / here, here / trained) > FAR
