"""Brings the weights of a model into the form that a similar network has: other bands, another upsampler."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..package.info import PackageInfo


def convert_weights(
    given: SrNet | DiffusionNet, info: PackageInfo, net: SrNet | DiffusionNet, wanted: PackageInfo
) -> dict[str, Tensor]:
    """Return the weights of `given` by name, in the form in which `net` has them.

    What cannot be brought into it stays as it is. A model of more bands gives the weights of some.

    Args:
        given: The net of the model.
        info: Describes it.
        net: The net to train.
        wanted: Describes it.
    """
    weights = net.backbone.convert_weights(given.backbone, given.body, given.scale)
    if weights is None or info.scale != wanted.scale:
        return dict(given.body.state_dict())
    places = find_bands(info.bands, wanted.bands)
    if places is None or info.guide or wanted.guide:
        return weights
    own_weights = net.body.state_dict()
    return {
        name: _choose_bands(tensor, own_weights[name].shape, places, len(info.bands))
        if name in own_weights
        else tensor
        for name, tensor in weights.items()
    }


def find_bands(given: Sequence[str], wanted: Sequence[str]) -> list[int] | None:
    """Return the place of each wanted band among more given ones, by their names; None where one is not there."""
    names = [name.casefold() for name in given]
    places = [names.index(name.casefold()) for name in wanted if name and name.casefold() in names]
    return places if len(places) == len(wanted) < len(given) else None


def _choose_bands(tensor: Tensor, shape: Sequence[int], places: Sequence[int], count: int) -> Tensor:
    """Return the part of a tensor that belongs to some of `count` bands, if that part has this shape.

    An axis of bands, the input of the first layer or the output of the last, has as many places for each of them.
    """
    for axis, (length, wanted) in enumerate(zip(tensor.shape, shape, strict=False)):
        each = length // count
        if length != wanted and length == each * count and wanted == each * len(places):
            index = torch.tensor(
                [place * each + i for place in places for i in range(each)], device=tensor.device
            )
            tensor = tensor.index_select(axis, index)
    return tensor
