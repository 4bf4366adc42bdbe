"""How a network is told how much noise an image holds."""

from __future__ import annotations

import math

import torch
from jaxtyping import Float
from torch import Tensor, nn


class NoiseLevel(nn.Module):
    """The level √ᾱ as `channels` numbers: sines and cosines of it, then two layers (Chen et al. 2021, WaveGrad).

    The level is continuous: a network that is told it can be asked at levels between those of its training. The first
    sine is that of `finest` × √ᾱ, the last that of nearly 10,000 times less.
    """

    def __init__(self, channels: int, finest: float = 1.0) -> None:
        super().__init__()
        self.channels, self.finest = channels, finest
        self.first, self.second = nn.Linear(channels, 4 * channels), nn.Linear(4 * channels, channels)

    def forward(self, level: Float[Tensor, " b"]) -> Float[Tensor, "b c"]:
        # Computed anew each time: a buffer would be lost where a net is laid out before its weights are trusted.
        count = self.channels // 2
        steps = torch.arange(count, dtype=level.dtype, device=level.device) / count
        angles = self.finest * level[:, None] * torch.exp(-math.log(1e4) * steps)
        told = torch.cat((angles.sin(), angles.cos()), dim=1)
        # In the level's own precision whatever the network's is: near 1, where an image has little noise, levels
        # differ by less than half precision can tell.
        with torch.autocast(level.device.type, enabled=False):
            embedding = _exact(self.second, nn.functional.silu(_exact(self.first, told)))
        return embedding.to(self.second.weight.dtype)


def _exact(layer: nn.Linear, x: Tensor) -> Tensor:
    return nn.functional.linear(x, layer.weight.to(x.dtype), layer.bias.to(x.dtype))
