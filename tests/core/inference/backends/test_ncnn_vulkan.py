"""Every convolutional network gives by Vulkan what it gives on torch: here on lavapipe, or on what card there is."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pytest
import rasterio
import torch

from sr_core import vulkan
from sr_core.backbones import Backbone
from sr_core.errors import InputError
from sr_core.inference.backends import choice_with_torch
from sr_core.inference.backends.ncnn_tiles_numpy import NcnnArrays
from sr_core.inference.backends.ncnn_tiles_torch import NcnnNet
from sr_core.inference.predictor import PredictorOptions, build_predictor
from sr_core.jobs.classify_pixels import ClassifyPixels
from sr_core.package.fx_graph_tracing import trace
from sr_core.package.srpk import ModelPackage
from sr_core.progress import Log

from ...conftest import textured_pixels
from ...support.network_runs import lively
from ...support.small_packages import make_package
from ...support.tiny_backbones import every_form_or_scale, has_graph, tiny

CARDS = vulkan.vulkan_cards()
pytestmark = pytest.mark.skipif(
    not CARDS, reason="no Vulkan driver: apt-get install libvulkan1 mesa-vulkan-drivers"
)
EXACT = 1e-4
"""Of the range of the result."""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    vulkan.crashed_last_time.cache_clear()
    yield tmp_path / "home"
    vulkan.crashed_last_time.cache_clear()


WIDE = [
    pytest.param(Backbone.load({"id": name, "n_feats": 24, "n_blocks": 1}), 3, id=f"{name}-24")
    for name in ("edsr", "mdsr")
]
"""With convolutions that are computed in parts."""


@pytest.mark.parametrize(("backbone", "scale"), [*every_form_or_scale(which=has_graph), *WIDE])
def test_every_network_gives_what_it_gives_on_torch(backbone, scale):
    net = lively(backbone, 3, scale)
    weights = {name: value.numpy() for name, value in net.body.state_dict().items()}
    ported = NcnnNet(trace(net), weights, (0.5,) * 3, (0.25,) * 3, card=vulkan.require_card())
    lr = torch.rand(1, 3, 19, 26, generator=torch.Generator().manual_seed(1))
    with torch.inference_mode():
        want, have = net(lr), ported.tail(ported.trunk(lr), lr)
    assert float((have - want).abs().max() / (want.max() - want.min())) <= EXACT


@pytest.fixture
def package(tmp_path):
    made = make_package(
        backbone=tiny("edsr"), dtype="float32", nodata=None, radiometry={"gain": (1, 1), "offset": (0, 0)}
    )
    made.save(tmp_path / "model.srpk")
    return made


def classify(make_raster, tmp_path, device):
    path = make_raster(pixels=textured_pixels(2, 70, 50, "float32"))
    job = ClassifyPixels(
        input=str(path), model=str(tmp_path / "model.srpk"), output=str(tmp_path / f"{device}.tif"), device=device,
        tile_size=32,
    )  # fmt: skip
    said = [step.text.format(**step.values) for step in job.run() if isinstance(step, Log)]
    with rasterio.open(tmp_path / f"{device}.tif") as result:
        return result.read(), result.tags(), said


def test_a_raster_comes_out_as_on_the_cpu(make_raster, tmp_path, package):
    cpu, _, _ = classify(make_raster, tmp_path, "cpu")
    card, tags, said = classify(make_raster, tmp_path, "vulkan")
    assert np.abs(card - cpu).max() <= EXACT * np.ptp(cpu)
    name = vulkan.require_card().described
    assert tags["FINER_DEVICE"] == name and said[0] == f"Computing on {name}."
    assert not any("continues on the CPU" in line for line in said)


def test_after_a_crash_it_comes_out_all_the_same_and_the_log_says_so(make_raster, tmp_path, package, home):
    cpu, _, _ = classify(make_raster, tmp_path, "cpu")
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (home / vulkan.FILE).write_text(json.dumps({"process": dead.pid}))
    vulkan.crashed_last_time.cache_clear()
    card, tags, said = classify(make_raster, tmp_path, "vulkan")
    assert np.abs(card - cpu).max() <= EXACT * np.ptp(cpu)
    assert "Vulkan" not in tags["FINER_DEVICE"]
    assert any("The last run with Vulkan crashed" in line for line in said)


def test_what_ncnn_cannot_compute_is_refused():
    made = make_package()
    made.net.body["tail"].append(torch.nn.Softsign())
    package = ModelPackage(made.info, made.net.eval(), name="odd.srpk")
    with pytest.raises(InputError, match=r"odd\.srpk has a layer that cannot be computed with Vulkan"):
        build_predictor(package, PredictorOptions(vulkan="vulkan"))


def test_a_driver_that_is_wrong_gives_way(make_raster, tmp_path, package, monkeypatch):
    usual = NcnnArrays.trunk
    monkeypatch.setattr(
        NcnnArrays,
        "trunk",
        lambda net, lr: usual(net, lr) * (0 if "FINER_DEVICE" in net.tags else 1),
    )
    monkeypatch.setattr(choice_with_torch, "measure_seconds", lambda nets: {"torch": 2.0, "ncnn": 1.0})
    cpu, _, _ = classify(make_raster, tmp_path, "cpu")
    card, _, said = classify(make_raster, tmp_path, "vulkan")
    assert np.abs(card - cpu).max() <= EXACT * np.ptp(cpu)
    assert sum("gives another result than the CPU" in line for line in said) == 1
