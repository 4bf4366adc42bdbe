"""U-Net: encoder–decoder with skip connections (Ronneberger et al. 2015) under a sub-pixel upsampler."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, cast

import torch
from jaxtyping import Float
from pydantic import Field
from torch import Tensor, nn

from ._blocks import conv, factors, icnr, pad_to_multiple
from ._receptive_field import ReceptiveField
from ._regression import RegressionBackbone


class UNet(RegressionBackbone):
    """U-Net: encoder–decoder with skip connections.

    Ronneberger et al. 2015, "U-Net: Convolutional Networks for Biomedical Image Segmentation", figure 1, at the
    resolution of the input and with convolutions that keep the size; then sub-pixel convolutions. The up-convolution
    2 × 2 is written as what it is, a 1 × 1 convolution and a pixel shuffle. Every pixel shuffle starts as repetition
    (ICNR, Aitken et al. 2017), so that no checkerboard appears.
    """

    tiny: ClassVar = ({"depth": 1}, {"depth": 2})

    sizes: ClassVar = {
        "small": {"n_feats": 20, "depth": 2},
        "medium": {"n_feats": 32, "depth": 3},
        "paper": {},
    }

    n_feats: Annotated[int, Field(title="Features (width)", ge=1, le=512)] = 64
    """Channels at the full resolution; each level down doubles them."""

    depth: Annotated[int, Field(title="Depth (levels)", ge=1, le=6)] = 4
    """How often the encoder halves the resolution; PATCH_SIZE must be at least 2 to that power."""

    def multiple_of(self) -> int:
        return int(2**self.depth)

    def trunk(self, bands: int, scale: int) -> nn.Module:
        return _UNetTrunk(self, bands)

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return tuple(cast(_UNetTrunk, part).down)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.union_over_phases(
            self.multiple_of(), lambda phase: self._level_receptive_field(phase, 0)
        )

    def _level_receptive_field(self, field: ReceptiveField, level: int) -> ReceptiveField:
        """Walk back from the decoder's features at `level` to the encoder's input there."""
        merged = field.conv(3, times=2)
        if level == self.depth:
            return merged
        below = self._level_receptive_field(merged.shuffle(2), level + 1).pool(2)
        return merged.union(below).conv(3, times=2)

    def trunk_activation_floats(self) -> int:
        # At the full resolution, merging: the skip, what comes from below, both concatenated, and the result.
        return 5 * self.n_feats

    def tail(self, bands: int, scale: int) -> nn.Module:
        steps = [
            (icnr(conv(self.n_feats, factor**2 * self.n_feats), factor), nn.PixelShuffle(factor))
            for factor in factors(scale)
        ]
        last = self.last(conv(self.n_feats, bands))
        return nn.Sequential(*(layer for step in steps for layer in step), last)


class _UNetTrunk(nn.Module):
    """Down and up again, over whole multiples of 2^depth pixels."""

    def __init__(self, unet: UNet, bands: int) -> None:
        super().__init__()
        self.multiple_of = unet.multiple_of()
        widths = [unet.n_feats * 2**level for level in range(unet.depth + 1)]
        self.down = nn.ModuleList(_double_conv(*ends) for ends in zip([bands, *widths], widths, strict=False))
        self.up = nn.ModuleList(
            nn.Sequential(icnr(conv(2 * width, 4 * width, 1), 2), nn.PixelShuffle(2)) for width in widths[:-1]
        )
        self.merge = nn.ModuleList(_double_conv(2 * width, width) for width in widths[:-1])

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        height, width = x.shape[-2:]
        x = pad_to_multiple(x, self.multiple_of)
        skips: list[Tensor] = []
        for level in self.down:
            x = level(nn.functional.max_pool2d(skips[-1], 2) if skips else x)
            skips.append(x)
        x = skips.pop()
        for up, merge in zip(reversed(self.up), reversed(self.merge), strict=True):
            x = merge(torch.cat((skips.pop(), up(x)), dim=1))
        return x[..., :height, :width]


def _double_conv(inputs: int, outputs: int) -> nn.Sequential:
    """Make conv-ReLU, twice."""
    return nn.Sequential(
        conv(inputs, outputs), nn.ReLU(inplace=True), conv(outputs, outputs), nn.ReLU(inplace=True)
    )
