"""What all steps of a training are told once."""

from __future__ import annotations

from ..schema import Config
from .optimisers import Optimiser
from .schedules import LearningRateSchedule


class Optimisation(Config):
    """How gradients become steps, and which weights are kept of them."""

    optimiser: Optimiser = Optimiser.members["adam"]()
    schedule: LearningRateSchedule = LearningRateSchedule.members["cosine"]()
    clip_norm: float | None = None
    """The most that the length of the gradient over all weights may be; none leaves it as it is."""
    ema: float | None = None
    """Share of an average of the weights that each step keeps; 0 keeps the last weights, none is for the objective to
    say."""
