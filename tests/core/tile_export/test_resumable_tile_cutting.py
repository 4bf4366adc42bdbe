"""An export that was stopped goes on from where it was, and comes to the same as one that was not."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import rasterio
import rasterio.shutil

import sr_core.resumable_output
import sr_core.tile_export.threaded_tile_cutting
from sr_core.datasets.tileset_info import OWNED
from sr_core.errors import InputError, OutputError
from sr_core.jobs.export_tiles import ExportTiles

from ..conftest import textured_pixels
from ..support.export_runs import SMALL, logs, run
from .test_output_folder import contents, hidden

ROOT = Path(__file__).parents[3]
UNFINISHED = ".finer-unfinished-tiles"
TILES = 56
"""How many the scene has room for, with SPLIT as it is by default."""


def stopped(tmp_path, path, after, **options):
    """An export that is cancelled after so many tiles."""
    job = ExportTiles.build({**SMALL, "input": str(path), "output": str(tmp_path / "tiles"), **options})
    work = job.run()
    next(step for step in work if step.values.get("done") == after)
    work.close()
    return len((tmp_path / UNFINISHED / "journal").read_bytes().splitlines()) - 1


@pytest.fixture
def cut(monkeypatch):
    """Names of the tiles that are cut."""
    names, original = [], sr_core.tile_export.threaded_tile_cutting._cut

    def noting(scene, block, tile, *others):
        names.append(block.tile_name(tile))
        return original(scene, block, tile, *others)

    monkeypatch.setattr(sr_core.tile_export.threaded_tile_cutting, "_cut", noting)
    return names


@pytest.fixture
def scene(make_raster):
    """A raster with gaps, so that some of its tiles are left out."""
    pixels = textured_pixels(2, 96, 96)
    pixels[:, 20:30, 40:50] = 0
    return make_raster(pixels=pixels, nodata=0)


def same(tmp_path, *others):
    return all(contents(tmp_path / "tiles") == contents(tmp_path / other) for other in others)


def test_the_same_settings_give_the_same_bytes(tmp_path, scene):
    noisy = {"degradation": {"id": "mtf", "noise": [0.01], "seed": 3}}
    run(tmp_path, scene, **noisy)
    run(tmp_path, scene, output="again", **noisy)
    run(tmp_path, scene, output="other", degradation={"id": "mtf", "noise": [0.01], "seed": 4})
    assert same(tmp_path, "again") and not same(tmp_path, "other")


@pytest.mark.parametrize("killed_at", (1, 12, 50))
def test_a_killed_process_is_gone_on_from(tmp_path, scene, cut, killed_at):
    options = {**SMALL, "input": str(scene), "output": str(tmp_path / "tiles")}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "sr_core", "run"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env=environment, text=True,
    ) as process:  # fmt: skip
        process.stdin.write(json.dumps({"job": "export_tiles", **options}) + "\n")
        process.stdin.flush()
        for line in process.stdout:
            if json.loads(line).get("values", {}).get("done") == killed_at:
                process.send_signal(signal.SIGKILL)
    assert not (tmp_path / "tiles").exists() and hidden(tmp_path) == [UNFINISHED]
    known = len((tmp_path / UNFINISHED / "journal").read_bytes().splitlines()) - 1
    _, steps = run(tmp_path, scene)
    assert f"Continuing a run that was stopped: {known} of {TILES} tiles are there." in logs(steps)
    assert known >= killed_at and len(cut) == TILES - known
    run(tmp_path, scene, output="uninterrupted")
    assert same(tmp_path, "uninterrupted") and not hidden(tmp_path)


@pytest.mark.parametrize("harm", ("torn", "half", "gone", "zeros", "line of zeros"))
def test_what_a_power_cut_has_spoilt_is_cut_again(tmp_path, scene, cut, harm):
    known = stopped(tmp_path, scene, 30)
    journal = tmp_path / UNFINISHED / "journal"
    lines = journal.read_bytes().splitlines(keepends=True)
    tile = next(line for line in map(json.loads, lines[1:]) if "sums" in line)["tile"]
    file = tmp_path / UNFINISHED / "uncut" / "lr" / f"{tile}.tif"
    match harm:
        case "torn":
            journal.write_bytes(b"".join(lines)[:-20])
        case "half":
            file.write_bytes(file.read_bytes()[:300])
        case "gone":
            file.unlink()
        case "zeros":
            file.write_bytes(bytes(file.stat().st_size))
        case "line of zeros":
            lines[-3] = bytes(len(lines[-3]))
            journal.write_bytes(b"".join(lines))
    cut.clear()
    run(tmp_path, scene)
    assert len(cut) == TILES - known + (3 if harm == "line of zeros" else 1)
    run(tmp_path, scene, output="uninterrupted")
    assert same(tmp_path, "uninterrupted")


def test_a_second_stop_loses_nothing_of_the_first(tmp_path, scene, cut):
    first = stopped(tmp_path, scene, 20)
    second = stopped(tmp_path, scene, first + 20)
    assert second > first
    cut.clear()
    run(tmp_path, scene)
    assert len(cut) == TILES - second


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"tile_size": 24}, "TILE_SIZE"),
        ({"degradation": {"id": "area"}}, "DEGRADATION"),
        ({"stride": 16, "min_valid": 0.5, "gain": [1.0], "split": (60, 20, 20)}, "GAIN, MIN_VALID, SPLIT, …"),
    ],
)
def test_other_settings_start_anew(tmp_path, scene, cut, change, named):
    stopped(tmp_path, scene, 20)
    cut.clear()
    _, steps = run(tmp_path, scene, **change)
    assert f"because settings or inputs differ: {named}." in logs(steps)
    run(tmp_path, scene, output="uninterrupted", **change)
    assert same(tmp_path, "uninterrupted") and not hidden(tmp_path)


@pytest.mark.parametrize("touched", ("raster", "its mask", "a source"))
def test_changed_inputs_start_anew(tmp_path, scene, cut, touched):
    if touched == "a source":
        rasterio.shutil.copy(scene, tmp_path / "in.vrt", driver="VRT")
    if touched == "its mask":
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False), rasterio.open(scene, "r+") as dataset:
            dataset.write_mask(True)
    path = tmp_path / "in.vrt" if touched == "a source" else scene
    stopped(tmp_path, path, 20)
    changed = scene.with_name("in.tif.msk") if touched == "its mask" else scene
    os.utime(changed, ns=(1, 1))
    cut.clear()
    _, steps = run(tmp_path, path)
    assert f"settings or inputs differ: {changed}." in logs(steps) and len(cut) == TILES


def test_a_refusal_leaves_nothing(tmp_path, scene):
    stopped(tmp_path, scene, 20)
    with pytest.raises(InputError, match="MIN_TEXTURE"):
        run(tmp_path, scene, min_texture=9.0)
    assert not hidden(tmp_path)


def test_a_full_disk_keeps_what_is_there(tmp_path, scene, cut, monkeypatch):
    original, room = Path.write_bytes, iter(range(60))

    def write(path, data):
        if next(room, None) is None:
            raise OSError(28, "No space left on device")
        return original(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", write)
        with pytest.raises(OutputError, match="No space left"):
            run(tmp_path, scene)
    assert hidden(tmp_path) == [UNFINISHED]
    cut.clear()
    _, steps = run(tmp_path, scene)
    assert "tiles are there" in logs(steps) and 0 < len(cut) < TILES
    run(tmp_path, scene, output="uninterrupted")
    assert same(tmp_path, "uninterrupted")


def test_two_runs_at_once_are_refused(tmp_path, scene):
    options = {**SMALL, "input": str(scene), "output": str(tmp_path / "tiles")}
    work = ExportTiles.build(options).run()
    next(step for step in work if step.values.get("done") == 5)
    with pytest.raises(OutputError, match="Another run is writing"):
        run(tmp_path, scene)
    for _ in work:
        pass
    run(tmp_path, scene, output="uninterrupted")
    assert same(tmp_path, "uninterrupted") and not hidden(tmp_path)


@pytest.mark.parametrize("dies_at", range(10))
def test_a_run_killed_while_it_exchanges_tile_sets(tmp_path, scene, monkeypatch, dies_at):
    """Nothing after the fatal moment is done, not even what would undo it: the next run finds the old tile set whole."""
    options = {"stride": 16, "split": (40, 60, 0)}
    run(tmp_path, scene, stride=16, split=(50, 0, 50))
    (tmp_path / "tiles/notes.txt").write_text("mine")
    before, rename, left = contents(tmp_path), os.rename, iter(range(dies_at))

    class PowerCut(BaseException):
        pass

    def dying(source, target):
        if next(left, None) is None:
            raise PowerCut
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(sr_core.resumable_output.os, "rename", dying)
        try:
            run(tmp_path, scene, **options)
            patch.undo()
            assert dies_at > 6  # it was finished before
        except PowerCut:
            sr_core.resumable_output.restore_target(tmp_path / "tiles", OWNED)
            patch.undo()
            sr_core.resumable_output.restore_target(tmp_path / "tiles", OWNED)
            assert contents(tmp_path) == before
            _, steps = run(tmp_path, scene, **options)
            assert re.search(r"\b(\d\d) of \1 tiles are there", logs(steps))
    (tmp_path / "tiles/notes.txt").unlink()
    run(tmp_path, scene, output="uninterrupted", **options)
    assert same(tmp_path, "uninterrupted") and not hidden(tmp_path)
