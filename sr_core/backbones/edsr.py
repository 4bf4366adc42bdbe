"""EDSR: enhanced deep residual network (Lim et al. 2017)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field, JsonValue
from torch import nn

from ._blocks import LongSkip, ResidualBlock, conv, find_modules
from ._receptive_field import ReceptiveField
from ._regression import RegressionBackbone

SINGLE_KERNEL = 5
"""Side of the convolution that sub-pixel convolutions of 3 × 3 in steps, and a last one, are together."""


class EDSR(RegressionBackbone):
    """EDSR: residual network without batch normalisation.

    Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", figure 3 and table 1.
    The defaults are the paper's baseline; n_feats=256, n_blocks=32, res_scale=0.1 is its full size.
    """

    tiny: ClassVar = ({}, {"upsampler": "single"})

    small: ClassVar[dict[str, JsonValue]] = {"n_feats": 48, "n_blocks": 4}
    """Options of a network that learns in minutes on a processor how bands of a scene go together."""

    n_blocks: Annotated[int, Field(title="Residual blocks", ge=1, le=256)] = 16
    """Residual blocks in the trunk."""

    res_scale: Annotated[float, Field(title="Residual scaling", gt=0, le=1)] = 1.0
    """Factor on each block's residual; wide networks need 0.1 to train stably."""

    upsampler: Annotated[Literal["stepwise", "single"], Field(title="Upsampler")] = "stepwise"
    """stepwise: the paper's sub-pixel convolutions, one for each doubling. single: one of 5 × 5 pixels and as many
    channels as the result has pixels, which at scale 2, 3, 4 and 8 can do all that the others can, nothing between them
    being other than linear, and at scale 4 in an eighth of their work. A model with the one starts a training of the
    other (PRETRAINED), folded exactly."""

    def trunk(self, bands: int, scale: int) -> nn.Module:
        blocks = (ResidualBlock(self.n_feats, self.res_scale) for _ in range(self.n_blocks))
        return nn.Sequential(conv(bands, self.n_feats), LongSkip(*blocks, conv(self.n_feats, self.n_feats)))

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, ResidualBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.conv(3, times=2 * self.n_blocks + 2)

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

    def trunk_activation_floats(self) -> int:
        # What the long skip and the block's own skip hold, and a convolution's input and output.
        return 4 * self.n_feats
