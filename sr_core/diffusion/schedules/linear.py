"""Linear: the schedule of DDPM and SR3."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ._ramp import Ramp


class Linear(Ramp):
    """Linear.

    β rises in a straight line from linear_start to linear_end. Ho et al. 2020, "Denoising Diffusion Probabilistic
    Models", section 4; Saharia et al. 2021, "Image Super-Resolution via Iterative Refinement" (SR3).
    """

    def formula(self) -> NDArray[np.float64]:
        return self.ramp(self.n_timestep)
