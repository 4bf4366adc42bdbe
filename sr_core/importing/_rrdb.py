"""ESRGAN's RRDBNet, whose layers have other names in each layout."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from ..errors import InputError
from ._layout import PublishedNetwork, Weights

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


def unshuffle_factor(weights: Weights, names: RrdbNames) -> int:
    """Return the factor by which pixels are gathered into channels ahead of the network."""
    return round(math.sqrt(weights.inputs(names.first) / weights.outputs(names.last)))


def read_rrdb(weights: Weights, names: RrdbNames, scale: int) -> PublishedNetwork:
    """Return the network, whose upsampling steps together undo its pixel unshuffle and then make `scale`.

    Raises:
        InputError: the numbers of its layers or channels are none that it can have.
    """
    n_blocks = weights.count(names.layer.format("{}", 1, 1))
    n_layers = next(i for i in range(100) if names.layer.format(0, 1, i + 1) not in weights.layers)
    factor = unshuffle_factor(weights, names)
    within = factor.bit_length() - 1  # upsampling steps that only undo the unshuffle
    if n_layers < 2 or factor not in (1, 2, 4) or within > len(names.steps):
        raise InputError("The weights are not quite those of an RRDBNet: export it to ONNX and import that.")
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
                f"trunk.1.{block}.blocks.{dense}.{part}": names.layer.format(block, dense + 1, i + 1)
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
