"""`WindowTransformer`: options, first and last layers, and assembly of transformers with attention within windows."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Annotated, Literal

from jaxtyping import Float
from pydantic import Field
from torch import Tensor, nn

from ..errors import InputError
from ._blocks import conv, factors, find_modules, upsampler
from ._receptive_field import ReceptiveField
from ._shuffle_only_tail import ShuffleTailBackbone
from ._window_attention import require_heads

HEAD_FEATS, SLOPE, GROUP_SLOPE = 64, 0.01, 0.2
"""Channels of the upsampler; negative slopes of the activation before it, and of those within groups and after enlarging."""


class WindowTransformer(ShuffleTailBackbone):
    """Groups of transformer blocks between convolutions, as SwinIR has them (Liang et al. 2021, figure 2)."""

    n_feats: Annotated[int, Field(title="Features", ge=1, le=1024)] = 180
    """Channels of every pixel in the transformer; a multiple of heads."""

    n_blocks: Annotated[int, Field(title="Groups of blocks", ge=1, le=64)] = 6
    """Groups of transformer blocks, each with a convolution after it."""

    depth: Annotated[int, Field(title="Blocks in a group", ge=1, le=64)] = 6
    """Transformer blocks in each group."""

    heads: Annotated[int, Field(title="Attention heads", ge=1, le=128)] = 6
    """Attention heads of each block; it must divide n_feats."""

    group_convolutions: Annotated[Literal[1, 3], Field(title="Convolutions after a group")] = 1
    """Convolutions after each group of blocks and after all: one, or three that save parameters."""

    upsampler: Annotated[
        Literal["pixelshuffle", "pixelshuffledirect", "nearest+conv"], Field(title="Upsampler")
    ] = "pixelshuffle"
    """How the finer pixels are made. pixelshuffle: sub-pixel convolutions; pixelshuffledirect: one of them, for small
    networks; nearest+conv: repetition and a convolution, for scales 2, 4 and 8."""

    @abstractmethod
    def make_blocks(self, number: int) -> nn.Module:
        """Build the blocks of a group, from features (b, h, w, f) to features.

        Args:
            number: Of the group, from 0.
        """

    @abstractmethod
    def blocks_receptive_field(self, number: int, field: ReceptiveField) -> ReceptiveField:
        """Walk back through the blocks of a group, counted from the first pixel of a window."""

    @abstractmethod
    def pad(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c H W"]:
        """Return what is given, continued below and on the right as the blocks want it."""

    def require(self, scale: int) -> None:
        super().require(scale)
        if self.upsampler == "nearest+conv" and scale == 3:
            raise InputError(
                "{backbone} does not support scale {scale}: it supports {known}.",
                backbone=self.id,
                scale=scale,
                known="2, 4, 8",
            )

    def trunk(self, bands: int, scale: int) -> nn.Module:
        return self._trunk(bands, bands, scale)

    def parts(self, inputs: int, bands: int, scale: int) -> dict[str, nn.Module]:
        return {"trunk": self._trunk(inputs, bands, scale), "tail": self.tail(bands, scale)}

    def _trunk(self, inputs: int, bands: int, scale: int) -> nn.Module:
        require_heads(self.n_feats, self.heads)
        return _TransformerTrunk(self, inputs, bands, scale)

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, _TransformerGroup)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        # Of the upsampler: at whichever scale its convolutions see two pixels further, those of the direct one see one.
        field = field.conv(3) if self.upsampler == "pixelshuffledirect" else field.conv(3, times=3)
        return field.union_over_phases(self.multiple_of(), self._transformer_receptive_field).conv(3)

    def _transformer_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        # A group's convolutions: 3 × 3, 1 × 1 and 3 × 3 where there are three.
        per_group = 1 if self.group_convolutions == 1 else 2
        field = field.conv(3, times=per_group)
        for number in reversed(range(self.n_blocks)):
            field = self.blocks_receptive_field(number, field.conv(3, times=per_group))
        return field

    def trunk_result_floats(self, bands: int, scale: int) -> int:
        if self.upsampler == "pixelshuffledirect":
            return 2 * bands * scale**2
        return (2 if self.upsampler == "pixelshuffle" else 3) * HEAD_FEATS * scale**2

    def head(self, bands: int, scale: int) -> nn.Module:
        """Make the layers that make the finer pixels from the transformer's features."""
        activation = nn.LeakyReLU(GROUP_SLOPE, inplace=True)
        if self.upsampler == "pixelshuffledirect":
            return nn.Sequential(self.last(conv(self.n_feats, scale**2 * bands)), nn.PixelShuffle(scale))
        layers: list[nn.Module] = [conv(self.n_feats, HEAD_FEATS), nn.LeakyReLU(SLOPE, inplace=True)]
        if self.upsampler == "pixelshuffle":
            layers += upsampler(HEAD_FEATS, scale)
        else:
            for factor in factors(scale):
                layers += (nn.Upsample(scale_factor=factor), conv(HEAD_FEATS, HEAD_FEATS), activation)
            layers += (conv(HEAD_FEATS, HEAD_FEATS), activation)
        return nn.Sequential(*layers, self.last(conv(HEAD_FEATS, bands)))

    def group_end(self) -> nn.Module:
        """Make the convolutions after a group, and after all of them."""
        if self.group_convolutions == 1:
            return conv(self.n_feats, self.n_feats)
        narrow = max(1, self.n_feats // 4)
        return nn.Sequential(
            conv(self.n_feats, narrow),
            nn.LeakyReLU(GROUP_SLOPE, inplace=True),
            conv(narrow, narrow, 1),
            nn.LeakyReLU(GROUP_SLOPE, inplace=True),
            conv(narrow, self.n_feats),
        )


class _TransformerTrunk(nn.Module):
    """All layers, over whole windows; the result's pixels are gathered into channels at low resolution."""

    def __init__(self, backbone: WindowTransformer, inputs: int, bands: int, scale: int) -> None:
        super().__init__()
        width = backbone.n_feats
        self.backbone, self.scale = backbone, scale
        self.first = conv(inputs, width)
        self.embed = nn.LayerNorm(width)
        self.groups = nn.ModuleList(
            _TransformerGroup(backbone, number) for number in range(backbone.n_blocks)
        )
        self.norm = nn.LayerNorm(width)
        self.after = backbone.group_end()
        self.head = backbone.head(bands, scale)

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        height, width = x.shape[-2:]
        shallow = self.first(self.backbone.pad(x))
        deep = self.embed(shallow.permute(0, 2, 3, 1))  # of which ONNX can be written, unlike of movedim
        for group in self.groups:
            deep = group(deep)
        made = self.head(self.after(self.norm(deep).permute(0, 3, 1, 2)) + shallow)
        made = made[..., : height * self.scale, : width * self.scale]
        return nn.functional.pixel_unshuffle(made, self.scale)


class _TransformerGroup(nn.Module):
    """Transformer blocks and convolutions, + input (residual Swin transformer block)."""

    def __init__(self, backbone: WindowTransformer, number: int) -> None:
        super().__init__()
        self.layers = backbone.make_blocks(number)
        self.end = backbone.group_end()

    def forward(self, x: Float[Tensor, "b h w f"]) -> Float[Tensor, "b h w f"]:
        deep = self.layers(x)
        group: Tensor = x + self.end(deep.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
        return group
