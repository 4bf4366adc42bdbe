"""RRDN: residual-in-residual dense network, the generator of ESRGAN (Wang et al. 2018)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal, Self

from jaxtyping import Float
from pydantic import Field, model_validator
from torch import Tensor, nn

from ..errors import OptionError
from ._blocks import (
    DenseBlock,
    LongSkip,
    conv,
    dense_activation_floats,
    factors,
    find_modules,
    pad_to_multiple,
)
from ._receptive_field import ReceptiveField
from ._regression import RegressionBackbone


class RRDN(RegressionBackbone):
    """RRDN: residual-in-residual dense network, the generator of ESRGAN.

    Wang et al. 2018, "ESRGAN: Enhanced Super-Resolution Generative Adversarial Networks", figures 3 and 4. The
    defaults are the paper's RRDB-23. T=10, D=3, C=4, negative_slope=0, upsampler=pixelshuffle is the form of the
    library ISR (Cardinale et al. 2018), with G=64 in one and n_feats=32, G=32 in the other of its sizes.
    unshuffle=2 at scale 2, and unshuffle=4 at scale 1 (restoration at the same size), are BasicSR's forms.
    """

    scales: ClassVar = (1, 2, 3, 4, 8)

    tiny: ClassVar = (
        {"T": 1, "D": 2, "C": 2, "G": 4},
        {"T": 2, "D": 1, "C": 1, "G": 4, "upsampler": "pixelshuffle", "negative_slope": 0},
        {"T": 1, "D": 1, "C": 1, "G": 4, "unshuffle": 2},
        {"T": 1, "D": 1, "C": 1, "G": 4, "unshuffle": 4},
    )

    sizes: ClassVar = {
        "small": {"n_feats": 24, "T": 4, "D": 2, "C": 3, "G": 12},
        "medium": {"T": 6},
        "paper": {},
    }

    n_feats: Annotated[int, Field(title="Features (G0)", ge=1, le=1024)] = 64
    """Channels between the blocks."""

    T: Annotated[int, Field(title="Residual-in-residual blocks (T)", ge=1, le=256)] = 23
    """Residual-in-residual dense blocks (RRDB) in the trunk."""

    D: Annotated[int, Field(title="Dense blocks in each (D)", ge=1, le=64)] = 3
    """Dense blocks in each residual-in-residual block."""

    C: Annotated[int, Field(title="Dense layers (C)", ge=1, le=64)] = 4
    """Convolutions of a dense block that add channels; one more fuses them, so that the paper counts 5."""

    G: Annotated[int, Field(title="Growth rate (G)", ge=1, le=1024)] = 32
    """Channels that each of these convolutions adds."""

    res_scale: Annotated[float, Field(title="Residual scaling", gt=0, le=1)] = 0.2
    """Factor on the residual of each dense block and of each residual-in-residual block; beta in the paper."""

    negative_slope: Annotated[float, Field(title="Negative slope", ge=0, le=1)] = 0.2
    """Slope of the activations below zero (LeakyReLU); 0 is ReLU."""

    upsampler: Annotated[Literal["nearest", "pixelshuffle"], Field(title="Upsampler")] = "nearest"
    """nearest: pixels repeated and convolved in steps, as in ESRGAN; pixelshuffle: ISR's one sub-pixel
    convolution, straight to the bands."""

    unshuffle: Annotated[Literal[1, 2, 4], Field(title="Pixel unshuffle")] = 1
    """Factor by which pixels are gathered into channels ahead of the network, which then runs at a resolution that is
    as much coarser and upsamples as much more: less time and memory at small scales. Needs upsampler=nearest."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.unshuffle > 1 and self.upsampler != "nearest":
            raise OptionError(
                "unshuffle={unshuffle} needs upsampler=nearest, which returns to the input's resolution in "
                "steps: leave out one of the two.",
                unshuffle=self.unshuffle,
            )
        return self

    def multiple_of(self) -> int:
        return self.unshuffle

    def trunk(self, bands: int, scale: int) -> nn.Module:
        blocks = (_ResidualDenseBlock(self) for _ in range(self.T))
        first = conv(bands * self.unshuffle**2, self.n_feats)
        deep = LongSkip(*blocks, conv(self.n_feats, self.n_feats))
        if self.unshuffle == 1:
            return nn.Sequential(first, deep)
        return _Unshuffled(self.unshuffle, first, deep, *self._steps(self.unshuffle))

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, _ResidualDenseBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.union_over_phases(self.unshuffle, self._phase_receptive_field)

    def _phase_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        field = self._steps_receptive_field(field, self.unshuffle)
        return field.conv(3, times=self.T * self.D * (self.C + 1) + 2).pool(self.unshuffle)

    def trunk_activation_floats(self) -> int:
        # In a dense block; around it what the long skip and the block's own skip hold.
        deep = dense_activation_floats(self.n_feats, self.G, self.C) + 2 * self.n_feats
        if self.unshuffle == 1:
            return deep
        # Or the last convolution of the steps back: its input and its output.
        return max(-(-deep // self.unshuffle**2), 2 * self.n_feats)

    def tail(self, bands: int, scale: int) -> nn.Module:
        last = self.last(conv(self.n_feats if self.upsampler == "nearest" else bands, bands))
        if self.upsampler == "pixelshuffle":
            return nn.Sequential(conv(self.n_feats, bands * scale**2), nn.PixelShuffle(scale), last)
        return nn.Sequential(*self._steps(scale), *self._step(), last)

    def _steps(self, scale: int) -> list[nn.Module]:
        """Return an upsampling by repeating pixels and convolving, `scale` times in all."""
        steps = [
            (nn.Upsample(scale_factor=factor, mode="nearest"), *self._step()) for factor in factors(scale)
        ]
        return [layer for step in steps for layer in step]

    def _step(self) -> tuple[nn.Module, nn.Module]:
        return conv(self.n_feats, self.n_feats), nn.LeakyReLU(self.negative_slope, inplace=True)

    def _steps_receptive_field(self, field: ReceptiveField, scale: int) -> ReceptiveField:
        """Walk back through `_steps`."""
        for factor in reversed(factors(scale)):
            field = field.conv(3).shuffle(factor)
        return field

    def tail_receptive_field(self, field: ReceptiveField, scale: int) -> ReceptiveField:
        if self.upsampler == "pixelshuffle":
            return field.conv(3).shuffle(scale).conv(3)
        return self._steps_receptive_field(field.conv(3).conv(3), scale)

    def tail_activation_floats(self, bands: int, scale: int) -> int:
        if self.upsampler == "pixelshuffle":
            # The result, and two steps on the way to it that are as large.
            return 3 * scale**2 * bands
        # A convolution at the result's resolution: its output, and its input unless that is the trunk's features.
        return (1 if scale == 1 else 2) * scale**2 * self.n_feats


class _Unshuffled(nn.Sequential):
    """Layers in a row on pixels that are first gathered into channels, `factor` × `factor` into one.

    As in BasicSR's RRDBNet. They end at the resolution of the input, over whole multiples of `factor` pixels.
    """

    def __init__(self, factor: int, *layers: nn.Module) -> None:
        super().__init__(*layers)
        self.factor = factor

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        height, width = x.shape[-2:]
        x = nn.functional.pixel_unshuffle(pad_to_multiple(x, self.factor), self.factor)
        for layer in self:
            x = layer(x)
        return x[..., :height, :width]


class _ResidualDenseBlock(nn.Module):
    """Dense blocks in a row, times `res_scale`, added to their input (RRDB, figure 4)."""

    def __init__(self, rrdn: RRDN) -> None:
        super().__init__()
        self.blocks = nn.Sequential(
            *(
                DenseBlock(rrdn.n_feats, rrdn.G, rrdn.C, 3, rrdn.negative_slope, rrdn.res_scale)
                for _ in range(rrdn.D)
            )
        )
        self.res_scale = rrdn.res_scale

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        residual: Tensor = self.blocks(x)
        return x + residual * self.res_scale
