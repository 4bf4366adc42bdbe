"""ResNet U-Net: a residual network as encoder and sub-pixel convolutions as decoder, on the enlarged image."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, ClassVar, Self

import torch
from jaxtyping import Float
from pydantic import Field
from torch import Tensor, nn

from ._blocks import bilinear, conv, find_modules, icnr, pad_to_multiple
from ._receptive_field import ReceptiveField
from ._shuffle_only_tail import ShuffleTailBackbone
from ._window_attention import attend, join_windows, split_windows

ATTENDED, ATTENDED_LEVEL = 8, 2
"""Pixels of the result for each one that attends, along an axis, and the stage of the encoder with that resolution."""
BEYOND = -1e9
"""What is added to the scores of pixels beyond the image, which none attends to."""
COARSEST = 32
"""What sides of windows are multiples of, in pixels of the result."""
QUERY_SHARE = 8
"""Channels of the features for each one of queries and keys."""


class ResNetUNet(ShuffleTailBackbone):
    """ResNet U-Net: a residual network as encoder, for models that others have trained.

    He et al. 2016, "Deep Residual Learning for Image Recognition", table 1, as encoder; as decoder the U-Net of fastai
    (Howard and Gugger 2020, "fastai: A Layered API for Deep Learning"), which enlarges by sub-pixel convolutions whose
    pixels are averaged (Sugawara et al. 2018), and attends once (Zhang et al. 2019, "Self-Attention Generative Adversarial
    Networks", equations 1 to 3). The image is enlarged bilinearly ahead of all layers, so that every layer works on the
    pixels of the result. The defaults are a ResNet-34.
    """

    scales: ClassVar = (2, 4, 8)

    tiny: ClassVar = (
        {"n_feats": 4, "stages": [1, 1, 1], "window_size": 32},
        {"n_feats": 4, "stages": [1, 1], "attention": False, "bottleneck": True},
    )

    sizes: ClassVar = {
        "small": {"n_feats": 8, "stages": [1, 1, 1]},
        "medium": {"n_feats": 16, "stages": [2, 2, 2, 2]},
        "paper": {},
    }

    n_feats: Annotated[int, Field(title="Features (width)", ge=4, le=512)] = 64
    """Channels of the first stage; each further one doubles them."""

    stages: Annotated[tuple[int, ...], Field(title="Blocks of each stage", min_length=1, max_length=6)] = (
        3,
        4,
        6,
        3,
    )
    """How many residual blocks each stage of the encoder has. The first is at a quarter of the result's resolution, each
    further one at half of that before it."""

    bottleneck: Annotated[bool, Field(title="Bottleneck blocks")] = False
    """Whether blocks are of three convolutions, 1 × 1, 3 × 3 and 1 × 1, with four times the channels after them, as in
    ResNet-50 and deeper ones, and not of two, 3 × 3."""

    attention: Annotated[bool, Field(title="Attention")] = True
    """Whether the decoder attends at an eighth of the result's resolution; it does so only with three stages or more."""

    window_size: Annotated[
        int, Field(title="Side of windows", ge=COARSEST, le=2048, multiple_of=COARSEST)
    ] = 256
    """Side of the squares within which attention is computed, in pixels of the result: the side of the images that the
    network has learnt from."""

    @property
    def _step(self) -> int:
        """Pixels of the result, along an axis, for each one of the coarsest stage."""
        return int(2 ** (len(self.stages) + 1))

    @property
    def _attends(self) -> bool:
        return self.attention and len(self.stages) >= 3

    @property
    def _widths(self) -> list[int]:
        """Channels of the first convolution and of each stage."""
        expansion = 4 if self.bottleneck else 1
        return [self.n_feats, *(self.n_feats * 2**i * expansion for i in range(len(self.stages)))]

    @property
    def decoder_widths(self) -> list[tuple[int, int, int]]:
        """Channels that each decoder block takes from below, takes from the encoder, and gives."""
        below, blocks = self._widths[-1], []
        for beside in reversed(self._widths[:-1]):
            merged = below // 2 + beside
            blocks.append((below, beside, merged))
            below = merged
        below, beside, merged = blocks[-1]
        return [*blocks[:-1], (below, beside, merged // 2)]

    def multiple_of(self) -> int:
        return math.lcm(self._step, self.window_size) if self._attends else self._step

    def multiple_at(self, scale: int) -> int:
        return self.multiple_of() // math.gcd(self.multiple_of(), scale)

    def adapt_to_patches(self, side: int) -> Self:
        if not self._attends or "window_size" in self.model_fields_set or side < COARSEST:
            return self
        return self.model_copy(update={"window_size": min(self.window_size, side - side % COARSEST)})

    def trunk(self, bands: int, scale: int) -> nn.Module:
        return self._trunk(bands, bands, scale)

    def parts(self, inputs: int, bands: int, scale: int) -> dict[str, nn.Module]:
        return {"trunk": self._trunk(inputs, bands, scale), "tail": self.tail(bands, scale)}

    def _trunk(self, inputs: int, bands: int, scale: int) -> nn.Module:
        return _ResNetUNetTrunk(self, inputs, bands, scale)

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, _EncoderBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return self.receptive_field_at(1, field)

    def receptive_field_at(self, scale: int, field: ReceptiveField) -> ReceptiveField:
        return field.union_over_phases(
            self.multiple_at(scale),
            lambda phase: self._layers_receptive_field(phase.pool(scale)).bilinear(scale),
        )

    def _layers_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        """Walk back from the result's pixels to the enlarged image."""
        field = field.conv(3, times=2)
        return field.union(self._level_receptive_field(field.shuffle(2), 0).strided(7, 2))

    def _level_receptive_field(self, field: ReceptiveField, level: int) -> ReceptiveField:
        """Walk back from the decoder's features at `level` to the encoder's; 0 is its first convolution, others stages."""
        if level == len(self.stages):
            return field.conv(3, times=2)
        if self._attends and level == ATTENDED_LEVEL:
            field = field.windows(self.window_size // ATTENDED)
        merged = field.conv(3, times=2)
        averaged = ReceptiveField(merged.first - 1, merged.last)
        below = self._level_receptive_field(averaged.shuffle(2), level + 1)
        convs = self.stages[level] * (1 if self.bottleneck else 2) - 1
        # Of a stage's first convolution of side 3, or of the pooling ahead of the first stage, the stride is 2.
        stage = below.conv(3, times=convs) if level else below.conv(3, times=convs + 1)
        return merged.union(stage.strided(3, 2))

    def trunk_activation_floats(self) -> int:
        return 0  # all layers work on the result's pixels

    def trunk_result_floats(self, bands: int, scale: int) -> int:
        # At the full resolution: what the residual block is given, its layers' input and output, and their sum.
        return 4 * (self.decoder_widths[-1][-1] + bands) * scale**2


class _ResNetUNetTrunk(nn.Module):
    """All layers, on the enlarged image; the result's pixels are gathered into channels at low resolution."""

    def __init__(self, unet: ResNetUNet, inputs: int, bands: int, scale: int) -> None:
        super().__init__()
        self.scale, self.multiple_of = scale, unet._step
        widths, last = unet._widths, unet.decoder_widths[-1][-1]
        # Published networks take each band in units of its own, which need not be those of the result.
        self.entry = conv(inputs, inputs, 1, groups=inputs)
        for parameter, value in zip(self.entry.parameters(), (1.0, 0.0), strict=True):  # weight, bias
            nn.init.constant_(parameter, value)
        self.first = nn.Sequential(
            nn.Conv2d(inputs, widths[0], 7, stride=2, padding=3, bias=False),
            nn.BatchNorm2d(widths[0]),
            nn.ReLU(),
        )
        self.stages = nn.ModuleList(
            nn.Sequential(
                *(
                    _EncoderBlock(
                        before if i == 0 else after, after, 2 if level and i == 0 else 1, unet.bottleneck
                    )
                    for i in range(count)
                )
            )
            for level, ((before, after), count) in enumerate(zip(pairwise(widths), unet.stages, strict=True))
        )
        self.middle = nn.Sequential(
            nn.BatchNorm2d(widths[-1]),
            nn.ReLU(),
            conv(widths[-1], 2 * widths[-1]),
            nn.ReLU(),
            conv(2 * widths[-1], widths[-1]),
            nn.ReLU(),
        )
        self.ups = nn.ModuleList(
            _DecoderBlock(
                *channels, unet.window_size // ATTENDED if level == ATTENDED_LEVEL and unet._attends else 0
            )
            for level, channels in zip(reversed(range(len(unet.stages))), unet.decoder_widths, strict=True)
        )
        self.enlarge = _subpixel(last, last)
        self.residual = nn.Sequential(
            conv(last + inputs, last + inputs), nn.ReLU(), conv(last + inputs, last + inputs), nn.ReLU()
        )
        self.last = unet.last(conv(last + inputs, bands, 1))

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        height, width = x.shape[-2] * self.scale, x.shape[-1] * self.scale
        image = pad_to_multiple(self.entry(bilinear(x, self.scale)), self.multiple_of)
        skips = [self.first(image)]
        for i, stage in enumerate(self.stages):
            skips.append(
                stage(skips[-1] if i else nn.functional.max_pool2d(skips[-1], 3, stride=2, padding=1))
            )
        deep = self.middle(skips.pop())
        for up in self.ups:
            deep = up(deep, skips.pop())
        deep = torch.cat((self.enlarge(deep), image), dim=1)
        made = self.last(self.residual(deep) + deep)[..., :height, :width]
        return nn.functional.pixel_unshuffle(made, self.scale)


class _EncoderBlock(nn.Module):
    """conv-BN-ReLU-conv-BN, or three convolutions (bottleneck), + input, ReLU (He et al. 2016, figure 5)."""

    def __init__(self, inputs: int, outputs: int, stride: int, bottleneck: bool) -> None:
        super().__init__()
        inner = outputs // 4 if bottleneck else outputs
        # (inputs, outputs, side, stride); of a bottleneck the middle one has the stride, as torchvision has it.
        convs = (
            [(inputs, inner, 1, 1), (inner, inner, 3, stride), (inner, outputs, 1, 1)]
            if bottleneck
            else [(inputs, inner, 3, stride), (inner, outputs, 3, 1)]
        )
        layers: list[nn.Module] = []
        for before, after, side, step in convs:
            layers += (
                nn.Conv2d(before, after, side, step, side // 2, bias=False), nn.BatchNorm2d(after), nn.ReLU(),
            )  # fmt: skip
        self.layers = nn.Sequential(*layers[:-1])
        self.shortcut = (
            nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))
            if stride > 1 or inputs != outputs
            else nn.Identity()
        )

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b g H W"]:
        return nn.functional.relu(self.layers(x) + self.shortcut(x))


class _DecoderBlock(nn.Module):
    """Sub-pixel convolution, averaged, beside the encoder's features; two convolutions, and perhaps attention."""

    def __init__(self, below: int, beside: int, outputs: int, window: int) -> None:
        super().__init__()
        self.enlarge = _subpixel(below, below // 2)
        self.norm = nn.BatchNorm2d(beside)
        merged = below // 2 + beside
        self.convs = nn.Sequential(conv(merged, outputs), nn.ReLU(), conv(outputs, outputs), nn.ReLU())
        self.attention = _WindowedSelfAttention(outputs, window) if window else nn.Identity()

    def forward(
        self, x: Float[Tensor, "b f h w"], skip: Float[Tensor, "b g H W"]
    ) -> Float[Tensor, "b k H W"]:
        enlarged = nn.functional.pad(self.enlarge(x), (1, 0, 1, 0), mode="replicate")
        averaged = nn.functional.avg_pool2d(enlarged, 2, stride=1)
        merged = nn.functional.relu(torch.cat((averaged, self.norm(skip)), dim=1))
        made: Tensor = self.attention(self.convs(merged))
        return made


class _WindowedSelfAttention(nn.Module):
    """Attention among all pixels of a window × a learnt factor, + input (Zhang et al. 2019)."""

    def __init__(self, width: int, window: int) -> None:
        super().__init__()
        self.window, narrow = window, max(1, width // QUERY_SHARE)
        self.query, self.key, self.value = (
            conv(width, outputs, 1, bias=False) for outputs in (narrow, narrow, width)
        )
        self.out = conv(width, width, 1, groups=width, bias=False)
        nn.init.zeros_(self.out.weight)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        height, width = x.shape[-2:]
        # Windows at the ends are as large as the image leaves them: nothing attends to what is beyond.
        missing = (0, -width % self.window, 0, -height % self.window)
        q, k, v, inside = (
            split_windows(nn.functional.pad(part, missing).permute(0, 2, 3, 1), (self.window, self.window))
            for part in (self.query(x), self.key(x), self.value(x), torch.ones_like(x[:1, :1]))
        )
        beyond = (1 - inside).transpose(1, 2)[:, None] * BEYOND
        seen = attend(q * q.shape[-1] ** 0.5, k, v, beyond.repeat(x.shape[0], 1, 1, 1))
        like = nn.functional.pad(x, missing).permute(0, 2, 3, 1)
        image = join_windows(seen, (self.window, self.window), like).permute(0, 3, 1, 2)
        out: Tensor = self.out(image[..., :height, :width]) + x
        return out


def _subpixel(inputs: int, outputs: int) -> nn.Sequential:
    """Make a 1 × 1 convolution whose pixels are shuffled to twice the resolution, and its activation."""
    return nn.Sequential(icnr(conv(inputs, 4 * outputs, 1), 2), nn.PixelShuffle(2), nn.ReLU())
