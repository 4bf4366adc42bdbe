"""Adversarial losses: a discriminator learns to tell results from measured images, and the network to deceive it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar, Literal

import torch
from jaxtyping import Float
from pydantic import Field
from torch import Tensor
from torch.nn.functional import softplus

from ..backbones import DiffusionNet, SrNet
from . import Batch, Learner, Monitor, Objective, Stateful, StepSettings
from ._discriminator import Discriminator
from ._scheduled_optimizer import ScheduledOptimizer
from .perceptual import Perceptual, PerceptualLearner
from .pixel import Pixel

WEIGHTS = {"standard": 1e-3, "relativistic": 5e-3}
"""Weight of the adversarial loss: in SRGAN (Ledig et al. 2017, equation 3) and ESRGAN (Wang et al. 2018, section 4.1)."""


class Adversarial(Perceptual):
    """Adversarial loss (SRGAN, ESRGAN).

    Pixel loss, and beside it a discriminator that learns to tell results from measured images while the network
    learns to pass: sharper pictures at a lower PSNR, whose finest detail is likely but not measured. Start it from
    a model that was trained with the pixel loss (PRETRAINED, pixel_only=0). Everything of the perceptual objective
    can be added: ESRGAN is adversary=relativistic, feature_weight=1; SRGAN is feature_weight=0.006,
    feature_criterion=l2, layers=relu5_4, pixel_weight=0.
    """

    is_generative: ClassVar = True

    monitor: ClassVar[Monitor | None] = None

    pixel_weight: Annotated[float, Field(title="Weight of the pixel loss", ge=0)] = 0.01
    """Factor on the pixel loss, ESRGAN's by default; the larger, the closer the result stays to what pixels alone give."""

    feature_weight: Annotated[float, Field(title="Weight of the feature loss", ge=0)] = 0.0
    """Factor on the feature loss; 0 leaves it out."""

    vgg: Annotated[Literal["vgg16", "vgg19"], Field(title="VGG")] = "vgg19"
    """Which of the two networks looks at the images."""

    layers: Annotated[tuple[str, ...], Field(title="VGG's layers", min_length=1)] = ("conv5_4",)
    """Whose features count: conv5_4 is the fourth convolution of the fifth block, relu5_4 the same after its
    activation."""

    layer_weights: Annotated[tuple[float, ...], Field(title="Weights of the layers", min_length=1)] = (1,)
    """Factor on each layer's features, in the order of the layers; Gram matrices get their squares."""

    adversary: Annotated[Literal["standard", "relativistic"], Field(title="Adversary")] = "standard"
    """standard: measured or made (SRGAN, non-saturating); relativistic: more likely measured than the other
    images are on average (ESRGAN)."""

    adversarial_weight: Annotated[float | None, Field(title="Weight of the adversarial loss", ge=0)] = None
    """Factor on the adversarial loss. Blank: 0.001 for standard, 0.005 for relativistic, as in the papers."""

    pixel_only: Annotated[float, Field(title="Pixel loss alone", ge=0, lt=1)] = 0.1
    """Share of all steps, at the beginning, that use the pixel loss alone; 0 after PRETRAINED."""

    discriminator_norm: Annotated[
        Literal["batch", "spectral", "none"], Field(title="Discriminator's normalisation")
    ] = "batch"
    """batch: as in the papers; spectral: limits how steep the discriminator is, so that it does not win for good."""

    discriminator_feats: Annotated[int, Field(title="Discriminator's features", ge=1, le=1024)] = 64
    """Channels of the discriminator's first layer; the others grow with it."""

    r1_weight: Annotated[float, Field(title="R1 gradient penalty", ge=0)] = 0.0
    """Factor on the penalty for a discriminator that is steep at measured images (Mescheder et al. 2018, who use
    10): it keeps training from collapse, best with discriminator_norm=none or spectral. 0: none."""

    def initial_objective(self) -> Objective:
        return Pixel(criterion=self.criterion) if self.pixel_only else self

    def build_learner(
        self, net: SrNet | DiffusionNet, settings: StepSettings, bands: Sequence[str]
    ) -> Learner:
        return AdversarialLearner(self, self.require_regression(net), settings, bands)

    def generator_loss(self, real: Float[Tensor, " b"], fake: Float[Tensor, " b"]) -> Float[Tensor, ""]:
        """Return the loss of the network: −log D(fake), or relativistic (Wang et al. 2018, equation 2).

        −log D(fake) instead of log(1 − D(fake)), so that the gradient does not vanish where the discriminator is sure.

        Args:
            real: The discriminator's logits of measured images.
            fake: Its logits of the network's results.
        """
        if self.adversary == "standard":
            return softplus(-fake).mean()
        return softplus(real - fake.mean()).mean() + softplus(real.mean() - fake).mean()

    def discriminator_loss(self, real: Float[Tensor, " b"], fake: Float[Tensor, " b"]) -> Float[Tensor, ""]:
        """Return the loss of the discriminator: −log D(real) − log(1 − D(fake)), or relativistic (equation 1)."""
        if self.adversary == "standard":
            return softplus(-real).mean() + softplus(fake).mean()
        return softplus(fake.mean() - real).mean() + softplus(fake - real.mean()).mean()


class AdversarialLearner(PerceptualLearner):
    """Trains a regression network and, against it, a discriminator."""

    config: Adversarial

    def __init__(self, config: Adversarial, net: SrNet, settings: StepSettings, bands: Sequence[str]) -> None:
        super().__init__(config, net, settings, bands)
        self.first_adversarial_step = min(round(config.pixel_only * settings.steps), settings.steps - 1)
        weight = config.adversarial_weight
        self.weight = WEIGHTS[config.adversary] if weight is None else weight
        self.discriminator = Discriminator(net.bands, config.discriminator_feats, config.discriminator_norm)
        self.discriminator.to(net.mean.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        # It begins later, at the rate that the network has by then.
        self.discriminator_optimizer = ScheduledOptimizer(
            self.discriminator.parameters(), settings, self.first_adversarial_step, gradients_averaged=False
        )

    def stateful(self) -> Mapping[str, Stateful]:
        return {
            **super().stateful(),
            "discriminator": self.discriminator,
            "opponent": self.discriminator_optimizer,
        }

    def step(self, batch: Batch) -> dict[str, Tensor]:
        sr, hr = self.standardise(self.wrapped_net(batch.lr), batch.hr)
        if self.optimizer.position < self.first_adversarial_step:
            pixel = self.config.distance(sr, hr, batch.valid)
            self.optimizer.step(pixel, batch.weight)
            return {"loss": pixel.detach(), "pixel": pixel.detach()}
        losses = self.content.losses(sr, hr, batch.valid)
        # In a gap both are equal, so that nothing is learnt from how it was filled.
        fake = torch.where(batch.valid, sr, hr)
        self.discriminator.requires_grad_(False)
        fake_logits = self.discriminator(fake)
        # Only the relativistic loss compares with measured images.
        real_logits = self.discriminator(hr) if self.config.adversary == "relativistic" else fake_logits
        adversarial = self.config.generator_loss(real_logits, fake_logits)
        loss = self.content.total(losses) + self.weight * adversarial
        self.optimizer.step(loss, batch.weight)
        self.discriminator.requires_grad_(True)
        losses = {"loss": loss, **losses, "adversarial": adversarial}
        losses |= self._step_discriminator(hr, fake.detach(), batch.weight)
        return {name: value.detach() for name, value in losses.items()}

    def _step_discriminator(
        self, hr: Float[Tensor, "b c H W"], fake: Float[Tensor, "b c H W"], weight: Float[Tensor, ""] | None
    ) -> dict[str, Tensor]:
        penalised = self.config.r1_weight > 0
        real = self.discriminator(hr.requires_grad_(penalised))
        losses = {"discriminator": self.config.discriminator_loss(real, self.discriminator(fake))}
        total = losses["discriminator"]
        if penalised:
            losses["r1"] = gradient_penalty(real, hr)
            total = total + self.config.r1_weight * losses["r1"]
        self.discriminator_optimizer.step(total, weight)
        return losses


def gradient_penalty(logits: Float[Tensor, " b"], images: Float[Tensor, "b c h w"]) -> Float[Tensor, ""]:
    """Return the R1 penalty without its factor: half the mean squared norm of the gradient at each image.

    It is itself differentiable (Mescheder et al. 2018, equation 9).

    Args:
        logits: What the discriminator gave for `images`.
        images: They require a gradient.
    """
    (slope,) = torch.autograd.grad(logits.sum(), images, create_graph=True)
    return slope.square().sum((1, 2, 3)).mean() / 2
