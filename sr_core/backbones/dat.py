"""DAT: transformer that attends to pixels and to channels in turn (Chen et al. 2023)."""

from __future__ import annotations

import math
from typing import Annotated, ClassVar

import torch
from jaxtyping import Float
from pydantic import Field, model_validator
from torch import Tensor, nn

from ..errors import OptionError
from ._blocks import conv
from ._receptive_field import ReceptiveField
from ._window_attention import Side, attend_in_windows, offset_index
from ._window_transformer import WindowTransformer

POSITION_SHARE = 32
"""Channels of the network for each one of the layers that make biases of offsets."""
CHANNEL_SHARE, SPATIAL_SHARE = 8, 16
"""Channels of the network for each one of the layers that weigh channels, and of those that weigh pixels."""


class DAT(WindowTransformer):
    """DAT: dual aggregation transformer, for models that others have trained.

    Chen et al. 2023, "Dual Aggregation Transformer for Image Super-Resolution", figure 2; the defaults are DAT-S.
    Blocks attend by turns within rectangles of pixels and among channels. The latter, and the weighing of channels, look at
    the whole image: tiles are computed with as much around them as the rectangles see, and faint seams are possible.
    Training takes a large graphics card.
    """

    tiny: ClassVar = ({"n_feats": 4, "heads": 2, "split_size": [2, 4], "n_blocks": 1, "depth": 3},)

    sizes: ClassVar = {
        "small": {"n_feats": 36, "n_blocks": 2, "depth": 2, "heads": 4, "split_size": [8, 8]},
        "medium": {"n_feats": 60, "n_blocks": 3, "depth": 6, "heads": 6, "split_size": [8, 16]},
        "paper": {},
    }

    split_size: Annotated[
        tuple[Annotated[int, Field(ge=1, le=128)], Annotated[int, Field(ge=1, le=128)]],
        Field(title="Sides of rectangles"),
    ] = (8, 16)
    """Sides of the rectangles within which half of the heads attend, in low-resolution pixels; for the other half they are
    turned. The larger is a multiple of the smaller."""

    expansion: Annotated[float, Field(title="Expansion", gt=0, le=16)] = 2.0
    """Hidden units of the feed-forward layers of each block, in multiples of n_feats."""

    qkv_bias: Annotated[bool, Field(title="Bias of attention")] = True
    """Whether what attends has a bias."""

    @model_validator(mode="after")
    def _check(self) -> DAT:
        small, large = sorted(self.split_size)
        if large % small:
            raise OptionError(
                "split_size={sides} does not fit: the larger must be a multiple of the smaller.",
                sides=self.split_size,
            )
        if self.heads % 2:
            raise OptionError(
                "heads={heads} does not fit: half of them attend in each rectangle.", heads=self.heads
            )
        return self

    @property
    def is_local(self) -> bool:
        return False

    def multiple_of(self) -> int:
        return max(self.split_size)

    def pad(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c H W"]:
        return x

    def make_blocks(self, number: int) -> nn.Module:
        return nn.Sequential(
            *(_DualBlock(self, self._attention(number, block)) for block in range(self.depth))
        )

    def _attention(self, number: int, block: int) -> nn.Module:
        """Build the attention of a block: even ones attend to pixels, every second of these in shifted rectangles."""
        if block % 2:
            return _ChannelAttention(self)
        return _PixelAttention(self, shifted=self._is_shifted(number, block))

    def _is_shifted(self, number: int, block: int) -> bool:
        return block % 4 == (0 if number % 2 else 2)

    def blocks_receptive_field(self, number: int, field: ReceptiveField) -> ReceptiveField:
        for block in reversed(range(self.depth)):
            field = field.conv(3)  # of the feed-forward layers
            seen = field.conv(3)  # of the values beside what attends
            if not block % 2:
                for side in self.split_size:
                    shift = side // 2 if self._is_shifted(number, block) else 0
                    seen = seen.union(field.windows(side, shift))
            field = seen
        return field

    def trunk_activation_floats(self) -> int:
        # Skips of image and group, and a block's: what attends, padded and shifted, and the scores of half of the heads
        # before and after softmax.
        return 15 * self.n_feats + 3 * (self.heads // 2) * math.prod(self.split_size)


class _DualBlock(nn.Module):
    """Attention and feed-forward layers, each normalised before and added to its input."""

    def __init__(self, dat: DAT, attention: nn.Module) -> None:
        super().__init__()
        self.attention_norm, self.attention = nn.LayerNorm(dat.n_feats), attention
        self.gate_norm, self.gate = nn.LayerNorm(dat.n_feats), _SpatialGate(dat)

    def forward(self, x: Float[Tensor, "b h w f"]) -> Float[Tensor, "b h w f"]:
        x = x + self.attention(self.attention_norm(x))
        block: Tensor = x + self.gate(self.gate_norm(x))
        return block


class _SpatialGate(nn.Module):
    """Feed-forward layers, half of whose hidden units are multiplied by a convolution of the other half (section 3.4)."""

    def __init__(self, dat: DAT) -> None:
        super().__init__()
        hidden = round(dat.n_feats * dat.expansion) // 2
        self.first = nn.Sequential(nn.Linear(dat.n_feats, 2 * hidden), nn.GELU())
        self.norm = nn.LayerNorm(hidden)
        self.conv = conv(hidden, hidden, groups=hidden)
        self.second = nn.Linear(hidden, dat.n_feats)

    def forward(self, x: Float[Tensor, "b h w f"]) -> Float[Tensor, "b h w f"]:
        kept, other = self.first(x).chunk(2, dim=-1)
        made: Tensor = self.second(kept * _last(self.conv(_first(self.norm(other)))))
        return made


class _Aggregation(nn.Module):
    """What both kinds of attention share: values that a convolution makes, weighed against what attends (figure 3)."""

    def __init__(self, dat: DAT) -> None:
        super().__init__()
        width = dat.n_feats
        self.qkv = nn.Linear(width, 3 * width, bias=dat.qkv_bias)
        self.out = nn.Linear(width, width)
        self.near = nn.Sequential(conv(width, width, groups=width), nn.BatchNorm2d(width), nn.GELU())
        self.channel_weights = _weighing(width, max(1, width // CHANNEL_SHARE), width)
        self.pixel_weights = _weighing(width, max(1, width // SPATIAL_SHARE), 1)

    def weigh_channels(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f 1 1"]:
        """Return a weight for each channel of the image."""
        weights: Tensor = self.channel_weights(x.mean((2, 3), keepdim=True))
        return weights.sigmoid()

    def weigh_pixels(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b 1 h w"]:
        """Return a weight for each pixel."""
        weights: Tensor = self.pixel_weights(x)
        return weights.sigmoid()


class _PixelAttention(_Aggregation):
    """Attention within rectangles, half of the heads in each of two."""

    def __init__(self, dat: DAT, *, shifted: bool) -> None:
        super().__init__(dat)
        rows, cols = dat.split_size
        self.multiple = dat.multiple_of()
        windows = ((rows, cols), (cols, rows))
        self.halves = nn.ModuleList(_RectangleAttention(dat, window, shifted) for window in windows)

    def forward(self, x: Float[Tensor, "b h w f"]) -> Float[Tensor, "b h w f"]:
        height, width = x.shape[1:3]
        qkv = self.qkv(x)
        near = self.near(_first(qkv.chunk(3, dim=-1)[2]))
        padded = nn.functional.pad(qkv, (0, 0, 0, -width % self.multiple, 0, -height % self.multiple))
        first, second = zip(*(part.chunk(2, dim=-1) for part in padded.chunk(3, dim=-1)), strict=True)
        made = [half(torch.cat(part, -1)) for half, part in zip(self.halves, (first, second), strict=True)]
        seen = _first(torch.cat(made, dim=-1)[:, :height, :width])
        out: Tensor = self.out(_last(seen * self.weigh_channels(near) + near * self.weigh_pixels(seen)))
        return out


class _RectangleAttention(nn.Module):
    """Attention within rectangles; layers make a bias of each offset."""

    def __init__(self, dat: DAT, window: Side, shifted: bool) -> None:
        super().__init__()
        width = max(1, dat.n_feats // POSITION_SHARE)
        self.window, self.shift = window, tuple(side // 2 if shifted else 0 for side in window)
        self.first = nn.Linear(2, width)
        self.layers = nn.Sequential(
            *(_position_layer(width, width) for _ in range(2)), _position_layer(width, dat.heads // 2)
        )

    def forward(self, qkv: Float[Tensor, "b h w f3"]) -> Float[Tensor, "b h w f"]:
        down, right = self.shift
        if down or right:
            qkv = torch.roll(qkv, (-down, -right), (1, 2))
        rows, cols = (
            torch.arange(1 - side, side, device=qkv.device, dtype=qkv.dtype) for side in self.window
        )
        offsets = torch.stack((rows.repeat_interleave(len(cols)), cols.repeat(len(rows))), dim=1)
        bias = self.layers(self.first(offsets))[offset_index(self.window, qkv.device)].permute(2, 0, 1)
        seen = attend_in_windows(qkv, self.window, (down, right), bias)
        return torch.roll(seen, (down, right), (1, 2)) if down or right else seen


class _ChannelAttention(_Aggregation):
    """Attention among the channels of each head, by what they are like over the image (transposed attention)."""

    def __init__(self, dat: DAT) -> None:
        super().__init__(dat)
        self.temperature = nn.Parameter(torch.ones(dat.heads, 1, 1))

    def forward(self, x: Float[Tensor, "b h w f"]) -> Float[Tensor, "b h w f"]:
        height, width = x.shape[1:3]
        qkv = self.qkv(x)
        near = self.near(_first(qkv.chunk(3, dim=-1)[2]))
        pixels = qkv.flatten(1, 2).transpose(1, 2)
        heads = len(self.temperature)
        q, k, v = (part.reshape(len(x), heads, -1, height * width) for part in pixels.chunk(3, dim=1))
        q, k = (nn.functional.normalize(part, dim=-1) for part in (q, k))
        seen = (q @ k.transpose(-2, -1) * self.temperature).softmax(-1) @ v
        seen = seen.reshape(len(x), -1, height, width)
        out: Tensor = self.out(_last(seen * self.weigh_pixels(near) + near * self.weigh_channels(seen)))
        return out


def _weighing(inputs: int, hidden: int, outputs: int) -> nn.Sequential:
    """Make the layers that weigh channels or pixels."""
    return nn.Sequential(conv(inputs, hidden, 1), nn.BatchNorm2d(hidden), nn.GELU(), conv(hidden, outputs, 1))


def _position_layer(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.LayerNorm(inputs), nn.ReLU(), nn.Linear(inputs, outputs))


def _first(x: Float[Tensor, "b h w f"]) -> Float[Tensor, "b f h w"]:
    """Return features with the channels first."""
    return x.permute(0, 3, 1, 2)


def _last(x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b h w f"]:
    """Return features with the channels last."""
    return x.permute(0, 2, 3, 1)
