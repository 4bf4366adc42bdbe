import os

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import ColorInterp
from rasterio.env import get_gdal_config
from rasterio.windows import Window

from sr_core.errors import BadInput
from sr_core.raster import io
from sr_core.raster.grid import cropped, refined, window_of
from sr_core.raster.io import open_raster, refuse_overwriting
from sr_core.schema import Extent

ALL = Window(0, 0, 56, 40)


def test_the_block_cache_is_small_but_holds_blocks(make_raster):
    with open_raster(make_raster()):
        assert get_gdal_config("GDAL_CACHEMAX") == 128 * 2**20  # rasterio takes bytes, gdalinfo megabytes


def test_validity_is_each_bands_own(make_raster):
    pixels = np.full((2, 40, 56), 5, np.uint16)
    pixels[0, 3, 4] = 9
    with open_raster(make_raster(pixels=pixels, nodata=9)) as raster:
        read, valid = raster.read(ALL)
    assert (read == pixels).all()
    assert (~valid).sum() == 1
    assert not valid[0, 3, 4]


def test_nan_and_infinity_are_not_valid(make_raster):
    pixels = np.ones((1, 40, 56), np.float32)
    pixels[0, 0, :2] = np.nan, np.inf
    with open_raster(make_raster(pixels=pixels)) as raster:
        assert (~raster.read(ALL)[1]).sum() == 2


def test_an_internal_mask_counts(make_raster):
    mask = np.ones((40, 56), bool)
    mask[:5] = False
    with open_raster(make_raster(mask=mask)) as raster:
        assert raster.has_mask
        assert (raster.read(ALL)[1] == mask).all()


def test_a_real_alpha_band_masks_and_is_no_data(make_raster):
    pixels = np.full((4, 40, 56), 90, np.uint8)
    pixels[3] = 255
    pixels[3, :, :9] = 0
    path = make_raster(pixels=pixels, photometric="RGB", alpha="YES")
    with open_raster(path) as raster:
        assert raster.dataset.colorinterp[3] == ColorInterp.alpha
        assert raster.bands == (1, 2, 3)
        assert (~raster.read(ALL)[1]).sum() == 3 * 40 * 9


def test_near_infrared_tagged_alpha_is_data(make_raster):
    path = make_raster(bands=4, dtype="uint8", photometric="RGB", alpha="YES")
    with open_raster(path) as raster:
        assert raster.dataset.colorinterp[3] == ColorInterp.alpha
        assert raster.bands == (1, 2, 3, 4)
        assert raster.colorinterp[3] == ColorInterp.undefined
        assert raster.read(ALL)[1].all()


def test_whether_alpha_is_a_mask_is_found_out_once_for_a_file(make_raster, monkeypatch):
    """It reads the whole band, and threads open a raster again and again."""
    look, looked = io._has_two_values, []
    monkeypatch.setattr(io, "_has_two_values", lambda *asked: looked.append(asked[1]) or look(*asked))
    pixels = np.full((4, 40, 56), 255, np.uint8)
    path = make_raster(pixels=pixels, photometric="RGB", alpha="YES")
    for _ in range(3):
        with open_raster(path) as raster:
            assert raster.bands == (1, 2, 3) and raster.has_mask
    assert looked == [4]
    pixels[3] = 7
    with rasterio.open(path, "r+") as dataset:
        dataset.write(pixels)
    os.utime(path, ns=(0, 0))
    with open_raster(path) as raster:
        assert raster.bands == (1, 2, 3, 4)
    assert looked == [4, 4]


def test_bands_come_in_the_order_asked(make_raster):
    pixels = np.arange(3, dtype=np.uint16).repeat(40 * 56).reshape(3, 40, 56)
    with open_raster(make_raster(pixels=pixels), (3, 1)) as raster:
        assert raster.read(ALL)[0][:, 0, 0].tolist() == [2, 0]


@pytest.mark.parametrize(
    ("bands", "dtype", "sentence"),
    [((1, 3), "uint16", "has no band 3: it has 2"), (None, "complex64", "pixels of type complex64")],
)
def test_what_cannot_be_used_is_refused(make_raster, bands, dtype, sentence):
    path = make_raster(pixels=np.ones((2, 40, 56), dtype))
    with pytest.raises(BadInput, match=sentence), open_raster(path, bands):
        pass


def test_a_file_that_is_no_raster(tmp_path):
    with pytest.raises(BadInput, match="does not exist"), open_raster(tmp_path / "absent.tif"):
        pass
    (tmp_path / "text.tif").write_text("hello")
    with pytest.raises(BadInput, match="is not a raster"), open_raster(tmp_path / "text.tif"):
        pass


def test_an_output_that_is_an_input_is_refused(make_raster, tmp_path):
    path = make_raster()
    (tmp_path / "link.tif").symlink_to(path)
    with pytest.raises(BadInput, match="also an input"):
        refuse_overwriting(str(tmp_path / "link.tif"), None, str(path))
    refuse_overwriting(str(tmp_path / "new.tif"), str(path))


def test_extents_take_the_whole_pixels_they_touch(make_raster):
    with open_raster(make_raster()) as raster:
        west, north = 500_000, 5_000_000
        exact = Extent(bounds=(west + 20, north - 100, west + 50, north - 30))
        assert window_of(exact, raster) == Window(2, 3, 3, 7)
        touched = Extent(bounds=(west + 19.9, north - 100.1, west + 50.1, north - 29.9))
        assert window_of(touched, raster) == Window(1, 2, 5, 9)
        partly = Extent(bounds=(west - 1000, north - 10, west + 10, north + 1000))
        assert window_of(partly, raster) == Window(0, 0, 1, 1)
        assert window_of(None, raster) == ALL
        with pytest.raises(BadInput, match="do not overlap"):
            window_of(Extent(bounds=(0, 0, 10, 10)), raster)


def test_extents_in_another_crs_are_transformed(make_raster):
    with open_raster(make_raster()) as raster:
        degrees = rasterio.warp.transform_bounds("EPSG:32633", "EPSG:4326", *raster.dataset.bounds)
        assert window_of(Extent(bounds=degrees, crs="EPSG:4326"), raster) == ALL
        with pytest.raises(BadInput, match="coordinate reference system"):
            window_of(Extent(bounds=degrees, crs="nonsense"), raster)


def test_a_rotated_raster_is_cut_around_the_extent(make_raster):
    transform = Affine.translation(1000, 2000) * Affine.rotation(30) * Affine.scale(2, -2)
    with open_raster(make_raster(transform=transform)) as raster:
        window = window_of(Extent(bounds=(1010, 1990, 1030, 2010)), raster)
        for corner in ((1010, 1990), (1030, 2010)):
            col, row = ~transform * corner
            inside = window.col_off <= col <= window.col_off + window.width
            assert inside or not 0 <= col <= 56 or not 0 <= row <= 40


def test_refining_keeps_the_corner_and_the_ground(make_raster):
    with open_raster(make_raster()) as raster:
        box = refined(cropped(raster.box, Window(2, 3, 5, 4)), 4)
    assert box.shape == (16, 20)
    assert box.affine == Affine(2.5, 0, 500_020, 0, -2.5, 4_999_970)
