"""The options of the optimisation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..parameter_types import advanced
from ..schema import Config
from .optimisers import Optimiser
from .schedules import LearningRateSchedule


class Optimisation(Config):
    """Which weights learn, how gradients become steps, and which weights are kept."""

    freeze: Annotated[float | None, Field(title="Frozen blocks", gt=0, le=1024), advanced] = None
    """Number of first blocks of the network, or below 1 their share, that keep the weights of PRETRAINED. For few tiles
    of other land. Blank: all blocks are trained."""

    optimiser: Annotated[
        Optimiser,
        Field(title="Optimiser", json_schema_extra={"options": "optimiser_options", "advanced": True}),
    ] = Optimiser.members["adam"]()
    """Computes each step from the gradients."""

    learning_rate_schedule: Annotated[
        LearningRateSchedule,
        Field(
            title="Learning-rate schedule",
            json_schema_extra={"options": "learning_rate_schedule_options", "advanced": True},
        ),
    ] = LearningRateSchedule.members["cosine"]()
    """How the learning rate changes during the training."""

    clip_norm: Annotated[float | None, Field(title="Maximum gradient norm", gt=0), advanced] = None
    """Gradients with a larger norm are scaled down to it, so that one odd batch does not undo what was learnt. 1 is
    usual for diffusion and adversarial training. Blank: no limit."""

    ema: Annotated[
        float | None, Field(title="Decay of the average of weights (EMA)", ge=0, lt=1), advanced
    ] = None
    """Share of the running average of the weights that each step keeps; the average is validated and kept in place of
    the last weights. 0.999 suits some thousand steps; 0 keeps the last. Blank: the objective decides, and only
    denoising and flow average."""
