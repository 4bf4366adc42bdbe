"""Sub-pixel convolutions whose kernels have equal sums: no pattern on flat fields, and nothing else is lost."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from sr_core.backbones import DiffusionBackbone
from sr_core.backbones._backbone import Backbone
from sr_core.backbones._blocks import equalize_subpixels_, find_subpixel_convs
from sr_core.objectives import Batch, Objective

from ..support.tiny_members import forms, label

SHUFFLING = [each for each in forms(Backbone) if not isinstance(each, DiffusionBackbone)]


def layer(seed=0, *, channels=3, factor=2, inputs=5):
    torch.manual_seed(seed)
    return nn.Conv2d(inputs, channels * factor**2, 3, padding=1)


@pytest.mark.parametrize("factor", (2, 3, 4))
def test_a_constant_gives_equal_subpixels_and_the_rest_stays(factor):
    conv = layer(factor=factor)
    before = conv.weight.detach().clone()
    equalize_subpixels_(conv, factor)
    with torch.no_grad():
        flat = nn.functional.pixel_shuffle(conv(torch.randn(1, 5, 1, 1).expand(1, 5, 7, 7)), factor)
        inner = flat[0, :, factor:-factor, factor:-factor]
    assert (inner.amax((1, 2)) - inner.amin((1, 2))).max() < 1e-6
    # Only the mean of each kernel has changed, and of the sub-pixels' means the mean has not.
    change = (conv.weight - before).detach()
    assert (change - change.mean((2, 3), keepdim=True)).abs().max() < 1e-7
    assert change.view(3, factor**2, 5, 9).mean((1, 3)).abs().max() < 1e-7
    assert change.abs().max() > 1e-3
    again = conv.weight.detach().clone()
    equalize_subpixels_(conv, factor)
    assert torch.allclose(conv.weight, again, atol=1e-7)


@pytest.mark.parametrize("chosen", SHUFFLING, ids=label)
def test_whatever_was_learnt_flat_fields_have_no_pattern(chosen):
    """Of every network with sub-pixel convolutions, after a step at a learning rate that would tear it apart."""
    torch.manual_seed(1)
    scale = 2
    net = chosen.net(2, scale, [0.5, 0.4], [0.2, 0.1]).train()
    if not find_subpixel_convs(net.body):
        pytest.skip("no sub-pixel convolution")
    side = 16 if chosen.multiple_of() > 1 else 12
    learner = Objective.members["pixel"]().start(net, 0.02, 2)
    for _ in range(2):
        lr, hr = torch.rand(2, 2, side, side), torch.rand(2, 2, side * scale, side * scale)
        learner.step(Batch(lr, hr, torch.ones_like(hr, dtype=torch.bool)))
    for conv, factor in find_subpixel_convs(net.body):
        sums = conv.weight.sum((2, 3)).view(-1, factor**2, conv.weight.shape[1])
        assert (sums - sums[:, :1]).abs().max() < 1e-5
        if conv.bias is not None:
            assert (conv.bias.view(-1, factor**2).diff(dim=1)).abs().max() < 1e-6


def test_what_is_frozen_stays():
    chosen = Backbone.load(
        {"id": "edsr", "n_feats": 4, "n_blocks": 2, "upsampler": "single", "global_skip": "none"}
    )
    net = chosen.net(1, 2, [0.5], [0.1])
    net.body["tail"].requires_grad_(False)
    before = net.body["tail"][0].weight.clone()
    net.equalize_subpixels()
    assert torch.equal(before, net.body["tail"][0].weight)
