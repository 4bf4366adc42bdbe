"""Attention among the pixels of a window (Liu et al. 2021, "Swin Transformer")."""

from __future__ import annotations

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

APART = -100.0
"""What is added to the scores of pixels that must not see each other, in published networks; e^−100 counts as nothing."""


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
        self.heads, self.window, self.shift = heads, window, shift
        self.offsets = nn.Embedding((2 * window - 1) ** 2, heads)
        nn.init.trunc_normal_(self.offsets.weight, std=0.02)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x: Float[Tensor, "b h w f"]) -> Float[Tensor, "b h w f"]:
        batch, height, width, feats = x.shape
        rows, cols, side = height // self.window, width // self.window, self.window
        if self.shift:
            x = torch.roll(x, (-self.shift, -self.shift), (1, 2))
        windows = x.reshape(batch, rows, side, cols, side, feats).transpose(2, 3).reshape(-1, side**2, feats)
        parts = self.qkv(windows).reshape(-1, side**2, 3, self.heads, feats // self.heads)
        q, k, v = parts.permute(2, 0, 3, 1, 4).unbind(0)
        bias = self.offsets(self._offset_index(x.device)).permute(2, 0, 1)[None]
        if self.shift:
            bias = (bias + self._mask(height, width, x)[:, None]).repeat(batch, 1, 1, 1)
        scores = (q * (feats // self.heads) ** -0.5) @ k.transpose(-2, -1) + bias
        seen = scores.softmax(-1) @ v
        out = self.out(seen.transpose(1, 2).reshape(batch, rows, cols, side, side, feats))
        out = out.transpose(2, 3).reshape(batch, height, width, feats)
        return torch.roll(out, (self.shift, self.shift), (1, 2)) if self.shift else out

    def _offset_index(self, device: torch.device) -> Int[Tensor, "n n"]:
        """Return for each two pixels of a window the number of the offset from the second to the first."""
        place = torch.arange(self.window, device=device)
        row, col = place.repeat_interleave(self.window), place.repeat(self.window)
        down, right = (axis[:, None] - axis[None] + self.window - 1 for axis in (row, col))
        return down * (2 * self.window - 1) + right

    def _mask(self, height: int, width: int, x: Tensor) -> Float[Tensor, "k n n"]:
        """Return what is added to scores in each of k windows: nothing, or `APART`."""
        rows, cols = (self._regions(length, x.device) for length in (height, width))
        regions = 3 * rows[:, None] + cols[None]
        side = self.window
        parts = (
            regions.reshape(height // side, side, width // side, side).transpose(1, 2).reshape(-1, side**2)
        )
        return (parts[:, None] != parts[:, :, None]).to(x.dtype) * APART

    def _regions(self, length: int, device: torch.device) -> Int[Tensor, " n"]:
        """Return along a shifted axis 0, then 1 in the last window, and 2 in its part from the other end."""
        place = torch.arange(length, device=device)
        return (place >= length - self.window).long() + (place >= length - self.shift).long()
