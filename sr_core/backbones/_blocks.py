"""Layers that several networks share."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from itertools import pairwise

import torch
from jaxtyping import Float
from torch import Tensor, nn

from ._receptive_field import ReceptiveField

ROUNDING = 3e-6
"""What sums of a kernel may differ by, as a share of its largest weight, though they are meant to be equal."""
EQUAL = 1e-5
"""What weights may be off equal sub-pixels, as a share of the largest, and count as equal; training takes them far beyond."""


def bicubic(x: Float[Tensor, "b c h w"], scale: int) -> Float[Tensor, "b c H W"]:
    """Upsample bicubically, corner on corner: the global skip, and "bicubic" wherever a result is compared with it."""
    return nn.functional.interpolate(x, scale_factor=scale, mode="bicubic", align_corners=False)


def bilinear(x: Float[Tensor, "b c h w"], scale: int) -> Float[Tensor, "b c H W"]:
    """Upsample bilinearly, corner on corner: the global skip of BasicSR's MSRResNet."""
    return nn.functional.interpolate(x, scale_factor=scale, mode="bilinear", align_corners=False)


def nearest(x: Float[Tensor, "b c h w"], scale: int) -> Float[Tensor, "b c H W"]:
    """Upsample by repetition: the global skip of Real-ESRGAN's compact network."""
    return nn.functional.interpolate(x, scale_factor=scale, mode="nearest")


def conv(inputs: int, outputs: int, kernel: int = 3, groups: int = 1, bias: bool = True) -> nn.Conv2d:
    """Make a convolution that keeps the size."""
    return nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, groups=groups, bias=bias)


def zero_init(layer: nn.Conv2d) -> nn.Conv2d:
    """Set weights and bias to zero: a network that ends in `layer` starts at exactly what it is added to."""
    nn.init.zeros_(layer.weight)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    return layer


def icnr(layer: nn.Conv2d, factor: int) -> nn.Conv2d:
    """Initialise `layer`, which feeds a pixel shuffle, so that the two are nearest-neighbour upsampling at first.

    So a network begins without a checkerboard (Aitken et al. 2017, "Checkerboard artifact free sub-pixel convolution").
    """
    with torch.no_grad():
        for values in (layer.weight, layer.bias):
            if values is not None:
                values.copy_(values[:: factor**2].repeat_interleave(factor**2, dim=0))
    return layer


def find_subpixel_convs(whole: nn.Module) -> list[tuple[nn.Conv2d, int]]:
    """Return the convolutions that feed a pixel shuffle, and the factor of each shuffle."""
    rows = (list(module) for module in whole.modules() if isinstance(module, nn.Sequential))
    return [
        (layer, after.upscale_factor)
        for row in rows
        for layer, after in pairwise(row)
        if isinstance(layer, nn.Conv2d) and isinstance(after, nn.PixelShuffle)
    ]


def equalize_subpixels_(layer: nn.Conv2d, factor: int) -> None:
    """Change `layer`, which feeds a pixel shuffle, as little as makes flat fields flat and ramps straight.

    The kernels of the factor² sub-pixels of a channel get, for each channel of the input, the same sum, and the same bias:
    what is constant has no pattern, whatever its level (Sugawara et al. 2018, "Super-resolution using convolutional
    neural networks without any checkerboard artifacts", condition 8). Their first moments get as far apart as the
    sub-pixels lie: what rises evenly rises evenly from sub-pixel to sub-pixel, where otherwise roofs on which features
    change slowly would have a saw-tooth. What kernels respond to besides stays. ICNR (Aitken et al. 2017) has kernels
    begin equal and lets them part.
    """
    with torch.no_grad():
        side = layer.weight.shape[-1]
        # (channels, sub-pixel rows, sub-pixel columns, inputs, k, k)
        kernels = layer.weight.view(-1, factor, factor, *layer.weight.shape[1:])
        sums = kernels.sum((4, 5), keepdim=True)
        mean = sums.mean((1, 2), keepdim=True)
        change = _without_rounding(mean - sums, kernels) / side**2
        if side > 1:
            taps = torch.arange(side, device=mean.device, dtype=mean.dtype) - (side - 1) / 2
            places = (torch.arange(factor, device=mean.device, dtype=mean.dtype) - (factor - 1) / 2) / factor
            for axis, ramp in ((1, taps.view(-1, 1)), (2, taps)):
                shape = [1] * kernels.dim()
                shape[axis] = factor
                wanted = mean * places.view(shape)
                off = (kernels * ramp).sum((4, 5), keepdim=True) - wanted
                slope = _without_rounding(off.mean((1, 2), keepdim=True) - off, kernels)
                change = change + slope * ramp / (side * taps.square().sum())
        kernels += change
        if layer.bias is not None:
            bias = layer.bias.view(-1, factor**2)
            bias += _without_rounding(bias.mean(1, keepdim=True) - bias, bias)


def has_equal_subpixels(layer: nn.Conv2d, factor: int) -> bool:
    """Return whether `equalize_subpixels_` would leave a layer as it is, as one that is zero or that ICNR has initialised.

    What rounding has left counts as equal: else a training that goes on from a checkpoint could go another way.
    """
    copy = deepcopy(layer)
    equalize_subpixels_(copy, factor)
    return all(
        bool((one - other).abs().amax() <= EQUAL * other.abs().amax())
        for one, other in zip(copy.parameters(), layer.parameters(), strict=True)
    )


def _without_rounding(difference: Tensor, values: Tensor) -> Tensor:
    """Return a difference between sums of `values`, 0 where it is no more than their rounding: what is right stays."""
    return torch.where(difference.abs() > ROUNDING * values.abs().amax(), difference, 0)


def pad_to_multiple(x: Float[Tensor, "b c h w"], multiple: int) -> Float[Tensor, "b c H W"]:
    """Pad below and on the right, by repetition, until both sides are multiples of `multiple`.

    So pixels are gathered as counted from the first row and column, at any size.
    """
    height, width = x.shape[-2:]
    missing = (0, -width % multiple, 0, -height % multiple)
    return nn.functional.pad(x, missing, mode="replicate") if any(missing) else x


def reflect_to_multiple(x: Float[Tensor, "b c h w"], multiple: int) -> Float[Tensor, "b c H W"]:
    """Pad below and on the right, mirrored at the last pixel, until both sides are multiples of `multiple`."""
    for axis in (2, 3):
        length = x.shape[axis]
        if length % multiple:
            # To and fro, as often as it takes where the image is smaller than what is missing.
            place = torch.arange(length + -length % multiple, device=x.device) % max(1, 2 * length - 2)
            x = x.index_select(axis, torch.minimum(place, (2 * length - 2 - place).abs()))
    return x


class ChannelNorm(nn.LayerNorm):
    """Layer normalisation over the channels of every pixel."""

    def __init__(self, n_feats: int, eps: float = 1e-5) -> None:
        super().__init__(n_feats, eps=eps)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


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
    """Return the floats held for each pixel in a dense block: its last concatenation, that one's source, its input."""
    return 2 * (n_feats + n_layers * growth) + n_feats


class LongSkip(nn.Sequential):
    """Layers in a row whose result is added to the input of the first."""

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


def find_modules(whole: nn.Module, kind: type[nn.Module]) -> tuple[nn.Module, ...]:
    """Return the modules of one class in `whole`, in order."""
    return tuple(module for module in whole.modules() if isinstance(module, kind))


def factors(scale: int) -> tuple[int, ...]:
    """Return the steps of an upsampler: one of 3, or as many of 2 as it takes; none at scale 1."""
    return (3,) if scale == 3 else (2,) * (scale.bit_length() - 1)


def upsampler(n_feats: int, scale: int, inputs: int | None = None) -> nn.Sequential:
    """Make sub-pixel convolutions (Shi et al. 2016): per step a conv to factor² × `n_feats` and a pixel shuffle.

    Args:
        n_feats: Channels of the result.
        scale: How many times finer the result is.
        inputs: Channels that it takes; `n_feats` unless given.
    """
    layers: list[nn.Module] = []
    for factor in factors(scale):
        layers += (conv(inputs or n_feats, factor**2 * n_feats), nn.PixelShuffle(factor))
        inputs = n_feats
    return nn.Sequential(*layers)


def upsampler_receptive_field(field: ReceptiveField, scale: int) -> ReceptiveField:
    """Walk back through `upsampler`."""
    for factor in reversed(factors(scale)):
        field = field.shuffle(factor).conv(3)
    return field
