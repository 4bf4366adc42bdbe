"""Cosine: the schedule of improved DDPM."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from . import NoiseSchedule

OFFSET = 8e-3
"""s in the paper: keeps the noise of the first steps from being imperceptibly faint."""


class CosineNoise(NoiseSchedule):
    """Cosine.

    ᾱ falls along a squared cosine, slowly at both ends. Nichol & Dhariwal 2021, "Improved Denoising Diffusion
    Probabilistic Models", equation 17.
    """

    def formula(self) -> NDArray[np.float64]:
        passed = np.arange(self.n_timestep + 1) / self.n_timestep
        alpha_bar = np.cos((passed + OFFSET) / (1 + OFFSET) * np.pi / 2) ** 2
        betas: NDArray[np.float64] = 1 - alpha_bar[1:] / alpha_bar[:-1]
        return betas
