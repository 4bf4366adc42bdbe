"""The super-resolution network of the OTBTF tutorial (Cresson)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from pydantic import Field
from torch import nn

from ._blocks import LongSkip, ResidualBlock, conv, factors, find_modules
from ._receptive_field import ReceptiveField
from ._regression import RegressionBackbone

ENDS = 7
"""Side of the first and the last convolution."""

KERNEL = 4
"""Side of the transposed convolutions: twice their stride, so that every output pixel is fed by equally many taps
and no lattice pattern appears. The tutorial fixes the stride only."""


class OTBTFSRResNet(RegressionBackbone):
    """OTBTF SRResNet: the tutorial's network with transposed convolutions.

    Cresson, "Super-resolution" (part 4 of the OTB Keras tutorial), after SRResNet (Ledig et al. 2017): wide ends,
    residual blocks under one long skip, and an upsampling by transposed convolutions of stride 2, so no scale 3.
    """

    scales: ClassVar = (2, 4, 8)

    sizes: ClassVar = {"small": {"n_feats": 32, "n_blocks": 8}, "medium": {"n_feats": 48}, "paper": {}}

    n_blocks: Annotated[int, Field(title="Residual blocks", ge=1, le=256)] = 16
    """Residual blocks in the trunk."""

    def trunk(self, bands: int, scale: int) -> nn.Module:
        return nn.Sequential(
            conv(bands, self.n_feats, ENDS),
            nn.ReLU(inplace=True),
            LongSkip(*(ResidualBlock(self.n_feats) for _ in range(self.n_blocks))),
        )

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, ResidualBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.conv(3, times=2 * self.n_blocks).conv(ENDS)

    def trunk_activation_floats(self) -> int:
        # What the long skip and the block's own skip hold, and a convolution's input and output.
        return 4 * self.n_feats

    def tail(self, bands: int, scale: int) -> nn.Module:
        steps = [
            (
                nn.ConvTranspose2d(self.n_feats, self.n_feats, KERNEL, stride=2, padding=1),
                nn.ReLU(inplace=True),
            )
            for _ in factors(scale)
        ]
        last = self.last(conv(self.n_feats, bands, ENDS))
        return nn.Sequential(*(layer for step in steps for layer in step), last)

    def tail_receptive_field(self, field: ReceptiveField, scale: int) -> ReceptiveField:
        field = field.conv(ENDS)
        for _ in factors(scale):
            field = field.transposed(KERNEL, stride=2, padding=1)
        return field

    def tail_activation_floats(self, bands: int, scale: int) -> int:
        # The last transposed convolution: n_feats channels at the result's resolution, made from a quarter of that.
        return (scale**2 + scale**2 // 4) * self.n_feats
