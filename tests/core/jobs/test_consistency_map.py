"""The consistency layer of a result: the result, degraded as in the training, less the raster it was made from."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine

from sr_core.degradations import Degradation
from sr_core.errors import InputError
from sr_core.inference import degraded_comparison
from sr_core.raster.downsampling import downsample

from ..conftest import textured_pixels
from ..support.job_runs import finish, load
from ..support.small_packages import fusion_package, make_package

SCALE = 2
MTF = {"id": "mtf", "mtf": [0.2, 0.35]}


@pytest.fixture
def make_model(tmp_path):
    def make(name="m.srpk", **changes):
        radiometry = {"gain": (1e-4, 2e-4), "offset": (0, -0.1)}
        make_package(**{"bands": ("red", "nir"), "radiometry": radiometry, **changes}).save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def lr(make_raster):
    pixels = textured_pixels(2, 45, 61)
    pixels[:, 10:14, 20:30] = 9
    return make_raster(pixels=pixels, nodata=9)


def classify(tmp_path, lr, model, name="sr", ending=".tif", **options):
    """Return result, layer, the layer's profile and tags, and the log."""
    output, layer = tmp_path / f"{name}{ending}", tmp_path / f"{name}_consistency.tif"
    log = finish(
        load("classify_pixels", input=lr, model=model, output=output, output_consistency=layer, **options)
    )
    with rasterio.open(output) as result, rasterio.open(layer) as differences:
        return result.read(), differences.read(), differences.profile, differences.tags(), log


def expected_layer(sr, low, kernels, nodata=9):
    """The differences, and which of them have gaps nearer than the kernel reaches."""
    valid = sr != nodata
    degraded = downsample(sr, valid, SCALE, kernels)[0].astype(np.float64) - low
    reach = (kernels.shape[1] // SCALE - 1) // 2
    gaps = np.pad(low == nodata, ((0, 0), (reach, reach), (reach, reach)))
    height, width = low.shape[1:]
    near = np.zeros(low.shape, bool)
    for row in range(2 * reach + 1):
        for col in range(2 * reach + 1):
            near |= gaps[:, row : row + height, col : col + width]
    return degraded, near


@pytest.mark.parametrize("degradation", [{"id": "bicubic"}, {"id": "area"}, MTF], ids=lambda each: each["id"])
def test_it_is_the_degraded_result_less_the_raster_in_its_units(tmp_path, lr, make_model, degradation):
    sr, layer, profile, tags, log = classify(tmp_path, lr, make_model(degradation=degradation))
    with rasterio.open(lr) as source:
        low = source.read()
        assert (profile["width"], profile["height"]) == (source.width, source.height)
        assert (profile["transform"], profile["crs"]) == (source.transform, source.crs)
    kernels = Degradation.load(degradation).kernels(SCALE)
    expected, near = expected_layer(sr, low, kernels)
    assert np.isnan(layer[near]).all() and near.any()
    np.testing.assert_allclose(layer[~near], expected[~near], rtol=1e-5, atol=0.01)
    assert np.abs(expected[~near]).mean() > 50  # by a network of random weights
    assert profile["dtype"] == "float32" and np.isnan(profile["nodata"])
    mean = np.abs(expected[~near]).mean()
    assert float(tags["FINER_MEAN_DIFFERENCE"]) == pytest.approx(mean, rel=1e-3)
    assert tags["FINER_DEGRADATION"] == Degradation.load(degradation).kernel_description
    assert any(f"differs from the raster by {mean:.3g} on average" in line for line in log)
    assert not any("does not say" in line for line in log)


def test_a_model_that_does_not_say_how_it_learnt_is_compared_by_the_mean_of_the_area(
    tmp_path, lr, make_model
):
    sr, layer, _, tags, log = classify(tmp_path, lr, make_model(degradation={"id": "unknown"}))
    with rasterio.open(lr) as source:
        low = source.read()
    known = low != 9
    mean = sr.reshape(2, 45, SCALE, 61, SCALE).mean((2, 4))
    np.testing.assert_allclose(layer[known], (mean - low)[known], atol=0.01)
    assert np.isnan(layer[~known]).all()
    assert "mean of the area" in tags["FINER_DEGRADATION"]
    assert any("does not say how its low-resolution images were made" in line for line in log)


def test_it_has_no_seams_and_blocks_give_the_same(tmp_path, lr, make_model, monkeypatch):
    model = make_model()
    whole = classify(tmp_path, lr, model, tile_size=16)
    monkeypatch.setattr(degraded_comparison, "SIDE", 7)
    parts = classify(tmp_path, lr, model, "parts", tile_size=16)
    monkeypatch.setattr("sr_core.jobs._block_fields.SIDE", 32)
    blocks = classify(tmp_path, lr, model, "blocks", ".vrt", tile_size=16)
    assert len(list(tmp_path.glob("blocks.blocks/*/*.tif"))) > 4
    for other in (parts, blocks):
        assert np.array_equal(whole[0], other[0])
        assert np.array_equal(whole[1], other[1], equal_nan=True)
        assert whole[3]["FINER_MEAN_DIFFERENCE"] == other[3]["FINER_MEAN_DIFFERENCE"]


def test_runs_of_parts_write_it_once_all_are_done(tmp_path, lr, make_model):
    model = make_model()
    whole = classify(tmp_path, lr, model, tile_size=16)
    output, layer = tmp_path / "parts.vrt", tmp_path / "parts.tif"
    for part in ("1/2", "2/2"):
        assert not layer.exists()
        finish(
            load("classify_pixels", input=lr, model=model, output=output, output_consistency=layer,
                 part=part, block_size=256, tile_size=16)
        )  # fmt: skip
    with rasterio.open(layer) as file:
        assert np.array_equal(file.read(), whole[1], equal_nan=True)


def test_of_an_extent_it_is_known_where_all_around_is(tmp_path, lr, make_model):
    with rasterio.open(lr) as source:
        west, north = source.transform * (0, 17)
        east, south = source.transform * (40, 40)
        low = source.read()[:, 17:40, :40]
    bounds = {"bounds": [west, south, east, north]}
    sr, layer, profile, *_ = classify(tmp_path, lr, make_model(), extent=bounds)
    assert layer.shape == low.shape and profile["transform"] * (0, 0) == (west, north)
    expected, _ = expected_layer(sr, low, Degradation.load({"id": "bicubic"}).kernels(SCALE))
    known = np.zeros(layer.shape, bool)
    known[:, 2:-2, :-2] = True  # bicubic reaches two pixels; to the left, the raster ends
    assert (~np.isnan(layer) == known).all()
    np.testing.assert_allclose(layer[known], expected[known], rtol=1e-5, atol=0.01)


def test_it_is_near_zero_where_results_are_held_to_the_raster(tmp_path, make_raster, make_model):
    lr = make_raster(pixels=textured_pixels(2, 33, 37, "float32"))
    one = {"gain": (1, 1), "offset": (0, 0)}
    model = make_model(dtype="float32", nodata=None, radiometry=one)
    _, free, *_ = classify(tmp_path, lr, model)
    _, held, *_ = classify(tmp_path, lr, model, "held", consistency="on")
    assert np.abs(held).max() < 1e-4 * np.abs(free).max() and not np.isnan(held).any()


def test_a_guided_model_is_compared_with_the_low_resolution_raster(tmp_path, make_raster):
    package = fusion_package()
    package.save(tmp_path / "m.srpk")
    low = textured_pixels(len(package.info.bands), 20, 24)
    coarse = make_raster("coarse.tif", low, transform=Affine(20, 0, 500_000, 0, -20, 5_000_000))
    fine = make_raster("fine.tif", textured_pixels(4, 40, 48))
    guide = {"guide": fine, "bands": [1, 2, 3, 4, 5, 6], "guide_bands": [1, 2, 3, 4]}
    sr, layer, *_ = classify(tmp_path, coarse, tmp_path / "m.srpk", consistency="off", **guide)
    kernels = Degradation.load(package.info.degradation).kernels(SCALE)
    expected, _ = expected_layer(sr, low, kernels, nodata=-1)
    np.testing.assert_allclose(layer, expected, rtol=1e-5, atol=0.01)


def test_a_run_that_fails_leaves_neither_map_nor_result(tmp_path, lr, make_model, monkeypatch):
    def fail(*_):
        raise InputError("stopped")
        yield

    monkeypatch.setattr("sr_core.inference.result_maps.write_consistency_map", fail)
    with pytest.raises(InputError, match="stopped"):
        classify(tmp_path, lr, make_model())
    assert {path.name for path in tmp_path.iterdir() if path.suffix == ".tif"} == {lr.name}
