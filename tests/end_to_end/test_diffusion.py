"""A diffusion model, trained, and sampled as it comes and as a user wants it, and what it refuses."""

from __future__ import annotations

import re

import numpy as np
import pytest
import rasterio
from affine import Affine


@pytest.fixture(scope="module")
def lr(scene, tmp_path_factory):
    """A corner of the scene at a quarter of its resolution: 40 × 30 pixels, more than a tile and no multiple of it."""
    return corner(scene, tmp_path_factory.mktemp("lr") / "lr.tif", "uint16")


@pytest.fixture(scope="module")
def lr_float(scene, tmp_path_factory):
    """The same with pixels that may be negative, so that nothing is cut off of what a hardly trained model invents."""
    return corner(scene, tmp_path_factory.mktemp("lr") / "lr.tif", "float32")


def corner(scene, path, dtype):
    with rasterio.open(scene) as source:
        pixels = source.read()[:, :120, :160].reshape(source.count, 30, 4, 40, 4).mean((2, 4))
        transform = source.transform * Affine.scale(4)
        profile = {**source.profile, "height": 30, "width": 40, "transform": transform, "dtype": dtype}
        with rasterio.open(path, "w", **profile) as target:
            target.write(pixels.astype(dtype))
            target.descriptions, target.colorinterp = source.descriptions, source.colorinterp
    return path


def test_a_result_with_nothing_said_of_sampling(qgis, lr, diffusion_model, tmp_path):
    outcome = qgis.run(
        "classify_pixels", INPUT=lr, MODEL=diffusion_model, DEVICE="cpu", OUTPUT=tmp_path / "sr.tif"
    )
    assert "OUTPUT_UNCERTAINTY" not in outcome.results
    assert [path.name for path in tmp_path.glob("*.tif")] == ["sr.tif"]
    assert "15 steps" in outcome.out
    assert float(outcome.results["RESIDUAL"]) > 0
    with rasterio.open(lr) as source, rasterio.open(outcome.results["OUTPUT"]) as sr:
        assert (sr.width, sr.height) == (160, 120)
        assert (sr.width, sr.height) == (int(outcome.results["WIDTH"]), int(outcome.results["HEIGHT"]))
        assert sr.transform == source.transform * Affine.scale(1 / 4)
        assert (sr.crs, sr.bounds, sr.dtypes) == (source.crs, source.bounds, source.dtypes)
        assert (sr.descriptions, sr.colorinterp) == (source.descriptions, source.colorinterp)


def test_the_mean_of_samples_and_how_they_differ(qgis, lr_float, diffusion_model, tmp_path):
    asked = {"INPUT": lr_float, "GAIN": 0.0001, "MODEL": diffusion_model, "DEVICE": "cpu"}
    asked |= {"SAMPLER": "ddim", "N_TIMESTEP": 4, "ETA": 0.5, "SAMPLES": 2}
    outcome = qgis.run(
        "classify_pixels", **asked, OUTPUT=tmp_path / "sr.tif", OUTPUT_UNCERTAINTY=tmp_path / "std.tif"
    )  # fmt: skip
    assert "4 steps" in outcome.out
    assert float(outcome.results["RESIDUAL"]) < 1  # each sample is corrected, so their mean is right, too
    with (
        rasterio.open(outcome.results["OUTPUT"]) as sr,
        rasterio.open(outcome.results["OUTPUT_UNCERTAINTY"]) as std,
    ):
        assert (std.count, std.shape) == (sr.count, sr.shape)
        assert (std.transform, std.crs, std.descriptions) == (sr.transform, sr.crs, sr.descriptions)
        assert set(std.dtypes) == {"float32"}
        assert np.isnan(std.nodata)
        differ = std.read()
        assert np.isfinite(differ).all()
        assert differ.min() >= 0
        assert differ.mean() > 1  # in steps of the raster's pixel values


def sampling_job(lr, model, folder, **asked):
    return "classify_pixels", {
        "INPUT": lr,
        "MODEL": model,
        "OUTPUT": folder / "sr.tif",
        "DEVICE": "cpu",
        **asked,
    }


def training_job(tiles, folder, **asked):
    learning = {"EPOCHS": 1, "PATCH_SIZE": 16, "DEVICE": "cpu", "OUTPUT": folder / "never.srpk"}
    return "train_model", {"TILES": tiles, "BACKBONE": "sr3", **learning, **asked}


REFUSED_SAMPLING = {
    "eta of ddpm": ({"SAMPLER": "ddpm", "ETA": 0.5}, r"ddpm has no eta: leave ETA blank, or set SAMPLER to ddim\."),
    "more steps than trained": ({"N_TIMESTEP": 51}, r"51.*50"),
    "uncertainty of one": ({"OUTPUT_UNCERTAINTY": "std.tif"}, "set SAMPLES to 2 or more"),
}  # fmt: skip


@pytest.mark.parametrize(("asked", "pattern"), REFUSED_SAMPLING.values(), ids=REFUSED_SAMPLING)
def test_refusal_to_sample(qgis, lr, diffusion_model, tmp_path, asked, pattern):
    if "OUTPUT_UNCERTAINTY" in asked:
        asked = {"OUTPUT_UNCERTAINTY": tmp_path / asked["OUTPUT_UNCERTAINTY"]}
    algorithm, parameters = sampling_job(lr, diffusion_model, tmp_path, **asked)
    refusal = qgis.run(algorithm, **parameters).refusal
    assert re.search(pattern, refusal), refusal
    assert list(tmp_path.iterdir()) == []


def test_refusal_to_sample_what_is_no_diffusion_model(qgis, lr, model, tmp_path):
    algorithm, parameters = sampling_job(lr, model, tmp_path, SAMPLER="ddim")
    refusal = qgis.run(algorithm, **parameters).refusal
    assert re.search(r"small\.srpk is not a diffusion model.*leave SAMPLER blank", refusal), refusal
    assert list(tmp_path.iterdir()) == []


REFUSED_TRAINING = {
    "pixel objective": (
        {"OBJECTIVE": "pixel", "BACKBONE_OPTIONS": "preset=small"}, "sr3.*set OBJECTIVE to denoising",
    ),
    "norm_groups that do not divide": (
        {"OBJECTIVE": "denoising", "BACKBONE_OPTIONS": "inner_channel=16, norm_groups=3, channel_mults=1,2"},
        "norm_groups=3 does not divide the 16 channels of level 1: choose one of 1, 2, 4, 8, 16",
    ),
    "a patch that cannot be halved": (
        {"OBJECTIVE": "denoising", "BACKBONE_OPTIONS": "inner_channel=8, norm_groups=2, channel_mults=1,1,1,1,1,1,1,1"},
        "Images of 64 pixels cannot be halved 7 times.*multiple of 128",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("asked", "pattern"), REFUSED_TRAINING.values(), ids=REFUSED_TRAINING)
def test_refusal_to_train_a_diffusion_model(qgis, tiles, tmp_path, asked, pattern):
    algorithm, parameters = training_job(tiles, tmp_path, **asked)
    refusal = qgis.run(algorithm, **parameters).refusal
    assert re.search(pattern, refusal), refusal
    assert list(tmp_path.iterdir()) == []
