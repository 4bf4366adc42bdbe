"""Schedules that rise in a straight line from one β to another."""

from __future__ import annotations

from typing import Annotated, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, model_validator

from ...errors import OptionError
from . import NoiseSchedule


class Ramp(NoiseSchedule):
    """A schedule whose first steps rise from `linear_start` to `linear_end`, where the others stay."""

    linear_start: Annotated[float, Field(title="First β", gt=0, lt=1)] = 1e-5
    """Variance of the noise that the first step adds: how fine the faintest noise is."""

    linear_end: Annotated[float, Field(title="Last β", gt=0, lt=1)] = 1e-2
    """Variance of the noise that the last step adds: with the number of steps it decides how little of the image is
    left at the end."""

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if self.linear_start > self.linear_end:
            raise OptionError(
                "linear_start is {start} and must not be above linear_end, which is {end}.",
                start=self.linear_start,
                end=self.linear_end,
            )
        return self

    def ramp(self, steps: int) -> NDArray[np.float64]:
        """Return β (T,) that rises in a straight line over the first `steps` and then stays."""
        flat = np.full(self.n_timestep - steps, self.linear_end)
        return np.concatenate((np.linspace(self.linear_start, self.linear_end, steps), flat))
