"""Weight files in VGG's layout with seeded random numbers."""

from __future__ import annotations

import torch
from safetensors.torch import save_file

# Index of each convolution in torchvision's `features`, as its published files name them, and its channels.
CONVOLUTIONS = {
    "vgg16": dict(
        zip(
            (0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28),
            (64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512),
            strict=True,
        )
    ),
    "vgg19": dict(
        zip(
            (0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25, 28, 30, 32, 34),
            (64, 64, 128, 128, 256, 256, 256, 256, 512, 512, 512, 512, 512, 512, 512, 512),
            strict=True,
        )
    ),
}


def make_vgg_weights(network):
    """Return untrained weights in the official layout, with a part of the classifier."""
    random, inputs, weights = torch.Generator().manual_seed(0), 3, {}
    for index, width in CONVOLUTIONS[network].items():
        size = (2 / (9 * inputs)) ** 0.5
        weights[f"features.{index}.weight"] = size * torch.randn(width, inputs, 3, 3, generator=random)
        weights[f"features.{index}.bias"] = 0.1 * torch.randn(width, generator=random)
        inputs = width
    return {**weights, "classifier.6.bias": torch.zeros(1000)}


def write_vgg_weights(folder, network="vgg16"):
    """Write the weights into a file, unless it is there; return its path."""
    path = folder / f"seeded_untrained_{network}.safetensors"
    if not path.exists():
        save_file(make_vgg_weights(network), path)
    return path
