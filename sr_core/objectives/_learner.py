"""An objective at work: what it takes, and what it can be asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any, NamedTuple, Protocol

from jaxtyping import Bool, Float
from torch import Tensor

from ._optimizer import ScheduledOptimizer


class Batch(NamedTuple):
    """Patches to learn from, in physical units, on the net's device."""

    lr: Float[Tensor, "b c h w"]
    hr: Float[Tensor, "b c H W"]
    valid: Bool[Tensor, "b c H W"]
    """Where `hr` is a measurement and not nodata; nothing is learnt elsewhere."""
    first: int = 0
    """Where they begin in the step's batch, of which other processes may have the rest."""
    total: int | None = None
    """Patches of that batch; none: there are no others."""
    weight: Tensor | None = None
    """What the mean loss over these patches counts in the mean over processes; none: 1."""

    @property
    def scale(self) -> int:
        return self.hr.shape[-1] // self.lr.shape[-1]


class Part(Protocol):
    """What knows its own state: a module, an optimiser, a schedule."""

    def state_dict(self) -> dict[str, Any]: ...

    def load_state_dict(self, state_dict: dict[str, Any], /) -> Any: ...


class Learner(ABC):
    """An objective at work on one net."""

    descent: ScheduledOptimizer
    """Of the net's weights."""

    @abstractmethod
    def step(self, batch: Batch) -> dict[str, Tensor]:
        """Learn from one batch; its losses by name, detached and still on the device. The first is the headline."""

    @abstractmethod
    def loss(self, batch: Batch, number: int = 0) -> Float[Tensor, ""]:
        """What the net as it is now gets wrong of a batch, by which epochs can be compared; nothing is learnt.

        `number` tells batches apart: what is drawn by chance is the same whenever it comes.
        """

    @abstractmethod
    def parts(self) -> Mapping[str, Part]:
        """All that changes while it learns, except the net."""

    @contextmanager
    def ema_weights(self) -> Iterator[None]:
        """Meanwhile the net has the weights that are worth keeping, where those it learns with are others."""
        yield

    def state(self) -> dict[str, Any]:
        """Where the learning stands: with it and the net's weights, another process goes on to the same result.

        Nothing but dicts, lists, numbers and tensors; these are the learner's own, so write or copy them before the
        next step.
        """
        return {name: part.state_dict() for name, part in self.parts().items()}

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go on where another learner of the same objective and an equal net was at its `state()`."""
        for name, part in self.parts().items():
            part.load_state_dict(deepcopy(state[name]))  # torch's optimisers would go on in the given tensors
