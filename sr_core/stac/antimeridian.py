"""Places in degrees on both sides of the 180th meridian, where longitudes jump from 180 to -180."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon
from shapely.affinity import translate
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

TURN = 360.0

WIDEST = 90.0
"""Degrees of longitude: what would be narrower than this if longitudes did not jump, crosses the 180th meridian."""

Box = tuple[float, float, float, float]
"""West, south, east, north."""


def without_jumps(longitudes: Sequence[float] | NDArray[np.floating]) -> NDArray[np.float64]:
    """Return longitudes (degrees) of a line without jumps of a whole turn, the smallest of them from -180 to 180."""
    continued = np.unwrap(np.asarray(longitudes, float), period=TURN)
    return np.asarray(continued - TURN * np.floor((continued.min() + TURN / 2) / TURN))


def search_boxes(area: Polygon) -> list[Box]:
    """Return the boxes around an area that catalogues understand: two, where it crosses the 180th meridian."""
    west, south, east, north = area.bounds
    if east <= TURN / 2:
        return [(west, south, east, north)]
    return [(west, south, TURN / 2, north), (-TURN / 2, south, east - TURN, north)]


def footprint(geometry: dict[str, object] | None, bbox: Sequence[float] | None) -> BaseGeometry:
    """Return the outline of a scene without jumps; empty where the catalogue gives none."""
    if geometry:
        found = shape(geometry)
        parts = [_continue_beyond(part) for part in getattr(found, "geoms", [found])]
        found = shapely.union_all([part if part.is_valid else part.buffer(0) for part in parts])
        return found
    if not bbox or len(bbox) not in (4, 6):
        return Polygon()
    half = len(bbox) // 2  # with heights, there are six numbers
    west, south, east, north = bbox[0], bbox[1], bbox[half], bbox[half + 1]
    return shapely.box(west, south, east if east >= west else east + TURN, north)


def shown_part(outline: BaseGeometry, area: Polygon) -> BaseGeometry:
    """Return the part of an area that lies in an outline, however many turns apart their longitudes are."""
    return shapely.union_all(
        [translate(outline, turns * TURN).intersection(area) for turns in (-2, -1, 0, 1, 2)]
    )


def _continue_beyond(part: BaseGeometry) -> BaseGeometry:
    if not isinstance(part, Polygon) or part.is_empty:
        return part
    xy = shapely.get_coordinates(part.exterior)
    if np.abs(np.diff(xy[:, 0])).max() <= TURN / 2:
        return part
    continued = Polygon(np.column_stack([without_jumps(xy[:, 0]), xy[:, 1]]))
    west, _, east, _ = continued.bounds
    return continued if 0 < east - west < WIDEST and continued.area > 0 else part
