"""The pixel grid that a user states for a result, and whether a raster can be warped to it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Self

import rasterio
from affine import Affine
from odc.geo.geobox import GeoBox
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError, RasterioError
from rasterio.warp import calculate_default_transform

from ..errors import InputError
from ..i18n import format_number
from ..raster.raster_reader import GDAL_OPTIONS

MOST_SCALE = 8
"""How many times finer a result may be than its raster."""
MOST_CHANGE = 16
"""How many times as large or as small as those of the result pixels of the target grid may be: with more, GDAL needs gigabytes
for each block that is read, or the size is in another unit than meant."""


@dataclass(frozen=True)
class TargetGrid:
    """The pixel grid that a mosaic is wanted on; its pixels lie at multiples of their size, as those of `gdalwarp -tap`."""

    crs: CRS
    resolution: float | None
    """Width and height of a pixel in units of `crs`; None: those of the finest result."""

    @classmethod
    def of(cls, crs: str, resolution: float | None) -> Self:
        """Return the grid of a coordinate reference system that a user names.

        Args:
            crs: A code, such as EPSG:3035, or WKT.
            resolution: Width and height of a pixel in its units.

        Raises:
            InputError: There is no such system.
        """
        try:
            return cls(CRS.from_user_input(crs), resolution)
        except CRSError:
            raise InputError(
                "{name} is {crs}, which is no coordinate reference system: give one such as EPSG:3035.",
                name="TARGET_CRS",
                crs=crs,
            ) from None

    def pixel_size(self, crs: CRS | None, affine: Affine, name: str) -> float:
        """Return width and height of a pixel for a raster that is warped to the grid.

        Args:
            crs: Of the raster.
            affine: Of the raster.
            name: Of the raster, for errors.

        Raises:
            InputError: The raster has no coordinate reference system, or one of another unit, which leaves the size open.
        """
        if crs is None:
            raise InputError(
                "{path} has no coordinate reference system, from which it could be warped to TARGET_CRS: assign one, or "
                "leave TARGET_CRS blank.",
                path=name,
            )
        if self.resolution is not None:
            return self.resolution
        if crs.is_geographic != self.crs.is_geographic or crs.units_factor[1] != self.crs.units_factor[1]:
            raise InputError(
                "Pixels of {path} are measured in another unit than TARGET_CRS has: set TARGET_RESOLUTION, the pixel size "
                "in units of TARGET_CRS ({unit}).",
                path=name,
                unit=self.crs.units_factor[0],
            )
        return min(math.hypot(affine.a, affine.d), math.hypot(affine.b, affine.e))

    def require_inside(self, box: GeoBox, crs: CRS | None, name: str) -> float:
        """Require that the grid's coordinate reference system holds a place, by what GDAL finds out before it warps.

        Args:
            box: Grid of a raster of the place.
            crs: Of the raster.
            name: What the user knows it as, for errors.

        Returns:
            Width and height that its pixels have in units of that system, about.

        Raises:
            InputError: It does not.
        """
        height, width = box.shape
        try:
            with rasterio.Env(**GDAL_OPTIONS):
                affine, _, _ = calculate_default_transform(
                    crs, self.crs, width, height, *box.boundingbox.bbox
                )
        except (RasterioError, CPLE_BaseError, ValueError) as error:
            raise not_inside(name, error) from None
        return float(affine.a)

    def require_fit(self, box: GeoBox, crs: CRS | None, name: str) -> None:
        """Require that a raster, or what it becomes, can be warped to the grid; before hours are spent on it.

        Args:
            box: Grid of the raster.
            crs: Of the raster.
            name: Of the raster, for errors.

        Raises:
            InputError: It cannot, or the pixels of the grid are far smaller or larger than its own.
        """
        size = self.pixel_size(crs, box.affine, name)
        own = self.require_inside(box, crs, name)
        least, most = own / (MOST_SCALE * MOST_CHANGE), own * MOST_CHANGE
        if not least <= size <= most:
            raise InputError(
                "TARGET_RESOLUTION is {size}, but pixels of {path} are about {own} wide in TARGET_CRS: choose {least} to {most}, "
                "in units of TARGET_CRS.",
                size=format_number(size),
                path=name,
                own=format_number(own, ".3g"),
                least=format_number(least, ".3g"),
                most=format_number(most, ".3g"),
            )


def not_inside(name: str, reason: object) -> InputError:
    """Return the error of a raster whose place the target coordinate reference system does not hold."""
    return InputError(
        "{path} cannot be warped to TARGET_CRS ({reason}): choose a coordinate reference system that holds its place.",
        path=name,
        reason=reason,
    )
