"""SR3 with a transformer in place of the U-Net: U-ViT (Bao et al. 2023)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

import torch
from jaxtyping import Float
from pydantic import Field, model_validator
from torch import Tensor, nn

from ..errors import OptionError
from ._blocks import conv, find_modules, zero_init
from ._diffusion import DiffusionBackbone
from ._noise_level import NoiseLevel

SPREAD = 0.02
"""Standard deviation of the initial weights, cut off at two units to either side, as usual for transformers."""

MAX_FREQUENCY = 1000.0
"""U-ViT embeds times of 0 to 1,000; one token among hundreds must stand out."""


class SR3UViT(DiffusionBackbone):
    """SR3 U-ViT: diffusion transformer with long skip connections.

    Bao et al. 2023, "All are Worth Words: A ViT Backbone for Diffusion Models", in place of the U-Net of SR3
    (Saharia et al. 2021). Squares of the condition and of the noisy image are tokens each, and the noise level is one
    more; every block sees all of them. The defaults are the documented ones of ArcGIS, 136 million parameters for 3
    bands; token_size=8, embed_dim=192, depth=7, num_heads=6 has 4 million. It needs many tiles: with few, the U-Net
    of sr3 learns more. Its objective is denoising or flow.
    """

    tiny: ClassVar = (
        {"token_size": 4, "embed_dim": 12, "depth": 3, "num_heads": 2, "image_size": 16},  # nosec B105
        {"token_size": 8, "embed_dim": 8, "depth": 1, "num_heads": 1, "qkv_bias": True, "image_size": 16},  # nosec B105
    )

    sizes: ClassVar = {
        "small": {"token_size": 8, "embed_dim": 192, "depth": 7, "num_heads": 6},  # nosec B105
        "medium": {"embed_dim": 512, "depth": 13, "num_heads": 8},
        "paper": {},
    }

    token_size: Annotated[int, Field(title="Token size", ge=1, le=64)] = 16
    """Side of the squares that are a token each, in high-resolution pixels; patch_size in the paper. The image size
    must be a multiple of it. With half of it, computing takes about four times as long or more."""

    embed_dim: Annotated[int, Field(title="Embedding dimension", ge=2, le=4096, multiple_of=2)] = 768
    """Length of the vector of a token; an even number and a multiple of num_heads."""

    depth: Annotated[int, Field(title="Depth", ge=1, le=99)] = 17
    """Transformer blocks, an odd number: those before the middle one hand their results, by long skip connections, to
    those after it."""

    num_heads: Annotated[int, Field(title="Attention heads", ge=1, le=128)] = 12
    """Attention heads of each block; it must divide embed_dim."""

    mlp_ratio: Annotated[float, Field(title="MLP ratio", gt=0, le=16)] = 4.0
    """Hidden units of the MLP of each block, in multiples of embed_dim."""

    qkv_bias: Annotated[bool, Field(title="Bias of attention")] = False
    """Whether a constant is added to queries, keys and values."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.embed_dim % self.num_heads:
            raise OptionError(
                "embed_dim={embed_dim} is not a multiple of num_heads={num_heads}: choose num_heads that divides it.",
                embed_dim=self.embed_dim,
                num_heads=self.num_heads,
            )
        if self.depth % 2 == 0:
            raise OptionError(
                "depth={depth} is even, and one block is in the middle: choose {less} or {more}.",
                depth=self.depth,
                less=self.depth - 1,
                more=self.depth + 1,
            )
        if self.image_size and self.image_size % self.token_size:
            raise OptionError(
                "Images of {size} pixels cannot be cut into squares of token_size={token}: image_size, or PATCH_SIZE × "
                "scale where that is blank, must be a multiple of {token}.",
                size=self.image_size,
                token=self.token_size,
            )
        return self

    def multiple_of(self) -> int:
        return self.token_size

    def activation_floats(self) -> int:
        # What the long skips keep; of a block on the way up what it joins and its own input; and either the hidden
        # layer before and after activation, or queries, keys, values and what is made of them.
        working = 3 + max(2 * self.mlp_ratio, 5)
        tokens = 2 / self.token_size**2
        return math.ceil(tokens * self.embed_dim * (self.depth // 2 + working))

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, _TransformerBlock)

    def denoiser(self, bands: int, conditions: int) -> nn.Module:
        return _UViT(self, bands, conditions)


class _UViT(nn.Module):
    """From condition and noisy image, of `conditions` and `bands` channels, to what there is to tell of the latter.

    For images of another size than its own, positions are interpolated bicubically. The last convolution begins at
    zero: an untrained net tells nothing.
    """

    def __init__(self, config: SR3UViT, bands: int, conditions: int) -> None:
        super().__init__()
        size, dim, half = config.token_size, config.embed_dim, config.depth // 2
        side = config.require_image_size() // size
        self.size, self.channels = size, (conditions, bands)
        self.noise_level = NoiseLevel(dim, MAX_FREQUENCY)
        self.condition, self.noisy = (nn.Conv2d(each, dim, size, stride=size) for each in self.channels)
        self.level_place = nn.Parameter(torch.empty(1, 1, dim))
        self.condition_place, self.noisy_place = (
            nn.Parameter(torch.empty(1, dim, side, side)) for _ in range(2)
        )
        self.down = nn.ModuleList(_TransformerBlock(config) for _ in range(half))
        self.middle = _TransformerBlock(config)
        self.up = nn.ModuleList(_TransformerBlock(config, long_skip=True) for _ in range(half))
        self.norm = nn.LayerNorm(dim)
        self.pixels = nn.Linear(dim, size**2 * bands)
        for name, parameter in self.named_parameters():
            if name.endswith("_place") or (parameter.ndim == 2):
                nn.init.trunc_normal_(parameter, std=SPREAD)
            elif name.endswith("bias"):
                nn.init.zeros_(parameter)
        self.last = zero_init(conv(bands, bands))

    def forward(self, x: Float[Tensor, "b n h w"], level: Float[Tensor, " b"]) -> Float[Tensor, "b c h w"]:
        condition, noisy = torch.split(x, list(self.channels), dim=1)
        noisy = self.noisy(noisy)
        tokens = torch.cat(
            (
                self.noise_level(level)[:, None] + self.level_place,
                _flatten(_add_positions(self.condition(condition), self.condition_place)),
                _flatten(_add_positions(noisy, self.noisy_place)),
            ),
            dim=1,
        )
        skips = []
        for block in self.down:
            tokens = block(tokens)
            skips.append(tokens)
        tokens = self.middle(tokens)
        for block in self.up:
            tokens = block(torch.cat((tokens, skips.pop()), dim=2))
        height, width = noisy.shape[-2:]
        pixels = self.pixels(self.norm(tokens[:, -height * width :]))
        image = pixels.transpose(1, 2).unflatten(2, (height, width))
        eps: Tensor = self.last(nn.functional.pixel_shuffle(image, self.size))
        return eps


class _TransformerBlock(nn.Module):
    """Attention and then an MLP with GELU, each normalised before and added to its input."""

    def __init__(self, config: SR3UViT, long_skip: bool = False) -> None:
        super().__init__()
        dim, hidden = config.embed_dim, round(config.embed_dim * config.mlp_ratio)
        self.heads = config.num_heads
        self.join = nn.Linear(2 * dim, dim) if long_skip else nn.Identity()
        self.attention_norm = nn.LayerNorm(dim)
        self.qkv = nn.Linear(dim, 3 * dim, bias=config.qkv_bias)
        self.out = nn.Linear(dim, dim)
        self.mlp = nn.Sequential(nn.LayerNorm(dim), nn.Linear(dim, hidden), nn.GELU(), nn.Linear(hidden, dim))

    def forward(self, tokens: Float[Tensor, "b n d"]) -> Float[Tensor, "b n e"]:
        x: Tensor = self.join(tokens)
        x = x + self._attend(self.attention_norm(x))
        out: Tensor = x + self.mlp(x)
        return out

    def _attend(self, x: Float[Tensor, "b n e"]) -> Float[Tensor, "b n e"]:
        """Return what each token takes from all."""
        heads = self.qkv(x).unflatten(2, (3, self.heads, -1)).permute(2, 0, 3, 1, 4)
        seen = nn.functional.scaled_dot_product_attention(*heads)
        out: Tensor = self.out(seen.transpose(1, 2).flatten(2))
        return out


def _add_positions(x: Float[Tensor, "b d h w"], place: Float[Tensor, "1 d s s"]) -> Float[Tensor, "b d h w"]:
    """Add the embedding of each token's position."""
    if x.shape[-2:] != place.shape[-2:]:
        place = nn.functional.interpolate(place, size=x.shape[-2:], mode="bicubic", align_corners=False)
    return x + place


def _flatten(x: Float[Tensor, "b d h w"]) -> Float[Tensor, "b n d"]:
    """Return the tokens one after another."""
    return x.flatten(2).transpose(1, 2)
