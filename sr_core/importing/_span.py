"""SPAN's convolutions and blocks, which several layouts share under other names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from ._shuffle_scale import read_shuffle
from ._weight_layout import PublishedNetwork, Weights, require_scale

WIDE_PARTS = ("sk", "conv.0", "conv.1", "conv.2")
FOLDED = "eval_conv"
BLOCK = {"first": "c1_r", "second": "c2_r", "third": "c3_r"}


def find_wide(weights: Weights) -> list[str]:
    """Return the names of the convolutions that are trained as several (Conv3XC), folded in the file or not."""
    suffixes = (f".{FOLDED}", ".sk")
    return sorted(
        {
            layer.removesuffix(suffix)
            for layer in weights.layers
            for suffix in suffixes
            if layer.endswith(suffix)
        }
    )


def fold_wide(tensors: Mapping[str, Tensor], name: str) -> dict[str, Tensor]:
    """Return weight and bias of the one 3 × 3 convolution that a Conv3XC computes.

    1 × 1, 3 × 3 and 1 × 1 convolutions in a row, beside them one of 1 × 1, the sum of both. The input is padded with zeros
    ahead of them all, so that the sum is one convolution up to the border. Where the file has the parts, what it has
    folded itself is not read: networks with averaged weights keep one that is out of date.

    Raises:
        KeyError: a part is missing.
    """
    if f"{name}.sk.weight" not in tensors:
        return {f"{name}.{kind}": tensors[f"{name}.{FOLDED}.{kind}"] for kind in ("weight", "bias")}
    skip, first, middle, last = (tensors[f"{name}.{part}.weight"].double() for part in WIDE_PARTS)
    skip_bias, first_bias, middle_bias, last_bias = (
        tensors[f"{name}.{part}.bias"].double() for part in WIDE_PARTS
    )
    first, last = first[..., 0, 0], last[..., 0, 0]
    weight = torch.einsum("om,mnyx,ni->oiyx", last, middle, first)
    weight[:, :, 1:2, 1:2] += skip
    bias = last @ (middle.sum((2, 3)) @ first_bias + middle_bias) + last_bias + skip_bias
    return {f"{name}.weight": weight, f"{name}.bias": bias}


def fold_all(weights: Weights) -> dict[str, Tensor]:
    """Return the tensors of a network by name, with each Conv3XC as the one convolution that it computes."""
    wide = find_wide(weights)
    parts = tuple(f"{name}.{part}" for name in wide for part in (*WIDE_PARTS, FOLDED))
    tensors = {name: value for name, value in weights.tensors.items() if name.rpartition(".")[0] not in parts}
    for name in wide:
        tensors |= fold_wide(weights.tensors, name)
    return tensors


def map_trunk(ours: str, blocks: Sequence[str]) -> dict[str, str]:
    """Return the names of the layers of a `SpanTrunk` called `ours`, by ours, from those of its blocks in the file."""
    return {
        f"{ours}.first": "conv_1",
        **{
            f"{ours}.attention.{i}.{part}": f"{name}.{theirs}"
            for i, name in enumerate(blocks)
            for part, theirs in BLOCK.items()
        },
        f"{ours}.last": "conv_2",
        f"{ours}.fusion": "conv_cat",
    }


def read_span(
    weights: Weights,
    scale: int | None,
    *,
    blocks: Sequence[str],
    options: Mapping[str, object],
    mean: tuple[float, ...] = (),
    white: float = 1.0,
) -> PublishedNetwork:
    """Return the network.

    Args:
        weights: Its own.
        scale: The user's.
        blocks: Names of the blocks that matter.
        options: Those of the network that tell how the blocks stand together.
        mean: What it takes off its input, and does not add to its output.
        white: What it multiplies its input by after that, and does not divide its output by.

    Raises:
        InputError: the scale is another than the user's, or it makes other bands than it takes.
    """
    tensors = fold_all(weights)
    first = tensors["conv_1.weight"]
    bands = first.shape[1]
    found = require_scale(read_shuffle(weights, "upsampler.0", bands), scale)
    # Ours turns its output into the units of its input.
    shift = torch.tensor(mean or (0.0,) * bands, dtype=torch.float64).repeat_interleave(found**2)
    tensors["upsampler.0.weight"] = tensors["upsampler.0.weight"].double() * white
    tensors["upsampler.0.bias"] = (tensors["upsampler.0.bias"].double() - shift) * white
    return PublishedNetwork(
        backbone="span",
        options={"n_feats": first.shape[0], **options, "global_skip": "none"},
        scale=found,
        bands=bands,
        layers={**map_trunk("trunk", blocks), "tail.0": "upsampler.0"},
        mean=mean,
        std=1 / white,
        ignored=frozenset({"no_norm"}),
        tensors=tensors,
    )
