"""AdamW (Loshchilov and Hutter 2019)."""

from __future__ import annotations

from typing import Annotated, ClassVar

import torch
from pydantic import Field

from . import Optimiser


class AdamW(Optimiser):
    """AdamW.

    Adam whose weight decay shrinks the weights themselves and does not pass through the averages of gradients
    (Loshchilov and Hutter 2019). For transformers such as sr3_uvit, and where there are few tiles.
    """

    torch_class: ClassVar = torch.optim.AdamW

    weight_decay: Annotated[float, Field(title="Weight decay", ge=0, le=1)] = 0.01
    """Share of each weight that a step at learning rate 1 would take away, against overfitting to few tiles."""
