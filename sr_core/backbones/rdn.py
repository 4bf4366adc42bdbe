"""RDN: residual dense network (Zhang et al. 2018)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal, Self

from jaxtyping import Float
from pydantic import Field, model_validator
from torch import Tensor, nn

from ..errors import OptionError
from ._blocks import (
    DenseBlock,
    conv,
    dense_activation_floats,
    find_modules,
    upsampler,
)
from ._receptive_field import ReceptiveField
from ._regression import RegressionBackbone

UPN_FEATS = (64, 32)
"""Channels of ISR's upscaling layers, whatever the network's own."""


class RDN(RegressionBackbone):
    """RDN: residual dense network.

    Zhang et al. 2018, "Residual Dense Network for Image Super-Resolution", figures 2 and 3. The defaults are the
    paper's. C=3, D=10, upsampler=nearest is the small network of the library ISR (Cardinale et al. 2018).
    """

    tiny: ClassVar = (
        {"D": 2, "C": 2, "G": 4},
        {"D": 1, "C": 3, "G": 4, "upsampler": "nearest"},
        {"D": 1, "C": 1, "G": 4, "up_feats": 4},
    )

    sizes: ClassVar = {
        "small": {"n_feats": 32, "D": 4, "C": 4, "G": 16},
        "medium": {"D": 8, "C": 6, "G": 32},
        "paper": {},
    }

    n_feats: Annotated[int, Field(title="Features (G0)", ge=1, le=1024)] = 64
    """Channels between the blocks; G0 in the paper."""

    D: Annotated[int, Field(title="Residual dense blocks (D)", ge=1, le=256)] = 16
    """Residual dense blocks in the trunk."""

    C: Annotated[int, Field(title="Dense layers (C)", ge=1, le=64)] = 8
    """Convolutions in each block, every one seeing all before it in the block."""

    G: Annotated[int, Field(title="Growth rate (G)", ge=1, le=1024)] = 64
    """Channels that each convolution of a block adds."""

    up_feats: Annotated[int, Field(title="Features of the upsampler", ge=0, le=1024)] = 0
    """Channels between the steps of the pixelshuffle upsampler; 0 is as many as between the blocks."""

    upsampler: Annotated[Literal["pixelshuffle", "nearest"], Field(title="Upsampler")] = "pixelshuffle"
    """pixelshuffle: sub-pixel convolutions in steps, as the paper's authors published; nearest: ISR's, which
    convolves at low resolution and repeats the pixels just before the last convolution."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.up_feats and self.upsampler == "nearest":
            raise OptionError("up_feats belongs to upsampler=pixelshuffle: leave out one of the two.")
        return self

    @property
    def _up_feats(self) -> int:
        return self.up_feats or self.n_feats

    def trunk(self, bands: int, scale: int) -> nn.Module:
        return _DenseTrunk(self, bands)

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, DenseBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.conv(3, times=self.D * self.C + 3)  # two before the blocks, one after the fusion

    def trunk_activation_floats(self) -> int:
        # In a block; around it the first features and what is fused so far.
        return dense_activation_floats(self.n_feats, self.G, self.C) + 2 * self.n_feats

    def tail(self, bands: int, scale: int) -> nn.Module:
        repeated, (first, second) = bands * scale**2, UPN_FEATS
        last = self.last(conv(self._up_feats if self.upsampler == "pixelshuffle" else repeated, bands))
        if self.upsampler == "pixelshuffle":
            return nn.Sequential(upsampler(self._up_feats, scale, self.n_feats), last)
        return nn.Sequential(
            conv(self.n_feats, first, 5),
            nn.ReLU(inplace=True),
            conv(first, second),
            nn.ReLU(inplace=True),
            conv(second, repeated),
            nn.Upsample(scale_factor=scale, mode="nearest"),
            last,
        )

    def tail_receptive_field(self, field: ReceptiveField, scale: int) -> ReceptiveField:
        if self.upsampler == "pixelshuffle":
            return super().tail_receptive_field(field, scale)
        return field.conv(3).shuffle(scale).conv(3).conv(3).conv(5)

    def tail_activation_floats(self, bands: int, scale: int) -> int:
        if self.upsampler == "pixelshuffle":
            # The last pixel shuffle, whose input and output are both up_feats channels at the result's resolution; or
            # the first convolution.
            return scale**2 * self._up_feats + max(scale**2 * self._up_feats, self.n_feats)
        # What is repeated stays bands × scale² channels, now at the result's resolution; and the result. With one
        # band it is the two layers at low resolution that hold more.
        return max(bands * scale**4 + 2 * bands * scale**2, sum(UPN_FEATS))


class _DenseTrunk(nn.Module):
    """Shallow features, dense blocks, and the fusion of all blocks' results (figure 2)."""

    def __init__(self, rdn: RDN, bands: int) -> None:
        super().__init__()
        self.first, self.second = conv(bands, rdn.n_feats), conv(rdn.n_feats, rdn.n_feats)
        self.blocks = nn.ModuleList(DenseBlock(rdn.n_feats, rdn.G, rdn.C, fusion=1) for _ in range(rdn.D))
        self.fusion = conv(rdn.D * rdn.n_feats, rdn.n_feats, 1)
        self.last = conv(rdn.n_feats, rdn.n_feats)

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        shallow: Tensor = self.first(x)
        features: Tensor = self.second(shallow)
        # The 1 × 1 fusion of all blocks' results is a sum over blocks: so none but the latest needs to be held.
        fused = None
        for block, weight in zip(self.blocks, self.fusion.weight.chunk(len(self.blocks), dim=1), strict=True):
            features = block(features)
            share = nn.functional.conv2d(features, weight, self.fusion.bias if fused is None else None)
            fused = share if fused is None else fused.add_(share)
        deep: Tensor = self.last(fused)
        return deep + shallow
