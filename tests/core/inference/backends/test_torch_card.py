"""A card that torch computes on gives way like one by Vulkan: to smaller tiles, and to the CPU, with the same result."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import rasterio
import torch
from rasterio.windows import Window

from sr_core.backbones import SrNet
from sr_core.inference.backends import choice_with_torch
from sr_core.inference.backends.gpu_result_check import CheckedNet
from sr_core.inference.predictor import PredictorOptions, build_predictor
from sr_core.progress import Log
from sr_core.raster.cog import cog_writer
from sr_core.raster.radiometry import Radiometry
from sr_core.raster.raster_reader import open_raster

from ...conftest import textured_pixels
from ...support.network_runs import lively
from ...support.small_packages import make_package
from ...support.tiny_backbones import tiny

LR = textured_pixels(2, 150, 140, "float32")


@pytest.fixture
def package(monkeypatch, tmp_path):
    """A model whose net passes for one on a card: the processor computes it, under another name."""
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    made = make_package(backbone=tiny("edsr"))
    card = lively(tiny("edsr"), 2, 2).eval().requires_grad_(False)
    own, stay = SrNet.device, CheckedNet._on_device
    monkeypatch.setattr(
        SrNet,
        "device",
        property(lambda net: torch.device("cuda") if net.body is card.body else own.fget(net)),
    )
    monkeypatch.setattr(
        CheckedNet, "_on_device", lambda net, given: given if net.device.type == "cpu" else stay(net, given)
    )
    monkeypatch.setattr(choice_with_torch, "describe", lambda device: "GPU: GeForce")
    return replace(made, net=card)


def limit(part, most):
    """Let a part of the net have memory for images of so many pixels a side; the sides that it was given."""
    sides = []

    def refuse(_, inputs):
        sides.append(max(inputs[0].shape[-2:]))
        if sides[-1] > most:
            raise torch.OutOfMemoryError("CUDA out of memory")

    part.register_forward_pre_hook(refuse)
    return sides


def wanted(net, lr=LR):
    with torch.inference_mode():
        return SrNet.forward(net, torch.from_numpy(lr)[None])[0].numpy()


def close(found, want):
    return np.abs(found - want).max() <= 1e-5 * np.ptp(want)


def text(note):
    return note.text.format(**note.values)


def test_what_is_on_a_card_is_named_and_checked(package):
    predictor = build_predictor(package)
    assert isinstance(predictor.net, CheckedNet) and predictor.tags == {"FINER_DEVICE": "GPU: GeForce"}
    assert close(predictor.upscale(LR), wanted(package.net)) and not predictor.notes


@pytest.mark.parametrize("part", ["trunk", "tail"])
def test_too_little_memory_makes_tiles_smaller_from_then_on(package, part):
    want = wanted(package.net)
    sides = limit(package.net.body[part], 100)
    predictor = build_predictor(package, PredictorOptions(tile_size=1000))
    assert close(predictor.upscale(LR), want)
    assert sides.count(150) == 1 and len(sides) > 4
    assert close(predictor.upscale(LR), want)
    assert sides.count(150) == 1 and not predictor.notes


@pytest.mark.parametrize("part", ["trunk", "tail"])
@pytest.mark.parametrize("consistency", [None, "on"])
def test_hardly_any_leaves_the_work_to_the_cpu(package, part, consistency):
    want = build_predictor(package, PredictorOptions(tile_size=1000), consistency=consistency).upscale(LR)
    limit(package.net.body[part], 20)
    predictor = build_predictor(package, PredictorOptions(tile_size=1000), consistency=consistency)
    assert close(predictor.upscale(LR), want)
    assert [text(note) for note in predictor.notes] == [
        "The memory of GeForce is not sufficient: the run continues on the CPU."
    ]


def test_so_it_does_in_the_middle_of_a_raster_and_nothing_is_lost(package, make_raster, tmp_path):
    want = wanted(package.net)
    path = make_raster(pixels=LR)
    trunk, tiles = package.net.body["trunk"], []

    def refuse(*_):
        tiles.append(1)
        if len(tiles) > 5:
            raise torch.OutOfMemoryError("CUDA out of memory")

    trunk.register_forward_pre_hook(refuse)
    predictor = build_predictor(package, PredictorOptions(tile_size=40))
    with open_raster(str(path)) as raster, cog_writer(tmp_path / "sr.tif", raster.profile.zoom(2)) as writer:
        plain = Radiometry(gain=(1, 1), offset=(0, 0))
        steps = list(predictor.run(raster, plain, Window(0, 0, 140, 150), writer))
        list(writer.finish())
    assert len([step for step in steps if isinstance(step, Log)]) == 1
    with rasterio.open(tmp_path / "sr.tif") as result:
        assert close(result.read(), want)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda features: features * 0, "GeForce gives another result than the CPU"),
        (lambda features: features * torch.nan, "GeForce gives a result that is not finite"),
    ],
)
def test_a_card_that_is_wrong_gives_way(package, spoil, said):
    want = wanted(package.net)
    hook = package.net.body["trunk"].register_forward_hook(lambda module, given, features: spoil(features))
    predictor = build_predictor(package)
    assert close(predictor.upscale(LR), want)
    hook.remove()
    assert [text(note).partition(":")[0] for note in predictor.notes] == [said]


def test_ten_bits_of_mantissa_are_right_enough(package):
    package.net.body["trunk"].register_forward_hook(lambda module, given, features: features * (1 + 1e-3))
    predictor = build_predictor(package)
    predictor.upscale(LR)
    assert not predictor.notes


def test_another_error_is_not_taken_for_too_little_memory(package):
    def fail(*_):
        raise RuntimeError("CUDA error: an illegal memory access was encountered")

    package.net.body["tail"].register_forward_pre_hook(fail)
    with pytest.raises(RuntimeError, match="illegal memory access"):
        build_predictor(package).upscale(LR)
