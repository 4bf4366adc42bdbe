"""An input that changes during a run ends it, and no result mixes two states of it."""

from __future__ import annotations

import itertools
import os

import pytest
import rasterio

from sr_core.errors import InputChanged
from sr_core.jobs import Progress, _input_change_watch

from ..support.export_runs import SMALL
from ..support.job_runs import finish, load, vrt, write_model
from ..support.small_trainings import train


@pytest.fixture
def model(tmp_path):
    return write_model(tmp_path / "m.srpk")


@pytest.fixture
def one_band(make_raster):
    return make_raster("in.tif", bands=1)


def changed(path, how):
    if how == "removed":
        path.unlink()
    elif how == "replaced":
        copy = path.with_suffix(".copy")
        copy.write_bytes(path.read_bytes())
        os.utime(copy, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
        os.replace(copy, path)
    elif how == "touched":
        os.utime(path, ns=(1, 1))
    else:
        with path.open("ab") as file:
            file.write(b"x")


@pytest.mark.parametrize("when", ["at once", "only at the end"])
@pytest.mark.parametrize(
    ("job", "how"),
    [
        *(("classify_pixels", how) for how in ("grown", "touched", "replaced", "removed")),
        ("pansharpen", "grown"),
        ("export_tiles", "touched"),
        ("evaluate_model", "grown"),
    ],
)
def test_an_input_that_changes_during_a_run_ends_it(
    tmp_path, make_raster, make_tileset, monkeypatch, job, when, how
):
    monkeypatch.setattr(_input_change_watch, "PAUSE", 0.0 if when == "at once" else 1e9)
    out = tmp_path / "out"
    out.mkdir()
    source = make_raster("source.tif", bands=1)
    given = vrt(tmp_path / "given.vrt", vrt(tmp_path / "inner.vrt", source))
    if job == "evaluate_model":
        tileset, model = make_tileset(), tmp_path / "m.srpk"
        train(tileset, model, backbone={"id": "edsr", "n_feats": 4, "n_blocks": 1}, epochs=1, patch_size=8)
        source = next(tileset.folder.glob("test/hr/*.tif"))
        values = {"model": model, "tiles": tileset.folder, "output_html": out / "page.html"}
    elif job == "classify_pixels":
        write_model(tmp_path / "m.srpk")
        values = {"input": given, "model": tmp_path / "m.srpk", "tile_size": 16, "output": out / "sr.tif"}
    elif job == "pansharpen":
        xs = make_raster("xs.tif", size=(20, 28), transform=rasterio.Affine(20, 0, 5e5, 0, -20, 5e6))
        with rasterio.open(given) as dataset:
            assert dataset.transform.a == 10
        pan = make_raster("pan.tif", bands=1, transform=rasterio.Affine(10, 0, 5e5, 0, -10, 5e6))
        source, values = pan, {"input": xs, "pan": pan, "output": out / "sharp.tif"}
    else:
        values = {**SMALL, "input": given, "output": out / "tiles", "output_html": out / "page.html"}
    work = load(job, **values).run()
    seen = list(itertools.islice((step for step in work if isinstance(step, Progress)), 2))
    assert seen
    changed(source, how)
    with pytest.raises(InputChanged, match="was changed or removed while it was read"):
        list(work)
    assert [
        path.name for path in out.rglob("*") if path.is_file() and ".finer-unfinished" not in str(path)
    ] == []


def test_what_qgis_writes_beside_an_input_ends_no_run(tmp_path, one_band, model, monkeypatch):
    monkeypatch.setattr(_input_change_watch, "PAUSE", 0.0)
    beside = tmp_path / "in.tif.aux.xml"
    beside.write_text("<PAMDataset></PAMDataset>")
    work = load(
        "classify_pixels", input=one_band, model=model, tile_size=16, output=tmp_path / "sr.tif"
    ).run()
    for step in work:
        if isinstance(step, Progress):
            beside.write_text("<PAMDataset> </PAMDataset>")
            (tmp_path / "in.tif.ovr").write_text("")
    assert (tmp_path / "sr.tif").exists()


def test_what_a_stopped_run_keeps_on_the_disk_is_named(tmp_path, one_band, model):
    left = tmp_path / ".finer-unfinished-tiles"
    left.mkdir()
    (left / "big").write_bytes(bytes(3_000_000))
    lines = finish(load("classify_pixels", input=one_band, model=model, output=tmp_path / "sr.tif"))
    assert any(line.startswith(f"{left} holds 3 MB of a run that was stopped") for line in lines)
