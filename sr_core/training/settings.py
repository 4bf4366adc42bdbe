"""What a user decides about a training, apart from network and objective."""

from __future__ import annotations

from ..schema import Config


class Settings(Config):
    """How long and on what to learn."""

    epochs: int
    batch_size: int
    learning_rate: float
    patch_size: int
    """Low-resolution pixels."""
    seed: int
