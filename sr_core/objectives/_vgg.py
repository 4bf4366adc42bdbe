"""The convolutions of VGG16 and VGG19 (Simonyan and Zisserman 2015), whose features the perceptual losses compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import torch
from jaxtyping import Float
from torch import Tensor, nn

Network = Literal["vgg16", "vgg19"]

CONVOLUTIONS: dict[Network, tuple[int, ...]] = {"vgg16": (2, 2, 3, 3, 3), "vgg19": (2, 2, 4, 4, 4)}
"""Convolutions in each block, which ends with pooling (table 1, configurations D and E)."""

WIDTHS = (64, 128, 256, 512, 512)

MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
"""Mean and standard deviation of red, green and blue over ImageNet's photographs, with values from 0 to 1."""


class VGG(nn.Module):
    """VGG as a feature extractor: RGB images, values of photographs from 0 to 1, to the features of some layers, by name.

    conv3_2 is the second convolution of the third block, relu3_2 the same after its activation. Modules are named as
    in the official files (features.14.weight). The weights need no gradient.

    Args:
        network: Which of the two.
        layers: The layers whose features are returned; modules beyond the deepest of them are left out.
    """

    def __init__(self, network: Network, layers: Sequence[str]) -> None:
        super().__init__()
        named = list(_modules(network))[: 1 + max(map(layer_names(network).index, layers))]
        self.features = nn.Sequential(*(module for _, module in named))
        self.returned = {index: name for index, (name, _) in enumerate(named) if name in layers}
        for name, values in (("mean", MEAN), ("std", STD)):
            # On the CPU even where the modules are laid out on the meta device.
            column = torch.tensor(values, device="cpu").view(1, 3, 1, 1)
            self.register_buffer(name, column, persistent=False)
        self.requires_grad_(False)

    mean: Tensor
    std: Tensor

    def forward(self, rgb: Float[Tensor, "b 3 h w"]) -> dict[str, Tensor]:
        found, x = {}, (rgb - self.mean) / self.std
        for index, module in enumerate(self.features):
            x = module(x)
            if index in self.returned:
                found[self.returned[index]] = x
        return found


def layer_names(network: Network) -> list[str]:
    """Return the names of the network's modules, in their order."""
    with torch.device("meta"):
        return [name for name, _ in _modules(network)]


def _modules(network: Network) -> Iterator[tuple[str, nn.Module]]:
    inputs = 3
    for block, (count, width) in enumerate(zip(CONVOLUTIONS[network], WIDTHS, strict=True), start=1):
        for number in range(1, count + 1):
            yield f"conv{block}_{number}", nn.Conv2d(inputs, width, 3, padding=1)
            yield f"relu{block}_{number}", nn.ReLU()  # not in place: the convolution may be asked for
            inputs = width
        yield f"pool{block}", nn.MaxPool2d(2)
