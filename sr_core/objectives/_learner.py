"""The base class of learners, which train a network: a step, a validation loss, and a state that can be saved."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any, NamedTuple, Protocol

from jaxtyping import Bool, Float
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ._scheduled_optimizer import ScheduledOptimizer, StepSettings, wrap_net


class Batch(NamedTuple):
    """Patches to learn from, in physical units, on the net's device."""

    lr: Float[Tensor, "b n h w"]
    """Input of the net: the bands, and after them the channels of a folded guide."""
    hr: Float[Tensor, "b c H W"]
    """The truth at the finer pixels."""
    valid: Bool[Tensor, "b c H W"]
    """Where `hr` is a measurement and not nodata; other pixels do not count in a loss."""
    first: int = 0
    """Index of the first of these patches in the step's whole batch, which several processes may share."""
    total: int | None = None
    """Number of patches in the whole batch; None: these are all."""
    weight: Tensor | None = None
    """Weight of these patches' mean loss in the mean over processes; None: 1."""

    @property
    def scale(self) -> int:
        """Pixel size of `lr` over that of `hr`."""
        return self.hr.shape[-1] // self.lr.shape[-1]


class Stateful(Protocol):
    """Anything with a state that can be saved: a module, an optimiser, a schedule."""

    def state_dict(self) -> dict[str, Any]:
        """Return the state, to be kept in a checkpoint."""

    def load_state_dict(self, state_dict: dict[str, Any], /) -> Any:
        """Continue from a state that a checkpoint kept."""


class Learner(ABC):
    """Trains one net by one objective."""

    def __init__(self, net: SrNet | DiffusionNet, settings: StepSettings) -> None:
        self.net, self.wrapped_net = net, wrap_net(net, settings.fabric)
        self.optimizer = ScheduledOptimizer(net.parameters(), settings)
        """Optimiser of the net's weights."""
        kept: list[Callable[[], None]] = []

        def find_equal_subpixels(*_: object) -> None:
            if not kept:  # before the first step, and not now: a checkpoint may still be loaded
                kept.append(net.keep_equal_subpixels())

        self.optimizer.optimiser.register_step_pre_hook(find_equal_subpixels)
        self.optimizer.optimiser.register_step_post_hook(lambda *_: kept[0]())

    @abstractmethod
    def step(self, batch: Batch) -> dict[str, Tensor]:
        """Learn from one batch.

        Returns:
            The losses by name, detached and on the net's device. The first is the loss that the step lowers.
        """

    @abstractmethod
    def loss(self, batch: Batch, number: int = 0) -> Float[Tensor, ""]:
        """Return the loss by which epochs are compared, without learning from it.

        Args:
            batch: Validation patches.
            number: Seed of random draws, so that a batch gets the same draws in every epoch.
        """

    def stateful(self) -> Mapping[str, Stateful]:
        """Return all that changes during training except the net, by key in a checkpoint; the keys are a file format."""
        return {"descent": self.optimizer}

    @contextmanager
    def ema_weights(self) -> Iterator[None]:
        """Within this context, the net has the averaged weights, where the learner averages them."""
        yield

    def state(self) -> dict[str, Any]:
        """Return what another process needs, besides the net's weights, to continue to the same result.

        Returns:
            Dicts, lists, numbers and tensors. The tensors are the learner's own: write or copy them before the next step.
        """
        return {name: part.state_dict() for name, part in self.stateful().items()}

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Continue from the `state()` of another learner of the same objective and an equal net."""
        for name, part in self.stateful().items():
            part.load_state_dict(
                deepcopy(state[name])
            )  # torch's optimisers keep and change the given tensors
