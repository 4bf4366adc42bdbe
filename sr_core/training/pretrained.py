"""Starts a net from the weights of another model, as far as they fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..errors import BadInput
from ..i18n import say
from ..package.card import band_names
from ..package.info import PackageInfo
from ..package.srpk import ModelPackage
from ..progress import Log


class Taken(NamedTuple):
    """Names of layers: weights and bias go together."""

    kept: tuple[str, ...]
    """Begin as they are in the other model."""
    fresh: tuple[str, ...]
    """Begin untrained: the other model has no such layer, or one of another shape."""
    unused: tuple[str, ...]
    """Of the other model, and not taken."""


def normalised_as(given: PackageInfo, wanted: PackageInfo) -> PackageInfo:
    """`wanted` with the mean and spread of the bands for which `given` was trained, as its weights go with those; with
    its own where it has another number of bands."""
    if len(given.bands) != len(wanted.bands):
        return wanted
    return wanted.model_copy(update={"mean": given.mean, "std": given.std})


def start_from(
    net: SrNet | DiffusionNet,
    wanted: PackageInfo,
    given: ModelPackage,
    path: str | Path | None,
    freeze: float | None = None,
) -> Iterable[Log]:
    """Fill `net`, which `wanted` describes, with what fits of the package from `path`, and keep the first blocks as they
    are there, see `FreezableNet.freeze`; says what was taken.

    Raises:
        BadInput: it is of another network, none of its layers fits, or there is nothing to keep.
    """
    info = given.info
    if given.torch_net is None:
        raise BadInput(
            "{path} is a model in ONNX, which cannot be trained: choose another PRETRAINED.", path=path
        )
    if info.backbone.id != wanted.backbone.id:
        raise BadInput(
            "{path} is a model of the network {given} and cannot start {wanted}: set BACKBONE to {given}, or choose "
            "another PRETRAINED.",
            path=path,
            given=info.backbone.id,
            wanted=wanted.backbone.id,
        )
    taken = take(net, given.torch_net)
    differences = "; ".join(_differences(info, wanted))
    if not taken.kept:
        raise BadInput(
            "No layer of {path} fits this network ({differences}): set BACKBONE_OPTIONS as they were for that model, "
            "or choose another PRETRAINED.",
            path=path,
            differences=differences,
        )
    yield Log(
        "Starting from {path}: {kept} of {count} layers are taken from it.",
        path=path,
        kept=len(taken.kept),
        count=len(taken.kept) + len(taken.fresh),
    )
    if differences:
        yield Log("That model is another one: {differences}.", differences=differences)
    if taken.fresh:
        names = gathered(taken.fresh, taken.kept)
        yield Log("Begun afresh, because nothing in it fits: {names}.", names=", ".join(names))
    if taken.unused:
        names = gathered(taken.unused, taken.kept)
        yield Log("Not taken from it: {names}.", names=", ".join(names))

    if freeze is not None:
        yield _frozen(net, taken, path, freeze)


def _frozen(net: SrNet | DiffusionNet, taken: Taken, path: str | Path | None, asked: float) -> Log:
    count, blocks = net.freeze(asked)
    still = [name for name, weight in net.body.named_parameters() if not weight.requires_grad]
    fresh = set(taken.fresh).intersection(name.rpartition(".")[0] for name in still)
    if fresh:
        raise BadInput(
            "FREEZE would keep {names} as it begins, at random, because nothing in {path} fits it: leave FREEZE blank, "
            "or choose another PRETRAINED.",
            names=", ".join(gathered(sorted(fresh), taken.kept)),
            path=path,
        )
    return Log(
        "Of {blocks} blocks the first {count}, and what comes before them, stay as they are.",
        blocks=blocks,
        count=count,
    )


def take(net: SrNet | DiffusionNet, given: SrNet | DiffusionNet) -> Taken:
    """Copy into `net` every layer that `given` has by the same name and in the same shape.

    A layer is taken whole: a bias that fits by chance means nothing without its weights.
    """
    own, other = (_layers(each.body.state_dict()) for each in (net, given))
    kept = tuple(
        name for name, tensors in own.items() if name in other and _shapes(tensors) == _shapes(other[name])
    )
    with torch.no_grad():
        for name in kept:
            for part, tensor in own[name].items():
                tensor.copy_(other[name][part])
    fresh, unused = (tuple(name for name in layers if name not in kept) for layers in (own, other))
    return Taken(kept, fresh, unused)


def gathered(names: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """`names`, shorter: a whole that all of them and none of `others` is in stands for its parts.

    >>> gathered(["tail.0.0", "tail.0.2", "trunk.1.3.first"], ["tail.1", "trunk.1.3.second"])
    ('tail.0', 'trunk.1.3.first')
    """
    apart = {whole for name in others for whole in _wholes(name)}
    outermost = (next((whole for whole in _wholes(name) if whole not in apart), name) for name in names)
    return tuple(dict.fromkeys(outermost))


def _wholes(name: str) -> list[str]:
    """`a`, `a.b` and `a.b.c` of `a.b.c`."""
    parts = name.split(".")
    return [".".join(parts[: end + 1]) for end in range(len(parts))]


def _layers(weights: Mapping[str, Tensor]) -> dict[str, dict[str, Tensor]]:
    layers: dict[str, dict[str, Tensor]] = {}
    for name, tensor in weights.items():
        layer, _, part = name.rpartition(".")
        layers.setdefault(layer, {})[part] = tensor
    return layers


def _shapes(tensors: Mapping[str, Tensor]) -> dict[str, torch.Size]:
    return {name: tensor.shape for name, tensor in tensors.items()}


def _differences(given: PackageInfo, wanted: PackageInfo) -> Iterable[str]:
    """In which respects a model is another one, in a user's words."""
    if wanted.scale not in given.scales:
        yield say("scale {given} instead of {wanted}", given=given.scale, wanted=wanted.scale)
    if given.bands != wanted.bands:
        own, other = (
            say("{count} bands ({bands})", count=len(i.bands), bands=", ".join(band_names(i.bands)))
            for i in (given, wanted)
        )
        yield say("{given} instead of {wanted}", given=own, wanted=other)
    options = wanted.backbone.model_dump(mode="json")
    for name, value in given.backbone.model_dump(mode="json").items():
        if value != options[name]:
            yield say(
                "{option} = {given} instead of {wanted}", option=name, given=value, wanted=options[name]
            )
