"""The rising learning rates of the range test; no schedule to train with."""

from __future__ import annotations

from ..optim.schedules import LearningRateSchedule


class Sweep(LearningRateSchedule):
    """From a tiny learning rate to the full one, each larger than the last by the same factor."""

    lowest: float
    """Factor of the first step."""

    def factor(self, step: int, steps: int) -> float:
        return float(self.lowest ** (1 - min(step, steps - 1) / (steps - 1)))
