"""ESRGAN's RRDBNet, whose layers have other names in each layout."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from ..errors import InputError
from ._weight_layout import PublishedNetwork, Weights, require_scale

DENSE = 3
"""Dense blocks in each residual-in-residual block, in all of these layouts."""


class RrdbNames(NamedTuple):
    """The names of the layers in a layout."""

    first: str
    layer: str
    """The first {} is the block, the second the dense block in it, the third the layer in that, the latter two
    counted from 1; each dense block's last layer fuses the others."""
    after: str
    """The convolution after all blocks."""
    steps: Sequence[str]
    """The convolutions that each follow upon an upsampling by nearest neighbour."""
    high: str
    last: str

    def convolution(self, weights: Weights, block: int | str, dense: int, layer: int) -> str:
        """Return the name of a layer in a dense block; the fusion's lacks the ".0" in some files."""
        name = self.layer.format(block, dense, layer)
        bare = name.removesuffix(".0")
        return bare if bare in weights.layers else name


def unshuffle_factor(weights: Weights, names: RrdbNames) -> int:
    """Return the factor by which pixels are gathered into channels ahead of the network."""
    return round(math.sqrt(weights.inputs(names.first) / weights.outputs(names.last)))


def require_rrdb_scale(weights: Weights, names: RrdbNames, full: int, asked: int | None) -> int:
    """Return the scale.

    Args:
        weights: The network's.
        names: How its layers are called.
        full: What its upsampling steps make together.
        asked: The scale where the user gives it.

    Raises:
        InputError: it is another than the user's; or the network seems to gather its pixels into channels, which looks
            exactly like one that takes so many bands, and the user does not say which it is.
    """
    factor, inputs, bands = (
        unshuffle_factor(weights, names),
        weights.inputs(names.first),
        weights.outputs(names.last),
    )
    if inputs == bands:
        return require_scale(full, asked)
    if factor * factor * bands != inputs or full % factor or factor == 1:
        raise InputError(
            "This RRDBNet takes {inputs} bands and produces {bands}, and only one with the same bands as input "
            "and output can be imported.",
            inputs=inputs,
            bands=bands,
        )
    if asked is None:
        raise InputError(
            "The weights take {inputs} channels to make {bands}: either {bands} bands at scale {gathered}, whose pixels "
            "are gathered {factor} × {factor} into channels first, as in Real-ESRGAN, or {inputs} bands at scale "
            "{full}, which cannot be imported; set SCALE to {gathered} if it is the former.",
            inputs=inputs,
            bands=bands,
            gathered=full // factor,
            factor=factor,
            full=full,
        )
    if asked == full:
        raise InputError(
            "At scale {full} these weights take {inputs} bands and produce {bands}, and only a network with the "
            "same bands as input and output can be imported.",
            full=full,
            inputs=inputs,
            bands=bands,
        )
    return require_scale(full // factor, asked)


def read_rrdb(weights: Weights, names: RrdbNames, scale: int) -> PublishedNetwork:
    """Return the network, whose upsampling steps together undo its pixel unshuffle and then make `scale`.

    Raises:
        InputError: the numbers of its layers or channels are none that it can have.
    """
    n_blocks = weights.count(names.layer.format("{}", 1, 1))
    n_layers = next(i for i in range(100) if names.convolution(weights, 0, 1, i + 1) not in weights.layers)
    factor = unshuffle_factor(weights, names)
    within = factor.bit_length() - 1  # upsampling steps that only undo the unshuffle
    if n_layers < 2 or factor not in (1, 2, 4) or within > len(names.steps):
        raise InputError("The weights do not exactly match an RRDBNet: export it to ONNX and import that.")
    parts = [*(f"layers.{i}" for i in range(n_layers - 1)), "fusion"]
    return PublishedNetwork(
        backbone="rrdn",
        options={
            "n_feats": weights.outputs(names.first),
            "T": n_blocks,
            "D": DENSE,
            "C": n_layers - 1,
            "G": weights.outputs(names.layer.format(0, 1, 1)),
            "upsampler": "nearest",
            "unshuffle": factor,
            "global_skip": "none",
        },
        scale=scale,
        bands=weights.outputs(names.last),
        layers={
            **{
                f"trunk.1.{block}.blocks.{dense}.{part}": names.convolution(weights, block, dense + 1, i + 1)
                for block in range(n_blocks)
                for dense in range(DENSE)
                for i, part in enumerate(parts)
            },
            "trunk.0": names.first,
            f"trunk.1.{n_blocks}": names.after,
            # Upsampling, convolution and activation each: first those that come back to the input's resolution.
            **{f"trunk.{3 * i + 3}": step for i, step in enumerate(names.steps[:within])},
            **{f"tail.{3 * i + 1}": step for i, step in enumerate(names.steps[within:])},
            f"tail.{3 * (len(names.steps) - within)}": names.high,
            f"tail.{3 * (len(names.steps) - within) + 2}": names.last,
        },
    )
