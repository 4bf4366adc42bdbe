"""Tiles from photos that a camera stored on their side, and from pairs of rasters of different land."""

from __future__ import annotations

import re

import numpy as np
import pytest
import rasterio
from PIL import Image
from rasterio.transform import from_origin

from sr_core.datasets.tileset import TileSet
from sr_core.jobs import Job

from ..support.export_runs import GRID, logs, run
from ..support.external_folders import image
from ..support.small_packages import make_package
from ..support.small_trainings import log_lines, run_to_end

SIDEWAYS = 6
"""EXIF orientation of a photo that is turned clockwise to be upright."""


def photo(path, upright, orientation=SIDEWAYS):
    """Save an image (h, w, 3) as a camera held sideways does."""
    exif = Image.Exif()
    exif[274] = orientation
    Image.fromarray(np.rot90(upright, 1).copy() if orientation == SIDEWAYS else upright).save(path, exif=exif)


def picture(height, width, seed=0):
    """Texture at several scales (h, w, 3), which looks different from every side."""
    rng = np.random.default_rng(seed)
    parts = [rng.uniform(0, 60, (height // n, width // n, 3)).repeat(n, 0).repeat(n, 1) for n in (1, 4, 8)]
    return sum(parts).astype("uint8")


def test_tiles_of_a_photo_are_upright(tmp_path):
    upright = picture(64, 96)
    photo(tmp_path / "a.png", upright)
    tiles, steps = run(tmp_path, tmp_path / "a.png", stride=16, split=(0, 0, 100))
    assert "1 rasters are photos that are stored rotated or mirrored" in logs(steps)
    for name in tiles.names("test"):
        row, col = map(int, name.split("_")[-2:])
        with rasterio.open(tiles.path("test", "hr", name)) as tile:
            expected = upright.transpose(2, 0, 1)[:, row : row + 16, col : col + 16]
            np.testing.assert_array_equal(tile.read(), expected)


def test_a_pair_of_which_one_side_is_stored_turned_is_a_pair(tmp_path):
    for i in range(6):
        upright = picture(64, 64, i)
        (tmp_path / "pairs/hr").mkdir(parents=True, exist_ok=True)
        photo(tmp_path / f"pairs/hr/p{i}.png", upright)
        small = upright.reshape(32, 2, 32, 2, 3).mean((1, 3)).astype("uint8")
        image(tmp_path / f"pairs/lr/p{i}", small.transpose(2, 0, 1), suffix="png")
    steps, tiles = run_to_end(TileSet.open_with_progress(tmp_path / "pairs"))
    assert "different land" not in "\n".join(log_lines(steps))
    pair = tiles.read("train", tiles.names("train")[0])
    expected = picture(64, 64, int(tiles.names("train")[0][-1])).transpose(2, 0, 1)
    np.testing.assert_allclose(pair.hr, expected * tiles.info.radiometry.gain[0], rtol=1e-6)


def test_a_photo_that_only_says_so_in_the_pair_is_noticed(tmp_path):
    """Its tag was lost, so that one side lies turned by a quarter."""
    for i in range(6):
        upright = picture(64, 64, i)
        small = upright.reshape(32, 2, 32, 2, 3).mean((1, 3)).astype("uint8")
        image(tmp_path / f"pairs/hr/p{i}", upright.transpose(2, 0, 1), suffix="png")
        turned = np.rot90(small) if i == 2 else small
        image(tmp_path / f"pairs/lr/p{i}", turned.transpose(2, 0, 1), suffix="png")
    text = "\n".join(log_lines(run_to_end(TileSet.open_with_progress(tmp_path / "pairs"))[0]))
    assert "the two sides of 1 of 6 pairs" in text and ": p2." in text


@pytest.mark.parametrize("other", (False, True))
def test_rasters_of_the_same_place_that_show_other_land_are_noticed(tmp_path, make_raster, other):
    upright = picture(256, 256)
    shown = picture(256, 256, 1) if other else upright
    small = shown.reshape(128, 2, 128, 2, 3).mean((1, 3)).astype("uint8")
    hr = make_raster("hr.tif", upright.transpose(2, 0, 1), transform=GRID)
    lr = make_raster("lr.tif", small.transpose(2, 0, 1), transform=GRID * GRID.scale(2))
    options = {"tile_size": 64, "stride": 64, "split": (0, 0, 100)}
    _, steps = run(tmp_path, hr, input_lr=str(lr), **options)
    assert (
        bool(re.search(r"the two sides of 1\d of 16 pairs seem to show different land", logs(steps))) == other
    )


@pytest.mark.parametrize("placed", (False, True))
def test_a_result_of_a_photo_is_upright_and_lies_on_it(tmp_path, placed):
    """As QGIS shows the photo, whose tag it ignores; of a raster with a place on the map, so does this."""
    upright = picture(32, 48)
    photo(tmp_path / "a.png", upright)
    stored = np.rot90(upright, 1)
    Image.fromarray(upright).save(tmp_path / "b.png")
    if placed:
        (tmp_path / "a.pgw").write_text("1\n0\n0\n-1\n500000.5\n4999999.5\n")
        Image.fromarray(stored.copy()).save(tmp_path / "b.png")
    model, results = tmp_path / "m.srpk", []
    three = {"bands": ("", "", ""), "mean": (0.3,) * 3, "std": (0.2,) * 3, "dtype": "uint8"}
    make_package(**three, radiometry={"gain": (1 / 255,) * 3, "offset": (0,) * 3}).save(model)
    for name in ("a", "b"):
        values = {"input": str(tmp_path / f"{name}.png"), "output": str(tmp_path / f"{name}.tif")}
        job = Job.load({"id": "classify_pixels", "model": str(model), "device": "cpu", **values})
        lines = log_lines(run_to_end(job.run())[0])
        assert any("EXIF" in line for line in lines) == (name == "a" and not placed)
        with rasterio.open(tmp_path / f"{name}.tif") as dataset:
            results.append((dataset.read(), dataset.bounds))
            assert "EXIF_Orientation" not in dataset.tags()
    np.testing.assert_array_equal(results[0][0], results[1][0])
    height, width = stored.shape[:2]
    expected = (0, -height, width, 0)
    if placed:
        place = from_origin(500_000, 5_000_000, 1, 1)
        expected = (place.c, place.f - height, place.c + width, place.f)
    assert tuple(results[0][1]) == expected
