"""How weights follow a gradient: an optimiser, at a learning rate that follows a schedule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.utils import clip_grad_norm_
from torch.optim.lr_scheduler import LambdaLR

from ..descent.optimisation import Optimisation


@dataclass(frozen=True)
class Plan:
    """The steps of a training, before they are made."""

    learning_rate: float
    steps: int
    optimisation: Optimisation = field(default_factory=Optimisation)


class Descent:
    """Some weights on their way down; their first step is the one numbered `begins` of the plan."""

    def __init__(self, weights: Iterable[torch.nn.Parameter], plan: Plan, begins: int = 0) -> None:
        self.plan, self.begins = plan, begins
        self.weights = [each for each in weights if each.requires_grad]
        self.optimiser = plan.optimisation.optimiser.over(self.weights, plan.learning_rate)
        factor = plan.optimisation.schedule.factor
        self.schedule = LambdaLR(self.optimiser, lambda step: factor(begins + step, plan.steps))
        self._set_momentum()

    @property
    def steps(self) -> int:
        """How many were made."""
        return self.schedule.last_epoch

    @property
    def learning_rate(self) -> float:
        """Of the next step."""
        return float(self.optimiser.param_groups[0]["lr"])

    def step(self, loss: Float[Tensor, ""]) -> None:
        """Lower `loss`."""
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        if self.plan.optimisation.clip_norm is not None:
            clip_grad_norm_(self.weights, self.plan.optimisation.clip_norm)
        self.optimiser.step()
        self.schedule.step()
        self._set_momentum()

    def _set_momentum(self) -> None:
        momentum = self.plan.optimisation.schedule.momentum(self.begins + self.steps, self.plan.steps)
        if momentum is not None:
            for group in self.optimiser.param_groups:
                group["betas"] = (momentum, group["betas"][1])

    def state_dict(self) -> dict[str, Any]:
        return {"optimiser": self.optimiser.state_dict(), "schedule": self.schedule.state_dict()}

    def load_state_dict(self, state_dict: Mapping[str, Any], /) -> None:
        """Go on where another was; at the learning rate that this one was made with."""
        rates = self.schedule.base_lrs
        self.optimiser.load_state_dict(state_dict["optimiser"])
        self.schedule.load_state_dict({**state_dict["schedule"], "base_lrs": rates})
        for group, rate in zip(self.optimiser.param_groups, rates, strict=True):
            group["initial_lr"], group["lr"] = rate, rate * self.schedule.lr_lambdas[0](self.steps)
