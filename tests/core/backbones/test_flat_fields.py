"""Sub-pixel convolutions whose kernels have equal sums: no pattern on flat fields, and nothing else is lost."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from sr_core.backbones import DiffusionBackbone
from sr_core.backbones._backbone import Backbone
from sr_core.backbones._blocks import equalize_subpixels_, find_subpixel_convs, has_equal_subpixels
from sr_core.objectives import Batch, Objective

from ..support.tiny_members import forms, label

SHUFFLING = [each for each in forms(Backbone) if not isinstance(each, DiffusionBackbone)]


def layer(seed=0, *, channels=3, factor=2, inputs=5):
    torch.manual_seed(seed)
    return nn.Conv2d(inputs, channels * factor**2, 3, padding=1)


@pytest.mark.parametrize("factor", (2, 3, 4))
def test_flat_fields_come_out_flat_and_ramps_straight(factor):
    conv = layer(factor=factor)
    equalize_subpixels_(conv, factor)
    rows, cols = torch.meshgrid(torch.arange(9.0), torch.arange(8.0), indexing="ij")
    flat, down, right = torch.randn(3, 5, 1, 1)
    with torch.no_grad():
        features = (flat + down * rows + right * cols)[None]
        ramp = nn.functional.pixel_shuffle(conv(features), factor)[
            0, :, 2 * factor : -2 * factor, 2 * factor : -2 * factor
        ]
        level = nn.functional.pixel_shuffle(conv(flat.expand(1, 5, 7, 7)), factor)[
            0, :, factor:-factor, factor:-factor
        ]
    assert (level.amax((1, 2)) - level.amin((1, 2))).max() < 1e-5
    assert ramp.diff(dim=1).abs().max() > 0.01
    assert max(ramp.diff(n=2, dim=axis).abs().max() for axis in (1, 2)) < 1e-5


@pytest.mark.parametrize("factor", (2, 3, 4))
def test_nothing_else_is_changed(factor):
    """The change of each kernel is a constant and a ramp; the mean of the sub-pixels keeps both; doing it twice is once."""
    conv = layer(factor=factor)
    before = conv.weight.detach().clone()
    equalize_subpixels_(conv, factor)
    change = (conv.weight - before).detach()
    ramps = torch.stack(
        [torch.ones(3, 3), *torch.meshgrid(*[torch.arange(-1.0, 2)] * 2, indexing="ij")]
    ).view(3, 9)
    parts = torch.einsum("rk,oik->oir", ramps, change.flatten(2)) / ramps.square().sum(1)
    assert (change.flatten(2) - torch.einsum("oir,rk->oik", parts, ramps)).abs().max() < 1e-6
    assert change.view(3, factor**2, 5, 9).sum(3).mean(1).abs().max() < 1e-6
    assert parts.abs().amax((0, 1)).min() > 1e-3
    again = conv.weight.detach().clone()
    equalize_subpixels_(conv, factor)
    assert torch.equal(conv.weight, again)


@pytest.mark.parametrize("chosen", SHUFFLING, ids=label)
def test_tails_that_begin_without_a_pattern_stay_without_it(chosen):
    """Of every network, after steps at a learning rate that would tear it apart."""
    torch.manual_seed(1)
    scale = 2
    net = chosen.net(2, scale, [0.5, 0.4], [0.2, 0.1]).train()
    equal = [each for each in find_subpixel_convs(net.body) if has_equal_subpixels(*each)]
    if not equal:
        pytest.skip("no such convolution")
    before = [conv.weight.detach().clone() for conv, _ in equal]
    side = 16 if chosen.multiple_of() > 1 else 12
    learner = Objective.members["pixel"]().start(net, 0.02, 2)
    for _ in range(2):
        lr, hr = torch.rand(2, 2, side, side), torch.rand(2, 2, side * scale, side * scale)
        learner.step(Batch(lr, hr, torch.ones_like(hr, dtype=torch.bool)))
    for (conv, factor), old in zip(equal, before, strict=True):
        assert not torch.equal(conv.weight, old) and has_equal_subpixels(conv, factor)


@pytest.mark.parametrize("start", ("unequal", "frozen"))
def test_what_has_learnt_without_it_or_is_frozen_is_left_alone(start):
    """A model's other weights rely on the pattern: no step may take it off."""
    chosen = Backbone.load({"id": "edsr", "n_feats": 4, "n_blocks": 2, "upsampler": "single"})
    net = chosen.net(1, 2, [0.5], [0.1])
    tail = net.body["tail"][0]
    if start == "unequal":
        torch.nn.init.normal_(tail.weight)
    else:
        tail.requires_grad_(False)
    keep = net.keep_equal_subpixels()
    with torch.no_grad():
        tail.weight += torch.randn_like(tail.weight)
    before = tail.weight.detach().clone()
    keep()
    assert torch.equal(before, tail.weight)


def test_weights_that_a_checkpoint_brings_are_judged_and_not_those_before():
    """A training of before begins at zero again when it goes on, and has learnt without the property since."""
    chosen = Backbone.load({"id": "edsr", "n_feats": 4, "n_blocks": 2, "upsampler": "single"})
    nets = [chosen.net(1, 2, [0.5], [0.1]) for _ in range(2)]
    learners = [Objective.members["pixel"]().start(net, 1e-3, 2) for net in nets]
    torch.nn.init.normal_(nets[1].body["tail"][0].weight)  # as by `load_state`, once the learner is there
    for net, learner, equal in zip(nets, learners, (True, False), strict=True):
        assert has_equal_subpixels(net.body["tail"][0], 2) == equal
        lr, hr = torch.rand(1, 1, 12, 12), torch.rand(1, 1, 24, 24)
        learner.step(Batch(lr, hr, torch.ones_like(hr, dtype=torch.bool)))
        assert has_equal_subpixels(net.body["tail"][0], 2) == equal
