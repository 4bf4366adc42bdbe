"""How weights follow a gradient: an optimiser, at a learning rate that follows a schedule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, cast

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.utils import clip_grad_norm_
from torch.optim.lr_scheduler import LambdaLR

from ..optim.optimisation import Optimisation

if TYPE_CHECKING:
    from lightning_fabric import Fabric

T = TypeVar("T", bound=torch.nn.Module)


@dataclass(frozen=True)
class Plan:
    """The steps of a training, before they are made."""

    learning_rate: float
    steps: int
    optimisation: Optimisation = field(default_factory=Optimisation)
    fabric: Fabric | None = None
    """Knows the precision, and the other processes that learn with this one."""


class ScheduledOptimizer:
    """Some weights on their way down; their first step is the one numbered `begins` of the plan.

    `averaged` says that gradients are means over all processes by themselves, as those of a module are that it was
    `answering` for; otherwise they are made so here.
    """

    def __init__(
        self,
        weights: Iterable[torch.nn.Parameter],
        plan: Plan,
        begins: int = 0,
        *,
        averaged: bool = True,
    ) -> None:
        self.plan, self.begins, self.averaged = plan, begins, averaged
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

    def step(self, loss: Float[Tensor, ""], weight: Float[Tensor, ""] | None = None) -> None:
        """Lower `loss`, which counts `weight` in the mean over processes."""
        self.optimiser.zero_grad()
        if weight is not None:
            loss = loss * weight
        if self.plan.fabric:
            self.plan.fabric.backward(loss)
        else:
            loss.backward()  # type: ignore[no-untyped-call]
        if self.plan.fabric and not self.averaged:
            self._average(self.plan.fabric)
        if self.plan.optimisation.clip_norm is not None:
            clip_grad_norm_(self.weights, self.plan.optimisation.clip_norm)
        self.optimiser.step()
        self.schedule.step()
        self._set_momentum()

    def _average(self, fabric: Fabric) -> None:
        """Make gradients means over the processes; by hand, as the adversary is asked several times before it learns, and
        differentiated twice, neither of which torch's own way allows."""
        if fabric.world_size > 1:
            gradients = [weight.grad for weight in self.weights if weight.grad is not None]
            flat = torch.cat([each.flatten() for each in gradients])
            mean = cast(Tensor, fabric.all_reduce(flat, reduce_op="mean"))
            parts = torch.split(mean, [each.numel() for each in gradients])
            for gradient, part in zip(gradients, parts, strict=True):
                gradient.copy_(part.view_as(gradient))

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


def answering(net: T, fabric: Fabric | None) -> T:
    """`net`, to be called in its place while it learns: in the precision and with the processes of `fabric`."""
    return cast(T, fabric.setup_module(net, move_to_device=False)) if fabric else net
