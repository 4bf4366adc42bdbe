"""Learning-rate schedules, one file each: what the learning rate is at each step."""

from __future__ import annotations

from abc import abstractmethod

from ...schema import Choice

__all__ = ["LearningRateSchedule"]


class LearningRateSchedule(Choice):
    """How the learning rate goes over a training."""

    @abstractmethod
    def factor(self, step: int, steps: int) -> float:
        """Factor on the learning rate at `step` of `steps`, counted from 0; in (0, 1]."""
        raise NotImplementedError

    def momentum(self, step: int, steps: int) -> float | None:
        """Share of the average gradient that `step` keeps; None leaves it to the optimiser."""
        return None


LearningRateSchedule.discover(__name__, __path__)
