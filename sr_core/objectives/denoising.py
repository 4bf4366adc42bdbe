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
from ..errors import BadInput, OptionError
from ..override import Promoted
from . import Batch, Learner, Monitor, Objective, Part, Plan
from ._optimizer import ScheduledOptimizer, answering

REMAINS = 0.3
"""√ᾱ of the last step at most: what remains of the image there is missing where sampling starts."""


class Denoising(Objective):
    """Denoising (diffusion).

    Noise is added to the truth, and the network learns to tell it from what the low-resolution image says (SR3: Saharia
    et al. 2021, algorithm 1). How much noise is drawn for each image alone, at any level between none and that of the
    schedule's last step (Chen et al. 2021, "WaveGrad"), so that sampling may take any steps. An average of the weights
    over the last steps is what is kept.
    """

    monitor: ClassVar[Monitor | None] = "loss"
    invents: ClassVar = True

    criterion: Annotated[Literal["l1", "l2"], Field(title="Criterion")] = "l1"
    """l1: absolute difference between the noise and what the network takes for it, as in SR3; l2: squared."""

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
        if left > REMAINS:
            raise OptionError(
                "After all steps of the schedule, x_t still holds {percent:.0f} % of the image, but sampling starts from "
                "noise alone: use more n_timestep, or a larger linear_end.",
                percent=100 * left,
            )
        return self

    def dump(self) -> dict[str, Any]:
        """Return JSON values with the schedule's options beside it, and those of the default schedule whichever it is.

        So they were written before schedules had options of their own: checkpoints of then can still be compared.
        """
        usual, chosen = type(self).model_fields["schedule"].default.dump(), self.schedule.dump()
        return {**super().dump(), **usual, **chosen, "id": self.id, "schedule": chosen["id"]}

    @property
    def sampling(self) -> Sampling:
        return Sampling(noise_schedule=self.schedule, sampler=Sampler.members["dpm_solver"]())

    @property
    def ema(self) -> float:
        return self.ema_decay

    def learner(self, net: SrNet | DiffusionNet, plan: Plan, bands: Sequence[str]) -> Learner:
        if isinstance(net, SrNet):
            raise BadInput(
                "{network} gives its result at once and has no noise to tell: set OBJECTIVE to pixel, or BACKBONE to "
                "sr3.",
                network=net.backbone.id,
            )
        return _DenoisingLearner(self, net, plan)

    def distance(
        self, found: Float[Tensor, "b c H W"], eps: Float[Tensor, "b c H W"]
    ) -> Float[Tensor, "b c H W"]:
        """Of each value."""
        return (found - eps).abs() if self.criterion == "l1" else (found - eps).square()


class _DenoisingLearner(Learner):
    def __init__(self, config: Denoising, net: DiffusionNet, plan: Plan) -> None:
        self.config, self.net, self.chance = config, net, _Chance()
        self.fabric, self.answer = plan.fabric, answering(net, plan.fabric)
        self.descent = ScheduledOptimizer(net.parameters(), plan)
        levels = torch.from_numpy(config.schedule.alpha_bar()).sqrt()
        self.levels = torch.cat((torch.ones(1), levels)).float().to(net.device)
        """√ᾱ of every step, from that of no noise."""

    def parts(self) -> Mapping[str, Part]:
        return {"descent": self.descent, "chance": self.chance}

    def step(self, batch: Batch) -> dict[str, Tensor]:
        random = self.chance.at(self.descent.steps, self.net.device)
        loss = self._missed(self.answer, batch, random)
        self.descent.step(loss, batch.weight)
        return {"loss": loss.detach()}

    def loss(self, batch: Batch, number: int = 0) -> Float[Tensor, ""]:
        return self._missed(self.net, batch, torch.Generator(self.net.device).manual_seed(number))

    def _missed(self, net: DiffusionNet, batch: Batch, random: torch.Generator) -> Float[Tensor, ""]:
        """The mean loss over valid pixels, at levels and with noise by chance."""
        with torch.no_grad():
            condition = self.net.condition(batch.lr)
            self.net.calibrate(batch.hr, condition, batch.valid, self._total)
            # In a gap the truth is what the low resolution says: noise there is as well told from it.
            x_0 = torch.where(batch.valid, self.net.x_0(batch.hr, condition), 0)
            # The whole batch's, so that it does not matter over how many processes it is spread.
            count, own = batch.total or len(x_0), slice(batch.first, batch.first + len(x_0))
            level = self._drawn(count, random)[own]
            eps = torch.randn((count, *x_0.shape[1:]), generator=random, device=self.net.device)[own]
            share = level[:, None, None, None]
            x_t = share * x_0 + (1 - share.square()).sqrt() * eps
        each = self.config.distance(net(x_t, condition, level), eps)
        return (each * batch.valid).sum() / batch.valid.sum().clamp(min=1)

    def _total(self, value: Tensor) -> Tensor:
        """Sum over the processes."""
        return cast(Tensor, self.fabric.all_reduce(value, reduce_op="sum")) if self.fabric else value

    def _drawn(self, count: int, random: torch.Generator) -> Float[Tensor, " b"]:
        """√ᾱ for each image: uniform over the steps and within a step, spread evenly over the batch."""
        share = torch.rand(count, generator=random, device=self.net.device)
        place = (torch.arange(count, device=self.net.device) + share) / count * (len(self.levels) - 1)
        step = place.long().clamp(max=len(self.levels) - 2)
        return torch.lerp(self.levels[step], self.levels[step + 1], place - step)


class _Chance:
    """Where a step's random numbers come from: the same at the same step, also for a run that is continued."""

    def __init__(self) -> None:
        self.seed = int(torch.randint(2**48, ()))

    def at(self, step: int, device: torch.device) -> torch.Generator:
        """The generator for a step."""
        return torch.Generator(device).manual_seed(self.seed + step)

    def state_dict(self) -> dict[str, Any]:
        return {"seed": self.seed}

    def load_state_dict(self, state_dict: Mapping[str, Any], /) -> None:
        self.seed = int(state_dict["seed"])
