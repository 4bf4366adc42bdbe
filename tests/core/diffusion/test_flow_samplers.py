"""Samplers of flow models, proved on images whose velocity is known: independent pixels from one normal distribution."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from sr_core.diffusion.samplers import Sampler
from sr_core.schema import schema_of

MEAN, STD = 0.3, 0.4
FLOW = [name for name, member in Sampler.members.items() if member.objective == "flow"]
ORDER = {"euler": 1, "heun": 2}


def sampler(name, n_timestep):
    return Sampler.load({"id": name, "n_timestep": n_timestep})


def velocity(x, t):
    """E[x_0 − eps | x_t] for x_0 ~ N(MEAN, STD²): the normal distribution's, in closed form."""
    variance = (t * STD) ** 2 + (1 - t) ** 2
    return MEAN + (t * STD**2 - (1 - t)) / variance * (x - t * MEAN)


def walk(steps, x, velocity=velocity):
    """Where x ends; every step's estimate is made as a network's is."""
    before = 0 * x
    for step in steps:
        x_0 = x + (1 - step.level) * velocity(x, step.level)
        x, before = step.x_t * x + step.x_0 * x_0 + step.previous * before, x_0
    return x


def ends(name, n_timestep):
    """Mean and standard deviation of the result, exactly: it is linear in the noise."""
    at_0, at_1 = walk(sampler(name, n_timestep).steps(), np.array([0.0, 1.0]))
    return at_0, at_1 - at_0


def test_the_exact_way_leads_to_the_distribution_of_the_data():
    """The oracle itself: dx/dt = v has the solution x_t = t MEAN + √variance · noise, so noise ends at MEAN + STD · noise."""
    t, h, noise = 0.37, 1e-6, 1.3

    def exact(t):
        return t * MEAN + np.sqrt((t * STD) ** 2 + (1 - t) ** 2) * noise

    assert (exact(t + h) - exact(t - h)) / (2 * h) == pytest.approx(velocity(exact(t), t), rel=1e-6)


@pytest.mark.parametrize(("name", "n_timestep"), [("euler", 100), ("heun", 20)])
def test_the_distribution_of_the_data_comes_out(name, n_timestep):
    mean, std = ends(name, n_timestep)
    assert mean == pytest.approx(MEAN, rel=0.02)
    assert std == pytest.approx(STD, rel=0.02)
    found = walk(sampler(name, n_timestep).steps(), np.random.default_rng(0).normal(size=100_000))
    assert (found.mean(), found.std()) == (pytest.approx(MEAN, rel=0.03), pytest.approx(STD, rel=0.03))


@pytest.mark.parametrize("name", FLOW)
def test_twice_the_steps_divide_the_error_by_two_to_the_order(name):
    coarse, fine = (ends(name, n)[1] - STD for n in (80, 160))
    assert coarse / fine == pytest.approx(2 ** ORDER[name], rel=0.1)


@pytest.mark.parametrize("name", FLOW)
def test_one_step_gives_the_mean_whatever_the_noise(name):
    mean, std = ends(name, 1)
    assert (mean, std) == (pytest.approx(MEAN), pytest.approx(0, abs=1e-12))


@pytest.mark.parametrize("n_timestep", [1, 2, 7, 20])
@pytest.mark.parametrize(("name", "calls"), [("euler", lambda n: n), ("heun", lambda n: 2 * n - 1)])
def test_the_network_is_asked_as_often_as_said_from_noise_to_before_the_image(name, calls, n_timestep):
    steps = sampler(name, n_timestep).steps()
    assert len(steps) == calls(n_timestep)
    levels = [step.level for step in steps]
    assert levels[0] == 0 and max(levels) < 1 and sorted(levels) == levels
    assert all(type(value) is float for step in steps for value in step) and np.isfinite(steps).all()
    assert steps[-1][1:] == (0, 1, 0, 0), "the last step leads to the image itself"
    assert not any(step.noise for step in steps)


@pytest.mark.parametrize("n_timestep", [1, 2, 3, 5, 20])
@pytest.mark.parametrize(
    ("name", "theirs"),
    [("euler", "FlowMatchEulerDiscreteScheduler"), ("heun", "FlowMatchHeunDiscreteScheduler")],
)
def test_diffusers_takes_the_same_steps(name, theirs, n_timestep):
    import diffusers  # which takes seconds, since it imports torch's compiler

    def network(x, t):
        return torch.tanh(1.7 * x - 0.4 * x.roll(1, -1) + t)

    scheduler = getattr(diffusers, theirs)()
    # Their time is that of the noise, 1 − t, and their grids end before it, wherever a model's training did.
    sigmas = torch.linspace(1, 0, n_timestep + 1, dtype=torch.float64)
    twice = sigmas[1:-1].repeat_interleave(2) if name == "heun" else sigmas[1:-1]
    scheduler.set_timesteps(n_timestep)
    scheduler.sigmas = torch.cat((sigmas[:1], twice, sigmas[-1:]))
    scheduler.timesteps = scheduler.sigmas[:-1] * 1000
    noise = torch.randn((1, 2, 4, 4), generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    x = noise
    for sigma, time in zip(scheduler.sigmas[:-1], scheduler.timesteps, strict=True):
        x = scheduler.step(-network(x, 1 - sigma), time, x).prev_sample.double()
    found = walk(sampler(name, n_timestep).steps(), noise, network)
    torch.testing.assert_close(found, x, rtol=1e-5, atol=1e-5)  # theirs computes in 32 bits


@pytest.mark.parametrize("name", FLOW)
def test_users_choose_the_number_of_steps(name):
    assert list(schema_of(Sampler.members[name])["properties"]) == ["n_timestep"]
