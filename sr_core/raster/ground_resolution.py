"""Computes the width of pixels on the ground."""

from __future__ import annotations

import math

from affine import Affine
from pyproj import Geod
from rasterio.crs import CRS

from .profile import RasterProfile

FAR = 1.5
"""Ratio between the pixel sizes of a raster and of the training data from which a model's metrics do not hold."""


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
    """Return the width in metres of a pixel.

    Args:
        crs: CRS of the grid; without a CRS, None is returned.
        affine: Transform from pixels to coordinates.
        at: Column and row of the pixel.
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
