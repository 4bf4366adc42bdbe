"""Noise levels: the share of the image in a noisy image, and the levels at which a sampler works.

Everywhere x_t = √ᾱ x_0 + √(1 − ᾱ) eps (Ho et al. 2020, equation 4), and the signal-to-noise ratio is ᾱ / (1 − ᾱ).
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError

Spacing = Literal["focused", "log_snr", "trailing"]

NOISIEST = 1e-12
"""Smallest ᾱ that a network is conditioned on: the noise is a million times the signal. Long schedules go on until ᾱ is 0
in floating point."""

CLEANEST = 1 - 1e-4
"""ᾱ at which the grids over log-SNR end if the schedule's first step is noisier: the noise is 1 % of the signal.

Training draws levels between neighbouring ᾱ, the first of which is 1 (no noise), so these were learnt too. Const
(β = .01) has 10 % noise after its first step: a single step from there to the image would lose all fainter detail.
"""

FOCUS, BREADTH = 4.0, 4.0
"""Log-SNR at which the focused grid is densest (noise of 14 % of the signal), and the distance from it at which steps are
√2 times as wide (noise of 2 % and of 100 %)."""


def log_snr(alpha_bar: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ln(ᾱ / (1 − ᾱ)), twice the λ of Lu et al. 2022, for ᾱ in (0, 1)."""
    ratio: NDArray[np.float64] = np.log(alpha_bar) - np.log1p(-alpha_bar)
    return ratio


def space_levels(
    alpha_bar: NDArray[np.float64], n_timestep: int | None, spacing: Spacing
) -> NDArray[np.float64]:
    """Return the ᾱ of levels from the noisiest of a trained schedule towards its cleanest, rising.

    Args:
        alpha_bar: ᾱ of the trained schedule (T,), falling.
        n_timestep: how many levels; None for T.
        spacing: focused: evenly in arsinh((log-SNR − FOCUS) / BREADTH), so that steps are short where detail is decided
            and long where the estimate hardly changes; log_snr: evenly in log-SNR (as DPM-Solver, Lu et al. 2022);
            trailing: evenly in the schedule's own steps, from the last one (Lin et al. 2024, table 2): with all T of
            them it is the trained schedule itself.

    Raises:
        InputError: more steps than were trained.
    """
    trained = len(alpha_bar)
    count = n_timestep or trained
    if count > trained:
        raise InputError(
            "n_timestep is {asked}, but the model was trained with {trained} steps: choose at most that many.",
            asked=count,
            trained=trained,
        )
    reachable: NDArray[np.float64] = np.maximum(alpha_bar, NOISIEST)
    if spacing == "trailing":
        ends_of_steps = np.round(trained - np.arange(count) * trained / count).astype(int)
        return np.take(reachable, ends_of_steps - 1)
    noisiest, cleanest = reachable[-1], max(reachable[0], CLEANEST)
    ends = log_snr(np.array([noisiest, cleanest]))
    if spacing == "focused":
        first, last = np.arcsinh((ends - FOCUS) / BREADTH)
        grid = FOCUS + BREADTH * np.sinh(np.linspace(first, last, count))
    else:
        grid = np.linspace(ends[0], ends[1], count)
    levels = 1 / (1 + np.exp(-grid))
    return np.clip(levels, noisiest, cleanest)  # rounding must not leave the trained range
