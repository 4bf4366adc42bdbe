"""A card that is wrong, black, not finite or too small gives way to the CPU, with a sentence; a right one computes."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from sr_core.errors import SrError
from sr_core.inference.backends.gpu_result_check import CheckedNet
from sr_core.inference.convolutional import ConvolutionalPredictor
from sr_core.progress import Log

from ...support.network_runs import lively
from ...support.tiny_backbones import tiny


class Card:
    """A network of torch that passes for one on a card, with faults."""

    def __init__(self, net, *, most=10**9, spoil=None):
        self.own, self.most, self.spoil = net, most, spoil or (lambda features: features)
        self.sides = []
        for name in ("scale", "bands", "inputs", "outputs", "device", "halo", "tail_halo", "multiple_of"):
            setattr(self, name, getattr(net, name))
        self.tags, self.notes = {}, []
        self.trunk_activation_floats, self.tail_activation_floats = 64, 64

    def trunk(self, lr):
        self.sides.append(max(lr.shape[-2:]))
        if self.sides[-1] > self.most:
            raise SrError("too much")
        return self.spoil(self.own.trunk(lr).clone())

    def tail(self, features, lr):
        if max(lr.shape[-2:]) > self.most:
            raise SrError("too much")
        return self.own.tail(features, lr)


class CountingCpu:
    """The network on the CPU, and how often it was asked for and computed."""

    def __init__(self, net):
        self.net, self.asked = net, 0

    def __call__(self):
        self.asked += 1
        return self.net


@pytest.fixture
def net():
    return lively(tiny("edsr"), 2, 2)


def upscale(checked, lr):
    return ConvolutionalPredictor(checked, tile_size=1000).upscale(lr)


def wanted(net, lr):
    with torch.inference_mode():
        return net(torch.from_numpy(lr)[None])[0].numpy()


LR = np.random.default_rng(0).random((2, 150, 140), dtype=np.float32)


def test_a_card_that_is_right_computes(net):
    card, cpu = Card(net), CountingCpu(net)
    checked = CheckedNet(card, cpu, "Radeon")
    for _ in range(3):
        np.testing.assert_allclose(upscale(checked, LR), wanted(net, LR), atol=1e-5)
    assert card.sides == [150] * 3 and cpu.asked == 1 and not checked.notes


SPOILED = {
    "black": (torch.zeros_like, "gives another result than the CPU"),
    "half": (lambda f: f.index_fill_(-1, torch.arange(f.shape[-1] // 2, f.shape[-1]), 0), "gives another result"),
    "not finite": (lambda f: torch.full_like(f, torch.nan), "gives a result that is not finite"),
    "overflown": (lambda f: torch.full_like(f, torch.inf), "gives a result that is not finite"),
    "coarse": (lambda f: f + 0.05 * f.std(), "gives another result"),
}  # fmt: skip


@pytest.mark.parametrize("fault", SPOILED)
def test_one_that_is_wrong_gives_way_and_nothing_of_it_stays(net, fault):
    spoil, said = SPOILED[fault]
    card = Card(net, spoil=spoil)
    checked = CheckedNet(card, lambda: net, "Radeon")
    np.testing.assert_allclose(upscale(checked, LR), wanted(net, LR), atol=1e-5)
    assert len(card.sides) == 1
    (note,) = checked.notes
    assert note.text.format(**note.values).startswith(f"Radeon {said}")
    np.testing.assert_allclose(upscale(checked, LR), wanted(net, LR), atol=1e-5)
    assert len(card.sides) == 1 and len(checked.notes) == 1


def test_a_small_error_in_the_last_digits_is_none(net):
    card = Card(net, spoil=lambda f: f * (1 + 1e-6))
    checked = CheckedNet(card, lambda: net, "Radeon")
    upscale(checked, LR)
    assert not checked.notes


def test_an_image_without_any_contrast_is_no_reason_to_leave_the_card(net):
    card = Card(net, spoil=lambda f: f * (1 + 1e-7))
    checked = CheckedNet(card, lambda: net, "Radeon")
    upscale(checked, np.full((2, 60, 60), 0.5, np.float32))
    assert not checked.notes


def test_a_model_that_has_diverged_is_not_the_cards_fault(net):
    for parameter in net.parameters():
        parameter.data.fill_(torch.nan)
    checked = CheckedNet(Card(net), lambda: net, "Radeon")
    upscale(checked, LR)
    assert not checked.notes


def test_a_card_with_little_memory_gets_smaller_parts(net):
    card = Card(net, most=120)
    checked = CheckedNet(card, lambda: net, "Radeon")
    result = upscale(checked, LR)
    np.testing.assert_allclose(result, wanted(net, LR), atol=1e-5)
    assert max(side for side in card.sides[1:] if side != 150) <= 120 and not checked.notes


@pytest.mark.parametrize("most", [40, 0])
def test_one_with_hardly_any_gives_way(net, most):
    card = Card(net, most=most)
    checked = CheckedNet(card, lambda: net, "Radeon")
    np.testing.assert_allclose(upscale(checked, LR), wanted(net, LR), atol=1e-5)
    (note,) = checked.notes
    assert note.text.format(**note.values) == (
        "The memory of Radeon is not sufficient: the run continues on the CPU."
    )


def test_so_it_does_when_the_memory_is_gone_later(net):
    card = Card(net)
    checked = CheckedNet(card, lambda: net, "Radeon")
    upscale(checked, LR)
    card.most = 0
    np.testing.assert_allclose(upscale(checked, LR), wanted(net, LR), atol=1e-5)
    assert len(checked.notes) == 1


def test_where_the_cpu_lacks_memory_too_that_is_an_error(net):
    checked = CheckedNet(Card(net, most=0), lambda: Card(net, most=0), "Radeon")
    with pytest.raises(SrError, match="too much"):
        upscale(checked, LR)


@pytest.mark.parametrize(("name", "most"), [("unet", 148), ("rrdn", 120)])
def test_parts_of_a_network_that_gathers_pixels_begin_at_its_groups(name, most):
    net = lively(tiny(name, 2) if name == "rrdn" else tiny(name, 1), 2, 2)
    assert net.multiple_of > 1
    checked = CheckedNet(Card(net, most=most), lambda: net, "Radeon")
    np.testing.assert_allclose(upscale(checked, LR), wanted(net, LR), atol=1e-4)
    assert not checked.notes


def test_what_is_said_is_said_once(net, make_raster, tmp_path):
    from rasterio.windows import Window

    from sr_core.raster.cog import cog_writer
    from sr_core.raster.radiometry import Radiometry
    from sr_core.raster.raster_reader import open_raster

    checked = CheckedNet(Card(net, spoil=torch.zeros_like), lambda: net, "Radeon")
    with open_raster(make_raster()) as raster:
        predictor = ConvolutionalPredictor(checked, tile_size=16)
        with cog_writer(tmp_path / "out.tif", raster.profile.zoom(2)) as writer:
            steps = list(predictor.run(raster, Radiometry.default("uint16", 2), Window(0, 0, 56, 40), writer))
            list(writer.finish())
    assert len([step for step in steps if isinstance(step, Log)]) == 1 and isinstance(steps[0], Log)
