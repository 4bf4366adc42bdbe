"""Rasters with a colour table are read as their colours."""

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from sr_core.errors import InputError
from sr_core.raster.raster_reader import open_raster
from sr_core.raster_path import LayerNodata, RasterPath

TABLE = {0: (0, 0, 0, 255), 1: (10, 200, 30, 255), 2: (7, 8, 9, 255), 3: (90, 80, 70, 255), 4: (1, 2, 3, 255)}
INDICES = np.random.default_rng(0).integers(0, 5, (1, 24, 40)).astype("uint8")
COLOURS = np.array([TABLE[i][:3] for i in range(5)], "uint8")[INDICES[0]].transpose(2, 0, 1)


def paint(path, table=TABLE):
    """Give a raster of one band a colour table."""
    with rasterio.open(path, "r+") as dataset:
        dataset.write_colormap(1, table)
    return path


@pytest.fixture
def palette_raster(make_raster):
    """`palette_raster(name, …)` writes a raster with a colour table."""

    def make(name="palette & co.tif", table=TABLE, **options):
        return paint(make_raster(name, INDICES, **options), table)

    return make


def test_the_bands_are_the_colours(palette_raster):
    path = palette_raster()
    with open_raster(path) as raster:
        pixels, valid = raster.read(raster.region)
        assert raster.name == str(path) and raster.dtype == "uint8" and raster.crs == "EPSG:32633"
        assert raster.profile.colorinterp == (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
        assert not raster.profile.has_mask and valid.all()
        np.testing.assert_array_equal(pixels, COLOURS)
        part, _ = raster.read(Window(3, 2, 9, 5))
        np.testing.assert_array_equal(part, COLOURS[:, 2:7, 3:12])


def test_bands_are_chosen_among_the_colours_and_band_1_is_all_of_them(palette_raster):
    path = palette_raster()
    with open_raster(path, [3, 1]) as raster:
        np.testing.assert_array_equal(raster.read(raster.region)[0], COLOURS[[2, 0]])
    with open_raster(path, [1]) as raster:
        assert raster.profile.count == 3
    with pytest.raises(InputError, match=r"palette & co.tif has no band 5: it has 3"), open_raster(path, [5]):
        pass


def test_a_relative_name(palette_raster, monkeypatch, tmp_path):
    palette_raster("a.tif")
    monkeypatch.chdir(tmp_path)
    with open_raster("a.tif") as raster:
        np.testing.assert_array_equal(raster.read(raster.region)[0], COLOURS)


def test_nodata_and_transparent_entries_are_not_valid(palette_raster, make_raster, tmp_path):
    with open_raster(palette_raster(nodata=3)) as raster:
        pixels, valid = raster.read(raster.region)
        np.testing.assert_array_equal(valid, np.broadcast_to(INDICES != 3, valid.shape))
        assert raster.profile.has_mask and raster.profile.nodata is None
        np.testing.assert_array_equal(pixels[valid], COLOURS[valid])
    with rasterio.open(palette_raster("b.tif")) as dataset, rasterio.MemoryFile() as file:
        with file.open(**{**dataset.profile, "driver": "PNG", "tiled": False}) as png:
            png.write(INDICES)
            png.write_colormap(1, {**TABLE, 2: (7, 8, 9, 0)})
        (tmp_path / "c.png").write_bytes(file.getbuffer())
    with open_raster(tmp_path / "c.png") as raster:
        pixels, valid = raster.read(raster.region)
        np.testing.assert_array_equal(valid, np.broadcast_to(INDICES != 2, valid.shape))
        np.testing.assert_array_equal(pixels[valid], COLOURS[valid])


def test_a_mask_holds_too(make_raster):
    mask = np.ones(INDICES.shape[1:], bool)
    mask[4:9] = False
    path = paint(make_raster(pixels=INDICES, mask=mask))
    with open_raster(path) as raster:
        np.testing.assert_array_equal(raster.read(raster.region)[1], np.broadcast_to(mask, COLOURS.shape))


def test_a_band_that_is_only_called_a_palette_is_refused(make_raster):
    path = make_raster(pixels=np.concatenate([INDICES] * 3))
    with rasterio.open(path, "r+") as dataset:
        dataset.colorinterp = [ColorInterp.palette, ColorInterp.undefined, ColorInterp.undefined]
    with pytest.raises(InputError, match="save it with its colours as bands"), open_raster(path):
        pass


def test_nodata_of_the_layer_is_that_of_the_values_and_not_of_the_colours(palette_raster):
    path = palette_raster()
    with open_raster(RasterPath.of(LayerNodata(path=str(path), ranges=(((1, 2),),)))) as raster:
        expected = (INDICES < 1) | (INDICES > 2)
        np.testing.assert_array_equal(raster.read(raster.region)[1], np.broadcast_to(expected, COLOURS.shape))
    path = palette_raster("b.tif", nodata=3)
    with open_raster(RasterPath.of(LayerNodata(path=str(path), unused=(1,)))) as raster:
        pixels, valid = raster.read(raster.region)
        assert valid.all()
        np.testing.assert_array_equal(pixels, COLOURS)
