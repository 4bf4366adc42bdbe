"""DPM-Solver++ (2M): a solver of second order for few steps."""

from __future__ import annotations

from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from . import DenoisingSampler, SamplerStep, Steps
from ._denoising import snr_ratio

LONGEST = 1e4
"""How many times longer than the step before a step of second order may be, in λ."""


class DPMSolver(DenoisingSampler):
    """DPM-Solver++ (2M).

    Deterministic, of second order: each step continues the line through its own estimate of the result and that of the
    step before. Lu et al. 2022, "DPM-Solver++: Fast Solver for Guided Sampling of Diffusion Probabilistic Models",
    algorithm 2. The first step has nothing to look back at and the last one, to the image, is infinitely long in λ:
    both are of first order. 15 steps are enough.
    """

    n_timestep: Steps = 15

    def steps(self, alpha_bar: NDArray[np.float64]) -> list[SamplerStep]:
        steps, h_before = [], 0.0
        for t, s in self.level_pairs(alpha_bar):
            decay = sqrt(snr_ratio(t, s))  # e^−h, h = λ_s − λ_t
            h = -log(decay) if decay else 0.0
            # 1 / 2r, by which x̂_0 is continued: over a step that much longer only rounding would be.
            further = h / (2 * h_before) if h < LONGEST * h_before else 0.0
            towards = sqrt(s) * (1 - decay)
            steps.append(
                SamplerStep(
                    level=sqrt(t),
                    x_t=sqrt((1 - s) / (1 - t)),
                    x_0=towards * (1 + further),
                    previous=-towards * further if further else 0.0,
                    noise=0.0,
                )
            )
            h_before = h
        return steps
