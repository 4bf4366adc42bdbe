"""OmniSR: attention to pixels and to channels, within windows and across them (Wang et al. 2023)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

import torch
from jaxtyping import Float
from pydantic import Field
from torch import Tensor, nn

from ._blocks import ChannelNorm, conv, find_modules
from ._receptive_field import ReceptiveField
from ._shuffle_only_tail import ShuffleTailBackbone
from ._window_attention import Side, attend, join_windows, offset_index, require_heads, split_windows

NORM_EPS = 1e-6
"""Of the normalisations before convolutions; those before attention to pixels have PyTorch's."""
GATE_SHARE, GATE_LEAST = 4, 16
"""Channels of the network for each one of a group's gate, and the fewest that it has."""
POOLED, GATE_KERNEL = 15, 57
"""Fewest pixels a side that a gate pools, and side of the square of pixels that weigh one of its results."""


class OmniSR(ShuffleTailBackbone):
    """OmniSR: omni-dimensional attention, for models that others have trained.

    Wang et al. 2023, "Omni Aggregation Networks for Lightweight Image Super-Resolution", section 3; the defaults are
    the paper's. Blocks attend to pixels and to channels, first within squares, then among pixels spread evenly over the
    whole image: tiles are computed with as much around them as squares and convolutions see, and seams are possible.
    """

    tiny: ClassVar = ({"n_feats": 4, "heads": 2, "window_size": 2, "n_blocks": 1},)

    sizes: ClassVar = {"small": {"n_feats": 32, "n_blocks": 4}, "medium": {"n_feats": 48}, "paper": {}}

    n_blocks: Annotated[int, Field(title="Groups of blocks", ge=1, le=64)] = 5
    """Groups of blocks, each of which weighs its pixels after them."""

    depth: Annotated[int, Field(title="Blocks in a group", ge=1, le=64)] = 1
    """Blocks in each group."""

    heads: Annotated[int, Field(title="Attention heads", ge=1, le=128)] = 4
    """Attention heads of each block; it must divide n_feats."""

    window_size: Annotated[int, Field(title="Side of windows", ge=2, le=64)] = 8
    """Side of the squares within which attention is computed, in low-resolution pixels. Across them it is computed among as
    many pixels."""

    position_bias: Annotated[bool, Field(title="Bias of offsets")] = True
    """Whether attention to pixels knows how they lie to each other."""

    @property
    def is_local(self) -> bool:
        return False

    def multiple_of(self) -> int:
        return self.window_size

    def trunk(self, bands: int, scale: int) -> nn.Module:
        return self._trunk(bands, bands, scale)

    def parts(self, inputs: int, bands: int, scale: int) -> dict[str, nn.Module]:
        return {"trunk": self._trunk(inputs, bands, scale), "tail": self.tail(bands, scale)}

    def _trunk(self, inputs: int, bands: int, scale: int) -> nn.Module:
        require_heads(self.n_feats, self.heads)
        return _OmniTrunk(self, inputs, bands, scale)

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, _OmniGroup)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.conv(3).union_over_phases(self.window_size, self._groups_receptive_field).conv(3)

    def _groups_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        field = field.conv(3)
        for _ in range(self.n_blocks):
            field = field.conv(GATE_KERNEL)
            for _ in range(self.depth):
                # Three feed-forward layers and the channels' convolution; what squares see; feed-forward and convolutions.
                field = field.conv(3, times=4).windows(self.window_size).conv(3, times=2)
                field = field.windows(self.window_size).conv(3)
        return field

    def trunk_activation_floats(self) -> int:
        # Skips of image, group and block, and what attends: among channels as it is made, convolved, divided into windows
        # and normalised; among pixels once, and the scores of all heads before and after softmax.
        return max(14 * self.n_feats, 7 * self.n_feats + 2 * self.heads * self.window_size**2)

    def trunk_result_floats(self, bands: int, scale: int) -> int:
        return 3 * bands * scale**2


class _OmniTrunk(nn.Module):
    """All layers, over whole windows; the result's pixels are gathered into channels at low resolution."""

    def __init__(self, omnisr: OmniSR, inputs: int, bands: int, scale: int) -> None:
        super().__init__()
        width = omnisr.n_feats
        self.window, self.scale = omnisr.window_size, scale
        self.first = conv(inputs, width)
        self.groups = nn.Sequential(*(_OmniGroup(omnisr) for _ in range(omnisr.n_blocks)))
        self.after = conv(width, width)
        self.head = nn.Sequential(omnisr.last(conv(width, scale**2 * bands)), nn.PixelShuffle(scale))

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        height, width = x.shape[-2:]
        shallow = self.first(self._pad(x))
        made = self.head(self.after(self.groups(shallow)) + shallow)
        made = made[..., : height * self.scale, : width * self.scale]
        return nn.functional.pixel_unshuffle(made, self.scale)

    def _pad(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c H W"]:
        """Continue the image below and on the right by zeros to whole windows, and to as many pixels as a gate pools."""
        missing = [self._missing(side) for side in (x.shape[-1], x.shape[-2])]
        return nn.functional.pad(x, (0, missing[0], 0, missing[1])) if any(missing) else x

    def _missing(self, side: int) -> int:
        whole, least = side + -side % self.window, POOLED + -POOLED % self.window
        # Sums alone, because a comparison would be decided for good where the network is written in ONNX.
        missing: int = whole - side + (least - whole) * 0 ** (whole // least)
        return missing


class _OmniGroup(nn.Module):
    """Blocks and a 1 × 1 convolution, + input, whose pixels are weighed (OSAG)."""

    def __init__(self, omnisr: OmniSR) -> None:
        super().__init__()
        width = omnisr.n_feats
        self.layers = nn.Sequential(*(_OmniBlock(omnisr) for _ in range(omnisr.depth)), conv(width, width, 1))
        self.gate = _PooledGate(width)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        group: Tensor = self.gate(self.layers(x) + x)
        return group


class _OmniBlock(nn.Sequential):
    """Convolutions, then attention to pixels and to channels, within windows and across them (OSA)."""

    def __init__(self, omnisr: OmniSR) -> None:
        layers: list[nn.Module] = [_WeighedConvs(omnisr.n_feats)]
        for across in (False, True):
            for attention in (_OmniPixelAttention, _OmniChannelAttention):
                layers += (attention(omnisr, across=across), _GatedConvs(omnisr.n_feats))
        super().__init__(*layers)


class _WeighedConvs(nn.Module):
    """Convolutions whose channels are weighed by their means over the image, + input (local convolution block)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.hidden = nn.Sequential(
            conv(width, width, 1), nn.GELU(), conv(width, width, groups=width), nn.GELU()
        )
        self.weights = nn.Sequential(
            nn.Linear(width, max(1, width // 4), bias=False),
            nn.SiLU(),
            nn.Linear(max(1, width // 4), width, bias=False),
        )
        self.out = conv(width, width, 1)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        hidden = self.hidden(x)
        weights = self.weights(hidden.mean((2, 3))).sigmoid()[..., None, None]
        out: Tensor = self.out(hidden * weights) + x
        return out


class _OmniPixelAttention(nn.Module):
    """Attention among the pixels of a window, or among those at the same place in parts of the image, + input.

    Across windows there are as many parts as a window has pixels, so that pixels that see each other lie a part apart.
    """

    def __init__(self, omnisr: OmniSR, *, across: bool) -> None:
        super().__init__()
        width = omnisr.n_feats
        self.window, self.heads, self.across = omnisr.window_size, omnisr.heads, across
        self.norm = nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width, bias=False), nn.Linear(width, width, bias=False)
        self.offsets: nn.Embedding | None = None
        if omnisr.position_bias:
            self.offsets = nn.Embedding((2 * self.window - 1) ** 2, self.heads)
            nn.init.trunc_normal_(self.offsets.weight, std=0.02)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        pixels = x.permute(0, 2, 3, 1)
        rows, cols = x.shape[2] // self.window, x.shape[3] // self.window
        window = (rows, cols) if self.across else (self.window, self.window)
        q, k, v = _split(self.qkv(self.norm(pixels)), window, self.across).chunk(3, dim=-1)
        seen = _join(attend(q, k, v, self._bias(q)), window, self.across, pixels)
        out: Tensor = self.out(seen).permute(0, 3, 1, 2) + x
        return out

    def _bias(self, q: Float[Tensor, "k n f"]) -> Float[Tensor, "1 h n n"]:
        if self.offsets is None:
            return q.new_zeros(1, self.heads, q.shape[1], q.shape[1])
        bias: Tensor = self.offsets(offset_index((self.window, self.window), q.device))
        return bias.permute(2, 0, 1)[None]


class _OmniChannelAttention(nn.Module):
    """Attention among channels by the pixels of a window, or by those at the same place in all windows, + input."""

    def __init__(self, omnisr: OmniSR, *, across: bool) -> None:
        super().__init__()
        width = omnisr.n_feats
        self.window, self.across = (omnisr.window_size, omnisr.window_size), across
        self.norm = ChannelNorm(width, NORM_EPS)
        self.qkv = nn.Sequential(
            conv(width, 3 * width, 1, bias=False), conv(3 * width, 3 * width, groups=3 * width, bias=False)
        )
        self.temperature = nn.Parameter(torch.ones(omnisr.heads, 1, 1))
        self.out = conv(width, width, 1, bias=False)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        pixels = self.qkv(self.norm(x)).permute(0, 2, 3, 1)
        parts = _split(pixels, self.window, self.across).transpose(1, 2)
        heads = len(self.temperature)
        q, k, v = (part.reshape(parts.shape[0], heads, -1, parts.shape[2]) for part in parts.chunk(3, dim=1))
        q, k = (nn.functional.normalize(part, dim=-1) for part in (q, k))
        seen = (q @ k.transpose(-2, -1) * self.temperature).softmax(-1) @ v
        image = _join(seen.flatten(1, 2).transpose(1, 2), self.window, self.across, pixels)
        out: Tensor = self.out(image.permute(0, 3, 1, 2)) + x
        return out


class _GatedConvs(nn.Module):
    """Convolutions, half of whose hidden units are multiplied by the activated other half, + input."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = ChannelNorm(width, NORM_EPS)
        self.hidden = nn.Sequential(
            conv(width, 2 * width, 1, bias=False), conv(2 * width, 2 * width, groups=2 * width, bias=False)
        )
        self.out = conv(width, width, 1, bias=False)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        gate, kept = self.hidden(self.norm(x)).chunk(2, dim=1)
        out: Tensor = self.out(nn.functional.gelu(gate) * kept) + x
        return out


class _PooledGate(nn.Module):
    """x × σ of what convolutions of the pixels and of their surroundings, pooled, give (Liu et al. 2020, ESA)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        narrow = max(width // GATE_SHARE, GATE_LEAST)
        self.squeeze, self.near, self.out = (
            conv(width, narrow, 1),
            conv(narrow, narrow, 1),
            conv(narrow, width, 1),
        )
        self.stride, self.around = nn.Conv2d(narrow, narrow, 3, stride=2), conv(narrow, narrow)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        squeezed = self.squeeze(x)
        pooled = self.around(nn.functional.max_pool2d(self.stride(squeezed), 7, stride=3))
        around = nn.functional.interpolate(pooled, x.shape[-2:], mode="bilinear", align_corners=False)
        weights: Tensor = self.out(around + self.near(squeezed))
        return x * weights.sigmoid()


def _split(x: Float[Tensor, "b h w f"], window: Side, across: bool) -> Float[Tensor, "k n f"]:
    """Return the pixels of each window, or `across` windows those at the same place in each."""
    parts = split_windows(x, window)
    return _swap(parts, x.shape[0]) if across else parts


def _join(
    parts: Float[Tensor, "k n f"], window: Side, across: bool, like: Float[Tensor, "b h w g"]
) -> Float[Tensor, "b h w f"]:
    """Return the image of which `_split` made parts."""
    return join_windows(_swap(parts, like.shape[0]) if across else parts, window, like)


def _swap(parts: Float[Tensor, "k n f"], batch: int) -> Float[Tensor, "m l f"]:
    """Return windows in place of the pixels in them, and pixels in place of windows."""
    return parts.reshape(batch, -1, *parts.shape[1:]).transpose(1, 2).flatten(0, 1)
