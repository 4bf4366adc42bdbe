"""Where rasters lie that have no pixel grid on a map: ground control points, rational polynomials, or nothing at all."""

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

PIXEL_GRID = Affine.scale(1, -1)
"""From pixels to the map of a raster without a georeference: pixels are units, and it hangs from (0, 0), as in QGIS."""

HALF = 0.5
"""RPCs count from the middle of the first pixel; grids and GCPs from its upper left corner."""

EPS = 1e-9


@dataclass(frozen=True)
class GroundControl:
    """Ground control points (GCPs) and rational polynomial coefficients (RPCs) of a raster."""

    grid: Affine
    """From the pixels in which they count to the map of the raster's grid, by which they follow a part or zoom of it."""
    gcps: tuple[GroundControlPoint, ...]
    gcps_crs: CRS | None
    rpcs: RPC | None
    decides: bool
    """Whether nothing else says where the raster lies: no affine transform, which GDAL and QGIS would prefer."""

    @classmethod
    def of(cls, dataset: rasterio.DatasetReader) -> Self | None:
        """Return those of a raster; None if it has neither."""
        gcps, crs = dataset.gcps
        try:
            rpcs = dataset.rpcs
        except (KeyError, ValueError, IndexError):  # some are missing, or are no numbers
            rpcs = None
        if not gcps and rpcs is None:
            return None
        decides = dataset.transform.is_identity
        return cls(pixel_grid(dataset), tuple(gcps), crs or None, rpcs, decides)

    @property
    def crs(self) -> CRS | None:
        """Return the coordinate reference system of their coordinates on the ground: GCPs go before RPCs, as in GDAL."""
        return self.gcps_crs if self.gcps else CRS.from_epsg(4326)

    def creation_options(self, affine: Affine) -> dict[str, Any]:
        """Return what `rasterio.open` needs to write them, for a raster whose pixels `affine` takes to the same map.

        RPCs, which only know rows and columns, are left out where those are turned.
        """
        to_new = ~affine * self.grid
        options: dict[str, Any] = {}
        if self.gcps and self.decides:  # a GeoTIFF holds either them or an affine transform
            options["gcps"] = [_moved(point, to_new) for point in self.gcps]
            options["crs"] = self.gcps_crs or CRS()
        if self.rpcs is not None and max(abs(to_new.b), abs(to_new.d)) < EPS and min(to_new.a, to_new.e) > 0:
            options["rpcs"] = _scaled(self.rpcs, to_new)
        return options

    def to_pixels(self, x: Sequence[float], y: Sequence[float]) -> XY[NDArray[np.float64]]:
        """Return columns and rows of places on the ground, counted from the corner of the whole raster.

        Raises:
            ValueError: the points say nothing of these places.
        """
        try:
            with rasterio.Env(), self._transformer() as transformer:
                rows, cols = transformer.rowcol(list(x), list(y), op=float)
        except (RasterioError, CPLE_BaseError) as error:
            raise ValueError(str(error)) from None
        return xy_(_finite(cols), _finite(rows))

    def to_ground(self, cols: Sequence[float], rows: Sequence[float]) -> XY[NDArray[np.float64]]:
        """Return the places on the ground of positions in the whole raster, likewise.

        Raises:
            ValueError: the points say nothing of these places.
        """
        try:
            with rasterio.Env(), self._transformer() as transformer:
                x, y = transformer.xy(list(rows), list(cols), offset="ul")
        except (RasterioError, CPLE_BaseError) as error:
            raise ValueError(str(error)) from None
        return xy_(_finite(x), _finite(y))

    def _transformer(self) -> GCPTransformer | RPCTransformer:
        if self.gcps:
            return GCPTransformer(list(self.gcps))
        # The height at which QGIS shows such rasters too.
        return RPCTransformer(self.rpcs, RPC_HEIGHT=self.rpcs.height_off if self.rpcs else 0)


def require_usable_grid(dataset: rasterio.DatasetReader, path: str | Path) -> None:
    """Refuse an affine transform that puts all pixels in one place or on one line, or nowhere.

    Raises:
        InputError: it is such a one.
    """
    numbers = tuple(dataset.transform)[:6]
    with np.errstate(over="ignore", invalid="ignore"):
        area = float(np.float64(numbers[0]) * numbers[4] - np.float64(numbers[1]) * numbers[3])
    if not np.isfinite([*numbers, area]).all() or not area:
        raise InputError(
            "{path} has a geotransform of zeros or of no numbers ({numbers}), which puts its pixels in no place: remove "
            "it (gdal_edit.py -unsetgt), or save the raster with the right one (gdal_translate -a_ullr).",
            path=path,
            numbers=", ".join(f"{number:g}" for number in numbers),
        )


def pixel_grid(dataset: rasterio.DatasetReader) -> Affine:
    """Return the affine transform from pixels to the map; that of the pixels themselves where the file has none."""
    return PIXEL_GRID if dataset.transform.is_identity else dataset.transform


def is_placed(affine: Affine) -> bool:
    """Whether a grid is one on the ground, and not that of the pixels themselves."""
    return not (affine.is_identity or affine.almost_equals(PIXEL_GRID) or is_turned(affine))


def is_turned(affine: Affine) -> bool:
    """Whether a grid is that of the pixels of a photo that is stored turned or mirrored: see `orientation`."""
    a, b, x, d, e, y = affine[:6]
    turns = {abs(a) + abs(b), abs(d) + abs(e), abs(a) + abs(d)} == {1} and (a, b, d, e) != (1, 0, 0, -1)
    return bool(turns and min(x, -y) >= 0 and x == round(x) and y == round(y))


def _moved(point: GroundControlPoint, to_new: Affine) -> GroundControlPoint:
    col, row = to_new * (point.col, point.row)
    return GroundControlPoint(row, col, point.x, point.y, point.z, point.id, point.info)


def _scaled(rpcs: RPC, to_new: Affine) -> RPC:
    samp, line = (position - HALF for position in to_new * (rpcs.samp_off + HALF, rpcs.line_off + HALF))
    scales = {"samp_scale": rpcs.samp_scale * to_new.a, "line_scale": rpcs.line_scale * to_new.e}
    return RPC(**{**rpcs.to_dict(), "samp_off": samp, "line_off": line, **scales})


def _finite(values: Sequence[float]) -> NDArray[np.float64]:
    found = np.asarray(values, np.float64)
    if not np.isfinite(found).all():
        raise ValueError("they do not reach there")
    return found
