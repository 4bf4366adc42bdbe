"""SPAN fusion: two blocks of SPAN at the result's pixels, where a guide has its own (SEN2SR)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

import torch
from jaxtyping import Float
from pydantic import Field
from torch import Tensor, nn

from ..errors import InputError
from ._blocks import bilinear, conv, find_modules
from ._receptive_field import ReceptiveField
from ._regression import SrNet
from ._shuffle_only_tail import ShuffleTailBackbone
from ._span_blocks import SIDE_BY_SIDE, AttentionBlock, SpanTrunk


class SPANFusion(ShuffleTailBackbone):
    """SPAN fusion: two blocks at the pixels of the guide, as in SEN2SR.

    For bands that a finer guide sharpens (Aybar et al. 2025, "A radiometrically and spatially consistent super-resolution
    framework for Sentinel-2"). The bands are enlarged bilinearly and joined with the guide, so that every layer works on
    the pixels of the result: each takes scale² times as long as at low resolution. The layers are those of SPAN (Wan et al.
    2024), with two blocks side by side. The guide must have the pixels of the result. As published it adds nothing to the
    network's output (global_skip=none).
    """

    scales: ClassVar = (2, 3, 4)

    sizes: ClassVar = {"small": {"n_feats": 16}, "medium": {}, "paper": {"n_feats": 48}}

    n_feats: Annotated[int, Field(title="Features", ge=1, le=1024)] = 24
    """Channels of every hidden layer; 24 in SEN2SRLite."""

    def net(
        self, bands: int, scale: int, mean: Sequence[float], std: Sequence[float], guide_ratio: int = 1
    ) -> SrNet:
        if len(mean) > bands and guide_ratio != scale:
            raise InputError(
                "{backbone} needs a guide with the pixels of the result: at scale {scale} {scale} times as fine as the bands, "
                "and this one is {ratio} times as fine. Choose another network, scale or guide.",
                backbone=self.id,
                scale=scale,
                ratio=guide_ratio,
            )
        return super().net(bands, scale, mean, std, guide_ratio)

    def trunk(self, bands: int, scale: int) -> nn.Module:
        return _FusionTrunk(self, bands, bands, scale)

    def parts(self, inputs: int, bands: int, scale: int) -> dict[str, nn.Module]:
        return {"trunk": _FusionTrunk(self, inputs, bands, scale), "tail": self.tail(bands, scale)}

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, AttentionBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return self.receptive_field_at(1, field)

    def receptive_field_at(self, scale: int, field: ReceptiveField) -> ReceptiveField:
        # The first convolution, three of a block, and the two behind it; bilinear enlargement sees no less than the guide.
        return field.pool(scale).conv(3, times=6).bilinear(scale)

    def trunk_activation_floats(self) -> int:
        return 0  # all layers work on the result's pixels

    def trunk_result_floats(self, bands: int, scale: int) -> int:
        # The first features, the first block's, all four concatenated, and a block's three.
        return 9 * self.n_feats * scale**2


class _FusionTrunk(nn.Module):
    """All layers, on the enlarged bands and the guide; the result's pixels are gathered into channels at low resolution."""

    def __init__(self, fusion: SPANFusion, inputs: int, bands: int, scale: int) -> None:
        super().__init__()
        self.inputs, self.bands, self.scale = inputs, bands, scale
        self.layers = SpanTrunk(
            bands + (inputs - bands) // scale**2, fusion.n_feats, SIDE_BY_SIDE, chained=False
        )
        self.result = fusion.last(conv(fusion.n_feats, bands))

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        image = bilinear(x[:, : self.bands], self.scale)
        if self.inputs > self.bands:
            guide = nn.functional.pixel_shuffle(x[:, self.bands : self.inputs], self.scale)
            image = torch.cat((image, guide), dim=1)
        return nn.functional.pixel_unshuffle(self.result(self.layers(image)), self.scale)
