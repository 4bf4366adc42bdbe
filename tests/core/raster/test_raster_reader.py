import os
import zipfile

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp
from rasterio.env import get_gdal_config
from rasterio.windows import Window

from sr_core.errors import InputError
from sr_core.raster import alpha_kind
from sr_core.raster.raster_reader import open_raster

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
        assert raster.profile.has_mask
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
        assert raster.profile.colorinterp[3] == ColorInterp.undefined
        assert raster.read(ALL)[1].all()


def test_whether_alpha_is_a_mask_is_found_out_once_for_a_file(make_raster, monkeypatch):
    """It reads the whole band, and threads open a raster again and again."""
    look, looked = alpha_kind._look_at, []
    monkeypatch.setattr(alpha_kind, "_look_at", lambda *asked: looked.append(asked[1]) or look(*asked))
    pixels = np.full((4, 40, 56), 255, np.uint8)
    path = make_raster(pixels=pixels, photometric="RGB", alpha="YES")
    for _ in range(3):
        with open_raster(path) as raster:
            assert raster.bands == (1, 2, 3) and raster.profile.has_mask
    assert looked == [4]
    pixels[3] = np.random.default_rng(0).integers(40, 160, (40, 56))
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
    with pytest.raises(InputError, match=sentence), open_raster(path, bands):
        pass


def test_a_file_that_is_no_raster(tmp_path):
    with pytest.raises(InputError, match="does not exist"), open_raster(tmp_path / "absent.tif"):
        pass
    (tmp_path / "text.tif").write_text("hello")
    with pytest.raises(InputError, match="is not a raster"), open_raster(tmp_path / "text.tif"):
        pass


def test_a_nodata_value_that_no_pixel_can_have_is_none(make_raster, tmp_path):
    path = make_raster(pixels=np.zeros((1, 40, 56), np.uint8))
    (tmp_path / "half.vrt").write_text(
        '<VRTDataset rasterXSize="56" rasterYSize="40"><VRTRasterBand dataType="Byte" band="1"><NoDataValue>0.5'
        f"</NoDataValue><SimpleSource><SourceFilename>{path}</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>"
    )
    with open_raster(tmp_path / "half.vrt") as raster:
        assert raster.dataset.nodata == 0.5 and raster.profile.nodata is None
        assert raster.read(ALL)[1].all()


@pytest.mark.parametrize("bands", [(1, 2), (2, 1)])
@pytest.mark.parametrize(
    "kinds, values, common",
    [
        (("Byte", "Int16"), (7, -293), "int16"),
        (("UInt32", "Int32"), (2**32 - 6, -5), "float64"),  # int64 is no type of results
    ],
)
def test_bands_of_several_types_are_read_as_one_that_holds_all(
    tmp_path, make_raster, bands, kinds, values, common
):
    for name, kind, value in zip(("a.tif", "b.tif"), kinds, values, strict=True):
        dtype = {"Byte": "uint8"}.get(kind, kind.lower())
        make_raster(name, np.full((1, 40, 56), value, dtype), nodata=9)
    path = tmp_path / "both.vrt"
    each = "".join(
        f'<VRTRasterBand dataType="{kind}" band="{band}"><SimpleSource>'
        f'<SourceFilename relativeToVRT="1">{name}</SourceFilename></SimpleSource></VRTRasterBand>'
        for band, (kind, name) in enumerate(zip(kinds, ("a.tif", "b.tif"), strict=True), start=1)
    )
    path.write_text(f'<VRTDataset rasterXSize="56" rasterYSize="40">{each}</VRTDataset>')
    with open_raster(path, bands) as raster:
        read, valid = raster.read(ALL)
    assert raster.dtype == read.dtype == common
    assert [read[bands.index(1)].max(), read[bands.index(2)].max()] == list(values)
    assert valid.all()


@pytest.mark.parametrize(
    "name, sentence",
    [
        ("/vsizip/{}/two.zip", "holds 2 rasters: choose one of them, such as /vsizip/.*/two.zip/in.tif"),
        ("/vsizip/{}/two.zip/c.tif", "though .*/two.zip exists: check the rest of the name"),
        ("/vsizip/{}/no.zip/c.tif", "does not exist"),
        ("/vsicurl/http://127.0.0.1:1/a.tif", "cannot be opened: check the address"),
        ("two subdatasets", "holds 2 rasters: choose one of them, such as GPKG:.*:a"),
    ],
)
def test_what_cannot_be_opened_is_said_as_it_is(tmp_path, make_raster, name, sentence):
    raster = make_raster()
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.write(raster, "in.tif")
        archive.write(raster, "other.tif")
    path = _two_subdatasets(tmp_path) if name == "two subdatasets" else name.format(tmp_path)
    with pytest.raises(InputError, match=sentence), open_raster(path):
        pass


def _two_subdatasets(folder):
    """Return a GeoPackage with two tables of tiles, which has no bands of its own."""
    for number, table in enumerate("ab"):
        options = {"APPEND_SUBDATASET": "YES"} if number else {}
        profile = {"width": 256, "height": 256, "count": 3, "dtype": "uint8", "crs": "EPSG:3857"}
        transform = rasterio.Affine(10, 0, 0, 0, -10, 0)
        with rasterio.open(
            folder / "two.gpkg",
            "w",
            driver="GPKG",
            transform=transform,
            RASTER_TABLE=table,
            **profile,
            **options,
        ) as dataset:
            dataset.write(np.full((3, 256, 256), 9, np.uint8))
    return folder / "two.gpkg"
