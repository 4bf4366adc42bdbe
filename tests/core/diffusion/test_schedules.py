"""Noise schedules: each is its formula, and none is ever infinite."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sr_core.diffusion.noise_level_spacing import log_snr
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import InputError
from sr_core.schema import schema_of

TRAINED = st.integers(1, 10_000)
VARIANCES = st.floats(1e-12, 0.999_999)


def schedule(name, **options):
    return NoiseSchedule.load({"id": name, **options})


@st.composite
def schedules(draw):
    """Any schedule with any options it has."""
    name, values = (
        draw(st.sampled_from(list(NoiseSchedule.members))),
        sorted(draw(st.tuples(VARIANCES, VARIANCES))),
    )
    known = {"linear_start": values[0], "linear_end": values[1], "n_timestep": draw(TRAINED)}
    return schedule(name, **{k: v for k, v in known.items() if k in NoiseSchedule.members[name].model_fields})


@given(schedules())
def test_every_schedule_is_finite(drawn):
    betas, alpha_bar = drawn.betas(), drawn.alpha_bar()
    assert betas.dtype == alpha_bar.dtype == np.float64
    assert betas.shape == alpha_bar.shape == (drawn.n_timestep,)
    assert betas.min() > 0 and betas.max() <= 0.999
    assert np.isfinite(alpha_bar).all() and alpha_bar.min() >= 0 and (np.diff(alpha_bar) <= 0).all()
    assert np.isfinite(log_snr(alpha_bar[:1])).all()
    np.testing.assert_allclose(alpha_bar[1:], alpha_bar[:-1] * (1 - betas[1:]), rtol=1e-12)


def test_the_documented_options_of_sr3_are_the_defaults():
    linear = schedule("linear")
    assert (linear.n_timestep, linear.linear_start, linear.linear_end) == (1500, 1e-5, 1e-2)
    assert schedule("const").linear_end == 1e-2


@pytest.mark.parametrize("name", ["linear", "const", "warmup10", "warmup50", "jsd", "cosine"])
def test_with_the_defaults_next_to_nothing_of_the_image_is_left(name):
    assert schedule(name).alpha_bar()[-1] < 1e-3


def test_a_linear_schedule_of_as_many_steps_as_are_sampled_leaves_a_third_of_the_image():
    """Why sampling must re-space the trained schedule instead of building a shorter one."""
    assert schedule("linear", n_timestep=200).alpha_bar()[-1] == pytest.approx(0.367, abs=1e-3)


@pytest.mark.parametrize("T", [2, 10, 1500])
def test_linear(T):
    t = np.arange(T)
    expected = 1e-5 + (1e-2 - 1e-5) * t / (T - 1)
    np.testing.assert_allclose(schedule("linear", n_timestep=T).betas(), expected, rtol=1e-12)


@pytest.mark.parametrize(("name", "share"), [("warmup10", 0.1), ("warmup50", 0.5)])
@pytest.mark.parametrize("T", [1, 7, 10, 35, 1500])
def test_warm_up(name, share, T):
    betas, rise = schedule(name, n_timestep=T).betas(), int(T * share)
    assert (betas[rise:] == 1e-2).all()
    if rise > 1:
        assert betas[0] == 1e-5 and betas[rise - 1] == pytest.approx(1e-2)
        np.testing.assert_allclose(np.diff(betas[:rise]), (1e-2 - 1e-5) / (rise - 1), rtol=1e-9)


@given(TRAINED, st.floats(1e-6, 0.5))
def test_constant(T, beta):
    found = schedule("const", n_timestep=T, linear_end=beta)
    assert (found.betas() == beta).all()
    np.testing.assert_allclose(found.alpha_bar(), (1 - beta) ** np.arange(1, T + 1), rtol=1e-9, atol=1e-300)


@given(TRAINED)
def test_jsd_takes_the_same_share_of_the_image_in_every_step(T):
    found = schedule("jsd", n_timestep=T)
    np.testing.assert_allclose(found.alpha_bar()[:-1], 1 - np.arange(1, T) / T, rtol=1e-9)
    assert found.betas()[-1] == 0.999


@given(TRAINED)
def test_cosine(T):
    found = schedule("cosine", n_timestep=T)
    f = np.cos((np.arange(T + 1) / T + 8e-3) / 1.008 * np.pi / 2) ** 2
    np.testing.assert_allclose(found.alpha_bar()[:-1], f[1:-1] / f[0], rtol=1e-9)
    assert found.betas()[-1] == 0.999


@given(TRAINED, VARIANCES)
def test_a_ramp_that_does_not_rise_is_constant(T, beta):
    beta = float(np.clip(beta, 1e-9, 0.999))
    for name in ("linear", "warmup10", "warmup50"):
        found = schedule(name, n_timestep=T, linear_start=beta, linear_end=beta).betas()
        np.testing.assert_allclose(found, beta, rtol=1e-12)


@pytest.mark.parametrize("name", list(NoiseSchedule.members))
def test_every_schedule_is_explained_and_cites_its_source(name):
    published = schema_of(NoiseSchedule.members[name])
    assert published["title"] and re.search(r"\b20\d\d\b", published["description"])
    assert all(
        spec["title"] and spec["description"].endswith(".") for spec in published["properties"].values()
    )


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            "sigmoid",
            "There is no noise schedule 'sigmoid': choose one of const, cosine, jsd, linear, quad, warmup10, warmup50.",
        ),
        (
            {"id": "linear", "linear_start": 0.02},
            "linear_start is 0.02 and must not be above linear_end, which is 0.01.",
        ),
        ({"id": "linear", "n_timestep": 0}, "n_timestep does not fit: "),
        ({"id": "linear", "n_timestep": 10_001}, "n_timestep does not fit: "),
        ({"id": "warmup10", "linear_end": 1}, "linear_end does not fit: "),
        ({"id": "warmup50", "linear_start": 0}, "linear_start does not fit: "),
        (
            {"id": "const", "linear_start": 1e-5},
            "const has no option 'linear_start': it has n_timestep, linear_end.",
        ),
        ({"id": "jsd", "linear_end": 1e-2}, "jsd has no option 'linear_end': it has n_timestep."),
        ({"id": "cosine", "linear_end": 1e-2}, "cosine has no option 'linear_end': it has n_timestep."),
    ],
)
def test_refusals_are_one_sentence(values, sentence):
    with pytest.raises(InputError) as refusal:
        NoiseSchedule.load(values)
    assert str(refusal.value).startswith(sentence)
