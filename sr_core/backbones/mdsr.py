"""MDSR: one network for several scales at once (Lim et al. 2017)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, cast

from pydantic import Field
from torch import nn

from ._blocks import (
    LongSkip,
    PerScale,
    ReceptiveField,
    ResidualBlock,
    conv,
    of_kind,
    upsampler,
    upsampler_receptive_field,
)
from ._regression import RegressionBackbone

WIDE = 5
"""Side of the convolutions before the trunk; two blocks of them see enough for every scale."""


class MDSR(RegressionBackbone):
    """MDSR: one network for scales 2, 3 and 4 at once

    Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", section 3.3 and figure 5:
    the trunk is common to all scales, which differ in two residual blocks before it and in the upsampler. Training
    mixes the scales, whatever the tiles' own, and the model does each of them. The defaults are the paper's
    baseline; n_blocks=80 is its full size.
    """

    scales: ClassVar = (2, 3, 4)

    n_feats: Annotated[int, Field(title="Features", ge=1, le=1024)] = 64
    """Channels of every hidden layer."""

    n_blocks: Annotated[int, Field(title="Residual blocks", ge=1, le=256)] = 16
    """Residual blocks in the trunk."""

    res_scale: Annotated[float, Field(title="Residual scaling", gt=0, le=1)] = 1.0
    """Factor on each block's residual; wide networks need 0.1 to train stably."""

    def served(self, scale: int) -> tuple[int, ...]:
        return self.scales

    def trunk(self, bands: int, scale: int) -> nn.Module:
        before = {each: nn.Sequential(self._block(WIDE), self._block(WIDE)) for each in self.scales}
        blocks = (self._block() for _ in range(self.n_blocks))
        return nn.Sequential(
            conv(bands, self.n_feats),
            PerScale(before, scale),
            LongSkip(*blocks, conv(self.n_feats, self.n_feats)),
        )

    def _block(self, kernel: int = 3) -> ResidualBlock:
        return ResidualBlock(self.n_feats, self.res_scale, kernel)

    def blocks(self, trunk: nn.Module) -> Sequence[nn.Module]:
        return of_kind(cast(nn.Sequential, trunk)[-1], ResidualBlock)

    def trunk_receptive_field(self, reach: ReceptiveField) -> ReceptiveField:
        for _ in range(2 * self.n_blocks + 2):
            reach = reach.conv(3)
        for _ in range(4):
            reach = reach.conv(WIDE)
        return reach

    def trunk_activation_floats(self) -> int:
        # What the long skip and the block's own skip hold, and a convolution's input and output.
        return 4 * self.n_feats

    def tail(self, bands: int, scale: int) -> nn.Module:
        return nn.Sequential(
            PerScale({each: upsampler(self.n_feats, each) for each in self.scales}, scale),
            self.last(conv(self.n_feats, bands)),
        )

    def tail_receptive_field(self, whole: ReceptiveField, scale: int) -> ReceptiveField:
        return upsampler_receptive_field(whole.conv(3), scale)

    def tail_activation_floats(self, bands: int, scale: int) -> int:
        # The last pixel shuffle: its input and its output are both n_feats channels at the result's resolution.
        return 2 * scale**2 * self.n_feats
