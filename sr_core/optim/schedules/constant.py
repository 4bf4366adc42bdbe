"""Constant: the same learning rate at every step."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from . import LearningRateSchedule


class Constant(LearningRateSchedule):
    """Constant.

    The learning rate stays the same: for a training that PATIENCE ends, best together with EMA, which replaces the
    fall.
    """

    warm_up: Annotated[float, Field(title="Warm-up", ge=0, le=0.5)] = 0.0
    """Share of all steps over which the learning rate rises to its full size."""

    def factor(self, step: int, steps: int) -> float:
        return min(1.0, (step + 1) / max(1, round(self.warm_up * steps)))
