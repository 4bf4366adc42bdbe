"""Layers that several networks share, and how far an output pixel sees through them."""

from __future__ import annotations

import math
from typing import NamedTuple

from jaxtyping import Float
from torch import Tensor, nn


class Reach(NamedTuple):
    """The pixels of a layer's input, along one axis, that its output pixels depend on.

    It starts at the pixels of one low-resolution pixel in the result and is walked backwards, from the last layer to
    the first: `Reach(0, scale - 1).conv(3).shuffle(2).conv(3)`.
    """

    first: int
    last: int

    def conv(self, kernel: int) -> Reach:
        """Through a convolution with an odd kernel and stride 1 that keeps the size."""
        return Reach(self.first - kernel // 2, self.last + kernel // 2)

    def shuffle(self, factor: int) -> Reach:
        """Through a pixel shuffle, to pixels `factor` times larger."""
        return Reach(self.first // factor, self.last // factor)

    def transposed(self, kernel: int, stride: int, padding: int) -> Reach:
        """Through a transposed convolution: input i goes to outputs i × stride − padding + [0, kernel)."""
        return Reach(-((kernel - 1 - padding - self.first) // stride), (self.last + padding) // stride)

    def bicubic(self, scale: int) -> Reach:
        """Through the bicubic global skip: four taps around each output pixel's centre."""
        first, last = (math.floor((pixel + 0.5) / scale - 0.5) for pixel in self)
        return Reach(first - 1, last + 2)

    def union(self, other: Reach) -> Reach:
        """What either of two ways to the same output depends on."""
        return Reach(min(self.first, other.first), max(self.last, other.last))

    @property
    def radius(self) -> int:
        """The farther of the two sides, counted from the low-resolution pixel at 0."""
        return max(-self.first, self.last)


def conv(inputs: int, outputs: int, kernel: int = 3) -> nn.Conv2d:
    """A convolution that keeps the size."""
    return nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2)


def zeroed(layer: nn.Conv2d) -> nn.Conv2d:
    """`layer` with weights and bias zero: a network that ends in it starts at exactly what it is added to."""
    nn.init.zeros_(layer.weight)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    return layer


class ResidualBlock(nn.Module):
    """conv-ReLU-conv, times `res_scale`, added to its input; no batch normalisation (EDSR, figure 2c)."""

    def __init__(self, n_feats: int, res_scale: float = 1.0) -> None:
        super().__init__()
        self.first, self.second = conv(n_feats, n_feats), conv(n_feats, n_feats)
        self.res_scale = res_scale

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        residual: Tensor = self.second(nn.functional.relu(self.first(x), inplace=True))
        return x + residual if self.res_scale == 1 else x + residual * self.res_scale


class LongSkip(nn.Sequential):
    """Layers in a row whose result is added to what entered the first of them."""

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        out: Tensor = x
        for layer in self:
            out = layer(out)
        return out + x


def factors(scale: int) -> tuple[int, ...]:
    """The upsampling steps of a sub-pixel upsampler: one of 3, or as many of 2 as it takes."""
    return (3,) if scale == 3 else (2,) * (scale.bit_length() - 1)


def upsampler(n_feats: int, scale: int) -> nn.Sequential:
    """Sub-pixel convolutions (Shi et al. 2016): per step a conv to factor² × `n_feats` and a pixel shuffle."""
    steps = [(conv(n_feats, factor**2 * n_feats), nn.PixelShuffle(factor)) for factor in factors(scale)]
    return nn.Sequential(*(layer for step in steps for layer in step))


def upsampler_reach(reach: Reach, scale: int) -> Reach:
    """Back through `upsampler`."""
    for factor in reversed(factors(scale)):
        reach = reach.shuffle(factor).conv(3)
    return reach
