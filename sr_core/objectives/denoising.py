"""Denoising: a diffusion network learns to tell noise."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal, Self

import torch
from jaxtyping import Float
from pydantic import Field, model_validator
from torch import Tensor

from ..backbones import DiffusionNet
from ..diffusion.samplers import Sampler
from ..diffusion.sampling_configs import Sampling
from ..diffusion.schedules import NoiseSchedule
from ..errors import OptionError
from ..partial_override import Promoted
from . import StepSettings
from ._diffusion import DiffusionLearner, DiffusionObjective, NoisyImage

MAX_REMAINING = 0.3
"""Largest √ᾱ of the last step: the share of the image that is left there is missing where sampling starts."""


class Denoising(DiffusionObjective):
    """Denoising (diffusion).

    Noise is added to the high-resolution image, and the network learns to predict it, given the low-resolution image
    (SR3: Saharia et al. 2021, algorithm 1). The noise level of each image is drawn between none and that of the
    schedule's last step (Chen et al. 2021, "WaveGrad"), so that sampling may take any number of steps. The model keeps
    an average of the weights over the last steps.
    """

    criterion: Annotated[Literal["l1", "l2"], Field(title="Criterion")] = "l1"
    """l1: absolute difference between the noise and the network's prediction of it, as in SR3; l2: squared."""

    schedule: Annotated[NoiseSchedule, Promoted(), Field(title="Noise schedule")] = NoiseSchedule.members[
        "linear"
    ]()
    """How the noise grows over the steps."""

    @model_validator(mode="after")
    def _learnable(self) -> Self:
        left = math.sqrt(self.schedule.alpha_bar()[-1])
        if left > MAX_REMAINING:
            raise OptionError(
                "After all steps of the schedule, x_t still holds {percent:.0f} % of the image, but sampling "
                "starts from noise alone: increase n_timestep or linear_end.",
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
        values = {"noise_schedule": self.schedule, "sampler": Sampler.members["dpm_solver"]()}
        return Sampling.members["denoising"].build(values)

    def build_diffusion_learner(self, net: DiffusionNet, settings: StepSettings) -> DiffusionLearner:
        return _DenoisingLearner(self, net, settings)


class _DenoisingLearner(DiffusionLearner):
    def __init__(self, config: Denoising, net: DiffusionNet, settings: StepSettings) -> None:
        super().__init__(config, net, settings)
        levels = torch.from_numpy(config.schedule.alpha_bar()).sqrt()
        self.trained = torch.cat((torch.ones(1), levels)).float().to(net.device)
        """√ᾱ of every step, preceded by 1 (no noise)."""

    def levels(self, places: Float[Tensor, " b"]) -> Float[Tensor, " b"]:
        """Return √ᾱ for each image: uniform over the steps and within a step."""
        place = places * (len(self.trained) - 1)
        step = place.long().clamp(max=len(self.trained) - 2)
        return torch.lerp(self.trained[step], self.trained[step + 1], place - step)

    def add_noise(
        self, x_0: Float[Tensor, "b c H W"], eps: Float[Tensor, "b c H W"], level: Float[Tensor, "b 1 1 1"]
    ) -> NoisyImage:
        return NoisyImage(level * x_0 + (1 - level.square()).sqrt() * eps, target=eps)
