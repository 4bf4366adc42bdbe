"""PLKSR: partial large kernels (Lee et al. 2024), and RealPLKSR."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

import torch
from jaxtyping import Float
from pydantic import Field
from torch import Tensor, nn

from ..errors import InputError
from ._blocks import ChannelNorm, conv, find_modules
from ._receptive_field import ReceptiveField
from ._single_shuffle import SingleShuffleBackbone

MIXERS = {"ccm": (3, 1), "dccm": (3, 3), "iccm": (1, 3)}
"""Sides of the two convolutions of a channel mixer."""
NORM_GROUPS, LAYER_NORM_EPS = 4, 1e-6


class PLKSR(SingleShuffleBackbone):
    """PLKSR: wide surroundings by large kernels on a part of the channels.

    Lee et al. 2024, "Partial Large Kernel CNNs for Efficient Super-Resolution", figures 2 and 3; the defaults are the
    paper's, n_blocks=12, kernel=13 its tiny one. With activation=mish and block_norm=group it is RealPLKSR of neosr, which
    normalises over the whole image. As published it adds its output to the input's repeated pixels (global_skip=nearest).
    """

    scales: ClassVar = (1, 2, 3, 4, 8)
    tiny: ClassVar = (
        {"kernel": 5, "partial_feats": 2, "n_blocks": 2},
        {
            "kernel": 3,
            "partial_feats": 4,
            "n_feats": 4,
            "n_blocks": 1,
            "mixer": "ccm",
            "attention": False,
            "block_norm": "layer",
        },
        {
            "kernel": 3,
            "partial_feats": 1,
            "n_feats": 4,
            "n_blocks": 1,
            "mixer": "iccm",
            "activation": "mish",
            "block_norm": "group",
        },
    )

    sizes: ClassVar = {
        "small": {"n_feats": 24, "n_blocks": 8, "kernel": 13, "partial_feats": 6},
        "medium": {"n_blocks": 12, "kernel": 13},
        "paper": {},
    }

    n_blocks: Annotated[int, Field(title="Blocks", ge=1, le=128)] = 28
    """Blocks in the trunk."""

    kernel: Annotated[int, Field(title="Side of large kernels", ge=3, le=63)] = 17
    """Side of the large kernels in low-resolution pixels, an odd number. Each block sees half of it further."""

    partial_feats: Annotated[int, Field(title="Channels of large kernels", ge=1, le=1024)] = 16
    """Channels that the large kernels work on; the others pass by."""

    mixer: Annotated[Literal["ccm", "dccm", "iccm"], Field(title="Channel mixer")] = "dccm"
    """Two convolutions that mix channels. ccm: 3 × 3, then 1 × 1; dccm: both 3 × 3; iccm: 1 × 1, then 3 × 3."""

    activation: Annotated[Literal["gelu", "mish"], Field(title="Activation")] = "gelu"
    """What is between them: gelu in PLKSR, mish in RealPLKSR."""

    attention: Annotated[bool, Field(title="Element-wise attention")] = True
    """Whether every number is weighed by what a convolution makes of its surroundings."""

    block_norm: Annotated[Literal["none", "layer", "group"], Field(title="Normalisation")] = "none"
    """Of each block. layer: over the channels of each pixel, before it. group: over the whole image, after it, as in
    RealPLKSR: then a tile's result depends a little on its size, and faint seams are possible."""

    @property
    def is_local(self) -> bool:
        return self.block_norm != "group"

    def trunk(self, bands: int, scale: int) -> nn.Module:
        if self.kernel % 2 == 0 or self.partial_feats > self.n_feats or self.n_feats % self._norm_groups:
            raise InputError(
                "PLKSR takes an odd kernel, partial_feats of at most n_feats, and with block_norm=group n_feats that is a multiple of "
                "{groups}: change kernel={kernel}, partial_feats={partial_feats} or n_feats={n_feats}.",
                groups=NORM_GROUPS,
                kernel=self.kernel,
                partial_feats=self.partial_feats,
                n_feats=self.n_feats,
            )
        return nn.Sequential(conv(bands, self.n_feats), *(_PlkBlock(self) for _ in range(self.n_blocks)))

    @property
    def _norm_groups(self) -> int:
        return NORM_GROUPS if self.block_norm == "group" else 1

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, _PlkBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        for _ in range(self.n_blocks):
            if self.attention:
                field = field.conv(3)
            field = field.conv(self.kernel)
            for side in MIXERS[self.mixer]:
                field = field.conv(side)
        return field.conv(3)

    def trunk_activation_floats(self) -> int:
        # A block's skip, what is mixed at twice the width before and after its activation, and the result.
        return 6 * self.n_feats


class _PlkBlock(nn.Module):
    """Channel mixer, large kernels, attention, 1 × 1 convolution, + input (figure 2)."""

    def __init__(self, plksr: PLKSR) -> None:
        super().__init__()
        width = plksr.n_feats
        first, second = MIXERS[plksr.mixer]
        activation = nn.GELU() if plksr.activation == "gelu" else nn.Mish()
        layers: dict[str, nn.Module] = {}
        if plksr.block_norm == "layer":
            layers["norm"] = ChannelNorm(width, LAYER_NORM_EPS)
        layers["mixer"] = nn.Sequential(
            conv(width, 2 * width, first), activation, conv(2 * width, width, second)
        )
        layers["large"] = _PartialConv(plksr.partial_feats, width, plksr.kernel)
        if plksr.attention:
            layers["attention"] = _ElementAttention(width)
        layers["refine"] = conv(width, width, 1)
        if plksr.block_norm == "group":
            layers["norm"] = nn.GroupNorm(NORM_GROUPS, width)
        self.layers = nn.ModuleDict(layers)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        out = x
        for layer in self.layers.values():
            out = layer(out)
        return out + x


class _PartialConv(nn.Module):
    """A convolution of the first channels; the others stay as they are."""

    def __init__(self, split: int, n_feats: int, kernel: int) -> None:
        super().__init__()
        self.split, self.n_feats = split, n_feats
        self.conv = conv(split, split, kernel)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        if self.split == self.n_feats:
            whole: Tensor = self.conv(x)
            return whole
        return torch.cat((self.conv(x[:, : self.split]), x[:, self.split : self.n_feats]), dim=1)


class _ElementAttention(nn.Module):
    """x × σ(conv3(x))."""

    def __init__(self, n_feats: int) -> None:
        super().__init__()
        self.conv = conv(n_feats, n_feats)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        return x * torch.sigmoid(self.conv(x))
