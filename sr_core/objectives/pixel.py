"""Pixel losses: what maximises PSNR."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from jaxtyping import Bool, Float
from pydantic import Field
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from . import Batch, Learner, Objective, Part, Plan
from ._optimizer import ScheduledOptimizer, answering


class Pixel(Objective):
    """Pixel loss

    The mean difference between result and truth over valid pixels, each band in units of its standard deviation so
    that bright bands do not drown dark ones.
    """

    criterion: Annotated[Literal["l1", "l2", "charbonnier"], Field(title="Criterion")] = "l1"
    """l1: absolute difference; l2: squared difference; charbonnier: a smooth l1 (Lai et al. 2017)."""

    def learner(self, net: SrNet | DiffusionNet, plan: Plan, bands: Sequence[str]) -> Learner:
        return _PixelLearner(self, self.require_regression(net), plan)

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


class _PixelLearner(Learner):
    def __init__(self, pixel: Pixel, net: SrNet, plan: Plan) -> None:
        self.pixel, self.net, self.answer = pixel, net, answering(net, plan.fabric)
        self.descent = ScheduledOptimizer(net.parameters(), plan)

    def parts(self) -> Mapping[str, Part]:
        return {"descent": self.descent}

    def step(self, batch: Batch) -> dict[str, Tensor]:
        loss = self._distance(self.answer(batch.lr), batch)
        self.descent.step(loss, batch.weight)
        return {"loss": loss.detach()}

    def loss(self, batch: Batch, number: int = 0) -> Float[Tensor, ""]:
        return self._distance(self.net(batch.lr), batch)

    def _distance(self, sr: Float[Tensor, "b c H W"], batch: Batch) -> Float[Tensor, ""]:
        return self.pixel.distance(sr / self.net.std, batch.hr / self.net.std, batch.valid)
