"""Flow: a diffusion network learns the velocity of the straight way from noise to an image."""

from __future__ import annotations

from typing import Annotated, Literal

from jaxtyping import Float
from pydantic import Field
from torch import Tensor

from ..backbones import DiffusionNet
from ..diffusion.samplers import Sampler
from ..diffusion.sampling_configs import Sampling
from . import StepSettings
from ._diffusion import DiffusionLearner, DiffusionObjective, NoisyImage


class Flow(DiffusionObjective):
    """Flow matching (few steps).

    The high-resolution image is mixed with noise, x_t = (1 − t) · noise + t · image, and the network learns to predict
    the velocity, image − noise, given the low-resolution image (Lipman et al. 2023, "Flow Matching for Generative
    Modeling", with σ_min = 0; Liu et al. 2023, "Flow Straight and Fast"). Results take few steps: one gives about what
    the pixel objective would, more a sharper one of the possible results. t is drawn evenly between 0 and 1. The model
    keeps an average of the weights over the last steps.
    """

    criterion: Annotated[Literal["l1", "l2"], Field(title="Criterion")] = "l2"
    """l2: squared difference between the velocity and the network's prediction of it, as in the papers; l1: absolute."""

    @property
    def sampling(self) -> Sampling:
        return Sampling.members["flow"].build({"sampler": Sampler.members["euler"]()})

    def build_diffusion_learner(self, net: DiffusionNet, settings: StepSettings) -> DiffusionLearner:
        return _FlowLearner(self, net, settings)


class _FlowLearner(DiffusionLearner):
    def levels(self, places: Float[Tensor, " b"]) -> Float[Tensor, " b"]:
        """Return t, the share of the image in x_t."""
        return places

    def add_noise(
        self, x_0: Float[Tensor, "b c H W"], eps: Float[Tensor, "b c H W"], level: Float[Tensor, "b 1 1 1"]
    ) -> NoisyImage:
        return NoisyImage((1 - level) * eps + level * x_0, target=x_0 - eps)
