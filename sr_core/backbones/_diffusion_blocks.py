"""Blocks of a U-Net that are given the noise level, with layers in the order of SR3's published weights."""

from __future__ import annotations

from typing import Literal

from jaxtyping import Float
from torch import Tensor, nn

from ._blocks import conv, zero_init

Way = Literal["down", "up"]


class Resampling(nn.Module):
    """Half the resolution by a convolution of stride 2, or twice of it by repeating pixels ahead of a convolution."""

    joins = False

    def __init__(self, channels: int, way: Way) -> None:
        super().__init__()
        self.way = way
        self.conv = nn.Conv2d(channels, channels, 3, stride=2 if way == "down" else 1, padding=1)

    def forward(
        self, x: Float[Tensor, "b c h w"], embedding: Float[Tensor, "b n"]
    ) -> Float[Tensor, "b c H W"]:
        out: Tensor = self.conv(_upsample(x) if self.way == "up" else x)
        return out


class UNetBlock(nn.Module):
    """Normalisation, SiLU, conv3; + a projection of the noise level; normalisation, SiLU, dropout, conv3; + input.

    With a `way`, features and input are resampled ahead of the first convolution (Brock et al. 2019, figure 15). The
    sum of input and residual is multiplied by `factor`.
    """

    def __init__(
        self,
        embedding: int,
        inputs: int,
        outputs: int,
        *,
        norm_groups: int,
        dropout: float,
        factor: float,
        attention: bool = False,
        joins: bool = False,
        way: Way | None = None,
    ) -> None:
        super().__init__()
        self.joins, self.way, self.factor = joins, way, factor
        self.before = nn.Sequential(nn.GroupNorm(norm_groups, inputs), nn.SiLU())
        self.first = conv(inputs, outputs)
        self.level = nn.Linear(embedding, outputs)
        self.second = nn.Sequential(
            nn.GroupNorm(norm_groups, outputs),
            nn.SiLU(),
            nn.Dropout(dropout),
            zero_init(conv(outputs, outputs)),
        )
        self.skip = conv(inputs, outputs, 1) if inputs != outputs else nn.Identity()
        self.attention = _Attention(outputs, norm_groups, self.factor) if attention else nn.Identity()

    def forward(
        self, x: Float[Tensor, "b i h w"], embedding: Float[Tensor, "b n"]
    ) -> Float[Tensor, "b o H W"]:
        features = self.first(self._resample(self.before(x)))
        features = self.second(features + self.level(embedding)[:, :, None, None])
        out: Tensor = self.attention(_add_residual(self.skip(self._resample(x)), features, self.factor))
        return out

    def _resample(self, x: Tensor) -> Tensor:
        match self.way:
            case "down":
                return nn.functional.avg_pool2d(x, 2)
            case "up":
                return _upsample(x)
            case None:
                return x


class _Attention(nn.Module):
    """Every pixel sees all others, with one head; added to its input."""

    def __init__(self, channels: int, norm_groups: int, factor: float) -> None:
        super().__init__()
        self.norm, self.factor = nn.GroupNorm(norm_groups, channels), factor
        self.qkv = nn.Conv2d(channels, 3 * channels, 1, bias=False)
        self.out = zero_init(conv(channels, channels, 1))

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c h w"]:
        # Pixels as rows of (b, heads, h × w, c): a view of channels_last memory.
        query, key, value = self.qkv(self.norm(x)).flatten(2).transpose(1, 2).unsqueeze(1).chunk(3, dim=-1)
        seen = nn.functional.scaled_dot_product_attention(query, key, value)
        return _add_residual(x, self.out(seen.squeeze(1).transpose(1, 2).reshape(x.shape)), self.factor)


def _upsample(x: Tensor) -> Tensor:
    return nn.functional.interpolate(x, scale_factor=2.0, mode="nearest")


def _add_residual(x: Tensor, residual: Tensor, factor: float) -> Tensor:
    return x + residual if factor == 1 else (x + residual) * factor
