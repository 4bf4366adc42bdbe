"""Samplers, proved on images whose best denoiser is known: independent pixels from one normal distribution."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sr_core.diffusion.noise_level_spacing import NOISIEST, Spacing, log_snr, space_levels
from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import InputError
from sr_core.schema import schema_of

MEAN, STD = 0.3, 0.1
DENOISING = [name for name, member in Sampler.members.items() if member.objective == "denoising"]
ENOUGH = dict.fromkeys(DENOISING, 200) | {"ddim": 50, "dpm_solver": 15}
"""Steps from which a sampler has to be right within 5 %."""


def sampler(name, **options):
    return Sampler.load({"id": name, **options})


def alpha_bar(name, **options):
    return NoiseSchedule.load({"id": name, **options}).alpha_bar()


def posterior(level, std=STD):
    """(gain, offset) of E[x_0 | x_t] = gain · x_t + offset for x_0 ~ N(MEAN, std²)."""
    gain = level * std**2 / (level**2 * std**2 + 1 - level**2)
    return gain, MEAN * (1 - gain * level)


def propagated(steps, std=STD):
    """Mean and standard deviation of the result, exactly: all is linear in the pair (x, x̂_0 of the step before)."""
    mean, covariance = np.zeros(2), np.diag([1.0, 0.0])
    for step in steps:
        gain, offset = posterior(step.level, std)
        through = np.array([[step.x_t + step.x_0 * gain, step.previous], [gain, 0]])
        mean = through @ mean + np.array([step.x_0 * offset, offset])
        covariance = through @ covariance @ through.T + np.diag([step.noise**2, 0])
    return mean[0], np.sqrt(covariance[0, 0])


def error(steps, std=STD):
    """Share by which the standard deviation of the result is off."""
    return propagated(steps, std)[1] / std - 1


@st.composite
def plans(draw):
    """Any sampler with any options, and the ᾱ of any schedule, however senseless, that has enough steps for it."""
    T = draw(st.integers(1, 3000))
    end = draw(st.floats(1e-9, 0.999))
    schedule = draw(st.sampled_from(list(NoiseSchedule.members)))
    known = {"n_timestep": T, "linear_start": end * draw(st.floats(1e-6, 1)), "linear_end": end}
    fields = NoiseSchedule.members[schedule].model_fields
    name = draw(st.sampled_from(DENOISING))
    options = {
        "n_timestep": draw(st.integers(1, min(T, 40))),
        "spacing": draw(st.sampled_from(Spacing.__args__)),
    }
    if name == "ddim":
        options["eta"] = draw(st.floats(0, 1))
    return sampler(name, **options), alpha_bar(schedule, **{k: v for k, v in known.items() if k in fields})


# What a table of coefficients has to keep to


@given(plans())
def test_no_level_leaves_the_trained_range(plan):
    chosen, trained = plan
    steps = chosen.steps(trained)
    levels = np.square([step.level for step in steps])
    assert len(steps) == chosen.n_timestep
    assert levels[0] == pytest.approx(max(trained[-1], NOISIEST), rel=1e-9)
    assert (np.diff(levels) >= 0).all() and levels[-1] < 1


@given(plans())
def test_every_coefficient_is_finite(plan):
    chosen, trained = plan
    steps = chosen.steps(trained)
    assert all(type(value) is float for step in steps for value in step)
    assert np.isfinite(steps).all()
    assert steps[-1][1:] == (0, 1, 0, 0), "the last step leads to the image itself"


def test_levels_that_all_but_coincide_do_not_blow_rounding_up():
    """The noisiest level is capped: here just below one of the schedule."""
    trained = np.array([0.9, 1e-6, NOISIEST * (1 + 1e-9), NOISIEST / 10])
    steps = sampler("dpm_solver", n_timestep=4, spacing="trailing").steps(trained)
    assert max(abs(value) for step in steps for value in step) < 10


@given(plans())
def test_a_known_image_keeps_its_place_at_every_level(plan):
    """Given x_0, each step turns q(x_t | x_0) into q(x_s | x_0): lemma 1 of Song et al. 2021, and all samplers'."""
    chosen, trained = plan
    steps = chosen.steps(trained)
    for step, t, s in zip(
        steps, *zip(*pairwise([*(step.level**2 for step in steps), 1]), strict=True), strict=True
    ):
        assert step.x_t * np.sqrt(t) + step.x_0 + step.previous == pytest.approx(np.sqrt(s), rel=1e-6)
        assert step.x_t**2 * (1 - t) + step.noise**2 == pytest.approx(1 - s, rel=1e-4, abs=1e-12)


@given(plans())
def test_a_sampler_looks_back_only_where_there_is_something(plan):
    chosen, trained = plan
    steps = chosen.steps(trained)
    assert steps[0].previous == 0
    assert chosen.id == "dpm_solver" or not any(step.previous for step in steps)


@pytest.mark.parametrize("spacing", Spacing.__args__)
@pytest.mark.parametrize("schedule", NoiseSchedule.members)
def test_ddim_with_all_noise_fresh_is_ddpm(schedule, spacing):
    ddim = sampler("ddim", eta=1, n_timestep=30, spacing=spacing).steps(alpha_bar(schedule))
    ddpm = sampler("ddpm", n_timestep=30, spacing=spacing).steps(alpha_bar(schedule))
    np.testing.assert_allclose(ddim, ddpm, rtol=1e-6, atol=1e-12)


@pytest.mark.parametrize("name", ["ddim", "dpm_solver"])
def test_by_default_nothing_is_random_but_the_first_noise(name):
    assert not any(step.noise for step in sampler(name).steps(alpha_bar("linear")))


def test_fresh_noise_grows_with_eta():
    noise = [
        np.array([s.noise for s in sampler("ddim", n_timestep=20, eta=eta).steps(alpha_bar("linear"))[:-1]])
        for eta in (0, 0.5, 1)
    ]
    assert (noise[0] == 0).all()
    np.testing.assert_allclose(noise[1], noise[2] / 2)


# Where the steps stop


@pytest.mark.parametrize("schedule", NoiseSchedule.members)
def test_all_trained_steps_are_the_trained_schedule(schedule):
    trained = alpha_bar(schedule)
    steps = sampler("ddpm", spacing="trailing").steps(trained)
    np.testing.assert_allclose([step.level for step in steps], np.sqrt(trained)[::-1], rtol=1e-12)


@pytest.mark.parametrize("spacing", Spacing.__args__)
@pytest.mark.parametrize("schedule", NoiseSchedule.members)
@pytest.mark.parametrize("count", [1, 2, 15, 1500])
def test_levels_rise_from_the_noisiest_to_no_more_than_one_percent_of_noise(schedule, spacing, count):
    trained = alpha_bar(schedule)
    levels = space_levels(trained, count, spacing)
    assert levels[0] == pytest.approx(trained[-1]) and (np.diff(levels) > 0).all()
    if spacing != "trailing" and count > 1:
        assert levels[-1] == pytest.approx(max(trained[0], 1 - 1e-4))


def test_log_snr_is_even_and_focused_is_densest_where_detail_is_decided():
    even, focused = (
        np.diff(log_snr(space_levels(alpha_bar("linear"), 41, spacing))) for spacing in ("log_snr", "focused")
    )
    np.testing.assert_allclose(even, even[0])
    densest = log_snr(space_levels(alpha_bar("linear"), 41, "focused"))[focused.argmin()]
    assert abs(densest - 4) < even[0]
    assert (np.diff(focused[: focused.argmin()]) < 0).all() and (
        np.diff(focused[focused.argmin() + 1 :]) > 0
    ).all()
    assert focused.min() < even[0] < focused[0]


# The oracle


@pytest.mark.parametrize("schedule", NoiseSchedule.members)
@pytest.mark.parametrize("name", DENOISING)
@pytest.mark.parametrize("times", [1, 2, 5])
def test_the_distribution_of_the_data_comes_out(name, schedule, times):
    mean, std = propagated(sampler(name, n_timestep=times * ENOUGH[name]).steps(alpha_bar(schedule)))
    assert mean == pytest.approx(MEAN, rel=0.05)
    assert std == pytest.approx(STD, rel=0.05)


@pytest.mark.parametrize("schedule", NoiseSchedule.members)
@pytest.mark.parametrize("name", DENOISING)
def test_the_distribution_of_the_data_comes_out_with_the_defaults(name, schedule):
    mean, std = propagated(sampler(name).steps(alpha_bar(schedule)))
    assert mean == pytest.approx(MEAN, rel=0.05)
    assert std == pytest.approx(STD, rel=0.05)


@pytest.mark.parametrize("schedule", NoiseSchedule.members)
@pytest.mark.parametrize("name", DENOISING)
def test_ten_thousand_pixels_agree_with_what_was_propagated(name, schedule):
    """The walk itself, with a network that tells eps, as SR3's does."""
    rng = np.random.default_rng(0)
    steps = sampler(name, n_timestep=ENOUGH[name]).steps(alpha_bar(schedule))
    x, before = rng.normal(size=10_000), 0.0
    for step in steps:
        gain, offset = posterior(step.level)
        noise = np.sqrt(1 - step.level**2)
        eps = (x - step.level * (gain * x + offset)) / noise
        x_0 = (x - noise * eps) / step.level
        x = step.x_t * x + step.x_0 * x_0 + step.previous * before + step.noise * rng.normal(size=x.shape)
        before = x_0
        assert np.isfinite(x).all()
    mean, std = propagated(steps)
    assert x.mean() == pytest.approx(mean, abs=4 * std / 100)
    assert x.std() == pytest.approx(std, rel=0.03)
    assert x.mean() == pytest.approx(MEAN, rel=0.06) and x.std() == pytest.approx(STD, rel=0.08)


@pytest.mark.parametrize("schedule", NoiseSchedule.members)
@pytest.mark.parametrize("name", ["ddim", "dpm_solver"])
def test_the_grid_matters_more_than_the_solver(name, schedule):
    """With few steps, spaced evenly in time, the finest detail is averaged away, whatever the solver."""
    trained, few = alpha_bar(schedule), ENOUGH[name]
    good, bad = (
        error(sampler(name, n_timestep=few, spacing=spacing).steps(trained))
        for spacing in ("focused", "trailing")
    )
    # The quadratic one has more of its steps where noise is faint, so that less is lost.
    loss, ratio = (0.08, 2.5) if schedule == "quad" else (0.13, 3)
    assert bad < -loss and abs(bad) > ratio * abs(good)
    other = error(sampler("ddim", n_timestep=ENOUGH["dpm_solver"]).steps(trained))
    assert name != "dpm_solver" or abs(other) < abs(bad), "the poorer solver on the better grid is better"


@pytest.mark.parametrize(("name", "order"), [("ddpm", 1), ("ddim", 1), ("dpm_solver", 2)])
def test_twice_the_steps_divide_the_error_by_two_to_the_order(name, order):
    trained = alpha_bar("linear", linear_end=0.02)
    coarse, fine = (
        error(sampler(name, n_timestep=n, spacing="log_snr").steps(trained), std=1) for n in (160, 320)
    )
    assert coarse / fine == pytest.approx(2**order, rel=0.1)


# What users read


@pytest.mark.parametrize("name", Sampler.members)
def test_every_sampler_is_explained_and_cites_its_source(name):
    published = schema_of(Sampler.members[name])
    assert published["title"] and re.search(r"\b20\d\d\b", published["description"])
    assert all(
        spec["title"] and spec["description"].endswith(".") for spec in published["properties"].values()
    )


def test_defaults():
    assert {name: sampler(name).n_timestep for name in Sampler.members} == {
        "ddim": 200,
        "ddpm": None,
        "dpm_solver": 15,
        "euler": 5,
        "heun": 5,
    }
    assert len(sampler("ddpm").steps(alpha_bar("linear", n_timestep=700))) == 700


@pytest.mark.parametrize("spacing", Spacing.__args__)
@pytest.mark.parametrize("name", DENOISING)
def test_more_steps_than_were_trained_are_refused(name, spacing):
    asked = sampler(name, n_timestep=101, spacing=spacing)
    assert len(asked.steps(alpha_bar("linear", n_timestep=101))) == 101
    with pytest.raises(InputError) as refusal:
        asked.steps(alpha_bar("linear", n_timestep=100))
    assert str(refusal.value) == (
        "n_timestep is 101, but the model was trained with 100 steps: choose at most that many."
    )


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ("plms", "There is no sampler 'plms': choose one of ddim, ddpm, dpm_solver, euler, heun."),
        ({"id": "ddpm", "eta": 0.5}, "ddpm has no option 'eta': it has n_timestep, spacing."),
        ({"id": "dpm_solver", "eta": 0}, "dpm_solver has no option 'eta': it has n_timestep, spacing."),
        ({"id": "ddim", "eta": 1.5}, "eta does not fit: input should be less than or equal to 1."),
        (
            {"id": "ddim", "n_timestep": 0},
            "n_timestep does not fit: input should be greater than or equal to 1.",
        ),
        (
            {"id": "ddim", "spacing": "even"},
            "spacing does not fit: input should be 'focused', 'log_snr' or 'trailing'.",
        ),
    ],
)
def test_refusals_are_one_sentence(values, sentence):
    with pytest.raises(InputError) as refusal:
        Sampler.load(values)
    assert str(refusal.value) == sentence
