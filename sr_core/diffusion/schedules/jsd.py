"""JSD: the image's share of the variance falls in a straight line."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from . import NoiseSchedule


class Jsd(NoiseSchedule):
    """JSD (1 / T, 1 / (T − 1), … 1).

    β = 1 / (steps left), so that ᾱ falls in a straight line from 1 to 0; the last β is kept at 0.999. Sohl-Dickstein
    et al. 2015, "Deep Unsupervised Learning using Nonequilibrium Thermodynamics", section 2.4.1 (where diffusion is
    binomial); the code of DDPM (Ho et al. 2020) has it under this name.
    """

    def formula(self) -> NDArray[np.float64]:
        return 1 / np.arange(self.n_timestep, 0, -1, dtype=np.float64)
