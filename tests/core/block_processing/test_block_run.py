"""A result in blocks is that of one run, resumes, and is put together."""

from __future__ import annotations

import json
import os
import socket
from contextlib import closing

import numpy as np
import pytest
import rasterio
import rasterio.shutil

import sr_core.block_processing.block_run
from sr_core.block_processing.block_computer import BlockComputer
from sr_core.block_processing.block_folder import RunPart, lock_folder
from sr_core.errors import InputError, OutputError, SrError
from sr_core.jobs import Log
from sr_core.progress import run_to_end

from ..jobs.test_classify_diffusion import make_model as make_diffusion_model  # noqa: F401


def logs(work):
    return [step.text.format(**step.values) for step in work if isinstance(step, Log)]


def files_of(folder):
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in folder.glob("r*/c*.*")}


def test_blocks_are_the_single_run_to_the_bit(job, tmp_path, pixels_of):
    run_to_end(job("whole.tif", block_size=None).run())
    run_to_end(job().run())
    whole = pixels_of("whole.tif")
    np.testing.assert_array_equal(pixels_of("sr.vrt"), whole)
    np.testing.assert_array_equal(pixels_of("sr.gti.gpkg"), whole)
    names = set(files_of(tmp_path / "sr.blocks"))
    assert names == {"r0000/c0000.tif", "r0000/c0001.empty", "r0001/c0000.tif", "r0001/c0001.tif"}
    with rasterio.open(tmp_path / "sr.vrt") as vrt, rasterio.open(tmp_path / "whole.tif") as tif:
        assert (vrt.transform, vrt.crs, vrt.nodata, vrt.dtypes) == (
            tif.transform,
            tif.crs,
            tif.nodata,
            tif.dtypes,
        )
        assert vrt.descriptions == tif.descriptions


def test_what_the_log_says_of_the_raster_it_says_once(job):
    once = logs(job("whole.tif", block_size=None).run())
    said = logs(job().run())
    assert len(said) == len(set(said)), "and not again for each of four blocks"
    assert any("It is not known whether bands" in line for line in once)
    assert [line for line in once if line not in said] == []


def test_a_line_that_every_block_says_is_logged_once(job, monkeypatch):
    compute = BlockComputer.compute

    def warn(self, block):
        yield Log("{block} is hot.", block=block.name)
        yield Log("The card is hot.")
        return (yield from compute(self, block))

    monkeypatch.setattr(BlockComputer, "compute", warn)
    said = logs(job().run())
    assert said.count("The card is hot.") == 1 and sum("is hot" in line for line in said) == 5


def test_a_part_of_the_raster_is_that_part_of_its_single_run(job, pixels_of):
    extent = {"bounds": [500_400, 4_998_800, 501_500, 4_999_500]}
    run_to_end(job("whole.tif", block_size=None, extent=extent).run())
    run_to_end(job(extent=extent).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), pixels_of("whole.tif"))


def test_each_block_says_what_it_was_made_from(job, tmp_path):
    run_to_end(job().run())
    with rasterio.open(tmp_path / "sr.blocks" / "r0001" / "c0000.tif") as block:
        tags = block.tags()
        assert block.profile["tiled"] and block.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
    settings = json.loads(tags["FINER_SETTINGS"])
    ledger = json.loads((tmp_path / "sr.blocks" / "ledger.json").read_text())
    assert tags["FINER_BLOCK"] == "r0001c0000" and tags["FINER_INPUT"].endswith("in.tif")
    assert settings == ledger["settings"] and settings["model"] == tags["FINER_MODEL_SHA256"]
    assert ledger["settled"]["tile_size"] == 32


def test_a_diffusion_model_agrees_too(job, values, make_diffusion_model, make_raster, pixels_of):  # noqa: F811
    path, model = make_raster("strip.tif", size=(20, 140)), make_diffusion_model("diffusion.srpk")
    options = {"input": str(path), "model": str(model), "tile_size": None, "samples": 2, "n_timestep": 2}
    run_to_end(
        job("whole.tif", block_size=None, output_uncertainty=values("w.tif")["output"], **options).run()
    )
    run_to_end(job(output_uncertainty=values("spread.vrt")["output"], **options).run())
    # As with EXTENT: other blocks are made of other tiles of the same canvas, added up in another order.
    np.testing.assert_allclose(pixels_of("sr.vrt"), pixels_of("whole.tif"), atol=1)
    np.testing.assert_allclose(pixels_of("spread.vrt"), pixels_of("w.tif"), rtol=1e-3, atol=0.05)


def test_where_all_is_without_data_there_is_a_result_still(job, make_raster, pixels_of):
    path = make_raster("none.tif", np.zeros((2, 150, 170), "uint16"), nodata=0)
    run_to_end(job(input=str(path)).run())
    assert pixels_of("sr.vrt").shape == (2, 300, 340) and not pixels_of("sr.vrt").any()


def test_a_stopped_run_goes_on_with_what_is_missing(job, tmp_path, pixels_of):
    with closing(job().run()) as work:
        while len(files_of(tmp_path / "sr.blocks")) < 2:
            next(work)
    left = tmp_path / "sr.blocks" / "r0000" / ".finer-99999999-killed"  # by a worker that was killed
    left.mkdir()
    (left / ".finer-owner").write_text(
        json.dumps({"host": socket.gethostname(), "pid": 99999999, "start": None})
    )
    before = files_of(tmp_path / "sr.blocks")
    assert not (tmp_path / "sr.vrt").exists() and 2 <= len(before) < 4
    assert f"4 blocks, of which {len(before)} are there and {4 - len(before)} are computed now." in logs(
        job().run()
    )
    after = files_of(tmp_path / "sr.blocks")
    assert len(after) == 4 and after.items() >= before.items()
    run_to_end(job("whole.tif", block_size=None).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), pixels_of("whole.tif"))
    assert not list(tmp_path.rglob(".finer-*"))


def test_what_others_have_made_is_made_anew(job, tmp_path, pixels_of):
    run_to_end(job().run())
    expected, block = pixels_of("sr.vrt"), tmp_path / "sr.blocks" / "r0001" / "c0001.tif"
    rasterio.shutil.copy(block, tmp_path / "copy.tif", driver="GTiff")
    with rasterio.open(tmp_path / "copy.tif", "r+") as copy:
        copy.update_tags(FINER_BLOCK_SETTINGS="others")
        copy.write(copy.read() // 2)
    os.replace(tmp_path / "copy.tif", block)
    assert "4 blocks, of which 3 are there and 1 are computed now." in logs(job().run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), expected)


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"gain": [2e-4]}, "GAIN"),
        ({"block_size": 512}, "BLOCK_SIZE"),
        ({"tile_size": 40, "exact": True}, "EXACT, TILE_SIZE"),
        ({"extent": {"bounds": [500_000, 4_998_800, 501_000, 4_999_500]}}, "EXTENT"),
    ],
)
def test_other_settings_are_refused_in_one_sentence(job, tmp_path, change, names):
    run_to_end(job().run())
    before = files_of(tmp_path / "sr.blocks")
    with pytest.raises(
        InputError, match=rf"sr\.blocks were made with other settings \({names}\): restore them"
    ):
        run_to_end(job(**change).run())
    assert files_of(tmp_path / "sr.blocks") == before


def test_another_version_is_refused_in_one_sentence(job, monkeypatch):
    run_to_end(job().run())
    monkeypatch.setattr(sr_core.block_processing.block_run, "__version__", "99.0")
    with pytest.raises(
        InputError, match=r"were made by Finer .+, and this is 99\.0: continue with that version"
    ):
        run_to_end(job().run())


def test_a_changed_input_is_refused(job, tmp_path, make_raster):
    run_to_end(job().run())
    path = make_raster(size=(150, 170), nodata=0)
    os.utime(
        path, (path.stat().st_atime, path.stat().st_mtime + 2)
    )  # the whole run may take less than a second
    with pytest.raises(InputError, match=r"other settings \(INPUT_FILES\)"):
        run_to_end(job().run())


def test_two_runs_on_one_folder_do_not_fight(job, tmp_path):
    with closing(job().run()) as first:
        while not (tmp_path / "sr.blocks" / "ledger.json").exists():
            next(first)
        for other in (job(), job(part="1/2")):
            with pytest.raises(OutputError, match=r"Another run is writing blocks into .*sr\.blocks: wait"):
                run_to_end(other.run())


def test_parts_of_a_run_share_one_folder(job, tmp_path, pixels_of):
    path = tmp_path / "sr.blocks"
    with lock_folder(path, RunPart(1, 2)), lock_folder(path, RunPart(2, 2)):
        for other in (RunPart(2, 2), RunPart(1, 3), RunPart()):
            with pytest.raises(OutputError), lock_folder(path, other):
                pass


def test_parts_make_one_result(job, tmp_path, pixels_of):
    run_to_end(job("whole.tif", block_size=None).run())
    assert any("finishes last" in line for line in logs(job(part="2/2").run()))
    assert len(files_of(tmp_path / "sr.blocks")) == 2 and not (tmp_path / "sr.vrt").exists()
    run_to_end(job(part="1/2").run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), pixels_of("whole.tif"))


@pytest.mark.parametrize(
    ("part", "says"), [("3/2", "PART=3/2 is not a part"), ("1/2", "let OUTPUT end in .vrt")]
)
def test_parts_that_make_no_result_are_refused(job, part, says):
    with pytest.raises(InputError, match=says):
        run_to_end(job("sr.tif", part=part).run())


def test_blocks_become_one_file(job, tmp_path, pixels_of):
    run_to_end(job("whole.tif", block_size=None).run())
    with closing(job("sr.tif").run()) as work:
        while not list(tmp_path.glob(".finer-unfinished-sr.tif/r*/*.tif")):
            next(work)
    assert any(
        "of which 1 are there" in line or "of which 2 are there" in line for line in logs(job("sr.tif").run())
    )
    np.testing.assert_array_equal(pixels_of("sr.tif"), pixels_of("whole.tif"))
    with rasterio.open(tmp_path / "sr.tif") as result, rasterio.open(tmp_path / "whole.tif") as whole:
        assert result.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert (
            "FINER_BLOCK" not in result.tags() and result.tags()["FINER_MODEL"] == whole.tags()["FINER_MODEL"]
        )
    assert not list(tmp_path.glob(".finer*"))


def failing(monkeypatch, name, times):
    """Have a block fail so many times; return the list of the names of the blocks that were tried."""
    tried, original = [], BlockComputer.compute

    def compute(self, block):
        tried.append(block.name)
        if block.name == name and tried.count(name) <= times:
            raise RuntimeError("https://host/x.tif?sig=geheim answers 503")
        return (yield from original(self, block))

    monkeypatch.setattr(BlockComputer, "compute", compute)
    return tried


def test_a_block_that_fails_twice_is_tried_again(job, monkeypatch):
    tried = failing(monkeypatch, "r0001c0000", 2)
    run_to_end(job().run())
    assert sorted(tried) == ["r0000c0000", "r0000c0001", *["r0001c0000"] * 3, "r0001c0001"]


def test_a_block_that_fails_three_times_is_listed_and_the_rest_goes_on(job, tmp_path, monkeypatch, pixels_of):
    run_to_end(job("whole.tif", block_size=None).run())
    failing(monkeypatch, "r0001c0000", 3)
    says = r"^1 of 4 blocks could not be computed\. Block r0001c0000: .* answers 503\. All are listed in .*failed.json"
    with pytest.raises(SrError, match=says):
        run_to_end(job().run())
    listed = (tmp_path / "sr.blocks" / "failed.json").read_text()
    assert set(json.loads(listed)) == {"r0001c0000"} and "geheim" not in listed
    whole, result = pixels_of("whole.tif"), pixels_of("sr.vrt")
    assert (result[:, 100:, :90] == 0).all()
    np.testing.assert_array_equal(result[:, 100:, 120:], whole[:, 100:, 120:])
    run_to_end(job().run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), whole)
    assert not (tmp_path / "sr.blocks" / "failed.json").exists()


def test_the_whole_has_overviews(job, make_raster, tmp_path):
    slope = np.linspace(1000, 9000, 2100)[None, None].repeat(20, axis=1).astype("uint16")
    path = make_raster("long.tif", np.concatenate([slope, slope // 2]), nodata=0)
    run_to_end(job(input=str(path), block_size=1024, tile_size=64).run())
    with rasterio.open(tmp_path / "sr.vrt") as whole:
        assert whole.overviews(1)[:2] == [16, 32]
        pixels = whole.read()[:, :32, :4192].astype(float)
    mean = pixels.reshape(2, 2, 16, 262, 16).mean(axis=(2, 4))
    step = 16 * 8000 / 4200  # between two pixels of these overviews; blocks may lie half of one beside
    for name in ("sr.vrt", "sr.gti.gpkg"):
        with rasterio.open(tmp_path / name, overview_level=0) as overviews:
            assert np.abs(overviews.read()[:, :2, :262] - mean).max() < 0.6 * step
