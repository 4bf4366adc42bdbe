"""Warm-up 10 %: a rise over the first tenth of the steps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ._ramp import Ramp


class Warmup10(Ramp):
    """Warm-up over a tenth of the steps.

    β rises from linear_start to linear_end over the first 10 % of the steps and stays there, so that most steps are
    spent on coarse structure. One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.
    """

    def formula(self) -> NDArray[np.float64]:
        return self.ramp(self.n_timestep * 10 // 100)
