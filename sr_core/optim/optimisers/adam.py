"""Adam (Kingma and Ba 2015)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import torch
from pydantic import Field
from torch import nn
from torch.optim import Optimizer

from . import Optimiser


class Adam(Optimiser):
    """Adam

    Each weight's step is its average gradient in units of that gradient's usual size (Kingma and Ba 2015). What
    nearly all published super-resolution networks were trained with.
    """

    weight_decay: Annotated[float, Field(title="Weight decay", ge=0, le=1)] = 0.0
    """Factor on the weights that is added to their gradients, against learning few tiles by heart. 0: none."""

    def over(self, weights: Iterable[nn.Parameter], learning_rate: float) -> Optimizer:
        return torch.optim.Adam(
            weights, learning_rate, betas=self.betas, eps=self.eps, weight_decay=self.weight_decay
        )
