"""Denoising: what a diffusion network learns."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, Self, cast

import torch
from jaxtyping import Float
from pydantic import Field, model_validator
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..diffusion.samplers import Sampler
from ..diffusion.sampling import Sampling
from ..diffusion.schedules import NoiseSchedule
from ..errors import InputError, OptionError
from ..override import Promoted
from . import Batch, Learner, Monitor, Objective, Stateful, StepSettings
from ._optimizer import ScheduledOptimizer, wrap_net

MAX_REMAINING = 0.3
"""Largest √ᾱ of the last step: the share of the image that is left there is missing where sampling starts."""


class Denoising(Objective):
    """Denoising (diffusion).

    Noise is added to the high-resolution image, and the network learns to predict it, given the low-resolution image
    (SR3: Saharia et al. 2021, algorithm 1). The noise level of each image is drawn between none and that of the
    schedule's last step (Chen et al. 2021, "WaveGrad"), so that sampling may take any number of steps. The model keeps
    an average of the weights over the last steps.
    """

    monitor: ClassVar[Monitor | None] = "loss"
    is_generative: ClassVar = True

    criterion: Annotated[Literal["l1", "l2"], Field(title="Criterion")] = "l1"
    """l1: absolute difference between the noise and the network's prediction of it, as in SR3; l2: squared."""

    schedule: Annotated[NoiseSchedule, Promoted(), Field(title="Noise schedule")] = NoiseSchedule.members[
        "linear"
    ]()
    """How the noise grows over the steps."""

    ema_decay: Annotated[float, Field(title="Decay of the average of weights", ge=0, lt=1)] = 0.9999
    """Share of the average that each step keeps; 0 keeps the last weights. Over the first steps it is less, so that a
    short training is not an average with its own beginning."""

    @model_validator(mode="after")
    def _learnable(self) -> Self:
        left = math.sqrt(self.schedule.alpha_bar()[-1])
        if left > MAX_REMAINING:
            raise OptionError(
                "After all steps of the schedule, x_t still holds {percent:.0f} % of the image, but sampling starts from "
                "noise alone: use more n_timestep, or a larger linear_end.",
                percent=100 * left,
            )
        return self

    def dump(self) -> dict[str, Any]:
        """Return JSON values with the schedule's options beside it, and those of the default schedule in any case.

        Earlier versions wrote them so, and checkpoints are compared with what those wrote.
        """
        usual, chosen = type(self).model_fields["schedule"].default.dump(), self.schedule.dump()
        return {**super().dump(), **usual, **chosen, "id": self.id, "schedule": chosen["id"]}

    @property
    def sampling(self) -> Sampling:
        return Sampling(noise_schedule=self.schedule, sampler=Sampler.members["dpm_solver"]())

    @property
    def ema(self) -> float:
        return self.ema_decay

    def build_learner(
        self, net: SrNet | DiffusionNet, settings: StepSettings, bands: Sequence[str]
    ) -> Learner:
        if isinstance(net, SrNet):
            raise InputError(
                "{network} gives its result at once and has no noise to tell: set OBJECTIVE to pixel, or BACKBONE to "
                "sr3.",
                network=net.backbone.id,
            )
        return _DenoisingLearner(self, net, settings)

    def distance(
        self, predicted: Float[Tensor, "b c H W"], eps: Float[Tensor, "b c H W"]
    ) -> Float[Tensor, "b c H W"]:
        """Return the loss of each value, before the mean."""
        return (predicted - eps).abs() if self.criterion == "l1" else (predicted - eps).square()


class _DenoisingLearner(Learner):
    net: DiffusionNet

    def __init__(self, config: Denoising, net: DiffusionNet, settings: StepSettings) -> None:
        self.config, self.net, self.random = config, net, _RandomNumbers()
        self.fabric, self.answer = settings.fabric, wrap_net(net, settings.fabric)
        self.optimizer = ScheduledOptimizer(net.parameters(), settings)
        levels = torch.from_numpy(config.schedule.alpha_bar()).sqrt()
        self.levels = torch.cat((torch.ones(1), levels)).float().to(net.device)
        """√ᾱ of every step, preceded by 1 (no noise)."""

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
            level = self._draw_levels(count, random)[own]
            eps = torch.randn((count, *x_0.shape[1:]), generator=random, device=self.net.device)[own]
            share = level[:, None, None, None]
            x_t = share * x_0 + (1 - share.square()).sqrt() * eps
        each = self.config.distance(net(x_t, condition, level), eps)
        return (each * batch.valid).sum() / batch.valid.sum().clamp(min=1)

    def _total(self, value: Tensor) -> Tensor:
        """Return the sum over the processes."""
        return cast(Tensor, self.fabric.all_reduce(value, reduce_op="sum")) if self.fabric else value

    def _draw_levels(self, count: int, random: torch.Generator) -> Float[Tensor, " b"]:
        """Return √ᾱ for each image: uniform over the steps and within a step, spread evenly over the batch."""
        share = torch.rand(count, generator=random, device=self.net.device)
        place = (torch.arange(count, device=self.net.device) + share) / count * (len(self.levels) - 1)
        step = place.long().clamp(max=len(self.levels) - 2)
        return torch.lerp(self.levels[step], self.levels[step + 1], place - step)


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
