"""Quadratic: the square root of β rises in a straight line."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ._ramp import Ramp


class Quad(Ramp):
    """Quadratic.

    The square root of β rises in a straight line, so that the first steps add less noise than with the linear schedule.
    One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.
    """

    def formula(self) -> NDArray[np.float64]:
        start, end = np.sqrt(self.linear_start), np.sqrt(self.linear_end)
        betas: NDArray[np.float64] = np.linspace(start, end, self.n_timestep) ** 2
        return betas
