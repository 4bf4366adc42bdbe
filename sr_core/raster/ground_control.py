"""Places rasters that have no pixel grid on a map: by ground control points, by rational polynomials, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from odc.geo.types import XY, xy_
from rasterio._err import CPLE_BaseError
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.rpc import RPC
from rasterio.transform import GCPTransformer, RPCTransformer

from ..errors import InputError
from ..i18n import format_number, join_numbers
from .longitudes import full_turn, move_near

PIXEL_GRID = Affine.scale(1, -1)
"""Transform from pixels to map of a raster without georeference: one unit a pixel, downwards from (0, 0), as in QGIS."""

HALF = 0.5
"""Offset in pixels: RPCs count from the middle of the first pixel, grids and GCPs from its upper left corner."""

EPS = 1e-9


@dataclass(frozen=True)
class GroundControl:
    """Ground control points (GCPs) and rational polynomial coefficients (RPCs) of a raster."""

    grid: Affine
    """Transform from the pixels that GCPs and RPCs count in to the map of the raster's grid; needed for a part of the raster
    or finer pixels."""
    gcps: tuple[GroundControlPoint, ...]
    gcps_crs: CRS | None
    rpcs: RPC | None
    decides: bool
    """Whether GCPs or RPCs place the raster because it has no affine transform, which GDAL and QGIS would prefer."""

    @classmethod
    def of(cls, dataset: rasterio.DatasetReader) -> Self | None:
        """Return the GCPs and RPCs of a raster; None if it has neither."""
        gcps, crs = dataset.gcps
        try:
            rpcs = dataset.rpcs
        except (KeyError, ValueError, IndexError):  # coefficients are missing, or are no numbers
            rpcs = None
        if not gcps and rpcs is None:
            return None
        decides = dataset.transform.is_identity
        return cls(pixel_grid(dataset), tuple(gcps), crs or None, rpcs, decides)

    @property
    def crs(self) -> CRS | None:
        """Return the coordinate reference system of ground coordinates: that of the GCPs, or else of the RPCs, as in GDAL."""
        return self.gcps_crs if self.gcps else CRS.from_epsg(4326)

    def creation_options(self, affine: Affine) -> dict[str, Any]:
        """Return options by which `rasterio.open` writes GCPs and RPCs into a raster with the transform `affine`.

        RPCs are left out where rows and columns are rotated, as they can only count along these.
        """
        to_new = ~affine * self.grid
        options: dict[str, Any] = {}
        if self.gcps and self.decides:  # a GeoTIFF holds either them or an affine transform
            options["gcps"] = [_move_point(point, to_new) for point in self.gcps]
            options["crs"] = self.gcps_crs or CRS()
        if self.rpcs is not None and max(abs(to_new.b), abs(to_new.d)) < EPS and min(to_new.a, to_new.e) > 0:
            options["rpcs"] = _scale_rpcs(self.rpcs, to_new)
        return options

    def to_pixels(self, x: Sequence[float], y: Sequence[float]) -> XY[NDArray[np.float64]]:
        """Return columns and rows of places on the ground, counted from the corner of the whole raster.

        Raises:
            ValueError: The GCPs or RPCs give no position for these places.
        """
        if self._turn:
            middle = sum(self._gcps_x) / len(self.gcps)
            x = move_near(np.asarray(x, np.float64), middle, self._turn).tolist()
        try:
            with rasterio.Env(), self._transformer() as transformer:
                rows, cols = transformer.rowcol(list(x), list(y), op=float)
        except (RasterioError, CPLE_BaseError) as error:
            raise ValueError(str(error)) from None
        return xy_(_finite(cols), _finite(rows))

    def to_ground(self, cols: Sequence[float], rows: Sequence[float]) -> XY[NDArray[np.float64]]:
        """Return the places on the ground of columns and rows, counted from the corner of the whole raster.

        Raises:
            ValueError: The GCPs or RPCs give no position for these places.
        """
        try:
            with rasterio.Env(), self._transformer() as transformer:
                x, y = transformer.xy(list(rows), list(cols), offset="ul")
        except (RasterioError, CPLE_BaseError) as error:
            raise ValueError(str(error)) from None
        return xy_(_finite(x), _finite(y))

    @property
    def _turn(self) -> float | None:
        """A full turn in units of the GCPs' longitudes; None without such. GDAL itself moves the longitudes of RPCs."""
        return full_turn(self.gcps_crs) if self.gcps else None

    @property
    def _gcps_x(self) -> list[float]:
        """X of each GCP; longitudes do not jump at the 180th meridian."""
        x = np.array([point.x for point in self.gcps])
        return list(map(float, move_near(x, float(x[0]), self._turn) if self._turn else x))

    def _transformer(self) -> GCPTransformer | RPCTransformer:
        if self.gcps:
            places = zip(self.gcps, self._gcps_x, strict=True)
            return GCPTransformer(
                [GroundControlPoint(point.row, point.col, x, point.y, point.z) for point, x in places]
            )
        # The height at which QGIS shows such rasters too.
        return RPCTransformer(self.rpcs, RPC_HEIGHT=self.rpcs.height_off if self.rpcs else 0)


def require_usable_grid(dataset: rasterio.DatasetReader, path: str | Path) -> None:
    """Refuse an affine transform that puts all pixels in one place or on one line, or nowhere.

    Raises:
        InputError: The transform does so.
    """
    numbers = tuple(dataset.transform)[:6]
    with np.errstate(over="ignore", invalid="ignore"):
        area = float(np.float64(numbers[0]) * numbers[4] - np.float64(numbers[1]) * numbers[3])
    if not np.isfinite([*numbers, area]).all() or not area:
        raise InputError(
            "{path} has an invalid geotransform, of zeros or values that are not numbers ({numbers}): remove it "
            "(gdal_edit.py -unsetgt), or save the raster with the right one (gdal_translate -a_ullr).",
            path=path,
            numbers=join_numbers(map(format_number, numbers)),
        )


def pixel_grid(dataset: rasterio.DatasetReader) -> Affine:
    """Return the affine transform from pixels to the map; `PIXEL_GRID` where the file has none."""
    return PIXEL_GRID if dataset.transform.is_identity else dataset.transform


def is_placed(affine: Affine) -> bool:
    """Whether an affine transform places pixels on the ground, as `PIXEL_GRID` does not."""
    return not (affine.is_identity or affine.almost_equals(PIXEL_GRID) or is_turned(affine))


def is_turned(affine: Affine) -> bool:
    """Whether a grid is that of the pixels of a photo that is stored turned or mirrored: see `exif_orientation`."""
    a, b, x, d, e, y = affine[:6]
    turns = {abs(a) + abs(b), abs(d) + abs(e), abs(a) + abs(d)} == {1} and (a, b, d, e) != (1, 0, 0, -1)
    return bool(turns and min(x, -y) >= 0 and x == round(x) and y == round(y))


def _move_point(point: GroundControlPoint, to_new: Affine) -> GroundControlPoint:
    col, row = to_new * (point.col, point.row)
    return GroundControlPoint(row, col, point.x, point.y, point.z, point.id, point.info)


def _scale_rpcs(rpcs: RPC, to_new: Affine) -> RPC:
    samp, line = (position - HALF for position in to_new * (rpcs.samp_off + HALF, rpcs.line_off + HALF))
    scales = {"samp_scale": rpcs.samp_scale * to_new.a, "line_scale": rpcs.line_scale * to_new.e}
    return RPC(**{**rpcs.to_dict(), "samp_off": samp, "line_off": line, **scales})


def _finite(values: Sequence[float]) -> NDArray[np.float64]:
    found = np.asarray(values, np.float64)
    if not np.isfinite(found).all():
        raise ValueError("they do not reach there")
    return found
