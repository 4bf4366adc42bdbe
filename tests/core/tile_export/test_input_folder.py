"""Tiles from a folder of rasters, each of which belongs to one split."""

from __future__ import annotations

import itertools

import pytest
from affine import Affine
from rasterio.shutil import copy

from sr_core.datasets.splits import SPLITS

from ..support.export_runs import GRID, logs, refused, run


def test_each_raster_of_a_folder_is_a_block(tmp_path, raster_folder):
    tiles, steps = run(tmp_path, input_folder=str(raster_folder), split=(75, 10, 15))
    of_split = {split: {name.rsplit("_", 2)[0] for name in tiles.names(split)} for split in SPLITS}
    assert [len(of_split[split]) for split in SPLITS] == [9, 1, 2]
    assert not any(of_split[a] & of_split[b] for a, b in itertools.combinations(SPLITS, 2))
    assert len(set().union(*of_split.values())) == 12
    assert all(len(tiles.names(split)) == 16 * len(of_split[split]) for split in SPLITS)
    assert len(tiles.info.sources) == 1 and len(tiles.info.sources[0].paths) == 12
    assert "Warning" not in logs(steps)


def test_rasters_on_the_same_land_are_told(tmp_path, raster_folder, make_raster):
    make_raster("x.tif", size=(40, 40), transform=GRID * Affine.translation(20, 20)).rename(
        raster_folder / "zz.tif"
    )
    told = []
    for share in (30, 40, 50, 60):
        tiles, steps = run(
            tmp_path, input_folder=str(raster_folder), stride=32, split=(share, 0, 100 - share)
        )
        split = {name.rsplit("_", 2)[0]: s for s in SPLITS for name in tiles.names(s)}
        apart = sum(split["zz"] != split[name] for name in ("site_00", "site_01"))
        assert ("Warning" in logs(steps)) == (apart > 0)
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


def test_small_rasters_are_skipped(tmp_path, raster_folder, make_raster):
    make_raster("x.tif", size=(15, 99)).rename(raster_folder / "a small one.tif")
    tiles, steps = run(tmp_path, input_folder=str(raster_folder))
    assert "1 rasters of the folder are smaller" in logs(steps) and "a small one.tif" in logs(steps)
    assert not any("small" in name for split in SPLITS for name in tiles.names(split))
    refused(tmp_path, "40 × 40 pixels", input_folder=str(raster_folder), tile_size=48)


def test_rasters_outside_the_extent_are_skipped(tmp_path, raster_folder):
    extent = {"bounds": (500_000, 4_999_600, 501_200, 5_000_000), "crs": None}
    tiles, steps = run(tmp_path, input_folder=str(raster_folder), extent=extent, split=(0, 0, 100))
    assert "9 rasters of the folder lie elsewhere" in logs(steps) and len(tiles.names("test")) == 3 * 16
    refused(
        tmp_path,
        "do not overlap",
        input_folder=str(raster_folder),
        extent={"bounds": (0, 0, 9, 9), "crs": None},
    )


def test_one_lr_raster_under_a_folder(tmp_path, raster_folder, make_raster):
    lr = make_raster(
        "lr.tif", size=(20, 100), transform=GRID * Affine.scale(2)
    )  # reaches under the first five
    tiles, steps = run(tmp_path, input_folder=str(raster_folder), input_lr=str(lr), split=(0, 0, 100))
    assert "7 rasters of the folder lie elsewhere" in logs(steps)
    assert len(tiles.names("test")) == 5 * 16 and tiles.info.lr_source == str(lr)


@pytest.mark.parametrize("unlike", ({"bands": 3}, {"dtype": "uint8"}))
def test_folder_of_unlike_rasters(tmp_path, raster_folder, make_raster, unlike):
    make_raster("x.tif", size=(40, 40), **unlike).rename(raster_folder / "000 odd.tif")
    refused(tmp_path, r"000 odd\.tif has .* take it out", input_folder=str(raster_folder))


def test_folders_without_rasters(tmp_path):
    refused(tmp_path, "does not exist", input_folder=str(tmp_path / "nowhere"))
    (tmp_path / "empty").mkdir()
    refused(tmp_path, "no raster in", input_folder=str(tmp_path / "empty"))


def test_too_few_rasters_for_the_split(tmp_path, make_raster):
    (tmp_path / "rasters").mkdir()
    make_raster().rename(tmp_path / "rasters/a.tif")
    refused(tmp_path, "1 separate blocks only", input_folder=str(tmp_path / "rasters"))
