"""What a network learns to minimise, one objective per file; an objective owns its losses and its optimisers."""

from ._learner import Batch, Learner, Stateful
from ._objective import Monitor, Objective
from ._scheduled_optimizer import StepSettings

__all__ = ["Batch", "Learner", "Monitor", "Objective", "Stateful", "StepSettings"]

Objective.discover(__name__, __path__)
