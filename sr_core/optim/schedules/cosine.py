"""Cosine: a linear rise, then half a cosine down to zero (Loshchilov and Hutter 2017)."""

from __future__ import annotations

import math
from typing import Annotated

from pydantic import Field

from . import LearningRateSchedule


class CosineLearningRate(LearningRateSchedule):
    """Cosine.

    The learning rate rises over the first steps and then falls to zero along half a cosine (Loshchilov and Hutter
    2017, without restarts).
    """

    warm_up: Annotated[float, Field(title="Warm-up", ge=0, le=0.5)] = 0.02
    """Share of all steps over which the learning rate rises to its full size."""

    def factor(self, step: int, steps: int) -> float:
        ramp = max(1, round(self.warm_up * steps))
        if step < ramp:
            return (step + 1) / ramp
        return 0.5 * (1 + math.cos(math.pi * (step - ramp + 1) / (steps - ramp + 1)))
