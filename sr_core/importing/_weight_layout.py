"""What a layout of published weights is, what it reads, and how it maps layers."""

from __future__ import annotations

import itertools
from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from torch import Tensor

from ..backbones import Backbone
from ..errors import InputError
from ..schema import Choice

DIV2K_MEAN = (0.4488, 0.4371, 0.4040)
"""Mean colour of the photographs that the networks of these layouts were trained on, where 1 is white."""


@dataclass(frozen=True)
class Weights:
    """The tensors of a published network, and what their names and shapes tell."""

    tensors: Mapping[str, Tensor]

    @cached_property
    def layers(self) -> frozenset[str]:
        """Names of the convolutions, without the last part of the names of their weights."""
        return frozenset(
            name.removesuffix(".weight")
            for name, tensor in self.tensors.items()
            if name.endswith(".weight") and tensor.ndim == 4
        )

    def count(self, layer: str, first: int = 0) -> int:
        """Return how many layers there are whose names are `layer` with `first`, `first` + 1, … in place of {}."""
        n = 0
        while layer.format(first + n) in self.layers:
            n += 1
        return n

    def existing(self, *layers: str) -> list[str]:
        """Return those of `layers` that there are."""
        return [layer for layer in layers if layer in self.layers]

    def outputs(self, layer: str) -> int:
        """Return the channels that a convolution makes."""
        return self.tensors[f"{layer}.weight"].shape[0]

    def inputs(self, layer: str) -> int:
        """Return the channels that a convolution takes."""
        return self.tensors[f"{layer}.weight"].shape[1]


@dataclass(frozen=True)
class PublishedNetwork:
    """What a layout reads from weights: the network, and how its layers are named."""

    backbone: str
    """Id of the network."""
    options: dict[str, Any]
    """Options of the network, as far as the weights show them."""
    scale: int
    bands: int
    layers: Mapping[str, str]
    """Name of each layer of our network -> its name in the file."""
    guide_bands: int = 0
    """Bands of a guide with the pixels of the result, which it takes after its own; 0 where it takes one image."""
    gain: float = 1.0
    """Physical units (1 is white) for each unit of the network's input."""
    mean: tuple[float, ...] = ()
    """What it takes off its input before the first layer, for each band; blank is 0."""
    std: float | tuple[float, ...] = 1.0
    """What it divides its input by after that; one number, or one for each band."""
    published_options: dict[str, Any] = field(default_factory=dict)
    """Options that weights do not say, as the published models of this layout have them."""
    ignored: frozenset[str] = frozenset()
    """Layers and single tensors of the file that have no counterpart in our network."""
    absent: Mapping[str, float] = field(default_factory=dict)
    """Tensors by their names in the file -> what they are full of where the file has none: biases that are 0."""
    tensors: Mapping[str, Tensor] | None = None
    """What takes the place of the file's tensors, where several of its layers are one of ours; their names are new."""
    dependent_options: Callable[[Backbone], dict[str, Any]] | None = None
    """Options that the weights say only together with others; it is given the network without them."""
    noise_schedule: dict[str, Any] | None = None
    """Id and options of the schedule that a diffusion network was trained with, where the file tells."""
    held_to: str | None = None
    """Degradation that results are held to unless the user says otherwise, where the published model corrects what its network
    makes by the image it was given, which the file does not hold."""


class WeightLayout(Choice):
    """A way of naming a network's weights; users know it by the first line of the docstring."""

    signature: ClassVar[tuple[str, ...]]
    """Layers by which the layout is known: weights that have them all are of this layout."""

    @property
    def title(self) -> str:
        """What users call it."""
        return (self.__doc__ or self.id).partition("\n")[0].rstrip(".")

    def fits(self, weights: Weights) -> bool:
        """Return whether these weights are of this layout."""
        return weights.layers.issuperset(self.signature)

    @abstractmethod
    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        """Return the network that the weights are of.

        Args:
            weights: Weights of this layout.
            scale: The scale where the user gives it, for weights that do not tell.

        Raises:
            InputError: the scale is unknown, or another than the user's.
        """


def require_scale(found: int, asked: int | None) -> int:
    """Return the scale that the weights say.

    Raises:
        InputError: the user says another.
    """
    if asked is not None and asked != found:
        raise InputError(
            "SCALE is {asked}, and the weights are for scale {found}: leave SCALE blank.",
            asked=asked,
            found=found,
        )
    return found


def map_blocks(ours: str, theirs: str, count: int, parts: Mapping[str, str]) -> dict[str, str]:
    """Return the names of the layers in `count` blocks: `{ours}.{i}.{part}` -> `{theirs}.{i}.{their part}`."""
    return {
        f"{ours}.{i}.{our_part}": f"{theirs}.{i}.{their_part}"
        for i in range(count)
        for our_part, their_part in parts.items()
    }


def upsampler_scale(weights: Weights, chain: list[str]) -> int:
    """Return the scale of a sub-pixel upsampler.

    Args:
        weights: The network's.
        chain: Its convolutions, each with a pixel shuffle after it, and then the layer that follows.
    """
    scale = 1.0
    for step, following in itertools.pairwise(chain):
        scale *= (weights.outputs(step) / weights.inputs(following)) ** 0.5
    return round(scale)
