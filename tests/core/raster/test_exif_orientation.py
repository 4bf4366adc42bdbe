"""Photos that are stored turned or mirrored are read upright; where they lie is where QGIS shows them."""

from __future__ import annotations

import contextlib
import io
import struct

import numpy as np
import pytest
import rasterio
from affine import Affine
from PIL import Image, ImageOps
from rasterio.windows import Window

from sr_core.parameter_types import Extent
from sr_core.raster import exif_orientation
from sr_core.raster.ground_control import PIXEL_GRID, is_placed, is_turned
from sr_core.raster.pixel_windows import find_window
from sr_core.raster.raster_reader import open_raster

HEIGHT, WIDTH = 24, 40
NAMES = ("a.jpg", "a.tif", "a.png", "a.webp")


def write(path, orientation, bands=3, **options):
    """Write a picture with an EXIF orientation; return it as every image viewer shows it, (b, h, w)."""
    rows, cols = np.mgrid[:HEIGHT, :WIDTH]
    stored = np.stack([cols * 5, rows * 9, cols + rows], axis=-1).astype("uint8")
    if path.suffix == ".tif":
        options |= {"tiffinfo": {274: orientation}}
    else:
        exif = Image.Exif()
        exif[274] = orientation
        options |= (
            {"exif": exif, "quality": 100, "lossless": True} if path.suffix == ".webp" else {"exif": exif}
        )
    Image.fromarray(stored).save(path, **options)
    with Image.open(path) as image:
        return np.asarray(ImageOps.exif_transpose(image)).transpose(2, 0, 1)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_read_upright_in_whole_and_in_parts(tmp_path, name, orientation):
    upright = write(tmp_path / name, orientation)
    with open_raster(tmp_path / name) as raster:
        assert raster.box.shape == upright.shape[1:]
        pixels, valid = raster.read(raster.region)
        assert np.abs(pixels.astype(int) - upright).max() <= (6 if name == "a.jpg" else 0)
        assert valid.all()
        part = Window(3, 5, 7, 11)
        np.testing.assert_array_equal(raster.read(part)[0], pixels[:, 5:16, 3:10])
        small = raster.dataset.read([1, 2], window=part, out_shape=(2, 22, 14))
        np.testing.assert_array_equal(small, pixels[:2, 5:16, 3:10].repeat(2, 1).repeat(2, 2))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_lies_where_qgis_shows_it(tmp_path, orientation):
    """QGIS shows the stored pixels: columns from 0 to the right, and rows from 0 downwards."""
    write(tmp_path / "a.tif", orientation)
    with rasterio.open(tmp_path / "a.tif") as dataset:
        stored = dataset.read(1)
    with open_raster(tmp_path / "a.tif") as raster:
        box = raster.box
        assert box.boundingbox.bbox == (0, -HEIGHT, WIDTH, 0)
        pixels = raster.read(raster.region)[0][0]
        for row, col in ((0, 0), (2, 7), (pixels.shape[0] - 1, 4)):
            x, y = box.affine * (col + 0.5, row + 0.5)
            assert pixels[row, col] == stored[int(-y), int(x)]
        # EXTENT as QGIS' map has it.
        window = find_window(Extent(bounds=(10, -9, 14, -3), crs=None), raster)
        found, expected = raster.read(window)[0][0], stored[3:9, 10:14]
        assert sorted(found.ravel()) == sorted(expected.ravel())
        assert is_turned(box.affine) == (orientation != 1) and not is_placed(box.affine)


@pytest.mark.parametrize("placed", ("transform", "world file", "crs", "gcps"))
def test_a_raster_with_a_georeference_lies_as_that_says(tmp_path, placed):
    path = tmp_path / ("a.jpg" if placed == "world file" else "a.tif")
    write(path, 6)
    if placed == "world file":
        path.with_suffix(".jgw").write_text("2\n0\n0\n-2\n500001\n4999999\n")
    else:
        gcps = [
            rasterio.control.GroundControlPoint(row, col, 5e5 + col, 5e6 - row)
            for row, col in ((0, 0), (0, 9), (9, 0))
        ]
        with rasterio.open(path, "r+") as dataset:
            if placed == "transform":
                dataset.transform = Affine(2, 0, 5e5, 0, -2, 5e6)
            elif placed == "crs":
                dataset.crs = "EPSG:32633"
            else:
                dataset.gcps = (gcps, rasterio.crs.CRS.from_epsg(32633))
    with open_raster(path) as raster:
        assert raster.box.shape == (HEIGHT, WIDTH)


@pytest.mark.parametrize("orientation", (0, 9, 300))
def test_an_orientation_that_there_is_not_changes_nothing(tmp_path, orientation):
    write(tmp_path / "a.tif", orientation)
    with open_raster(tmp_path / "a.tif") as raster:
        assert raster.box.shape == (HEIGHT, WIDTH)


def test_a_file_that_is_cut_off_or_has_a_senseless_directory_is_no_reason_to_fail(tmp_path):
    write(tmp_path / "a.tif", 6)
    whole = (tmp_path / "a.tif").read_bytes()
    for length in (0, 3, 7, 9, 11, 40):
        (tmp_path / "b").write_bytes(whole[:length])
        for read in (exif_orientation._in_tiff, exif_orientation._in_png, exif_orientation._in_webp):
            with (tmp_path / "b").open("rb") as file, contextlib.suppress(struct.error):
                assert read(file) in (1, 6)


def test_grids_on_the_ground_are_not_taken_for_turned_photos():
    for affine in (
        Affine(1, 0, 500_000, 0, -1, 5_000_000),
        Affine(1, 0, -180, 0, 1, -90),
        Affine(0.5, 0, 0, 0, 0.5, -90),
        Affine.translation(5e5, 5e6) * Affine.rotation(90) * Affine.scale(10, -10),
    ):
        assert is_placed(affine) and not is_turned(affine)
    assert not is_turned(PIXEL_GRID)


@pytest.mark.parametrize("order", ("<", ">"))
@pytest.mark.parametrize("is_big", (False, True))
def test_tiff_of_either_byte_order_and_size(order, is_big):
    mark = b"II" if order == "<" else b"MM"
    tag, other = (struct.pack(order + "HH", number, 3) for number in (274, 256))
    if is_big:
        head = mark + struct.pack(order + "HHHQQ", 43, 8, 0, 16, 2)
        entries = [
            kind + struct.pack(order + "QHHI", 1, value, 0, 0) for kind, value in ((other, 40), (tag, 8))
        ]
    else:
        head = mark + struct.pack(order + "HIH", 42, 8, 2)
        entries = [kind + struct.pack(order + "IHH", 1, value, 0) for kind, value in ((other, 40), (tag, 8))]
    assert exif_orientation._in_tiff(io.BytesIO(head + b"".join(entries))) == 8
    assert exif_orientation._in_tiff(io.BytesIO(head + entries[0] * 2)) == 1
