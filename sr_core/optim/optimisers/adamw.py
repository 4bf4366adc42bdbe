"""AdamW (Loshchilov and Hutter 2019)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import torch
from pydantic import Field
from torch import nn
from torch.optim import Optimizer

from . import Optimiser


class AdamW(Optimiser):
    """AdamW

    Adam whose weight decay shrinks the weights themselves and does not pass through the averages of gradients
    (Loshchilov and Hutter 2019). For transformers such as sr3_uvit, and where there are few tiles.
    """

    weight_decay: Annotated[float, Field(title="Weight decay", ge=0, le=1)] = 0.01
    """Share of each weight that a step at learning rate 1 would take away, against learning few tiles by heart."""

    def over(self, weights: Iterable[nn.Parameter], learning_rate: float) -> Optimizer:
        return torch.optim.AdamW(
            weights, learning_rate, betas=self.betas, eps=self.eps, weight_decay=self.weight_decay
        )
