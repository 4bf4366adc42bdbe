"""One cycle: up to a large learning rate and down to a tiny one (Smith and Topin 2018)."""

from __future__ import annotations

import math
from typing import Annotated

from pydantic import Field

from . import LearningRateSchedule


class OneCycle(LearningRateSchedule):
    """One cycle.

    The learning rate rises from a small part of LEARNING_RATE to all of it and falls to almost nothing, along
    cosines, while momentum does the opposite (Smith and Topin 2018, "Super-convergence"). It tolerates a larger
    LEARNING_RATE than the others and suits short trainings.
    """

    rise: Annotated[float, Field(title="Rise", gt=0, lt=1)] = 0.3
    """Share of all steps over which the learning rate rises."""

    start_div: Annotated[float, Field(title="Start", ge=1, le=1e6)] = 25.0
    """LEARNING_RATE is divided by this at the first step."""

    final_div: Annotated[float, Field(title="End", ge=1, le=1e9)] = 1e4
    """The learning rate of the first step is divided by this at the last."""

    low_momentum: Annotated[float, Field(title="Minimum momentum", ge=0, lt=1)] = 0.85
    """Share of the average gradient that a step keeps where the learning rate is largest."""

    high_momentum: Annotated[float, Field(title="Maximum momentum", ge=0, lt=1)] = 0.95
    """The same at the first and the last step."""

    def factor(self, step: int, steps: int) -> float:
        first = 1 / self.start_div
        return self._between(step, steps, first, 1.0, first / self.final_div)

    def momentum(self, step: int, steps: int) -> float | None:
        return self._between(step, steps, self.high_momentum, self.low_momentum, self.high_momentum)

    def _between(self, step: int, steps: int, first: float, top: float, last: float) -> float:
        """Return the value at `step` between `first` at step 0, `top` where the rise ends and `last` at the last step."""
        turn, end = self.rise * steps - 1, steps - 1
        if step <= turn:
            return _ease(first, top, step / turn if turn > 0 else 1.0)
        return _ease(top, last, min(1.0, (step - turn) / (end - turn)) if end > turn else 1.0)


def _ease(start: float, end: float, share: float) -> float:
    """Return the value at `share` of the way from `start` to `end` along half a cosine."""
    return end + (start - end) * 0.5 * (1 + math.cos(math.pi * share))
