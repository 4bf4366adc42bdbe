"""Attention among the pixels of a window (Liu et al. 2021, "Swin Transformer")."""

from __future__ import annotations

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from ..errors import InputError

APART = -100.0
"""What is added to the scores of pixels that must not see each other, in published networks; e^−100 counts as nothing."""


Side = tuple[int, int]
"""Rows and columns of a window, or by how many it is shifted."""


def require_heads(n_feats: int, heads: int) -> None:
    """Require that features divide evenly among attention heads.

    Raises:
        InputError: They do not.
    """
    if n_feats % heads:
        raise InputError(
            "heads={heads} does not divide n_feats={n_feats}: set heads to a divisor of n_feats.",
            heads=heads,
            n_feats=n_feats,
        )


def split_windows(x: Float[Tensor, "b h w f"], window: Side) -> Float[Tensor, "k n f"]:
    """Return the pixels of each window, row by row; windows row by row, image by image."""
    batch, height, width, feats = x.shape
    rows, cols = window
    parts = x.reshape(batch, height // rows, rows, width // cols, cols, feats)
    return parts.transpose(2, 3).reshape(-1, rows * cols, feats)


def join_windows(parts: Float[Tensor, "k n f"], window: Side, like: Tensor) -> Float[Tensor, "b h w f"]:
    """Return the image (b, h, w, any) of which `split_windows` made windows, with the features of `parts`."""
    batch, height, width = like.shape[:3]
    rows, cols = window
    image = parts.reshape(batch, height // rows, width // cols, rows, cols, parts.shape[-1])
    return image.transpose(2, 3).reshape(batch, height, width, parts.shape[-1])


def attend(
    q: Float[Tensor, "k n f"],
    k: Float[Tensor, "k m f"],
    v: Float[Tensor, "k m f"],
    bias: Float[Tensor, "#k h n m"],
) -> Float[Tensor, "k n f"]:
    """Return softmax(q kᵀ / √d + bias) v, head by head, for windows of n pixels that attend to m others.

    Args:
        q: Queries; the d channels of each head stand one after another, as in keys and values.
        k: Keys.
        v: Values.
        bias: For each head h and each two pixels, the same for all windows or one for each.
    """
    heads = bias.shape[1]
    q, k, v = (part.reshape(*part.shape[:2], heads, -1).transpose(1, 2) for part in (q, k, v))
    scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-2, -1) + bias
    seen: Tensor = scores.softmax(-1) @ v
    return seen.transpose(1, 2).flatten(2)


def attend_in_windows(
    qkv: Float[Tensor, "b h w f3"], window: Side, shift: Side, bias: Float[Tensor, "h n n"]
) -> Float[Tensor, "b h w f"]:
    """Return the attention of every pixel to those that share its window.

    Args:
        qkv: Queries, keys and values, one after another, of an image whose sides are multiples of the window's, already
            shifted.
        window: Its rows and columns.
        shift: By how many the image was shifted: pixels from its opposite ends do not see each other.
        bias: For each head and each two pixels of a window.
    """
    added = bias[None]
    if any(shift):
        added = (added + _mask(qkv, window, shift)[:, None]).repeat(len(qkv), 1, 1, 1)
    q, k, v = split_windows(qkv, window).chunk(3, dim=-1)
    return join_windows(attend(q, k, v, added), window, qkv)


def offset_index(window: Side, device: torch.device) -> Int[Tensor, "n n"]:
    """Return for each two pixels of a window the number of the offset from the second to the first."""
    row, col = (torch.arange(length, device=device) for length in window)
    row, col = row.repeat_interleave(window[1]), col.repeat(window[0])
    down, right = (
        axis[:, None] - axis[None] + length - 1 for axis, length in zip((row, col), window, strict=True)
    )
    return down * (2 * window[1] - 1) + right


def _mask(x: Tensor, window: Side, shift: Side) -> Float[Tensor, "k n n"]:
    """Return what is added to scores in each of k windows of an image (b, h, w, f): nothing, or `APART`."""
    rows, cols = (
        _regions(length, side, moved, x.device)
        for length, side, moved in zip(x.shape[1:3], window, shift, strict=True)
    )
    parts = split_windows((3 * rows[:, None] + cols[None])[None, ..., None], window)[..., 0]
    return (parts[:, None] != parts[:, :, None]).to(x.dtype) * APART


def _regions(length: int, side: int, shift: int, device: torch.device) -> Int[Tensor, " n"]:
    """Return along a shifted axis 0, then 1 in the last window, and 2 in its part from the other end."""
    place = torch.arange(length, device=device)
    return (place >= length - side).long() + (place >= length - shift).long()


class WindowAttention(nn.Module):
    """Multi-head attention within windows, with a bias for each offset; windows may be shifted.

    The shift is cyclic, and pixels from opposite ends of the image that so come into one window do not see each other.
    """

    def __init__(self, width: int, heads: int, window: int, shift: int) -> None:
        """Make the layer.

        Args:
            width: Channels.
            heads: How many share them.
            window: Side of a window in pixels, of which the image's sides are multiples.
            shift: By how much windows lie further down and right.
        """
        super().__init__()
        self.window, self.shift = window, shift
        self.offsets = nn.Embedding((2 * window - 1) ** 2, heads)
        nn.init.trunc_normal_(self.offsets.weight, std=0.02)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x: Float[Tensor, "b h w f"]) -> Float[Tensor, "b h w f"]:
        window, shift = (self.window, self.window), (self.shift, self.shift)
        if self.shift:
            x = torch.roll(x, (-self.shift, -self.shift), (1, 2))
        bias = self.offsets(offset_index(window, x.device)).permute(2, 0, 1)
        out: Tensor = self.out(attend_in_windows(self.qkv(x), window, shift, bias))
        return torch.roll(out, shift, (1, 2)) if self.shift else out
