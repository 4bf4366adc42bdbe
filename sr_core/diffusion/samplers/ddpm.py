"""DDPM: ancestral sampling, the reverse of the trained process."""

from __future__ import annotations

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from . import DenoisingSampler, SamplerStep


class DDPM(DenoisingSampler):
    """DDPM: ancestral sampling.

    Each step draws from the posterior q(x_s | x_t, x_0), with fresh noise of its "fixed small" variance: Ho et al.
    2020, "Denoising Diffusion Probabilistic Models", equations 6 and 7. Between steps that are not neighbours in the
    trained schedule β is 1 − ᾱ_t / ᾱ_s: Nichol & Dhariwal 2021, "Improved Denoising Diffusion Probabilistic Models",
    section 4. Use hundreds of steps.
    """

    def steps(self, alpha_bar: NDArray[np.float64]) -> list[SamplerStep]:
        return [_step(t, s) for t, s in self.level_pairs(alpha_bar)]


def _step(t: float, s: float) -> SamplerStep:
    beta = 1 - t / s
    return SamplerStep(
        level=sqrt(t),
        x_t=sqrt(1 - beta) * (1 - s) / (1 - t),
        x_0=sqrt(s) * beta / (1 - t),
        previous=0.0,
        noise=sqrt(beta * (1 - s) / (1 - t)),
    )
