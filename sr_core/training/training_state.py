"""The state of a training: everything that changes from step to step."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from ..backbones import DiffusionNet, SrNet
from ..errors import InputError
from ..objectives import Batch, Learner, Monitor
from ..schema import Config
from .autotune import TunedSettings
from .random_seed import seeded
from .time_budget import TimeBudget


class Epoch(Config):
    """The figures of one epoch; checkpoints hold them."""

    losses: dict[str, float]
    """Means of the objective's losses, by name, over the steps that had them; the first is the one that was lowered."""
    psnr: float
    """PSNR of the validation tiles, in dB."""
    ssim: float | None
    """SSIM of the validation tiles; None where no tile has a window without gaps."""
    val_loss: float
    """Loss of the validation tiles."""
    learning_rate: float
    """Learning rate at the end of the epoch."""
    seconds: float | None = None
    """Seconds from the beginning of the training to the end of the epoch; None where epochs are counted."""
    validation_seconds: float | None = None
    """Seconds that measuring these figures took; None where epochs are counted."""

    def figure(self, monitor: Monitor) -> float:
        """Return the figure by which epochs are compared, with its sign such that a larger one is better.

        Raises:
            InputError: The epoch has no such figure.
        """
        figure = {"psnr": self.psnr, "ssim": self.ssim, "loss": -self.val_loss}[monitor]
        if figure is None:
            raise InputError("The validation tiles have too many gaps for SSIM: set MONITOR to psnr or loss.")
        return figure

    @property
    def loss(self) -> float:
        """Mean of the loss that was lowered."""
        return next(iter(self.losses.values()))


@dataclass
class RunningMeans:
    """Means of losses by name, over the steps that had them; the sums stay on the device, which need not be waited for."""

    totals: dict[str, Tensor] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, losses: Mapping[str, Tensor]) -> None:
        """Add the losses of one step."""
        for name, loss in losses.items():
            self.totals[name] = self.totals[name] + loss if name in self.totals else loss
        self.counts.update(losses.keys())

    def means(self) -> dict[str, float]:
        """Return the means; waits for the device."""
        return {name: float(total) / self.counts[name] for name, total in self.totals.items()}

    def finite(self) -> bool:
        """Return whether all means are finite; waits for the device."""
        return all(map(math.isfinite, self.means().values()))


@dataclass
class TrainingState:
    """A training in progress.

    Its random numbers are those of `seed`, the epoch and the step, so that they have no state; `state` and `load_state`
    carry everything else to another process.
    """

    net: SrNet | DiffusionNet
    learner: Learner
    seed: int
    tuned: TunedSettings
    budget: TimeBudget | None = None
    """Time of the training; None where epochs are counted."""
    bicubic: float = math.nan
    """PSNR of bicubic resampling on the validation tiles, in dB."""
    step: int = 0
    """Steps made of the current epoch."""
    losses: RunningMeans = field(default_factory=RunningMeans)
    """Mean losses of the current epoch's steps."""
    history: list[Epoch] = field(default_factory=list)
    """The complete epochs."""
    best: int = 0
    """Index of the best epoch."""
    weights: dict[str, Tensor] = field(default_factory=dict)
    """The net's weights after the best epoch; empty before the first epoch is complete."""
    earlier_seconds: float = 0.0
    """Seconds that the training took in earlier runs."""
    between_steps: bool = True
    """Whether the state can be saved: during a step, its parts do not belong together."""
    _since: float = field(default_factory=time.monotonic)

    @property
    def epoch(self) -> int:
        """Index of the current epoch: the number of complete epochs."""
        return len(self.history)

    @property
    def seconds(self) -> float:
        """Seconds that the training has taken, in earlier runs and this one."""
        return self.earlier_seconds + time.monotonic() - self._since

    @property
    def is_time_up(self) -> bool:
        """Whether a time decides how long the training is, and nothing but a validation has time left."""
        return self.budget is not None and self.budget.is_used_up

    def is_over(self, epochs: int) -> bool:
        """Return whether the training is as long as it was to be: a time, or else a number of epochs."""
        if not self.budget:
            return self.epoch >= epochs
        return (
            self.is_time_up and bool(self.history) and not self.step
        )  # what was learnt last is validated too

    def ends_epoch(self, steps: int) -> bool:
        """Return whether the current epoch's steps are made: so many, or fewer where the time is up."""
        return self.step >= steps or (self.step > 0 and self.is_time_up)

    def start_clock(self) -> None:
        """Let the time of this run begin now."""
        self._since = time.monotonic()

    def learn(self, batch: Batch) -> None:
        """Make a step."""
        self.between_steps = False
        with self._dropout_rng(batch.first):
            losses = self.learner.step(batch)
        if batch.weight is not None:
            losses = {name: loss * batch.weight for name, loss in losses.items()}
        self.losses.add(losses)
        self.step += 1
        self.between_steps = True

    def is_finite(self) -> bool:
        """Return whether losses and weights are finite; waits for the device."""
        return self.losses.finite() and all(
            bool(value.isfinite().all()) for value in self.net.body.state_dict().values()
        )

    def is_stale(self, patience: int | None) -> bool:
        """Return whether the best epoch is `patience` epochs ago."""
        return patience is not None and bool(self.history) and self.epoch - 1 - self.best >= patience

    def complete_epoch(self, epoch: Epoch, monitor: Monitor | None) -> None:
        """End the current epoch, and keep the net's present weights if none is better by `monitor` (None: always)."""
        best = self.history[self.best] if self.history else None
        if monitor is None or best is None or epoch.figure(monitor) >= best.figure(monitor):
            self.best, self.weights = self.epoch, _copy(self.net.body.state_dict(), self.net.device)
        self.history.append(epoch)
        self.step, self.losses = 0, RunningMeans()

    def _dropout_rng(self, first: int) -> AbstractContextManager[None]:
        """Within this context torch's random numbers, which dropout draws, are those of the step and its `first` patch."""
        if not any(isinstance(part, nn.Dropout) and part.p for part in self.net.modules()):
            return nullcontext()
        return seeded(hash((self.seed, self.epoch, self.step, first)), self.net.device)

    def state(self) -> dict[str, Any]:
        """Return the state for a checkpoint; its keys are a file format.

        Returns:
            Dicts, lists, numbers and tensors. The tensors are the training's own: write or copy them before the next step.
        """
        return {
            "net": dict(self.net.body.state_dict()),
            "learner": self.learner.state(),
            "step": self.step,
            "losses": {"totals": dict(self.losses.totals), "counts": dict(self.losses.counts)},
            "history": [epoch.model_dump() for epoch in self.history],
            "best": self.best,
            "weights": dict(self.weights),
            "seconds": self.seconds,
            "found": self.tuned.model_dump(mode="json"),
        }

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Continue from the `state()` of another training of an equal net, objective and seed."""
        device = self.net.device
        self.net.body.load_state_dict(state["net"])
        self.earlier_seconds = state["seconds"]
        if self.budget:  # before the schedule asks it
            self.budget.used = self.earlier_seconds
        self.learner.load_state(state["learner"])
        self.step, self.best = state["step"], state["best"]
        self.losses = RunningMeans(
            _copy(state["losses"]["totals"], device), Counter(state["losses"]["counts"])
        )
        self.history = [Epoch.model_validate(epoch) for epoch in state["history"]]
        self.weights = _copy(state["weights"], device)
        if self.budget and self.history and self.history[-1].validation_seconds:
            self.budget.validation = self.history[-1].validation_seconds
        self.start_clock()


def _copy(tensors: Mapping[str, Tensor], device: torch.device) -> dict[str, Tensor]:
    return {name: value.to(device, copy=True) for name, value in tensors.items()}
