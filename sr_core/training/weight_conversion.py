"""Brings the weights of a model into the form that a similar network has: other bands, another upsampler."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from ..backbones import DiffusionNet, SrNet
from ..package.info import PackageInfo


def convert_weights(
    given: SrNet | DiffusionNet, info: PackageInfo, net: SrNet | DiffusionNet, wanted: PackageInfo
) -> dict[str, Tensor]:
    """Return the weights of `given` by name, in the form in which `net` has them.

    What cannot be brought into it stays as it is: a model of more bands gives the weights of some, and EDSR's stepwise
    upsampler is folded into a single one.

    Args:
        given: The net of the model.
        info: Describes it.
        net: The net to train.
        wanted: Describes it.
    """
    weights = dict(given.body.state_dict())
    own, other = (each.backbone.model_dump() for each in (info, wanted))
    upsamplers = own.pop("upsampler", None), other.pop("upsampler", None)
    if own != other or info.scale != wanted.scale:
        return weights
    if isinstance(given, SrNet) and info.backbone.id == "edsr" and upsamplers == ("stepwise", "single"):
        weights = {name: tensor for name, tensor in weights.items() if not name.startswith("tail.")}
        weight, bias = fold_upsampler(given.body["tail"], own["n_feats"], info.scale)
        weights |= {"tail.0.weight": weight, "tail.0.bias": bias}
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


def fold_upsampler(tail: nn.Module, n_feats: int, scale: int) -> tuple[Tensor, Tensor]:
    """Return weight and bias of the convolution of EDSR's single upsampler that does what a stepwise one does.

    The stepwise one is linear, so that its response to a single feature in one pixel is a kernel.

    Args:
        tail: The stepwise upsampler.
        n_feats: Channels that it takes.
        scale: How many times finer its result is.

    Returns:
        (bands × scale², n_feats, 5, 5) and (bands × scale²).
    """
    from ..backbones.edsr import SINGLE_KERNEL

    side, device = 2 * SINGLE_KERNEL - 1, next(tail.parameters()).device
    impulses = torch.zeros(n_feats + 1, n_feats, side, side, device=device)
    impulses[range(n_feats), range(n_feats), side // 2, side // 2] = 1
    with torch.no_grad():
        responses: Tensor = nn.functional.pixel_unshuffle(tail(impulses), scale)
    bias = responses[-1, :, side // 2, side // 2]
    near = slice(side // 2 - SINGLE_KERNEL // 2, side // 2 + SINGLE_KERNEL // 2 + 1)
    # A kernel is the response seen from the pixel that responds.
    kernels = (responses[:-1] - responses[-1:])[:, :, near, near].flip(2, 3)
    return kernels.transpose(0, 1).contiguous(), bias.clone()


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
