"""The time that a training is given: what it is planned to hold, and how much of it is used."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from ..schema import Config
from .validation import MIN_TILES

VALIDATIONS = 12
"""Validations that a training is given time for, where it holds few passes over the tiles: the best weights are chosen
among them, and how the training goes on is seen from them."""

VALIDATION_SHARE = 1 / 6
"""Most of the time that validations may take where a pass over the tiles is not finished between them."""


class TimePlan(Config):
    """What a training of a given time is expected to hold on its computer; checkpoints keep it."""

    seconds: float
    """What the training may take, validations included."""
    steps: int
    """Number of steps that the learning-rate schedule is laid over."""
    per_epoch: int
    """Number of steps between validations: those of a pass over the tiles, or fewer where the time holds few passes."""
    tiles: int
    """Number of validation tiles."""
    validation: float
    """Seconds that a validation takes."""


def plan_time(seconds: float, step: float, tile: float, per_pass: int, tiles: int) -> TimePlan:
    """Return what a time holds.

    A short one is validated with fewer tiles, rather than seldom, and with very few only once.

    Args:
        seconds: The time.
        step: Seconds that a step takes.
        tile: Seconds that a validation tile takes.
        per_pass: Steps in which all tiles are seen once.
        tiles: Number of validation tiles that there are.
    """
    affordable = VALIDATION_SHARE * seconds / tile
    tiles = min(tiles, max(MIN_TILES, int(affordable / VALIDATIONS)))
    validation, validations = tiles * tile, max(1, min(VALIDATIONS, int(affordable / tiles)))
    per_epoch = min(per_pass, math.ceil(seconds / step / validations))
    steps = max(1, round(seconds / (step + validation / per_epoch)))
    return TimePlan(seconds=seconds, steps=steps, per_epoch=per_epoch, tiles=tiles, validation=validation)


@dataclass
class TimeBudget:
    """The time of a training as it is used up.

    The last validation has its time kept free, so that it ends when the time does.
    """

    plan: TimePlan
    used: float = 0.0
    """Seconds that are used, in earlier runs too; all processes have the same."""
    validation: float = field(init=False)
    """Seconds that the next validation is expected to take."""

    def __post_init__(self) -> None:
        self.validation = self.plan.validation

    def share(self) -> float:
        """Return the share of the time for learning that is used, in [0, 1]: the place in the learning-rate schedule."""
        # However long a validation takes, something is learnt.
        learning = max(self.plan.seconds - self.validation, self.plan.seconds / 2)
        return min(1.0, self.used / learning)

    def end_validation(self, used: float) -> None:
        """Note the seconds that are used when a validation has ended, before which no step was made since they were noted."""
        self.used, self.validation = used, used - self.used

    @property
    def is_used_up(self) -> bool:
        """Whether nothing but the last validation has time left."""
        return self.share() >= 1
