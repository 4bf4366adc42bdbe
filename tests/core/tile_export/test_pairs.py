"""Tiles whose low-resolution side is a raster of its own."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine

from sr_core.datasets.lr_origin import Observed

from ..support.export_runs import GRID, ROTATED, everything, logs, offset, refused, run


@pytest.fixture
def pair(make_raster):
    """An HR raster, and another of the same place whose pixels are `scale` times as large and begin `start` HR pixels
    from HR's corner."""

    def make(scale=2, start=(0, 0), size=(40, 48), transform=GRID, lr_transform=None, bands=2, **profile):
        lr_transform = lr_transform or transform * Affine.translation(*start) * Affine.scale(scale)
        hr = make_raster("hr.tif", size=(80, 96), transform=transform, bands=2)
        return hr, make_raster("lr.tif", size=size, transform=lr_transform, **{"bands": bands, **profile})

    return make


@pytest.mark.parametrize(
    ("start", "transform"),
    [((0, 0), GRID), ((3, 5), GRID), ((-7, -4), GRID), ((3, 5), ROTATED)],
    ids=("0-0", "3-5", "-7--4", "3-5-rotated"),
)
def test_lr_pixels_are_taken_as_they_are(tmp_path, pair, start, transform):
    """Whatever whole number of HR pixels LR begins at, pairs are cut where the corners of both coincide."""
    hr_path, lr_path = pair(start=start, transform=transform)
    tiles, steps = run(tmp_path, hr_path, input_lr=str(lr_path), split=(0, 0, 100))
    assert tiles.info.degradation == Observed(resampled=False) and tiles.info.lr_source == str(lr_path)
    assert "as they are" in logs(steps)
    with rasterio.open(lr_path) as source:
        pixels = source.read()
    for _, name, hr, lr in everything(tiles):
        row, col = offset(name)
        lr_row, lr_col = (row - start[1]) / 2, (col - start[0]) / 2
        assert lr_row.is_integer() and lr_col.is_integer()
        lr_row, lr_col = int(lr_row), int(lr_col)
        assert (lr.read() == pixels[:, lr_row : lr_row + 8, lr_col : lr_col + 8]).all()
        assert lr.transform.c == pytest.approx(hr.transform.c) and lr.transform.f == pytest.approx(
            hr.transform.f
        )
    assert len(tiles.names("test")) >= 60


SOUTH_UP = GRID * Affine.translation(0, 96) * Affine.scale(2, -2)


@pytest.mark.parametrize(
    "lr_transform",
    [
        GRID * Affine.translation(0.6, -0.3) * Affine.scale(2),
        GRID * Affine.scale(2.004),  # 1 in 500: an eighth of a pixel at the far end
        GRID * Affine.translation(3, -3) * Affine.rotation(4) * Affine.scale(2),
        SOUTH_UP,
    ],
    ids=("shifted", "drifting", "rotated", "south-up"),
)
def test_lr_off_the_lattice_is_resampled(tmp_path, make_raster, lr_transform):
    """A smooth surface, sampled on either grid, is the same surface again after LR was moved onto HR's lattice."""

    def surface(transform, height, width):
        rows, cols = np.mgrid[:height, :width] + 0.5
        x, y = transform * (cols, rows)
        return (5000 + 2 * (x - 500_000) + 0.3 * (5e6 - y) + 800 * np.sin(x / 120))[None].astype(np.uint16)

    hr_path = make_raster("hr.tif", surface(GRID, 96, 120), transform=GRID)
    lr_path = make_raster("lr.tif", surface(lr_transform, 48, 60), transform=lr_transform)
    tiles, steps = run(tmp_path, hr_path, input_lr=str(lr_path), stride=16, split=(0, 0, 100))
    assert tiles.info.degradation == Observed(resampled=True) and "resampled by cubic" in logs(steps)
    for *_, lr in everything(tiles):
        expected = surface(lr.transform, 8, 8)[0].astype(float)
        assert np.abs(lr.read(1)[2:-2, 2:-2] - expected[2:-2, 2:-2]).max() < 8  # of a slope of 40 a pixel
    assert len(tiles.names("test")) >= 20


def test_resampled_lr_of_test_tiles_knows_nothing_of_training_land(tmp_path, make_raster):
    lr_transform = GRID * Affine.translation(0.5, 0.5) * Affine.scale(2)
    hr_path = make_raster("hr.tif", size=(160, 160))
    lr_path = make_raster("lr.tif", size=(80, 80), transform=lr_transform)
    options = {"input_lr": str(lr_path), "stride": 16}
    tiles, _ = run(tmp_path, hr_path, **options)
    with rasterio.open(lr_path, "r+") as source:
        pixels = source.read()
        centres = np.zeros((80, 80), bool)
        for row, col in map(offset, tiles.require("test")):
            centres[row // 2 : row // 2 + 8, col // 2 : col // 2 + 8] = True
        source.write(np.where(centres, pixels, 1).astype("uint16"))
    again, _ = run(tmp_path, hr_path, "again", **options)
    assert again.names("test") == tiles.names("test")
    for name in tiles.names("test"):
        assert (again.read("test", name).lr == tiles.read("test", name).lr).all()


def test_gaps_of_lr_count(tmp_path, pair):
    hr_path, lr_path = pair(nodata=0)
    with rasterio.open(lr_path, "r+") as source:
        pixels = source.read()
        pixels[1, 20:30] = 0
        source.write(pixels)
    tiles, _ = run(tmp_path, hr_path, input_lr=str(lr_path), split=(0, 0, 100))
    assert all(row + 16 <= 40 or row >= 60 for row, _ in map(offset, tiles.names("test")))


@pytest.mark.parametrize(
    "options, says",
    [
        ({"scale": 3.1}, r"3\.1 × 3\.1 times as large .* SCALE 2, .*: set SCALE to 3\.$"),
        ({"scale": 4}, r"4 × 4 times as large .*: set SCALE to 4\.$"),
        ({"lr_transform": GRID * Affine.scale(2, 9)}, r"2 × 9 times .*: set SCALE to 8\.$"),
        ({"scale": 13}, r"13 × 13 times .* too coarse for any SCALE"),
        ({"scale": 1}, r"1 × 1 times .* swap the two"),
        ({"crs": 'LOCAL_CS["site",UNIT["metre",1]]'}, "coordinate reference systems .* cannot be related"),
        ({"crs": "EPSG:32601"}, "do not overlap|cannot be related"),
        ({"bands": 3}, "2 bands and .* 3"),
        ({"dtype": "uint8"}, "uint16 and .* uint8: set HARMONISE"),
        ({"start": (500, 0)}, "do not overlap"),
    ],
)
def test_pairs_that_do_not_fit(tmp_path, pair, options, says):
    hr_path, lr_path = pair(**options)
    refused(tmp_path, says, hr_path, input_lr=str(lr_path))


def test_bands_of_a_pair(tmp_path, pair):
    hr_path, lr_path = pair(bands=3)
    tiles, _ = run(tmp_path, hr_path, input_lr=str(lr_path), bands=(2,), split=(0, 0, 100))
    assert len(tiles.info.bands) == 1
    refused(tmp_path, "no band 3", hr_path, input_lr=str(lr_path), bands=(3,))
