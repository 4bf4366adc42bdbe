"""How far pixels matter is measured, kept and used, and a network that does see far is given all of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch

from sr_core.backbones import Backbone
from sr_core.inference import effective_halo
from sr_core.inference.convolutional import ConvolutionalPredictor
from sr_core.inference.effective_halo import (
    TOLERANCE,
    find_effective_halo,
    measure_every_scale,
    measure_where_quick,
)
from sr_core.inference.predictor import PredictorOptions, build_predictor
from sr_core.jobs.classify_pixels import ClassifyPixels
from sr_core.package.fx_graph_tracing import trace_scales
from sr_core.package.numpy_model import ArrayModel
from sr_core.package.srpk import ModelPackage
from sr_core.progress import Log, run_to_end

from ..conftest import DATA, textured_pixels
from ..support.small_packages import change_schema, make_package, package_info

ROOT = Path(__file__).parents[3]
DEEP = Backbone.load({"id": "edsr", "n_feats": 4, "n_blocks": 12, "res_scale": 1.0})


class Echo:
    """Each pixel, to which a share of the one `distance` columns to its left is added: a network whose reach is known."""

    device = torch.device("cpu")
    scale, bands, multiple_of, tail_halo, trunk_activation_floats, tail_activation_floats = 2, 2, 1, 0, 8, 8
    inputs, outputs = 2, range(2)

    def __init__(self, halo, distance, share, multiple_of=1):
        self.halo, self.distance, self.share, self.multiple_of = halo, distance, share, multiple_of

    def trunk(self, lr):
        found = lr.clone()
        found[..., self.distance :] += self.share * lr[..., : -self.distance]
        return found

    def tail(self, features, lr):
        return features.repeat_interleave(2, -1).repeat_interleave(2, -2)


class Pooling(Echo):
    """Each pixel, to which a share of the mean of its group of 8 columns, counted from the first, is added."""

    def trunk(self, lr):
        wide = torch.nn.functional.pad(lr, (0, -lr.shape[-1] % 8, 0, 0), mode="replicate")
        mean = wide.unflatten(-1, (-1, 8)).mean(-1).repeat_interleave(8, -1)
        return lr + self.share * mean[..., : lr.shape[-1]]


def measured(net, **changes):
    return run_to_end(find_effective_halo(net, package_info(**changes)))


@pytest.mark.parametrize("distance", [1, 7, 40, 59, 60])
def test_a_network_that_sees_far_keeps_its_reach(distance):
    assert measured(Echo(60, distance, 0.5)) == distance


@pytest.mark.parametrize(("share", "found"), [(1e-6, 1), (1e-3, 40)])
def test_what_is_too_faint_to_show_is_left_out(share, found):
    assert measured(Echo(60, 40, share)) == found


def test_a_network_that_gathers_pixels_in_groups_gets_whole_groups():
    """Whatever the halo, tiles begin at multiples, so that a pixel's group is never cut."""
    assert measured(Pooling(60, 1, 0.5, multiple_of=8)) == 1


def test_half_a_step_of_a_pixel_value_counts_where_it_is_less():
    fine = {"dtype": "uint16", "radiometry": {"gain": (1e-7, 1e-7), "offset": (0, 0)}}
    coarse = {"dtype": "float32", "radiometry": {"gain": (1, 1), "offset": (0, 0)}}
    assert (measured(Echo(60, 40, 1e-5, 1), **coarse), measured(Echo(60, 40, 1e-5), **fine)) == (1, 40)


def test_without_the_memory_nothing_is_known(monkeypatch):
    monkeypatch.setattr(effective_halo, "memory_budget", lambda: 10**4)
    assert measured(Echo(60, 40, 0.5)) is None


def lively_package(backbone=DEEP, **changes):
    """A package of a deep network, of which every layer matters, but not so far as it sees."""
    package = make_package(
        backbone=backbone, dtype="uint8", nodata=None, mean=(0.5, 0.4), std=(0.2, 0.2), bands=("", ""),
        radiometry={"gain": (1 / 255,) * 2, "offset": (0, 0)}, **changes,
    )  # fmt: skip
    for weights in package.net.parameters():
        torch.nn.init.normal_(weights, std=0.5 / weights[0].numel() ** 0.5)
    return ModelPackage(package.info, package.net.eval().requires_grad_(False))


@pytest.fixture(scope="module")
def deep():
    return run_to_end(measure_every_scale(lively_package()))


@pytest.mark.parametrize("kind", ["torch", "ncnn", "arrays"])
def test_all_that_computes_reads_as_far_as_matters_and_all_of_it_where_that_is_asked(deep, kind):
    found, full = deep.info.effective_halo[2], deep.net.halo
    assert deep.net.tail_halo < found < full
    package = deep
    if kind == "arrays":
        weights = {name: value.numpy() for name, value in deep.net.body.state_dict().items()}
        package = ModelPackage(deep.info, ArrayModel(trace_scales(deep.net), weights, 2))
    backend = "torch" if kind == "torch" else "ncnn"
    assert build_predictor(package, PredictorOptions(backend=backend)).halo == found
    assert build_predictor(package, PredictorOptions(backend=backend, exact=True)).halo == full
    held = build_predictor(package, PredictorOptions(backend=backend), consistency="on")
    assert held.halo == found + held.consistency.halo
    assert deep.net.halo == full  # what a package is saved with


def test_seams_do_not_show_and_half_of_it_would_be_too_little(deep):
    lr = textured_pixels(2, 90, 90, "uint8").astype(np.float32) / 255
    whole = build_predictor(deep, PredictorOptions(tile_size=1000, exact=True)).upscale(lr)

    def difference(halo):
        package = ModelPackage(deep.info.model_copy(update={"effective_halo": {2: halo}}), deep.net)
        return np.abs(build_predictor(package, PredictorOptions(tile_size=16)).upscale(lr) - whole).max()

    assert (
        0
        < difference(deep.info.effective_halo[2])
        <= TOLERANCE
        < difference(deep.info.effective_halo[2] // 2)
    )


@pytest.mark.parametrize("exact", [True, False])
def test_tile_sizes_give_the_same_pixels_or_neighbouring_ones(make_raster, tmp_path, deep, exact):
    deep.save(tmp_path / "deep.srpk")
    path = make_raster(pixels=textured_pixels(2, 80, 91, "uint8"))
    results = []
    for tile_size in (1000, 24):
        out = tmp_path / f"{tile_size}.tif"
        job = ClassifyPixels(
            input=str(path), model=str(tmp_path / "deep.srpk"), output=str(out), device="cpu", exact=exact,
            tile_size=tile_size,
        )  # fmt: skip
        run_to_end(job.run())
        with rasterio.open(out) as result:
            results.append(result.read().astype(int))
    difference = np.abs(results[0] - results[1])
    assert difference.max() <= (0 if exact else 1)
    assert (difference > 0).mean() < 1e-3


def test_the_scales_of_a_network_of_several_each_have_theirs():
    package = lively_package(Backbone.load({"id": "mdsr", "n_feats": 4, "n_blocks": 10}))
    found = run_to_end(measure_every_scale(package))
    assert set(found.info.effective_halo) == {2, 3, 4} and found.net.scale == 2


@pytest.mark.parametrize(("seconds", "known"), [(1e-9, {}), (1e9, None)])
def test_an_import_does_not_wait_long_for_it(monkeypatch, deep, seconds, known):
    monkeypatch.setattr(effective_halo, "SECONDS", seconds)
    steps = []
    work = measure_where_quick(ModelPackage(deep.info.model_copy(update={"effective_halo": {}}), deep.net))
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            found = end.value
            break
    said = [step.values["pixels"] for step in steps if isinstance(step, Log)]
    assert found.info.effective_halo == (deep.info.effective_halo if known is None else known)
    assert said == ([] if known is None else [deep.net.halo])


def test_an_import_leaves_nothing_to_rasters_that_they_would_not_measure(monkeypatch):
    monkeypatch.setattr(effective_halo, "SECONDS", 0)
    package = lively_package(Backbone.load({"id": "edsr", "n_feats": 4, "n_blocks": 1}))
    assert not [step for step in measure_where_quick(package) if isinstance(step, Log)]


def test_the_package_keeps_it_and_older_ones_read_on(tmp_path, deep):
    path = tmp_path / "deep.srpk"
    deep.save(path)
    again = ModelPackage.load(path)
    assert again.info == deep.info and again.net.halo == deep.net.halo
    assert build_predictor(again).halo == deep.info.effective_halo[2]
    path.write_bytes(change_schema(path.read_bytes(), lambda schema: schema.pop("effective_halo")))
    assert build_predictor(ModelPackage.load(path)).halo == deep.net.halo


def test_of_an_older_package_it_is_measured_once_where_that_pays(make_raster, tmp_path, monkeypatch, deep):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    ModelPackage(deep.info.model_copy(update={"effective_halo": {}}), deep.net).save(tmp_path / "old.srpk")
    measurements, halos = [], []
    usual, run = effective_halo.find_effective_halo, ConvolutionalPredictor.run
    monkeypatch.setattr(
        effective_halo, "find_effective_halo", lambda *a: (measurements.append(1), usual(*a))[1]
    )
    monkeypatch.setattr(
        ConvolutionalPredictor, "run", lambda self, *a, **b: (halos.append(self.halo), run(self, *a, **b))[1]
    )

    def classify(side, **options):
        path = make_raster(f"{side}.tif", textured_pixels(2, side, side, "uint8"))
        job = ClassifyPixels(
            input=str(path), model=str(tmp_path / "old.srpk"), output=str(tmp_path / "out.tif"), device="cpu",
            tile_size=16, **options,
        )  # fmt: skip
        assert [step for step in job.run() if not isinstance(step, Log)]
        return len(measurements), halos[-1]

    full, found = deep.net.halo, deep.info.effective_halo[2]
    assert classify(40) == (0, full)  # less work than to measure it
    assert classify(160, exact=True) == (0, full)
    assert classify(160) == (1, found)
    assert classify(160) == classify(40) == (1, found)
    assert classify(160, exact=True) == (1, full)
    shutil.rmtree(tmp_path / "home")
    assert classify(160) == (2, found)


@pytest.mark.skipif(not (DATA / "naip_0.6m_rgbn").is_dir(), reason="needs ../shared/data")
@pytest.mark.parametrize("path", sorted((ROOT / "models").glob("*.srpk")), ids=lambda path: path.stem)
def test_of_the_models_that_come_with_finer_it_is_enough_on_real_land(path):
    package = ModelPackage.load(path)
    assert set(package.info.effective_halo) == set(package.info.scales)
    with rasterio.open(sorted((DATA / "naip_0.6m_rgbn" / "val").glob("*.tif"))[7]) as source:
        lr = source.read()[: len(package.info.bands), :96, :96].astype(np.float32) / 255
    tiled, whole = (
        build_predictor(package, options)
        for options in (PredictorOptions(tile_size=20), PredictorOptions(tile_size=1000, exact=True))
    )
    difference = np.abs(tiled.upscale(lr) - whole.upscale(lr)).max()
    assert difference < TOLERANCE / 2
    assert difference > 0 or tiled.halo == whole.halo
