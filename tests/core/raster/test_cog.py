from dataclasses import replace

import numpy as np
import pytest
import rasterio
from affine import Affine
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, Compression
from rasterio.windows import Window

from sr_core.block_processing.vrt import write_vrt
from sr_core.errors import InputError, OutputError
from sr_core.raster.cog import cog_writer, copy_as_cog
from sr_core.raster.profile import RasterProfile
from sr_core.raster.raster_reader import open_raster

from ..conftest import textured_pixels

CUSTOM = CRS.from_proj4("+proj=laea +lat_0=51.3 +lon_0=9.7 +ellps=GRS80 +units=m")
ROTATED = Affine.translation(1000, 2000) * Affine.rotation(30) * Affine.scale(2.5, -2.5)


def profile(pixels, **changes):
    count, height, width = pixels.shape
    values = {
        "box": GeoBox((height, width), ROTATED, None),
        "crs": CUSTOM,
        "dtype": str(pixels.dtype),
        "nodata": None,
        "descriptions": tuple(f"B{i:02}" for i in range(count)),
        "colorinterp": (ColorInterp.undefined,) * count,
    }
    return RasterProfile(**{**values, **changes})


def written(path, pixels, valid=None, **changes):
    valid = np.ones(pixels.shape, bool) if valid is None else valid
    with cog_writer(path, profile(pixels, **changes)) as writer:
        for top in range(0, pixels.shape[1], 300):
            rows = slice(top, min(top + 300, pixels.shape[1]))
            window = Window(0, top, pixels.shape[2], rows.stop - top)
            writer.write(pixels[:, rows], valid[:, rows], window)
        shares = list(writer.finish())
    assert shares == sorted(shares) or len(shares) < 3
    return rasterio.open(path)


@pytest.mark.parametrize(
    ("dtype", "bands"),
    [("uint8", 1), ("uint8", 16), ("uint16", 4), ("float32", 4)]
    + [(dtype, 1) for dtype in ("int8", "int16", "int32", "float64")],
)
def test_everything_but_the_pixels_is_kept(tmp_path, dtype, bands):
    pixels = textured_pixels(bands, 610, 530, "uint8" if dtype == "int8" else dtype)
    pixels = (pixels // 2).astype(dtype) if dtype == "int8" else pixels.astype(dtype)
    with written(tmp_path / "out.tif", pixels, tags={"FINER_MODEL": "m"}) as result:
        assert (result.read() == pixels).all()
        assert result.transform == ROTATED
        assert result.crs == CUSTOM
        assert result.descriptions == tuple(f"B{i:02}" for i in range(bands))
        assert set(result.colorinterp) <= {ColorInterp.undefined, ColorInterp.gray}
        assert result.tags()["FINER_MODEL"] == "m"
        assert result.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert result.compression == Compression.deflate
        assert result.block_shapes[0] == (512, 512)
        assert result.overviews(1)
    assert [p.name for p in tmp_path.iterdir()] == ["out.tif"]


def test_no_crs_and_natural_colours(tmp_path):
    rgb = (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.undefined)
    with written(
        tmp_path / "out.tif", textured_pixels(4, 20, 30, "uint8"), crs=None, colorinterp=rgb
    ) as result:
        assert result.crs is None
        assert result.colorinterp == rgb


def test_nodata_mask_and_nan(tmp_path):
    pixels = textured_pixels(2, 40, 50, "uint16")
    valid = np.ones(pixels.shape, bool)
    valid[:, 5:9, 6:20] = False
    with written(tmp_path / "nodata.tif", pixels, valid, nodata=65535) as result:
        assert result.nodata == 65535
        assert ((result.read() == 65535) == ~valid).all()
    with written(tmp_path / "mask.tif", pixels, valid, has_mask=True) as result:
        assert result.nodata is None
    with open_raster(tmp_path / "mask.tif") as raster:
        assert (raster.read(Window(0, 0, 50, 40))[1] == valid).all()
    with written(tmp_path / "nan.tif", pixels.astype("float32"), valid) as result:
        assert (np.isnan(result.read()) == ~valid).all()


def test_overviews_do_not_mix_in_nodata(tmp_path):
    pixels = np.full((1, 1100, 1100), 100, np.uint16)
    valid = np.ones(pixels.shape, bool)
    valid[:, :, :551] = False  # an odd column: overview pixels straddle the edge
    with written(tmp_path / "out.tif", pixels, valid, nodata=65535) as result:
        small = result.read(out_shape=(1, 275, 275))
    assert set(np.unique(small)) == {100, 65535}


@pytest.mark.parametrize(("width", "factors"), [(512, []), (1025, [2]), (1536, [2, 4]), (2100, [2, 4, 8])])
def test_the_smallest_overview_fits_into_one_tile(tmp_path, width, factors):
    with written(tmp_path / "out.tif", textured_pixels(1, 40, width, "uint8")) as result:
        assert result.overviews(1) == factors


def test_overviews_of_joined_rasters_keep_their_mask(tmp_path):
    """The result of a run in blocks, of 8 bits without nodata."""
    pixels = np.full((3, 700, 1100), 100, np.uint8)
    valid = np.ones(pixels.shape, bool)
    valid[:, ::3, ::2] = valid[:, :, 300:551] = False
    files = [tmp_path / f"{name}.tif" for name in "ab"]
    for file in files:
        written(file, pixels, valid, has_mask=True).close()
    vrt, target = tmp_path / "all.vrt", tmp_path / "temporary" / "joined.tif"
    target.parent.mkdir()
    places = [Window(0, 0, 1100, 700), Window(1100, 0, 1100, 700)]
    write_vrt(vrt, tmp_path, files, places, GeoBox((700, 2200), ROTATED, CUSTOM))
    list(copy_as_cog(vrt, target, target, pixels.nbytes * 2))
    for level, factor in enumerate((2, 4, 8)):
        with rasterio.open(target, overview_level=level) as overview:
            mask = overview.dataset_mask() > 0
            assert set(np.unique(overview.read()[:, mask])) == {100}
            assert not mask[:, 320 // factor : 540 // factor].any()
            assert mask[:, 10 : 250 // factor].all()


def test_an_interrupted_run_leaves_nothing(tmp_path):
    pixels = textured_pixels(1, 40, 50)
    with pytest.raises(KeyboardInterrupt), cog_writer(tmp_path / "out.tif", profile(pixels)) as writer:
        writer.write(pixels, np.ones(pixels.shape, bool), Window(0, 0, 50, 40))
        raise KeyboardInterrupt
    assert not list(tmp_path.iterdir())


def test_a_result_that_is_there_stays_until_the_new_one_is_whole(tmp_path):
    (tmp_path / "out.tif").write_text("old")
    pixels = textured_pixels(1, 40, 50)
    with pytest.raises(ZeroDivisionError), cog_writer(tmp_path / "out.tif", profile(pixels)):
        raise ZeroDivisionError
    assert (tmp_path / "out.tif").read_text() == "old"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with (
        pytest.raises(OutputError, match=r"absent does not exist"),
        cog_writer(tmp_path / "absent" / "out.tif", profile(textured_pixels(1, 8, 8))),
    ):
        pass


def test_more_pixels_than_gdal_counts_are_refused(tmp_path):
    huge = GeoBox((4, 2**31), ROTATED, None)
    small = profile(np.zeros((1, 4, 4), np.uint8))
    with (
        pytest.raises(InputError, match="2147483648 × 4 pixels, more than a raster can have"),
        cog_writer(tmp_path / "a.tif", replace(small, box=huge)),
    ):
        pass
    assert not list(tmp_path.iterdir())
