"""The output folder: replaced when whole, untouched when not, and nobody else's files harmed."""

from __future__ import annotations

import itertools
import os
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

import sr_core.resumable_output
import sr_core.tile_export.threaded_tile_cutting
from sr_core.errors import OutputError
from sr_core.jobs import Progress
from sr_core.jobs.export_tiles import ExportTiles

from ..support.export_runs import SMALL, logs, refused, run


def contents(folder):
    """All files but those of a run that was stopped, which wait out of sight."""
    return {
        path.relative_to(folder): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).parts[0].startswith(".finer-unfinished-")
    }


def hidden(folder):
    return [path.name for path in folder.glob(".*")]


def test_a_tile_set_is_replaced_and_nothing_else(tmp_path, make_raster):
    path = make_raster(size=(96, 96))
    run(tmp_path, path, split=(50, 25, 25))
    (tmp_path / "tiles/notes.txt").write_text("mine")
    tile = next((tmp_path / "tiles/train/hr").iterdir())
    tile.with_name(tile.name + ".aux.xml").write_text("statistics, as QGIS keeps them")
    (tmp_path / "tiles/train/.DS_Store").write_bytes(b"")
    tiles, _ = run(tmp_path, path, split=(0, 0, 100))
    assert sorted(p.name for p in tiles.folder.iterdir()) == ["notes.txt", "test", "tileset.json"]
    assert sorted(p.stem for p in (tiles.folder / "test/hr").iterdir()) == sorted(tiles.names("test"))


def test_an_empty_folder_is_fine(tmp_path, make_raster):
    (tmp_path / "tiles").mkdir()
    run(tmp_path, make_raster(), split=(0, 0, 100))


@pytest.mark.parametrize(
    "name", ("train/notes.txt", "train/hr/mine.tif", "val/labels/{tile}", "train/hr/sub/{tile}")
)
def test_what_the_user_has_put_among_the_tiles_is_not_lost(tmp_path, make_raster, name):
    path = make_raster(size=(96, 96))
    tiles, _ = run(tmp_path, path, split=(50, 25, 25))
    mine = tiles.folder / name.format(tile=next((tiles.folder / "train/hr").iterdir()).name)
    mine.parent.mkdir(exist_ok=True)
    mine.write_bytes(b"mine")
    refused(tmp_path, "which is not the tile set's and would be lost", path, split=(0, 0, 100))
    assert mine.read_bytes() == b"mine"


@pytest.mark.parametrize("name", ("train", "test", "tileset.json"))
def test_folders_of_others_are_left_alone(tmp_path, make_raster, name):
    path = make_raster()
    (tmp_path / "tiles").mkdir()
    if name == "tileset.json":
        (tmp_path / "tiles/tileset.json").write_text('{"asset": {"version": "1.0"}}')  # 3D Tiles have one too
    else:
        (tmp_path / "tiles" / name).mkdir()
    refused(tmp_path, f"has a {name} that is not", path)


def test_outputs_that_would_take_an_input(tmp_path, make_raster, raster_folder):
    path = make_raster(size=(96, 96))
    refused(tmp_path, "holds the input folder", input_folder=str(raster_folder), output="rasters")
    refused(tmp_path, "holds the input folder", input_folder=str(raster_folder), output="")
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


@pytest.mark.parametrize(("after", "existing"), [(1, True), (5, False), (20, True)])
def test_cancelling_leaves_nothing_in_sight(tmp_path, make_raster, existing, after):
    path = make_raster(size=(96, 96))
    if existing:
        run(tmp_path, path)
    before = contents(tmp_path)
    work = ExportTiles.build({**SMALL, "input": str(path), "output": str(tmp_path / "tiles")}).run()
    steps = itertools.takewhile(lambda step: getattr(step, "values", {}).get("done") != after, work)
    assert list(steps)
    work.close()
    assert contents(tmp_path) == before and hidden(tmp_path) == [".finer-unfinished-tiles"]
    run(tmp_path, path)
    assert not hidden(tmp_path)
    run(tmp_path, path, output="uninterrupted")
    assert contents(tmp_path / "tiles") == contents(tmp_path / "uninterrupted")


@pytest.mark.parametrize("existing", (False, True))
def test_an_error_leaves_nothing_in_sight(tmp_path, make_raster, monkeypatch, existing):
    path = make_raster(size=(96, 96))
    if existing:
        run(tmp_path, path)
    before, write = contents(tmp_path), sr_core.tile_export.threaded_tile_cutting.write_tile

    def full(file, *args):
        if file.name.endswith("00072_00000.tif"):
            raise OutputError("{path} could not be written (disk full)", path=file)
        write(file, *args)

    monkeypatch.setattr(sr_core.tile_export.threaded_tile_cutting, "write_tile", full)
    monkeypatch.setattr(sr_core.tile_export.threaded_tile_cutting, "VALUES_PER_TASK", 1)
    with pytest.raises(OutputError, match="disk full"):
        run(tmp_path, path, split=(0, 0, 100))
    assert contents(tmp_path) == before and hidden(tmp_path) == [".finer-unfinished-tiles"]


def test_a_full_disk_is_said(tmp_path, make_raster, monkeypatch):
    monkeypatch.setattr(
        "pathlib.Path.write_bytes", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(OutputError, match="No space left"):
        run(tmp_path, make_raster(), split=(0, 0, 100))
    assert not hidden(tmp_path)  # not one tile was done


@pytest.mark.parametrize("fails_at", range(9))
def test_an_exchange_that_fails_is_undone(tmp_path, make_raster, monkeypatch, fails_at):
    """As on Windows, when somebody has a tile open: the old tile set is there again, whole."""
    path = make_raster(size=(96, 96))
    run(tmp_path, path, stride=16)
    (tmp_path / "tiles/notes.txt").write_text("mine")
    before, rename, calls = contents(tmp_path), os.rename, itertools.count()

    def busy(source, target):
        if next(calls) == fails_at:
            raise OSError(13, "in use")
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(sr_core.resumable_output, "os", SimpleNamespace(**{**vars(os), "rename": busy}))
        with pytest.raises(OutputError, match="in use"):
            run(tmp_path, path, stride=16, split=(40, 30, 30))
    assert contents(tmp_path) == before
    _, steps = run(tmp_path, path, stride=16, split=(40, 30, 30))
    assert "tiles are there" in logs(steps) and not hidden(tmp_path)


def test_threads_end_with_the_job(tmp_path, make_raster, monkeypatch):
    pools = []

    class Pool(ThreadPoolExecutor):
        def __init__(self, *args):
            super().__init__(*args)
            pools.append(self)

    monkeypatch.setattr(sr_core.tile_export.threaded_tile_cutting, "ThreadPoolExecutor", Pool)
    work = ExportTiles.build(
        {**SMALL, "input": str(make_raster(size=(96, 96))), "output": str(tmp_path / "tiles")}
    ).run()
    next(step for step in work if isinstance(step, Progress) and step.fraction > 0)
    work.close()
    assert pools and not any(thread.is_alive() for pool in pools for thread in pool._threads)


def test_stopping_does_not_wait_for_a_task(tmp_path, make_raster, monkeypatch):
    """Threads stop at their next tile, not after the ten that they were given."""
    written, write = [], sr_core.tile_export.threaded_tile_cutting.write_tile

    def slow(*args):
        time.sleep(0.02)
        written.append(args[0])
        write(*args)

    monkeypatch.setattr(sr_core.tile_export.threaded_tile_cutting, "write_tile", slow)
    monkeypatch.setattr(sr_core.tile_export.threaded_tile_cutting, "VALUES_PER_TASK", 10 * 2 * 16 * 16)
    monkeypatch.setattr(sr_core.tile_export.threaded_tile_cutting, "MAX_THREADS", 2)
    options = {**SMALL, "input": str(make_raster(size=(96, 96))), "output": str(tmp_path / "tiles")}
    work = ExportTiles.build({**options, "split": (0, 0, 100)}).run()
    next(step for step in work if isinstance(step, Progress) and step.fraction > 0)
    before = len(written)
    work.close()
    assert len(written) - before <= 8  # two threads, two sides; and as many again for a slow machine
