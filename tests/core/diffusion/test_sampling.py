"""How a diffusion model is sampled: the package's way, and what a user wants otherwise."""

from __future__ import annotations

import numpy as np
import pytest

from sr_core.diffusion.gaussian import log_snr
from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import BadInput


@pytest.fixture
def sampling():
    return Sampling(
        noise_schedule=NoiseSchedule.members["linear"](n_timestep=400),
        sampler=Sampler.members["dpm_solver"](),
    )


def test_it_comes_back_from_json(sampling):
    assert Sampling.model_validate_json(sampling.model_dump_json()) == sampling


def test_blank_is_the_packages_own(sampling):
    assert sampling.but().steps() == sampling.steps()
    assert len(sampling.but(n_timestep=7).steps()) == 7
    assert sampling.but(n_timestep=7).sampler.id == "dpm_solver"


def test_another_sampler_comes_with_its_own_number_of_steps_but_no_more_than_were_trained(sampling):
    assert len(sampling.but("ddim").steps()) == 200
    assert len(sampling.but("ddpm").steps()) == 400
    short = sampling.model_copy(update={"noise_schedule": NoiseSchedule.members["cosine"](n_timestep=100)})
    assert len(short.but("ddim").steps()) == 100


def test_eta_reaches_ddim_and_is_refused_elsewhere(sampling):
    assert sampling.but("ddim", eta=0.5).steps()[3].noise > 0
    assert sampling.but("ddim").steps()[3].noise == 0
    for sampler in ("ddpm", None):
        with pytest.raises(
            BadInput, match=r"^(ddpm|dpm_solver) has no eta: leave ETA blank, or set SAMPLER to ddim\.$"
        ):
            sampling.but(sampler, eta=0.5)


def test_more_steps_than_were_trained_are_refused(sampling):
    with pytest.raises(BadInput, match="401, but the model was trained with 400 steps"):
        sampling.but("ddim", 401)


@pytest.mark.parametrize("schedule", NoiseSchedule.members)
def test_a_schedule_moves_the_steps_and_never_the_ends_of_what_was_learnt(sampling, schedule):
    trained = np.sqrt(sampling.noise_schedule.alpha_bar())
    levels = np.array([step.level for step in sampling.but("ddim", 50, schedule=schedule).steps()])
    assert levels[0] == pytest.approx(trained[-1])
    assert levels.max() <= trained[0] + 1e-9
    assert (np.diff(levels) >= 0).all()


def test_the_models_own_schedule_is_its_own_steps(sampling):
    levels = [step.level for step in sampling.but("ddim", 400, schedule="linear").steps()]
    np.testing.assert_allclose(levels, np.sqrt(sampling.noise_schedule.alpha_bar())[::-1], rtol=1e-9)


def test_steps_are_spread_as_the_other_schedule_spreads_them(sampling):
    """Its share of the way in log-SNR is kept."""
    levels = [step.level for step in sampling.but("ddim", 400, schedule="cosine").steps()]
    found = log_snr(np.square(levels[::-1]))
    other = log_snr(NoiseSchedule.members["cosine"](n_timestep=400).alpha_bar())
    share = [(each - each[0]) / (each[-1] - each[0]) for each in (found, other)]
    np.testing.assert_allclose(*share, atol=1e-9)


def test_a_quick_look_takes_few_steps(sampling):
    assert len(sampling.quick(5).steps()) == 5
    short = sampling.model_copy(update={"noise_schedule": NoiseSchedule.members["jsd"](n_timestep=3)})
    assert len(short.quick(5).steps()) == 3
