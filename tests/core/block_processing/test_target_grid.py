"""The grid that a user states: which pixels it has, what fits it, and how wide the filters of a warp to it are."""

from __future__ import annotations

from contextlib import nullcontext

import numpy as np
import pytest
import rasterio
import rasterio.warp
from affine import Affine
from odc.geo.geobox import GeoBox

from sr_core.block_processing.target_grid import TargetGrid
from sr_core.block_processing.warped_mosaic import measure_scales
from sr_core.errors import InputError


def make_grid(path, crs, affine, shape=(100, 100)):
    profile = {"driver": "GTiff", "dtype": "uint8", "count": 1, "crs": crs, "transform": affine}
    with rasterio.open(path, "w", height=shape[0], width=shape[1], **profile) as dataset:
        dataset.write(np.ones((1, *shape), "uint8"))
    return path


@pytest.mark.parametrize(
    ("crs", "pixel", "target", "size", "expected"),
    [
        ("EPSG:32633", (2.5, 2.5), "EPSG:32633", 2.5, (1, 1)),
        (
            "EPSG:32633",
            (2.5, 2.5),
            "EPSG:3035",
            2.5,
            (1, 1),
        ),  # rotated by some degrees, which widens no filter
        ("EPSG:32633", (2.5, 2.5), "EPSG:32633", 10, (0.25, 0.25)),
        ("EPSG:32633", (10, 10), "EPSG:4326", 9e-5, (1.66, 1)),  # a degree of longitude is 67 km long here
        ("EPSG:4326", (18e-5, 9e-5), "EPSG:4326", 36e-5, (0.5, 0.25)),
    ],
)
def test_filters_fit_both_sides_of_pixels(tmp_path, crs, pixel, target, size, expected):
    corner = (500_000, 5_900_000) if crs == "EPSG:32633" else (15.0, 53.2)
    path = make_grid(tmp_path / "x.tif", crs, Affine(pixel[0], 0, corner[0], 0, -pixel[1], corner[1]))
    with rasterio.open(path) as dataset:
        (x,), (y,) = rasterio.warp.transform(dataset.crs, target, [corner[0]], [corner[1]])
        found = measure_scales(dataset, rasterio.crs.CRS.from_string(target), size, x, y)
    np.testing.assert_allclose(found, expected, rtol=0.02)


@pytest.mark.parametrize(
    ("target", "size", "says"),
    [
        ("EPSG:32633", 5, None),
        ("EPSG:32633", None, None),
        ("EPSG:4326", 5e-5, None),
        (
            "EPSG:4326",
            5,
            r"TARGET_RESOLUTION is 5, but pixels of x\.tif are about 0\.000124 wide in TARGET_CRS",
        ),
        ("EPSG:3035", 5e-5, "TARGET_RESOLUTION is 5e-05"),
        ("EPSG:4326", None, "measured in another unit"),
        ("ESRI:102026", 1e9, "TARGET_RESOLUTION is 1e\\+09"),
    ],
)
def test_pixels_that_are_far_too_large_or_small_are_refused_before(target, size, says):
    grid, crs = TargetGrid.of(target, size), rasterio.crs.CRS.from_epsg(32633)
    box = GeoBox((100, 100), Affine(10, 0, 500_000, 0, -10, 5_900_000), None)
    with pytest.raises(InputError, match=says) if says else nullcontext():
        grid.require_fit(box, crs, "x.tif")


def test_pixels_of_a_blank_size_are_as_small_as_the_smaller_side():
    grid, crs = TargetGrid.of("EPSG:4326", None), rasterio.crs.CRS.from_epsg(4326)
    assert grid.pixel_size(crs, Affine(10e-5, 0, 15, 0, -5e-5, 53), "x.tif") == 5e-5


def test_units_of_other_names_are_the_same_units():
    feet = rasterio.crs.CRS.from_wkt(rasterio.crs.CRS.from_epsg(32633).to_wkt().replace('"metre"', '"Meter"'))
    assert TargetGrid.of("EPSG:3035", None).pixel_size(feet, Affine.scale(10, -10), "x.tif") == 10
