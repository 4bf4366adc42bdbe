"""Polygons that tiles must lie in: read from GeoJSON, and transformed to a raster's pixels."""

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

from ..errors import InputError, NoOverlapError
from ..i18n import say
from ..raster.longitudes import full_turn
from ..raster.pixel_windows import unwarped_error
from .land_blocks import LandBlock, divide_region
from .scene import Scene

CRS84 = "OGC:CRS84"
"""Longitude and latitude, the default of GeoJSON (RFC 7946)."""

POLYGON = 3
"""Shapely's id of this type."""

MIN_SEGMENTS = 1000
"""Number of pieces into which an edge as long as the raster is cut before reprojection, which bends straight edges."""

ROUNDING = 1e-6
"""Share of a tile that may lie outside nevertheless: reprojected coordinates are not exact."""


@dataclass(frozen=True)
class PolygonMask:
    """The polygons of a layer that tiles must lie in."""

    name: str
    """Name of the layer, for messages."""
    crs: CRS | None
    """None means that of the raster."""
    shapes: NDArray[np.object_]
    """(n,) valid polygons."""
    repaired: int
    """How many crossed themselves and were made valid."""

    @classmethod
    def read(cls, path: str) -> Self:
        """Read the polygons of a GeoJSON file; other geometries in it are ignored.

        Coordinates are longitude and latitude, unless a member "crs" names another system, possibly as WKT (null: the
        raster's own).

        Raises:
            InputError: it cannot be read, or has no polygons.
        """
        if not Path(path).is_file():
            raise InputError("MASK {path} does not exist.", path=path)
        try:
            values = json.loads(Path(path).read_text(encoding="utf-8-sig"))
            name = str(values.get("name") or path)
            crs = values.get("crs", {"properties": {"name": CRS84}})
            crs = crs and CRS.from_user_input(crs["properties"]["name"])
            shapes = shapely.force_2d(np.array([shape(each) for each in _geometries(values)], object))
            if not np.isfinite(shapely.get_coordinates(shapes)).all():
                raise ValueError(say("coordinates that are not numbers"))
        except (
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
            CRSError,
            shapely.errors.ShapelyError,
        ) as error:
            raise InputError(
                "MASK {path} is not GeoJSON that can be read ({reason}): save the polygons as GeoJSON again.",
                path=path,
                reason=error,
            ) from None
        shapes = _extract_polygons(shapes)
        if not shapes.size:
            raise InputError("MASK {name} has no polygons: choose a layer that has some.", name=name)
        invalid = ~shapely.is_valid(shapes)
        return cls(name, crs, _extract_polygons(_make_valid(shapes)), int(invalid.sum()))

    def on(self, scene: Scene) -> shapely.Geometry:
        """Return the part of the polygons in the region of a scene, in HR pixels: x to the right, y down.

        Raises:
            InputError: their CRS cannot be related to the raster's.
        """
        region = scene.region
        left, top = region.col_off, region.row_off
        box = shapely.box(left, top, left + region.width, top + region.height)
        try:
            shapes = self._reproject(scene, box)
        except (CRSError, CPLE_BaseError) as error:
            raise InputError(
                "MASK {name} cannot be transformed to the coordinate reference system of {path} ({reason}): "
                "reproject it to the raster's own.",
                name=self.name,
                path=scene.path,
                reason=error,
            ) from None
        to_pixels = ~scene.box.affine
        shapes = shapely.transform(shapes, lambda xy: np.stack(to_pixels * tuple(xy.T), axis=-1))
        return shapely.union_all(_extract_polygons(shapely.intersection(_make_valid(shapes), box)))

    def _reproject(self, scene: Scene, box: shapely.Geometry) -> NDArray[np.object_]:
        """Return the polygons around a part of the raster (`box`, in pixels) in the raster's CRS."""
        crs, control = scene.format.crs, scene.format.ground_control
        if control is not None and control.decides:
            raise unwarped_error(scene.path)
        if self.crs is None or crs is None:
            return self.shapes
        turn, shapes = full_turn(crs), self.shapes
        on_map = shapely.transform(box, lambda xy: np.stack(scene.box.affine * tuple(xy.T), axis=-1))
        reach = on_map.bounds[0], on_map.bounds[2]
        if self.crs == crs:
            return _move_by_turns(shapes, reach, turn) if turn else shapes
        west, south, east, north = transform_bounds(crs, self.crs, *on_map.bounds)
        span, own_turn = max(east - west, north - south), full_turn(self.crs)
        if west < east and not (turn and max(map(abs, reach)) > turn / 2):
            near = shapely.box(west, south, east, north).buffer(span / 10)
            shapes = _extract_polygons(shapely.intersection(shapes, near))
            shapes = shapely.segmentize(shapes, span / MIN_SEGMENTS)
        elif (
            own_turn
        ):  # on both sides of the map's edge: then edges around half of the globe must not pass for jumps
            shapes = shapely.segmentize(shapes, own_turn / 8)
        shapes = shapely.transform(shapes, lambda xy: np.stack(transform(self.crs, crs, *xy.T), axis=-1))
        whole = [np.isfinite(shapely.get_coordinates(each)).all() for each in shapes]
        finite: NDArray[np.object_] = shapes[np.array(whole, bool)]
        return _move_by_turns(_without_jumps(finite, turn), reach, turn) if turn else finite


def divide_area(
    area: shapely.Geometry,
    least: float,
    region: Window,
    wanted: int,
    *,
    scale: int,
    tile_size: int,
    stride: int,
    min_gap: int = 0,
) -> list[LandBlock]:
    """Divide a region into blocks as `divide_region` does, and return those with tiles in an area.

    The tiles begin where the area begins. If they lie in fewer than `wanted` blocks, the blocks are made smaller.

    Args:
        area: In HR pixels.
        least: Share of a tile that must lie in it.
        region: HR pixels to divide.
        wanted: Least number of blocks, if there is room.
        scale: HR pixels in an LR pixel; blocks consist of whole LR pixels.
        tile_size: Width and height of a tile.
        stride: Distance between neighbouring tiles.
        min_gap: Least distance between blocks.
    """
    region = _surroundings(area, (1 - least) * tile_size, region, scale)
    best: list[LandBlock] = []
    blocks: list[LandBlock] = []
    n_blocks, before = wanted, -1
    while len(best) < wanted and len(blocks) > before:
        before = len(blocks)
        blocks = divide_region(region, n_blocks, tile_size=tile_size, stride=stride, min_gap=min_gap)
        inside = [block for block in (_filter(area, least, block) for block in blocks) if block.tiles]
        best = max(best, inside, key=len)
        n_blocks *= 2
    return best


def no_tile_inside(
    polygons: PolygonMask, scene: Scene, area: shapely.Geometry, least: float, tile_size: int
) -> InputError:
    """Return the error where no tile of a scene lies in the polygons, whose part in the scene is `area`."""
    if area.is_empty:
        return NoOverlapError(
            "MASK {name} and {path} do not overlap: choose polygons of the same place.",
            name=polygons.name,
            path=scene.path,
        )
    return InputError(
        "No tile of {tile_size} × {tile_size} pixels lies in the polygons of MASK {name} with {percent:g} % of its area: "
        "use a smaller MASK_OVERLAP or TILE_SIZE.",
        tile_size=tile_size,
        name=polygons.name,
        percent=100 * least,
    )


def measure_shares(area: shapely.Geometry, squares: NDArray[np.object_]) -> NDArray[np.float64]:
    """Return the share of each square (n,) that lies in an area."""
    shapely.prepare(area)
    inside = shapely.covers(area, squares)
    shares: NDArray[np.float64] = inside.astype(float)
    edge = shapely.intersects(area, squares) & ~inside
    shares[edge] = shapely.area(shapely.intersection(area, squares[edge])) / shapely.area(squares[edge])
    return shares


def to_squares(windows: tuple[Window, ...]) -> NDArray[np.object_]:
    """Return windows of pixels as polygons (n,)."""
    left, top, width, height = np.array([window.flatten() for window in windows], float).reshape(-1, 4).T
    boxes: NDArray[np.object_] = shapely.box(left, top, left + width, top + height)
    return boxes


def lie_inside(area: shapely.Geometry, least: float, squares: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Return which squares lie in an area by a least share (n,).

    Args:
        area: Polygons, in the squares' pixels.
        least: Share of a square that must lie in them, from 0 to 1.
        squares: Polygons (n,).
    """
    kept: NDArray[np.bool_] = measure_shares(area, squares) >= least - ROUNDING
    return kept


def _filter(area: shapely.Geometry, least: float, block: LandBlock) -> LandBlock:
    kept = lie_inside(area, least, to_squares(block.tiles))
    return replace(block, tiles=tuple(tile for tile, keep in zip(block.tiles, kept, strict=True) if keep))


def _surroundings(area: shapely.Geometry, margin: float, region: Window, scale: int) -> Window:
    """Return the part of a region that an area and a margin cover, in whole LR pixels; it may be empty."""
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


def _move_by_turns(
    shapes: NDArray[np.object_], reach: tuple[float, float], turn: float
) -> NDArray[np.object_]:
    """Return polygons where a raster gives their longitudes: those in its reach, each as often as it lies there."""
    steps = np.array([(-turn, 0), (0, 0), (turn, 0)])
    everywhere = np.concatenate([shapely.transform(shapes, lambda xy, by=by: xy + by) for by in steps])
    west, _, east, _ = shapely.bounds(everywhere).T
    found: NDArray[np.object_] = everywhere[(west <= reach[1]) & (east >= reach[0])]
    return found


def _without_jumps(shapes: NDArray[np.object_], turn: float) -> NDArray[np.object_]:
    """Return polygons whose longitudes go on where they jump by a turn, at the 180th meridian."""

    def go_on(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack([np.unwrap(xy[:, 0], period=turn), xy[:, 1]], axis=-1)

    return np.array([shapely.transform(each, go_on) for each in shapes], object)


def _geometries(values: Any) -> list[Any]:
    """Return the geometries of a GeoJSON object; features may have none."""
    if values["type"] == "FeatureCollection":
        return [each["geometry"] for each in values["features"] if each["geometry"]]
    if values["type"] == "Feature":
        return [values["geometry"]] if values["geometry"] else []
    return [values]


def _extract_polygons(parts: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return the polygons among geometries and in collections of them."""
    while (shapely.get_type_id(parts) > POLYGON).any():  # a collection may hold collections
        parts = shapely.get_parts(parts)
    kept: NDArray[np.object_] = parts[(shapely.get_type_id(parts) == POLYGON) & ~shapely.is_empty(parts)]
    return kept


def _make_valid(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    valid: NDArray[np.object_] = shapely.make_valid(shapes, method="structure", keep_collapsed=False)
    return valid
