"""Pixel windows: of extents, and of each other."""

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from odc.geo.types import xy_
from rasterio.windows import Window

from sr_core.errors import InputError
from sr_core.parameter_types import Extent
from sr_core.raster.pixel_windows import find_window, intersect, pad, relative_to
from sr_core.raster.raster_reader import open_raster

ALL = Window(0, 0, 56, 40)
windows = st.builds(Window, st.integers(0, 20), st.integers(0, 20), st.integers(1, 20), st.integers(1, 20))


def test_extents_take_the_whole_pixels_they_touch(make_raster):
    with open_raster(make_raster()) as raster:
        west, north = 500_000, 5_000_000
        exact = Extent(bounds=(west + 20, north - 100, west + 50, north - 30))
        assert find_window(exact, raster) == Window(2, 3, 3, 7)
        touched = Extent(bounds=(west + 19.9, north - 100.1, west + 50.1, north - 29.9))
        assert find_window(touched, raster) == Window(1, 2, 5, 9)
        partly = Extent(bounds=(west - 1000, north - 10, west + 10, north + 1000))
        assert find_window(partly, raster) == Window(0, 0, 1, 1)
        assert find_window(None, raster) == ALL
        with pytest.raises(InputError, match="do not overlap"):
            find_window(Extent(bounds=(0, 0, 10, 10)), raster)


def test_extents_in_another_crs_are_transformed(make_raster):
    with open_raster(make_raster()) as raster:
        degrees = rasterio.warp.transform_bounds("EPSG:32633", "EPSG:4326", *raster.dataset.bounds)
        assert find_window(Extent(bounds=degrees, crs="EPSG:4326"), raster) == ALL
        with pytest.raises(InputError, match="coordinate reference system"):
            find_window(Extent(bounds=degrees, crs="nonsense"), raster)


def test_a_rotated_raster_is_cut_around_the_extent(make_raster):
    transform = Affine.translation(1000, 2000) * Affine.rotation(30) * Affine.scale(2, -2)
    with open_raster(make_raster(transform=transform)) as raster:
        window = find_window(Extent(bounds=(1010, 1990, 1030, 2010)), raster)
        for corner in ((1010, 1990), (1030, 2010)):
            col, row = ~transform * corner
            inside = window.col_off <= col <= window.col_off + window.width
            assert inside or not 0 <= col <= 56 or not 0 <= row <= 40


@given(windows, windows)
def test_windows_share_the_pixels_that_are_in_both(first, second):
    def mask(window):
        found = np.zeros((40, 40), bool)
        found[window.toslices()] = True
        return found

    both, shared = mask(first) & mask(second), intersect(first, second)
    assert (shared is None) == (not both.any())
    if shared:
        np.testing.assert_array_equal(mask(shared), both)
        inside = relative_to(first, shared)
        np.testing.assert_array_equal(both[first.toslices()][inside.toslices()], True)


def test_a_margin_of_columns_is_none_of_rows():
    assert pad(Window(10, 20, 5, 6), xy_(2, 3)) == Window(8, 17, 9, 12)
