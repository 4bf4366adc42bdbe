"""Adversarial losses: against a discriminator that learns to tell results from measurements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar, Literal

import torch
from jaxtyping import Float
from pydantic import Field
from torch import Tensor
from torch.nn.functional import softplus

from ..backbones import DiffusionNet, SrNet
from . import Batch, Learner, Monitor, Objective, Part, Plan
from ._discriminator import Discriminator
from ._optimizer import ScheduledOptimizer, answering
from .perceptual import Content, Perceptual, standardised
from .pixel import Pixel

WEIGHTS = {"standard": 1e-3, "relativistic": 5e-3}
"""Of the adversarial loss: in SRGAN (Ledig et al. 2017, equation 3) and ESRGAN (Wang et al. 2018, section 4.1)."""


class Adversarial(Perceptual):
    """Adversarial loss (SRGAN, ESRGAN)

    Pixel loss, and beside it a discriminator that learns to tell results from measured images while the network
    learns to pass: sharper pictures at a lower PSNR, whose finest detail is likely but not measured. Start it from
    a model that was trained with the pixel loss (PRETRAINED, pixel_only=0). Everything of the perceptual objective
    can be added: ESRGAN is adversary=relativistic, feature_weight=1; SRGAN is feature_weight=0.006,
    feature_criterion=l2, layers=relu5_4, pixel_weight=0.
    """

    invents: ClassVar = True

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
    """Share of all steps, at the beginning, that learn from the pixel loss alone; 0 after PRETRAINED."""

    discriminator_norm: Annotated[
        Literal["batch", "spectral", "none"], Field(title="Discriminator's normalisation")
    ] = "batch"
    """batch: as in the papers; spectral: limits how steep the discriminator is, so that it does not win for good."""

    discriminator_feats: Annotated[int, Field(title="Discriminator's features", ge=1, le=1024)] = 64
    """Channels of the discriminator's first layer; the others grow with it."""

    r1_weight: Annotated[float, Field(title="R1 gradient penalty", ge=0)] = 0.0
    """Factor on the penalty for a discriminator that is steep at measured images (Mescheder et al. 2018, who use
    10): it keeps training from collapse, best with discriminator_norm=none or spectral. 0: none."""

    def at_first(self) -> Objective:
        return Pixel(criterion=self.criterion) if self.pixel_only else self

    def learner(self, net: SrNet | DiffusionNet, plan: Plan, bands: Sequence[str]) -> Learner:
        return _AdversarialLearner(self, self.require_regression(net), plan, bands)

    def generator_loss(self, real: Float[Tensor, " b"], fake: Float[Tensor, " b"]) -> Float[Tensor, ""]:
        """What the network is to lower, from the discriminator's logits: −log D(fake), so that the gradient does
        not vanish where the discriminator is sure; relativistic: Wang et al. 2018, equation 2."""
        if self.adversary == "standard":
            return softplus(-fake).mean()
        return softplus(real - fake.mean()).mean() + softplus(real.mean() - fake).mean()

    def discriminator_loss(self, real: Float[Tensor, " b"], fake: Float[Tensor, " b"]) -> Float[Tensor, ""]:
        """What the discriminator is to lower: −log D(real) − log(1 − D(fake)); relativistic: equation 1."""
        if self.adversary == "standard":
            return softplus(-real).mean() + softplus(fake).mean()
        return softplus(fake.mean() - real).mean() + softplus(fake - real.mean()).mean()


class _AdversarialLearner(Learner):
    def __init__(self, config: Adversarial, net: SrNet, plan: Plan, bands: Sequence[str]) -> None:
        self.answer = answering(net, plan.fabric)
        self.config, self.net, self.content = config, net, Content(config, net, bands)
        self.first = min(round(config.pixel_only * plan.steps), plan.steps - 1)
        asked = config.adversarial_weight
        self.weight = WEIGHTS[config.adversary] if asked is None else asked
        self.discriminator = Discriminator(net.bands, config.discriminator_feats, config.discriminator_norm)
        self.discriminator.to(net.mean.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.descent = ScheduledOptimizer(net.parameters(), plan)
        # It begins later, at the rate that the network has by then.
        self.opponent = ScheduledOptimizer(self.discriminator.parameters(), plan, self.first, averaged=False)

    def parts(self) -> Mapping[str, Part]:
        return {"descent": self.descent, "discriminator": self.discriminator, "opponent": self.opponent}

    def step(self, batch: Batch) -> dict[str, Tensor]:
        sr, hr = standardised(self.net, self.answer(batch.lr), batch.hr)
        if self.descent.steps < self.first:
            pixel = self.config.distance(sr, hr, batch.valid)
            self.descent.step(pixel, batch.weight)
            return {"loss": pixel.detach(), "pixel": pixel.detach()}
        losses = self.content.losses(sr, hr, batch.valid)
        loss = self.content.total(losses)
        # In a gap both look alike, so that nothing is learnt from how it was filled.
        fake = torch.where(batch.valid, sr, hr)
        self.discriminator.requires_grad_(False)
        made = self.discriminator(fake)
        # Only the relativistic loss compares with measured images.
        measured = self.discriminator(hr) if self.config.adversary == "relativistic" else made
        losses["adversarial"] = self.config.generator_loss(measured, made)
        loss = loss + self.weight * losses["adversarial"]
        self.descent.step(loss, batch.weight)
        self.discriminator.requires_grad_(True)
        losses = {"loss": loss, **losses, **self._tell(hr, fake.detach(), batch.weight)}
        return {name: value.detach() for name, value in losses.items()}

    def loss(self, batch: Batch, number: int = 0) -> Float[Tensor, ""]:
        # Without the adversary's word, which changes as it learns.
        sr, hr = standardised(self.net, self.net(batch.lr), batch.hr)
        return self.content.total(self.content.losses(sr, hr, batch.valid))

    def _tell(
        self, hr: Float[Tensor, "b c H W"], fake: Float[Tensor, "b c H W"], weight: Float[Tensor, ""] | None
    ) -> dict[str, Tensor]:
        """A step of the discriminator."""
        penalised = self.config.r1_weight > 0
        real = self.discriminator(hr.requires_grad_(penalised))
        losses = {"discriminator": self.config.discriminator_loss(real, self.discriminator(fake))}
        total = losses["discriminator"]
        if penalised:
            losses["r1"] = gradient_penalty(real, hr)
            total = total + self.config.r1_weight * losses["r1"]
        self.opponent.step(total, weight)
        return losses


def gradient_penalty(logits: Float[Tensor, " b"], images: Float[Tensor, "b c h w"]) -> Float[Tensor, ""]:
    """R1 without its factor: half the squared length of the gradient by each image, on average (Mescheder et al.
    2018, equation 9). To be lowered itself, so the gradient stays differentiable."""
    (slope,) = torch.autograd.grad(logits.sum(), images, create_graph=True)
    return slope.square().sum((1, 2, 3)).mean() / 2
