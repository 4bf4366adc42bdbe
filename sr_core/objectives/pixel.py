"""Pixel losses, which maximise PSNR."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from jaxtyping import Bool, Float
from pydantic import Field
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from . import Batch, Learner, Objective, StepSettings


class Pixel(Objective):
    """Pixel loss.

    The mean difference between result and truth over valid pixels, each band in units of its standard deviation so
    that bright bands do not drown dark ones.
    """

    criterion: Annotated[Literal["l1", "l2", "charbonnier"], Field(title="Criterion")] = "l1"
    """l1: absolute difference; l2: squared difference; charbonnier: a smooth l1 (Lai et al. 2017)."""

    def build_learner(
        self, net: SrNet | DiffusionNet, settings: StepSettings, bands: Sequence[str]
    ) -> Learner:
        return PixelLearner(self, self.require_regression(net), settings)

    def distance(
        self,
        sr: Float[Tensor, "b c H W"],
        hr: Float[Tensor, "b c H W"],
        valid: Bool[Tensor, "b c H W"],
    ) -> Float[Tensor, ""]:
        """Return the mean loss over valid pixels, 0 if there are none.

        Args:
            sr: The result, in units of each band's standard deviation.
            hr: The truth, in units of each band's standard deviation.
            valid: Which pixels count.
        """
        difference = sr - hr
        match self.criterion:
            case "l1":
                each = difference.abs()
            case "l2":
                each = difference.square()
            case "charbonnier":
                each = (difference.square() + 1e-6).sqrt()
        return (each * valid).sum() / valid.sum().clamp(min=1)


class PixelLearner(Learner):
    """Trains a regression network by losses of its result."""

    config: Pixel
    net: SrNet

    def __init__(self, config: Pixel, net: SrNet, settings: StepSettings) -> None:
        super().__init__(net, settings)
        self.config = config

    def losses(self, sr: Float[Tensor, "b c H W"], batch: Batch) -> dict[str, Tensor]:
        """Return the losses of a result by name; "loss", the first, is the one to lower."""
        return {
            "loss": self.config.distance(
                sr / self.net.result_std, batch.hr / self.net.result_std, batch.valid
            )
        }

    def step(self, batch: Batch) -> dict[str, Tensor]:
        losses = self.losses(self.wrapped_net(batch.lr), batch)
        self.optimizer.step(losses["loss"], batch.weight)
        return {name: value.detach() for name, value in losses.items()}

    def loss(self, batch: Batch, number: int = 0) -> Float[Tensor, ""]:
        return self.losses(self.net(batch.lr), batch)["loss"]
