"""Where a training stands: all that changes while a net learns, in one place."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from ..backbones import DiffusionNet, SrNet
from ..errors import BadInput
from ..objectives import Batch, Learner, Monitor
from ..schema import Config
from .autotune import TunedSettings


class Epoch(Config):
    """What one epoch came to."""

    losses: dict[str, float]
    """Of the objective, by name; means over the steps that had them. The first is the headline."""
    psnr: float
    """On the watched validation tiles, in dB."""
    ssim: float | None
    """On the same tiles; none where they have no window without gaps."""
    val_loss: float
    """The headline on the same tiles."""
    learning_rate: float
    """At its end."""

    def figure(self, monitor: Monitor) -> float:
        """What it is compared with other epochs by; the larger, the better.

        Raises:
            BadInput: it has no such figure.
        """
        match monitor:
            case "psnr":
                return self.psnr
            case "loss":
                return -self.val_loss
            case "ssim":
                if self.ssim is None:
                    raise BadInput(
                        "The validation tiles have too many gaps for SSIM: set MONITOR to psnr or loss."
                    )
                return self.ssim

    @property
    def loss(self) -> float:
        """The headline."""
        return next(iter(self.losses.values()))


@dataclass
class Means:
    """Means of losses by name, over the steps that had them; sums stay on the device, which need not wait for them."""

    totals: dict[str, Tensor] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, losses: Mapping[str, Tensor]) -> None:
        """Those of one step."""
        for name, loss in losses.items():
            self.totals[name] = self.totals[name] + loss if name in self.totals else loss
        self.counts.update(losses.keys())

    def found(self) -> dict[str, float]:
        """The means."""
        return {name: float(total) / self.counts[name] for name, total in self.totals.items()}

    def finite(self) -> bool:
        """Whether all of them are; waits for the device."""
        return all(map(math.isfinite, self.found().values()))


@dataclass
class TrainingState:
    """A training under way. Its random numbers are those of `seed`, the epoch and the step, so it has no state of
    chance; `state` and `load_state` carry everything else to another process."""

    net: SrNet | DiffusionNet
    learner: Learner
    seed: int
    found: TunedSettings
    """What it goes by."""
    step: int = 0
    """Made of the epoch that is under way, which is `len(history)`."""
    losses: Means = field(default_factory=Means)
    """Over these steps."""
    history: list[Epoch] = field(default_factory=list)
    """The complete epochs."""
    best: int = 0
    """Index of the epoch whose weights are the best."""
    weights: dict[str, Tensor] = field(default_factory=dict)
    """Those weights; none before the first epoch is complete."""
    earlier: float = 0.0
    """Seconds that it took before this process went on with it."""
    sound: bool = True
    """Whether it is between two steps; one that failed in the middle of a step is as it should be at no time."""
    _since: float = field(default_factory=time.monotonic)

    @property
    def epoch(self) -> int:
        """Index of the epoch that is under way: as many are complete."""
        return len(self.history)

    @property
    def seconds(self) -> float:
        """How long it has taken, in all processes."""
        return self.earlier + time.monotonic() - self._since

    def learn(self, batch: Batch) -> None:
        """Make a step."""
        self.sound = False
        with self._chance(batch.first):
            losses = self.learner.step(batch)
        if batch.weight is not None:
            losses = {name: loss * batch.weight for name, loss in losses.items()}
        self.losses.add(losses)
        self.step += 1
        self.sound = True

    def is_finite(self) -> bool:
        """Whether losses and weights are numbers; waits for the device."""
        return self.losses.finite() and all(
            bool(value.isfinite().all()) for value in self.net.body.state_dict().values()
        )

    def is_best(self, epoch: Epoch, monitor: Monitor | None) -> bool:
        """Whether none so far is better by what is monitored; if nothing is, the latest is the best."""
        if monitor is None or not self.history:
            return True
        return epoch.figure(monitor) >= self.history[self.best].figure(monitor)

    def is_stale(self, patience: int | None) -> bool:
        """Whether the best epoch is `patience` epochs ago."""
        return patience is not None and bool(self.history) and self.epoch - 1 - self.best >= patience

    def complete(self, epoch: Epoch, best: bool) -> None:
        """Note that the epoch is at its end, and keep the net's present weights if it is the `best` so far."""
        if best:
            self.best, self.weights = self.epoch, copied(self.net)
        self.history.append(epoch)
        self.step, self.losses = 0, Means()

    def finish(self) -> None:
        """Leave the net with its best weights."""
        self.net.body.load_state_dict(self.weights)

    @contextmanager
    def _chance(self, first: int) -> Iterator[None]:
        """Meanwhile torch's random numbers, of which dropout takes some, are those of the step, and of the patch that comes
        first."""
        if not any(isinstance(part, nn.Dropout) and part.p for part in self.net.modules()):
            yield
            return
        device = self.net.device
        with torch.random.fork_rng(devices=[device] if device.type == "cuda" else []):
            torch.manual_seed(hash((self.seed, self.epoch, self.step, first)))
            yield

    def state(self) -> dict[str, Any]:
        """Dicts, lists, numbers and tensors; the tensors are the course's own, so write or copy them before it goes
        on."""
        return {
            "net": dict(self.net.body.state_dict()),
            "learner": self.learner.state(),
            "step": self.step,
            "losses": {"totals": dict(self.losses.totals), "counts": dict(self.losses.counts)},
            "history": [epoch.model_dump() for epoch in self.history],
            "best": self.best,
            "weights": dict(self.weights),
            "seconds": self.seconds,
            "found": self.found.model_dump(mode="json"),
        }

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go on where another course, of an equal net, objective and seed, was at its `state()`."""
        device = self.net.device
        self.net.body.load_state_dict(state["net"])
        self.learner.load_state(state["learner"])
        self.step, self.best = state["step"], state["best"]
        self.losses = Means(_on(device, state["losses"]["totals"]), Counter(state["losses"]["counts"]))
        self.history = [Epoch.model_validate(epoch) for epoch in state["history"]]
        self.weights = _on(device, state["weights"])
        self.earlier, self._since = state["seconds"], time.monotonic()


@dataclass(frozen=True)
class Fitted:
    """What a training came to; the net itself has been left with its best weights."""

    best: int
    """Index of the epoch they are from: the best by what was monitored, or the last where nothing was."""
    epochs: tuple[Epoch, ...]
    bicubic: float
    """PSNR of bicubic resampling on the watched validation tiles, in dB."""
    found: TunedSettings
    """Batch size and learning rate."""
    seconds: float
    """How long it took, in all processes that had a part in it."""


def copied(net: SrNet | DiffusionNet) -> dict[str, Tensor]:
    """The net's weights as they are now."""
    return {name: value.detach().clone() for name, value in net.body.state_dict().items()}


def _on(device: torch.device, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: value.to(device, copy=True) for name, value in tensors.items()}
