"""EDSR: enhanced deep residual network (Lim et al. 2017)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import torch
from pydantic import Field, JsonValue
from torch import Tensor, nn

from ._backbone import Backbone
from ._blocks import conv
from ._receptive_field import ReceptiveField
from ._residual_trunk import ResidualBackbone

SINGLE_KERNEL = 5
"""Side of the convolution that sub-pixel convolutions of 3 × 3 in steps, and a last one, are together."""


class EDSR(ResidualBackbone):
    """EDSR: residual network without batch normalisation.

    Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", figure 3 and table 1.
    The defaults are the paper's baseline; n_feats=256, n_blocks=32, res_scale=0.1 is its full size.
    """

    tiny: ClassVar = ({}, {"upsampler": "single"})

    sizes: ClassVar = {
        "small": {"n_feats": 32, "n_blocks": 8},
        "medium": {},
        "paper": {"n_feats": 256, "n_blocks": 32, "res_scale": 0.1},
    }

    fusion: ClassVar[dict[str, JsonValue]] = {"n_feats": 48, "n_blocks": 4}
    """Options of a network that learns in minutes on a processor how bands of a scene go together."""

    upsampler: Annotated[Literal["stepwise", "single"], Field(title="Upsampler")] = "stepwise"
    """stepwise: the paper's sub-pixel convolutions, one for each doubling. single: one of 5 × 5 pixels, which can do the
    same at scale 2, 3, 4 and 8, at scale 4 in an eighth of the work; a stepwise model can start its training, folded
    exactly."""
    # Nothing between the stepwise convolutions is other than linear: they are one, with as many channels as the result
    # has pixels for each of the input.

    def convert_weights(self, other: Backbone, body: nn.ModuleDict, scale: int) -> dict[str, Tensor] | None:
        if other == self or not isinstance(other, EDSR) or self.upsampler != "single":
            return super().convert_weights(other, body, scale)
        if other.model_copy(update={"upsampler": self.upsampler}) != self:
            return None
        weights = {name: value for name, value in body.state_dict().items() if not name.startswith("tail.")}
        weight, bias = fold_upsampler(body["tail"], self.n_feats, scale)
        return {**weights, "tail.0.weight": weight, "tail.0.bias": bias}

    def tail(self, bands: int, scale: int) -> nn.Module:
        if self.upsampler == "stepwise":
            return super().tail(bands, scale)
        return nn.Sequential(
            self.last(conv(self.n_feats, scale**2 * bands, SINGLE_KERNEL)), nn.PixelShuffle(scale)
        )

    def tail_receptive_field(self, field: ReceptiveField, scale: int) -> ReceptiveField:
        if self.upsampler == "stepwise":
            return super().tail_receptive_field(field, scale)
        return field.shuffle(scale).conv(SINGLE_KERNEL)

    def tail_activation_floats(self, bands: int, scale: int) -> int:
        if self.upsampler == "stepwise":
            return super().tail_activation_floats(bands, scale)
        # The pixels of the result, the same in physical units, and what they are added to.
        return 3 * scale**2 * bands


def fold_upsampler(tail: nn.Module, n_feats: int, scale: int) -> tuple[Tensor, Tensor]:
    """Return weight and bias of the convolution of EDSR's single upsampler that does what a stepwise one does.

    The stepwise one is linear, so that its response to a single feature in one pixel is a kernel.

    Args:
        tail: The stepwise upsampler.
        n_feats: Channels that it takes.
        scale: How many times finer its result is.

    Returns:
        (bands × scale², n_feats, 5, 5) and (bands × scale²).
    """
    side, device = 2 * SINGLE_KERNEL - 1, next(tail.parameters()).device
    impulses = torch.zeros(n_feats + 1, n_feats, side, side, device=device)
    impulses[range(n_feats), range(n_feats), side // 2, side // 2] = 1
    with torch.no_grad():
        responses: Tensor = nn.functional.pixel_unshuffle(tail(impulses), scale)
    bias = responses[-1, :, side // 2, side // 2]
    near = slice(side // 2 - SINGLE_KERNEL // 2, side // 2 + SINGLE_KERNEL // 2 + 1)
    # A kernel is the response seen from the pixel that responds.
    kernels = (responses[:-1] - responses[-1:])[:, :, near, near].flip(2, 3)
    return kernels.transpose(0, 1).contiguous(), bias.clone()
