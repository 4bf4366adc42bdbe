"""FREEZE: the first blocks of every network stay as they are while the rest learns."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from sr_core.backbones import Backbone, DiffusionNet
from sr_core.errors import InputError
from sr_core.objectives import Batch, Objective

from ..support.tiny_backbones import diffusion_forms, forms, label, tiny

COUNTS = {
    **{"edsr": 2, "mdsr": 1, "otbtf_srresnet": 2, "rdn": 2, "rrdn": 1, "srresnet": 2},
    **{"carn": 2, "plksr": 2, "span": 3, "swinir": 1, "unet": 2, "sr3": 3, "sr3_uvit": 3},
}
"""Blocks of the first tiny form of networks that say themselves what their blocks are: as many as the options say."""


def net_of(backbone, scale=None):
    torch.manual_seed(0)
    net = backbone.net(2, scale or max(s for s in backbone.scales if s <= 4), (0.5, 0.4), (0.2, 0.1))
    for module in net.modules():  # what begins at zero would let nothing through to the blocks
        if isinstance(module, nn.Conv2d | nn.Linear) and not module.weight.any():
            nn.init.normal_(module.weight, std=0.1)
    return net


def learn(net, steps=2):
    torch.manual_seed(1)
    objective = Objective.members["denoising" if isinstance(net, DiffusionNet) else "pixel"]()
    side = 16 // net.scale if isinstance(net, DiffusionNet) else 8
    lr, hr = torch.rand(2, 2, side, side), torch.rand(2, 2, side * net.scale, side * net.scale)
    learner = objective.start(net, 1e-2, 10)
    for _ in range(steps):
        net.train()
        learner.step(Batch(lr, hr, torch.ones(hr.shape, dtype=torch.bool)))


def state(net):
    return {name: value.clone() for name, value in net.state_dict().items()}


@pytest.mark.parametrize("backbone", [*forms(), *diffusion_forms()], ids=label)
def test_what_is_frozen_stays_and_what_follows_learns(backbone):
    net = net_of(backbone)
    blocks = net.blocks()
    assert net.freeze(1) == (1, len(blocks))
    before = state(net)
    learn(net)
    changed = {name for name, value in net.state_dict().items() if not torch.equal(value, before[name])}
    names = {id(module): name for name, module in net.named_modules()}
    first = f"{names[id(blocks[0])]}."
    assert any(name.startswith(first) for name in before)
    assert not any(name.startswith(first) for name in changed), "the frozen block has changed"
    # What comes before the block does not learn, and all that comes after it does.
    order = [name for name, _ in net.named_parameters()]
    still = [name for name, weight in net.named_parameters() if not weight.requires_grad]
    used = {name for name in order if not any(f".x{s}." in name for s in (2, 3, 4, 8) if s != net.scale)}
    assert set(still).isdisjoint(changed) and used - set(still) <= changed
    assert still == order[: len(still)]


@pytest.mark.parametrize("name", sorted(COUNTS))
def test_blocks_are_those_that_the_options_count(name):
    assert len(net_of(tiny(name)).blocks()) == COUNTS[name]


def test_blocks_of_a_network_that_says_nothing_are_the_parts_with_weights():
    trunk = nn.Sequential(nn.Conv2d(2, 3, 3), nn.ReLU(), nn.Sequential(nn.ReLU(), nn.Conv2d(3, 3, 3)))
    assert Backbone.blocks(tiny("edsr"), trunk) == [trunk[0], trunk[2]]


def test_a_share_is_of_the_blocks_and_at_least_one():
    for asked, count in [(0.01, 1), (0.5, 4), (0.8, 6), (3, 3), (8, 8)]:
        assert net_of(tiny("edsr", n_blocks=8)).freeze(asked) == (count, 8)


def test_more_blocks_than_there_are_are_refused():
    with pytest.raises(InputError, match=r"^FREEZE is 3, but the network has only 2 blocks: use at most 2"):
        net_of(tiny("edsr")).freeze(3)


def test_frozen_batch_normalisation_keeps_its_averages():
    net = net_of(tiny("srresnet"))
    net.freeze(1)
    net.train()
    norms = [module for module in net.modules() if isinstance(module, nn.BatchNorm2d)]
    assert [norm.training for norm in norms] == [False, False, True, True, True]
