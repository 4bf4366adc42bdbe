"""Samplers take the steps that diffusers' schedulers take, on every grid that both have."""

from __future__ import annotations

import pytest
import torch

from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.schedules import NoiseSchedule

T = 60


def network(x, level):
    """Stands for one: any function of the image and √ᾱ that is not linear and mixes pixels."""
    return torch.tanh(1.7 * x - 0.4 * x.roll(1, -1) + level)


def normal(generator):
    return torch.randn((1, 2, 4, 4), generator=generator, dtype=torch.float64)


def generators():
    """Of the noise to start from and of the fresh noise, equal for both."""
    return (torch.Generator().manual_seed(seed) for seed in (0, 1))


def ours(sampler, schedule):
    """Every x_s on the way."""
    first, fresh = generators()
    x, before = normal(first), 0.0
    for step in sampler.steps(schedule.alpha_bar()):
        x_0 = (x - (1 - step.level**2) ** 0.5 * network(x, step.level)) / step.level
        x = step.x_t * x + step.x_0 * x_0 + step.previous * before
        if step.noise:
            x = x + step.noise * normal(fresh)
        before = x_0
        yield x


def theirs(scheduler, schedule, count, **options):
    """The same, by a scheduler of diffusers."""
    first, fresh = generators()
    x = normal(first)
    alpha_bar = torch.from_numpy(schedule.alpha_bar())
    scheduler.alphas_cumprod = alpha_bar  # theirs are rounded to 32 bits
    scheduler.set_timesteps(count)
    for i, t in enumerate(scheduler.timesteps):
        # On a grid over log-SNR their timesteps are rounded; the ratio of noise to signal is not.
        even = scheduler.config.get("use_lu_lambdas")
        level = (1 + scheduler.sigmas[i].double() ** 2) ** -0.5 if even else alpha_bar[t].sqrt()
        x = scheduler.step(network(x, level), t, x, generator=fresh, **options).prev_sample
        yield x


def schedule(name):
    return NoiseSchedule.load({"id": name, "n_timestep": T})


def agree(sampler, scheduler, noise_schedule, **options):
    found = list(ours(sampler, noise_schedule))
    expected = list(theirs(scheduler, noise_schedule, len(found), **options))
    assert len(found) == len(expected)
    # DPMSolverMultistepScheduler computes in 32 bits; DDPMScheduler adds noise of 1e-10 to the result.
    tolerance = 1e-4 if type(scheduler).__name__ == "DPMSolverMultistepScheduler" else 1e-8
    for here, there in zip(found, expected, strict=True):
        torch.testing.assert_close(here, there, rtol=tolerance, atol=tolerance)


def trained(scheduler, noise_schedule, **options):
    """A scheduler of diffusers, for a trained model."""
    import diffusers  # which takes seconds, since it imports torch's compiler

    betas = noise_schedule.betas().tolist()
    return getattr(diffusers, scheduler)(num_train_timesteps=T, trained_betas=betas, **options)


@pytest.mark.parametrize("count", [3, 15, 20, T])
@pytest.mark.parametrize("name", NoiseSchedule.members)
def test_ddpm(name, count):
    options = {"variance_type": "fixed_small", "clip_sample": False, "timestep_spacing": "trailing"}
    scheduler = trained("DDPMScheduler", schedule(name), **options)
    agree(Sampler.load({"id": "ddpm", "n_timestep": count, "spacing": "trailing"}), scheduler, schedule(name))


@pytest.mark.parametrize("eta", [0, 0.4, 1])
@pytest.mark.parametrize("count", [3, 15, 20, T])  # theirs needs a divisor of T
@pytest.mark.parametrize("name", NoiseSchedule.members)
def test_ddim(name, count, eta):
    options = {"clip_sample": False, "set_alpha_to_one": True, "timestep_spacing": "trailing"}
    scheduler = trained("DDIMScheduler", schedule(name), **options)
    sampler = Sampler.load({"id": "ddim", "n_timestep": count, "eta": eta, "spacing": "trailing"})
    agree(sampler, scheduler, schedule(name), eta=eta)


@pytest.mark.parametrize(
    "count", [16, 20, 30, T]
)  # theirs is of first order towards the end with fewer than 15
@pytest.mark.parametrize("name", NoiseSchedule.members)
def test_dpm_solver(name, count):
    options = {"final_sigmas_type": "zero", "timestep_spacing": "trailing"}
    scheduler = trained("DPMSolverMultistepScheduler", schedule(name), **options)
    agree(
        Sampler.load({"id": "dpm_solver", "n_timestep": count, "spacing": "trailing"}),
        scheduler,
        schedule(name),
    )


@pytest.mark.parametrize("count", [10, 15, 30])
@pytest.mark.parametrize("name", ["linear", "warmup10", "warmup50"])  # their grid fails on the others
def test_dpm_solver_on_a_grid_even_in_log_snr(name, count):
    options = {"final_sigmas_type": "zero", "use_lu_lambdas": True}
    scheduler = trained("DPMSolverMultistepScheduler", schedule(name), **options)
    agree(
        Sampler.load({"id": "dpm_solver", "n_timestep": count, "spacing": "log_snr"}),
        scheduler,
        schedule(name),
    )
