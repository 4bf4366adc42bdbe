"""Which pixels of a raster are valid, in each way that a file, a layer or a user can say it."""

import shutil

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from sr_core.errors import InputError
from sr_core.raster.raster_reader import open_raster
from sr_core.raster_path import LayerNodata, RasterPath

from ..conftest import textured_pixels

ALL = Window(0, 0, 56, 40)
SHAPE = (40, 56)


def gaps(path, bands=None, **options):
    """Return which pixels are not valid, counted for each band."""
    with open_raster(path, bands, **options) as raster:
        return (~raster.read(ALL)[1]).sum(axis=(1, 2)).tolist()


def vrt(tmp_path, source, bands):
    """Write a VRT of a raster's bands; `bands` are what stands in each of them."""
    text = "".join(
        f'<VRTRasterBand dataType="{kind}" band="{i}">{inside}<SimpleSource><SourceFilename>{source}</SourceFilename>'
        f"<SourceBand>{i}</SourceBand></SimpleSource></VRTRasterBand>"
        for i, (kind, inside) in enumerate(bands, 1)
    )
    path = tmp_path / "in.vrt"
    path.write_text(f'<VRTDataset rasterXSize="56" rasterYSize="40">{text}</VRTDataset>')
    return path


@pytest.fixture
def pixels():
    """Three bands without 0, 7 and 255, but for one row of 0, two of 7 and three of 255 in each."""
    values = textured_pixels(3, *SHAPE, "uint8").clip(10, 250)
    values[:, 0], values[:, 1:3], values[:, 3:6] = 0, 7, 255
    return values


def test_each_band_has_its_own_nodata_value(make_raster, tmp_path, pixels):
    kinds = [
        ("Byte", ""),
        ("Byte", "<NoDataValue>7</NoDataValue>"),
        ("Byte", "<NoDataValue>255</NoDataValue>"),
    ]
    path = vrt(tmp_path, make_raster(pixels=pixels), kinds)
    assert gaps(path) == [0, 2 * 56, 3 * 56]
    assert gaps(path, (3, 1, 3)) == [3 * 56, 0, 3 * 56]
    with open_raster(path) as raster:
        assert raster.profile.nodata == 7  # the first band has none, and gaps must be marked


@pytest.mark.parametrize(
    ("dtype", "declared", "pixel"),
    [("Float32", "-3.40282e+38", -3.4028234663852886e38), ("Float32", "-3.4e38", -3.4028234663852886e38),
     ("Float32", "0.1", 0.1), ("Float32", "-1.79769313486232e+308", -3.4028234663852886e38),
     ("Float32", "-inf", -3.4028234663852886e38),
     ("Float64", "-3.402823e+38", -3.4028234663852886e38), ("Float64", "0.1", float(np.float32(0.1)))],
)  # fmt: skip
def test_nodata_equal_but_for_its_last_digits(make_raster, tmp_path, dtype, declared, pixel):
    values = np.ones((1, *SHAPE), dtype.lower())
    values[0, 5] = pixel
    path = vrt(tmp_path, make_raster(pixels=values), [(dtype, f"<NoDataValue>{declared}</NoDataValue>")])
    assert gaps(path) == [56]


@pytest.mark.parametrize("declared", ("-9999", "256", "nan", "0.5", "1e300"))
def test_nodata_outside_the_type_says_nothing(make_raster, tmp_path, pixels, declared):
    path = vrt(tmp_path, make_raster(pixels=pixels), [("Byte", f"<NoDataValue>{declared}</NoDataValue>")])
    assert gaps(path) == [0]
    with open_raster(path) as raster:
        assert raster.profile.nodata is None and not raster.profile.has_mask


def test_a_mask_beside_the_file(make_raster, tmp_path, pixels):
    path = make_raster(pixels=pixels)
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False), rasterio.open(path, "r+") as dataset:
        mask = np.ones(SHAPE, bool)
        mask[:, :4] = False
        dataset.write_mask(mask)
    assert (tmp_path / "in.tif.msk").exists()
    assert gaps(path) == [160] * 3
    assert gaps(path, (2, 2)) == [160] * 2


def test_masks_of_single_bands(make_raster, tmp_path, pixels):
    masks = np.full((3, *SHAPE), 255, np.uint8)
    masks[0, :, :4], masks[2, :, :2] = 0, 0
    path = make_raster(pixels=pixels)
    make_raster("mask.tif", masks)
    shutil.move(tmp_path / "mask.tif", tmp_path / "in.tif.msk")
    with rasterio.open(tmp_path / "in.tif.msk", "r+") as dataset:
        dataset.update_tags(**{f"INTERNAL_MASK_FLAGS_{band}": "0" for band in (1, 2, 3)})
    assert gaps(path) == [160, 0, 80]
    assert gaps(path, (3, 2)) == [80, 0]


def test_a_mask_and_nodata_both_count(make_raster, pixels):
    mask = np.ones(SHAPE, bool)
    mask[:, :4] = False
    path = make_raster(pixels=pixels, mask=mask, nodata=7)
    assert gaps(path) == [160 + 2 * 52] * 3


def test_a_mask_counts_beside_infrared_that_is_tagged_alpha(make_raster):
    mask = np.ones(SHAPE, bool)
    mask[:, :4] = False
    path = make_raster(pixels=textured_pixels(4, *SHAPE, "uint8"), mask=mask, photometric="RGB", alpha="YES")
    with open_raster(path) as raster:
        assert raster.bands == (1, 2, 3, 4) and raster.profile.has_mask
    assert gaps(path) == [160] * 4


def test_the_user_says_what_means_no_data(make_raster, pixels):
    path = make_raster(pixels=pixels)
    assert gaps(path) == [0, 0, 0]
    assert gaps(path, nodata=[0]) == [56] * 3
    assert gaps(path, nodata=[0, 7, 255]) == [56, 2 * 56, 3 * 56]
    assert gaps(path, (3, 1), nodata=[255, 0]) == [3 * 56, 56]
    with open_raster(path, nodata=[7]) as raster:
        assert raster.profile.nodata == 7
    assert (
        gaps(make_raster(pixels=pixels, nodata=7), nodata=[0]) == [3 * 56] * 3
    )  # beside what the file declares


@pytest.mark.parametrize(
    ("nodata", "sentence"),
    [([0, 7], "NODATA has 2 numbers for 3 bands"), ([-9999], "NODATA is -9999, which no pixel of .* uint8"),
     ([0, 7, 0.5], "NODATA is 0.5")],
)  # fmt: skip
def test_nodata_that_does_not_fit_is_refused(make_raster, pixels, nodata, sentence):
    with pytest.raises(InputError, match=sentence):
        gaps(make_raster(pixels=pixels), nodata=nodata)


def test_what_a_layer_says_beside_its_file(make_raster, pixels):
    path = str(make_raster(pixels=pixels, nodata=7))
    layer = LayerNodata(path=path, ranges=(((0, 0),), (), ((251, None), (None, 0))), unused=(1, 2))
    assert gaps(RasterPath.of(layer)) == [56, 0, 6 * 56]
    assert gaps(RasterPath.of(LayerNodata(path=path, unused=(1, 2, 3)))) == [0, 0, 0]
    with open_raster(RasterPath.of(layer)) as raster:
        assert raster.profile.nodata == 7


def test_a_small_view_is_as_valid_as_the_whole(make_raster, pixels):
    with open_raster(make_raster(pixels=pixels, nodata=7)) as raster:
        small = raster.dataset.read(window=ALL, out_shape=(3, 20, 28))
        assert (raster.validity.of(small, ALL, (20, 28)) == (small != 7)).all()


def test_nodata_of_each_band_goes_with_the_band_that_is_chosen(make_raster, pixels):
    with open_raster(make_raster(pixels=pixels), nodata=(0, 7, 255)) as raster:
        chosen = raster.choose((2, 0))
        assert chosen.bands == (3, 1)
        assert (~chosen.read(ALL)[1]).sum(axis=(1, 2)).tolist() == [3 * 56, 56]
