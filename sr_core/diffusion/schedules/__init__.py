"""Noise schedules, one file each: the variance of the noise that each trained step adds."""

from __future__ import annotations

from abc import abstractmethod
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ...schema import Choice

__all__ = ["NoiseSchedule"]

LEAST, MOST = 1e-9, 0.999
"""Bounds of every β: with 0 the log-SNR of the first step would be infinite, with 1 that of the last (Nichol & Dhariwal
2021, section 3.2, for the upper one)."""


class NoiseSchedule(Choice):
    """The forward process that turns an image into noise, which a network learns to reverse.

    q(x_t | x_{t−1}) = N(√(1 − β_t) x_{t−1}, β_t) (Ho et al. 2020, equation 2). Arrays are indexed from 0: β_1 stands
    first.
    """

    n_timestep: Annotated[int, Field(title="Trained steps", ge=1, le=10000)] = 1500
    """Steps between image and noise that the network learns; sampling may take fewer."""

    def betas(self) -> NDArray[np.float64]:
        """Return the variance β that each step adds (T,), in (0, 0.999]."""
        bounded: NDArray[np.float64] = np.clip(self.formula(), LEAST, MOST)
        return bounded

    def alpha_bar(self) -> NDArray[np.float64]:
        """Return the image's share of the variance after each step, ᾱ_t = ∏ (1 − β) (T,), falling."""
        return np.cumprod(1 - self.betas(), dtype=np.float64)

    @abstractmethod
    def formula(self) -> NDArray[np.float64]:
        """Return β as the schedule defines it (T,); `betas` keeps it within bounds."""
        raise NotImplementedError


NoiseSchedule.discover(__name__, __path__)
