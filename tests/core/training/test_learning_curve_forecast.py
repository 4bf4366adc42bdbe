"""What twice the time would bring, told from the validation curve."""

from __future__ import annotations

import numpy as np
import pytest

from sr_core.training.learning_curve_forecast import forecast_gain, log_forecast


def curve(times, exponent, amount=1.0):
    return 28 - amount * (times / times[-1]) ** -exponent


@pytest.mark.parametrize("exponent", [0.2, 0.5, 1.0, 2.0])
def test_a_power_law_is_followed(exponent):
    times = np.linspace(10, 600, 30)
    gain = forecast_gain(times, curve(times, exponent))
    assert gain.expected == pytest.approx(1 - 2**-exponent, rel=0.05)
    assert gain.low <= gain.expected <= gain.high and gain.high - gain.low < 0.05


@pytest.mark.parametrize("exponent", [0.3, 1.0])
def test_the_interval_holds_the_truth(exponent):
    """Of curves as noisy as validations of a few tiles are."""
    held, told, widths = 0, 0, []
    for seed in range(60):
        times = np.linspace(30, 600, 16)
        gain = forecast_gain(times, curve(times, exponent) + np.random.default_rng(seed).normal(0, 0.02, 16))
        if gain:
            told += 1
            held += gain.low <= 1 - 2**-exponent <= gain.high
            widths.append(gain.high - gain.low)
    assert told > 50 and held / told > 0.8
    assert np.median(widths) < 0.5


def test_a_curve_that_has_ended_promises_nothing():
    times = np.linspace(10, 600, 40)
    flat = forecast_gain(times, curve(times, 3, amount=0.002))
    assert flat.high < 0.1
    line = log_forecast(times, curve(times, 3, amount=0.002))
    assert line.text.startswith(
        "A longer training would add almost nothing: twice as long, {minutes:.3g} minutes"
    )
    assert line.values["minutes"] == 20


@pytest.mark.parametrize(
    "psnr",
    [
        [],
        [25.0] * 30,
        [26, 26.1, 26.2, 26.3],
        [20.0] * 20 + [27.0] * 10,
        [float("nan")] * 30,
    ],
    ids=["nothing", "no change", "too few", "a jump", "not finite"],
)
def test_what_follows_no_law_is_not_told(psnr):
    times = np.arange(1, len(psnr) + 1) * 20.0
    assert forecast_gain(times, psnr) is None
    assert log_forecast(times, psnr).text.startswith("The gain of a longer training cannot be estimated")


def test_a_single_bad_validation_does_not_count():
    times = np.linspace(10, 600, 40)
    psnr = curve(times, 0.5)
    dented = np.where(np.isin(np.arange(40), (14, 22, 33)), psnr - 1, psnr)
    assert forecast_gain(times, dented).expected == pytest.approx(1 - 2**-0.5, abs=0.03)
