"""Models with a guide: the same in torch and ncnn, in tiles of any size, from a package and from memory."""

from __future__ import annotations

import json
import zipfile

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine

from sr_core.backbones import Backbone, bicubic
from sr_core.errors import InputError
from sr_core.inference.back_projection import Consistency
from sr_core.inference.predictor import PredictorOptions, build_predictor
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage
from sr_core.raster.space_to_depth import fold

from ..support.guided_scenes import CORNER, guided_package, make_scene
from ..support.small_packages import make_package
from ..support.small_trainings import run_to_end

SCALE = 2


def image(ratio=2, size=(20, 27), seed=0):
    """What a model is given (n, h, w): two bands and a folded guide of two, in physical units."""
    rng = np.random.default_rng(seed)
    lr = rng.normal(0.2, 0.05, (2, *size)).astype(np.float32)
    guide = rng.normal(0.2, 0.05, (2, size[0] * ratio, size[1] * ratio)).astype(np.float32)
    return np.concatenate((lr, fold(guide, ratio)))


def classify(scene, model, out, **values):
    job = {
        "id": "classify_pixels",
        "input": scene.coarse,
        "model": str(model),
        "output": str(out),
        "device": "cpu",
    }
    run_to_end(Job.load({**job, "guide": scene.guide, **values}).run())
    with rasterio.open(out) as dataset:
        return dataset.read(), dataset.read_masks()


@pytest.fixture
def model(tmp_path):
    guided_package().save(tmp_path / "m.srpk")
    return tmp_path / "m.srpk"


@pytest.mark.parametrize("name", ("edsr", "unet", "rrdn"))
def test_ncnn_gives_what_torch_gives(name):
    options = {"edsr": {}, "unet": {"depth": 2}, "rrdn": {"T": 1, "D": 1, "C": 1, "G": 4, "unshuffle": 2}}[
        name
    ]
    sizes = {"n_feats": 4, **({"n_blocks": 1} if name == "edsr" else {})}
    package = guided_package(backbone=Backbone.load({"id": name, **sizes, **options}))
    given = image()
    by_torch, by_ncnn = (
        build_predictor(package, PredictorOptions(backend=backend)) for backend in ("torch", "ncnn")
    )
    assert "FINER_BACKEND" in by_ncnn.tags
    expected = by_torch.upscale(given)
    assert expected.shape == (2, 40, 54)
    np.testing.assert_allclose(by_ncnn.upscale(given), expected, atol=2e-4 * np.ptp(expected))


def test_without_torch_it_is_the_same(tmp_path):
    """As the light engine reads and computes it."""
    package = guided_package()
    package.save(tmp_path / "m.srpk")
    light = ModelPackage.load_arrays(tmp_path / "m.srpk", None)
    predictor, given = build_predictor(light), image()
    assert (predictor.inputs, predictor.bands, list(predictor.outputs)) == (10, 2, [0, 1])
    expected = build_predictor(package, PredictorOptions(backend="torch")).upscale(given)
    np.testing.assert_allclose(predictor.upscale(given), expected, atol=2e-4 * np.ptp(expected))


def test_the_guide_changes_the_result_and_an_untrained_net_is_the_skip():
    package, given = guided_package(), image()
    upscale = build_predictor(package, PredictorOptions(backend="torch")).upscale
    other = given.copy()
    other[5, 10, 10] += 0.1
    changed = np.abs(upscale(other) - upscale(given)).max(axis=0)
    rows, cols = changed.nonzero()
    halo = package.net.halo
    assert changed.any() and rows.min() >= 2 * (10 - halo) and cols.max() < 2 * (10 + halo + 1)
    net = package.info.net()
    plain = bicubic(torch.from_numpy(given[None, :2]), SCALE)
    torch.testing.assert_close(net(torch.from_numpy(given)[None]), plain)


@pytest.mark.parametrize(("ratio", "scale"), ((2, 2), (4, 2), (1, 2), (2, 4), (3, 2)))
def test_a_diffusion_net_sees_the_guide_at_the_results_pixels(ratio, scale):
    sr3 = Backbone.load(
        {
            "id": "sr3",
            "preset": "small",
            "inner_channel": 8,
            "norm_groups": 4,
            "image_size": 16,
            "attn_res": [],
        }
    )
    net = sr3.net(2, scale, (0.2,) * (2 + 2 * ratio**2), (0.05,) * (2 + 2 * ratio**2), ratio)
    given = torch.from_numpy(image(ratio, (8, 8)))[None]
    condition = net.condition(given)
    assert condition.shape == (1, 4, 8 * scale, 8 * scale) and net.conditions == 4
    level = torch.ones(1)
    assert net(torch.zeros(1, 2, 8 * scale, 8 * scale), condition, level).shape[1] == 2
    if ratio == scale:  # its own pixels, not resampled
        guide = torch.pixel_shuffle(given[:, 2:], ratio)
        torch.testing.assert_close(condition[:, 2:], (guide - 0.2) / 0.05)


def test_no_seam_and_no_tile_size_shows(tmp_path, make_raster, model):
    scene = make_scene(make_raster)
    whole, _ = classify(scene, model, tmp_path / "whole.tif")
    tiles, _ = classify(scene, model, tmp_path / "tiles.tif", tile_size=16)
    assert whole.shape == (2, 96, 128) and np.ptp(whole.astype(int)) > 100
    assert np.abs(whole.astype(int) - tiles).max() <= 1
    with rasterio.open(scene.coarse) as dataset:
        west, south, east, north = dataset.bounds
    extent = {"bounds": (west + 320, south + 200, east - 400, north - 240)}
    part, _ = classify(scene, model, tmp_path / "part.tif", extent=extent)
    assert np.abs(part.astype(int) - whole[:, 24:-20, 32:-40]).max() <= 1


def test_where_the_guide_has_a_gap_the_result_has_one(tmp_path, make_raster, model):
    scene = make_scene(make_raster)
    whole, _ = classify(scene, model, tmp_path / "whole.tif")
    pixels = scene.guide_pixels.copy()
    pixels[:, 40:44, 60:62] = 0
    make_raster("guide.tif", pixels, transform=CORNER * Affine.scale(0.5), nodata=0)
    result, mask = classify(scene, model, tmp_path / "gap.tif")
    gap = np.zeros(mask.shape, bool)
    gap[:, 40:44, 60:62] = True
    np.testing.assert_array_equal(mask == 0, gap)
    halo = 2 * ModelPackage.load(model).net.halo + 2
    far = np.ones(gap.shape, bool)
    far[:, 40 - halo : 44 + halo, 60 - halo : 62 + halo] = False
    assert np.abs(result.astype(int) - whole)[far].max() <= 1


def test_gaps_of_the_guide_are_no_difference_from_the_raster(tmp_path, make_raster, model):
    """As where a panchromatic band ends a pixel before the others: the result's nodata is no value of it."""
    scene = make_scene(make_raster, nodata=0)
    job = {
        "id": "classify_pixels", "input": scene.coarse, "guide": scene.guide, "model": str(model), "device": "cpu",
        "consistency": "on", "output": str(tmp_path / "out.tif"),
    }  # fmt: skip
    _, whole = run_to_end(Job.load(job).run())
    pixels = scene.guide_pixels.copy()
    pixels[:, :, 125:] = 0
    make_raster("guide.tif", pixels, transform=CORNER * Affine.scale(0.5), nodata=0)
    _, found = run_to_end(Job.load(job).run())
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert not dataset.dataset_mask()[:, 126:].any()
    assert found.residual < 1.2 * whole.residual


def test_bands_of_the_guide_are_those_that_are_chosen(tmp_path, make_raster, model):
    scene = make_scene(make_raster)
    expected, _ = classify(scene, model, tmp_path / "two.tif")
    first, second = scene.guide_pixels
    make_raster("guide.tif", np.stack([second, 0 * first, first]), transform=CORNER * Affine.scale(0.5))
    with pytest.raises(InputError, match="choose them in GUIDE_BANDS"):
        classify(scene, model, tmp_path / "x.tif")
    found, _ = classify(scene, model, tmp_path / "three.tif", guide_bands=[3, 1])
    np.testing.assert_array_equal(found, expected)
    with pytest.raises(InputError, match="has no band 4"):
        classify(scene, model, tmp_path / "x.tif", guide_bands=[3, 4])


def test_results_are_held_to_the_bands_alone():
    """Degraded again, a result is the bands that it was made from, whatever the guide shows."""
    given = image()
    held = build_predictor(guided_package(), consistency="on").upscale(given)
    free = build_predictor(guided_package()).upscale(given)
    consistency = Consistency.of({"id": "bicubic"}, SCALE)

    def residual(sr):
        pair = torch.from_numpy(sr)[None], torch.from_numpy(given[None, :2])
        return float(consistency.residual(*pair).abs().max())

    assert residual(held) < 1e-5 < 1e-2 < residual(free)


def test_a_guide_is_asked_for_and_refused_in_one_sentence(tmp_path, make_raster, model):
    scene = make_scene(make_raster)
    with pytest.raises(InputError, match="name it in GUIDE"):
        classify(scene, model, tmp_path / "x.tif", guide=None)
    make_package(nodata=None, metrics=None).save(tmp_path / "plain.srpk")
    with pytest.raises(InputError, match="leave GUIDE blank"):
        classify(scene, tmp_path / "plain.srpk", tmp_path / "x.tif")
    guided_package(ratio=4).save(tmp_path / "four.srpk")
    with pytest.raises(InputError, match=r"4 times as fine .* 2 times as fine"):
        classify(scene, tmp_path / "four.srpk", tmp_path / "x.tif")
    guided_package(guide_bands=3).save(tmp_path / "three.srpk")
    with pytest.raises(InputError, match="expects a guide of the bands"):
        classify(scene, tmp_path / "three.srpk", tmp_path / "x.tif")
    make_raster("guide.tif", scene.guide_pixels.astype("float32"), transform=CORNER * Affine.scale(0.5))
    with pytest.raises(InputError, match="does not say what they mean"):
        classify(scene, model, tmp_path / "x.tif")


def test_a_package_keeps_its_guide_and_others_stay_as_they_were(tmp_path):
    package = guided_package()
    package.save(tmp_path / "m.srpk")
    read = ModelPackage.load(tmp_path / "m.srpk")
    assert read.info == package.info and read.info.format == 3 and read.info.guide.ratio == 2
    given = torch.from_numpy(image())[None]
    torch.testing.assert_close(read.net(given), package.net(given))
    make_package(metrics=None).save(tmp_path / "plain.srpk")
    with zipfile.ZipFile(tmp_path / "plain.srpk") as archive:
        schema = json.loads(archive.read("schema.json"))
    assert schema["format"] == 2 and not {"guide", "outputs"} & schema.keys()
