"""The rising learning rates of the range test; no schedule to train with."""

from __future__ import annotations

from ..optim.schedules import LearningRateSchedule


class Sweep(LearningRateSchedule):
    """A schedule that rises from a tiny learning rate to the full one, by the same factor in each step."""

    lowest: float
    """Learning rate of the first step, as a share of the full one."""

    def factor(self, step: int, steps: int) -> float:
        return float(self.lowest ** (1 - min(step, steps - 1) / (steps - 1)))
