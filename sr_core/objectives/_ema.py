"""A running average of the weights (EMA), which is kept in place of the last ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ._learner import Batch, Learner, Part


class EmaLearner(Learner):
    """A learner whose best weights are the average of those it went through.

    Over the first steps the average forgets faster, so that a short training is not an average with its own beginning.
    """

    def __init__(self, learner: Learner, net: SrNet | DiffusionNet, decay: float) -> None:
        self.learner, self.average = learner, _Average(net, decay)
        self.descent = learner.descent

    def step(self, batch: Batch) -> dict[str, Tensor]:
        losses = self.learner.step(batch)
        self.average.follow(self.descent.steps)
        return losses

    def loss(self, batch: Batch, number: int = 0) -> Tensor:
        return self.learner.loss(batch, number)

    def parts(self) -> Mapping[str, Part]:
        return {**self.learner.parts(), "average": self.average}

    @contextmanager
    def ema_weights(self) -> Iterator[None]:
        with self.average.in_place():
            yield


class _Average:
    """The average of a net's weights: each step moves it by 1 − decay of the way to them."""

    def __init__(self, net: SrNet | DiffusionNet, decay: float) -> None:
        self.net, self.decay = net, decay
        self.weights = _copied(net)

    def follow(self, steps: int) -> None:
        """After a step, of which there have been `steps`."""
        decay = min(self.decay, steps / (steps + 10))
        with torch.no_grad():
            for name, value in self.net.body.state_dict().items():
                if value.is_floating_point():
                    self.weights[name].lerp_(value, 1 - decay)
                else:
                    self.weights[name].copy_(value)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Meanwhile the net has these weights."""
        own = _copied(self.net)
        self.net.body.load_state_dict(self.weights)
        try:
            yield
        finally:
            self.net.body.load_state_dict(own)

    def state_dict(self) -> dict[str, Any]:
        return dict(self.weights)

    def load_state_dict(self, state_dict: Mapping[str, Any], /) -> None:
        for name, value in self.weights.items():
            value.copy_(state_dict[name])


def _copied(net: SrNet | DiffusionNet) -> dict[str, Tensor]:
    return {name: value.detach().clone() for name, value in net.body.state_dict().items()}
