"""What the objectives of diffusion networks share: noise of random levels is added, and something is told of it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, cast

import torch
from jaxtyping import Float
from pydantic import Field
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..errors import InputError
from . import Batch, Learner, Monitor, Objective, Stateful, StepSettings
from ._scheduled_optimizer import ScheduledOptimizer, wrap_net


class DiffusionObjective(Objective):
    """The config of what a diffusion network learns to tell of noisy images."""

    monitor: ClassVar[Monitor | None] = "loss"
    is_generative: ClassVar = True

    criterion: Literal["l1", "l2"]
    """How far the prediction is from what is to be told: l1 by its absolute, l2 by its squared difference."""

    ema_decay: Annotated[float, Field(title="Decay of the average of weights", ge=0, lt=1)] = 0.9999
    """Share of the average that each step keeps; 0 keeps the last weights. Over the first steps it is less, so that a
    short training is not an average with its own beginning."""

    @property
    def ema(self) -> float:
        return self.ema_decay

    def build_learner(
        self, net: SrNet | DiffusionNet, settings: StepSettings, bands: Sequence[str]
    ) -> Learner:
        if isinstance(net, SrNet):
            raise InputError(
                "{network} is not a diffusion network: set OBJECTIVE to pixel, or BACKBONE to sr3.",
                network=net.backbone.id,
            )
        return self.build_diffusion_learner(net, settings)

    @abstractmethod
    def build_diffusion_learner(self, net: DiffusionNet, settings: StepSettings) -> DiffusionLearner:
        """Return the learner that trains `net`."""
        raise NotImplementedError

    def distance(
        self, predicted: Float[Tensor, "b c H W"], target: Float[Tensor, "b c H W"]
    ) -> Float[Tensor, "b c H W"]:
        """Return the loss of each value, before the mean."""
        return (predicted - target).abs() if self.criterion == "l1" else (predicted - target).square()


class NoisyImage(NamedTuple):
    """What a diffusion network is shown, and what it is to tell of it."""

    x_t: Float[Tensor, "b c H W"]
    target: Float[Tensor, "b c H W"]


class DiffusionLearner(Learner):
    """Trains a diffusion network."""

    net: DiffusionNet

    def __init__(self, config: DiffusionObjective, net: DiffusionNet, settings: StepSettings) -> None:
        self.config, self.net, self.random = config, net, _RandomNumbers()
        self.fabric, self.answer = settings.fabric, wrap_net(net, settings.fabric)
        self.optimizer = ScheduledOptimizer(net.parameters(), settings)

    @abstractmethod
    def levels(self, places: Float[Tensor, " b"]) -> Float[Tensor, " b"]:
        """Return the level of each image from its place in [0, 1), which is uniform over a training.

        A level is what the network is told with x_t, see `SamplerStep.level`.
        """

    @abstractmethod
    def add_noise(
        self, x_0: Float[Tensor, "b c H W"], eps: Float[Tensor, "b c H W"], level: Float[Tensor, "b 1 1 1"]
    ) -> NoisyImage:
        """Return x_t, which x_0 and noise make at a level, and what the network is to tell of it."""

    def stateful(self) -> Mapping[str, Stateful]:
        return {"descent": self.optimizer, "chance": self.random}  # names in checkpoints

    def step(self, batch: Batch) -> dict[str, Tensor]:
        random = self.random.generator(self.optimizer.steps, self.net.device)
        loss = self._loss(self.answer, batch, random)
        self.optimizer.step(loss, batch.weight)
        return {"loss": loss.detach()}

    def loss(self, batch: Batch, number: int = 0) -> Float[Tensor, ""]:
        return self._loss(self.net, batch, torch.Generator(self.net.device).manual_seed(number))

    def _loss(self, net: DiffusionNet, batch: Batch, random: torch.Generator) -> Float[Tensor, ""]:
        """Return the mean loss over valid pixels, at random levels and with random noise."""
        with torch.no_grad():
            condition = self.net.condition(batch.lr)
            self.net.calibrate(batch.hr, condition, batch.valid, self._total)
            # A gap is filled with the low-resolution image, from which noise is predicted as elsewhere.
            x_0 = torch.where(batch.valid, self.net.x_0(batch.hr, condition), 0)
            # Drawn for the whole batch, so that the number of processes does not matter.
            count, own = batch.total or len(x_0), slice(batch.first, batch.first + len(x_0))
            level = self.levels(self._draw_places(count, random))[own]
            eps = torch.randn((count, *x_0.shape[1:]), generator=random, device=self.net.device)[own]
            x_t, target = self.add_noise(x_0, eps, level[:, None, None, None])
        each = self.config.distance(net(x_t, condition, level), target)
        return (each * batch.valid).sum() / batch.valid.sum().clamp(min=1)

    def _total(self, value: Tensor) -> Tensor:
        """Return the sum over the processes."""
        return cast(Tensor, self.fabric.all_reduce(value, reduce_op="sum")) if self.fabric else value

    def _draw_places(self, count: int, random: torch.Generator) -> Float[Tensor, " b"]:
        """Return a place in [0, 1) for each image, spread evenly over the batch."""
        share = torch.rand(count, generator=random, device=self.net.device)
        return (torch.arange(count, device=self.net.device) + share) / count


class _RandomNumbers:
    """The random numbers of each step: the same for the same step, also in a run that is continued."""

    def __init__(self) -> None:
        self.seed = int(torch.randint(2**48, ()))

    def generator(self, step: int, device: torch.device) -> torch.Generator:
        """Return the generator of a step."""
        return torch.Generator(device).manual_seed(self.seed + step)

    def state_dict(self) -> dict[str, Any]:
        return {"seed": self.seed}

    def load_state_dict(self, state_dict: Mapping[str, Any], /) -> None:
        self.seed = int(state_dict["seed"])
