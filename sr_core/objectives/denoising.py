"""Denoising: what a diffusion network learns."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from typing import Annotated, Any, ClassVar, Literal, Self

import torch
from jaxtyping import Float
from pydantic import Field, model_validator
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..diffusion.samplers import Sampler
from ..diffusion.sampling import Sampling
from ..diffusion.schedules import NoiseSchedule
from ..errors import BadInput, Misfit
from ..schema import MemberOf
from . import Batch, Learner, Objective, Part
from ._descent import Descent, warm_cosine

REMAINS = 0.3
"""√ᾱ of the last step at most: what remains of the image there is missing where sampling starts."""


class Denoising(Objective):
    """Denoising (diffusion)

    Noise is added to the truth, and the network learns to tell it from what the low-resolution image says (SR3: Saharia
    et al. 2021, algorithm 1). How much noise is drawn for each image alone, at any level between none and that of the
    schedule's last step (Chen et al. 2021, "WaveGrad"), so that sampling may take any steps. An average of the weights
    over the last steps is what is kept.
    """

    aims_at_psnr: ClassVar = False
    invents: ClassVar = True

    criterion: Annotated[Literal["l1", "l2"], Field(title="Criterion")] = "l1"
    """l1: absolute difference between the noise and what the network takes for it, as in SR3; l2: squared."""

    schedule: Annotated[str, MemberOf(NoiseSchedule), Field(title="Noise schedule")] = "linear"
    """How the noise grows over the steps."""

    n_timestep: Annotated[int, Field(title="Steps of the schedule (T)", ge=1, le=10_000)] = 1500
    """Over how many steps. Sampling may take fewer."""

    linear_start: Annotated[float, Field(title="First beta", gt=0, lt=1)] = 1e-5
    """Variance of the noise that the first step adds; for the schedules linear, warmup10 and warmup50."""

    linear_end: Annotated[float, Field(title="Last beta", gt=0, lt=1)] = 1e-2
    """Variance of the noise that the last step adds; for these and const."""

    ema_decay: Annotated[float, Field(title="Decay of the average of weights", ge=0, lt=1)] = 0.9999
    """Share of the average that each step keeps; 0 keeps the last weights. Over the first steps it is less, so that a
    short training is not an average with its own beginning."""

    warm_up: Annotated[float, Field(title="Warm-up", ge=0, le=0.5)] = 0.02
    """Share of all steps over which the learning rate rises to its full size."""

    @model_validator(mode="after")
    def _learnable(self) -> Self:
        left = math.sqrt(self.noise_schedule.alpha_bar()[-1])
        if left > REMAINS:
            raise Misfit(
                "After all steps of the schedule, x_t still holds {percent:.0f} % of the image, but sampling starts from "
                "noise alone: use more n_timestep, or a larger linear_end.",
                percent=100 * left,
            )
        return self

    @property
    def noise_schedule(self) -> NoiseSchedule:
        """The one that the options describe."""
        member = NoiseSchedule.members[self.schedule]
        return member.build({name: getattr(self, name) for name in member.model_fields})

    @property
    def sampling(self) -> Sampling:
        return Sampling(noise_schedule=self.noise_schedule, sampler=Sampler.members["dpm_solver"]())

    def start(
        self, net: SrNet | DiffusionNet, learning_rate: float, steps: int, bands: Sequence[str] = ()
    ) -> Learner:
        if isinstance(net, SrNet):
            raise BadInput(
                "{network} gives its result at once and has no noise to tell: set OBJECTIVE to pixel, or BACKBONE to "
                "sr3.",
                network=net.backbone.id,
            )
        return _Learner(self, net, learning_rate, steps)

    def distance(
        self, found: Float[Tensor, "b c H W"], eps: Float[Tensor, "b c H W"]
    ) -> Float[Tensor, "b c H W"]:
        """Of each value."""
        return (found - eps).abs() if self.criterion == "l1" else (found - eps).square()


class _Learner(Learner):
    def __init__(self, config: Denoising, net: DiffusionNet, learning_rate: float, steps: int) -> None:
        self.config, self.net = config, net
        self.descent = Descent(
            net.parameters(), learning_rate, lambda step: warm_cosine(step, steps, config.warm_up)
        )
        self.average, self.chance = _Average(net, config.ema_decay), _Chance()
        levels = torch.from_numpy(config.noise_schedule.alpha_bar()).sqrt()
        self.levels = torch.cat((torch.ones(1), levels)).float().to(net.device)
        """√ᾱ of every step, from that of no noise."""

    def parts(self) -> Mapping[str, Part]:
        return {"descent": self.descent, "average": self.average, "chance": self.chance}

    def step(self, batch: Batch) -> dict[str, Tensor]:
        with torch.no_grad():
            condition = self.net.condition(batch.lr)
            self.net.calibrate(batch.hr, condition, batch.valid)
            # In a gap the truth is what the low resolution says: noise there is as well told from it.
            x_0 = torch.where(batch.valid, self.net.x_0(batch.hr, condition), 0)
            random = self.chance.at(self.descent.steps, self.net.device)
            level = self._drawn(len(x_0), random)
            eps = torch.empty_like(x_0).normal_(generator=random)
            share = level[:, None, None, None]
            x_t = share * x_0 + (1 - share.square()).sqrt() * eps
        each = self.config.distance(self.net(x_t, condition, level), eps)
        loss = (each * batch.valid).sum() / batch.valid.sum().clamp(min=1)
        self.descent.step(loss)
        self.average.follow(self.descent.steps)
        return {"loss": loss.detach()}

    def _drawn(self, count: int, random: torch.Generator) -> Float[Tensor, " b"]:
        """√ᾱ for each image: uniform over the steps and within a step, spread evenly over the batch."""
        share = torch.rand(count, generator=random, device=self.net.device)
        place = (torch.arange(count, device=self.net.device) + share) / count * (len(self.levels) - 1)
        step = place.long().clamp(max=len(self.levels) - 2)
        return torch.lerp(self.levels[step], self.levels[step + 1], place - step)

    @contextmanager
    def at_its_best(self) -> Iterator[None]:
        with self.average.in_place():
            yield


class _Average:
    """The average of a net's weights over its steps, the later ones weighing more (EMA)."""

    def __init__(self, net: DiffusionNet, decay: float) -> None:
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
        self.weights = deepcopy(dict(state_dict))


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


def _copied(net: DiffusionNet) -> dict[str, Tensor]:
    return {name: value.detach().clone() for name, value in net.body.state_dict().items()}
