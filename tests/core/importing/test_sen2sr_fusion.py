"""SEN2SRLite's networks for bands of 20 m: imported, they sharpen these by the bands of 10 m, or what is made of them."""

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine
from safetensors.torch import save_file

from sr_core.errors import InputError
from sr_core.inference.back_projection import Consistency
from sr_core.inference.predictor import build_predictor
from sr_core.jobs import Job
from sr_core.jobs._scene_fusion import COARSE, FINE
from sr_core.package.srpk import ModelPackage
from sr_core.raster.space_to_depth import fold
from sr_core.sentinel2.bands import TEN_BANDS

from ..support.guided_scenes import make_scene
from ..support.published_networks import Original, sen2sr_fusion
from ..support.sentinel2_products import reflectance, write_product
from ..support.small_trainings import run_to_end

BANDS = {"bands": ", ".join(COARSE), "guide_bands": ", ".join(FINE)}
RANDOM = torch.Generator().manual_seed(1)


def images(scale, size=(12, 16)):
    """Six bands and four finer ones, as reflectance."""
    return tuple(
        torch.rand(1, count, *(side * factor for side in size), generator=RANDOM)
        for count, factor in ((len(COARSE), 1), (len(FINE), scale))
    )


def original(scale=2):
    """The network with made-up weights, by which no reflectance is below 0, and what it makes of two images."""
    made = Original()
    lr, guide = images(scale)
    sen2sr_fusion(made, lr, guide, scale)
    made.weights["upsampler.0.weight"] *= 0.03
    made.weights["upsampler.0.bias"] += 0.4
    return made, lr, guide, sen2sr_fusion(made, lr, guide, scale)


def imported(tmp_path, weights, **parameters):
    """The package, of a file that is named as the published ones are."""
    save_file(weights, tmp_path / "model.safetensor")
    values = {"id": "import_model", "input": str(tmp_path / "model.safetensor"), **parameters}
    _, result = run_to_end(Job.load({**values, "output": str(tmp_path / "m.srpk")}).run())
    assert (result.layout, result.n_bands) == ("CNNSR of SEN2SR, without its Fourier constraint", len(COARSE))
    return ModelPackage.load(tmp_path / "m.srpk")


def named(path, names):
    with rasterio.open(path, "r+") as dataset:
        dataset.descriptions = names
    return str(path)


@pytest.mark.parametrize("scale", (2, 4))
def test_it_gives_what_the_original_gives(tmp_path, scale):
    made, lr, guide, sr = original(scale)
    package = imported(tmp_path, made.weights, scale=scale, **BANDS)
    info = package.info
    assert (info.scale, info.bands, info.guide.bands, info.guide.ratio) == (scale, COARSE, FINE, scale)
    predictor = build_predictor(package, consistency="off")
    found = predictor.upscale(np.concatenate((lr[0].numpy(), fold(guide[0].numpy(), scale))))
    assert np.abs(found - sr[0].numpy()).max() <= 4e-6 * float(sr.max() - sr.min())


def test_its_result_is_held_to_the_coarse_bands(tmp_path):
    """Which takes the place of the Fourier constraint; the guide is not held to."""
    made, lr, guide, sr = original()
    predictor = build_predictor(imported(tmp_path, made.weights, scale=2, **BANDS))
    residual = Consistency.of({"id": "bicubic"}, 2).residual
    assert residual(sr, lr).abs().max() > 0.01
    held = predictor.upscale(np.concatenate((lr[0].numpy(), fold(guide[0].numpy(), 2))))
    held = torch.from_numpy(held)[None]
    torch.testing.assert_close(held, predictor.consistency(sr, lr), rtol=0, atol=1e-5)
    assert residual(held, lr).abs().max() < 1e-5


@pytest.mark.parametrize("scale", (2, 4))
def test_rasters_go_through_it_by_the_names_of_their_bands(tmp_path, make_raster, scale):
    """Without seams, in whatever order their bands are, as reflectance × 10,000."""
    made, *_ = original(scale)
    imported(tmp_path, made.weights, scale=scale, **BANDS)
    scene = make_scene(make_raster, size=(40, 48), ratio=scale, bands=len(COARSE), guide_bands=len(FINE))
    classify = {
        "id": "classify_pixels", "input": named(scene.coarse, COARSE[::-1]), "guide": named(scene.guide, FINE[::-1]),
        "model": str(tmp_path / "m.srpk"), "output": str(tmp_path / "out.tif"), "tile_size": 16, "device": "cpu",
        "consistency": "off",
    }  # fmt: skip
    run_to_end(Job.load(classify).run())
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert dataset.descriptions == COARSE
        assert dataset.transform == Affine(20 / scale, 0, 500_000, 0, -20 / scale, 5_000_000)
        found = dataset.read()
    lr, guide = (
        torch.from_numpy(pixels[::-1].astype(np.float32) * 1e-4)[None]
        for pixels in (scene.coarse_pixels, scene.guide_pixels)
    )
    sr = sen2sr_fusion(made, lr, guide, scale)[0].numpy() * 1e4
    assert sr.min() > 0 and np.abs(found - sr).max() <= 1


def test_a_product_of_sentinel_2_is_sharpened_by_it(tmp_path):
    made, *_ = original()
    package = imported(tmp_path, made.weights, scale=2, **BANDS)
    sharpen = {
        "id": "sharpen_sentinel2", "input": str(write_product(tmp_path, leave_out=["_AOT", "_WVP", "_TCI"])),
        "model": str(tmp_path / "m.srpk"), "output": str(tmp_path / "out.tif"), "device": "cpu",
    }  # fmt: skip
    run_to_end(Job.load(sharpen).run())
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert dataset.descriptions == TEN_BANDS
        assert dataset.transform.a == 10
        by_name = dict(zip(TEN_BANDS, dataset.read(), strict=True))
    coarse, fine = (np.stack([reflectance(band) for band in names]) for names in (COARSE, FINE))
    np.testing.assert_array_equal(np.stack([by_name[band] for band in FINE]), fine)
    scaled = np.concatenate((coarse * np.float32(1e-4), fold(fine * np.float32(1e-4), 2)))
    expected = build_predictor(package).upscale(scaled.astype(np.float32)) * 1e4
    inner = np.s_[:, :60, :60]  # far from the gap, which is filled from its neighbours
    found = np.stack([by_name[band] for band in COARSE])
    assert np.abs(found - expected)[inner].max() <= 1
    assert np.abs(found[inner] - np.kron(coarse, np.ones((1, 2, 2)))[inner]).max() > 10


def test_scenes_are_refused_by_the_network_for_2_5_m(tmp_path):
    made, *_ = original(4)
    imported(tmp_path, made.weights, scale=4, **BANDS)
    sharpen = {
        "id": "sharpen_sentinel2", "input": str(write_product(tmp_path, leave_out=["_AOT", "_WVP", "_TCI"])),
        "model": str(tmp_path / "m.srpk"), "output": str(tmp_path / "out.tif"),
    }  # fmt: skip
    with pytest.raises(InputError, match=r"does not produce B05, .* at 2 times finer pixels from a guide"):
        run_to_end(Job.load(sharpen).run())


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({}, "by a guide of 4 bands, and the weights do not say how many times finer the guide is: set SCALE"),
        ({"scale": 8}, "span_fusion does not support scale 8: it supports 2, 3, 4."),
        ({"scale": 2, "bands": ", ".join(TEN_BANDS)}, "BANDS has 10 names and the network takes 6 bands"),
        ({"scale": 2, "guide_bands": "B02, B03"}, "GUIDE_BANDS has 2 names and the guide of the network has 4 bands"),
        ({"scale": 2, "guide_ratio": 4}, "GUIDE_RATIO is 4, and the guide of the network is 2 times as fine"),
        ({"scale": 2, "result_bands": "B05"}, "RESULT_BANDS is for models in ONNX"),
        ({"scale": 2, "output_name": "sr"}, "OUTPUT_NAME is for models in ONNX"),
    ],
)  # fmt: skip
def test_contradictions_get_one_sentence(tmp_path, parameters, says):
    with pytest.raises(InputError) as caught:
        imported(tmp_path, original()[0].weights, **{**BANDS, **parameters})
    assert says in str(caught.value) and str(caught.value).count(". ") == 0
    assert not (tmp_path / "m.srpk").exists()


def test_other_weights_are_refused_and_never_half_imported(tmp_path):
    weights = original()[0].weights
    said = {
        "there is no blocks.3.c3_r": {name: each for name, each in weights.items() if not name.startswith("blocks.3.c3_r")},
        "nothing corresponds to conv_9.weight": {**weights, "conv_9.weight": torch.zeros(3)},
        "is (8, 40, 1, 1) where (8, 32, 1, 1) is expected": {**weights, "conv_cat.weight": torch.zeros(8, 40, 1, 1)},
    }  # fmt: skip
    for text, wrong in said.items():
        with pytest.raises(InputError) as caught:
            imported(tmp_path, wrong, scale=2, **BANDS)
        assert text in str(caught.value)
        assert not (tmp_path / "m.srpk").exists()


def test_a_raster_is_not_classified_without_its_guide(tmp_path, make_raster):
    imported(tmp_path, original()[0].weights, scale=2, **BANDS)
    path = named(make_raster(bands=len(COARSE)), COARSE)
    classify = {"id": "classify_pixels", "input": path, "model": str(tmp_path / "m.srpk")}
    with pytest.raises(InputError, match="GUIDE"):
        run_to_end(Job.load({**classify, "output": str(tmp_path / "out.tif")}).run())
