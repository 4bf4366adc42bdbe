"""MDSR: one network for several scales at once (Lim et al. 2017)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, cast

from pydantic import Field
from torch import nn

from ._blocks import LongSkip, PerScale, ResidualBlock, conv, find_modules, upsampler
from ._receptive_field import ReceptiveField
from ._residual_trunk import ResidualBackbone

WIDE = 5
"""Side of the convolutions before the trunk; two blocks of them see enough for every scale."""


class MDSR(ResidualBackbone):
    """MDSR: one network for scales 2, 3 and 4 at once.

    Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", section 3.3 and figure 5:
    the trunk is common to all scales, which differ in two residual blocks before it and in the upsampler. Training
    mixes the scales, whatever the tiles' own, and the model supports each of them, unless multi_scale is off. The defaults are the paper's
    baseline; n_blocks=80 is its full size.
    """

    scales: ClassVar = (2, 3, 4)
    tiny: ClassVar = ({"n_blocks": 1}, {"n_blocks": 1, "multi_scale": False})

    sizes: ClassVar = {"small": {"n_feats": 32, "n_blocks": 8}, "medium": {}, "paper": {"n_blocks": 80}}

    multi_scale: Annotated[bool, Field(title="Several scales")] = True
    """Whether one network learns scales 2, 3 and 4 together, as in the paper; else it learns the scale of the tiles."""

    def shared_scales(self, scale: int) -> tuple[int, ...]:
        return self.scales if self.multi_scale else (scale,)

    def trunk(self, bands: int, scale: int) -> nn.Module:
        scales = self.shared_scales(scale)
        before = {each: nn.Sequential(self._block(WIDE), self._block(WIDE)) for each in scales}
        blocks = (self._block() for _ in range(self.n_blocks))
        return nn.Sequential(
            conv(bands, self.n_feats),
            PerScale(before, scale),
            LongSkip(*blocks, conv(self.n_feats, self.n_feats)),
        )

    def _block(self, kernel: int = 3) -> ResidualBlock:
        return ResidualBlock(self.n_feats, self.res_scale, kernel)

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(cast(nn.Sequential, part)[-1], ResidualBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return super().trunk_receptive_field(field).conv(WIDE, times=4)

    def tail(self, bands: int, scale: int) -> nn.Module:
        return nn.Sequential(
            PerScale({each: upsampler(self.n_feats, each) for each in self.shared_scales(scale)}, scale),
            self.last(conv(self.n_feats, bands)),
        )
