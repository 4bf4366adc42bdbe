"""The error map of a diffusion model by how far its samples differ, through the jobs that users run."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import rasterio
import torch

from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling_configs import Sampling
from sr_core.errors import InputError
from sr_core.package.error_table import feature_radius, measure_features
from sr_core.package.srpk import ModelPackage
from sr_core.raster.downsampling import downsample

from ..conftest import textured_pixels
from ..package.test_error_table import make_table
from ..support.job_runs import finish, load
from ..support.small_packages import make_package
from ..support.tiny_backbones import tiny

SAMPLING = Sampling.members["flow"](sampler=Sampler.members["euler"](n_timestep=1))
SAMPLER = "euler n_timestep=1"


def sampled(**changes):
    """A small flow model whose every layer matters."""
    package = make_package(backbone=tiny("sr3"), consistency=False, **changes)
    for parameter in package.net.parameters():
        torch.nn.init.normal_(parameter, std=0.05)
    package.net.body["spread"].value.fill_(0.03)
    return replace(package, sampling=SAMPLING)


@pytest.fixture
def model(tmp_path):
    one = {"gain": (1e-4, 2e-4), "offset": (0, 0)}
    package = sampled(radiometry=one, bands=("red", "nir"), mean=(0.5, 0.5), std=(0.2, 0.2))
    table = make_table(2, samples=3, sampler=SAMPLER)
    edges = table.bands[0].model_copy(update={"activity": (0.01,), "brightness": ((0.5,), (2.0,))})
    table = table.model_copy(update={"bands": (edges, edges)})
    replace(package, error_tables={2: table}).save(tmp_path / "m.srpk")
    return tmp_path / "m.srpk"


@pytest.fixture
def lr(make_raster):
    pixels = textured_pixels(2, 30, 34)
    pixels[:, 10:14, 20:30] = 9
    return make_raster(pixels=pixels, nodata=9)


def classify(tmp_path, lr, model, name="sr.tif", error="error.tif", **options):
    options = {"samples": 3, **options}
    log = finish(
        load(
            "classify_pixels",
            input=lr,
            model=model,
            output=tmp_path / name,
            output_error=tmp_path / error,
            **options,
        )
    )
    with rasterio.open(tmp_path / name) as result, rasterio.open(tmp_path / error) as errors:
        return result.read(), errors.read(), log


def test_each_pixel_has_the_width_of_the_spread_around_it(tmp_path, lr, model):
    before = set(tmp_path.iterdir())
    sr, errors, log = classify(tmp_path, lr, model, output_uncertainty=tmp_path / "std.tif")
    with rasterio.open(tmp_path / "std.tif") as file:
        std = file.read()
    gain, valid = np.array([1e-4, 2e-4])[:, None, None], sr != 9
    found = measure_features(sr * gain, valid, feature_radius(2), std * gain)
    table = ModelPackage.load(model).error_tables[2]
    expected = table.half_widths(found._replace(brightness=found.brightness - 0.5), 90) / gain
    assert np.allclose(errors[valid], expected[valid]) and np.isnan(errors[~valid]).all()
    assert len(np.unique(errors[0][valid[0]])) >= 3
    assert not any("calibrated on results with another" in line for line in log)
    layer = tmp_path / "consistency.tif"
    _, alone, _ = classify(tmp_path, lr, model, "alone.tif", "alone_error.tif", output_consistency=layer)
    assert np.array_equal(alone, errors, equal_nan=True)
    made = {path.name for path in set(tmp_path.iterdir()) - before}
    assert made == {"sr.tif", "std.tif", "error.tif", "alone.tif", "alone_error.tif", layer.name}
    with rasterio.open(layer) as file, rasterio.open(lr) as source:
        differences = file.read()
        degraded = downsample(sr, valid, 2)[0] - source.read()
    known = ~np.isnan(differences)
    assert known.mean() > 0.7 and np.allclose(differences[known], degraded[known], atol=0.01)


def test_blocks_keep_the_spread_in_the_uncertainty(tmp_path, lr, model):
    _, whole, _ = classify(tmp_path, lr, model)
    with pytest.raises(InputError, match="needs OUTPUT_UNCERTAINTY: set that too"):
        classify(tmp_path, lr, model, "blocks.vrt", "blocks.tif")
    assert not (tmp_path / "blocks.vrt").exists()
    _, blocks, _ = classify(
        tmp_path,
        lr,
        model,
        "blocks.vrt",
        "blocks.tif",
        output_uncertainty=tmp_path / "std.vrt",
        block_size=256,
    )
    assert np.array_equal(whole, blocks, equal_nan=True)


def test_other_numbers_of_samples_are_refused_or_pointed_out(tmp_path, lr, model):
    with pytest.raises(InputError, match="how far 3 samples differ: set SAMPLES to 3"):
        classify(tmp_path, lr, model, samples=1)
    *_, log = classify(tmp_path, lr, model, samples=2)
    assert any("calibrated on results with another CONSISTENCY, SAMPLER or SAMPLES" in line for line in log)


def test_evaluation_calibrates_by_the_spread_of_the_samples_it_draws(tmp_path, make_tileset):
    tiles = make_tileset(train=1, val=1, test=9, tile_size=24)
    info = tiles.info
    package = sampled(
        bands=info.bands,
        radiometry=info.radiometry,
        mean=(0.5,) * 3,
        std=(0.15,) * 3,
        dtype="uint8",
        nodata=info.nodata,
    )
    package.save(tmp_path / "m.srpk")
    page, calibrated = tmp_path / "page.html", tmp_path / "c.srpk"

    def evaluate(path, **options):
        return finish(load("evaluate_model", model=path, tiles=tiles.folder, output_html=page, **options))

    evaluate(tmp_path / "m.srpk", calibrate=calibrated, samples=2)
    table = ModelPackage.load(calibrated).error_tables[2]
    assert (table.samples, table.sampler, table.tiles) == (2, SAMPLER, 9)
    assert "Error map at 90 %, in the same colours" in page.read_text()
    lr = tiles.path("test", "lr", "test_3")
    sr, errors, log = classify(tmp_path, lr, calibrated, samples=2)
    assert not any("calibrated on results with another" in line for line in log)
    with rasterio.open(tiles.path("test", "hr", "test_3")) as truth:
        off = np.abs(truth.read().astype(float) - sr)
    assert 0.8 < (off <= errors).mean() <= 1
    log = evaluate(calibrated, split="val")
    assert any("set SAMPLES to 2 to see whether it holds" in line for line in log)
    assert "Error estimates" not in page.read_text()
    log = evaluate(calibrated, samples=2, split="val")
    assert any("truth lies within the error map in " in line and "; 90 % is stated" in line for line in log)
