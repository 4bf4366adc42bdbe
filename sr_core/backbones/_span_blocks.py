"""SPAN's trunk (Wan et al. 2024, figures 2 and 3), at whatever resolution it is given."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor, nn

from ._blocks import conv

SIDE_BY_SIDE = 2
"""Blocks that count where none is given what another made: of their results only the first's and the last's are read."""


class AttentionBlock(nn.Module):
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


class SpanTrunk(nn.Module):
    """Blocks, of which the first one's result and the last one's early features are fused with the ends (figure 2)."""

    def __init__(self, inputs: int, n_feats: int, n_blocks: int, chained: bool) -> None:
        """Build the layers.

        Args:
            inputs: Channels that they take.
            n_feats: Channels of every layer's result.
            n_blocks: Number of attention blocks.
            chained: Whether a block is given what the one before it made, or else the first features, as all others.
        """
        super().__init__()
        self.chained = chained
        self.first = conv(inputs, n_feats)
        self.attention = nn.ModuleList(AttentionBlock(n_feats) for _ in range(n_blocks))
        self.last = conv(n_feats, n_feats)
        self.fusion = conv(4 * n_feats, n_feats, 1)

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        features = self.first(x)
        results, early = [features], features
        for block in self.attention:
            result, early = block(results[-1] if self.chained else features)
            results.append(result)
        fused: Tensor = self.fusion(torch.cat((features, self.last(results[-1]), results[1], early), dim=1))
        return fused
