"""Bands of a place are copied as they are, on grids that divide each other."""

from contextlib import ExitStack

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from sr_core.errors import InputError, NoOverlapError
from sr_core.parameter_types import Extent
from sr_core.progress import run_to_end
from sr_core.raster import local_band_copies
from sr_core.raster.band_stack import BandStack
from sr_core.raster.local_band_copies import stage_bands
from sr_core.sentinel2.product import open_product

from ..support.sentinel2_products import EASTING, NORTHING, reflectance, write_product

GROUPS = (("B02", "B03", "B04", "B08"), ("B05", "B8A"), ("B01", "B09"))


@pytest.fixture
def stage(tmp_path):
    """`stage(extent, groups)` copies bands of a small product; its files, whose place and pixels are known."""

    def go(bounds=None, groups=GROUPS, path=None):
        product = open_product(str(path or write_product(tmp_path)))
        extent = bounds and Extent(bounds=bounds, crs="EPSG:32633")
        with ExitStack() as stack:
            opened = [
                stack.enter_context(product.open_bands(product.choose_granule(None), names))
                for names in groups
            ]
            return run_to_end(stage_bands(opened, extent, tmp_path))

    return go


@pytest.mark.parametrize("margin", [0, 1, 24])
def test_a_place_is_widened_to_whole_pixels_of_the_coarsest_band(stage, monkeypatch, margin):
    monkeypatch.setattr(local_band_copies, "MARGIN", margin)
    bounds = (EASTING + 75, NORTHING - 265, EASTING + 161, NORTHING - 95)
    for bands, staged, ratio in zip(GROUPS, stage(bounds), (6, 3, 1), strict=True):
        with rasterio.open(staged.path) as dataset:
            assert dataset.descriptions == bands
            inside = dataset.read(window=staged.place)
            west, north = dataset.transform * (staged.place.col_off, staged.place.row_off)
        assert (west, north) == (EASTING + 60, NORTHING - 60)
        assert (staged.place.width, staged.place.height) == (2 * ratio, 4 * ratio)
        rows, cols = slice(ratio, 5 * ratio), slice(ratio, 3 * ratio)
        np.testing.assert_array_equal(inside, np.stack([reflectance(band)[rows, cols] for band in bands]))


def test_all_of_it(stage):
    for bands, staged in zip(GROUPS, stage(), strict=True):
        with rasterio.open(staged.path) as dataset:
            np.testing.assert_array_equal(dataset.read(), np.stack([reflectance(band) for band in bands]))
            assert dataset.nodata == 0
            assert set(dataset.scales) == {1e-4}
            assert staged.place == Window(0, 0, dataset.width, dataset.height)


def test_a_place_elsewhere(stage):
    with pytest.raises(NoOverlapError, match=r"EXTENT and S2A_MSIL2A_2022.* do not overlap"):
        stage((0, 0, 9, 9))


def test_grids_that_do_not_divide_each_other(stage, tmp_path):
    path, other = (
        write_product(tmp_path / "a"),
        write_product(tmp_path / "b", tiles=["T32UQD", "T33UUB"], compact=False),
    )
    for band in ("B05", "B8A"):
        (mine,), (theirs,) = path.rglob(f"*_{band}_20m.jp2"), other.rglob(f"*T33UUB_{band}_20m.jp2")
        mine.write_bytes(theirs.read_bytes())
    apart = r"The bands B02, B03, B04, B08 and B05, B8A of .* are not aligned"
    with pytest.raises(InputError, match=apart):  # on whole pixels, of the tile beside it
        stage(groups=GROUPS[:2], path=path)
    with rasterio.open(mine, "r") as dataset:
        profile, pixels = dataset.profile, dataset.read()
    profile.update(driver="GTiff", transform=profile["transform"] * rasterio.Affine.translation(0.3, 0))
    for band in ("B05", "B8A"):
        (mine,) = path.rglob(f"*_{band}_20m.jp2")
        mine.unlink()
        with rasterio.open(mine, "w", **profile) as dataset:
            dataset.write(pixels)
    with pytest.raises(InputError, match=r"The bands B02, B03, B04, B08 and B05, B8A of .* are not aligned"):
        stage(groups=GROUPS[:2], path=path)


def test_bands_of_several_sources_in_any_order(stage):
    order = ("B03", "B05", "B02", "B8A")
    fine, coarse, _ = stage()
    with fine.open() as ten, coarse.open() as twenty:
        stack = BandStack([(ten, (-10, -20)), (twenty, (0, 0))], twenty.profile, order)
        pixels, valid = stack.read(Window(2, 3, 5, 4))
        assert stack.profile.descriptions == order
        assert stack.profile.scaling.scales == (1e-4,) * 4
        assert [colour.name for colour in stack.profile.colorinterp] == [
            "green",
            "undefined",
            "blue",
            "undefined",
        ]
    assert valid.all()
    np.testing.assert_array_equal(pixels[0], reflectance("B03")[23:27, 12:17])
    np.testing.assert_array_equal(pixels[1], reflectance("B05")[3:7, 2:7])
