"""Networks whose layers are one part, which ends with the result's pixels as channels at low resolution."""

from __future__ import annotations

from torch import nn

from ._receptive_field import ReceptiveField
from ._regression import RegressionBackbone


class ShuffleTailBackbone(RegressionBackbone):
    """The config of a network that pads or enlarges the image ahead of all layers and crops it behind them."""

    def tail(self, bands: int, scale: int) -> nn.Module:
        return nn.PixelShuffle(scale)

    def tail_receptive_field(self, field: ReceptiveField, scale: int) -> ReceptiveField:
        return field.shuffle(scale)

    def tail_activation_floats(self, bands: int, scale: int) -> int:
        # The pixels of the result, the same in physical units, and what they are added to.
        return 3 * scale**2 * bands
