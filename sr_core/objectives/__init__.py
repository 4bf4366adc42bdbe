"""How a network learns, one file each: an objective owns its losses and its optimisers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import NamedTuple

from jaxtyping import Bool, Float
from torch import Tensor

from ..backbones import SrNet
from ..schema import Choice


class Batch(NamedTuple):
    """Patches to learn from, in physical units, on the net's device."""

    lr: Float[Tensor, "b c h w"]
    hr: Float[Tensor, "b c H W"]
    valid: Bool[Tensor, "b c H W"]
    """Where `hr` is a measurement and not nodata; nothing is learnt elsewhere."""


class Learner(ABC):
    """An objective at work on one net."""

    @abstractmethod
    def step(self, batch: Batch) -> dict[str, Tensor]:
        """Learn from one batch; its losses by name, detached and still on the device. The first is the headline."""


class Objective(Choice):
    """The config of a way to learn; `start` puts it to work."""

    def start(self, net: SrNet, learning_rate: float, steps: int) -> Learner:
        """A learner that changes `net` in place over `steps` calls of `step`."""
        raise NotImplementedError


Objective.discover(__name__, __path__)
