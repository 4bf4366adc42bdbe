"""Initialises a net with the weights of another model, as far as they fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..errors import InputError
from ..i18n import say
from ..inference.guide_matching import describe_guide
from ..package.card import band_names
from ..package.info import PackageInfo
from ..package.srpk import ModelPackage
from ..progress import Log
from .weight_conversion import convert_weights, find_bands


class LayerMatch(NamedTuple):
    """Names of layers of a net and of the model it starts from; a layer is weights and bias together."""

    copied: tuple[str, ...]
    """Layers copied from the model."""
    fresh: tuple[str, ...]
    """Layers left untrained: the model has no such layer, or one of another shape."""
    unused: tuple[str, ...]
    """Layers of the model that were not copied."""


def keep_normalisation(given: PackageInfo, wanted: PackageInfo) -> PackageInfo:
    """Return `wanted` with the mean and standard deviation of each band for which the weights of `given` were trained.

    Unchanged where it has another number of bands that are not among those of `given`; the same holds for the bands of the guide.
    """
    places = find_bands(given.bands, wanted.bands)
    if len(given.bands) == len(wanted.bands):
        places = list(range(len(given.bands)))
    if places is not None:
        mean, std = (tuple(values[place] for place in places) for values in (given.mean, given.std))
        wanted = wanted.model_copy(update={"mean": mean, "std": std})
    old, new = given.guide, wanted.guide
    if old and new and len(old.bands) == len(new.bands):
        kept = new.model_copy(update={"mean": old.mean, "std": old.std})
        wanted = wanted.model_copy(update={"guide": kept})
    return wanted


def load_pretrained(
    net: SrNet | DiffusionNet,
    wanted: PackageInfo,
    given: ModelPackage,
    path: str | Path | None,
    freeze: float | None = None,
) -> Iterable[Log]:
    """Copy into `net` what fits of another model, freeze its first blocks, and log what was done.

    Args:
        net: The network to train.
        wanted: Description of the network.
        given: The model to start from.
        path: File of that model, for the log.
        freeze: The blocks to freeze, see `FreezableNet.freeze`; None: none.

    Raises:
        InputError: The model is of another network, none of its layers fits, or a block to freeze does not.
    """
    info = given.info
    if given.torch_net is None:
        raise InputError(
            "{path} is a model in ONNX, which cannot be trained: choose another PRETRAINED.", path=path
        )
    if info.backbone.id != wanted.backbone.id:
        raise InputError(
            "{path} is a model of the network {given} and cannot start {wanted}: set BACKBONE to {given}, or choose "
            "another PRETRAINED.",
            path=path,
            given=info.backbone.id,
            wanted=wanted.backbone.id,
        )
    if (info.guide and info.guide.ratio) != (wanted.guide and wanted.guide.ratio):
        raise InputError(
            "{path} takes {given} and the tiles have {wanted}, so that its weights mean something else: choose another "
            "PRETRAINED, or export tiles with such a GUIDE.",
            path=path,
            given=describe_guide(info.guide),
            wanted=describe_guide(wanted.guide),
        )
    match = copy_matching_layers(net, convert_weights(given.torch_net, info, net, wanted))
    differences = "; ".join(_differences(info, wanted))
    if not match.copied:
        raise InputError(
            "No layer of {path} fits this network ({differences}): set BACKBONE_OPTIONS as they were for that model, "
            "or choose another PRETRAINED.",
            path=path,
            differences=differences,
        )
    yield Log(
        "Starting from {path}: {kept} of {count} layers are taken from it.",
        path=path,
        kept=len(match.copied),
        count=len(match.copied) + len(match.fresh),
    )
    if differences:
        yield Log("That model is another one: {differences}.", differences=differences)
    if match.fresh:
        names = group_names(match.fresh, match.copied)
        yield Log("Initialised at random, because nothing in it fits: {names}.", names=", ".join(names))
    if match.unused:
        names = group_names(match.unused, match.copied)
        yield Log("Not taken from it: {names}.", names=", ".join(names))

    if freeze is not None:
        yield _freeze(net, match, path, freeze)


def _freeze(net: SrNet | DiffusionNet, match: LayerMatch, path: str | Path | None, asked: float) -> Log:
    count, blocks = net.freeze(asked)
    still = [name for name, weight in net.body.named_parameters() if not weight.requires_grad]
    fresh = set(match.fresh).intersection(name.rpartition(".")[0] for name in still)
    if fresh:
        raise InputError(
            "FREEZE would freeze {names} at random initial values, because nothing in {path} fits it: leave "
            "FREEZE blank, or choose another PRETRAINED.",
            names=", ".join(group_names(sorted(fresh), match.copied)),
            path=path,
        )
    return Log(
        "The first {count} of {blocks} blocks, and the layers before them, are frozen.",
        blocks=blocks,
        count=count,
    )


def copy_matching_layers(net: SrNet | DiffusionNet, weights: Mapping[str, Tensor]) -> LayerMatch:
    """Copy into `net` every layer that `weights` has by the same name and in the same shape.

    A layer is copied as a whole: a bias that fits by chance means nothing without its weights.
    """
    own, other = _layers(net.body.state_dict()), _layers(weights)
    copied = tuple(
        name for name, tensors in own.items() if name in other and _shapes(tensors) == _shapes(other[name])
    )
    with torch.no_grad():
        for name in copied:
            for part, tensor in own[name].items():
                tensor.copy_(other[name][part])
    fresh, unused = (tuple(name for name in layers if name not in copied) for layers in (own, other))
    return LayerMatch(copied, fresh, unused)


def group_names(names: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Return `names` with those replaced by a prefix that share one which none of `others` has.

    >>> group_names(["tail.0.0", "tail.0.2", "trunk.1.3.first"], ["tail.1", "trunk.1.3.second"])
    ('tail.0', 'trunk.1.3.first')
    """
    taken = {prefix for name in others for prefix in _prefixes(name)}
    shortest = (next((prefix for prefix in _prefixes(name) if prefix not in taken), name) for name in names)
    return tuple(dict.fromkeys(shortest))


def _prefixes(name: str) -> list[str]:
    """Return `a`, `a.b` and `a.b.c` of `a.b.c`."""
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
    """Yield in which respects a model differs from the wanted one, for the log."""
    if wanted.scale not in given.scales:
        yield say("scale {given} instead of {wanted}", given=given.scale, wanted=wanted.scale)
    if given.bands != wanted.bands:
        own, other = (
            say("{count} bands ({bands})", count=len(i.bands), bands=", ".join(band_names(i.bands)))
            for i in (given, wanted)
        )
        yield say("{given} instead of {wanted}", given=own, wanted=other)
    if (given.guide and given.guide.bands) != (wanted.guide and wanted.guide.bands):
        yield say(
            "{given} instead of {wanted}",
            given=describe_guide(given.guide),
            wanted=describe_guide(wanted.guide),
        )
    options = wanted.backbone.model_dump(mode="json")
    for name, value in given.backbone.model_dump(mode="json").items():
        if value != options[name]:
            yield say(
                "{option} = {given} instead of {wanted}", option=name, given=value, wanted=options[name]
            )
