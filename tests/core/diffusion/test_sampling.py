"""How a diffusion model is sampled: the package's way, and what a user wants otherwise."""

from __future__ import annotations

import numpy as np
import pytest

from sr_core.diffusion.noise_level_spacing import log_snr
from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling_configs import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.partial_override import Override


@pytest.fixture
def sampling():
    return Sampling.members["denoising"](
        noise_schedule=NoiseSchedule.members["linear"](n_timestep=400),
        sampler=Sampler.members["dpm_solver"](),
    )


def wanted(**values):
    """What a user of the job says of sampler and schedule."""
    job = Job.load({"id": "classify_pixels", "input": "a", "model": "b", "output": "c", **values})
    return job.sampler, job.schedule


def ddim(n_timestep, **schedule):
    return Override(id="ddim", n_timestep=n_timestep), Override(**schedule)


def test_it_comes_back_from_json(sampling):
    assert Sampling.load(sampling.dump()) == sampling


def test_blank_is_the_packages_own(sampling):
    assert sampling.with_overrides().steps() == sampling.steps()
    assert sampling.with_overrides(*wanted()) == sampling.with_overrides(*wanted(sampler={})) == sampling
    assert len(sampling.with_overrides(Override(n_timestep=7)).steps()) == 7
    assert sampling.with_overrides(Override(n_timestep=7)).sampler.id == "dpm_solver"


def test_another_sampler_comes_with_its_own_number_of_steps_but_no_more_than_were_trained(sampling):
    assert len(sampling.with_overrides(Override(id="ddim")).steps()) == 200
    assert len(sampling.with_overrides(Override(id="ddpm")).steps()) == 400
    short = sampling.model_copy(update={"noise_schedule": NoiseSchedule.members["cosine"](n_timestep=100)})
    assert len(short.with_overrides(Override(id="ddim")).steps()) == 100


def test_the_same_sampler_keeps_what_nothing_is_said_of(sampling):
    own = sampling.model_copy(update={"sampler": Sampler.load({"id": "ddim", "n_timestep": 30, "eta": 0.4})})
    assert own.with_overrides(Override(id="ddim", eta=0.6)).sampler.dump() == {
        "id": "ddim", "n_timestep": 30, "spacing": "focused", "eta": 0.6,
    }  # fmt: skip
    assert own.with_overrides(Override(spacing="trailing")).sampler.dump() == {
        "id": "ddim", "n_timestep": 30, "spacing": "trailing", "eta": 0.4,
    }  # fmt: skip
    assert own.with_overrides(Override(id="dpm_solver")).sampler == Sampler.load("dpm_solver")


def test_eta_reaches_ddim_and_is_refused_elsewhere(sampling):
    for asked in (wanted(sampler="ddim", eta=0.5), wanted(sampler={"id": "ddim", "eta": 0.5})):
        assert sampling.with_overrides(*asked).steps()[3].noise > 0
    assert sampling.with_overrides(*wanted(sampler="ddim")).steps()[3].noise == 0
    for asked in ({"sampler": "ddpm", "eta": 0.5}, {"eta": 0.5}, {"sampler": {"eta": 0.5}}):
        with pytest.raises(
            InputError, match=r"^(ddpm|dpm_solver) has no eta: leave ETA blank, or set SAMPLER to ddim\.$"
        ):
            sampling.with_overrides(*wanted(**asked))


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"sampler": {"tau": 1}}, "dpm_solver has no option 'tau': it has n_timestep, spacing."),
        ({"sampler": {"id": "ddim", "spacing": "even"}}, "spacing does not fit: "),
        ({"n_timestep": 0}, "n_timestep does not fit: input should be greater than or equal to 1."),
        (
            {"schedule": {"id": "jsd", "linear_end": 0.1}},
            "jsd has no option 'linear_end': it has n_timestep.",
        ),
        (
            {"schedule": "cosine", "sampler": {"spacing": "log_snr"}},
            "SCHEDULE says where the steps lie, and so does spacing=log_snr: leave one of them out.",
        ),
    ],
)
def test_what_the_sampler_cannot_do_is_said(sampling, asked, sentence):
    with pytest.raises(InputError) as refusal:
        sampling.with_overrides(*wanted(**asked))
    assert str(refusal.value).startswith(sentence)


def test_more_steps_than_were_trained_are_refused(sampling):
    with pytest.raises(InputError, match="401, but the model was trained with 400 steps"):
        sampling.with_overrides(*ddim(401))


@pytest.mark.parametrize("schedule", NoiseSchedule.members)
def test_a_schedule_moves_the_steps_and_never_the_ends_of_what_was_learnt(sampling, schedule):
    trained = np.sqrt(sampling.noise_schedule.alpha_bar())
    levels = np.array([step.level for step in sampling.with_overrides(*ddim(50, id=schedule)).steps()])
    assert levels[0] == pytest.approx(trained[-1])
    assert levels.max() <= trained[0] + 1e-9
    assert (np.diff(levels) >= 0).all()


def test_the_models_own_schedule_is_its_own_steps(sampling):
    levels = [step.level for step in sampling.with_overrides(*ddim(400, id="linear")).steps()]
    np.testing.assert_allclose(levels, np.sqrt(sampling.noise_schedule.alpha_bar())[::-1], rtol=1e-9)


@pytest.mark.parametrize(
    ("asked", "schedule"),
    [
        ({"id": "cosine"}, NoiseSchedule.members["cosine"](n_timestep=400)),
        ({"linear_end": 0.1}, NoiseSchedule.members["linear"](n_timestep=400, linear_end=0.1)),
        (
            {"id": "const", "linear_end": 0.03},
            NoiseSchedule.members["const"](n_timestep=400, linear_end=0.03),
        ),
    ],
)
def test_steps_are_spread_as_the_other_schedule_spreads_them(sampling, asked, schedule):
    """Its share of the way in log-SNR is kept."""
    levels = [step.level for step in sampling.with_overrides(*ddim(400, **asked)).steps()]
    found, other = log_snr(np.square(levels[::-1])), log_snr(schedule.alpha_bar())
    share = [(each - each[0]) / (each[-1] - each[0]) for each in (found, other)]
    np.testing.assert_allclose(*share, atol=1e-9)


def test_a_schedule_of_fewer_steps_has_no_more_of_them(sampling):
    few = sampling.with_overrides(Override(id="ddim"), Override(n_timestep=60))
    assert len(few.steps()) == 60


def test_a_quick_look_takes_few_steps(sampling):
    assert len(sampling.quick(5).steps()) == 5
    short = sampling.model_copy(update={"noise_schedule": NoiseSchedule.members["jsd"](n_timestep=3)})
    assert len(short.quick(5).steps()) == 3
