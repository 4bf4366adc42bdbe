"""What a user decides about a training, apart from network and objective."""

from __future__ import annotations

from ..objectives import Monitor
from ..optim.optimisation import Optimisation
from ..schema import Config


class Settings(Config):
    """How long and on what to learn."""

    epochs: int
    batch_size: int
    """0: the largest that fits."""
    learning_rate: float | None
    """None: what a range test finds."""
    patch_size: int
    """Low-resolution pixels."""
    seed: int
    optimisation: Optimisation = Optimisation()
    monitor: Monitor | None = None
    """What tells the best epoch; none is for the objective to say."""
    patience: int | None = None
    """Epochs without a better one after which the training ends; none goes on to the last."""
    jitter: float = 0.0
    cutblur: float = 0.0
