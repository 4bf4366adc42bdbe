"""Makes the steps of an optimiser at a learning rate that follows a schedule, in one process or several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
class StepSettings:
    """Settings that all steps of a training have in common."""

    learning_rate: float
    """Largest learning rate of the schedule."""
    steps: int
    """Number of steps of the training."""
    optimisation: Optimisation = field(default_factory=Optimisation)
    """Optimiser, learning-rate schedule, clipping of gradients and average of weights."""
    fabric: Fabric | None = None
    """Lightning Fabric, which knows the precision and the other processes; None: float32 and one process."""
    elapsed: Callable[[], float] | None = None
    """Returns the share of the training that is over, in [0, 1], where a time decides how long it is; None: `steps` do."""

    def position(self, made: int) -> int:
        """Return the step of the schedule, from 0, at which a training is that has made so many steps."""
        return made if self.elapsed is None else min(int(self.elapsed() * self.steps), self.steps - 1)


class ScheduledOptimizer:
    """Optimiser, learning-rate schedule and gradient clipping of some weights.

    Args:
        parameters: The weights; weights that need no gradient are left out.
        settings: Settings of the training's steps.
        first_step: Step of the training, from 0, at which these weights are first changed.
        gradients_averaged: Whether gradients are already averaged over the processes, as by a module from `wrap_net`;
            otherwise `step` averages them.
    """

    def __init__(
        self,
        parameters: Iterable[torch.nn.Parameter],
        settings: StepSettings,
        first_step: int = 0,
        *,
        gradients_averaged: bool = True,
    ) -> None:
        self.settings, self.first_step = settings, first_step
        self.gradients_averaged = gradients_averaged
        self.parameters = [each for each in parameters if each.requires_grad]
        self.optimiser = settings.optimisation.optimiser.torch_optimizer(
            self.parameters, settings.learning_rate
        )
        factor = settings.optimisation.learning_rate_schedule.factor
        self.schedule = LambdaLR(
            self.optimiser, lambda step: factor(settings.position(first_step + step), settings.steps)
        )
        self._set_momentum()

    @property
    def steps(self) -> int:
        """Number of steps made so far."""
        return self.schedule.last_epoch

    @property
    def position(self) -> int:
        """Step of the schedule at which the next step is."""
        return self.settings.position(self.first_step + self.steps)

    @property
    def learning_rate(self) -> float:
        """Learning rate of the next step."""
        return float(self.schedule.base_lrs[0] * self.schedule.lr_lambdas[0](self.steps))

    def step(self, loss: Float[Tensor, ""], weight: Float[Tensor, ""] | None = None) -> None:
        """Make one step that lowers a loss.

        Args:
            loss: The loss of this process' patches.
            weight: Weight of that loss in the mean over processes; None: 1.
        """
        self.optimiser.zero_grad()
        if weight is not None:
            loss = loss * weight
        if self.settings.fabric:
            self.settings.fabric.backward(loss)
        else:
            loss.backward()  # type: ignore[no-untyped-call]
        if self.settings.fabric and not self.gradients_averaged:
            self._average_gradients(self.settings.fabric)
        if self.settings.optimisation.clip_norm is not None:
            clip_grad_norm_(self.parameters, self.settings.optimisation.clip_norm)
        if self.settings.elapsed:
            self._set_rate()  # time has passed since the step before
            self._set_momentum()
        self.optimiser.step()
        self.schedule.step()
        self._set_momentum()

    def _average_gradients(self, fabric: Fabric) -> None:
        """Average gradients over the processes.

        Done here, because torch's DDP allows neither several forward passes before one backward pass nor the second
        derivative of the gradient penalty.
        """
        if fabric.world_size > 1:
            gradients = [each.grad for each in self.parameters if each.grad is not None]
            flat = torch.cat([each.flatten() for each in gradients])
            mean = cast(Tensor, fabric.all_reduce(flat, reduce_op="mean"))
            parts = torch.split(mean, [each.numel() for each in gradients])
            for gradient, part in zip(gradients, parts, strict=True):
                gradient.copy_(part.view_as(gradient))

    def _set_momentum(self) -> None:
        schedule = self.settings.optimisation.learning_rate_schedule
        momentum = schedule.momentum(self.position, self.settings.steps)
        if momentum is not None:
            for group in self.optimiser.param_groups:
                group["betas"] = (momentum, group["betas"][1])

    def _set_rate(self) -> None:
        for group, rate in zip(self.optimiser.param_groups, self.schedule.base_lrs, strict=True):
            group["initial_lr"], group["lr"] = rate, rate * self.schedule.lr_lambdas[0](self.steps)

    def state_dict(self) -> dict[str, Any]:
        """Return the states of optimiser and schedule, to be kept in a checkpoint."""
        return {"optimiser": self.optimiser.state_dict(), "schedule": self.schedule.state_dict()}

    def load_state_dict(self, state_dict: Mapping[str, Any], /) -> None:
        """Continue from the state of another `ScheduledOptimizer`, at the learning rate of this one's settings."""
        rates = self.schedule.base_lrs
        self.optimiser.load_state_dict(state_dict["optimiser"])
        self.schedule.load_state_dict({**state_dict["schedule"], "base_lrs": rates})
        self._set_rate()


def wrap_net(net: T, fabric: Fabric | None) -> T:
    """Return `net` wrapped for training in the precision and with the processes of `fabric`; call it in place of `net`."""
    return cast(T, fabric.setup_module(net, move_to_device=False)) if fabric else net
