"""Optimisers, one file each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, ClassVar

from pydantic import Field
from torch import nn
from torch.optim import Optimizer

from ...schema import Choice

__all__ = ["Optimiser"]

Share = Annotated[float, Field(ge=0, lt=1)]


class Optimiser(Choice):
    """How a step follows from this gradient and the earlier ones; its fields are arguments of `torch_class`."""

    torch_class: ClassVar[Callable[..., Optimizer]]
    """The class of torch.optim."""

    betas: Annotated[tuple[Share, Share], Field(title="Decay of averages")] = (0.9, 0.999)
    """Shares of the averages of gradients and of their squares that each step keeps; 0.5,0.999 and 0.9,0.99 are
    common against a discriminator. The schedule one_cycle moves the first."""

    eps: Annotated[float, Field(title="Epsilon", gt=0, le=1)] = 1e-8
    """Keeps steps finite where gradients vanish; larger is steadier."""

    def torch_optimizer(self, parameters: Iterable[nn.Parameter], learning_rate: float) -> Optimizer:
        """Return torch's optimiser of `parameters`."""
        return self.torch_class(parameters, lr=learning_rate, **self.model_dump())


Optimiser.discover(__name__, __path__)
