"""Tells what more time would bring a training, by a power law through its validation curve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..progress import Log

EXPONENTS = np.geomspace(0.05, 4, 80)
"""Exponents that are tried, and then as many again around the best; learning curves have such of 0.1 to 1 (Hestness et al.
2017, Kaplan et al. 2020)."""

FIRST, MOST_POINTS = 0.08, 24
"""Share of the time at which the curve begins, as the first steps follow no law; and most points of it, evenly spread over the
logarithm of time, so that the many late ones do not outweigh the early ones."""

LEAST_POINTS, LEAST_EXPLAINED = 7, 0.9
"""Fewer points, or a smaller share of their variance that the law explains, tell nothing."""

QUANTILE = 2.0
"""Of Student's distribution: nine in ten values are within so many standard errors, with some six degrees of freedom."""

VISIBLE = 0.1
"""Gain in dB below which no difference is seen."""


class Gain(NamedTuple):
    """What is gained in PSNR by twice the time, in dB."""

    expected: float
    low: float
    """Lower end of the interval that holds it with a probability of 90 %, as far as the law holds."""
    high: float
    """Upper end of that interval."""


def forecast_gain(seconds: Sequence[float], psnr: Sequence[float]) -> Gain | None:
    """Return what twice the time would bring: PSNR(t) = c − a t^−b is fitted by least squares and followed.

    Each value is replaced by the median of itself and its neighbours, so that a single bad validation does not count. The
    interval comprises all exponents that fit nearly as well as the best one, each with the standard error of a.

    Args:
        seconds: Time of each validation, since the beginning of the training, rising.
        psnr: PSNR of each, in dB.

    Returns:
        None where there are too few validations, or where they follow no such law.
    """
    raw = np.asarray(psnr, float)
    smooth = raw.copy()
    if len(raw) > 2:
        smooth[1:-1] = np.median((raw[:-2], raw[1:-1], raw[2:]), axis=0)
    times, values = _thin_out(np.asarray(seconds, float), smooth)
    if len(times) < LEAST_POINTS or not np.isfinite(values).all() or np.ptp(values) == 0:
        return None
    fits = {exponent: _fit(times / times[-1], values, exponent) for exponent in EXPONENTS}
    for width in (0.05, 0.002):  # a law that fits nearly without error is told from its neighbours
        best = min(fits, key=lambda exponent: fits[exponent][0])
        fits |= {
            exponent: _fit(times / times[-1], values, exponent)
            for exponent in best * np.geomspace(1 / (1 + width), 1 + width, len(EXPONENTS))
        }
    least = min(error for error, _, _ in fits.values())
    if least > (1 - LEAST_EXPLAINED) * np.square(values - values.mean()).sum():
        return None
    variance = least / (len(times) - 3)
    expected = next(gain for error, gain, _ in fits.values() if error == least)
    near = [
        (gain, QUANTILE * np.sqrt(variance) * spread)
        for error, gain, spread in fits.values()
        if error <= least + QUANTILE**2 * variance
    ]
    low, high = min(gain - off for gain, off in near), max(gain + off for gain, off in near)
    return Gain(max(0.0, float(expected)), max(0.0, float(low)), max(0.0, float(high)))


def _thin_out(
    times: NDArray[np.float64], values: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the points of the curve that are fitted."""
    if not len(times) or not times[-1] > 0:
        return times[:0], values[:0]
    wanted = np.geomspace(FIRST, 1, MOST_POINTS) * times[-1]
    chosen = np.unique([np.abs(times - each).argmin() for each in wanted])
    chosen = chosen[times[chosen] >= FIRST * times[-1]]
    return times[chosen], values[chosen]


def _fit(
    times: NDArray[np.float64], values: NDArray[np.float64], exponent: float
) -> tuple[float, float, float]:
    """Fit c and a of the law with an exponent.

    Args:
        times: Times as shares of the last one.
        values: The values.
        exponent: b.

    Returns:
        The sum of squared errors, the gain of twice the time, and its standard error where values have one of 1.
    """
    falling = -(times**-exponent)
    centred = falling - falling.mean()
    slope = float(centred @ values / (centred @ centred))
    error = np.square(values - values.mean() - slope * centred).sum()
    step = 1 - 2**-exponent
    return float(error), slope * step, float(step / np.sqrt(centred @ centred))


def log_forecast(seconds: Sequence[float], psnr: Sequence[float]) -> Log:
    """Return a line for the log that says what twice the time would bring; arguments as of `forecast_gain`."""
    gain = forecast_gain(seconds, psnr)
    if gain is None:
        return Log(
            "The gain of a longer training cannot be estimated: there are too few validations, or their values "
            "rise too irregularly."
        )
    minutes = 2 * seconds[-1] / 60
    if gain.high < VISIBLE:
        return Log(
            "A longer training would add almost nothing: twice as long, {minutes:.3g} minutes, less than "
            "{least:g} dB, which is not visible. More tiles or a larger network may add more.",
            minutes=minutes,
            least=VISIBLE,
        )
    return Log(
        "Training twice as long, {minutes:.3g} minutes, would add about {gain:.2f} dB on the validation tiles "
        "(probably {low:.2f} to {high:.2f}) if their curve continues as a power law. A gain below {least:g} dB "
        "is hardly visible; 1 dB is clearly visible.",
        minutes=minutes,
        gain=gain.expected,
        low=gain.low,
        high=gain.high,
        least=VISIBLE,
    )
