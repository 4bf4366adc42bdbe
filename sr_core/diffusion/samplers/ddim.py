"""DDIM: implicit sampling, which keeps the direction of the noise."""

from __future__ import annotations

from math import sqrt
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ...parameter_types import advanced
from . import DenoisingSampler, SamplerStep, Steps
from ._denoising import snr_ratio


class DDIM(DenoisingSampler):
    """DDIM: implicit sampling.

    Each step keeps the direction of the noise, so that with η = 0 the result follows from the first noise alone; η = 1
    is DDPM. Song et al. 2021, "Denoising Diffusion Implicit Models", equations 12 and 16. Use 50 steps or more.
    """

    n_timestep: Steps = 200

    eta: Annotated[float, Field(title="η of the sampler ddim", ge=0, le=1), advanced] = 0.0
    """Share of the noise that is fresh in every step: 0 is deterministic, 1 is DDPM."""

    def steps(self, alpha_bar: NDArray[np.float64]) -> list[SamplerStep]:
        return [self._step(t, s) for t, s in self.level_pairs(alpha_bar)]

    def _step(self, t: float, s: float) -> SamplerStep:
        # Equation 16 is σ² = (1 − ᾱ_s) · fresh.
        fresh = self.eta**2 * (1 - snr_ratio(t, s))
        kept = sqrt((1 - s) * (1 - fresh) / (1 - t))
        return SamplerStep(
            level=sqrt(t),
            x_t=kept,
            x_0=sqrt(s) - sqrt(t) * kept,
            previous=0.0,
            noise=sqrt((1 - s) * fresh),
        )
