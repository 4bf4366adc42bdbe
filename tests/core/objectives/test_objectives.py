"""Objectives: what is counted as a loss, and how a learner goes about it."""

from __future__ import annotations

import math

import pytest
import torch

from sr_core.backbones import Backbone
from sr_core.objectives import Batch, Objective

Pixel = Objective.members["pixel"]


def small_net():
    torch.manual_seed(0)
    return Backbone.members["edsr"](n_feats=8, n_blocks=1).net(2, 2, (0.5, 0.4), (0.2, 0.1))


def batch(valid=None):
    torch.manual_seed(1)
    lr, hr = torch.rand(3, 2, 8, 8), torch.rand(3, 2, 16, 16)
    return Batch(lr, hr, torch.ones(hr.shape, dtype=torch.bool) if valid is None else valid)


@pytest.mark.parametrize(
    ("criterion", "expected"), [("l1", 0.3), ("l2", 0.09), ("charbonnier", math.sqrt(0.09 + 1e-6))]
)
def test_criteria_of_a_constant_difference(criterion, expected):
    hr = torch.rand(2, 3, 4, 4, dtype=torch.double)
    found = Pixel(criterion=criterion).distance(hr + 0.3, hr, torch.ones(hr.shape, dtype=torch.bool))
    assert found.item() == pytest.approx(expected)


def test_only_valid_pixels_count():
    hr = torch.rand(2, 3, 4, 4)
    valid = torch.rand(2, 3, 4, 4) > 0.5
    sr = torch.where(valid, hr + 0.25, hr + 99)
    assert Pixel().distance(sr, hr, valid).item() == pytest.approx(0.25, rel=1e-5)
    assert Pixel().distance(sr, hr, torch.zeros_like(valid)).item() == 0


def test_a_step_reports_its_loss_in_standard_deviations_and_lowers_the_next():
    net, patches = small_net(), batch()
    with torch.no_grad():
        expected = ((net(patches.lr) - patches.hr) / net.std).abs().mean()
    learner = Pixel().start(net, 1e-2, 50)
    losses = [learner.step(patches)["loss"] for _ in range(50)]
    assert losses[0].item() == pytest.approx(expected.item(), rel=1e-5)
    assert not losses[0].requires_grad
    assert losses[-1] < 0.9 * losses[0]


def test_nothing_is_learnt_from_a_batch_without_valid_pixels():
    net = small_net()
    before = {name: value.clone() for name, value in net.state_dict().items()}
    loss = Pixel().start(net, 1e-2, 5).step(batch(torch.zeros(3, 2, 16, 16, dtype=torch.bool)))["loss"]
    assert loss == 0
    assert all(torch.equal(value, before[name]) for name, value in net.state_dict().items())
