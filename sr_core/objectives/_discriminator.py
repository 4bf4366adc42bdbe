"""SRGAN's discriminator, which tells measured images from images that a network made."""

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
    """SRGAN's discriminator: images of any size, in units of the bands' standard deviation, to one logit each.

    Ledig et al. 2017, figure 4, with 64 `n_feats`: convolutions 64s1, 64s2, 128s1, 128s2, 256s1, 256s2, 512s1,
    512s2 with LeakyReLU 0.2 and, except after the first, batch normalisation; dense 1024; dense 1. A logit above 0
    means "measured". The names of its modules are keys of checkpoints.

    Args:
        bands: Number of bands.
        n_feats: Channels of the first convolution; the others grow with it.
        norm: batch, as in the paper; spectral (Miyato et al. 2018) instead divides every layer's weights by their
            largest singular value, so that the discriminator cannot become arbitrarily steep; or none.
    """

    def __init__(self, bands: int, n_feats: int = 64, norm: Norm = "batch") -> None:
        super().__init__()
        layers: list[nn.Module] = []
        width = bands
        for times, stride in STAGES:
            batch = norm == "batch" and bool(layers)
            convolution = nn.Conv2d(width, times * n_feats, 3, stride, 1, bias=not batch)
            layers.append(_normalise(convolution, norm))
            width = times * n_feats
            if batch:
                layers.append(_BatchNorm(width))
            layers.append(nn.LeakyReLU(0.2))
        self.features = nn.Sequential(*layers)
        self.verdict = nn.Sequential(
            nn.Flatten(),
            _normalise(nn.Linear(width * SIDE**2, DENSE * n_feats), norm),
            nn.LeakyReLU(0.2),
            _normalise(nn.Linear(DENSE * n_feats, 1), norm),
            nn.Flatten(0),
        )

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, " b"]:
        features = self.features(x)
        rows, cols = (_pooling_matrix(size).to(features) for size in features.shape[-2:])
        logits: Tensor = self.verdict(torch.einsum("ih,bchw,jw->bcij", rows, features, cols))
        return logits


class _BatchNorm(nn.BatchNorm2d):
    """Batch normalisation that normalises a single pixel of a single image by its running statistics.

    The last feature map of a patch of 16 pixels that is alone in its batch is such a pixel.
    """

    def forward(self, input: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        if input.shape[0] * input.shape[2] * input.shape[3] > 1:
            return super().forward(input)
        return batch_norm(input, self.running_mean, self.running_var, self.weight, self.bias, eps=self.eps)


def _normalise(layer: nn.Module, norm: Norm) -> nn.Module:
    return spectral_norm(layer) if norm == "spectral" else layer


def _pooling_matrix(size: int) -> Float[Tensor, "side size"]:
    """Return adaptive average pooling along one axis as a matrix: torch's own has no deterministic gradient on a GPU."""
    matrix = torch.zeros(SIDE, size)
    for row in range(SIDE):
        first, end = row * size // SIDE, -(-(row + 1) * size // SIDE)
        matrix[row, first:end] = 1 / (end - first)
    return matrix
