"""EDSR: enhanced deep residual network (Lim et al. 2017)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, JsonValue
from torch import nn

from ._blocks import conv
from ._receptive_field import ReceptiveField
from ._residual import ResidualBackbone

SINGLE_KERNEL = 5
"""Side of the convolution that sub-pixel convolutions of 3 × 3 in steps, and a last one, are together."""


class EDSR(ResidualBackbone):
    """EDSR: residual network without batch normalisation.

    Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", figure 3 and table 1.
    The defaults are the paper's baseline; n_feats=256, n_blocks=32, res_scale=0.1 is its full size.
    """

    tiny: ClassVar = ({}, {"upsampler": "single"})

    small: ClassVar[dict[str, JsonValue]] = {"n_feats": 48, "n_blocks": 4}
    """Options of a network that learns in minutes on a processor how bands of a scene go together."""

    upsampler: Annotated[Literal["stepwise", "single"], Field(title="Upsampler")] = "stepwise"
    """stepwise: the paper's sub-pixel convolutions, one for each doubling. single: one of 5 × 5 pixels and as many
    channels as the result has pixels, which at scale 2, 3, 4 and 8 can do all that the others can, nothing between them
    being other than linear, and at scale 4 in an eighth of their work. A model of the first kind starts a training of the
    second (PRETRAINED): it is folded exactly."""

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
