"""Networks of residual blocks without normalisation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field
from torch import nn

from ._blocks import LongSkip, ResidualBlock, conv, find_modules
from ._receptive_field import ReceptiveField
from ._regression import RegressionBackbone


class ResidualBackbone(RegressionBackbone):
    """The config of a network whose trunk is residual blocks within a long skip (Lim et al. 2017)."""

    n_blocks: Annotated[int, Field(title="Residual blocks", ge=1, le=256)] = 16
    """Residual blocks in the trunk."""

    res_scale: Annotated[float, Field(title="Residual scaling", gt=0, le=1)] = 1.0
    """Factor on each block's residual; wide networks need 0.1 to train stably."""

    def trunk(self, bands: int, scale: int) -> nn.Module:
        blocks = (ResidualBlock(self.n_feats, self.res_scale) for _ in range(self.n_blocks))
        return nn.Sequential(conv(bands, self.n_feats), LongSkip(*blocks, conv(self.n_feats, self.n_feats)))

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, ResidualBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.conv(3, times=2 * self.n_blocks + 2)

    def trunk_activation_floats(self) -> int:
        # What the long skip and the block's own skip hold, and a convolution's input and output.
        return 4 * self.n_feats
