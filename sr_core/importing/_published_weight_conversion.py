"""From published weights to a network of ours: find the layout, build the config, rename the tensors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import torch
from torch import Tensor

from ..backbones import Backbone
from ..errors import InputError
from ..i18n import say
from ._weight_layout import PublishedNetwork, WeightLayout, Weights

KINDS = ("weight", "bias", "running_mean", "running_var", "num_batches_tracked", "temperature")
"""Tensors of a layer."""


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
        "These weights are of a network that cannot be imported. Supported networks are {known}; any other can "
        "be exported to ONNX and imported from that.",
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
                "BACKBONE_OPTIONS sets {name} = {said}, but the weights have {found}: leave it out.",
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
        InputError: a tensor is missing, left over, of another shape, or not of finite numbers.
    """
    names = {
        f"{ours}.{kind}": f"{theirs}.{kind}" for ours, theirs in network.layers.items() for kind in KINDS
    }
    taken, found = {names[ours] for ours in wanted}, network.tensors or weights.tensors
    for name in found:
        if name not in taken and network.ignored.isdisjoint((name, name.rpartition(".")[0])):
            raise _mismatch(say("nothing corresponds to {name}", name=name))
    for ours, tensor in wanted.items():
        theirs = names[ours]
        if theirs not in found:
            if theirs in network.absent:
                continue
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
    return {
        ours: _like(tensor, names[ours], found.get(names[ours]), network.absent.get(names[ours], 0.0))
        for ours, tensor in wanted.items()
    }


def _like(wanted: Tensor, name: str, found: Tensor | None, value: float) -> Tensor:
    """Return what was found of a tensor, or one full of `value`, in the precision that is wanted."""
    if found is None:
        return torch.full(wanted.shape, value, dtype=wanted.dtype)
    return _single_precision(name, found) if wanted.dtype.is_floating_point else found.to(wanted.dtype)


def _single_precision(name: str, tensor: Tensor) -> Tensor:
    """Return the weights in single precision.

    Raises:
        InputError: they are whole numbers, complex ones, or not finite.
    """
    if not tensor.dtype.is_floating_point:
        raise InputError(
            "The weights are not floating-point numbers ({name} is {dtype}), as in a quantised network: use the "
            "file from before quantisation, or export it to ONNX.",
            name=name,
            dtype=str(tensor.dtype).removeprefix("torch."),
        )
    single = tensor.float().contiguous()
    if not single.isfinite().all():
        raise InputError(
            "The weights contain numbers that are not finite ({name}), so every result would be nodata: the "
            "training diverged or the file is damaged. Use another file.",
            name=name,
        )
    return single


def _mismatch(what: str) -> InputError:
    return InputError(
        "The weights almost match a supported network: {what}. Export it to ONNX and import that.",
        what=what,
    )
