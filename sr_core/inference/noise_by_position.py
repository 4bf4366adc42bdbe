"""Draws noise by pixel position: a pixel gets the same noise however the raster is cut, batched or computed."""

from __future__ import annotations

import math

import torch
from jaxtyping import Float, Int
from torch import Tensor

MULTIPLIERS, WEYL, ROUNDS = (0xD2511F53, 0xCD9E8D57), (0x9E3779B9, 0xBB67AE85), 10
WORD = 0xFFFFFFFF
BANDS = 4
"""Number of random numbers, one a band, that one counter gives."""


def philox(counter: tuple[Int[Tensor, "*n"], ...], key: tuple[int, int]) -> tuple[Int[Tensor, "*n"], ...]:
    """Return Philox4x32-10 of `counter` (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3", section 3.3).

    Four words of 32 bits, in int64, become four that look random; `key` chooses among 2⁶⁴ such functions.
    """
    a, b, c, d = counter
    for i in range(ROUNDS):
        k = tuple((word + i * step) & WORD for word, step in zip(key, WEYL, strict=True))
        # The product of two words fills all 64 bits; the mask undoes the sign that it may get.
        first, second = a * MULTIPLIERS[0], c * MULTIPLIERS[1]
        a, c = (second >> 32 & WORD) ^ b ^ k[0], (first >> 32 & WORD) ^ d ^ k[1]
        b, d = second & WORD, first & WORD
    return a, b, c, d


def noise(
    rows: range, cols: range, bands: int, *, seed: int, step: int, sample: int, device: torch.device
) -> Float[Tensor, "c H W"]:
    """Return standard normal noise for pixels of the raster's grid, whose rows and columns may be negative.

    It depends on seed, step, sample, row, column and band alone: two images agree wherever they overlap. Box and
    Muller (1958) make each two words into two numbers, of which the largest possible is 6.7.
    """
    shape = (len(rows), len(cols))
    row = (torch.arange(rows.start, rows.stop, device=device) & WORD)[:, None].expand(shape)
    col = (torch.arange(cols.start, cols.stop, device=device) & WORD)[None].expand(shape)
    key = (seed & WORD, seed >> 32 & WORD)
    found = torch.empty(bands, *shape, device=device)
    for first in range(0, bands, BANDS):
        group = torch.full_like(row, step << 12 | first // BANDS)  # both are small
        a, b, c, d = philox((row, col, group, torch.full_like(row, sample)), key)
        for band, values in enumerate((*_normal(a, b), *_normal(c, d))[: bands - first], start=first):
            found[band] = values
    return found


def _normal(
    a: Int[Tensor, "H W"], b: Int[Tensor, "H W"]
) -> tuple[Float[Tensor, "H W"], Float[Tensor, "H W"]]:
    """Return two independent standard normal numbers for two words."""
    radius = (-2 * ((a + 0.5) / 2**32).log()).sqrt()
    angle = b * (2 * math.pi / 2**32)
    return radius * angle.cos(), radius * angle.sin()
