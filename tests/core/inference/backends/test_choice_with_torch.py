"""A network runs on what is fastest here and can compute it, and its results do not show which."""

from __future__ import annotations

import json
import sys
import time

import numpy as np
import pytest
import torch

from sr_core.inference.backends import choice_with_torch, measurement_cache
from sr_core.inference.backends.choice_with_torch import choose_backend
from sr_core.inference.backends.ncnn_tiles_torch import NcnnNet
from sr_core.inference.predictor import PredictorOptions, build_predictor
from sr_core.jobs.classify_pixels import ClassifyPixels
from sr_core.package.srpk import ModelPackage
from sr_core.progress import Log

from ...conftest import textured_pixels
from ...support.network_runs import lively
from ...support.small_packages import make_package
from ...support.tiny_backbones import tiny


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def times(monkeypatch):
    """What the next measurements give; a test fails that measures more often."""
    values = []
    monkeypatch.setattr(choice_with_torch, "measure_seconds", lambda nets: values.pop(0))
    return values


def test_the_faster_one_computes_and_is_not_measured_again(times, home):
    net = lively(tiny("edsr"), 2, 2)
    times.append({"torch": 2.0, "ncnn": 1.0})
    assert isinstance(choose_backend(net), NcnnNet)
    assert isinstance(choose_backend(net), NcnnNet)
    (kept,) = json.loads((home / "backends.json").read_bytes()).values()
    assert kept == {"torch": 2, "ncnn": 1}
    other = lively(tiny("edsr"), 2, 4)  # of which nothing is known yet
    times.append({"torch": 1.0, "ncnn": 2.0})
    assert choose_backend(other) is other and choose_backend(other) is other
    assert isinstance(choose_backend(net), NcnnNet)


def test_where_both_are_about_as_fast_the_choice_does_not_waver(times):
    net = lively(tiny("edsr"), 2, 2)
    times.append({"torch": 1.0, "ncnn": 1.05})
    assert isinstance(choose_backend(net), NcnnNet)


def test_what_is_done_once_does_not_count(monkeypatch, home):
    """The first run loads, packs and composes: of a network it would say nothing."""
    runs = []

    class Warming(NcnnNet):
        def tail(self, features, lr):
            runs.append(lr.shape[-1])
            if len(runs) == 1:
                time.sleep(5)
            return super().tail(features, lr)

    net = lively(tiny("edsr"), 2, 2)
    monkeypatch.setattr("sr_core.inference.backends.ncnn_tiles_torch.NcnnNet", Warming)
    choose_backend(net)
    (kept,) = json.loads((home / "backends.json").read_bytes()).values()
    assert len(runs) > 1 and kept["ncnn"] < 5


def test_both_are_measured(home):
    choose_backend(lively(tiny("edsr"), 2, 2))
    (kept,) = json.loads((home / "backends.json").read_bytes()).values()
    assert 0 < kept["torch"] < 60 and 0 < kept["ncnn"] < 60


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": 1}', b"\xff\x00", None])
def test_what_was_kept_and_cannot_be_read_is_measured_anew(times, home, content):
    home.mkdir()
    if content is None:
        (home / "backends.json").mkdir()
    else:
        (home / "backends.json").write_bytes(content)
    times.append({"torch": 2.0, "ncnn": 1.0})
    assert isinstance(choose_backend(lively(tiny("edsr"), 2, 2)), NcnnNet)


def test_where_nothing_can_be_kept_it_works_all_the_same(times, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "file" / "below"))
    times.append({"torch": 2.0, "ncnn": 1.0})
    assert isinstance(choose_backend(lively(tiny("edsr"), 2, 2)), NcnnNet)


def test_without_ncnn_torch_computes(monkeypatch):
    monkeypatch.setitem(sys.modules, "sr_core.inference.backends.ncnn_tiles_torch", None)
    net = lively(tiny("edsr"), 2, 2)
    assert choose_backend(net) is net
    assert choose_backend(net, "ncnn") is net


def test_so_it_does_what_ncnn_cannot():
    net = lively(tiny("edsr"), 2, 2)
    net.body["tail"].append(torch.nn.Softsign())
    assert choose_backend(net) is net


def test_so_it_does_what_takes_too_much_memory_on_ncnn(monkeypatch):
    net = lively(tiny("edsr"), 2, 2)
    monkeypatch.setattr(measurement_cache, "memory_budget", lambda: 10**5)
    assert choose_backend(net) is net


def test_a_backend_can_be_asked_for(times):
    package = ModelPackage(make_package().info, make_package().net.eval().requires_grad_(False))
    assert "FINER_BACKEND" in build_predictor(package, PredictorOptions(backend="ncnn")).tags
    assert "FINER_BACKEND" not in build_predictor(package, PredictorOptions(backend="torch")).tags


@pytest.mark.parametrize("consistency", [None, "on"])
def test_a_raster_comes_out_as_on_torch(make_raster, tmp_path, monkeypatch, consistency):
    package = make_package(
        backbone=tiny("edsr", n_feats=16, n_blocks=2), dtype="float32", nodata=None, scale=4,
        radiometry={"gain": (1, 1), "offset": (0, 0)},
    )  # fmt: skip
    package.save(tmp_path / "model.srpk")
    pixels = textured_pixels(2, 70, 90, "float32")
    path = make_raster(pixels=pixels)
    results = {}
    for slower in ("torch", "ncnn"):
        taken = {"torch": 1.0, "ncnn": 1.0, slower: 9.0}
        monkeypatch.setattr(choice_with_torch, "measure_seconds", lambda nets, taken=taken: taken)
        monkeypatch.setenv("FINER_HOME", str(tmp_path / slower))
        out = tmp_path / f"{slower}.tif"
        job = ClassifyPixels(
            input=str(path), model=str(tmp_path / "model.srpk"), output=str(out), device="cpu",
            consistency=consistency, tile_size=32,
        )  # fmt: skip
        assert [step for step in job.run() if not isinstance(step, Log)]
        import rasterio

        with rasterio.open(out) as result:
            results[slower] = result.read()
            assert ("FINER_BACKEND" in result.tags()) == (slower == "torch")
    difference = np.abs(results["ncnn"] - results["torch"]).max()
    assert 0 < difference <= 1e-5 * np.ptp(results["torch"])
