"""From published weights to a network of ours: find the layout, build the config, rename the tensors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from torch import Tensor

from ..backbones import Backbone
from ..errors import InputError
from ..i18n import say
from ._layout import PublishedNetwork, WeightLayout, Weights


def detect_layout(candidates: Iterator[Weights]) -> tuple[WeightLayout, Weights]:
    """Return the first of `candidates` that is of a known layout, and its layout.

    Raises:
        InputError: none is; the sentence lists the layouts that are known.
    """
    layouts = [member() for member in WeightLayout.members.values()]
    for weights in candidates:
        for layout in layouts:
            if layout.fits(weights):
                return layout, weights
    raise InputError(
        "These are not the weights of a network that can be imported. Known are {known}; any other network can be "
        "exported to ONNX and imported as that.",
        known="; ".join(say(layout.title) for layout in layouts),
    )


def build_backbone(network: PublishedNetwork, options: Mapping[str, Any]) -> Backbone:
    """Build the network's config from what the weights say, what the user says, and else what is published.

    Args:
        network: What the layout has read.
        options: What the user says.

    Raises:
        InputError: the user contradicts the weights, or names an option that the network does not have.
    """
    member, found = Backbone.members[network.backbone], network.options
    _require_no_contradiction(options, found)
    backbone = member.build({**network.published_options, **options, **found})
    if network.dependent_options:
        found = network.dependent_options(backbone)
        _require_no_contradiction(options, found)
        backbone = member.build({**backbone.model_dump(), **found})
    return backbone


def _require_no_contradiction(said: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    for name in said.keys() & found.keys():
        # A single number needs no brackets.
        plain = isinstance(found[name], list) and not isinstance(said[name], list)
        if ([said[name]] if plain else said[name]) != found[name]:
            raise InputError(
                "BACKBONE_OPTIONS says {name} = {said}, and the weights say {found}: leave it out.",
                name=name,
                said=said[name],
                found=found[name],
            )


def rename_weights(
    network: PublishedNetwork, weights: Weights, wanted: Mapping[str, Tensor]
) -> dict[str, Tensor]:
    """Return the weights by our names, in single precision.

    Args:
        network: What the layout has read.
        weights: The tensors of the file; each must be used, or ignored by the layout.
        wanted: The state of our net, whose names and shapes they must have.

    Raises:
        InputError: a tensor is missing, left over, or of another shape.
    """
    names = {
        f"{ours}.{kind}": f"{theirs}.{kind}"
        for ours, theirs in network.layers.items()
        for kind in ("weight", "bias")
    }
    taken, found = {names[ours] for ours in wanted}, weights.tensors
    for name in found:
        if name not in taken and network.ignored.isdisjoint((name, name.rpartition(".")[0])):
            raise _mismatch(say("nothing corresponds to {name}", name=name))
    for ours, tensor in wanted.items():
        theirs = names[ours]
        if theirs not in found:
            raise _mismatch(say("there is no {name}", name=theirs))
        if found[theirs].shape != tensor.shape:
            raise _mismatch(
                say(
                    "{name} is {found} where {wanted} is expected",
                    name=theirs,
                    found=tuple(found[theirs].shape),
                    wanted=tuple(tensor.shape),
                )
            )
    return {ours: found[names[ours]].float().contiguous() for ours in wanted}


def _mismatch(what: str) -> InputError:
    return InputError(
        "The weights are nearly those of a known network, but not quite: {what}. Export it to ONNX and import that.",
        what=what,
    )
