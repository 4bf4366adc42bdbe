"""The error map of a result through the jobs that users run: calibrated on tiles, then written beside a result."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np
import pytest
import rasterio

from sr_core.errors import InputError
from sr_core.package.error_table import feature_radius, measure_features
from sr_core.package.srpk import ModelPackage

from ..conftest import textured_pixels
from ..package.test_error_table import make_table
from ..support.job_runs import finish, load
from ..support.small_packages import make_package

GAIN = 1e-4


@pytest.fixture
def model(tmp_path):
    """A model of one band that is calibrated."""
    one = {"gain": (GAIN,), "offset": (0,)}
    package = make_package(bands=("red",), radiometry=one, mean=(0.1,), std=(0.2,))
    table = make_table()
    edges = table.bands[0].model_copy(update={"activity": (0.05,), "brightness": ((-0.05,), (0.1,))})
    table = table.model_copy(update={"bands": (edges,)})
    replace(package, error_tables={package.net.scale: table}).save(tmp_path / "m.srpk")
    return tmp_path / "m.srpk"


@pytest.fixture
def lr(make_raster):
    pixels = textured_pixels(1, 45, 61)
    pixels[:, 10:14, 20:30] = 9
    return make_raster(pixels=pixels, nodata=9)


def classify(tmp_path, lr, model, name="sr.tif", error="error.tif", **options):
    job = load(
        "classify_pixels",
        input=lr,
        model=model,
        output=tmp_path / name,
        output_error=tmp_path / error,
        **options,
    )
    log = finish(job)
    with rasterio.open(tmp_path / name) as result, rasterio.open(tmp_path / error) as errors:
        return result.read(), errors.read(), errors.profile, errors.tags(), log


def test_each_pixel_has_the_width_of_its_bin_in_the_rasters_units(tmp_path, lr, model):
    sr, errors, profile, tags, log = classify(tmp_path, lr, model, coverage=75)
    scale = sr.shape[1] // 45
    valid = sr != 9
    features = measure_features(sr * GAIN, valid, feature_radius(scale))
    features = features._replace(brightness=features.brightness - 0.1)
    table = ModelPackage.load(model).error_tables[scale]
    expected = table.half_widths(features, 75) / GAIN
    assert np.allclose(errors[valid], expected[valid])
    assert len(np.unique(errors[valid])) >= 3  # bins of both features occur
    assert np.isnan(errors[~valid]).all() and not valid.all()
    assert profile["dtype"] == "float32" and np.isnan(profile["nodata"])
    assert tags["FINER_COVERAGE"] == "75 %"
    assert not any("calibrated" in line for line in log)


def test_there_are_no_seams_and_blocks_give_the_same(tmp_path, lr, model, monkeypatch):
    whole = classify(tmp_path, lr, model, tile_size=16)
    monkeypatch.setattr("sr_core.inference.error_map.SIDE", 17)
    parts = classify(tmp_path, lr, model, "parts.tif", "parts_error.tif", tile_size=16)
    assert np.array_equal(whole[1], parts[1], equal_nan=True)
    monkeypatch.setattr("sr_core.jobs._block_fields.SIDE", 32)
    blocks = classify(tmp_path, lr, model, "blocks.vrt", "blocks_error.tif", tile_size=16)
    assert len(list(tmp_path.glob("blocks.blocks/*/*.tif"))) > 4
    assert np.array_equal(whole[0], blocks[0])
    assert np.array_equal(whole[1], blocks[1], equal_nan=True)


def test_a_model_that_was_not_calibrated_is_refused_before_anything_is_computed(tmp_path, lr, model):
    plain = replace(ModelPackage.load(model), error_tables={})
    plain.save(tmp_path / "plain.srpk")
    with pytest.raises(InputError, match='run "Evaluate SR model" with CALIBRATE'):
        classify(tmp_path, lr, tmp_path / "plain.srpk")
    with pytest.raises(InputError, match="COVERAGE of 90 at most"):
        classify(tmp_path, lr, model, coverage=95)
    assert not (tmp_path / "sr.tif").exists()


def test_results_made_otherwise_than_the_calibrated_ones_are_pointed_out(tmp_path, lr, model):
    *_, log = classify(tmp_path, lr, model, consistency="on")
    assert any("calibrated on results with another CONSISTENCY, SAMPLER or SAMPLES" in line for line in log)


def test_evaluation_calibrates_a_copy_that_then_maps_errors(tmp_path, make_tileset):
    tiles = make_tileset(train=1, val=1, test=16)
    info = tiles.info
    package = make_package(
        bands=info.bands, radiometry=info.radiometry, mean=(0.5,) * 3, std=(0.15,) * 3, dtype="uint8"
    )
    package.save(tmp_path / "m.srpk")
    before = hashlib.sha256((tmp_path / "m.srpk").read_bytes()).hexdigest()
    page = tmp_path / "page.html"
    job = load(
        "evaluate_model",
        model=tmp_path / "m.srpk",
        tiles=tiles.folder,
        output_html=page,
        calibrate=tmp_path / "c.srpk",
    )
    log = finish(job)
    assert any("truth lies within the error map in " in line and "; 90 % is stated" in line for line in log)
    assert hashlib.sha256((tmp_path / "m.srpk").read_bytes()).hexdigest() == before
    assert "Error estimates" in page.read_text()
    table = ModelPackage.load(tmp_path / "c.srpk").error_tables[2]
    assert table.tiles == 16 and table.highest >= 90
    lr = tiles.path("test", "lr", "test_3")
    sr, errors, *_ = classify(tmp_path, lr, tmp_path / "c.srpk")
    with rasterio.open(tiles.path("test", "hr", "test_3")) as truth:
        off = np.abs(truth.read().astype(float) - sr)
    assert 0.8 < (off <= errors).mean() <= 1


def test_too_few_tiles_leave_no_copy(tmp_path, make_tileset):
    tiles = make_tileset(train=1, val=1, test=3)
    package = make_package(
        bands=tiles.info.bands,
        radiometry=tiles.info.radiometry,
        mean=(0.5,) * 3,
        std=(0.15,) * 3,
        dtype="uint8",
    )
    package.save(tmp_path / "m.srpk")
    job = load(
        "evaluate_model",
        model=tmp_path / "m.srpk",
        tiles=tiles.folder,
        output_html=tmp_path / "page.html",
        calibrate=tmp_path / "c.srpk",
    )
    with pytest.raises(InputError, match="3 tiles are too few"):
        finish(job)
    assert not (tmp_path / "c.srpk").exists() and not (tmp_path / "page.html").exists()
