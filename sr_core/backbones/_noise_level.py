"""The embedding of the noise level, by which a diffusion network knows how much noise an image holds."""

from __future__ import annotations

import math

import torch
from jaxtyping import Float
from torch import Tensor, nn


class NoiseLevel(nn.Module):
    """Embeds the level, √ᾱ or t: sines and cosines of it, then two layers (Chen et al. 2021, WaveGrad).

    The level is continuous, so that a network works at levels between those of its training.

    Args:
        channels: Length of the embedding.
        max_frequency: Factor on the level in the first sine; in the last it is nearly 10,000 times less.
    """

    def __init__(self, channels: int, max_frequency: float = 1.0) -> None:
        super().__init__()
        self.channels, self.max_frequency = channels, max_frequency
        self.first, self.second = nn.Linear(channels, 4 * channels), nn.Linear(4 * channels, channels)

    def forward(self, level: Float[Tensor, " b"]) -> Float[Tensor, "b c"]:
        # Computed anew each time: a buffer would be lost where a net is built before its weights are trusted.
        count = self.channels // 2
        steps = torch.arange(count, dtype=level.dtype, device=level.device) / count
        angles = self.max_frequency * level[:, None] * torch.exp(-math.log(1e4) * steps)
        sinusoids = torch.cat((angles.sin(), angles.cos()), dim=1)
        # In the level's own precision whatever the network's is: near 1, where an image has little noise, levels
        # differ by less than half precision can tell.
        with torch.autocast(level.device.type, enabled=False):
            embedding = _linear(self.second, nn.functional.silu(_linear(self.first, sinusoids)))
        return embedding.to(self.second.weight.dtype)


def _linear(layer: nn.Linear, x: Tensor) -> Tensor:
    """Apply `layer` in the precision of `x`."""
    return nn.functional.linear(x, layer.weight.to(x.dtype), layer.bias.to(x.dtype))
