"""Adam (Kingma and Ba 2015)."""

from __future__ import annotations

from typing import Annotated, ClassVar

import torch
from pydantic import Field

from . import Optimiser


class Adam(Optimiser):
    """Adam.

    Each weight's step is its average gradient in units of that gradient's usual size (Kingma and Ba 2015). What
    nearly all published super-resolution networks were trained with.
    """

    torch_class: ClassVar = torch.optim.Adam

    weight_decay: Annotated[float, Field(title="Weight decay", ge=0, le=1)] = 0.0
    """Factor on the weights that is added to their gradients, against overfitting to few tiles. 0: none."""
