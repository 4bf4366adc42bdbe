"""Compact: the small network of Real-ESRGAN (SRVGGNetCompact), convolutions in a row (Wang et al. 2021)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field
from torch import nn

from ._blocks import conv
from ._receptive_field import ReceptiveField
from ._single_shuffle import SingleShuffleBackbone

SLOPE = 0.1
"""Slope of the leaky ReLU."""


class Compact(SingleShuffleBackbone):
    """Compact: convolutions in a row, the fastest (SRVGGNet).

    The small network that Wang et al. published with "Real-ESRGAN: Training Real-World Blind Super-Resolution with Pure
    Synthetic Data" (2021): everything is done at low resolution, and one pixel shuffle makes the result. As published it
    adds its output to the input's repeated pixels (global_skip=nearest).
    """

    scales: ClassVar = (1, 2, 3, 4, 8)
    tiny: ClassVar = ({}, {"activation": "leaky_relu"})

    sizes: ClassVar = {"small": {"n_feats": 36}, "medium": {"n_feats": 48}, "paper": {}}

    n_blocks: Annotated[int, Field(title="Convolutions", ge=1, le=256)] = 16
    """Convolutions between the first and the last."""

    activation: Annotated[Literal["prelu", "relu", "leaky_relu"], Field(title="Activation")] = "prelu"
    """What follows each convolution. prelu: a slope is learnt for each channel; relu; leaky_relu: a slope of 0.1."""

    def trunk(self, bands: int, scale: int) -> nn.Module:
        widths = [bands, *(self.n_feats for _ in range(self.n_blocks))]
        return nn.Sequential(
            *(nn.Sequential(conv(width, self.n_feats), self._activation()) for width in widths)
        )

    def _activation(self) -> nn.Module:
        if self.activation == "prelu":
            return nn.PReLU(self.n_feats)
        return nn.LeakyReLU(0.0 if self.activation == "relu" else SLOPE, inplace=True)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.conv(3, times=self.n_blocks + 1)

    def trunk_activation_floats(self) -> int:
        return 3 * self.n_feats
