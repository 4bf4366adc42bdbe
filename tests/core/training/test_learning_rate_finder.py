"""The learning-rate range test: what curves suggest, and a sweep that leaves everything as it was."""

from __future__ import annotations

import math

import pytest
import torch

from sr_core.backbones import Backbone
from sr_core.objectives import Batch, Objective
from sr_core.training import learning_rate_finder
from sr_core.training.learning_rate_finder import (
    BATCHES,
    FALLBACK,
    STEPS,
    choose_learning_rate,
    find_learning_rate,
)
from sr_core.training.options import TrainingOptions

from ..support.small_trainings import log_lines, run_to_end
from ..support.tiny_backbones import tiny

RATES = [10 ** (-6 + step / 10) for step in range(61)]


def curve(fall, rise):
    """From 1 down by a logistic fall centred on the learning rate `fall`, and up from `rise` on."""
    return [
        1
        - 0.2 / (1 + math.exp(-4 * math.log10(rate / fall)))
        + (10 * max(0.0, math.log10(rate / rise)) if rise else 0)
        for rate in RATES
    ]


def test_a_fifth_of_where_the_loss_rises_again():
    found = choose_learning_rate(RATES, curve(3e-4, 1e-2))
    assert found.by == "rise" and 2e-3 <= found.chosen <= 2.6e-3


def test_where_it_falls_fastest_if_it_never_rises():
    found = choose_learning_rate(RATES, curve(1e-3, None))
    assert found.by == "fall" and found.chosen == pytest.approx(1e-3, rel=0.3)


@pytest.mark.parametrize("losses", [[1.0] * 61, [1.0 - i * 1e-5 for i in range(61)], [1.0], [1.0, math.inf]])
def test_a_curve_that_says_nothing_falls_back(losses):
    found = choose_learning_rate(RATES[: len(losses)], losses)
    assert (found.by, found.chosen) == ("nothing", FALLBACK)


def test_a_loss_that_is_no_number_any_more_rises():
    losses = curve(3e-4, None)
    losses[50:] = [math.inf] * 11
    found = choose_learning_rate(RATES, losses)
    assert found.by == "rise" and found.chosen == pytest.approx(RATES[50] / 5, rel=0.05)
    assert len(found.losses) == len(found.rates) == 50 and all(map(math.isfinite, found.losses))


def batches(net, count=BATCHES):
    """Smooth images, each of another contrast, and what they are sharpened from."""
    for seed in range(count):
        random = torch.Generator().manual_seed(seed)
        hr = torch.rand(2, 2, 16, 16, generator=random) * (seed + 1)
        lr = torch.nn.functional.avg_pool2d(hr, net.scale)
        yield Batch(lr, hr, torch.ones(hr.shape, dtype=torch.bool))


def sweep(net, objective="pixel", given=None, **options):
    asked = TrainingOptions(tiles="", objective=Objective.load({"id": objective, **options}))
    work = find_learning_rate(net, asked, given or batches(net), ())
    steps, test = run_to_end(work)
    return test, log_lines(steps)


def net_of(name="edsr", **options):
    torch.manual_seed(0)
    return tiny(name, **options).net(2, 2, (0.5, 0.4), (0.2, 0.1))


@pytest.mark.parametrize(
    ("network", "objective"), [("edsr", "pixel"), ("srresnet", "adversarial"), ("sr3", "denoising")]
)
def test_net_and_random_numbers_stay_as_they_are(monkeypatch, network, objective):
    monkeypatch.setattr(learning_rate_finder, "STEPS", 40)
    net = net_of(network, **({"dropout": 0.5} if network == "sr3" else {})).eval()
    before = {name: value.clone() for name, value in net.state_dict().items()}
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    first, lines = sweep(net, objective)
    assert torch.equal(torch.rand(3), expected)
    assert all(torch.equal(value, before[name]) for name, value in net.state_dict().items())
    assert not net.training and all(weight.grad is None for weight in net.parameters())
    again, _ = sweep(net, objective)
    assert first == again, "the same seed finds the same"
    assert 1e-6 <= first.chosen <= 1 and len(first.losses) <= 40
    assert f"Learning rate {first.chosen:.2g}: in a trial" in lines[-1]


def test_the_loss_falls_and_then_rises_in_a_real_sweep():
    test, _ = sweep(
        Backbone.load({"id": "edsr", "n_feats": 16, "n_blocks": 2}).net(2, 2, (0.5, 0.4), (0.2, 0.1))
    )
    assert test.by == "rise" and 1e-4 < test.chosen < 1e-1
    assert test.losses[:BATCHES] == pytest.approx([1.0] * BATCHES, abs=1e-3), (
        "each batch in units of its own first loss"
    )
    assert min(test.losses) < 0.99


def test_a_sweep_takes_few_batches_and_few_steps(monkeypatch):
    taken = []
    net = net_of()

    def endless():
        for batch in batches(net, 10_000):
            taken.append(batch)
            yield batch

    monkeypatch.setattr(learning_rate_finder, "DIVERGED", math.inf)
    test, _ = sweep(net, given=endless())
    assert len(taken) <= BATCHES + 1
    assert len(test.losses) <= STEPS
