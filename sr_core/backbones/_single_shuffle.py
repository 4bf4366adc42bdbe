"""Networks whose tail is one convolution at low resolution and one pixel shuffle."""

from __future__ import annotations

from torch import nn

from ._blocks import conv
from ._receptive_field import ReceptiveField
from ._regression import RegressionBackbone


class SingleShuffleBackbone(RegressionBackbone):
    """The config of a network that does everything at low resolution (Shi et al. 2016, figure 1)."""

    def tail(self, bands: int, scale: int) -> nn.Module:
        shuffle = (nn.PixelShuffle(scale),) if scale > 1 else ()
        return nn.Sequential(self.last(conv(self.n_feats, scale**2 * bands)), *shuffle)

    def tail_receptive_field(self, field: ReceptiveField, scale: int) -> ReceptiveField:
        return field.shuffle(scale).conv(3)

    def tail_activation_floats(self, bands: int, scale: int) -> int:
        # The pixels of the result, the same in physical units, and what they are added to.
        return 3 * scale**2 * bands
