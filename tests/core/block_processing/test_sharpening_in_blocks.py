"""Sharpening in blocks: the scene is staged and learnt from once, a stopped run goes on, and the result is that of one run."""

from __future__ import annotations

import json
import os
import pickle
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio

from sr_core.block_processing import block_run, preparation
from sr_core.errors import InputError, OutputError
from sr_core.inference import convolutional
from sr_core.jobs import Job, Progress, _scene_fusion
from sr_core.jobs._sentinel2_scene_options import SceneOptions
from sr_core.jobs.export_tiles import ExportTiles
from sr_core.jobs.train_model import TrainModel
from sr_core.package.srpk import ModelPackage
from sr_core.raster.radiometry import Radiometry
from sr_core.sentinel2.bands import RESOLUTIONS

from ..support.guided_scenes import guided_package, make_scene
from ..support.sentinel2_products import reflectance, write_product
from ..support.small_packages import fusion_package, package_info
from ..support.small_trainings import log_lines, run_to_end

SIZE = 300
"""Pixels of 10 m along a side: four blocks of 256 pixels."""


@pytest.fixture
def product(tmp_path):
    pixels = {band: reflectance(band, SIZE) for band in RESOLUTIONS}
    return str(write_product(tmp_path / "product", "1C", pixels=pixels, leave_out=["TCI"]))


@pytest.fixture
def sharpen(tmp_path, product, monkeypatch):
    """`sharpen(output, ...)` is a job on a product of four blocks, with small tiles, whose blocks are computed elsewhere."""
    fusion_package().save(tmp_path / "fusion.srpk")
    monkeypatch.setattr(_scene_fusion, "TILE_SIZE", 32)
    monkeypatch.setattr(convolutional, "choose_tile_size", lambda net: 64)
    compute = block_run.BlockComputer.compute

    def travel(self, block):
        return compute(pickle.loads(pickle.dumps(self)), block)

    monkeypatch.setattr(block_run.BlockComputer, "compute", travel)

    def choose(output="ten.vrt", **options):
        fixed = {"input": product, "model": str(tmp_path / "fusion.srpk"), "device": "cpu", "threads": 1}
        blocks = {"block_size": 256, "output": str(tmp_path / output)}
        return Job.load({"id": "sharpen_sentinel2", **fixed, **blocks, **options})

    return choose


@pytest.fixture
def second_model(tmp_path):
    """Options of a run to 5 m."""
    names = ("B04", "B03", "B02", "B08")
    info = package_info(
        bands=names, scale=2, nodata=0, radiometry=Radiometry(gain=(1e-4,) * 4, offset=(0,) * 4), mean=(0.2,) * 4,
        std=(0.1,) * 4, metrics=None,
    )  # fmt: skip
    ModelPackage(info, info.net()).save(tmp_path / "sr.srpk")
    return {"resolution": "5", "sr_model": str(tmp_path / "sr.srpk")}


@contextmanager
def nothing_prepared():
    """Let staging and learning fail in this block."""
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in ((SceneOptions, "stage_scene"), (TrainModel, "run"), (ExportTiles, "run")):
            patch.setattr(owner, name, lambda *_, **__: pytest.fail("prepared again"))
        yield


def content(path):
    """Return the pixels of a result, and what else they mean."""
    with rasterio.open(path) as dataset:
        tags = {name: dataset.tags().get(name) for name in ("FINER_SCENE", "FINER_SCENE_TIME", "FINER_MODEL")}
        waves = [dataset.tags(band, ns="IMAGERY") for band in dataset.indexes]
        about = (
            dataset.transform,
            dataset.crs,
            dataset.nodata,
            dataset.dtypes,
            dataset.descriptions,
            dataset.scales,
        )
        return dataset.read(), (*about, dataset.colorinterp, waves, tags)


def assert_equal(one, other):
    (pixels, about), (others, theirs) = content(one), content(other)
    assert about == theirs
    np.testing.assert_array_equal(pixels, others)
    assert len(np.unique(pixels)) > 100


def names_in(folder):
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("output", ["ten.vrt", "ten.tif"])
def test_blocks_of_10_m_are_the_single_run_to_the_bit(tmp_path, sharpen, output):
    extras = {"atmosphere": True, "output_rgb": str(tmp_path / "rgb.tif")}
    result = run_to_end(sharpen(output, **extras).run())[1]
    run_to_end(sharpen("whole.tif", block_size=None, atmosphere=True).run())
    assert_equal(tmp_path / output, tmp_path / "whole.tif")
    *_, waves, tags = content(tmp_path / output)[1]
    assert all(waves) and None not in tags.values()
    assert (tmp_path / "rgb.tif").exists() and not list(tmp_path.rglob(".finer-*"))
    if output == "ten.vrt":
        kept = names_in(tmp_path / "ten.blocks")
        assert len(list(tmp_path.glob("ten.blocks/r*/c*.tif"))) == 4 and "bands" not in kept
        with nothing_prepared():
            steps, again = run_to_end(sharpen(**extras).run())
        assert again == result and "All blocks are there already." in log_lines(steps)


def test_blocks_of_5_m_are_the_single_run_to_the_bit(tmp_path, sharpen, second_model):
    ten = tmp_path / "ten.blocks" / "ten.vrt"
    with closing(sharpen(**second_model).run()) as work:
        while not list(tmp_path.glob("ten.blocks/r*/c*.tif")):
            next(work)
        before = ten.stat().st_mtime_ns
        with pytest.raises(OutputError, match="Another run is writing blocks into"):
            run_to_end(sharpen(**second_model).run())
        assert ten.stat().st_mtime_ns == before
        run_to_end(work)
    run_to_end(sharpen("whole.tif", block_size=None, **second_model).run())
    assert_equal(tmp_path / "ten.vrt", tmp_path / "whole.tif")
    total = len(list(tmp_path.glob("ten.blocks/r*/c*.tif")))
    assert not [name for name in names_in(tmp_path / "ten.blocks") if name.startswith(("ten", "bands"))]
    (tmp_path / "ten.blocks" / "r0001" / "c0001.tif").unlink()  # all that it takes is made again
    steps, _ = run_to_end(sharpen(**second_model).run())
    assert total > 4
    assert f"{total} blocks, of which {total - 1} are there and 1 are computed now." in log_lines(steps)
    assert_equal(tmp_path / "ten.vrt", tmp_path / "whole.tif")


def test_a_stopped_run_neither_stages_nor_learns_again(tmp_path, sharpen, second_model):
    learning = {"model": None, "minutes": 0.02, **second_model}
    with closing(sharpen(**learning).run()) as work:
        while not list(tmp_path.glob("ten.blocks/ten.blocks/r*/c*.tif")):
            next(work)
    kept = tmp_path / "ten.blocks"
    assert {"bands", "learnt", "preparation.json"} <= names_in(kept)
    there = len(list(kept.rglob("c*.tif")))
    for change, name in (({"minutes": 0.03}, "MINUTES"), ({"mask_clouds": True}, "MASK_CLOUDS")):
        with pytest.raises(InputError, match=rf"ten\.blocks were made with other settings \({name}\)"):
            run_to_end(sharpen(**learning | change).run())
    with nothing_prepared():
        steps, _ = run_to_end(sharpen(**learning).run())
    assert f"4 blocks, of which {there} are there and {4 - there} are computed now." in log_lines(steps)
    learnt = kept / "learnt" / "learnt_from_this_scene.srpk"
    assert names_in(learnt.parent) == {learnt.name} and "bands" not in names_in(kept)
    assert not list(tmp_path.rglob(".finer-*"))
    given = {**learning, "model": str(learnt), "block_size": None}
    run_to_end(sharpen("whole.tif", **given).run())
    assert_equal(tmp_path / "ten.vrt", tmp_path / "whole.tif")


def test_a_single_file_is_computed_again_though_its_folder_was_left(tmp_path, sharpen):
    """As on Windows, which removes no file that is open."""
    run_to_end(sharpen("ten.tif").run())
    (tmp_path / ".finer-unfinished-ten.tif").mkdir()
    preparation.note_done(str(tmp_path / "ten.tif"), {})
    assert preparation.read_done(str(tmp_path / "ten.tif")) is None
    preparation.remove_prepared(str(tmp_path / "ten.tif"), "bands")
    assert not list(tmp_path.glob(".finer-*"))


def test_a_run_that_came_to_nothing_does_not_stand_in_the_way(tmp_path, sharpen, monkeypatch):
    with monkeypatch.context() as patch, pytest.raises(InputError, match="no scene"):

        def fail(*_):
            raise InputError("no scene")

        patch.setattr(SceneOptions, "stage_scene", fail)
        run_to_end(sharpen().run())
    run_to_end(sharpen(mask_clouds=False, extent=None, atmosphere=True).run())
    assert (tmp_path / "ten.vrt").exists()


def test_what_another_part_has_prepared_meanwhile_is_taken(tmp_path):
    def make(new):
        (new / "mine").touch()
        (tmp_path / "kept").mkdir()
        (tmp_path / "kept" / "theirs").touch()
        yield Progress(1)

    kept = run_to_end(preparation.keep(tmp_path, "kept", make))[1]
    assert names_in(kept) == {"theirs"} and names_in(tmp_path) == {"kept"}


def test_blocks_of_another_scene_of_a_search_are_refused(tmp_path, sharpen):
    run_to_end(sharpen().run())
    kept = tmp_path / "ten.blocks"
    (kept / "bands").mkdir()
    made = json.loads((kept / "ledger.json").read_text(encoding="utf-8"))["settings"]
    same = SimpleNamespace(name=made["input"], time=made["time"])
    _scene_fusion.require_scene_of_blocks(same, kept, "bands")
    assert (kept / "bands").exists()
    other = SimpleNamespace(name="S2B_ANOTHER", time=made["time"])
    with pytest.raises(InputError, match="and the search now finds S2B_ANOTHER"):
        _scene_fusion.require_scene_of_blocks(other, kept, "bands")
    assert not (kept / "bands").exists()


def test_what_was_half_staged_is_staged_again(tmp_path, sharpen):
    kept = tmp_path / "ten.blocks"
    with closing(sharpen().run()) as work:
        while not list(kept.glob(".finer-*/bands/*.raw")):
            next(work)
        with pytest.raises(OutputError, match=r"Another run is writing blocks into .*ten\.blocks: wait"):
            run_to_end(sharpen().run())
    assert "bands" not in names_in(kept)
    run_to_end(sharpen().run())
    run_to_end(sharpen("whole.tif", block_size=None).run())
    assert_equal(tmp_path / "ten.vrt", tmp_path / "whole.tif")


def test_another_product_of_the_name_is_refused(tmp_path, sharpen, product):
    run_to_end(sharpen().run())
    image = next(Path(product).rglob("*B05.jp2"))
    os.utime(image, (1, 1))
    with pytest.raises(InputError, match=r"other settings \(INPUT_FILES\)"):
        run_to_end(sharpen().run())


def test_parts_wait_for_the_one_that_prepares_and_make_one_result(tmp_path, sharpen, monkeypatch):
    monkeypatch.setattr(preparation, "WAIT", 0)
    with closing(sharpen(part="1/2").run()) as first:
        while not list(tmp_path.glob("ten.blocks/.finer-*/bands/*.raw")):
            next(first)
        with closing(sharpen(part="2/2").run()) as second:
            said = [next(second) for _ in range(5)]
        assert {each.text for each in said if isinstance(each, Progress)} == {
            "Waiting for another part of the run"
        }
        run_to_end(first)
    with nothing_prepared():
        run_to_end(sharpen(part="2/2").run())
    run_to_end(sharpen("whole.tif", block_size=None).run())
    assert_equal(tmp_path / "ten.vrt", tmp_path / "whole.tif")
    assert "bands" not in names_in(tmp_path / "ten.blocks")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"part": "1/2", "resolution": "5"}, "RESOLUTION 5 m needs all blocks of 10 m before"),
        ({"part": "1/2", "output": "x.tif"}, "let OUTPUT end in .vrt"),
    ],
)
def test_what_does_not_go_in_parts_is_refused_before_anything_is_staged(
    tmp_path, sharpen, second_model, options, says
):
    own = second_model if "resolution" in options else {}
    options |= {"output": str(tmp_path / options.get("output", "ten.vrt"))}
    with nothing_prepared(), pytest.raises(InputError, match=says):
        run_to_end(sharpen(**{**own, **options}).run())


@pytest.fixture
def bands(tmp_path, make_raster, monkeypatch):
    """`bands(output, ...)` is a job that sharpens two bands, in four blocks."""
    monkeypatch.setattr(convolutional, "choose_tile_size", lambda net: 64)
    scene = make_scene(make_raster, size=(160, 176))

    def choose(output="sharp.vrt", **options):
        files = {"input": scene.coarse, "guide": scene.guide, "output": str(tmp_path / output)}
        fixed = {
            "degradation": {"id": "mtf", "mtf": [0.3]},
            "device": "cpu",
            "minutes": 0.02,
            "block_size": 256,
        }
        return Job.load({"id": "sharpen_bands", **files, **fixed, **options})

    return choose


def test_bands_are_learnt_from_once_and_equal_the_single_run(tmp_path, bands):
    learnt = tmp_path / "sharp.blocks" / "learnt" / "model.srpk"
    with closing(bands().run()) as work:
        while not list(tmp_path.glob("sharp.blocks/r*/c*.tif")):
            next(work)
    assert learnt.exists() and not (tmp_path / "sharp.vrt").exists()
    with pytest.raises(InputError, match=r"sharp\.blocks were made with other settings \(SEED\)"):
        run_to_end(bands(seed=1).run())
    kept, there = tmp_path / "kept.srpk", len(list(tmp_path.glob("sharp.blocks/r*/c*.tif")))
    with nothing_prepared():
        steps, result = run_to_end(bands(output_model=str(kept)).run())
    total = len(list(tmp_path.glob("sharp.blocks/r*/c*.tif")))
    assert total > there
    assert f"{total} blocks, of which {there} are there and {total - there} are computed now." in log_lines(
        steps
    )
    assert result.ergas and kept.read_bytes() == learnt.read_bytes()  # measured on the tiles that were kept
    assert names_in(learnt.parent) == {"model.srpk"} and not list(tmp_path.rglob(".finer-*"))
    whole = bands("whole.tif", model=str(kept), block_size=None)
    run_to_end(whole.run())
    with rasterio.open(tmp_path / "sharp.vrt") as mosaic, rasterio.open(tmp_path / "whole.tif") as one:
        np.testing.assert_array_equal(mosaic.read(), one.read())
    with nothing_prepared():
        run_to_end(bands().run())


def test_a_report_is_written_though_blocks_are_joined_to_one_file(tmp_path, bands):
    page, model = tmp_path / "report.html", tmp_path / "model.srpk"
    run_to_end(bands("sharp.tif", output_html=str(page), output_model=str(model)).run())
    assert page.exists() and model.exists() and not list(tmp_path.glob(".finer-*"))


def test_blocks_by_a_given_model_are_no_reason_to_learn(tmp_path, bands):
    guided_package().save(tmp_path / "given.srpk")
    run_to_end(bands(model=str(tmp_path / "given.srpk")).run())
    with nothing_prepared(), pytest.raises(InputError, match=r"made with other settings \(MODEL\)"):
        run_to_end(bands().run())
