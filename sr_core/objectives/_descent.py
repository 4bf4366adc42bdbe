"""How weights follow a gradient: Adam, at a learning rate that follows a curve."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

import torch
from jaxtyping import Float
from torch import Tensor
from torch.optim.lr_scheduler import LambdaLR

if TYPE_CHECKING:
    from lightning_fabric import Fabric

T = TypeVar("T", bound=torch.nn.Module)


class Descent:
    """Adam (Kingma and Ba 2015) on some weights; `rate` is the factor on the learning rate at a step."""

    def __init__(
        self,
        weights: Iterable[torch.nn.Parameter],
        learning_rate: float,
        rate: Callable[[int], float],
        fabric: Fabric | None = None,
        *,
        averaged: bool = True,
    ) -> None:
        """`averaged` says that gradients are means over all processes of `fabric` by themselves, as those of a module are
        that it was `answering` for; otherwise they are made so here."""
        self.optimiser = torch.optim.Adam(weights, learning_rate)
        self.schedule = LambdaLR(self.optimiser, rate)
        self.fabric, self.averaged = fabric, averaged

    @property
    def steps(self) -> int:
        """How many were made."""
        return self.schedule.last_epoch

    def step(self, loss: Float[Tensor, ""], weight: Float[Tensor, ""] | None = None) -> None:
        """Lower `loss`, which counts `weight` in the mean over processes."""
        self.optimiser.zero_grad()
        if weight is not None:
            loss = loss * weight
        if self.fabric:
            self.fabric.backward(loss)
        else:
            loss.backward()  # type: ignore[no-untyped-call]
        if self.fabric and not self.averaged:
            self._average(self.fabric)
        self.optimiser.step()
        self.schedule.step()

    def _average(self, fabric: Fabric) -> None:
        """Make gradients means over the processes; by hand, as the adversary is asked several times before it learns, and
        differentiated twice, neither of which torch's own way allows."""
        if fabric.world_size > 1:
            gradients = [
                w.grad for g in self.optimiser.param_groups for w in g["params"] if w.grad is not None
            ]
            flat = torch.cat([each.flatten() for each in gradients])
            mean = cast(Tensor, fabric.all_reduce(flat, reduce_op="mean"))
            parts = torch.split(mean, [each.numel() for each in gradients])
            for gradient, part in zip(gradients, parts, strict=True):
                gradient.copy_(part.view_as(gradient))

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


def warm_cosine(step: int, steps: int, warm_up: float) -> float:
    """Factor on the learning rate at `step`, counted from 0: over the share `warm_up` of all steps a ramp up to 1, then
    a cosine to 0 at `steps`."""
    ramp = max(1, round(warm_up * steps))
    if step < ramp:
        return (step + 1) / ramp
    return 0.5 * (1 + math.cos(math.pi * (step - ramp + 1) / (steps - ramp + 1)))
