"""An exponential moving average (EMA) of the weights, kept instead of the last ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ._learner import Batch, Learner, Stateful


class EmaLearner(Learner):
    """A learner whose weights worth keeping are an average: each step moves it by 1 − decay of the way to the net's.

    After n steps the decay is at most n / (n + 10), so that the average of a short training does not hold on to its
    beginning.
    """

    def __init__(self, learner: Learner, net: SrNet | DiffusionNet, decay: float) -> None:
        self.learner, self.net, self.decay = learner, net, decay
        self.optimizer, self.average = learner.optimizer, self._own_weights()

    def step(self, batch: Batch) -> dict[str, Tensor]:
        losses = self.learner.step(batch)
        decay = min(self.decay, self.optimizer.steps / (self.optimizer.steps + 10))
        with torch.no_grad():
            for name, value in self.net.body.state_dict().items():
                if value.is_floating_point():
                    self.average[name].lerp_(value, 1 - decay)
                else:
                    self.average[name].copy_(value)
        return losses

    def loss(self, batch: Batch, number: int = 0) -> Tensor:
        return self.learner.loss(batch, number)

    def stateful(self) -> Mapping[str, Stateful]:
        return {**self.learner.stateful(), "average": self}

    @contextmanager
    def ema_weights(self) -> Iterator[None]:
        own = self._own_weights()
        self.net.body.load_state_dict(self.average)
        try:
            yield
        finally:
            self.net.body.load_state_dict(own)

    def state_dict(self) -> dict[str, Any]:
        """Return the average."""
        return dict(self.average)

    def load_state_dict(self, state_dict: Mapping[str, Any], /) -> None:
        """Continue from another's average."""
        for name, value in self.average.items():
            value.copy_(state_dict[name])

    def _own_weights(self) -> dict[str, Tensor]:
        return {name: value.detach().clone() for name, value in self.net.body.state_dict().items()}
