"""A tile index (GTI) of the blocks of a result: a GeoPackage with their outlines, which GDAL opens as a raster, too."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree  # nosec B405: only writes

from affine import Affine
from rasterio.windows import Window

from ..atomic_write import atomic_write
from ..raster.input_files import INDEX
from ..raster.profile import RasterProfile

LAYER = "blocks"
SRS = 100_000
"""By which the GeoPackage knows the coordinate reference system, whatever that is."""

TABLES = """
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
    description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name),
    column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
    m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
CREATE TABLE blocks (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POLYGON, location TEXT NOT NULL);
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
    scope TEXT NOT NULL, UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_metadata (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
    md_standard_uri TEXT NOT NULL DEFAULT 'http://gdal.org', mime_type TEXT NOT NULL DEFAULT 'text/xml',
    metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT,
    row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    md_file_id INTEGER NOT NULL REFERENCES gpkg_metadata(id), md_parent_id INTEGER REFERENCES gpkg_metadata(id));
INSERT INTO gpkg_extensions VALUES ('gpkg_metadata', NULL, 'gpkg_metadata',
    'http://www.geopackage.org/spec120/#extension_metadata', 'read-write');
INSERT INTO gpkg_extensions VALUES ('gpkg_metadata_reference', NULL, 'gpkg_metadata',
    'http://www.geopackage.org/spec120/#extension_metadata', 'read-write');
INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id) VALUES ('table', 'blocks', 1);
INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL);
INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL);
INSERT INTO gpkg_geometry_columns VALUES ('blocks', 'geom', 'POLYGON', 100000, 0, 0);
"""
"""A GeoPackage 1.3 with one layer of polygons (OGC 12-128r17, annex C)."""


def index_path(target: Path) -> Path:
    """Return the tile index of a VRT."""
    return target.with_suffix(INDEX)


def write_tile_index(
    target: Path,
    files: Sequence[Path],
    places: Sequence[Window],
    profile: RasterProfile,
    overviews: Path | None,
) -> None:
    """Write the index of a result beside its VRT, as NAME.gti.gpkg, which GDAL 3.9 and later open as a raster.

    Without a coordinate reference system, or where pixels are turned, there is none: GDAL takes neither.

    Args:
        target: The VRT.
        files: Blocks.
        places: Where each lies in the result, in its pixels.
        profile: Of the result.
        overviews: Of the whole, if there are such.

    Raises:
        OutputError: It cannot be written.
    """
    affine = profile.box.affine
    index = index_path(target)
    if profile.crs is None or affine.b or affine.d:
        index.unlink(missing_ok=True)
        return
    outlines = [_bounds(affine, place) for place in places]
    with atomic_write(index) as path, closing(sqlite3.connect(path)) as database:
        database.executescript(TABLES)
        wkt = profile.crs.to_wkt()
        code = profile.crs.to_epsg() or SRS
        organization = "EPSG" if profile.crs.to_epsg() else "NONE"
        database.execute(
            "INSERT INTO gpkg_spatial_ref_sys VALUES ('Of the raster', ?, ?, ?, ?, NULL)",
            (SRS, organization, code, wkt),
        )
        west, south, east, north = zip(*outlines, strict=True)
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) "
            "VALUES (?, 'features', ?, ?, ?, ?, ?, ?)",
            (LAYER, LAYER, min(west), min(south), max(east), max(north), SRS),
        )
        rows = (
            (_geometry(*outline), os.path.relpath(file, target.parent))
            for outline, file in zip(outlines, files, strict=True)
        )
        database.executemany("INSERT INTO blocks (geom, location) VALUES (?, ?)", rows)
        database.execute("INSERT INTO gpkg_metadata (metadata) VALUES (?)", (_metadata(profile, overviews),))
        database.commit()


def _bounds(affine: Affine, place: Window) -> tuple[float, float, float, float]:
    """Return west, south, east and north of a block."""
    (top, bottom), (left, right) = place.toranges()
    (x1, y1), (x2, y2) = affine * (left, top), affine * (right, bottom)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _geometry(west: float, south: float, east: float, north: float) -> bytes:
    """Return a rectangle as a GeoPackage holds it: its header, envelope, and the polygon as WKB, little-endian."""
    ring = (west, south, east, south, east, north, west, north, west, south)
    header = struct.pack("<2sBBi4d", b"GP", 0, 0b011, SRS, west, east, south, north)
    return header + struct.pack("<BIII10d", 1, 3, 1, 5, *ring)


def _metadata(profile: RasterProfile, overviews: Path | None) -> str:
    """Return what the layer says of the raster, as GDAL keeps it: grid and bands need not be found out from the blocks."""
    height, width = profile.box.shape
    affine = profile.box.affine
    west, south, east, north = _bounds(affine, Window(0, 0, width, height))
    values = {
        "RESX": abs(affine.a),
        "RESY": abs(affine.e),
        "MINX": west,
        "MINY": south,
        "MAXX": east,
        "MAXY": north,
    }
    items = {name: f"{value:.17g}" for name, value in values.items()}
    if overviews:
        items["OVERVIEW_0_DATASET"] = str(overviews)
    root = ElementTree.Element("GDALMultiDomainMetadata")
    domain = ElementTree.SubElement(root, "Metadata")
    for name, text in items.items():
        ElementTree.SubElement(domain, "MDI", key=name).text = text
    return ElementTree.tostring(root, encoding="unicode")
