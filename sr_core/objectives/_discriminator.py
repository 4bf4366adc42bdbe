"""SRGAN's discriminator: tells images that were measured from images that a network made."""

from __future__ import annotations

from typing import Literal

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import batch_norm
from torch.nn.utils.parametrizations import spectral_norm

Norm = Literal["batch", "spectral", "none"]

STAGES = ((1, 1), (1, 2), (2, 1), (2, 2), (4, 1), (4, 2), (8, 1), (8, 2))
"""Width in units of the first layer's, and stride, of the eight convolutions (Ledig et al. 2017, figure 4)."""

SIDE = 6
"""Side of the last feature map for the paper's patches of 96 pixels; those of other patches are averaged to it."""

DENSE = 16
"""Width of the dense layer in units of the first convolution's: 1024 for 64."""


class Discriminator(nn.Module):
    """Images (b, bands, h, w) of any size, in units of the bands' standard deviation, to logits (b,).

    Ledig et al. 2017, figure 4, with 64 `n_feats`: convolutions 64s1, 64s2, 128s1, 128s2, 256s1, 256s2, 512s1,
    512s2 with LeakyReLU 0.2 and, but for the first, batch normalisation; dense 1024; dense 1. A logit above 0 says
    "measured". `norm` spectral (Miyato et al. 2018) divides every layer's weights by their largest singular value
    instead, so that the discriminator cannot become arbitrarily steep.
    """

    def __init__(self, bands: int, n_feats: int = 64, norm: Norm = "batch") -> None:
        super().__init__()
        layers: list[nn.Module] = []
        width = bands
        for times, stride in STAGES:
            batch = norm == "batch" and bool(layers)
            convolution = nn.Conv2d(width, times * n_feats, 3, stride, 1, bias=not batch)
            layers.append(_limited(convolution, norm))
            width = times * n_feats
            if batch:
                layers.append(_BatchNorm(width))
            layers.append(nn.LeakyReLU(0.2))
        self.features = nn.Sequential(*layers)
        self.verdict = nn.Sequential(
            nn.Flatten(),
            _limited(nn.Linear(width * SIDE**2, DENSE * n_feats), norm),
            nn.LeakyReLU(0.2),
            _limited(nn.Linear(DENSE * n_feats, 1), norm),
            nn.Flatten(0),
        )

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, " b"]:
        features = self.features(x)
        rows, cols = (_averages(size).to(features) for size in features.shape[-2:])
        logits: Tensor = self.verdict(torch.einsum("ih,bchw,jw->bcij", rows, features, cols))
        return logits


class _BatchNorm(nn.BatchNorm2d):
    """Batch normalisation that also takes a single pixel of a single image, by its running statistics: such is the
    last feature map of a patch of 16 pixels that is alone in its batch."""

    def forward(self, input: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        if input.shape[0] * input.shape[2] * input.shape[3] > 1:
            return super().forward(input)
        return batch_norm(input, self.running_mean, self.running_var, self.weight, self.bias, eps=self.eps)


def _limited(layer: nn.Module, norm: Norm) -> nn.Module:
    return spectral_norm(layer) if norm == "spectral" else layer


def _averages(size: int) -> Float[Tensor, "side size"]:
    """Adaptive average pooling along one axis, as a matrix: torch's own has no deterministic gradient on a GPU."""
    matrix = torch.zeros(SIDE, size)
    for row in range(SIDE):
        first, end = row * size // SIDE, -(-(row + 1) * size // SIDE)
        matrix[row, first:end] = 1 / (end - first)
    return matrix
