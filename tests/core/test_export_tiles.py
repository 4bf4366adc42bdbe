"""The export job end to end: what it writes, how it pairs, what it refuses, and that it never leaves half a result."""

from __future__ import annotations

import itertools
import json
import os
import re
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, Resampling
from rasterio.shutil import copy
from rasterio.windows import Window

import sr_core.data.cutting
import sr_core.staging
from sr_core.data.degrade import Bicubic, Observed
from sr_core.data.tileset import SPLITS, TileSet
from sr_core.errors import BadInput, OutputError
from sr_core.jobs import Log, Progress
from sr_core.jobs.export_tiles import ExportTiles
from sr_core.raster.io import Raster
from sr_core.raster.resample import downsample

SMALL = {"scale": 2, "tile_size": 16, "stride": 8}
GRID = Affine(10, 0, 500_000, 0, -10, 5_000_000)
ROTATED = Affine.translation(5e5, 5e6) * Affine.rotation(30) * Affine.scale(10, -10)


def run(tmp_path, input=None, output="tiles", **options):
    """Export with small tiles; returns the tile set, and what was said on the way."""
    if input is not None:
        options["input"] = str(input)
    job = ExportTiles.build({**SMALL, "output": str(tmp_path / output), **options})
    steps, work = [], job.run()
    try:
        while True:
            steps.append(next(work))
    except StopIteration as finished:
        counts = finished.value
    tiles = TileSet.open(tmp_path / output)
    assert counts.model_dump() == {f"n_{split}": len(tiles.names(split)) for split in SPLITS}
    assert not list(tmp_path.glob(".finer-*"))
    return tiles, steps


def logs(steps):
    return "\n".join(step.text.format(**step.values) for step in steps if isinstance(step, Log))


def everything(tiles):
    """(split, name, HR dataset, LR dataset) of every tile."""
    for split in SPLITS:
        for name in tiles.names(split):
            with (
                rasterio.open(tiles.path(split, "hr", name)) as hr,
                rasterio.open(tiles.path(split, "lr", name)) as lr,
            ):
                yield split, name, hr, lr


def offset(name):
    row, col = name.rsplit("_", 2)[1:]
    return int(row), int(col)


def refused(tmp_path, says, input=None, **options):
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BadInput, match=says) as error:
        run(tmp_path, input, **options)
    assert sorted(tmp_path.rglob("*")) == before
    assert "{" not in str(error.value) and str(error.value).count(". ") == 0  # one sentence


@pytest.mark.parametrize("transform", (GRID, ROTATED), ids=("north-up", "rotated"))
@pytest.mark.parametrize(
    "dtype, bands", [("uint8", 3), ("uint16", 4), ("int16", 1), ("float32", 2), ("uint16", 16)]
)
def test_tiles_are_windows_of_the_raster(tmp_path, make_raster, dtype, bands, transform):
    path = make_raster(bands=bands, dtype=dtype, size=(131, 167), transform=transform)
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
            assert (a == b).all()


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
    sides, read = [], Raster.read
    monkeypatch.setattr(
        Raster, "read", lambda self, window: sides.append((window.width, window.height)) or read(self, window)
    )
    run(tmp_path, make_raster(size=(200, 300), bands=1), stride=16)
    assert max(max(side) for side in sides) <= 16 + 2 * 4


# --- pairs with an LR raster of its own ---


@pytest.fixture
def pair(make_raster):
    """An HR raster, and another of the same place whose pixels are `scale` times as large and begin `start` HR pixels
    from HR's corner."""

    def make(scale=2, start=(0, 0), size=(48, 60), transform=GRID, lr_transform=None, bands=2, **profile):
        lr_transform = lr_transform or transform * Affine.translation(*start) * Affine.scale(scale)
        hr = make_raster("hr.tif", size=(96, 120), transform=transform, bands=2)
        return hr, make_raster("lr.tif", size=size, transform=lr_transform, **{"bands": bands, **profile})

    return make


@pytest.mark.parametrize("transform", (GRID, ROTATED), ids=("north-up", "rotated"))
@pytest.mark.parametrize("start", ((0, 0), (3, 5), (-7, -4)))
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
    assert len(tiles.names("test")) >= 100


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
    tiles, steps = run(tmp_path, hr_path, input_lr=str(lr_path), split=(0, 0, 100))
    assert tiles.info.degradation == Observed(resampled=True) and "resampled by cubic" in logs(steps)
    for *_, lr in everything(tiles):
        expected = surface(lr.transform, 8, 8)[0].astype(float)
        assert np.abs(lr.read(1)[2:-2, 2:-2] - expected[2:-2, 2:-2]).max() < 8  # of a slope of 40 a pixel
    assert len(tiles.names("test")) >= 50


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
        ({"scale": 3}, r"3 × 3 times as large .* SCALE is 2"),
        ({"lr_transform": GRID * Affine.scale(2, 2.1)}, r"2 × 2\.1 times"),
        ({"crs": "EPSG:32632"}, "coordinate reference systems"),
        ({"crs": None}, "coordinate reference systems"),
        ({"bands": 3}, "2 bands and .* 3"),
        ({"dtype": "uint8"}, "uint16 and .* uint8"),
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


# --- folders ---


@pytest.fixture
def folder(tmp_path, make_raster):
    """A folder of 12 rasters beside each other, under all kinds of names."""
    place = tmp_path / "rasters"
    place.mkdir()
    for i in range(12):
        path = make_raster("x.tif", size=(40, 40), transform=GRID * Affine.translation(40 * i, 0))
        path.rename(place / (f"site {i:02d}" + (".tif", ".TIF", ".tiff")[i % 3]))
    (place / "notes.txt").write_text("not a raster")
    (place / "deeper").mkdir()
    return place


def test_each_raster_of_a_folder_is_a_block(tmp_path, folder):
    tiles, steps = run(tmp_path, input_folder=str(folder), split=(75, 10, 15))
    of_split = {split: {name.rsplit("_", 2)[0] for name in tiles.names(split)} for split in SPLITS}
    assert [len(of_split[split]) for split in SPLITS] == [9, 1, 2]
    assert not any(of_split[a] & of_split[b] for a, b in itertools.combinations(SPLITS, 2))
    assert len(set().union(*of_split.values())) == 12
    assert all(len(tiles.names(split)) == 16 * len(of_split[split]) for split in SPLITS)
    assert len(tiles.info.sources) == 1 and len(tiles.info.sources[0].paths) == 12
    assert "Careful" not in logs(steps)


def test_rasters_on_the_same_land_are_told(tmp_path, folder, make_raster):
    make_raster("x.tif", size=(40, 40), transform=GRID * Affine.translation(20, 20)).rename(folder / "zz.tif")
    told = []
    for share in (30, 40, 50, 60):
        tiles, steps = run(tmp_path, input_folder=str(folder), stride=32, split=(share, 0, 100 - share))
        split = {name.rsplit("_", 2)[0]: s for s in SPLITS for name in tiles.names(s)}
        apart = sum(split["zz"] != split[name] for name in ("site_00", "site_01"))
        assert ("Careful" in logs(steps)) == (apart > 0)
        assert not apart or f"zz.tif show the same land and are in different splits ({apart} such" in logs(
            steps
        )
        told.append(apart)
    assert 0 in told and max(told) > 0  # it depends on the splits they fall into


def test_all_kinds_of_files(tmp_path, make_raster):
    place = tmp_path / "rasters"
    place.mkdir()
    tif = make_raster(dtype="uint8", bands=3, size=(64, 64))
    for name, driver in (
        ("a.png", "PNG"),
        ("a.jp2", "JP2OpenJPEG"),
        ("a.vrt", "VRT"),
        ("a.img", "HFA"),
        ("A.TIF", "GTiff"),
    ):
        copy(tif, place / name, driver=driver)
    tiles, _ = run(tmp_path, input_folder=str(place), split=(0, 0, 100))
    stems = {name.rsplit("_", 2)[0] for name in tiles.names("test")}
    assert len(stems) == len({stem.casefold() for stem in stems}) == 5


def test_small_rasters_are_skipped(tmp_path, folder, make_raster):
    make_raster("x.tif", size=(15, 99)).rename(folder / "a small one.tif")
    tiles, steps = run(tmp_path, input_folder=str(folder))
    assert "1 rasters of the folder are smaller" in logs(steps) and "a small one.tif" in logs(steps)
    assert not any("small" in name for split in SPLITS for name in tiles.names(split))
    refused(tmp_path, "40 × 40 pixels", input_folder=str(folder), tile_size=48)


def test_rasters_outside_the_extent_are_skipped(tmp_path, folder):
    extent = {"bounds": (500_000, 4_999_600, 501_200, 5_000_000), "crs": None}
    tiles, steps = run(tmp_path, input_folder=str(folder), extent=extent, split=(0, 0, 100))
    assert "9 rasters of the folder lie elsewhere" in logs(steps) and len(tiles.names("test")) == 3 * 16
    refused(
        tmp_path, "do not overlap", input_folder=str(folder), extent={"bounds": (0, 0, 9, 9), "crs": None}
    )


def test_one_lr_raster_under_a_folder(tmp_path, folder, make_raster):
    lr = make_raster(
        "lr.tif", size=(20, 100), transform=GRID * Affine.scale(2)
    )  # reaches under the first five
    tiles, steps = run(tmp_path, input_folder=str(folder), input_lr=str(lr), split=(0, 0, 100))
    assert "7 rasters of the folder lie elsewhere" in logs(steps)
    assert len(tiles.names("test")) == 5 * 16 and tiles.info.lr_source == str(lr)


@pytest.mark.parametrize("unlike", ({"bands": 3}, {"dtype": "uint8"}))
def test_folder_of_unlike_rasters(tmp_path, folder, make_raster, unlike):
    make_raster("x.tif", size=(40, 40), **unlike).rename(folder / "000 odd.tif")
    refused(tmp_path, r"000 odd\.tif has .* take it out", input_folder=str(folder))


def test_folders_without_rasters(tmp_path):
    refused(tmp_path, "does not exist", input_folder=str(tmp_path / "nowhere"))
    (tmp_path / "empty").mkdir()
    refused(tmp_path, "no raster in", input_folder=str(tmp_path / "empty"))


def test_too_few_rasters_for_the_split(tmp_path, make_raster):
    (tmp_path / "rasters").mkdir()
    make_raster().rename(tmp_path / "rasters/a.tif")
    refused(tmp_path, "1 separate blocks only", input_folder=str(tmp_path / "rasters"))


# --- refusals ---


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
        ({"input_folder": "/tmp"}, "INPUT or INPUT_FOLDER"),
        ({"input": ""}, "INPUT or INPUT_FOLDER"),
        ({"input": "/nowhere.tif"}, "does not exist"),
        ({"input": __file__}, "not a raster"),
        ({"input_lr": "/nowhere.tif"}, "does not exist"),
    ],
)
def test_refusals(tmp_path, make_raster, options, says):
    refused(tmp_path, says, **{"input": str(make_raster()), **options})


# --- the output folder ---


def contents(folder):
    return {
        path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_a_tile_set_is_replaced_and_nothing_else(tmp_path, make_raster):
    path = make_raster(size=(96, 96))
    run(tmp_path, path, split=(50, 25, 25))
    (tmp_path / "tiles/notes.txt").write_text("mine")
    (tmp_path / "tiles/train/old.txt").write_text("part of the old tile set")
    tiles, _ = run(tmp_path, path, split=(0, 0, 100))
    assert sorted(p.name for p in tiles.folder.iterdir()) == ["notes.txt", "test", "tileset.json"]
    assert sorted(p.stem for p in (tiles.folder / "test/hr").iterdir()) == sorted(tiles.names("test"))


def test_an_empty_folder_is_fine(tmp_path, make_raster):
    (tmp_path / "tiles").mkdir()
    run(tmp_path, make_raster(), split=(0, 0, 100))


@pytest.mark.parametrize("name", ("train", "test", "tileset.json"))
def test_folders_of_others_are_left_alone(tmp_path, make_raster, name):
    path = make_raster()
    (tmp_path / "tiles").mkdir()
    if name == "tileset.json":
        (tmp_path / "tiles/tileset.json").write_text('{"asset": {"version": "1.0"}}')  # 3D Tiles have one too
    else:
        (tmp_path / "tiles" / name).mkdir()
    refused(tmp_path, f"has a {name} that is not", path)


def test_outputs_that_would_take_an_input(tmp_path, make_raster, folder):
    path = make_raster(size=(96, 96))
    refused(tmp_path, "holds the input folder", input_folder=str(folder), output="rasters")
    refused(tmp_path, "holds the input folder", input_folder=str(folder), output="")
    refused(tmp_path, "is a file", path, output="in.tif")
    tiles, _ = run(tmp_path, path)
    inside = next(tiles.folder.rglob("*.tif"))
    refused(tmp_path, "would replace the input", inside, tile_size=16)
    refused(tmp_path, "would replace the input", path, input_lr=str(inside))


def test_output_in_a_folder_that_is_not_there(tmp_path, make_raster):
    path = make_raster()
    with pytest.raises(OutputError, match="does not exist"):
        run(tmp_path, path, output="no/where")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_output_that_cannot_be_written(tmp_path, make_raster):
    path = make_raster()
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(OutputError, match="cannot be written"):
        run(tmp_path, path, output="locked/tiles")


@pytest.mark.parametrize("existing", (False, True))
@pytest.mark.parametrize("after", (1, 5, 20))
def test_cancelling_leaves_nothing(tmp_path, make_raster, existing, after):
    path = make_raster(size=(96, 96))
    if existing:
        run(tmp_path, path)
    before = contents(tmp_path)
    work = ExportTiles.build({**SMALL, "input": str(path), "output": str(tmp_path / "tiles")}).run()
    steps = itertools.takewhile(lambda step: getattr(step, "values", {}).get("done") != after, work)
    assert list(steps)
    work.close()
    assert contents(tmp_path) == before and not list(tmp_path.glob(".finer-*"))


@pytest.mark.parametrize("existing", (False, True))
def test_an_error_leaves_nothing(tmp_path, make_raster, monkeypatch, existing):
    path = make_raster(size=(96, 96))
    if existing:
        run(tmp_path, path)
    before, write = contents(tmp_path), sr_core.data.cutting.write_tile

    def full(file, *args):
        if file.name.endswith("00024_00024.tif"):
            raise OutputError("{path} could not be written (disk full)", path=file)
        write(file, *args)

    monkeypatch.setattr(sr_core.data.cutting, "write_tile", full)
    with pytest.raises(OutputError, match="disk full"):
        run(tmp_path, path, split=(0, 0, 100))
    assert contents(tmp_path) == before and not list(tmp_path.glob(".finer-*"))


def test_a_full_disk_is_said(tmp_path, make_raster, monkeypatch):
    monkeypatch.setattr(
        "pathlib.Path.write_bytes", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(OutputError, match="No space left"):
        run(tmp_path, make_raster(), split=(0, 0, 100))


@pytest.mark.parametrize("fails_at", range(8))
def test_an_exchange_that_fails_is_undone(tmp_path, make_raster, monkeypatch, fails_at):
    """As on Windows, when somebody has a tile open: the old tile set is there again, whole."""
    path = make_raster(size=(96, 96))
    run(tmp_path, path)
    before, rename, calls = contents(tmp_path), os.rename, itertools.count()

    def busy(source, target):
        if next(calls) == fails_at:
            raise OSError(13, "in use")
        rename(source, target)

    monkeypatch.setattr(sr_core.staging, "os", SimpleNamespace(**{**vars(os), "rename": busy}))
    with pytest.raises(OutputError, match="in use"):
        run(tmp_path, path, split=(40, 30, 30))
    assert contents(tmp_path) == before and not list(tmp_path.glob(".finer-*"))


def test_threads_end_with_the_job(tmp_path, make_raster, monkeypatch):
    pools = []

    class Pool(ThreadPoolExecutor):
        def __init__(self, *args):
            super().__init__(*args)
            pools.append(self)

    monkeypatch.setattr(sr_core.data.cutting, "ThreadPoolExecutor", Pool)
    work = ExportTiles.build(
        {**SMALL, "input": str(make_raster(size=(96, 96))), "output": str(tmp_path / "tiles")}
    ).run()
    next(step for step in work if isinstance(step, Progress) and step.fraction > 0)
    work.close()
    assert pools and not any(thread.is_alive() for pool in pools for thread in pool._threads)


def test_stopping_does_not_wait_for_a_task(tmp_path, make_raster, monkeypatch):
    """Threads stop at their next tile, not after the ten that they were given."""
    written, write = [], sr_core.data.cutting.write_tile

    def slow(*args):
        time.sleep(0.02)
        written.append(args[0])
        write(*args)

    monkeypatch.setattr(sr_core.data.cutting, "write_tile", slow)
    monkeypatch.setattr(sr_core.data.cutting, "VALUES_PER_TASK", 10 * 2 * 16 * 16)
    monkeypatch.setattr(sr_core.data.cutting, "MOST_THREADS", 2)
    options = {**SMALL, "input": str(make_raster(size=(96, 96))), "output": str(tmp_path / "tiles")}
    work = ExportTiles.build({**options, "split": (0, 0, 100)}).run()
    next(step for step in work if isinstance(step, Progress) and step.fraction > 0)
    before = len(written)
    work.close()
    assert len(written) - before <= 8  # two threads, two sides; and as many again for a slow machine


# --- real imagery ---


def bicubic_psnr(tiles, split="test"):
    """Mean over tiles of the PSNR of bicubic upsampling, in rounded pixels, 4 pixels of border left out."""
    values = []
    for name in tiles.require(split):
        pair = tiles.read(split, name)
        up = torch.nn.functional.interpolate(
            torch.from_numpy(pair.lr)[None],
            scale_factor=tiles.info.scale,
            mode="bicubic",
            align_corners=False,
        )[0].numpy()
        sr, hr = (tiles.info.radiometry.to_pixels(image, "uint8").astype(float) for image in (up, pair.hr))
        values.append(10 * np.log10(255**2 / ((sr - hr)[:, 4:-4, 4:-4] ** 2).mean()))
    return float(np.mean(values))


FULL = {"scale": 4, "tile_size": 256, "stride": 128}


def test_naip(tmp_path, data):
    tiles, _ = run(tmp_path, input_folder=str(data / "naip_0.6m_rgbn/val"), split=(0, 0, 100), **FULL)
    assert len(tiles.names("test")) == 60 and len(tiles.info.bands) == 4
    assert bicubic_psnr(tiles) == pytest.approx(25.64, abs=0.05)


def test_landsat(tmp_path, data):
    path = data / "landsat/l8_zion_rgbn_30m.tif"
    tiles, _ = run(tmp_path, path, scale=4, tile_size=128, stride=64)
    assert tiles.info.nodata == 65535 and tiles.info.bands[0] == "B4 red" and tiles.info.data_range == 1
    assert all(len(tiles.names(split)) >= 9 for split in SPLITS)
    with rasterio.open(path) as source:
        for _, name, hr, _ in itertools.islice(everything(tiles), 5):
            row, col = offset(name)
            assert (hr.read() == source.read(window=Window(col, row, 128, 128))).all()


def test_sentinel_2(tmp_path, data):
    path = data / "sentinel2/s2_20210527_aberystwyth_10band_x1000.tif"
    tiles, steps = run(tmp_path, path, scale=4, tile_size=128, stride=64, gain=(0.001,))
    assert len(tiles.info.bands) == 10 and tiles.info.nodata == 0 and tiles.info.data_range == 1
    assert 0 < tiles.info.statistics.mean[0] < 0.5 and "0.001" in logs(steps)


def test_jpeg_2000(tmp_path, data):
    tiles, _ = run(tmp_path, data / "sentinel2/s2_L1C_T15SWC_B01_60m.jp2", **FULL)
    assert len(tiles.names("train")) > 50 and tiles.info.dtype == "uint16"


def test_worldview_pair_is_refused(tmp_path, data):
    place = data / "worldview_sn6"
    refused(tmp_path, "1 bands and .* 4", place / "pan2_0.5m.tif", input_lr=str(place / "ms2_1.0m.tif"))


def test_worldview_with_an_lr_of_its_own(tmp_path, data, make_raster):
    """The 0.5 m band with its own 1 m version, and a pixel size that does not fit exactly, as in real life."""
    with rasterio.open(data / "worldview_sn6/pan2_0.5m.tif") as source:
        coarse = source.read(out_shape=(1, 300, 300), resampling=Resampling.average)
        transform, crs = source.transform * Affine.scale(2.00012), source.crs
    lr = make_raster("lr.tif", coarse, transform=transform, crs=crs)
    hr = data / "worldview_sn6/pan2_0.5m.tif"
    tiles, steps = run(tmp_path, hr, input_lr=str(lr), scale=2, tile_size=64, stride=64)
    assert re.search(r"up to 0\.0\d HR pixels", logs(steps)) and tiles.info.degradation == Observed(
        resampled=True
    )


def test_the_info_is_readable(tmp_path, make_raster):
    tiles, _ = run(tmp_path, make_raster(size=(96, 96)))
    values = json.loads((tiles.folder / "tileset.json").read_text(encoding="utf-8"))
    assert values["format"] == 1 and set(values["splits"]) == set(SPLITS)
