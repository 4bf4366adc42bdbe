"""Training and evaluating on folders that other programs have laid out."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest

from sr_core.datasets.lr_origin import Observed
from sr_core.datasets.splits import SPLITS
from sr_core.datasets.tileset import TileSet
from sr_core.degradations.bicubic import Bicubic
from sr_core.jobs import Job

from ..support.export_runs import run as export
from ..support.external_folders import arcgis, contents, grid, image, noise, plain
from ..support.small_trainings import NETWORK, SMALL, log_lines, run_to_end


@pytest.fixture(autouse=True)
def finer_home(tmp_path, monkeypatch):
    home = tmp_path / "home of finer"
    monkeypatch.setenv("FINER_HOME", str(home))
    return home


def opened(folder):
    steps, tiles = run_to_end(TileSet.open_with_progress(folder))
    json.dumps([step.values for step in steps])
    return tiles, "\n".join(log_lines(steps))


def all_names(tiles):
    return sorted(name for split in SPLITS for name in tiles.names(split))


def all_pairs(tiles):
    return {name: tiles.read(split, name) for split in SPLITS for name in tiles.names(split)}


LAYOUTS = {
    "arcgis": lambda folder, tiles: arcgis(folder, tiles),
    "arcgis labels png": lambda folder, tiles: arcgis(
        folder, tiles, other="labels", hr="images", suffix="png"
    ),
    "arcgis jpeg pixel space": lambda folder, tiles: arcgis(folder, tiles, suffix="jpg", placed=False),
    "lr hr": lambda folder, tiles: plain(folder, tiles),
    "suffixes": lambda folder, tiles: plain(folder, tiles, "{}_lr", "{}_hr"),
    "png": lambda folder, tiles: plain(folder, tiles, "input/{}", "target/{}", suffix="png", placed=False),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_epoch_and_its_evaluation(tmp_path, make_tileset, layout):
    folder = LAYOUTS[layout](tmp_path / "given", make_tileset(train=12, val=4, test=4))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = contents(folder)
    model, page = tmp_path / "m.srpk", tmp_path / "page.html"
    values = {**SMALL, "epochs": 1, "backbone": NETWORK, "tiles": str(folder)}
    steps, figures = run_to_end(Job.load({"id": "train_model", "output": str(model), **values}).run())
    asked = {"model": str(model), "tiles": str(folder), "output_html": str(page)}
    more, again = run_to_end(Job.load({"id": "evaluate_model", **asked}).run())
    assert contents(folder) == before
    json.dumps([step.values for step in (*steps, *more)])  # as the worker does
    assert again.psnr == pytest.approx(figures.psnr) and np.isfinite(figures.bicubic_psnr)
    said = "\n".join(log_lines(steps))
    assert "20 pairs" in said and "scale 2" in said and "low-resolution side" in said
    # What was found out is said again, though it is not read again.
    divided, again_divided = ([line for line in log_lines(s) if "divided" in line] for s in (steps, more))
    assert len(divided) == 1 and divided == again_divided
    fractions = [step.fraction for step in steps if hasattr(step, "fraction")]
    assert fractions == sorted(fractions)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)


@pytest.mark.parametrize("hr", ("images", "images2"))
def test_pixel_size_decides_which_side_is_fine(tmp_path, make_tileset, hr):
    made = make_tileset(train=12)
    tiles, said = opened(arcgis(tmp_path / "given", made, hr=hr))
    lr = "images2" if hr == "images" else "images"
    assert f"{lr} is the low-resolution side and {hr} the high-resolution one: scale 2" in said
    assert tiles.info.scale == 2 and tiles.info.tile_size == 48
    assert tiles.info.bands == ("Red", "Green", "NIR")  # the .emd file's
    wanted = sorted(pair.hr.tobytes() + pair.lr.tobytes() for pair in all_pairs(made).values())
    assert sorted(pair.hr.tobytes() + pair.lr.tobytes() for pair in all_pairs(tiles).values()) == wanted
    assert "map.txt" not in said and "blocks of land" in said


def test_a_set_of_finer_without_its_file_is_the_same_set(tmp_path, make_raster):
    raster = make_raster(size=(96, 112), nodata=0)
    with_gap = {"min_valid": 0.5}
    made, _ = export(tmp_path, raster, scale=2, tile_size=32, stride=16, **with_gap)
    shutil.copytree(made.folder, tmp_path / "given")
    (tmp_path / "given/tileset.json").unlink()
    tiles, said = opened(tmp_path / "given")
    assert "Tiles are divided into the splits of the folder." in said and "bicubic" in said
    assert isinstance(tiles.info.degradation, Bicubic)
    for split in SPLITS:
        assert sorted(f"{split}/{name}" for name in made.names(split)) == sorted(tiles.names(split))
        for name in made.names(split):
            for mine, theirs in zip(
                made.read(split, name), tiles.read(split, f"{split}/{name}"), strict=True
            ):
                assert np.array_equal(mine, theirs)
    for field in ("mean", "std", "minimum", "maximum"):
        assert getattr(tiles.info.statistics, field) == pytest.approx(getattr(made.info.statistics, field))
    same = {"bands", "dtype", "nodata", "scale", "tile_size", "radiometry", "data_range"}
    assert tiles.info.model_dump(include=same) == made.info.model_dump(include=same)


def test_another_sensors_lr_is_observed(tmp_path, make_tileset):
    made, folder = make_tileset(train=10), tmp_path / "given"
    plain(folder, made)
    for index, path in enumerate(sorted((folder / "lr").iterdir())):
        image(path.with_suffix(""), noise(side=24, seed=index))
    tiles, said = opened(folder)
    assert tiles.info.degradation == Observed(resampled=False) and "bicubic" not in said


def test_a_reading_is_kept_until_something_changes(tmp_path, make_tileset, finer_home):
    folder = plain(tmp_path / "given", make_tileset(train=12))
    steps, first = run_to_end(TileSet.open_with_progress(folder))
    again, second = run_to_end(TileSet.open_with_progress(folder))
    assert first == second and log_lines(steps) == log_lines(again)
    assert len(again) == len(log_lines(again))  # no progress: there was nothing to do
    kept = list((finer_home / "tiles").iterdir())
    assert len(kept) == 1 and json.loads(kept[0].read_text())["info"]["scale"] == 2

    changed = sorted((folder / "hr").iterdir())[0]
    image(changed.with_suffix(""), noise(side=48))
    _, third = run_to_end(TileSet.open_with_progress(folder))
    assert third.info.statistics != first.info.statistics
    assert list((finer_home / "tiles").iterdir()) == kept

    kept[0].write_text("{")  # damaged
    assert run_to_end(TileSet.open_with_progress(folder))[1] == third
    shutil.rmtree(finer_home)
    finer_home.write_text("a file where the folder should be")
    assert run_to_end(TileSet.open_with_progress(folder))[1] == third


@pytest.mark.parametrize("nodata", (float("nan"), -9999.0))
def test_gaps(tmp_path, nodata):
    """A value for missing pixels comes through, NaN through the record too, and gaps do not count."""
    for index in range(12):
        hr = noise(2, 32, index, "float32")
        hr[:, :8, :8] = nodata
        place = {"transform": None, "nodata": nodata}
        image(tmp_path / f"given/hr/{index}", hr, **place)
        image(tmp_path / f"given/lr/{index}", hr[:, ::2, ::2], **place)
    for time in (1, 2):
        steps, tiles = run_to_end(TileSet.open_with_progress(tmp_path / "given"))
        assert (len(steps) == len(log_lines(steps))) == (time == 2)  # the second time from the record
        assert tiles.info.nodata == pytest.approx(nodata, nan_ok=True)
        assert min(tiles.info.statistics.minimum) >= 1 and max(tiles.info.statistics.maximum) < 200
    pair = tiles.read("train", tiles.names("train")[0])
    assert not pair.valid[:, :8, :8].any() and pair.valid[:, 8:].all() and np.isfinite(pair.hr).all()


def test_alpha_is_a_mask_and_near_infrared_is_a_band(tmp_path):
    for index in range(10):
        for side, pixels in (("hr", noise(4, 32, index)), ("lr", noise(4, 16, index))):
            image(tmp_path / f"nir/{side}/{index}", pixels, photometric="RGB", alpha="YES")
            pixels[3] = 255
            image(tmp_path / f"mask/{side}/{index}", pixels, suffix="png")
    assert len(opened(tmp_path / "nir")[0].info.bands) == 4
    assert len(opened(tmp_path / "mask")[0].info.bands) == 3


def test_earth_engine_exports_a_pixel_too_large(tmp_path):
    """Named by sensor, placed in the same corner, a row or column more or less: the common square is used."""
    names = {"L8": ("B4", "B3", "B2"), "S2": ("B4", "B3", "B2")}
    for index in range(12):
        for sensor, size, side in (("L8", 30, 32), ("S2", 10, 96)):
            pixels = noise(3, side + 2, index, "uint16")[:, : side + index % 2, : side + index % 3]
            place = grid(index, 40 * 30 // size, size)
            image(tmp_path / f"given/{sensor}_{index}", pixels, transform=place, descriptions=names[sensor])
    tiles, said = opened(tmp_path / "given")
    assert tiles.info.scale == 3 and tiles.info.tile_size == 96 and "pixels beyond it" in said
    assert tiles.info.bands == ("B4", "B3", "B2") and tiles.info.radiometry.gain == (1e-4,) * 3
    for pair in all_pairs(tiles).values():
        assert pair.hr.shape == (3, 96, 96) and pair.lr.shape == (3, 32, 32)


def test_orphans_and_other_files_are_left_out(tmp_path, make_tileset):
    folder = arcgis(tmp_path / "given", make_tileset(train=12))
    (folder / "images2/000000000003.tif").unlink()
    (folder / "images/000000000007.tif").unlink()
    (folder / "images/000000000001.ovr").write_text("pyramids")
    (folder / "preview.png").write_text("not even an image")
    (folder / ".hidden").mkdir()
    (folder / ".hidden/a.tif").write_text("")
    tiles, said = opened(folder)
    assert "2 images have no counterpart and are left out, such as images" in said
    everything = {f"{i:012d}" for i in range(16)}
    assert everything.difference(all_names(tiles)) == {"000000000003", "000000000007"}


def test_map_txt_says_which_belong_together(tmp_path, make_tileset):
    folder = arcgis(tmp_path / "given", make_tileset(train=12), placed=False)
    for path in sorted((folder / "images2").glob("*.tif"), reverse=True):
        path.rename(path.with_name(f"b{int(path.stem) + 1:012d}.tif"))
    lines = [f"images\\{i:012d}.tif images2\\b{i + 1:012d}.tif 1;2" for i in range(16)]
    (folder / "map.txt").write_text("\n".join(lines))
    tiles, _ = opened(folder)
    assert len(all_names(tiles)) == 16 and isinstance(tiles.info.degradation, Bicubic)  # so LR fits HR


def test_splits_of_the_folder(tmp_path, make_tileset):
    made = make_tileset(train=10, val=0, test=3)
    for split in ("train", "test"):
        for name in made.names(split):
            for side in ("lr", "hr"):
                kind = f"{'training' if split == 'train' else split}/{side}"
                place = tmp_path / "given" / kind
                place.mkdir(parents=True, exist_ok=True)
                shutil.copy(made.path(split, side, name), place)
    tiles, said = opened(tmp_path / "given")
    assert "a tenth of its training tiles" in said
    counts = [len(tiles.names(split)) for split in SPLITS]
    assert counts[2] == 3 and counts[0] + counts[1] == 10 and counts[1] >= 1
    assert all(name.startswith("test/") for name in tiles.names("test"))
