"""SPAN: swift parameter-free attention network (Wan et al. 2024)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

import torch
from jaxtyping import Float
from pydantic import Field
from torch import Tensor, nn

from ._blocks import conv, find_modules
from ._receptive_field import ReceptiveField
from ._single_shuffle import SingleShuffleBackbone


class SPAN(SingleShuffleBackbone):
    """SPAN: attention without parameters, fast.

    Wan et al. 2024, "Swift Parameter-free Attention Network for Efficient Super-Resolution", figures 2 and 3: what a
    block finds weighs its own pixels. Convolutions are trained as they compute, not in the paper's wider form that is
    folded into them afterwards.
    """

    scales: ClassVar = (1, 2, 3, 4, 8)
    tiny: ClassVar = ({"n_blocks": 3}, {"chained": False})

    sizes: ClassVar = {"small": {"n_feats": 32}, "medium": {"n_feats": 40}, "paper": {}}

    n_feats: Annotated[int, Field(title="Features", ge=1, le=1024)] = 48
    """Channels of every hidden layer."""

    n_blocks: Annotated[int, Field(title="Blocks", ge=1, le=64)] = 6
    """Attention blocks in the trunk."""

    chained: Annotated[bool, Field(title="Blocks one after another")] = True
    """Whether a block is given what the one before it made. Else two blocks see the first features, side by side, as in
    the network of SEN2SRLite, and n_blocks has no effect."""

    def trunk(self, bands: int, scale: int) -> nn.Module:
        return _SpanTrunk(self, bands)

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, _AttentionBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.conv(3, times=2 + 3 * (self.n_blocks if self.chained else 1))

    def trunk_activation_floats(self) -> int:
        # The first features, the first block's, all four concatenated, and a block's three.
        return 9 * self.n_feats


class _AttentionBlock(nn.Module):
    """Three convolutions, (r + input) × (σ(r) − ½) of what they give (figure 3)."""

    def __init__(self, n_feats: int) -> None:
        super().__init__()
        self.first, self.second, self.third = (conv(n_feats, n_feats) for _ in range(3))

    def forward(
        self, x: Float[Tensor, "b f h w"]
    ) -> tuple[Float[Tensor, "b f h w"], Float[Tensor, "b f h w"]]:
        """Return the block's result, and what its first convolution and activation give."""
        early = nn.functional.silu(self.first(x))
        residual = self.third(nn.functional.silu(self.second(early)))
        return (residual + x) * (torch.sigmoid(residual) - 0.5), early


class _SpanTrunk(nn.Module):
    """Blocks, of which the first one's result and the last one's early features are fused with the ends (figure 2)."""

    def __init__(self, span: SPAN, bands: int) -> None:
        super().__init__()
        self.chained = span.chained
        self.first = conv(bands, span.n_feats)
        count = span.n_blocks if span.chained else 2
        self.attention = nn.ModuleList(_AttentionBlock(span.n_feats) for _ in range(count))
        self.last = conv(span.n_feats, span.n_feats)
        self.fusion = conv(4 * span.n_feats, span.n_feats, 1)

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        features = self.first(x)
        results, early = [features], features
        for block in self.attention:
            result, early = block(results[-1] if self.chained else features)
            results.append(result)
        fused: Tensor = self.fusion(torch.cat((features, self.last(results[-1]), results[1], early), dim=1))
        return fused
