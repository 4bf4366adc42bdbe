"""Layers that several networks share, and how far an output pixel sees through them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

import torch
from jaxtyping import Float
from torch import Tensor, nn


class ReceptiveField(NamedTuple):
    """The pixels of a layer's input, along one axis, that its output pixels depend on.

    It starts at the pixels of one low-resolution pixel in the result and is walked backwards, from the last layer to
    the first: `ReceptiveField(0, scale - 1).conv(3).shuffle(2).conv(3)`.
    """

    first: int
    last: int

    def conv(self, kernel: int) -> ReceptiveField:
        """Through a convolution with an odd kernel and stride 1 that keeps the size."""
        return ReceptiveField(self.first - kernel // 2, self.last + kernel // 2)

    def shuffle(self, factor: int) -> ReceptiveField:
        """Through a pixel shuffle or a nearest-neighbour upsampling, to pixels `factor` times larger."""
        return ReceptiveField(self.first // factor, self.last // factor)

    def pool(self, factor: int) -> ReceptiveField:
        """Through a pooling of `factor` pixels into one: the way back from `shuffle`."""
        return ReceptiveField(self.first * factor, self.last * factor + factor - 1)

    def transposed(self, kernel: int, stride: int, padding: int) -> ReceptiveField:
        """Through a transposed convolution: input i goes to outputs i × stride − padding + [0, kernel)."""
        return ReceptiveField(
            -((kernel - 1 - padding - self.first) // stride), (self.last + padding) // stride
        )

    def bilinear(self, scale: int) -> ReceptiveField:
        """Through the bilinear global skip: the two pixels around each output pixel's centre."""
        if scale == 1:  # centre on centre: the others weigh nothing
            return self
        first, last = (math.floor((pixel + 0.5) / scale - 0.5) for pixel in self)
        return ReceptiveField(first, last + 1)

    def bicubic(self, scale: int) -> ReceptiveField:
        """Through the bicubic global skip: one pixel further on either side than the bilinear one."""
        return self if scale == 1 else self.bilinear(scale).conv(3)

    def at_any_place(self, step: int, back: Callable[[ReceptiveField], ReceptiveField]) -> ReceptiveField:
        """Through layers that gather pixels, counted from the first, by `step`; `back` leads back through them. What
        a pixel depends on differs with its place among the pixels gathered: any place will do."""
        found = self
        for place in range(step):
            seen = back(ReceptiveField(self.first + place, self.last + place))
            found = found.union(ReceptiveField(seen.first - place, seen.last - place))
        return found

    def union(self, other: ReceptiveField) -> ReceptiveField:
        """What either of two ways to the same output depends on."""
        return ReceptiveField(min(self.first, other.first), max(self.last, other.last))

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


def icnr(layer: nn.Conv2d, factor: int) -> nn.Conv2d:
    """`layer`, which feeds a pixel shuffle, with weights that make the two a nearest-neighbour upsampling at first.

    So a network begins without a checkerboard (Aitken et al. 2017, "Checkerboard artifact free sub-pixel convolution").
    """
    with torch.no_grad():
        for values in (layer.weight, layer.bias):
            if values is not None:
                values.copy_(values[:: factor**2].repeat_interleave(factor**2, dim=0))
    return layer


def continued(x: Float[Tensor, "b c h w"], multiple: int) -> Float[Tensor, "b c H W"]:
    """`x` with what its sides lack of a `multiple` repeated below and on the right: so pixels are gathered as counted
    from the first row and column, at any size."""
    height, width = x.shape[-2:]
    missing = (0, -width % multiple, 0, -height % multiple)
    return nn.functional.pad(x, missing, mode="replicate") if any(missing) else x


class ResidualBlock(nn.Module):
    """conv-ReLU-conv, times `res_scale`, added to its input; no batch normalisation (EDSR, figure 2c)."""

    def __init__(self, n_feats: int, res_scale: float = 1.0, kernel: int = 3) -> None:
        super().__init__()
        self.first, self.second = conv(n_feats, n_feats, kernel), conv(n_feats, n_feats, kernel)
        self.res_scale = res_scale

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        residual: Tensor = self.second(nn.functional.relu(self.first(x), inplace=True))
        return x + residual if self.res_scale == 1 else x + residual * self.res_scale


class DenseBlock(nn.Module):
    """Convolutions that each see the block's input and all before them, then fused, scaled and added to the input.

    n_layers × [conv3-activation giving `growth` channels, concatenated to what it saw]; a convolution of side
    `fusion` back to `n_feats`; × `res_scale`; + input. RDN's block (Zhang et al. 2018, figure 3b) fuses with side 1,
    that of ESRGAN (Wang et al. 2018, figure 4) with side 3. A `negative_slope` of 0 makes the activation a ReLU.
    """

    def __init__(
        self,
        n_feats: int,
        growth: int,
        n_layers: int,
        fusion: int,
        negative_slope: float = 0.0,
        res_scale: float = 1.0,
    ) -> None:
        super().__init__()
        self.layers = nn.ModuleList(conv(n_feats + i * growth, growth) for i in range(n_layers))
        self.fusion = conv(n_feats + n_layers * growth, n_feats, fusion)
        self.negative_slope, self.res_scale = negative_slope, res_scale

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        seen = x
        for layer in self.layers:
            new = nn.functional.leaky_relu(layer(seen), self.negative_slope, inplace=True)
            seen = torch.cat((seen, new), dim=1)
        fused: Tensor = self.fusion(seen)
        return x + fused if self.res_scale == 1 else x + fused * self.res_scale


def dense_activation_floats(n_feats: int, growth: int, n_layers: int) -> int:
    """Floats held for each pixel in a dense block: its last concatenation, what that is made from, and its input."""
    return 2 * (n_feats + n_layers * growth) + n_feats


class LongSkip(nn.Sequential):
    """Layers in a row whose result is added to what entered the first of them."""

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        out: Tensor = x
        for layer in self:
            out = layer(out)
        return out + x


class PerScale(nn.ModuleDict):
    """A module for each scale, of which that for `scale` is used. The weights of all are there, whichever it is."""

    def __init__(self, modules: Mapping[int, nn.Module], scale: int) -> None:
        super().__init__({f"x{each}": module for each, module in modules.items()})
        self.scale = scale

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f H W"]:
        out: Tensor = self[f"x{self.scale}"](x)
        return out


def of_kind(whole: nn.Module, kind: type[nn.Module]) -> tuple[nn.Module, ...]:
    """The blocks of a kind in `whole`, as they are laid out."""
    return tuple(module for module in whole.modules() if isinstance(module, kind))


def factors(scale: int) -> tuple[int, ...]:
    """The steps of an upsampler: one of 3, or as many of 2 as it takes; none at scale 1."""
    return (3,) if scale == 3 else (2,) * (scale.bit_length() - 1)


def upsampler(n_feats: int, scale: int, inputs: int | None = None) -> nn.Sequential:
    """Sub-pixel convolutions (Shi et al. 2016): per step a conv to factor² × `n_feats` and a pixel shuffle.

    It takes `n_feats` channels unless `inputs` says another number.
    """
    layers: list[nn.Module] = []
    for factor in factors(scale):
        layers += (conv(inputs or n_feats, factor**2 * n_feats), nn.PixelShuffle(factor))
        inputs = n_feats
    return nn.Sequential(*layers)


def upsampler_receptive_field(reach: ReceptiveField, scale: int) -> ReceptiveField:
    """Back through `upsampler`."""
    for factor in reversed(factors(scale)):
        reach = reach.shuffle(factor).conv(3)
    return reach
