"""SwinIR: transformer of shifted windows (Liang et al. 2021)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from jaxtyping import Float
from pydantic import Field
from torch import Tensor, nn

from ._blocks import reflect_to_multiple
from ._receptive_field import ReceptiveField
from ._window_attention import WindowAttention
from ._window_transformer import WindowTransformer


class SwinIR(WindowTransformer):
    """SwinIR: transformer of shifted windows, for models that others have trained.

    Liang et al. 2021, "SwinIR: Image Restoration Using Swin Transformer", figure 2; the defaults are its classical
    model. Attention is computed within squares of pixels, which every second block shifts by half, so that it sees far:
    tiles are computed with as much around them, and training takes a large graphics card.
    """

    tiny: ClassVar = (
        {"n_feats": 4, "heads": 2, "window_size": 2, "n_blocks": 1, "depth": 2, "upsampler": "pixelshuffle"},
        {"n_feats": 4, "heads": 1, "window_size": 3, "n_blocks": 1, "depth": 2, "upsampler": "pixelshuffledirect",
         "group_convolutions": 3},
        {"n_feats": 4, "heads": 1, "window_size": 2, "n_blocks": 1, "depth": 1, "upsampler": "nearest+conv"},
    )  # fmt: skip

    sizes: ClassVar = {
        "small": {"n_feats": 36, "n_blocks": 3, "depth": 2, "heads": 4, "upsampler": "pixelshuffledirect"},
        "medium": {"n_feats": 60, "n_blocks": 4, "upsampler": "pixelshuffledirect"},
        "paper": {},
    }

    window_size: Annotated[int, Field(title="Side of windows", ge=2, le=64)] = 8
    """Side of the squares within which attention is computed, in low-resolution pixels."""

    mlp_ratio: Annotated[float, Field(title="MLP ratio", gt=0, le=16)] = 2.0
    """Hidden units of the MLP of each block, in multiples of n_feats."""

    def multiple_of(self) -> int:
        return self.window_size

    def pad(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c H W"]:
        return reflect_to_multiple(x, self.window_size)

    def make_blocks(self, number: int) -> nn.Module:
        return nn.Sequential(*(_Block(self, self._shift(block)) for block in range(self.depth)))

    def blocks_receptive_field(self, number: int, field: ReceptiveField) -> ReceptiveField:
        for block in reversed(range(self.depth)):
            field = field.windows(self.window_size, self._shift(block))
        return field

    def _shift(self, block: int) -> int:
        return self.window_size // 2 if block % 2 else 0

    def trunk_activation_floats(self) -> int:
        # Skips of image and group, and a block's: what attends, divided into windows and put together again, and the
        # scores of all heads before and after softmax.
        return 12 * self.n_feats + 3 * self.heads * self.window_size**2


class _Block(nn.Module):
    """Attention within windows and an MLP, each normalised before and added to its input."""

    def __init__(self, swinir: SwinIR, shift: int) -> None:
        super().__init__()
        width, hidden = swinir.n_feats, round(swinir.n_feats * swinir.mlp_ratio)
        self.attention_norm = nn.LayerNorm(width)
        self.attention = WindowAttention(width, swinir.heads, swinir.window_size, shift)
        self.mlp_norm = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Linear(hidden, width))

    def forward(self, x: Float[Tensor, "b h w f"]) -> Float[Tensor, "b h w f"]:
        x = x + self.attention(self.attention_norm(x))
        block: Tensor = x + self.mlp(self.mlp_norm(x))
        return block
