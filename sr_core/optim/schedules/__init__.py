"""Learning-rate schedules, one file each."""

from __future__ import annotations

from abc import abstractmethod

from ...schema import Choice

__all__ = ["LearningRateSchedule"]


class LearningRateSchedule(Choice):
    """How the learning rate changes during a training."""

    @abstractmethod
    def factor(self, step: int, steps: int) -> float:
        """Return the factor on the learning rate, in (0, 1], at `step` (from 0) of `steps`."""
        raise NotImplementedError

    def momentum(self, step: int, steps: int) -> float | None:
        """Return the share of the average gradient that `step` keeps; None leaves it to the optimiser."""
        return None


LearningRateSchedule.discover(__name__, __path__)
