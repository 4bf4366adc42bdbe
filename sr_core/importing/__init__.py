"""Models that others have trained: one file for each layout in which networks are published."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from torch import Tensor

from ..backbones import Backbone
from ..errors import BadInput
from ..i18n import say
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

    def count(self, layer: str) -> int:
        """How many layers there are whose names are `layer` with 0, 1, 2, … in place of {}."""
        n = 0
        while layer.format(n) in self.layers:
            n += 1
        return n

    def those(self, *layers: str) -> list[str]:
        """Those of `layers` that there are."""
        return [layer for layer in layers if layer in self.layers]

    def outputs(self, layer: str) -> int:
        """Channels that a convolution makes."""
        return self.tensors[f"{layer}.weight"].shape[0]

    def inputs(self, layer: str) -> int:
        """Channels that a convolution takes."""
        return self.tensors[f"{layer}.weight"].shape[1]


@dataclass(frozen=True)
class Reading:
    """What a layout makes of weights."""

    backbone: str
    """Id of the network."""
    options: dict[str, Any]
    """Its options, as far as the weights say them."""
    scale: int
    bands: int
    layers: Mapping[str, str]
    """Name of each layer of our network -> its name in the file."""
    gain: float = 1.0
    """Physical units (1 is white) for each of the numbers that the network is fed with."""
    mean: tuple[float, ...] = ()
    """What it takes off those numbers before the first layer, for each band; blank is 0."""
    std: float = 1.0
    """What it divides them by after that."""
    usual: dict[str, Any] = field(default_factory=dict)
    """Options that weights do not say, as the published models of this layout have them."""
    aside: frozenset[str] = frozenset()
    """Layers and single tensors of the file that are accounted for otherwise."""
    following: Callable[[Backbone], dict[str, Any]] | None = None
    """Options that the weights say only together with others; it is given the network without them."""
    noise_schedule: dict[str, Any] | None = None
    """Id and options of the schedule that a diffusion network was trained with, where the file tells."""


class WeightLayout(Choice):
    """A way of naming a network's weights; the first line of the docstring is what users know it by."""

    signature: ClassVar[tuple[str, ...]]
    """Layers by which the layout is known: weights that have them all are of this layout."""

    def fits(self, weights: Weights) -> bool:
        """Whether these weights are of this layout."""
        return weights.layers.issuperset(self.signature)

    def read(self, weights: Weights, scale: int | None) -> Reading:
        """What the weights are of; `scale` is what the user says it is, for those that do not tell.

        Raises:
            BadInput: the scale cannot be found out and was not said, or is another.
        """
        raise NotImplementedError


def recognised(candidates: Iterator[Weights]) -> tuple[WeightLayout, Weights]:
    """The layout of the first of `candidates` that has one.

    Raises:
        BadInput: none has; the sentence lists the layouts that are known.
    """
    layouts = [member() for member in WeightLayout.members.values()]
    for weights in candidates:
        for layout in layouts:
            if layout.fits(weights):
                return layout, weights
    raise BadInput(
        "These are not the weights of a network that can be imported. Known are {known}; any other network can be "
        "exported to ONNX and imported as that.",
        known="; ".join(say(title(layout)) for layout in layouts),
    )


def title(layout: WeightLayout) -> str:
    """What people call a layout."""
    return (layout.__doc__ or layout.id).partition("\n")[0]


def renamed(reading: Reading, weights: Weights, wanted: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The weights by our names, in single precision; every tensor is accounted for and has the shape of `wanted`.

    Raises:
        BadInput: a tensor is missing, left over, or of another shape.
    """
    names = {
        f"{ours}.{kind}": f"{theirs}.{kind}"
        for ours, theirs in reading.layers.items()
        for kind in ("weight", "bias")
    }
    taken, found = {names[ours] for ours in wanted}, weights.tensors
    for name in found:
        if name not in taken and reading.aside.isdisjoint((name, name.rpartition(".")[0])):
            raise _not_quite(say("nothing corresponds to {name}", name=name))
    for ours, tensor in wanted.items():
        theirs = names[ours]
        if theirs not in found:
            raise _not_quite(say("there is no {name}", name=theirs))
        if found[theirs].shape != tensor.shape:
            raise _not_quite(
                say(
                    "{name} is {found} where {wanted} is expected",
                    name=theirs,
                    found=tuple(found[theirs].shape),
                    wanted=tuple(tensor.shape),
                )
            )
    return {ours: found[names[ours]].float().contiguous() for ours in wanted}


def _not_quite(what: str) -> BadInput:
    return BadInput(
        "The weights are nearly those of a known network, but not quite: {what}. Export it to ONNX and import that.",
        what=what,
    )


def built(reading: Reading, options: Mapping[str, Any]) -> Backbone:
    """The network's config: what the weights say, what the user says, and else what is usual.

    Raises:
        BadInput: the user contradicts the weights, or names an option that the network does not have.
    """
    network, found = Backbone.members[reading.backbone], reading.options
    _require_no_contradiction(options, found)
    backbone = network.build({**reading.usual, **options, **found})
    if reading.following:
        found = reading.following(backbone)
        _require_no_contradiction(options, found)
        backbone = network.build({**backbone.model_dump(), **found})
    return backbone


def _require_no_contradiction(said: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    for name in said.keys() & found.keys():
        # A single number needs no brackets.
        plain = isinstance(found[name], list) and not isinstance(said[name], list)
        if ([said[name]] if plain else said[name]) != found[name]:
            raise BadInput(
                "BACKBONE_OPTIONS says {name} = {said}, and the weights say {found}: leave it out.",
                name=name,
                said=said[name],
                found=found[name],
            )


def require_scale(found: int, asked: int | None) -> int:
    """The scale that the weights say.

    Raises:
        BadInput: the user says another.
    """
    if asked is not None and asked != found:
        raise BadInput(
            "SCALE is {asked}, and the weights are for scale {found}: leave SCALE blank.",
            asked=asked,
            found=found,
        )
    return found


def blocks(ours: str, theirs: str, count: int, parts: Mapping[str, str]) -> dict[str, str]:
    """Names of the layers in `count` blocks: `{ours}.{i}.{part}` -> `{theirs}.{i}.{their part}`."""
    return {
        f"{ours}.{i}.{our_part}": f"{theirs}.{i}.{their_part}"
        for i in range(count)
        for our_part, their_part in parts.items()
    }


def shuffled_scale(weights: Weights, chain: list[str]) -> int:
    """The scale of a sub-pixel upsampler: convolutions with a pixel shuffle after each, and what follows the last."""
    scale = 1.0
    for step, following in itertools.pairwise(chain):
        scale *= (weights.outputs(step) / weights.inputs(following)) ** 0.5
    return round(scale)


WeightLayout.discover(__name__, __path__)
