"""SPAN: swift parameter-free attention network (Wan et al. 2024)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from pydantic import Field
from torch import nn

from ._blocks import find_modules
from ._receptive_field import ReceptiveField
from ._single_shuffle import SingleShuffleBackbone
from ._span_blocks import SIDE_BY_SIDE, AttentionBlock, SpanTrunk


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
    the networks of SEN2SRLite, and n_blocks has no effect."""

    def trunk(self, bands: int, scale: int) -> nn.Module:
        return SpanTrunk(bands, self.n_feats, self.n_blocks if self.chained else SIDE_BY_SIDE, self.chained)

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, AttentionBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.conv(3, times=2 + 3 * (self.n_blocks if self.chained else 1))

    def trunk_activation_floats(self) -> int:
        # The first features, the first block's, all four concatenated, and a block's three.
        return 9 * self.n_feats
