"""Polygons that say where tiles may lie: read from GeoJSON, and laid onto a raster's pixels."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.warp import transform, transform_bounds
from rasterio.windows import Window
from shapely.geometry import shape

from ..errors import BadInput, NoOverlap
from ..i18n import say
from .blocks import LandBlock, blocks_of
from .scene import Scene

CRS84 = "OGC:CRS84"
"""Longitude and latitude, in which GeoJSON is that says nothing else (RFC 7946)."""

POLYGON = 3
"""Shapely's number for it."""

EDGES = 1000
"""Pieces at least into which an edge as long as the raster is cut before it is reprojected: straight edges bend."""

ROUNDING = 1e-6
"""Share of a tile that may lie outside all the same: coordinates that went through a projection are not exact."""


@dataclass(frozen=True)
class PolygonMask:
    """Where tiles may lie, as a layer on the map has it."""

    name: str
    """The layer's, for messages."""
    crs: CRS | None
    """None means that of the raster."""
    shapes: NDArray[np.object_]
    """(n,) valid polygons."""
    repaired: int
    """How many crossed themselves, and are what make-valid made of them."""

    @classmethod
    def read(cls, path: str) -> Self:
        """The polygons of a GeoJSON file; other geometries in it count for nothing.

        Coordinates are longitude and latitude, unless a member "crs" names another system, by WKT too (null: the
        raster's own).

        Raises:
            BadInput: it cannot be read, or has no polygons.
        """
        if not Path(path).is_file():
            raise BadInput("MASK {path} does not exist.", path=path)
        try:
            values = json.loads(Path(path).read_text(encoding="utf-8-sig"))
            name = str(values.get("name") or path)
            crs = values.get("crs", {"properties": {"name": CRS84}})
            crs = crs and CRS.from_user_input(crs["properties"]["name"])
            found = shapely.force_2d(np.array([shape(each) for each in _geometries(values)], object))
            if not np.isfinite(shapely.get_coordinates(found)).all():
                raise ValueError(say("coordinates that are not numbers"))
        except (
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
            CRSError,
            shapely.errors.ShapelyError,
        ) as error:
            raise BadInput(
                "MASK {path} is not GeoJSON that can be read ({reason}): save the polygons as GeoJSON again.",
                path=path,
                reason=error,
            ) from None
        found = _polygons(found)
        if not found.size:
            raise BadInput("MASK {name} has no polygons: choose a layer that has some.", name=name)
        wrong = ~shapely.is_valid(found)
        return cls(name, crs, _polygons(_valid(found)), int(wrong.sum()))

    def on(self, scene: Scene) -> shapely.Geometry:
        """What of them lies in the part of a raster that is used, in HR pixels: x to the right, y down.

        Raises:
            BadInput: their CRS cannot be related to the raster's.
        """
        region, found = scene.region, self.shapes
        left, top = region.col_off, region.row_off
        box = shapely.box(left, top, left + region.width, top + region.height)
        try:
            found = self._reprojected(scene, box)
        except (CRSError, CPLE_BaseError) as error:
            raise BadInput(
                "MASK {name} cannot be brought into the coordinate reference system of {path} ({reason}): reproject "
                "it to the raster's own.",
                name=self.name,
                path=scene.path,
                reason=error,
            ) from None
        to_pixels = ~scene.box.affine
        found = shapely.transform(found, lambda xy: np.stack(to_pixels * tuple(xy.T), axis=-1))
        return shapely.union_all(_polygons(shapely.intersection(_valid(found), box)))

    def _reprojected(self, scene: Scene, box: shapely.Geometry) -> NDArray[np.object_]:
        """The polygons about a piece of the raster (`box`, in pixels) in the raster's CRS."""
        crs = scene.format.crs
        if self.crs is None or crs is None or self.crs == crs:
            return self.shapes
        on_map = shapely.transform(box, lambda xy: np.stack(scene.box.affine * tuple(xy.T), axis=-1))
        west, south, east, north = transform_bounds(crs, self.crs, *on_map.bounds)
        span, found = max(east - west, north - south), self.shapes
        if west < east:  # else they lie on both sides of the map's edge
            near = shapely.box(west, south, east, north).buffer(span / 10)
            found = _polygons(shapely.intersection(found, near))
            found = shapely.segmentize(found, span / EDGES)
        moved = shapely.transform(found, lambda xy: np.stack(transform(self.crs, crs, *xy.T), axis=-1))
        whole = [np.isfinite(shapely.get_coordinates(each)).all() for each in moved]
        finite: NDArray[np.object_] = moved[np.array(whole, bool)]
        return finite


def blocks_inside(
    area: shapely.Geometry,
    least: float,
    region: Window,
    wanted: int,
    *,
    scale: int,
    tile_size: int,
    stride: int,
    apart: int = 0,
) -> list[LandBlock]:
    """The blocks of a region with those of their tiles of which at least the share `least` lies in `area`.

    The tiles begin where the area begins. Where they lie in fewer than `wanted` blocks, the blocks are made smaller.
    """
    region = _about(area, (1 - least) * tile_size, region, scale)
    best: list[LandBlock] = []
    blocks: list[LandBlock] = []
    asked, before = wanted, -1
    while len(best) < wanted and len(blocks) > before:
        before = len(blocks)
        blocks = blocks_of(region, asked, tile_size=tile_size, stride=stride, apart=apart)
        found = [block for block in (_inside(area, least, block) for block in blocks) if block.tiles]
        best = max(best, found, key=len)
        asked *= 2
    return best


def none_inside(
    polygons: PolygonMask, scene: Scene, area: shapely.Geometry, least: float, tile_size: int
) -> BadInput:
    """The refusal where no tile of a raster lies in the polygons, `area` being what of them lies on it."""
    if area.is_empty:
        return NoOverlap(
            "MASK {name} and {path} do not overlap: choose polygons of the same place.",
            name=polygons.name,
            path=scene.path,
        )
    return BadInput(
        "No tile of {tile_size} × {tile_size} pixels lies in the polygons of MASK {name} with {percent:g} % of its area: "
        "use a smaller MASK_OVERLAP or TILE_SIZE.",
        tile_size=tile_size,
        name=polygons.name,
        percent=100 * least,
    )


def shares(area: shapely.Geometry, squares: NDArray[np.object_]) -> NDArray[np.float64]:
    """Share of each of the squares (n,) that lies in an area."""
    shapely.prepare(area)
    inside = shapely.covers(area, squares)
    found: NDArray[np.float64] = inside.astype(float)
    edge = shapely.intersects(area, squares) & ~inside
    found[edge] = shapely.area(shapely.intersection(area, squares[edge])) / shapely.area(squares[edge])
    return found


def squares_of(windows: tuple[Window, ...]) -> NDArray[np.object_]:
    """Windows of pixels as polygons (n,)."""
    left, top, width, height = np.array([window.flatten() for window in windows], float).reshape(-1, 4).T
    boxes: NDArray[np.object_] = shapely.box(left, top, left + width, top + height)
    return boxes


def lying_in(area: shapely.Geometry, least: float, squares: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Which of the squares (n,) lie in an area with the share `least` at least."""
    kept: NDArray[np.bool_] = shares(area, squares) >= least - ROUNDING
    return kept


def _inside(area: shapely.Geometry, least: float, block: LandBlock) -> LandBlock:
    kept = lying_in(area, least, squares_of(block.tiles))
    return replace(block, tiles=tuple(tile for tile, keep in zip(block.tiles, kept, strict=True) if keep))


def _about(area: shapely.Geometry, margin: float, region: Window, scale: int) -> Window:
    """The part of a region that an area and a margin about it cover, in whole LR pixels; none of it is possible."""
    if area.is_empty:
        return Window(region.col_off, region.row_off, 0, 0)
    west, north, east, south = area.bounds
    starts, lengths = [], []
    for low, high, first, length in (
        (west, east, region.col_off, region.width),
        (north, south, region.row_off, region.height),
    ):
        start = max(0, int(np.ceil((low - margin - first) / scale - 1e-3))) * scale
        end = min(length, int(np.floor((high + margin - first) / scale + 1e-3)) * scale)
        starts.append(first + start)
        lengths.append(max(0, end - start))
    return Window(*starts, *lengths)


def _geometries(values: Any) -> list[Any]:
    """The geometries of a GeoJSON object; features may have none."""
    if values["type"] == "FeatureCollection":
        return [each["geometry"] for each in values["features"] if each["geometry"]]
    if values["type"] == "Feature":
        return [values["geometry"]] if values["geometry"] else []
    return [values]


def _polygons(found: NDArray[np.object_]) -> NDArray[np.object_]:
    """The polygons among geometries and in collections of them."""
    parts = found
    while (shapely.get_type_id(parts) > POLYGON).any():  # a collection may hold collections
        parts = shapely.get_parts(parts)
    kept: NDArray[np.object_] = parts[(shapely.get_type_id(parts) == POLYGON) & ~shapely.is_empty(parts)]
    return kept


def _valid(found: NDArray[np.object_]) -> NDArray[np.object_]:
    valid: NDArray[np.object_] = shapely.make_valid(found, method="structure", keep_collapsed=False)
    return valid
