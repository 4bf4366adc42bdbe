"""Formats, space and names of tiles: what is written is what is read, and lies where it should."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS

from sr_core.datasets.splits import SPLITS
from sr_core.datasets.tileset import TileSet
from sr_core.errors import InputError

from ..conftest import textured_pixels
from ..support.export_runs import GRID, ROTATED, everything, offset, refused, run

SUFFIX = {"png": ".png", "jpeg": ".jpg"}


def files(tiles):
    return sorted(path.relative_to(tiles.folder) for path in tiles.folder.rglob("*.*"))


@pytest.mark.parametrize("bands", (1, 3, 4))
@pytest.mark.parametrize("transform", (GRID, ROTATED), ids=("north-up", "rotated"))
def test_png_loses_nothing_and_lies_in_its_place(tmp_path, make_raster, bands, transform):
    path = make_raster(bands=bands, dtype="uint8", size=(64, 72), transform=transform)
    with rasterio.open(path, "r+") as source:
        source.set_band_description(1, "red & <more>")
    plain, _ = run(tmp_path, path, "plain", stride=16)
    png, _ = run(tmp_path, path, "png", stride=16, format="png")
    assert png.info.file_format == "png" and png.info.splits == plain.info.splits
    assert not list(png.folder.rglob("*.tif"))
    for (split, name, hr, lr), (*_, png_hr, png_lr) in zip(everything(plain), everything(png), strict=True):
        for tiff, picture in ((hr, png_hr), (lr, png_lr)):
            assert picture.driver == "PNG" and (picture.read() == tiff.read()).all()
            assert picture.crs == tiff.crs and picture.transform.almost_equals(tiff.transform, 1e-6)
            assert picture.descriptions == tiff.descriptions
        for a, b in zip(plain.read(split, name), png.read(split, name), strict=True):
            assert np.array_equal(a, b)


def test_the_world_file_is_enough(tmp_path, make_raster):
    """Programs without GDAL know but that."""
    png, _ = run(
        tmp_path, make_raster(bands=1, dtype="uint8", transform=ROTATED), split=(0, 0, 100), format="png"
    )
    for path in png.folder.rglob("*.aux.xml"):
        path.unlink()
    for _, name, hr, _ in everything(png):
        row, col = offset(name)
        assert hr.crs is None
        assert hr.transform.almost_equals(ROTATED * Affine.translation(col, row), 1e-6)


def test_jpeg_is_nearly_the_same(tmp_path, make_raster):
    path = make_raster(bands=3, dtype="uint8", pixels=(textured_pixels(1, 64, 72, "uint8") // 2).repeat(3, 0))
    plain, _ = run(tmp_path, path, "plain", tile_size=32, split=(0, 0, 100))
    jpeg, _ = run(tmp_path, path, "jpeg", tile_size=32, split=(0, 0, 100), format="jpeg")
    for (split, name, hr, _), (*_, picture, lr) in zip(everything(plain), everything(jpeg), strict=True):
        assert picture.driver == lr.driver == "JPEG"
        assert picture.transform == hr.transform and picture.crs == hr.crs
        off = picture.read().astype(int) - hr.read()
        assert 0 < np.abs(off).mean() < 2
        assert jpeg.read(split, name).valid.all()


@pytest.mark.parametrize("format", ("tiff", "png", "jpeg"))
def test_in_pixel_space_tiles_do_not_say_where_they_lie(tmp_path, make_raster, format):
    path = make_raster(bands=3, dtype="uint8")
    tiles, _ = run(tmp_path, path, space="pixel", split=(0, 0, 100), format=format)
    for *_, hr, lr in everything(tiles):
        assert hr.transform == lr.transform == Affine.identity()
        assert hr.crs is None and lr.crs is None
    suffix = SUFFIX.get(format, ".tif")
    assert {path.suffix for path in files(tiles)} == {suffix, ".json"}


@pytest.mark.parametrize("format", ("tiff", "png"))
def test_tiles_are_numbered(tmp_path, make_raster, format):
    path = make_raster("site.v2.tif", bands=3, dtype="uint8", size=(64, 72))
    placed, _ = run(tmp_path, path, "placed", format=format)
    numbered, _ = run(tmp_path, path, "numbered", format=format, start_index=95)
    names = [name for split in SPLITS for name in numbered.names(split)]
    assert sorted(names) == [f"{95 + i:09d}" for i in range(len(names))]
    assert len(files(placed)) == len(files(numbered))
    for split in SPLITS:  # only their names are others
        for a, b in zip(placed.names(split), numbered.names(split), strict=True):
            assert all(
                np.array_equal(x, y)
                for x, y in zip(placed.read(split, a), numbered.read(split, b), strict=True)
            )
    if format == "png":
        with rasterio.open(numbered.path("train", "hr", numbered.names("train")[0])) as hr:
            assert hr.crs == CRS.from_epsg(32633)


def test_noise_does_not_depend_on_the_number(tmp_path, make_raster):
    path, noisy = make_raster(size=(64, 72)), {"id": "bicubic", "noise": [0.01]}
    a, b = (
        run(tmp_path, path, f"{n}", degradation=noisy, start_index=n, split=(0, 0, 100))[0] for n in (0, 7)
    )
    assert (a.read("test", "000000000").lr == b.read("test", "000000007").lr).all()


def test_numbered_exports_lie_together_and_are_read(tmp_path, make_raster):
    """Without tileset.json the folder is one that somebody has laid out."""
    first, _ = run(tmp_path, make_raster("a.tif", size=(96, 96)), "a", start_index=0)
    east = GRID * Affine.translation(500, 0)
    n = sum(len(first.names(split)) for split in SPLITS)
    second, _ = run(tmp_path, make_raster("b.tif", size=(96, 96), transform=east), "b", start_index=n)
    for path in second.folder.rglob("*.tif"):
        path.rename(first.folder / path.relative_to(second.folder))
    (first.folder / "tileset.json").unlink()
    both = TileSet.open(first.folder)
    assert sum(len(both.names(split)) for split in SPLITS) == 2 * n
    assert set(both.names("test")) == {
        f"test/{name}" for each in (first, second) for name in each.names("test")
    }


def test_a_lost_picture_is_missed(tmp_path, make_raster):
    tiles, _ = run(tmp_path, make_raster(bands=3, dtype="uint8"), split=(0, 0, 100), format="png")
    tiles.path("test", "lr", tiles.names("test")[0]).unlink()
    with pytest.raises(InputError, match="lacks 1 of its files, such as test/lr/"):
        TileSet.open(tiles.folder)


@pytest.mark.parametrize(
    ("raster", "options", "says"),
    [
        ({"dtype": "uint16"}, {"format": "png"}, r"FORMAT png is for rasters of 8-bit pixels \(uint8\), and these are uint16"),
        ({"dtype": "float32"}, {"format": "jpeg"}, "FORMAT jpeg is for rasters of 8-bit pixels"),
        ({"dtype": "uint8"}, {"format": "png"}, "FORMAT png is for 1, 3 or 4 bands, and there are 2"),
        ({"dtype": "uint8", "bands": 4}, {"format": "jpeg"}, "FORMAT jpeg is for 1 or 3 bands, and there are 4"),
        ({"dtype": "uint8", "bands": 3}, {"format": "png", "min_valid": 0.5}, "leave MIN_VALID at 1"),
        ({}, {"format": "gif"}, "FORMAT does not fit"),
        ({}, {"space": "time"}, "SPACE does not fit"),
        ({}, {"start_index": -1}, "START_INDEX does not fit"),
    ],
)  # fmt: skip
def test_what_cannot_be(tmp_path, make_raster, raster, options, says):
    refused(tmp_path, says, make_raster(**raster), **options)
