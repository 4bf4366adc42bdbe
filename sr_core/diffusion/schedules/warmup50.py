"""Warm-up 50 %: a rise over the first half of the steps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ._ramp import Ramp


class Warmup50(Ramp):
    """Warm-up over half of the steps.

    β rises from linear_start to linear_end over the first 50 % of the steps and stays there, so that most steps are
    spent on coarse structure. One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.
    """

    def formula(self) -> NDArray[np.float64]:
        return self.ramp(self.n_timestep * 50 // 100)
