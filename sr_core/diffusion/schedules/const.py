"""Constant: every step adds the same noise."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from . import NoiseSchedule


class Const(NoiseSchedule):
    """Constant.

    Every step adds the same noise, so that even the first one hides faint detail. One of the schedules of the
    code of DDPM (Ho et al. 2020) and of SR3's.
    """

    linear_end: Annotated[float, Field(title="β", gt=0, lt=1)] = 1e-2
    """Variance of the noise that every step adds."""

    def formula(self) -> NDArray[np.float64]:
        return np.full(self.n_timestep, self.linear_end)
