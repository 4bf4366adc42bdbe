"""Pixel losses: what maximises PSNR."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from jaxtyping import Bool, Float
from pydantic import Field
from torch import Tensor

from ..backbones import SrNet
from . import Batch, Learner, Objective, Part
from ._descent import Descent, answering, warm_cosine

if TYPE_CHECKING:
    from lightning_fabric import Fabric


class Pixel(Objective):
    """Pixel loss

    The mean difference between result and truth over valid pixels, each band in units of its standard deviation so
    that bright bands do not drown dark ones. Adam; the learning rate rises over the first steps and then falls to
    zero along a cosine.
    """

    criterion: Annotated[Literal["l1", "l2", "charbonnier"], Field(title="Criterion")] = "l1"
    """l1: absolute difference; l2: squared difference; charbonnier: a smooth l1 (Lai et al. 2017)."""

    warm_up: Annotated[float, Field(title="Warm-up", ge=0, le=0.5)] = 0.02
    """Share of all steps over which the learning rate rises to its full size."""

    def learner(
        self, net: SrNet, learning_rate: float, steps: int, bands: Sequence[str], fabric: Fabric | None
    ) -> Learner:
        return _Learner(self, net, learning_rate, steps, fabric)

    def rate(self, step: int, steps: int) -> float:
        """Factor on the learning rate at `step` of `steps`."""
        return warm_cosine(step, steps, self.warm_up)

    def distance(
        self,
        sr: Float[Tensor, "b c H W"],
        hr: Float[Tensor, "b c H W"],
        valid: Bool[Tensor, "b c H W"],
    ) -> Float[Tensor, ""]:
        """Mean loss over valid pixels, 0 if there are none; `sr` and `hr` in units of the standard deviation."""
        difference = sr - hr
        match self.criterion:
            case "l1":
                each = difference.abs()
            case "l2":
                each = difference.square()
            case "charbonnier":
                each = (difference.square() + 1e-6).sqrt()
        return (each * valid).sum() / valid.sum().clamp(min=1)


class _Learner(Learner):
    def __init__(
        self, pixel: Pixel, net: SrNet, learning_rate: float, steps: int, fabric: Fabric | None
    ) -> None:
        self.pixel, self.net, self.answer = pixel, net, answering(net, fabric)
        self.descent = Descent(net.parameters(), learning_rate, lambda step: pixel.rate(step, steps), fabric)

    def parts(self) -> Mapping[str, Part]:
        return {"descent": self.descent}

    def step(self, batch: Batch) -> dict[str, Tensor]:
        sr = self.answer(batch.lr)
        loss = self.pixel.distance(sr / self.net.std, batch.hr / self.net.std, batch.valid)
        self.descent.step(loss, batch.weight)
        return {"loss": loss.detach()}
