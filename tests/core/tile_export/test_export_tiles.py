"""Tiles from one raster: what they hold, how they are divided, and what is refused."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import ColorInterp

from sr_core.datasets.splits import SPLITS
from sr_core.degradations.bicubic import Bicubic
from sr_core.jobs import Progress
from sr_core.raster import undeclared_nodata
from sr_core.raster.downsampling import downsample
from sr_core.raster.raster_reader import Raster

from ..support.export_runs import GRID, ROTATED, everything, logs, offset, refused, run


@pytest.mark.parametrize("transform", (GRID, ROTATED), ids=("north-up", "rotated"))
@pytest.mark.parametrize(
    "dtype, bands", [("uint8", 3), ("uint16", 4), ("int16", 1), ("float32", 2), ("uint16", 16)]
)
def test_tiles_are_windows_of_the_raster(tmp_path, make_raster, dtype, bands, transform):
    path = make_raster(bands=bands, dtype=dtype, size=(83, 107), transform=transform)
    with rasterio.open(path, "r+") as source:
        source.set_band_description(1, "first band")
        pixels = source.read()
    tiles, steps = run(tmp_path, path)
    assert tiles.info.bands == ("first band",) + ("",) * (bands - 1)
    assert (tiles.info.dtype, tiles.info.scale, tiles.info.nodata) == (dtype, 2, None)
    assert tiles.info.degradation == Bicubic()
    assert (
        tiles.info.sources[0].paths == (str(path),)
        and CRS.from_wkt(tiles.info.sources[0].crs).to_epsg() == 32633
    )
    for _, name, hr, lr in everything(tiles):
        row, col = offset(name)
        assert (hr.read() == pixels[:, row : row + 16, col : col + 16]).all()
        assert hr.transform.almost_equals(transform * Affine.translation(col, row), 1e-6)
        assert lr.transform.almost_equals(hr.transform * Affine.scale(2), 1e-6)
        assert hr.shape == (16, 16) and lr.shape == (8, 8)
        assert hr.crs == lr.crs == CRS.from_epsg(32633)
        assert hr.descriptions == lr.descriptions == ("first band",) + (None,) * (bands - 1)
        assert hr.dtypes == lr.dtypes == (dtype,) * bands
    progress = [step for step in steps if isinstance(step, Progress)]
    assert progress[-1].fraction == 1 and progress[-1].values["done"] == progress[-1].values["total"]
    assert [step.fraction for step in progress] == sorted(step.fraction for step in progress)


def test_splits_share_no_pixel(tmp_path, make_raster):
    tiles, _ = run(
        tmp_path, make_raster(size=(201, 333)), scale=3, tile_size=24, stride=9, split=(60, 20, 20)
    )
    seen = {}
    for split in SPLITS:
        canvas = np.zeros((201, 333), bool)
        for row, col in map(offset, tiles.require(split)):
            canvas[row : row + 24, col : col + 24] = True
        seen[split] = canvas
    assert not any((seen[a] & seen[b]).any() for a, b in itertools.combinations(SPLITS, 2))


def test_test_tiles_know_nothing_of_training_land(tmp_path, make_raster):
    """Change every pixel that is not in a test tile's block: HR and LR of the test tiles stay as they are."""
    path = make_raster(size=(160, 160))
    tiles, _ = run(tmp_path, path, tile_size=16, stride=16)  # 100 tiles in blocks of at most 5
    with rasterio.open(path, "r+") as source:
        pixels = source.read()
        own = np.zeros(pixels.shape[1:], bool)
        for row, col in map(offset, tiles.require("test")):
            own[row : row + 16, col : col + 16] = True
        source.write(np.where(own, pixels, 30_000).astype("uint16"))
    again, _ = run(tmp_path, path, "again", tile_size=16, stride=16)
    assert again.names("test") == tiles.names("test")
    for name in tiles.names("test"):
        for a, b in zip(tiles.read("test", name), again.read("test", name), strict=True):
            assert np.array_equal(a, b)


def test_statistics_are_of_the_training_tiles(tmp_path, make_raster):
    path = make_raster(size=(120, 130), dtype="float32", nodata=-1)
    with rasterio.open(path, "r+") as source:
        pixels = source.read()
        pixels[:, 40:44, 40:90] = -1
        source.write(pixels)
    tiles, _ = run(tmp_path, path, min_valid=0.1, split=(50, 0, 50), gain=(2,), offset=(1, 5))
    pairs = [tiles.read("train", name) for name in tiles.names("train")]
    assert not all(pair.valid.all() for pair in pairs)
    for b in range(2):
        values = np.concatenate([hr[b][hr_valid[b]] for hr, hr_valid in map(stored, everything(tiles))])
        values = values * 2 + (1, 5)[b]
        found = [getattr(tiles.info.statistics, key)[b] for key in ("mean", "std", "minimum", "maximum")]
        assert found == pytest.approx([values.mean(), values.std(), values.min(), values.max()], rel=1e-4)
    lowest, highest = min(tiles.info.statistics.minimum), max(tiles.info.statistics.maximum)
    assert tiles.info.data_range == pytest.approx(highest - lowest)


def stored(item):
    """HR pixels of a training tile and which are valid; nothing of others."""
    split, _, hr, _ = item
    pixels, valid = hr.read().astype(float), hr.read_masks() > 0
    return (pixels, valid) if split == "train" else (pixels, valid & False)


def test_statistics_without_training_tiles(tmp_path, make_raster):
    tiles, _ = run(tmp_path, make_raster(), split=(0, 0, 100))
    assert tiles.names("train") == tiles.names("val") == () and tiles.info.statistics.maximum[0] > 0.5
    assert not (tiles.folder / "train").exists()


def test_the_same_again(tmp_path, make_raster):
    path = make_raster(size=(150, 150))
    first, _ = run(tmp_path, path)
    second, _ = run(tmp_path, path, "again")
    assert first.info == second.info


@pytest.mark.parametrize("crs", (None, CRS.from_proj4("+proj=laea +lat_0=47 +lon_0=8 +x_0=1 +ellps=GRS80")))
def test_any_crs(tmp_path, make_raster, crs):
    tiles, _ = run(tmp_path, make_raster(crs=crs), split=(0, 0, 100))
    assert all(hr.crs == crs and lr.crs == crs for *_, hr, lr in everything(tiles))
    assert (tiles.info.sources[0].crs is None) == (crs is None)


def test_bands_in_the_order_asked(tmp_path, make_raster):
    path = make_raster(bands=4)
    tiles, _ = run(tmp_path, path, bands=(4, 2), split=(0, 0, 100))
    with rasterio.open(path) as source:
        pixels = source.read([4, 2])
    for _, name, hr, _ in everything(tiles):
        row, col = offset(name)
        assert (hr.read() == pixels[:, row : row + 16, col : col + 16]).all()


def test_a_fourth_band_is_not_alpha(tmp_path, make_raster):
    pixels = np.random.default_rng(0).integers(1, 255, (4, 64, 64)).astype(np.uint8)
    path = make_raster(pixels=pixels, photometric="RGB", alpha="YES")
    with rasterio.open(path) as source:
        assert source.colorinterp[3] == ColorInterp.alpha
    tiles, _ = run(tmp_path, path, split=(0, 0, 100))
    assert len(tiles.info.bands) == 4
    for *_, hr, lr in everything(tiles):
        assert hr.count == lr.count == 4 and hr.colorinterp[0] == ColorInterp.red
        assert ColorInterp.alpha not in hr.colorinterp + lr.colorinterp
    assert all(tiles.read("test", name).valid.all() for name in tiles.names("test"))


@pytest.mark.parametrize(
    "dtype, nodata, masked",
    [("uint16", 0, False), ("uint16", 65535, False), ("float32", float("nan"), False), ("float32", None, False),
     ("uint8", None, True)],
)  # fmt: skip
def test_gaps(tmp_path, make_raster, dtype, nodata, masked):
    """Tiles with gaps are left out, or kept with their gaps marked, HR and LR."""
    pixels = np.random.default_rng(0).integers(100, 200, (2, 64, 64)).astype(dtype)
    valid = np.ones((64, 64), bool)
    valid[:, 20:45] = False
    pixels[:, ~valid] = np.array(np.nan if nodata is None and dtype == "float32" else nodata or 0).astype(
        dtype
    )
    path = make_raster(pixels=pixels, nodata=nodata, mask=valid if masked else None)
    strict, steps = run(tmp_path, path, split=(0, 0, 100))
    assert all(valid[row : row + 16, col : col + 16].all() for row, col in map(offset, strict.names("test")))
    assert "tiles are left out" in logs(steps)
    loose, _ = run(tmp_path, path, "loose", split=(0, 0, 100), min_valid=0.3)
    for _, name, hr, lr in everything(loose):
        row, col = offset(name)
        here = valid[row : row + 16, col : col + 16]
        assert ((hr.read_masks(1) > 0) == here).all() or np.isnan(hr.read(1)[~here]).all()
        assert np.isin(hr.read(1)[here], pixels).all()
        pair = loose.read("test", name)
        _, expected = downsample(pixels[:, row : row + 16, col : col + 16], np.stack([here] * 2), 2)
        assert (pair.valid[:, ::2, ::2] | ~expected | ~here[::2, ::2]).all()
        low, high = (value * loose.info.radiometry.gain[0] for value in (60, 240))
        assert (pair.lr > low).all() and (pair.lr < high).all()  # neither NaN nor nodata, and no bleeding
        assert lr.nodata == hr.nodata or np.isnan([lr.nodata, hr.nodata]).all()
    assert len(loose.names("test")) > len(strict.names("test"))
    everywhere, _ = run(tmp_path, path, "everywhere", split=(0, 0, 100), min_valid=0)
    assert all(everywhere.read("test", name).valid.any() for name in everywhere.names("test"))


def test_no_valid_tile(tmp_path, make_raster):
    refused(tmp_path, "MIN_VALID", make_raster(pixels=np.zeros((1, 64, 64), np.uint16), nodata=0))


@pytest.mark.parametrize("crs", (None, "raster", "EPSG:4326"))
def test_extent(tmp_path, make_raster, crs):
    path = make_raster(size=(120, 140))
    bounds = (500_200, 4_999_300, 500_900, 4_999_900)
    if crs == "EPSG:4326":
        asked = rasterio.warp.transform_bounds("EPSG:32633", crs, *bounds)
    else:
        asked, crs = bounds, CRS.from_epsg(32633).to_wkt() if crs else None
    tiles, _ = run(tmp_path, path, extent={"bounds": asked, "crs": crs}, split=(0, 0, 100))
    slack = 20 if crs == "EPSG:4326" else 1e-6
    for *_, hr, _ in everything(tiles):
        west, south, east, north = hr.bounds
        assert west >= bounds[0] - slack and east <= bounds[2] + slack
        assert south >= bounds[1] - slack and north <= bounds[3] + slack
    assert len(tiles.names("test")) >= 30


def test_a_window_at_a_time(tmp_path, make_raster, monkeypatch):
    """However large the raster, no read is larger than a tile with its halo."""
    monkeypatch.setattr(undeclared_nodata, "SIDE", 16)  # of the squares that are looked at beforehand
    sides, read = [], Raster.read
    monkeypatch.setattr(
        Raster, "read", lambda self, window: sides.append((window.width, window.height)) or read(self, window)
    )
    run(tmp_path, make_raster(size=(200, 300), bands=1), stride=16)
    assert max(max(side) for side in sides) <= 16 + 2 * 4


def test_the_info_is_readable(tmp_path, make_raster):
    tiles, _ = run(tmp_path, make_raster(size=(96, 96)))
    values = json.loads((tiles.folder / "tileset.json").read_text(encoding="utf-8"))
    assert values["format"] == 1 and set(values["splits"]) == set(SPLITS)


@pytest.mark.parametrize(
    "options, says",
    [
        ({"tile_size": 17}, "TILE_SIZE 17 is not a multiple of SCALE 2: use 16 or 18"),
        ({"stride": 1}, "STRIDE 1 is not a multiple of SCALE 2: use 2 or 4"),
        ({"split": (80, 10, 20)}, "add up to 100"),
        ({"split": (120, -10, -10)}, "add up to 100"),
        ({"split": (80, 20)}, "SPLIT"),
        ({"bands": (1, 9)}, "no band 9"),
        ({"extent": {"bounds": (0, 0, 10, 10), "crs": None}}, "do not overlap"),
        ({"extent": {"bounds": (500_000, 4_999_900, 500_100, 5_000_000), "crs": None}}, "10 × 10 pixels"),
        ({"tile_size": 64}, "56 × 40 pixels .* smaller TILE_SIZE"),
        ({"tile_size": 36, "stride": 36}, "1 separate blocks"),
        ({"gain": (0.1, 0.2, 0.3)}, "GAIN has 3 numbers"),
        ({"gain": (0,)}, "GAIN"),
        ({"input_folder": str(Path(__file__).parent)}, "INPUT or INPUT_FOLDER"),
        ({"input": ""}, "INPUT or INPUT_FOLDER"),
        ({"input": "/nowhere.tif"}, "does not exist"),
        ({"input": __file__}, "not a raster"),
        ({"input_lr": "/nowhere.tif"}, "does not exist"),
    ],
)
def test_refusals(tmp_path, make_raster, options, says):
    refused(tmp_path, says, **{"input": str(make_raster()), **options})
