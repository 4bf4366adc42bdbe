"""HAT: transformer of shifted windows with channel attention and overlapping windows (Chen et al. 2023)."""

from __future__ import annotations

from typing import Annotated, ClassVar

import torch
from jaxtyping import Float, Int
from pydantic import Field, model_validator
from torch import Tensor, nn

from ..errors import OptionError
from ._blocks import conv, reflect_to_multiple
from ._receptive_field import ReceptiveField
from ._window_attention import WindowAttention, attend, join_windows, split_windows
from ._window_transformer import WindowTransformer


class HAT(WindowTransformer):
    """HAT: hybrid attention transformer, for models that others have trained.

    Chen et al. 2023, "Activating More Pixels in Image Super-Resolution Transformer", figure 3; the defaults are its basic
    model. Channels are weighed by what they are over the whole image: tiles are computed with as much around them as the
    windows see, and faint seams are possible. Training takes a large graphics card.
    """

    tiny: ClassVar = (
        {"n_feats": 4, "heads": 2, "window_size": 2, "overlap_window": 4, "n_blocks": 1, "depth": 2, "squeezed_feats": 2,
         "weighing_feats": 2},
    )  # fmt: skip

    sizes: ClassVar = {
        "small": {
            **{"n_feats": 36, "n_blocks": 2, "depth": 2, "heads": 4, "window_size": 8, "overlap_window": 12},
            **{"squeezed_feats": 12, "weighing_feats": 4},
        },
        "medium": {"n_feats": 144, "squeezed_feats": 6, "weighing_feats": 6},
        "paper": {},
    }

    window_size: Annotated[int, Field(title="Side of windows", ge=2, le=64)] = 16
    """Side of the squares within which attention is computed, in low-resolution pixels."""

    overlap_window: Annotated[int, Field(title="Side of overlapping windows", ge=2, le=128)] = 24
    """Side of the larger squares, around these, to which the last block of each group attends; it is wider by an even
    number of pixels."""

    mlp_ratio: Annotated[float, Field(title="MLP ratio", gt=0, le=16)] = 2.0
    """Hidden units of the MLP of each block, in multiples of n_feats."""

    squeezed_feats: Annotated[int, Field(title="Squeezed features", ge=1, le=1024)] = 60
    """Channels between the two convolutions of each block."""

    weighing_feats: Annotated[int, Field(title="Features that weigh channels", ge=1, le=1024)] = 6
    """Channels between the two layers that weigh the channels of these convolutions."""

    conv_scale: Annotated[float, Field(title="Scale of convolutions", gt=0, le=1)] = 0.01
    """By which what these convolutions make is multiplied."""

    @model_validator(mode="after")
    def _check(self) -> HAT:
        wider = self.overlap_window - self.window_size
        if wider < 0 or wider % 2:
            raise OptionError(
                "overlap_window={overlap} does not fit window_size={window}: it must be larger by an even number.",
                overlap=self.overlap_window,
                window=self.window_size,
            )
        return self

    @property
    def is_local(self) -> bool:
        return False

    def multiple_of(self) -> int:
        return self.window_size

    def pad(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c H W"]:
        return reflect_to_multiple(x, self.window_size)

    def make_blocks(self, number: int) -> nn.Module:
        blocks = (_HybridBlock(self, self._shift(block)) for block in range(self.depth))
        return nn.Sequential(*blocks, _OverlappingBlock(self))

    def _shift(self, block: int) -> int:
        return self.window_size // 2 if block % 2 else 0

    def blocks_receptive_field(self, number: int, field: ReceptiveField) -> ReceptiveField:
        field = field.windows(self.window_size).conv(1 + self.overlap_window - self.window_size)
        for block in reversed(range(self.depth)):
            field = field.windows(self.window_size, self._shift(block)).union(field.conv(3, times=2))
        return field

    def trunk_activation_floats(self) -> int:
        # Skips of image and group, and a block's: what attends, and the scores of all heads before and after softmax,
        # which are most where windows overlap; there keys and values are held once for each window that sees them.
        scores = 2 * self.heads * self.overlap_window**2
        shared = 4 * self.n_feats * self.overlap_window**2 / self.window_size**2
        return round(6 * self.n_feats + shared + scores)


class _HybridBlock(nn.Module):
    """Attention within windows beside convolutions whose channels are weighed, and an MLP (figure 3, HAB)."""

    def __init__(self, hat: HAT, shift: int) -> None:
        super().__init__()
        width = hat.n_feats
        self.conv_scale = hat.conv_scale
        self.attention_norm = nn.LayerNorm(width)
        self.attention = WindowAttention(width, hat.heads, hat.window_size, shift)
        self.squeeze = nn.Sequential(
            conv(width, hat.squeezed_feats), nn.GELU(), conv(hat.squeezed_feats, width)
        )
        self.weights = nn.Sequential(
            conv(width, hat.weighing_feats, 1), nn.ReLU(inplace=True), conv(hat.weighing_feats, width, 1)
        )
        self.mlp_norm, self.mlp = nn.LayerNorm(width), _mlp(hat)

    def forward(self, x: Float[Tensor, "b h w f"]) -> Float[Tensor, "b h w f"]:
        normalised = self.attention_norm(x)
        made = self.squeeze(normalised.permute(0, 3, 1, 2))
        made = made * self.weights(made.mean((2, 3), keepdim=True)).sigmoid() * self.conv_scale
        x = x + self.attention(normalised) + made.permute(0, 2, 3, 1)
        block: Tensor = x + self.mlp(self.mlp_norm(x))
        return block


class _OverlappingBlock(nn.Module):
    """Attention of windows to larger ones around them, and an MLP (figure 3, OCAB)."""

    def __init__(self, hat: HAT) -> None:
        super().__init__()
        width = hat.n_feats
        self.window, self.overlap = hat.window_size, hat.overlap_window
        self.attention_norm = nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.offsets = nn.Embedding((self.window + self.overlap - 1) ** 2, hat.heads)
        nn.init.trunc_normal_(self.offsets.weight, std=0.02)
        self.mlp_norm, self.mlp = nn.LayerNorm(width), _mlp(hat)

    def forward(self, x: Float[Tensor, "b h w f"]) -> Float[Tensor, "b h w f"]:
        x = x + self._attend(self.qkv(self.attention_norm(x)))
        block: Tensor = x + self.mlp(self.mlp_norm(x))
        return block

    def _attend(self, qkv: Float[Tensor, "b h w f3"]) -> Float[Tensor, "b h w f"]:
        feats, window = qkv.shape[-1] // 3, (self.window, self.window)
        around = nn.functional.unfold(
            qkv[..., feats:].permute(0, 3, 1, 2),
            self.overlap,
            stride=self.window,
            padding=(self.overlap - self.window) // 2,
        )
        places = around.reshape(len(qkv), 2 * feats, self.overlap**2, -1).permute(0, 3, 2, 1)
        k, v = places.flatten(0, 1).chunk(2, dim=-1)
        bias = self.offsets(self._offset_index(qkv.device)).permute(2, 0, 1)[None]
        seen = attend(split_windows(qkv[..., :feats], window), k, v, bias)
        made: Tensor = self.out(join_windows(seen, window, qkv))
        return made

    def _offset_index(self, device: torch.device) -> Int[Tensor, "n m"]:
        """Return for each pixel of a window, and each of the larger one, the number of the offset between them.

        As published it is partly below 0, and counts from the end of the table then.
        """
        inner, outer = (torch.arange(side, device=device) for side in (self.window, self.overlap))
        span = self.window + self.overlap - 1
        along = outer[None] - inner[:, None] + self.window - self.overlap + 1
        down = along.repeat_interleave(self.window, 0).repeat_interleave(self.overlap, 1)
        return (down * span + along.repeat(self.window, self.overlap)) % span**2


def _mlp(hat: HAT) -> nn.Sequential:
    hidden = round(hat.n_feats * hat.mlp_ratio)
    return nn.Sequential(nn.Linear(hat.n_feats, hidden), nn.GELU(), nn.Linear(hidden, hat.n_feats))
