"""How wide pixels are on the ground."""

from __future__ import annotations

import math

from affine import Affine
from pyproj import Geod
from rasterio.crs import CRS

from .profile import RasterProfile

FAR = 1.5
"""Ratio of pixel sizes, of a raster and of the training data, from which a model is used for what it has not learnt."""


def ground_resolution(profile: RasterProfile) -> float | None:
    """Return the width in metres of the pixel in the middle of a raster; None where nothing says it."""
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
    except ValueError:  # EXTENT would say so
        return None
    across = Affine(float(x[1] - x[0]), 0, float(x[0]), float(y[1] - y[0]), 1, float(y[0]))
    return pixel_metres(control.crs, across, (0, 0))


def pixel_metres(crs: CRS | None, affine: Affine, at: tuple[float, float]) -> float | None:
    """Return the width in metres of a pixel.

    Args:
        crs: of the grid; without one nobody knows.
        affine: from pixels to the CRS.
        at: column and row of the pixel.
    """
    if crs is None:
        return None
    if not crs.is_geographic:
        return float(math.hypot(affine.a, affine.d) * crs.linear_units_factor[1])
    here, beside = affine * at, affine * (at[0] + 1, at[1])
    if abs(here[1]) > 90:
        return None
    return float(Geod(ellps="WGS84").line_length([here[0], beside[0]], [here[1], beside[1]]))


def are_far(trained: float | None, here: float | None) -> bool:
    """Whether both pixel sizes are known, and so different that a model's metrics do not hold."""
    return bool(trained and here and max(trained / here, here / trained) > FAR)
