"""Optimisers, learning-rate schedules, clipping and averages of weights."""

from __future__ import annotations

import io

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from sr_core.backbones import Backbone
from sr_core.objectives import Batch, Objective, StepSettings
from sr_core.objectives._scheduled_optimizer import ScheduledOptimizer
from sr_core.optim.optimisation import Optimisation
from sr_core.optim.optimisers import Optimiser
from sr_core.optim.schedules import LearningRateSchedule

Pixel = Objective.members["pixel"]
SCHEDULES, OPTIMISERS = LearningRateSchedule.members, Optimiser.members


def small_net():
    torch.manual_seed(0)
    return Backbone.members["edsr"](n_feats=8, n_blocks=1).net(2, 2, (0.5, 0.4), (0.2, 0.1))


def batch(seed=1):
    torch.manual_seed(seed)
    lr, hr = torch.rand(3, 2, 8, 8), torch.rand(3, 2, 16, 16)
    return Batch(lr, hr, torch.ones(hr.shape, dtype=torch.bool))


def optimizer_of(weight, steps=10, learning_rate=0.1, **optimisation):
    return ScheduledOptimizer([weight], StepSettings(learning_rate, steps, Optimisation(**optimisation)))


def weights_of(net):
    return torch.cat([each.detach().flatten() for each in net.parameters()])


# Schedules


@given(st.integers(1, 5000), st.floats(0, 0.5))
def test_cosine_rises_once_and_then_falls_towards_zero(steps, warm_up):
    schedule = SCHEDULES["cosine"](warm_up=warm_up)
    rates = [schedule.factor(step, steps) for step in range(steps)]
    top = rates.index(max(rates))
    assert all(0 < rate <= 1 for rate in rates)
    assert rates[top] == 1
    assert rates[: top + 1] == sorted(rates[: top + 1]) and rates[top:] == sorted(rates[top:], reverse=True)
    assert top <= max(0, round(warm_up * steps) - 1)
    if steps > 100 and warm_up < 0.4:
        assert rates[-1] < 0.01


@pytest.mark.parametrize("steps", [1, 7, 100])
def test_constant_stays_and_may_begin_with_a_ramp(steps):
    constant, warmed = SCHEDULES["constant"](), SCHEDULES["constant"](warm_up=0.1)
    assert {constant.factor(step, steps) for step in range(steps)} == {1.0}
    if steps == 100:
        assert [warmed.factor(step, steps) for step in (0, 4, 9, 50)] == pytest.approx([0.1, 0.5, 1, 1])


@pytest.mark.parametrize("options", [{}, {"rise": 0.5, "start_div": 10, "final_div": 100}], ids=str)
@pytest.mark.parametrize("steps", [10, 97])
def test_one_cycle_is_that_of_torch(steps, options):
    """Learning rate and momentum at every step, against torch.optim.lr_scheduler.OneCycleLR."""
    weight = torch.nn.Parameter(torch.ones(1))
    own = optimizer_of(weight, steps, learning_rate_schedule={"id": "one_cycle", **options})
    optimiser = torch.optim.Adam([torch.nn.Parameter(torch.ones(1))], 0.1)
    names = {"rise": "pct_start", "start_div": "div_factor", "final_div": "final_div_factor"}
    theirs = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, 0.1, total_steps=steps, **{names[name]: value for name, value in options.items()}
    )
    for step in range(steps):
        (expected,) = optimiser.param_groups
        assert own.learning_rate == pytest.approx(expected["lr"], rel=1e-9)
        assert own.optimiser.param_groups[0]["betas"] == pytest.approx(expected["betas"], rel=1e-9)
        own.step(weight.square().sum())
        optimiser.step()
        if step < steps - 1:
            theirs.step()


@pytest.mark.parametrize("name", sorted(SCHEDULES))
@given(steps=st.integers(1, 300))
def test_every_schedule_stays_in_bounds_at_every_length(name, steps):
    schedule = SCHEDULES[name]()
    assert all(0 < schedule.factor(step, steps) <= 1 for step in range(steps))
    assert all((schedule.momentum(step, steps) or 0) < 1 for step in range(steps))


@pytest.mark.parametrize("name", sorted(SCHEDULES))
def test_the_learner_follows_the_schedule(name):
    schedule = SCHEDULES[name]()
    learner = Pixel().start(small_net(), 1e-3, 6, optimisation=Optimisation(learning_rate_schedule=schedule))
    used = []
    for _ in range(6):
        used.append(learner.optimizer.learning_rate)
        learner.step(batch())
    assert used == pytest.approx([1e-3 * schedule.factor(step, 6) for step in range(6)])


# Optimisers


@pytest.mark.parametrize(
    ("name", "expected"),
    # Without a gradient Adam's decay is its only gradient, so that its first step is a whole one.
    [("adam", 1.0 - 0.1), ("adamw", 1.0 - 0.1 * 0.5)],
)
def test_weight_decay_of_adam_passes_through_its_averages_and_that_of_adamw_does_not(name, expected):
    weight = torch.nn.Parameter(torch.ones(1))
    optimiser = {"id": name, "weight_decay": 0.5}
    optimizer_of(weight, optimiser=optimiser, learning_rate_schedule="constant").step((weight * 0).sum())
    assert weight.item() == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("name", sorted(OPTIMISERS))
def test_options_of_optimisers_arrive(name):
    weight = torch.nn.Parameter(torch.ones(1))
    made = optimizer_of(
        weight, optimiser={"id": name, "betas": [0.5, 0.9], "eps": 1e-3, "weight_decay": 0.25}
    )
    (group,) = made.optimiser.param_groups
    assert (group["betas"], group["eps"], group["weight_decay"]) == ((0.5, 0.9), 1e-3, 0.25)


def test_a_gradient_longer_than_clip_norm_is_shortened_to_it():
    """(3, 4) is 5 long: clipped to 1 it is (0.6, 0.8), and one shorter than that is left alone."""
    weights = torch.nn.Parameter(torch.zeros(2))
    made = optimizer_of(weights, clip_norm=1.0)
    made.step((weights * torch.tensor([3.0, 4.0])).sum())
    assert weights.grad.tolist() == pytest.approx([0.6, 0.8], rel=1e-5)
    made.step((weights * torch.tensor([0.3, 0.4])).sum())
    assert weights.grad.tolist() == pytest.approx([0.3, 0.4])


def test_weights_that_learn_nothing_are_not_the_optimisers():
    still, moving = torch.nn.Parameter(torch.ones(1), requires_grad=False), torch.nn.Parameter(torch.ones(1))
    made = ScheduledOptimizer(
        [still, moving], StepSettings(0.1, 10, Optimisation(optimiser={"id": "adamw", "weight_decay": 1}))
    )
    made.step((still * moving).sum())
    assert still.item() == 1 and moving.item() < 1


# The average of weights


def test_any_objective_can_keep_an_average_of_its_weights():
    net = small_net()
    learner = Pixel().start(net, 1e-2, 10, optimisation=Optimisation(ema=0.5))
    average = weights_of(net)
    for step in range(1, 5):
        learner.step(batch(step))
        decay = min(0.5, step / (step + 10))
        average = decay * average + (1 - decay) * weights_of(net)
    last = weights_of(net)
    with learner.ema_weights():
        torch.testing.assert_close(weights_of(net), average)
    assert torch.equal(weights_of(net), last) and not torch.allclose(last, average)


def test_without_a_decay_the_last_weights_are_kept():
    net = small_net()
    learner = Pixel().start(net, 1e-2, 10)
    learner.step(batch())
    last = weights_of(net)
    with learner.ema_weights():
        assert torch.equal(weights_of(net), last)


@pytest.mark.parametrize("schedule", sorted(SCHEDULES))
@pytest.mark.parametrize("optimiser", sorted(OPTIMISERS))
def test_training_resumes_exactly(optimiser, schedule):
    """Stopped after 3 of 8 steps, written to a file, and taken up by a learner that began otherwise."""
    optimisation = Optimisation(optimiser=optimiser, learning_rate_schedule=schedule, clip_norm=0.5, ema=0.9)
    net, resumed = small_net(), small_net()
    learner = Pixel().start(net, 1e-2, 8, optimisation=optimisation)
    for seed in range(8):
        if seed == 3:
            file = io.BytesIO()
            torch.save({"learner": learner.state(), "net": net.state_dict()}, file)
        learner.step(batch(seed))
    file.seek(0)
    saved = torch.load(file, weights_only=True)
    other = Pixel().start(resumed, 1e-2, 8, optimisation=optimisation)
    resumed.load_state_dict(saved["net"])
    other.load_state(saved["learner"])
    for seed in range(3, 8):
        other.step(batch(seed))
    assert torch.equal(weights_of(net), weights_of(resumed))
    with learner.ema_weights(), other.ema_weights():
        assert torch.equal(weights_of(net), weights_of(resumed))


# The loss of validation


@pytest.mark.parametrize("name", ["pixel", "adversarial"])
def test_a_loss_is_measured_without_learning(name):
    net = small_net()
    learner = Objective.members[name]().start(net, 1e-2, 10)
    before = weights_of(net)
    first, again = learner.loss(batch()), learner.loss(batch())
    assert torch.equal(first, again) and torch.equal(before, weights_of(net))
    learner.step(batch())
    assert learner.loss(batch()) < first
