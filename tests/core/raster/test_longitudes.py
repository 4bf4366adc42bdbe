"""Longitudes that differ by whole turns: rasters that go on beyond 180 degrees or begin at 0, and what is laid on them."""

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.warp import transform
from rasterio.windows import Window

from sr_core.errors import NoOverlapError
from sr_core.parameter_types import Extent
from sr_core.raster.longitudes import full_turn, move_near, move_onto
from sr_core.raster.pixel_windows import find_unbounded_window, find_window
from sr_core.raster.raster_reader import open_raster
from sr_core.raster.warp.superimpose import superimpose

from ..conftest import textured_pixels

DEGREES = CRS.from_epsg(4326)
FIJI = CRS.from_epsg(32701)
"""UTM zone from -180 to -174 degrees."""


def degrees(west, pixel=0.1, north=-15.0):
    return Affine(pixel, 0, west, 0, -pixel, north)


def extent_in(crs, west, east, south=-16.5, north=-16.0):
    x, y = transform(DEGREES, crs, [west, east], [south, north])
    return Extent(bounds=(x[0], y[0], x[1], y[1]), crs=crs.to_wkt())


def columns(path, extent):
    with open_raster(path) as raster:
        window = find_window(extent, raster)
    return window.col_off, window.col_off + window.width


def test_what_is_a_turn():
    assert full_turn(DEGREES) == 360
    assert full_turn(CRS.from_epsg(4807)) == pytest.approx(400)  # grads
    assert full_turn(FIJI) is None
    assert full_turn(None) is None


@given(st.floats(-720, 720), st.floats(-360, 360))
def test_longitudes_move_by_whole_turns_only(longitude, middle):
    moved = move_near(np.array([longitude]), middle, 360)[0]
    assert abs(moved - middle) <= 180 + 1e-9
    assert (moved - longitude) / 360 == pytest.approx(round((moved - longitude) / 360), abs=1e-9)


def test_points_that_are_nowhere_stay_so():
    assert np.isnan(move_near(np.array([np.inf, np.nan]), 0, 360)).all()


@pytest.mark.parametrize(
    "given, grid, moved",
    [
        ((178, -178), (170, 190), (178, 182)),
        ((-182, -178), (170, 190), (178, 182)),
        ((-20, -10), (0, 360), (340, 350)),
        ((10, 20), (-180, 180), (10, 20)),
        ((10, 20), (30, 40), (10, 20)),  # nowhere on it
        ((-180, 180), (0, 360), (0, 360)),
        ((-1e3, 1e3), (170, 190), (170, 190)),
    ],
)
def test_a_range_is_moved_to_where_the_grid_is(given, grid, moved):
    assert move_onto(*given, grid, 360) == moved


def test_an_extent_across_the_180th_meridian_takes_the_pixels_there(make_raster):
    path = make_raster(size=(40, 200), crs=DEGREES, transform=degrees(170))
    left, right = columns(path, extent_in(FIJI, 178, 182))
    assert (left, right) == pytest.approx((80, 120), abs=1)
    assert columns(path, Extent(bounds=(178, -17, -178, -16), crs="EPSG:4326")) == (80, 120)
    assert columns(path, Extent(bounds=(-178, -17, -177, -16), crs="EPSG:4326")) == (120, 130)


def test_an_extent_on_a_raster_from_0_to_360_degrees(make_raster):
    path = make_raster(size=(4, 360), crs=DEGREES, transform=degrees(0, 1.0))
    mercator = CRS.from_epsg(3857)
    assert columns(path, extent_in(mercator, -20, -10)) == (340, 350)
    assert columns(path, extent_in(mercator, -180, 180)) == (0, 360)
    assert columns(path, extent_in(mercator, 20, 30)) == (20, 30)


def test_a_scene_beyond_180_degrees_lies_beside_one_before(make_raster):
    """As a mosaic of scenes places them; the grid of the first goes on."""
    with open_raster(make_raster(size=(40, 80), crs=DEGREES, transform=degrees(171))) as raster:
        found = find_unbounded_window(extent_in(FIJI, 180.5, 181.5), raster.box, raster.crs, "scene")
    assert (found.col_off, found.width) == pytest.approx((95, 10), abs=1)


def test_places_far_away_stay_far_away(make_raster):
    path = make_raster(size=(40, 200), crs=DEGREES, transform=degrees(170))
    with pytest.raises(NoOverlapError):
        columns(path, Extent(bounds=(100, -17, 110, -16), crs="EPSG:4326"))


@pytest.mark.parametrize("crs, west", [(FIJI, None), (DEGREES, -181.0)])
def test_a_raster_beyond_180_degrees_is_laid_on_grids_of_other_longitudes(make_raster, crs, west):
    """Whose every pixel gets the value of the place where it lies: its longitude, counted from 179 degrees."""
    cols = np.tile(np.arange(200) * 0.01 + 0.005, (1, 100, 1))
    source = make_raster("source.tif", cols, crs=DEGREES, transform=degrees(179, 0.01))
    if west is None:
        x, y = transform(DEGREES, crs, [179.3], [-15.3])
        grid = make_raster("grid.tif", size=(40, 500), crs=crs, transform=Affine(250, 0, x[0], 0, -250, y[0]))
    else:
        grid = make_raster("grid.tif", size=(40, 400), crs=crs, transform=degrees(west, 0.005, -15.3))
    with open_raster(source) as fine, open_raster(grid) as pan, superimpose(fine, pan) as laid:
        values, valid = laid.read(pan.region)
        rows, columns_ = np.mgrid[: pan.box.shape.y, : pan.box.shape.x] + 0.5
        x, y = pan.box.affine * (columns_, rows)
    longitude = np.array(transform(crs, DEGREES, x.ravel(), y.ravel())[0]).reshape(x.shape) % 360 - 179
    inner = (longitude > 0.05) & (longitude < 1.95)
    assert inner.any() and valid[0, inner].all()
    np.testing.assert_allclose(values[0, inner], longitude[inner], atol=1e-6)


def test_grids_of_the_whole_globe_with_an_overhang_are_read_as_they_are(make_raster):
    whole = make_raster("whole.tif", size=(10, 361), crs=DEGREES, transform=degrees(-180.5, 1.0, 5.0))
    other = make_raster("other.tif", size=(10, 720), crs=DEGREES, transform=degrees(-180, 0.5, 5.0))
    with open_raster(whole) as source, open_raster(other) as grid, superimpose(source, grid) as laid:
        assert laid.to_source is not None


def test_gcps_whose_longitudes_jump_place_a_raster(tmp_path):
    """As those of Sentinel-1 do, that say -180 to 180 degrees."""
    points = [
        GroundControlPoint(row, col, (179 + col * 0.02 + 180) % 360 - 180, -16 - row * 0.02, 0.0)
        for row in (0, 20, 40)
        for col in (0, 50, 100)
    ]
    path = tmp_path / "in.tif"
    shape = {"width": 100, "height": 40, "count": 1, "dtype": "uint8"}
    with rasterio.open(path, "w", driver="GTiff", gcps=points, crs=DEGREES, **shape) as dataset:
        dataset.write(textured_pixels(1, 40, 100, "uint8"))
    with open_raster(path) as raster:
        for west, east in ((179.5, 180.5), (179.5, -179.5)):
            window = find_window(Extent(bounds=(west, -16.6, east, -16.2), crs="EPSG:4326"), raster)
            assert window == Window(25, 10, 50, 20)
