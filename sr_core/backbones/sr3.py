"""SR3: the U-Net of super-resolution by iterative refinement (Saharia et al. 2021)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Annotated, Any, ClassVar, Literal, Self, cast

import torch
from jaxtyping import Float
from pydantic import Field, model_validator
from torch import Tensor, nn

from ..errors import OptionError
from ._blocks import conv, zero_init
from ._diffusion import DiffusionBackbone
from ._diffusion_blocks import Resampling, UNetBlock, Way
from ._noise_level import NoiseLevel

PRESETS: dict[str, dict[str, Any]] = {
    "large": {},
    "medium": {"inner_channel": 48, "norm_groups": 12, "attn_res": (8,), "res_blocks": 2},
    "small": {"inner_channel": 32, "norm_groups": 8, "channel_mults": (1, 2, 2, 2), "res_blocks": 1},
}
"""What differs from the defaults."""


class SR3(DiffusionBackbone):
    """SR3: diffusion U-Net, super-resolution by iterative refinement.

    Saharia et al. 2021, "Image Super-Resolution via Iterative Refinement". The defaults are the documented ones of
    ArcGIS, in the form of the repository Image-Super-Resolution-via-Iterative-Refinement: 141 million parameters for
    3 bands. preset=medium has 60 and preset=small 1.4 million; take the latter without a graphics card.
    resblock_type=biggan, skip_rescale=true is the paper's form. Its objective is denoising or flow.
    """

    tiny: ClassVar = (
        {
            **{"inner_channel": 8, "norm_groups": 4, "channel_mults": [1, 2], "attn_res": 8},
            **{"res_blocks": 1, "image_size": 16},
        },
        {
            **{"inner_channel": 8, "norm_groups": 2, "channel_mults": [1, 1, 2], "attn_res": [16, 4]},
            **{"res_blocks": 2, "resblock_type": "biggan", "skip_rescale": True, "image_size": 16},
        },
    )

    sizes: ClassVar = {
        "small": PRESETS["small"],
        "medium": PRESETS["medium"],
        "paper": {"resblock_type": "biggan", "skip_rescale": True},
    }

    preset: Annotated[Literal["large", "medium", "small"] | None, Field(title="Preset", exclude=True)] = None
    """Values for all options that are not given. large: the defaults; medium: inner_channel=48, norm_groups=12,
    attn_res=8, res_blocks=2; small, for processors and few tiles: inner_channel=32, norm_groups=8,
    channel_mults=1,2,2,2, res_blocks=1."""

    inner_channel: Annotated[int, Field(title="Channels", ge=2, le=1024, multiple_of=2)] = 64
    """Channels of the first level; an even number."""

    norm_groups: Annotated[int, Field(title="Normalisation groups", ge=1, le=1024)] = 32
    """Groups of channels that are normalised together; it must divide the channels of every level. Many groups are
    known to shift colours."""

    channel_mults: Annotated[
        tuple[Annotated[int, Field(ge=1, le=64)], ...],
        Field(title="Channel multipliers", min_length=1, max_length=9),
    ] = (1, 2, 4, 4, 8, 8)
    """Channels of each level, in multiples of inner_channel. Each level has half the resolution of the one before, so
    the image size must be a multiple of 2 for 2 levels, of 4 for 3, of 32 for 6."""

    attn_res: Annotated[
        tuple[Annotated[int, Field(ge=1, le=4096)], ...], Field(title="Attention resolution", max_length=9)
    ] = (16,)
    """Side in pixels of the feature maps with attention: a level has it if its side is this, or between half of it and
    it. The middle of the network always has it. Empty brackets are none."""

    res_blocks: Annotated[int, Field(title="Residual blocks", ge=1, le=32)] = 3
    """Residual blocks of each level on the way down; there is one more on the way up."""

    dropout: Annotated[float, Field(title="Dropout", ge=0, lt=1)] = 0.0
    """Share of a residual block's features that training drops at random; against overfitting on few tiles."""

    resblock_type: Annotated[Literal["ddpm", "biggan"], Field(title="Kind of residual blocks")] = "ddpm"
    """How resolution changes between levels. ddpm: by a convolution; biggan: within a residual block (Brock et al.
    2019), as in the paper."""

    skip_rescale: Annotated[bool, Field(title="Rescale skips")] = False
    """Whether the sum of a block's input and residual is multiplied by 1/√2, which keeps its spread (Song et al.
    2021), as in the paper."""

    @model_validator(mode="before")
    @classmethod
    def _expand_preset(cls, values: Any) -> Any:
        """Replace a preset by the values that it stands for, so that a saved config says everything."""
        if not isinstance(values, dict):
            return values
        values = dict(values)
        # In SR3's own words one resolution needs no brackets.
        if isinstance(values.get("attn_res"), int):
            values["attn_res"] = (values["attn_res"],)
        if values.get("preset") in PRESETS:
            values = {**PRESETS[values.pop("preset")], **values}
        return values

    @model_validator(mode="after")
    def _check(self) -> Self:
        for level, channels in enumerate((self.inner_channel, *self.widths)):
            if channels % self.norm_groups:
                fit = math.gcd(*self.widths, self.inner_channel)
                raise OptionError(
                    "norm_groups={norm_groups} does not divide the {channels} channels of level {level}: choose one of "
                    "{known}.",
                    norm_groups=self.norm_groups,
                    channels=channels,
                    level=max(level, 1),
                    known=", ".join(str(n) for n in range(1, fit + 1) if fit % n == 0),
                )
        if self.image_size and self.image_size % self.multiple_of():
            raise OptionError(
                "Images of {size} pixels cannot be halved {times} times, as channel_mults wants: image_size, or "
                "PATCH_SIZE × scale where that is blank, must be a multiple of {multiple}.",
                size=self.image_size,
                times=len(self.channel_mults) - 1,
                multiple=self.multiple_of(),
            )
        return self

    @property
    def widths(self) -> tuple[int, ...]:
        """Channels of each level, finest first."""
        return tuple(self.inner_channel * mult for mult in self.channel_mults)

    @property
    def attention_levels(self) -> frozenset[int]:
        """Levels with attention, the finest being 0.

        Raises:
            InputError: that depends on the image size, and there is none yet.
        """
        if not self.attn_res:
            return frozenset()
        # Where sides are powers of two, this is equality, as in SR3's code.
        sides = [self.require_image_size() / 2**level for level in range(len(self.channel_mults))]
        return frozenset(
            level
            for level, side in enumerate(sides)
            if any(side <= most < 2 * side for most in self.attn_res)
        )

    def multiple_of(self) -> int:
        return int(2 ** (len(self.channel_mults) - 1))

    def activation_floats(self) -> int:
        # The most is held on the way up, in the first block of a level: all features kept on the way down and not
        # yet used, and of the block either its input normalised and activated, or its sum.
        before, coarser = (self.inner_channel, *self.widths), (*self.widths[1:], self.widths[-1])
        kept = most = 0.0
        for level, width in enumerate(self.widths):
            own, joined = before[level] + (self.res_blocks - 1) * width, coarser[level] + width
            most = max(most, kept + (own + max(3 * joined, joined + 3 * width)) / 4**level)
            kept += (own + width) / 4**level
        return math.ceil(most)

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return tuple(cast(_DiffusionUNet, part).downs)

    def denoiser(self, bands: int, conditions: int) -> nn.Module:
        return _DiffusionUNet(self, bands, conditions)


class _DiffusionUNet(nn.Module):
    """From condition and noisy image, of `conditions` and `bands` channels, to what there is to tell of the latter.

    conv3; per level `res_blocks` blocks, then half the resolution; in the middle a block with attention and one
    without; per level, coarsest first, `res_blocks` + 1 blocks that each also take a skip from the way down, then
    twice the resolution; normalisation, SiLU, conv3. Blocks of the attention levels end in attention.

    The last layer of every residual begins at zero, as in Ho et al. 2020, and so does that of the whole: an untrained
    net tells nothing, and each block does nothing until it has learnt something. (SR3's code begins with orthogonal
    weights throughout, which for wide layers take seconds to make.)
    """

    def __init__(self, config: SR3, bands: int, conditions: int) -> None:
        super().__init__()
        block = partial(
            UNetBlock,
            config.inner_channel,
            norm_groups=config.norm_groups,
            dropout=config.dropout,
            factor=math.sqrt(0.5) if config.skip_rescale else 1.0,
        )

        def resample(channels: int, way: Way) -> nn.Module:
            biggan = config.resblock_type == "biggan"
            return block(channels, channels, way=way) if biggan else Resampling(channels, way)

        attention_levels = config.attention_levels
        self.noise_level = NoiseLevel(config.inner_channel)
        channels, skips = config.inner_channel, [config.inner_channel]
        self.first = conv(conditions + bands, channels)
        self.downs, self.ups = nn.ModuleList(), nn.ModuleList()
        for level, width in enumerate(config.widths):
            if level:
                self.downs.append(resample(channels, "down"))
                skips.append(channels)
            for _ in range(config.res_blocks):
                self.downs.append(block(channels, width, attention=level in attention_levels))
                channels = width
                skips.append(channels)
        self.middle = nn.ModuleList([block(channels, channels, attention=True), block(channels, channels)])
        for level, width in reversed(list(enumerate(config.widths))):
            for _ in range(config.res_blocks + 1):
                inputs = channels + skips.pop()
                self.ups.append(block(inputs, width, attention=level in attention_levels, joins=True))
                channels = width
            if level:
                self.ups.append(resample(channels, "up"))
        self.last = nn.Sequential(
            nn.GroupNorm(config.norm_groups, channels), nn.SiLU(), zero_init(conv(channels, bands))
        )

    def forward(self, x: Float[Tensor, "b c2 h w"], level: Float[Tensor, " b"]) -> Float[Tensor, "b c h w"]:
        embedding = self.noise_level(level)
        x = self.first(x)
        skips = [x]
        for layer in self.downs:
            x = layer(x, embedding)
            skips.append(x)
        for layer in self.middle:
            x = layer(x, embedding)
        for layer in self.ups:
            if layer.joins:
                x = torch.cat((x, skips.pop()), dim=1)
            x = layer(x, embedding)
        eps: Tensor = self.last(x)
        return eps
