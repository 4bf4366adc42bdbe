"""PRECISION fast computes in half precision where that is faster and close, says so, and is exact everywhere else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch

from sr_core import hardware
from sr_core.inference.backends import choice_with_torch, choice_without_torch, half_precision_choice
from sr_core.inference.backends.autocast import AutocastNet
from sr_core.inference.backends.choice_with_torch import choose_backend, choose_vulkan
from sr_core.inference.backends.choice_without_torch import choose_array_backend
from sr_core.inference.backends.gpu_result_check import CheckedNet, allowed_difference
from sr_core.inference.backends.half_precision_choice import (
    CLOSE,
    TAG,
    HalfMeasurement,
    measure_half_precision,
)
from sr_core.jobs.classify_pixels import ClassifyPixels
from sr_core.jobs.evaluate_model import EvaluateModel
from sr_core.package.fx_graph_tracing import trace
from sr_core.package.numpy_model import ArrayModel
from sr_core.progress import Log
from sr_core.vulkan import vulkan_cards

from ...conftest import textured_pixels
from ...support.network_runs import lively
from ...support.small_packages import make_package
from ...support.small_trainings import log_lines
from ...support.tiny_backbones import tiny

MODEL = Path(__file__).parents[4] / "models" / "naip_0.6m_rgbn_x4_edsr.srpk"
TRUTH = textured_pixels(4, 192, 224, "uint8").astype(np.float32)
LOG = "The network is computed in half precision"
STATISTICS = ((0.5, 0.5), (0.25, 0.25))


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))


def force(monkeypatch, backend, half=1.0):
    """Let a backend be the faster one, and bf16 possible, with so many seconds beside 2."""
    slower = {"torch": "ncnn", "ncnn": "torch"}[backend]
    monkeypatch.setattr(choice_with_torch, "measure_seconds", lambda nets: {backend: 1.0, slower: 9.0})
    for module in (choice_with_torch, choice_without_torch):
        monkeypatch.setattr(module, "half_precisions", lambda: ("bf16",))
    monkeypatch.setattr(choice_with_torch, "may_be_fast_at_bfloat16", lambda: True)
    monkeypatch.setattr(
        half_precision_choice, "measure_seconds", lambda nets: dict.fromkeys(nets, half) | {"exact": 2.0}
    )


def refuse(monkeypatch):
    """Let the processor have none of the instructions."""
    for module in (choice_with_torch, choice_without_torch):
        monkeypatch.setattr(module, "half_precisions", tuple)
    monkeypatch.setattr(choice_with_torch, "may_be_fast_at_bfloat16", lambda: False)


def classify(make_raster, tmp_path, **values):
    """The result of the starter model in steps of 8 bits, its tags, and the log."""
    lr = TRUTH.reshape(4, 48, 4, 56, 4).mean(axis=(2, 4)).round().astype(np.uint8)
    out = tmp_path / "out.tif"
    job = ClassifyPixels(
        input=str(make_raster(pixels=lr)),
        model=str(MODEL),
        output=str(out),
        device="cpu",
        bands=(1, 2, 3, 4),
        **values,
    )
    said = log_lines(list(job.run()))
    with rasterio.open(out) as result:
        return result.read().astype(np.float32), result.tags(), said


def psnr(found):
    return 10 * np.log10(255**2 / np.mean((found - TRUTH) ** 2))


@pytest.mark.parametrize(("backend", "most"), [("torch", 0.01), ("ncnn", 0.02)])
def test_a_result_in_half_precision_is_close(make_raster, tmp_path, monkeypatch, backend, most):
    """Without the instructions, ncnn loses up to 0.016 dB."""
    force(monkeypatch, backend)
    exact, before, quiet = classify(make_raster, tmp_path)
    fast, tags, said = classify(make_raster, tmp_path, precision="fast")
    assert 0 < np.abs(fast - exact).max() <= 2
    assert abs(psnr(fast) - psnr(exact)) <= most
    assert tags.pop(TAG) == "bf16" and tags.get("FINER_BACKEND") == before.get("FINER_BACKEND")
    assert TAG not in before and ("FINER_BACKEND" in before) == (backend == "ncnn")
    assert f"{LOG} (bf16)." in said and not any(LOG in line for line in quiet)


@pytest.mark.parametrize("faster", ["no instructions", "slower", "hardly"])
def test_where_it_brings_nothing_the_result_is_exact_to_the_bit(make_raster, tmp_path, monkeypatch, faster):
    force(monkeypatch, "ncnn", half={"slower": 3.0, "hardly": 1.9}.get(faster, 1.0))
    if faster == "no instructions":
        refuse(monkeypatch)
    exact, before, _ = classify(make_raster, tmp_path)
    fast, tags, said = classify(make_raster, tmp_path, precision="fast")
    np.testing.assert_array_equal(fast, exact)
    assert TAG not in tags and tags.get("FINER_BACKEND") == before.get("FINER_BACKEND")
    assert sum(line.startswith("Half precision is not faster for this model here") for line in said) == 1


def arrays(net):
    weights = {name: value.numpy() for name, value in net.body.state_dict().items()}
    return ArrayModel({net.scale: trace(net)}, weights, net.scale)


def test_without_torch_it_is_the_same(monkeypatch):
    force(monkeypatch, "ncnn")
    net = lively(tiny("edsr"), 2, 2)
    with_torch = choose_backend(net, fast=True)
    measured = monkeypatch.setattr(half_precision_choice, "measure_half_precision", None)  # it is kept
    assert measured is None
    mean, std = (values.flatten().tolist() for values in (net.mean, net.std))
    without = choose_array_backend(arrays(net).with_halo(net.halo), mean, std, None, fast=True)
    assert without.tags == with_torch.tags and without.tags[TAG] == "bf16"
    lr = np.random.default_rng(0).random((1, 2, 19, 26), np.float32)
    given = torch.from_numpy(lr)
    want = with_torch.tail(with_torch.trunk(given), given).numpy()
    np.testing.assert_array_equal(without.tail(without.trunk(lr), lr), want)


def test_other_weights_are_measured_anew(monkeypatch):
    """How close results are depends on them."""
    force(monkeypatch, "ncnn")
    measured = []
    monkeypatch.setattr(
        half_precision_choice, "measure_half_precision",
        lambda *given: measured.append(given) or HalfMeasurement(exact=2, half={"bf16": 1}),
    )  # fmt: skip
    net = lively(tiny("edsr"), 2, 2)
    assert choose_backend(net, fast=True).tags[TAG] == choose_backend(net, fast=True).tags[TAG] == "bf16"
    assert len(measured) == 1
    with torch.no_grad():
        next(iter(net.body.parameters())).add_(1)
    choose_backend(net, fast=True)
    assert len(measured) == 2


class Shifted:
    """A network whose results are off by a share of their range."""

    def __init__(self, net, share):
        self.net, self.share = net, share

    def __getattr__(self, name):
        return getattr(self.net, name)

    def tail(self, features, lr):
        result = self.net.tail(features, lr)
        return result + self.share * (result.max() - result.min())


@pytest.mark.parametrize(
    ("share", "close"), [(0.9 * CLOSE, True), (1.2 * CLOSE, False), (float("nan"), False)]
)
def test_what_is_not_close_does_not_count_however_fast(share, close):
    net = lively(tiny("edsr"), 2, 2)
    found = measure_half_precision(net, {"bf16": Shifted(net, share)}, STATISTICS)
    assert ("bf16" in found.half) == close and found.exact > 0


@pytest.mark.parametrize(("text", "fast"), [
    ("processor : 0\nflags\t\t: fpu avx2 avx512f\n", False),
    ("processor : 0\nflags\t\t: fpu avx512f avx512_bf16 sse\n", True),
    ("processor : 0\nFeatures\t: fp asimd asimdhp bf16\n", True),
    ("processor : 0\nFeatures\t: fp asimd\n", False),
    ("nothing of it\n", True),
    (None, True),
])  # fmt: skip
def test_what_the_processor_says_of_its_instructions(monkeypatch, text, fast):
    def read(path, **_):
        if text is None:
            raise FileNotFoundError(path)
        return text

    monkeypatch.setattr(hardware.Path, "read_text", read)
    assert hardware.may_be_fast_at_bfloat16() == fast


def test_a_card_that_is_wrong_in_half_precision_says_what_to_set():
    net = lively(tiny("edsr"), 2, 2)
    card = AutocastNet(net, "bf16")
    assert allowed_difference(card) > allowed_difference(net)
    trunk = card.trunk
    card.trunk = lambda lr: trunk(lr) * float("nan")
    checked = CheckedNet(card, lambda: net, "GeForce", allowed_difference(card))
    lr = torch.rand(1, 2, 40, 40)
    with torch.inference_mode():
        found = checked.tail(checked.trunk(lr), lr)
        assert torch.equal(found, net(lr))
    (note,) = checked.notes
    assert (
        isinstance(note, Log) and "In half precision" in note.text and "Set PRECISION to exact" in note.text
    )
    assert TAG not in checked.tags


@pytest.mark.skipif(
    not vulkan_cards(), reason="no Vulkan driver: apt-get install libvulkan1 mesa-vulkan-drivers"
)
def test_a_card_by_vulkan_computes_in_half_precision():
    net = lively(tiny("edsr"), 2, 2)
    checked = choose_vulkan(net, "model", fast=True)
    exact = choose_vulkan(net, "model")
    assert checked.tags.get(TAG) in ("fp16", None) and TAG not in exact.tags
    lr = torch.rand(1, 2, 40, 36, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        found, want = (each.tail(each.trunk(lr), lr) for each in (checked, exact))
    assert not checked.notes
    difference = float((found - want).abs().max() / (want.max() - want.min()))
    assert (0 < difference <= CLOSE) if TAG in checked.tags else difference == 0


def test_an_evaluation_takes_it_too(make_tileset, tmp_path, monkeypatch):
    force(monkeypatch, "ncnn")
    tileset = make_tileset()
    info = tileset.info
    made = make_package(
        backbone=tiny("edsr"), bands=info.bands, scale=info.scale, dtype=info.dtype, nodata=info.nodata,
        radiometry=info.radiometry, mean=info.statistics.mean, std=info.statistics.std, data_range=info.data_range,
    )  # fmt: skip
    made.save(tmp_path / "model.srpk")
    job = EvaluateModel(
        model=str(tmp_path / "model.srpk"), tiles=str(tileset.folder), split="val", device="cpu", precision="fast",
        output_html=str(tmp_path / "page.html"),
    )  # fmt: skip
    assert f"{LOG} (bf16)." in log_lines(list(job.run()))
