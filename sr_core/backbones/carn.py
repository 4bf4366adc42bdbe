"""CARN: cascading residual network (Ahn et al. 2018), and its light form CARN-M."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

import torch
from jaxtyping import Float
from pydantic import Field
from torch import Tensor, nn

from ..errors import InputError
from ._blocks import PerScale, conv, factors
from ._receptive_field import ReceptiveField
from ._regression import RegressionBackbone

UNITS = 3
"""Residual blocks in a cascading block."""


class CARN(RegressionBackbone):
    """CARN: small and fast, one network for scales 2, 3 and 4 at once.

    Ahn et al. 2018, "Fast, Accurate, and Lightweight Super-Resolution with Cascading Residual Network", figures 2 and 3:
    what each block gives is kept for all that follow, within a cascading block and between them. Training mixes the
    scales, whatever the tiles' own, and the model supports each of them, unless multi_scale is off. With efficient it is CARN-M, the form for phones.
    """

    scales: ClassVar = (2, 3, 4)
    tiny: ClassVar = (
        {"n_blocks": 2},
        {"n_blocks": 1, "efficient": True, "n_feats": 4, "conv_groups": 2},
        {"multi_scale": False},
    )

    sizes: ClassVar = {"small": {"n_feats": 24}, "medium": {"n_feats": 48}, "paper": {}}

    n_blocks: Annotated[int, Field(title="Cascading blocks", ge=1, le=32)] = 3
    """Cascading blocks in the trunk, of three residual blocks each."""

    efficient: Annotated[bool, Field(title="Efficient blocks (CARN-M)")] = False
    """Whether convolutions see a part of the channels only (groups) and the residual blocks of a cascading block share
    their weights: a quarter of the parameters, for some tenths of a decibel (section 3.2 of the paper)."""

    conv_groups: Annotated[int, Field(title="Groups", ge=1, le=64)] = 4
    """Parts into which efficient blocks and the upsampler divide the channels. It must divide n_feats."""

    multi_scale: Annotated[bool, Field(title="Several scales")] = True
    """Whether one network learns scales 2, 3 and 4 together, as in the paper; else it learns the scale of the tiles."""

    def shared_scales(self, scale: int) -> tuple[int, ...]:
        return self.scales if self.multi_scale else (scale,)

    @property
    def _groups(self) -> int:
        if self.efficient and self.n_feats % self.conv_groups:
            raise InputError(
                "{n_feats} features cannot be divided into {groups} groups: set conv_groups to a divisor of n_feats.",
                n_feats=self.n_feats,
                groups=self.conv_groups,
            )
        return self.conv_groups if self.efficient else 1

    def trunk(self, bands: int, scale: int) -> nn.Module:
        blocks = [self._cascading_block() for _ in range(self.n_blocks)]
        return nn.Sequential(conv(bands, self.n_feats), _Cascade(blocks, self.n_feats, self.n_blocks))

    def _cascading_block(self) -> _Cascade:
        count = 1 if self.efficient else UNITS
        units = [_ResidualUnit(self.n_feats, self._groups, self.efficient) for _ in range(count)]
        return _Cascade(units, self.n_feats, UNITS)

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return [module for module in part.modules() if isinstance(module, _Cascade)][1:]

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.conv(3, times=1 + self.n_blocks * UNITS * 2)

    def trunk_activation_floats(self) -> int:
        # What all cascading blocks before gave, what the units of this one gave, and the concatenation of the longer.
        return (self.n_blocks + UNITS + 2 + max(self.n_blocks, UNITS)) * self.n_feats

    def tail(self, bands: int, scale: int) -> nn.Module:
        upsamplers = {each: self._upsampler(each) for each in self.shared_scales(scale)}
        return nn.Sequential(PerScale(upsamplers, scale), self.last(conv(self.n_feats, bands)))

    def _upsampler(self, scale: int) -> nn.Sequential:
        """Make sub-pixel convolutions, each with a ReLU before its pixel shuffle."""
        steps = [
            (
                conv(self.n_feats, factor**2 * self.n_feats, groups=self._groups),
                nn.ReLU(inplace=True),
                nn.PixelShuffle(factor),
            )
            for factor in factors(scale)
        ]
        return nn.Sequential(*(layer for step in steps for layer in step))


class _ResidualUnit(nn.Module):
    """conv-ReLU-conv, perhaps in groups and then a 1 × 1 convolution over all channels (figure 4), + input, ReLU."""

    def __init__(self, n_feats: int, groups: int, is_pointwise: bool) -> None:
        super().__init__()
        last = (nn.ReLU(inplace=True), conv(n_feats, n_feats, 1)) if is_pointwise else ()
        self.residual = nn.Sequential(
            conv(n_feats, n_feats, groups=groups),
            nn.ReLU(inplace=True),
            conv(n_feats, n_feats, groups=groups),
            *last,
        )

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        return nn.functional.relu(self.residual(x) + x)


class _Cascade(nn.Module):
    """Units of which each is given 1 × 1 convolutions of what all before it gave, the input first (figure 3)."""

    def __init__(self, units: Sequence[nn.Module], n_feats: int, depth: int) -> None:
        """Make a cascade.

        Args:
            units: As many as it is deep, or one, which then is gone through again and again.
            n_feats: Channels of what each gives.
            depth: How often a unit is gone through.
        """
        super().__init__()
        self.depth, self.n_units = depth, len(units)
        self.layers = nn.ModuleDict()  # in the order in which they compute
        for number in range(depth):
            if number < len(units):
                self.layers[f"unit{number}"] = units[number]
            self.layers[f"fusion{number}"] = conv((number + 2) * n_feats, n_feats, 1)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        seen = out = x
        for number in range(self.depth):
            unit = self.layers[f"unit{number % self.n_units}"]
            seen = torch.cat((seen, unit(out)), dim=1)
            out = nn.functional.relu(self.layers[f"fusion{number}"](seen))
        return out
