"""Tiles that are cut in groups, as by several processes, and gathered: equal to those that one process cuts."""

from __future__ import annotations

import json
import pickle
from contextlib import nullcontext

import pytest

import sr_core.tile_export.threaded_tile_cutting
from sr_core.block_processing.block_executor import ATTEMPTS, run_here
from sr_core.errors import InputError, SrError
from sr_core.jobs.export_tiles import ExportTiles
from sr_core.tile_export import multiprocess_tile_cutting
from sr_core.tile_export.multiprocess_tile_cutting import TileGroupCutter

from ..conftest import textured_pixels
from ..support.export_runs import SMALL, logs, run
from .test_output_folder import contents, hidden

UNFINISHED = ".finer-unfinished-tiles"
NOISY = {"degradation": {"id": "mtf", "noise": [0.01], "seed": 3}}
"""Noise is that of a tile, whichever process cuts it."""


@pytest.fixture
def scene(make_raster):
    """A raster with gaps, so that some of its tiles are left out."""
    pixels = textured_pixels(2, 96, 96)
    pixels[:, 20:30, 40:50] = 0
    return make_raster(pixels=pixels, nodata=0)


@pytest.fixture
def in_groups(monkeypatch):
    """Let exports with WORKERS cut groups of five tiles, as if each went to another process and back."""

    def execute(cutter, groups):
        return run_here(pickle.loads(pickle.dumps(cutter)), pickle.loads(pickle.dumps(groups)))

    choose = ExportTiles._open_executor
    monkeypatch.setattr(
        ExportTiles, "_open_executor", lambda job: nullcontext(execute) if job.workers else choose(job)
    )
    monkeypatch.setattr(multiprocess_tile_cutting, "VALUES_PER_GROUP", 5 * 2 * 16 * 16)


@pytest.fixture
def one_fails(monkeypatch):
    """Let one group fail, as one whose raster cannot be read; counts how often it is tried."""
    original, tried = TileGroupCutter.compute, []

    def compute(cutter, group):
        if group.name.endswith("_00000_00000"):
            tried.append(group.name)
            raise InputError("damaged")
        yield from original(cutter, group)

    monkeypatch.setattr(TileGroupCutter, "compute", compute)
    return tried


@pytest.fixture
def cut(monkeypatch):
    """Names of the tiles that are cut."""
    names, original = [], sr_core.tile_export.threaded_tile_cutting._cut

    def noting(scene, block, tile, *others):
        names.append(block.tile_name(tile))
        return original(scene, block, tile, *others)

    monkeypatch.setattr(sr_core.tile_export.threaded_tile_cutting, "_cut", noting)
    return names


@pytest.mark.parametrize("options", [{}, {"rotation": 45, "split": (60, 20, 20), "max_tiles": 40}])
def test_tiles_cut_in_groups_are_those_of_one_process(tmp_path, scene, in_groups, cut, options):
    options = {**NOISY, **options}
    run(tmp_path, scene, workers=2, **options)
    groups = sorted(cut)
    assert len(groups) == len(set(groups)) > 30  # each once, and none by the process that gathers them
    cut.clear()
    run(tmp_path, scene, output="whole", **options)
    assert sorted(cut) == groups
    assert contents(tmp_path / "tiles") == contents(tmp_path / "whole")


def test_a_group_that_fails_is_listed_and_the_rest_goes_on(tmp_path, scene, in_groups, one_fails, cut):
    job = ExportTiles.build({**SMALL, "input": str(scene), "output": str(tmp_path / "tiles"), "workers": 2})
    steps = []
    with pytest.raises(SrError, match=r"^1 of \d+ blocks could not be computed\. Block .+: damaged\."):
        steps.extend(job.run())
    (name,) = set(one_fails)
    assert len(one_fails) == ATTEMPTS
    assert json.loads((tmp_path / UNFINISHED / "failed.json").read_text()) == {name: "damaged"}
    assert not (tmp_path / "tiles").exists()
    there = len(cut)
    run(tmp_path, scene)  # what failed is cut now, and nothing else
    run_alone = len(cut) - there
    assert 1 <= run_alone <= 5
    run(tmp_path, scene, output="whole")
    assert contents(tmp_path / "tiles") == contents(tmp_path / "whole") and not hidden(tmp_path)


def test_a_run_in_groups_that_is_stopped_is_gone_on_from(tmp_path, scene, in_groups, cut):
    job = ExportTiles.build({**SMALL, "input": str(scene), "output": str(tmp_path / "tiles"), "workers": 2})
    work = job.run()
    while len(list(tmp_path.glob(f"{UNFINISHED}/groups/*/*_*_*"))) < 3:
        next(work)
    work.close()
    known = len((tmp_path / UNFINISHED / "journal").read_bytes().splitlines()) - 1
    assert 3 <= known < 56
    cut.clear()
    _, steps = run(tmp_path, scene)
    assert f"Continuing a run that was stopped: {known} of 56 tiles are there." in logs(steps)
    assert len(cut) == 56 - known
    run(tmp_path, scene, output="whole")
    assert contents(tmp_path / "tiles") == contents(tmp_path / "whole")


def test_groups_that_were_whole_when_all_was_killed_are_taken(tmp_path, scene, in_groups, cut, monkeypatch):
    job = ExportTiles.build({**SMALL, "input": str(scene), "output": str(tmp_path / "tiles"), "workers": 2})
    work = job.run()
    while len(list(tmp_path.glob(f"{UNFINISHED}/groups/*/*_*_*"))) < 3:
        next(work)
    with monkeypatch.context() as killed:  # nothing is gathered
        killed.setattr(multiprocess_tile_cutting, "gather_groups", lambda *_: None)
        killed.setattr("sr_core.tile_export.resumable_tile_cutting.shutil.rmtree", lambda *_, **__: None)
        work.close()
    whole = list(tmp_path.glob(f"{UNFINISHED}/groups/*/*_*_*"))
    known = sum(len((group / "journal").read_bytes().splitlines()) - 1 for group in whole)
    assert len(whole) == 3 and known >= 3
    cut.clear()
    run(tmp_path, scene)
    assert len(cut) == 56 - known
    run(tmp_path, scene, output="whole")
    assert contents(tmp_path / "tiles") == contents(tmp_path / "whole")


def test_a_file_of_the_system_beside_the_groups_is_no_group(tmp_path, scene, in_groups, monkeypatch):
    original = multiprocess_tile_cutting.gather_groups

    def gather(folder, *others):
        if folder.is_dir():
            (folder / ".DS_Store").write_bytes(b"")
        original(folder, *others)

    monkeypatch.setattr(multiprocess_tile_cutting, "gather_groups", gather)
    run(tmp_path, scene, workers=2)
    run(tmp_path, scene, output="whole")
    assert contents(tmp_path / "tiles") == contents(tmp_path / "whole") and not hidden(tmp_path)


def test_a_scene_of_a_catalogue_is_for_one_process(tmp_path, scene):
    options = {**SMALL, "stac_collection": "sentinel-2-l2a", "date_range": "2024-06-01/2024-06-30"}
    job = ExportTiles.build({**options, "input": str(scene), "output": str(tmp_path / "t"), "workers": 2})
    with pytest.raises(
        InputError, match=r"^Other processes cannot read the scene that STAC_COLLECTION finds: "
    ):
        next(job.run())
