"""A STAC collection of the blocks of a result.

NAME.collection.json    the collection
NAME.items.geojson      its items, one for each block
NAME.model.json         the item of the model that made them, by the Machine Learning Model extension
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from odc.geo.geobox import GeoBox
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.warp import transform, transform_bounds
from rasterio.windows import Window

from .. import __version__
from ..atomic_write import atomic_write
from ..exporting.mlm_item import FILE
from ..raster.profile import RasterProfile
from .block_grid import Block

STAC = "1.1.0"
PROJECTION = "https://stac-extensions.github.io/projection/v2.0.0/schema.json"
RASTER = "https://stac-extensions.github.io/raster/v2.0.0/schema.json"
PROCESSING = "https://stac-extensions.github.io/processing/v1.2.0/schema.json"
COG = "image/tiff; application=geotiff; profile=cloud-optimized"
GEOJSON = "application/geo+json"
EVERYWHERE = (-180.0, -90.0, 180.0, 90.0)
SIDE_POINTS = 5
"""Points on each side of an outline, which is curved in longitudes and latitudes."""


class CollectionPaths(NamedTuple):
    """The files of a collection."""

    collection: Path
    items: Path
    model: Path


def collection_paths(target: Path) -> CollectionPaths:
    """Return the files of the collection, of its items and of its model, beside a VRT."""
    return CollectionPaths(*map(target.with_suffix, (".collection.json", ".items.geojson", ".model.json")))


def write_collection(
    target: Path,
    blocks: Sequence[Block],
    files: Sequence[Path],
    places: Sequence[Window],
    profile: RasterProfile,
    model: dict[str, Any],
) -> None:
    """Write the collection of a result, its model, and its blocks as items of one file, which QGIS opens as outlines, too.

    Args:
        target: The VRT.
        blocks: Blocks that are there.
        files: Of each.
        places: Where each lies in the result, in its pixels.
        profile: Of the result.
        model: STAC item of the model that made it (`describe_package`).

    Raises:
        OutputError: They cannot be written.
    """
    paths = collection_paths(target)
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    with atomic_write(paths.items) as path, path.open("w", encoding="utf-8") as stream:
        stream.write('{"type": "FeatureCollection", "features": [\n')
        for number, (block, file, place) in enumerate(zip(blocks, files, places, strict=True)):
            item = _describe_block(target, block, file, place, profile, now)
            stream.write((",\n" if number else "") + json.dumps(item, allow_nan=False))
        stream.write("\n]}\n")
    about = _describe_collection(target, profile, model, now)
    for file, content in ((paths.model, model), (paths.collection, about)):
        with atomic_write(file) as path:
            path.write_text(json.dumps(content, indent=1, allow_nan=False) + "\n", encoding="utf-8")


def _describe_block(
    target: Path, block: Block, file: Path, place: Window, profile: RasterProfile, now: str
) -> dict[str, Any]:
    """Return the item of a block."""
    paths = collection_paths(target)
    height, width = int(place.height), int(place.width)
    affine = profile.box.affine * profile.box.affine.translation(place.col_off, place.row_off)
    box = GeoBox((height, width), affine, None)
    asset = {"href": f"./{_relative(file, target)}", "type": COG, "roles": ["data"], "bands": _bands(profile)}
    return {
        "type": "Feature",
        "stac_version": STAC,
        "stac_extensions": [PROJECTION, RASTER],
        "id": f"{target.stem}-{block.name}",
        "collection": target.stem,
        **_place(box, profile.crs),
        "properties": {
            "datetime": now,
            "created": now,
            **_code(profile.crs),
            "proj:shape": [height, width],
            "proj:transform": list(affine)[:6],
        },
        "links": [_link("collection", paths.collection), _link("derived_from", paths.model)],
        "assets": {"data": asset},
    }


def _describe_collection(
    target: Path, profile: RasterProfile, model: dict[str, Any], now: str
) -> dict[str, Any]:
    """Return the collection."""
    bounds = _place(profile.box, profile.crs).get("bbox", list(EVERYWHERE))
    paths = collection_paths(target)
    return {
        "type": "Collection",
        "stac_version": STAC,
        "stac_extensions": [FILE, PROCESSING],
        "id": target.stem,
        "title": target.stem,
        "description": f"Blocks of a raster that was super-resolved by {model['id']}. Times are when they were put together.",
        "license": "other",
        "extent": {"spatial": {"bbox": [bounds]}, "temporal": {"interval": [[now, now]]}},
        "summaries": {
            **{key: [value] for key, value in _code(profile.crs).items()},
            "bands": _bands(profile),
        },
        "providers": [
            {"name": "Finer", "roles": ["processor"], "processing:software": {"Finer": __version__}}
        ],
        "links": [_link("items", paths.items), _link("derived_from", paths.model)],
        "assets": {
            "model": model["assets"]["model"],
            "mosaic": {"href": f"./{target.name}", "type": "application/xml", "roles": ["data"]},
        },
    }


def _link(rel: str, file: Path) -> dict[str, str]:
    """Return a link to a file beside the one that has it."""
    return {
        "rel": rel,
        "href": f"./{file.name}",
        "type": "application/json" if rel == "collection" else GEOJSON,
    }


def _relative(file: Path, target: Path) -> str:
    return Path(os.path.relpath(file, target.parent)).as_posix()


def _code(crs: CRS | None) -> dict[str, Any]:
    """Return how the extension projection names a coordinate reference system."""
    code = crs.to_epsg() if crs else None
    if code:
        return {"proj:code": f"EPSG:{code}"}
    return {"proj:code": None, **({"proj:wkt2": crs.to_wkt(version="WKT2_2019")} if crs else {})}


def _bands(profile: RasterProfile) -> list[dict[str, Any]]:
    """Return what pixel values of the bands are."""
    return list(_describe_bands(profile))


def _describe_bands(profile: RasterProfile) -> Iterator[dict[str, Any]]:
    nodata: dict[str, Any] = {}
    if profile.nodata is not None:
        nodata = {"nodata": float(profile.nodata) if np.isfinite(profile.nodata) else str(profile.nodata)}
    scaling = profile.scaling
    for number, description in enumerate(profile.descriptions):
        yield {
            "name": description or f"band {number + 1}",
            "data_type": profile.dtype,
            **nodata,
            "raster:spatial_resolution": abs(profile.box.affine.a),
            **(
                {"raster:scale": scaling.scales[number], "raster:offset": scaling.offsets[number]}
                if scaling
                else {}
            ),
        }


def _place(box: GeoBox, crs: CRS | None) -> dict[str, Any]:
    """Return outline and bounds of a grid in longitudes and latitudes; no outline where it has none there."""
    if crs is None:
        return {"geometry": None}
    height, width = box.shape
    steps = np.linspace(0, 1, SIDE_POINTS)[:-1]
    zero, one = np.zeros_like(steps), np.ones_like(steps)
    cols = np.concatenate([steps, one, 1 - steps, zero]) * width
    rows = np.concatenate([one, 1 - steps, zero, steps]) * height  # against the clock, from the lower left
    xs, ys = box.affine * (cols, rows)
    corners = box.boundingbox.bbox
    try:
        longitudes, latitudes = transform(crs, "EPSG:4326", xs, ys)[:2]
        bounds = [round(value, 8) for value in transform_bounds(crs, "EPSG:4326", *corners)]
    except (CRSError, CPLE_BaseError):  # a local system, say
        return {"geometry": None}
    if not np.isfinite([*longitudes, *latitudes, *bounds]).all():  # beyond the earth's edge
        return {"geometry": None}
    ring = [[round(x, 8), round(y, 8)] for x, y in zip(longitudes, latitudes, strict=True)]
    return {"geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}, "bbox": bounds}
