"""Products are read as GDAL's own driver for them reads them, but for the offset, gaps and resolution."""

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from sr_core.errors import InputError, NoOverlapError
from sr_core.parameter_types import Extent
from sr_core.sentinel2.bands import RESOLUTIONS, TEN_BANDS
from sr_core.sentinel2.product import open_product

from ..support.sentinel2_products import EASTING, NORTHING, SIZE, classes_of, reflectance, write_product

GROUPS = {
    10: ("B02", "B03", "B04", "B08"),
    20: ("B05", "B06", "B07", "B8A", "B11", "B12"),
    60: ("B01", "B09"),
}
FORMS = {
    "L1C": {"level": "1C", "baseline": "05.09"},
    "L1C before the offset": {"level": "1C", "baseline": "02.05"},
    "L1C with old names": {"level": "1C", "baseline": "02.02", "compact": False},
    "L2A": {"level": "2A", "baseline": "04.00"},
    "L2A before the offset": {"level": "2A", "baseline": "02.14"},
    "L2A with old names": {"level": "2A", "baseline": "02.02", "compact": False},
    "L2A as a zip file": {"level": "2A", "baseline": "05.09", "zipped": True},
    "L1C with old names as a zip file": {
        "level": "1C",
        "baseline": "02.02",
        "compact": False,
        "zipped": True,
    },
}


def read_bands(path, bands, extent=None, window=None, **options):
    """Return pixels and validity of bands of one resolution of a product, and their profile."""
    product = open_product(str(path))
    with product.open_bands(product.choose_granule(extent), bands, **options) as opened:
        height, width = opened.box.shape
        return *opened.read(window or Window(0, 0, width, height)), opened.profile


def bands_of_gdal(path, resolution):
    """Return the bands of a resolution as GDAL's driver for products reads them, by name, and their grid."""
    metadata = open_product(str(path)).files
    name = f"/vsizip/{metadata.archive}/{metadata.root}" if metadata.archive else f"{metadata.root}/"
    with rasterio.open(name + metadata.metadata) as product:
        (layer,) = (each for each in product.subdatasets if f":{resolution}m:" in each)
    with rasterio.open(layer) as dataset:
        names = [(text or "").split(",")[0] for text in dataset.descriptions]
        names = [f"B{int(name[1:]):02}" if name[1:].isdigit() else name for name in names]
        return dict(zip(names, dataset.read(), strict=True)), dataset.transform, dataset.crs


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("form", FORMS)
def test_pixels_are_those_of_gdal_without_the_offset(tmp_path, form):
    path = write_product(tmp_path, **FORMS[form])
    added = 1000 if FORMS[form]["baseline"] >= "04" else 0
    for resolution, bands in GROUPS.items():
        pixels, valid, profile = read_bands(path, bands)
        stored, transform, crs = bands_of_gdal(path, resolution)
        for band, mine, known in zip(bands, pixels, valid, strict=True):
            np.testing.assert_array_equal(known, stored[band] != 0)
            np.testing.assert_array_equal(mine[known], stored[band][known] - added)
            np.testing.assert_array_equal(mine, reflectance(band))  # what the product was made of
        assert (profile.box.affine, profile.crs) == (transform, crs)
        assert profile.descriptions == bands
        assert profile.nodata == 0
        assert profile.scaling.scales == (1e-4,) * len(bands)
        assert set(profile.scaling.offsets) == {0}


def test_special_values_are_gaps_and_dark_pixels_are_not(tmp_path):
    pixels = {band: reflectance(band) for band in RESOLUTIONS}
    pixels["B02"][0, :3] = 64535, 1, 0  # saturated once 1000 are added; dark; no data
    path = write_product(tmp_path, pixels=pixels)
    found, valid, _ = read_bands(path, GROUPS[10])
    np.testing.assert_array_equal(valid[0, 0, :3], [False, True, False])
    np.testing.assert_array_equal(found[0, 0, :3], [0, 1, 0])
    assert valid[1, 0, :3].all()


@pytest.mark.parametrize(("band_id", "offset", "band"), [("1", 900, "B02"), ("8", 700, "B8A")])
def test_each_band_has_its_own_offset(tmp_path, band_id, offset, band):
    one = '<BOA_ADD_OFFSET band_id="{}">-{}</BOA_ADD_OFFSET>'
    path = write_product(tmp_path, changes=[(one.format(band_id, 1000), one.format(band_id, offset))])
    pixels, valid, _ = read_bands(path, [band])
    np.testing.assert_array_equal(pixels[0][valid[0]], reflectance(band)[valid[0]] + 1000 - offset)


def test_pixels_darker_than_the_offset_are_the_darkest_there_are(tmp_path):
    path = write_product(tmp_path, "2A", offset=1000, changes=[('band_id="1">-1000', 'band_id="1">-9000')])
    pixels, valid, _ = read_bands(path, ["B02"])
    assert valid.any()
    assert set(np.unique(pixels[valid])) == {1}  # 0 would be a gap


def test_clouds_and_shadows_are_gaps_in_every_resolution(tmp_path):
    path = write_product(tmp_path)
    hidden = classes_of() != 4
    for resolution, bands in GROUPS.items():
        _, valid, _ = read_bands(path, bands, mask_clouds=True)
        _, bare, _ = read_bands(path, bands)
        if resolution == 60:  # a gap where any of the nine is
            gaps = hidden.reshape(SIZE // 6, 3, SIZE // 6, 3).any(axis=(1, 3))
        else:
            gaps = np.kron(hidden, np.ones((20 // resolution,) * 2, bool))
        np.testing.assert_array_equal(valid, bare & ~gaps)
        window = Window(3, 1, 7, 11)
        _, part, _ = read_bands(path, bands, window=window, mask_clouds=True)
        np.testing.assert_array_equal(part, valid[:, *window.toslices()])


def test_level_1c_has_no_classes(tmp_path):
    with pytest.raises(
        InputError, match=r"is of Level-1C, which has no scene classification .* choose the Level-2A"
    ):
        read_bands(write_product(tmp_path, "1C"), GROUPS[20], mask_clouds=True)


def test_half_a_product(tmp_path):
    path = write_product(tmp_path, leave_out=["B11_20m", "B05_20m"])
    with pytest.raises(
        InputError, match=r"lacks 2 of its files \(T33UUB_20220610T101031_B05_20m.jp2, .*B11_20m.jp2\)"
    ):
        read_bands(path, GROUPS[20])
    read_bands(path, GROUPS[10])  # which are all there


def test_a_product_without_a_resolution(tmp_path):
    path = write_product(tmp_path, changes=[("B05_20m</IMAGE_FILE>", "B05_30m</IMAGE_FILE>")])
    with pytest.raises(
        InputError, match="has no B05 in the resolution in which it is measured: download the whole"
    ):
        read_bands(path, GROUPS[20])


def test_a_band_of_another_scene(tmp_path):
    path, other = (
        write_product(tmp_path / "a"),
        write_product(tmp_path / "b", tiles=["T32UQD", "T33UUB"], compact=False),
    )
    (mine,), (theirs,) = path.rglob("*_B06_20m.jp2"), other.rglob("*T33UUB_B06_20m.jp2")
    mine.write_bytes(theirs.read_bytes())
    with pytest.raises(InputError, match=r"B06_20m.jp2 and .*B05_20m.jp2 do not have the same pixels"):
        read_bands(path, GROUPS[20])


def test_a_damaged_band(tmp_path):
    path = write_product(tmp_path)
    (band,) = path.rglob("*_B06_20m.jp2")
    band.write_bytes(band.read_bytes()[:1500])
    with pytest.raises(InputError, match=r"B06_20m.jp2 .*(damaged|not a raster)"):
        read_bands(path, GROUPS[20])


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ([("04.00<", "02.14<")], None),  # what it declares counts
        ([("BOA_ADD_OFFSET", "BOA")], r"baseline 04.00 and does not say which offset .* since 04.00"),
        ([("BOA_ADD_OFFSET", "BOA"), ("04.00<", "?<")], r"baseline \? and does not say which offset"),
        ([("BOA_ADD_OFFSET", "BOA"), ("04.00<", "<")], r"baseline \? and does not say which offset"),
        ([("BASELINE>04.00", "BASELINE>99.99")], None),
        ([('<BOA_ADD_OFFSET band_id="10">', '<BOA_ADD_OFFSET band_id="77">')], None),  # B10, which Level-2A lacks
        ([('<BOA_ADD_OFFSET band_id="11">', '<BOA_ADD_OFFSET band_id="77">')], "does not say the offset of B11"),
        ([("-1000", "much")], "does not say the offset of B01, B02"),
        ([("BOA_QUANTIFICATION_VALUE", "BOA")], "does not say what pixel values mean"),
        ([('none">10000<', 'none">ten<')], "does not say what pixel values mean"),
        ([('none">10000<', 'none">0<')], "does not say what pixel values mean"),
        ([("Level-2A_User_Product", "Level-2B_User_Product")], "not the metadata of a product of Level-1C or Level-2A"),
        ([("</n1:General_Info>", "")], r"MTD_MSIL2A.xml of .* cannot be read \(mismatched tag"),
        ([("<n1:General_Info>", "<!ENTITY a 'b'><n1:General_Info>")], "it defines entities"),
    ],
)  # fmt: skip
def test_metadata(tmp_path, changes, says):
    path = write_product(tmp_path, changes=changes, leave_out=["_TCI", "_AOT", "_WVP", "_10m", "_60m"])
    if says is None:
        pixels, *_ = read_bands(path, GROUPS[20])
        np.testing.assert_array_equal(pixels[0], reflectance("B05"))
        return
    with pytest.raises(InputError, match=says):
        open_product(str(path))


def test_another_scale_is_declared(tmp_path):
    path = write_product(tmp_path, changes=[('none">10000<', 'none">1000<')])
    assert read_bands(path, GROUPS[20])[2].scaling.scales == (1e-3,) * 6


def test_an_old_product_of_several_tiles(tmp_path):
    path = write_product(tmp_path, "1C", baseline="02.02", compact=False, tiles=["T33UUB", "T33UVB"])
    with pytest.raises(InputError, match=r"holds 2 tiles \(T33UUB, T33UVB\): set EXTENT"):
        read_bands(path, GROUPS[10])
    here = Extent(
        bounds=(EASTING + SIZE * 10 + 100, NORTHING - 400, EASTING + SIZE * 10 + 300, NORTHING - 100),
        crs="EPSG:32633",
    )
    assert read_bands(path, GROUPS[10], here)[2].box.affine.c == EASTING + SIZE * 10
    with pytest.raises(NoOverlapError, match="lies in none of the 2 tiles"):
        read_bands(path, GROUPS[10], Extent(bounds=(0, 0, 9, 9), crs="EPSG:32633"))


def test_the_ten_bands():
    assert TEN_BANDS == ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")


def test_a_real_band_of_level_1c(tmp_path, shared_data):
    """60 m, as ESA has packed it: its blocks, its georeference."""
    path = write_product(tmp_path, "1C")
    (band,) = path.rglob("*_B01.jp2")
    real = shared_data / "sentinel2" / "s2_L1C_T15SWC_B01_60m.jp2"
    band.write_bytes(real.read_bytes())
    window = Window(700, 900, 300, 200)
    pixels, valid, profile = read_bands(path, ["B01"], window=window)
    with rasterio.open(real) as dataset:
        stored = dataset.read(1, window=window)
        assert (profile.box.affine, profile.crs) == (dataset.transform, dataset.crs)
    np.testing.assert_array_equal(valid[0], stored != 0)
    np.testing.assert_array_equal(pixels[0][valid[0]], np.maximum(stored[valid[0]].astype(int) - 1000, 1))
