"""Noise levels: how much of a noisy image is image, and on which levels a sampler stops.

Everywhere x_t = √ᾱ x_0 + √(1 − ᾱ) eps (Ho et al. 2020, equation 4), and the signal-to-noise ratio is ᾱ / (1 − ᾱ).
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..errors import BadInput

Spacing = Literal["focused", "log_snr", "trailing"]

NOISIEST = 1e-12
"""Smallest ᾱ that is asked of a network: the noise is a million times the signal. Long schedules go on until ᾱ is 0 in
floating point."""

CLEANEST = 1 - 1e-4
"""Where the grids over log-SNR end if the schedule's first step is noisier than this: the noise is 1 % of the signal.

A network learns levels drawn between neighbouring ᾱ, of which the first is that of no noise at all, so these were
trained too. Const (β = .01) has 10 % noise after its first step: leaving from there in one step would wipe out all
detail fainter than that.
"""

FOCUS, BREADTH = 4.0, 4.0
"""Log-SNR around which the focused grid is densest (there the noise is 14 % of the signal), and the distance from it at
which its steps are √2 times as wide (noise of 2 % and of 100 %)."""


def log_snr(alpha_bar: NDArray[np.float64]) -> NDArray[np.float64]:
    """ln(ᾱ / (1 − ᾱ)), twice the λ of Lu et al. 2022; ᾱ strictly between 0 and 1."""
    ratio: NDArray[np.float64] = np.log(alpha_bar) - np.log1p(-alpha_bar)
    return ratio


def spaced(alpha_bar: NDArray[np.float64], n_timestep: int | None, spacing: Spacing) -> NDArray[np.float64]:
    """The ᾱ of `n_timestep` levels from the noisiest of a trained schedule towards its cleanest, rising.

    `alpha_bar` (T,) is that of the trained schedule, falling. Without `n_timestep` there are T levels.

    focused: evenly in arsinh((log-SNR − FOCUS) / BREADTH), so that steps are short where detail is decided and long
    where the estimate hardly changes;
    log_snr: evenly in log-SNR (as DPM-Solver, Lu et al. 2022);
    trailing: evenly in the schedule's own steps, from the last one (Lin et al. 2024, table 2). With all T of them it is
    the trained schedule itself.

    Raises:
        BadInput: more steps than were trained.
    """
    trained = len(alpha_bar)
    count = n_timestep or trained
    if count > trained:
        raise BadInput(
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
