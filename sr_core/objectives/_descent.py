"""How weights follow a gradient: Adam, at a learning rate that follows a curve."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor
from torch.optim.lr_scheduler import LambdaLR


class Descent:
    """Adam (Kingma and Ba 2015) on some weights; `rate` is the factor on the learning rate at a step."""

    def __init__(
        self, weights: Iterable[torch.nn.Parameter], learning_rate: float, rate: Callable[[int], float]
    ) -> None:
        self.optimiser = torch.optim.Adam(weights, learning_rate)
        self.schedule = LambdaLR(self.optimiser, rate)

    @property
    def steps(self) -> int:
        """How many were made."""
        return self.schedule.last_epoch

    def step(self, loss: Float[Tensor, ""]) -> None:
        """Lower `loss`."""
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimiser.step()
        self.schedule.step()

    def state_dict(self) -> dict[str, Any]:
        return {"optimiser": self.optimiser.state_dict(), "schedule": self.schedule.state_dict()}

    def load_state_dict(self, state_dict: Mapping[str, Any], /) -> None:
        """Go on where another was; at the learning rate that this one was made with."""
        rates = self.schedule.base_lrs
        self.optimiser.load_state_dict(state_dict["optimiser"])
        self.schedule.load_state_dict({**state_dict["schedule"], "base_lrs": rates})
        for group, rate in zip(self.optimiser.param_groups, rates, strict=True):
            group["initial_lr"], group["lr"] = rate, rate * self.schedule.lr_lambdas[0](self.steps)


def warm_cosine(step: int, steps: int, warm_up: float) -> float:
    """Factor on the learning rate at `step`, counted from 0: over the share `warm_up` of all steps a ramp up to 1, then
    a cosine to 0 at `steps`."""
    ramp = max(1, round(warm_up * steps))
    if step < ramp:
        return (step + 1) / ramp
    return 0.5 * (1 + math.cos(math.pi * (step - ramp + 1) / (steps - ramp + 1)))
