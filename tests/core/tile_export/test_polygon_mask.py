"""Polygons choose tiles: every tile lies in them by the share asked for, whatever they look like and are made of."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely
from affine import Affine
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rasterio.crs import CRS
from rasterio.features import rasterize
from rasterio.warp import transform
from rasterio.windows import Window

from sr_core.tile_export.land_blocks import divide_region
from sr_core.tile_export.polygon_mask import PolygonMask, divide_area, measure_shares, to_squares
from sr_core.tile_export.scene import survey
from sr_core.tile_export.source_opener import RasterFile

from ..support.export_runs import GRID, ROTATED, everything, logs, offset, refused, run

UTM = "EPSG:32633"


@pytest.fixture
def mask(tmp_path):
    """Writes shapes, in pixels of a raster of `grid`, as GeoJSON on the map."""

    def write(*shapes, grid=GRID, crs=UTM, name="fields", via=None, **members):
        on_map = [shapely.transform(s, lambda xy: np.stack(grid * tuple(xy.T), axis=-1)) for s in shapes]
        if via:
            on_map = [
                shapely.transform(s, lambda xy: np.stack(transform(UTM, via, *xy.T), -1)) for s in on_map
            ]
        features = [
            {"type": "Feature", "properties": None, "geometry": json.loads(shapely.to_geojson(s))}
            for s in on_map
        ]
        known = {} if crs == "RFC" else {"crs": crs and {"type": "name", "properties": {"name": crs}}}
        path = tmp_path / "mask.geojson"
        path.write_text(
            json.dumps({"type": "FeatureCollection", "name": name, **known, "features": features, **members})
        )
        return str(path)

    return write


def places(tiles):
    return sorted(offset(name) for _, name, _, _ in everything(tiles))


def covered(shape, place, size=16, finer=10):
    """Share of a tile in a shape, by counting points, without the code under test."""
    row, col = place
    grid = Affine.translation(col, row) * Affine.scale(1 / finer)
    return rasterize([shape], (size * finer,) * 2, transform=grid).mean()


TRIANGLE = shapely.Polygon([(3, 2), (118, 30), (40, 97)])


@pytest.mark.parametrize(
    ("least", "transform"),
    [(1.0, GRID), (0.6, GRID), (0.01, GRID), (0.6, ROTATED)],
    ids=("1.0", "0.6", "0.01", "0.6-rotated"),
)
def test_tiles_lie_in_the_polygons_by_the_share_asked_for(tmp_path, make_raster, mask, least, transform):
    path = make_raster(size=(100, 120), transform=transform)
    tiles, _ = run(tmp_path, path, mask=mask(TRIANGLE, grid=transform), mask_overlap=least, split=(100, 0, 0))
    found = places(tiles)
    assert found
    assert min(covered(TRIANGLE, place) for place in found) >= least - 0.02
    # Nothing that could be there is missing: of all tiles of the same lattice, those inside are the ones found.
    first = found[0][0] % 8, min(col for _, col in found) % 8
    inner = TRIANGLE.buffer(-0.2)
    lattice = [(row, col) for row in range(first[0], 85, 8) for col in range(first[1], 105, 8)]
    surely = {p for p in lattice if covered(TRIANGLE, p) > least + 0.02 or covered(inner, p) == 1}
    assert surely <= set(found)


def test_a_polygon_of_a_tile_holds_a_tile(tmp_path, make_raster, mask):
    """The tiles begin where the polygons begin, if that is on a whole LR pixel."""
    path = make_raster(size=(100, 120))
    tiles, _ = run(tmp_path, path, mask=mask(shapely.box(22, 34, 38, 50)), split=(0, 0, 100))
    assert places(tiles) == [(34, 22)]


@pytest.mark.parametrize("via", ("EPSG:4326", "EPSG:3035", "RFC"))
def test_a_mask_in_another_crs_chooses_the_same_tiles(tmp_path, make_raster, mask, via):
    shapes = shapely.box(20, 10, 90, 80), shapely.box(96, 3, 118, 90)
    path, options = make_raster(size=(100, 120)), {"mask_overlap": 0.7, "split": (100, 0, 0)}
    own, _ = run(tmp_path, path, mask=mask(*shapes), **options)
    crs = {"crs": "RFC", "via": "EPSG:4326"} if via == "RFC" else {"crs": via, "via": via}
    # Corners only are known in the other system: fewer would make straight edges bend.
    other, _ = run(tmp_path, path, "other", mask=mask(*shapely.segmentize(shapes, 1), **crs), **options)
    assert places(own) == places(other)


def test_straight_edges_in_degrees_bend_on_the_map(tmp_path, make_raster, mask):
    """A parallel as the upper edge of a polygon of 12 degrees: its chord would run 17 km further south."""
    grid = Affine(1000, 0, 100_000, 0, -1000, 6_000_000)
    path = make_raster(size=(120, 120), transform=grid)
    parallel = [(9, 54), (21, 54), (21, 40), (9, 40)]
    where = tmp_path / "degrees.geojson"
    where.write_text(json.dumps({"type": "Polygon", "coordinates": [[*parallel, parallel[0]]]}))
    sizes = {"tile_size": 40, "stride": 4}
    tiles, _ = run(tmp_path, path, mask=str(where), split=(100, 0, 0), **sizes)
    corners = [grid * (col + across, row) for row, col in places(tiles) for across in (0, 40)]
    north = np.array(transform(UTM, "EPSG:4326", *zip(*corners, strict=True))[1])
    assert 53.9 < north.max() <= 54 + 1e-4


@pytest.mark.parametrize("crs", (None, CRS.from_proj4("+proj=laea +lat_0=47 +lon_0=8 +x_0=1 +ellps=GRS80")))
def test_any_crs_and_none(tmp_path, make_raster, mask, crs):
    path = make_raster(size=(100, 120), crs=crs)
    where = mask(shapely.box(20, 10, 90, 80), crs=crs and crs.to_wkt())
    tiles, _ = run(tmp_path, path, mask=where, split=(100, 0, 0))
    assert all(10 <= row <= 64 and 20 <= col <= 74 for row, col in places(tiles))
    assert len(places(tiles)) == 7 * 7


def test_polygons_that_cross_themselves_are_repaired_and_said(tmp_path, make_raster, mask):
    bowtie = shapely.Polygon([(0, 0), (120, 100), (120, 0), (0, 100)])
    tiles, steps = run(tmp_path, make_raster(size=(100, 120)), mask=mask(bowtie), split=(100, 0, 0))
    assert "1 polygon(s) of MASK cross themselves" in logs(steps)
    halves = shapely.make_valid(bowtie)
    assert places(tiles) and all(covered(halves, place) > 0.99 for place in places(tiles))


def test_overlapping_polygons_count_once_and_holes_not_at_all(tmp_path, make_raster, mask):
    ring = shapely.box(0, 0, 120, 100) - shapely.box(40, 40, 60, 60)
    shapes = mask(ring, shapely.box(0, 0, 20, 100), shapely.LineString([(40, 40), (60, 60)]))
    tiles, _ = run(tmp_path, make_raster(size=(100, 120)), mask=shapes, mask_overlap=0.95, split=(100, 0, 0))
    assert min(covered(ring, place) for place in places(tiles)) >= 0.94


def test_small_polygons_are_divided_among_all_splits(tmp_path, make_raster, mask):
    """Blocks as for the whole raster would leave one that has tiles."""
    fields = [shapely.box(x, y, x + 40, y + 40) for x, y in ((300, 40), (360, 90), (310, 300))]
    tiles, _ = run(tmp_path, make_raster(size=(400, 400)), mask=mask(*fields), stride=16)
    assert all(tiles.names(split) for split in ("train", "val", "test"))


def test_of_a_folder_rasters_without_polygons_are_left_out(tmp_path, raster_folder, mask):
    there = mask(shapely.box(0, 0, 200, 40))  # five of the twelve, which lie in a row
    tiles, steps = run(tmp_path, input_folder=str(raster_folder), mask=there)
    assert "7 rasters have no tile in the polygons of MASK." in logs(steps)
    assert {hr.bounds.left // 400 for *_, hr, _ in everything(tiles)} == {1250, 1251, 1252, 1253, 1254}


@st.composite
def land(draw):
    """A region, the sizes of tiles, and a polygon that may cross itself and leave the region."""
    scale = draw(st.sampled_from((2, 3, 4)))
    sizes = {"tile_size": draw(st.integers(4, 12)) * scale, "stride": draw(st.integers(1, 12)) * scale}
    region = Window(
        *(draw(st.integers(0, 9)) for _ in range(2)), *(draw(st.integers(30, 200)) for _ in range(2))
    )
    numbers = st.floats(-20, 220, allow_nan=False)
    corners = draw(st.lists(st.tuples(numbers, numbers), min_size=3, max_size=9, unique=True))
    shape = shapely.make_valid(shapely.Polygon(corners), method="structure", keep_collapsed=False)
    window = shapely.box(*region.flatten()[:2], region.col_off + region.width, region.row_off + region.height)
    return scale, region, sizes, shapely.intersection(shape, window)


@settings(max_examples=40)
@given(land(), st.floats(0.05, 1), st.integers(1, 30))
def test_whatever_the_land(made, least, wanted):
    scale, region, sizes, area = made
    assume(area.area > 0)
    blocks = divide_area(area, least, region, wanted, scale=scale, **sizes)
    windows = to_squares(tuple(block.window for block in blocks))
    assert shapely.union_all(windows).area == pytest.approx(
        sum(shapely.area(windows))
    )  # blocks share nothing
    for block in blocks:
        assert block.tiles
        for tile, square in zip(block.tiles, to_squares(block.tiles), strict=True):
            assert shapely.covers(to_squares((block.window,))[0], square)
            assert shapely.covers(to_squares((region,))[0], square)
            assert shapely.intersection(area, square).area >= (least - 1e-5) * square.area
            assert (tile.row_off - region.row_off) % scale == (tile.col_off - region.col_off) % scale == 0
    # Where the whole region is meant, it is as without polygons.
    everywhere = to_squares((region,))[0]
    plain = divide_region(region, wanted, **sizes)
    assert len(divide_area(everywhere, least, region, wanted, scale=1, **sizes)) >= min(wanted, len(plain))


@settings(max_examples=20)
@given(st.integers(-8, 24), st.integers(-8, 24))
def test_the_share_of_a_square(x, y):
    """By closed form: two axis-parallel squares."""
    both = max(0, min(16, x + 8) - max(0, x)) * max(0, min(16, y + 8) - max(0, y))
    (found,) = measure_shares(shapely.box(0, 0, 16, 16), to_squares((Window(x, y, 8, 8),)))
    assert found == pytest.approx(both / 64)


def test_a_crs_is_read_as_geojson_has_it(mask):
    square = shapely.box(0, 0, 9, 9)
    assert PolygonMask.read(mask(square, crs="RFC")).crs.to_wkt() == CRS.from_user_input("OGC:CRS84").to_wkt()
    assert PolygonMask.read(mask(square, crs="urn:ogc:def:crs:EPSG::32633")).crs.to_epsg() == 32633
    assert PolygonMask.read(mask(square, crs=None)).crs is None


@pytest.mark.parametrize("crs", ["EPSG:4326", "RFC", "EPSG:4258", "EPSG:3857", "EPSG:32701"])
@pytest.mark.parametrize(("west", "east"), [(170, 190), (0, 360)])
def test_polygons_lie_on_a_raster_beyond_180_degrees(make_raster, mask, crs, west, east):
    pixel = (east - west) / 200
    path = make_raster(size=(40, 200), crs="EPSG:4326", transform=Affine(pixel, 0, west, 0, -pixel, -15))
    place = shapely.box(-178, -15 - 30 * pixel, -174, -15 - 10 * pixel)
    if crs in ("EPSG:3857", "EPSG:32701"):
        place = shapely.transform(
            shapely.segmentize(place, 0.1), lambda xy: np.stack(transform("EPSG:4326", crs, *xy.T), -1)
        )
    scene = survey(RasterFile(str(path)), scale=2)
    found = PolygonMask.read(mask(place, grid=Affine.identity(), crs=crs)).on(scene)
    expected = shapely.box((182 - west) / pixel, 10, (186 - west) / pixel, 30)
    assert found.symmetric_difference(expected).area < 0.01 * expected.area
    if crs in ("EPSG:4326", "RFC", "EPSG:4258"):  # edges around half of the globe
        around = shapely.box(-170, -15 - 30 * pixel, 170, -15 - 10 * pixel)
        found = PolygonMask.read(mask(around, grid=Affine.identity(), crs=crs)).on(scene)
        expected = shapely.box(0, 10, 200, 30) - shapely.box(
            (170 - west) / pixel, 10, (190 - west) / pixel, 30
        )
        assert found.symmetric_difference(expected).area < 0.01 * expected.area + 1e-6


@pytest.mark.parametrize(
    ("shape", "options", "says"),
    [
        (shapely.box(900, 900, 950, 950), {}, "MASK fields and .*in.tif do not overlap"),
        (shapely.box(8, 8, 20, 20), {}, "No tile of 16 × 16 pixels lies in the polygons of MASK fields with 100 %"),
        (shapely.box(8, 8, 20, 20), {"mask_overlap": 0.9}, "with 90 % of its area: use a smaller MASK_OVERLAP"),
        (shapely.box(8, 8, 24, 24), {"split": (80, 10, 10)}, "there is land for 1 separate blocks only"),
        (shapely.Point(3, 3), {}, "MASK fields has no polygons"),
        (shapely.LineString([(3, 3), (90, 90)]), {}, "MASK fields has no polygons"),
        (TRIANGLE, {"mask_overlap": 0}, "MASK_OVERLAP does not fit"),
        (TRIANGLE, {"mask_overlap": 1.5}, "MASK_OVERLAP does not fit"),
    ],
)  # fmt: skip
def test_what_cannot_be(tmp_path, make_raster, mask, shape, options, says):
    path = make_raster(size=(100, 120))
    refused(tmp_path, says, path, mask=mask(shape), **{"split": (100, 0, 0), **options})


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", '{"type": "FeatureCollection"}', '{"type": "Blob"}', '{"type": "Polygon", "coordinates": 5}',
     '{"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}',
     '{"type": "Polygon", "coordinates": [[[0, 0], [1, NaN], [1, 0], [0, 0]]]}',
     '{"type": "Polygon", "coordinates": [], "crs": {"properties": {"name": "EPSG:0"}}}'],
)  # fmt: skip
def test_what_is_no_geojson(tmp_path, make_raster, text):
    path = make_raster()
    (tmp_path / "m.geojson").write_text(text)
    refused(
        tmp_path, "MASK .*m.geojson is not GeoJSON that can be read", path, mask=str(tmp_path / "m.geojson")
    )


def test_other_files(tmp_path, make_raster):
    path = make_raster()
    refused(tmp_path, "MASK .* does not exist", path, mask=str(tmp_path / "none.geojson"))
    refused(tmp_path, "is not GeoJSON that can be read", path, mask=str(path))
