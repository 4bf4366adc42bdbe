"""Tiles with a guide: cut beside the other two sides, degraded like them where asked, turned like them, and learnt from."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from sr_core.datasets.tileset import TileSet
from sr_core.degradations.mtf import Mtf
from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage
from sr_core.raster.space_to_depth import fold

from ..support.guided_scenes import CORNER, make_scene
from ..support.small_trainings import log_lines, run_to_end

SMALL = {"scale": 2, "tile_size": 16, "stride": 16, "split": [60, 20, 20]}


def export(scene, out, **values):
    job = {
        "id": "export_tiles",
        "input": scene.coarse,
        "guide": scene.guide,
        "output": str(out),
        **SMALL,
        **values,
    }
    run_to_end(Job.load(job).run())
    return TileSet.open(out)


def place_of(tileset, split, name, side="hr"):
    with rasterio.open(tileset.path(split, side, name)) as tile:
        return tile.transform


def test_tiles_hold_the_guides_own_pixels(tmp_path, make_raster):
    """Of a truth at 20 m, low resolution at 40 m and a guide at 10 m, whose pixels lie 4 times along the low-resolution ones."""
    scene = make_scene(make_raster)
    tileset = export(scene, tmp_path / "tiles")
    info = tileset.info
    assert info.format == 2 and info.guide.ratio == 4 and info.n_inputs == 2 + 2 * 16 and not info.wald
    for split in ("train", "val", "test"):
        for name in tileset.names(split):
            place = place_of(tileset, split, name)
            col, row = ~CORNER * (place.c, place.f)
            own = scene.guide_pixels[
                :, round(2 * row) : round(2 * row) + 32, round(2 * col) : round(2 * col) + 32
            ]
            with rasterio.open(tileset.path(split, "guide", name)) as tile:
                np.testing.assert_array_equal(tile.read(), own)
                assert tile.transform.almost_equals(place * Affine.scale(0.5))
            pair = tileset.read(split, name)
            np.testing.assert_allclose(pair.guide, own * 1e-4, rtol=1e-6)
            np.testing.assert_array_equal(pair.inputs[2:], fold(pair.guide, 4))
    learnt = [scene_guide(tileset, name) for name in tileset.names("train")]
    np.testing.assert_allclose(info.guide.mean, np.mean(learnt, axis=(0, 2, 3)), rtol=1e-6)
    np.testing.assert_allclose(info.guide.std, np.std(learnt, axis=(0, 2, 3)), rtol=1e-5)


def test_tiles_hold_the_bands_of_the_guide_that_are_chosen(tmp_path, make_raster):
    scene = make_scene(make_raster, guide_bands=3)
    whole = export(scene, tmp_path / "whole")
    chosen = export(scene, tmp_path / "chosen", guide_bands=[3, 1])
    assert len(whole.info.guide.bands) == 3 and len(chosen.info.guide.bands) == 2
    name = whole.names("train")[0]
    np.testing.assert_array_equal(scene_guide(chosen, name), scene_guide(whole, name)[[2, 0]])


def scene_guide(tileset, name):
    return tileset.read("train", name).guide.astype(float)


def test_wald_makes_both_coarser_by_the_sensors_blur(tmp_path, make_raster):
    """In the middle of a block a tile's guide is the whole guide, degraded."""
    scene = make_scene(make_raster, size=(64, 64))
    degradation = {"id": "mtf", "mtf": [0.25, 0.4]}
    tileset = export(scene, tmp_path / "tiles", wald=True, degradation=degradation, tile_size=32, stride=32)
    assert tileset.info.guide.ratio == 2 and tileset.info.wald
    whole, _ = Mtf(mtf=(0.25, 0.4)).apply(
        scene.guide_pixels, np.ones(scene.guide_pixels.shape, bool), 2, None
    )
    compared = 0
    for split in ("train", "val", "test"):
        for name in tileset.names(split):
            place = place_of(tileset, split, name, "guide")
            assert place.a == 20  # as coarse as the truth
            col, row = (round(each) for each in ~CORNER * (place.c, place.f))
            with rasterio.open(tileset.path(split, "guide", name)) as tile:
                found = tile.read()
            inner = (slice(None), slice(4, -4), slice(4, -4))
            np.testing.assert_array_equal(found[inner], whole[:, row : row + 32, col : col + 32][inner])
            compared += 1
    assert compared == 4


@pytest.mark.parametrize(("angle", "wald"), ((90.0, True), (45.0, True), (45.0, False)))
def test_turned_tiles_turn_the_guide_too(tmp_path, make_raster, angle, wald):
    """The guide is the truth at finer pixels, so averaged it is HR, or degraded LR, in turned tiles as well."""
    scene = make_scene(make_raster, size=(96, 96), guide_bands=1, bands=1)
    tileset = export(scene, tmp_path / "tiles", rotation=angle, wald=wald, tile_size=32, stride=32)
    turned = [
        (split, name) for split in ("train", "val", "test") for name in tileset.names(split) if "_r" in name
    ]
    assert turned
    for split, name in turned:
        pair = tileset.read(split, name)
        ratio = pair.guide.shape[-1] // pair.lr.shape[-1]
        assert ratio == (2 if wald else 4)
        averaged = fold(pair.guide, ratio).mean(axis=0)
        inner = (slice(3, -3), slice(3, -3))
        assert np.corrcoef(averaged[inner].ravel(), pair.lr[0][inner].ravel())[0, 1] > 0.97


def test_gaps_of_the_guide_leave_tiles_out(tmp_path, make_raster):
    scene = make_scene(make_raster, size=(64, 64))
    pixels = scene.guide_pixels.copy()
    pixels[0, :10, :10] = 0
    make_raster("guide.tif", pixels, transform=CORNER * Affine.scale(0.5), nodata=0)
    tileset = export(scene, tmp_path / "tiles")
    assert sum(len(names) for names in tileset.info.splits.values()) == 15
    kept = export(scene, tmp_path / "kept", min_valid=0.1)
    name = next(n for s in kept.info.splits.values() for n in s if n.endswith("_00000_00000"))
    split = next(s for s, names in kept.info.splits.items() if name in names)
    valid = kept.read(split, name).valid
    assert not valid[:, :6, :6].any() and valid[:, 6:].all() and valid[:, :, 6:].all()


def test_tiles_without_a_guide_are_written_as_before(tmp_path, make_raster):
    scene = make_scene(make_raster)
    export(scene, tmp_path / "tiles", guide=None)
    info = json.loads((tmp_path / "tiles" / "tileset.json").read_text())
    assert info["format"] == 1 and not {"guide", "wald"} & info.keys()
    assert {path.name for path in (tmp_path / "tiles" / "train").iterdir()} == {"hr", "lr"}


def test_a_run_goes_on_with_guides_that_are_whole(tmp_path, make_raster):
    """A guide that a crash has cut short is cut again."""
    scene = make_scene(make_raster)
    whole = export(scene, tmp_path / "whole")
    job = Job.load(
        {
            "id": "export_tiles",
            "input": scene.coarse,
            "guide": scene.guide,
            "output": str(tmp_path / "again"),
            **SMALL,
        }
    )
    work = job.run()
    for step in work:
        if getattr(step, "values", {}).get("done") == 6:
            break
    work.close()
    cut = sorted((tmp_path / ".finer-unfinished-again" / "uncut" / "guide").glob("*.tif"))
    assert len(cut) >= 5
    cut[0].write_bytes(b"")
    run_to_end(job.run())
    assert digests(tmp_path / "again") == digests(whole.folder)


def digests(folder: Path):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.tif")
    }


def test_options_that_do_not_go_together_are_refused(tmp_path, make_raster):
    scene = make_scene(make_raster)
    with pytest.raises(InputError, match="WALD is for a network with a guide"):
        export(scene, tmp_path / "x", guide=None, wald=True)
    with pytest.raises(InputError, match="WALD makes the low-resolution side"):
        export(scene, tmp_path / "x", wald=True, input_lr=scene.coarse)
    with pytest.raises(InputError, match="GUIDE belongs to one raster"):
        export(scene, tmp_path / "x", input=None, input_folder=str(tmp_path))


@pytest.mark.parametrize("network", ({"id": "edsr", "n_feats": 8, "n_blocks": 1}, "sr3"))
def test_networks_learn_and_are_measured_with_a_guide(tmp_path, make_raster, network):
    diffusion = network == "sr3"
    if diffusion:
        network = {"id": "sr3", "inner_channel": 8, "norm_groups": 4, "channel_mults": [1, 2], "attn_res": []}
    scene = make_scene(make_raster, size=(64, 96))
    tileset = export(scene, tmp_path / "tiles", wald=True, tile_size=32, stride=32)
    training = {
        "id": "train_model", "tiles": str(tileset.folder), "backbone": network, "epochs": 1 if diffusion else 8,
        "batch_size": 2, "patch_size": 8, "learning_rate": 5e-3, "device": "cpu", "jitter": 0.1, "cutblur": 0.2,
        "objective": "denoising" if diffusion else "pixel", "output": str(tmp_path / "m.srpk"),
    }  # fmt: skip
    steps, found = run_to_end(Job.load(training).run())
    if not diffusion:
        assert found.psnr > found.bicubic_psnr + 1
    _, measured = run_to_end(
        Job.load(
            {
                "id": "evaluate_model", "model": str(tmp_path / "m.srpk"), "tiles": str(tileset.folder),
                "device": "cpu", "output_html": str(tmp_path / "x.html"),
            }
        ).run()
    )  # fmt: skip
    assert measured.psnr == pytest.approx(found.psnr, abs=0.5 if diffusion else 1e-3)
    if diffusion:
        return
    plain = export(scene, tmp_path / "plain", guide=None, tile_size=32, stride=32)
    with pytest.raises(InputError, match="so that its weights mean something else"):
        again = {
            **training,
            "tiles": str(plain.folder),
            "pretrained": str(tmp_path / "m.srpk"),
            "cutblur": 0.0,
        }
        run_to_end(Job.load({**again, "output": str(tmp_path / "n.srpk")}).run())
    with pytest.raises(InputError, match="no guide"):
        run_to_end(
            Job.load(
                {
                    "id": "evaluate_model", "model": str(tmp_path / "m.srpk"), "tiles": str(plain.folder),
                    "device": "cpu", "output_html": str(tmp_path / "y.html"),
                }
            ).run()
        )  # fmt: skip
    classify = {
        "id": "classify_pixels", "input": scene.coarse, "guide": scene.guide, "model": str(tmp_path / "m.srpk"),
        "output": str(tmp_path / "out.tif"), "device": "cpu",
    }  # fmt: skip
    steps, _ = run_to_end(Job.load(classify).run())
    assert not any(
        "was trained on pixels" in line for line in log_lines(steps)
    )  # learnt for these, one scale coarser


def test_a_network_of_several_scales_is_refused(tmp_path, make_raster):
    scene = make_scene(make_raster, size=(96, 96))
    tileset = export(scene, tmp_path / "tiles", wald=True, tile_size=32, stride=32)
    training = {
        "id": "train_model", "tiles": str(tileset.folder), "backbone": {"id": "mdsr", "n_feats": 4, "n_blocks": 1},
        "epochs": 1, "batch_size": 2, "learning_rate": 1e-3, "device": "cpu", "output": str(tmp_path / "m.srpk"),
    }  # fmt: skip
    with pytest.raises(InputError, match=r"have a guide for scale 2.* multi_scale=false in BACKBONE_OPTIONS"):
        run_to_end(Job.load(training).run())
    of_one = {**training, "backbone": {**training["backbone"], "multi_scale": False}}
    run_to_end(Job.load(of_one).run())
    info = ModelPackage.load(tmp_path / "m.srpk").info
    assert info.guide.ratio == 2 and info.scales == (2,)


def test_another_date_is_a_guide_of_equal_pixels(tmp_path, make_raster):
    """A second image of the same pixels, with less noise in other places, makes the result better than one alone."""
    scene = make_scene(make_raster, size=(96, 96), ratio=1)
    tileset = export(scene, tmp_path / "tiles", wald=True, tile_size=32, stride=32)
    assert tileset.info.guide.ratio == 1 and tileset.info.n_inputs == 4
    pair = tileset.read("train", tileset.names("train")[0])
    assert pair.guide.shape == pair.lr.shape
