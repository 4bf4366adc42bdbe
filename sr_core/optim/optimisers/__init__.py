"""Optimisers, one file each: what a step makes of a gradient."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field
from torch import nn
from torch.optim import Optimizer

from ...schema import Choice

__all__ = ["Optimiser"]

Share = Annotated[float, Field(ge=0, lt=1)]


class Optimiser(Choice):
    """How a step follows from this gradient and those before it."""

    betas: Annotated[tuple[Share, Share], Field(title="Decay of averages")] = (0.9, 0.999)
    """Shares of the averages of gradients and of their squares that each step keeps; 0.5,0.999 and 0.9,0.99 are
    common against a discriminator. The schedule one_cycle moves the first."""

    eps: Annotated[float, Field(title="Epsilon", gt=0, le=1)] = 1e-8
    """Keeps steps finite where gradients vanish; larger is steadier."""

    @abstractmethod
    def over(self, weights: Iterable[nn.Parameter], learning_rate: float) -> Optimizer:
        """One that changes `weights`, whose first step is at `learning_rate`."""
        raise NotImplementedError


Optimiser.discover(__name__, __path__)
