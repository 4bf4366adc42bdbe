"""SRResNet with batch normalisation, whose layers have other names in each layout."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from ..errors import InputError
from ._weight_layout import PublishedNetwork, Weights, require_scale, upsampler_scale


class SrresnetNames(NamedTuple):
    """The names of the layers in a layout; the {} of a block's is its number."""

    first: str
    """The convolution of 9 × 9."""
    first_activation: str
    block: Sequence[str]
    """A block's convolution, normalisation, activation, convolution and normalisation; "" where it does not normalise."""
    after: str
    """The convolution after all blocks."""
    after_norm: str
    steps: Sequence[str]
    """Convolutions that each a pixel shuffle follows."""
    step_activations: Sequence[str]
    last: str
    first_block: int = 0
    """Number of the first block."""


def read_srresnet(
    weights: Weights,
    names: SrresnetNames,
    scale: int | None,
    *,
    output_activation: Literal["none", "clamp", "tanh", "tanh01"] = "none",
    slope: float | None = None,
) -> PublishedNetwork:
    """Return the network.

    Args:
        weights: Its weights; convolutions without a bias have one of 0.
        names: How its layers are called.
        scale: The scale where the user gives it.
        output_activation: What its last layer is followed by.
        slope: Of its activations below zero, where that is not trained.

    Raises:
        InputError: it has no blocks, or another scale than the user's.
    """
    first, n_blocks = names.first_block, 0
    while names.block[0].format(first + n_blocks) in weights.layers:
        n_blocks += 1
    if not n_blocks or not names.steps:
        raise InputError("The weights do not exactly match an SRResNet: export it to ONNX and import that.")
    last = f"trunk.2.{n_blocks}"
    layers = {
        "trunk.0": names.first,
        "trunk.1": names.first_activation,
        **{
            f"trunk.2.{i}.residual.{part}": name.format(first + i)
            for i in range(n_blocks)
            for part, name in enumerate(filter(None, names.block))
        },
        last: names.after,
        **({f"trunk.2.{n_blocks + 1}": names.after_norm} if names.after_norm else {}),
        **{f"tail.{3 * i}": step for i, step in enumerate(names.steps)},
        **{f"tail.{3 * i + 2}": step for i, step in enumerate(names.step_activations)},
        f"tail.{3 * len(names.steps)}": names.last,
    }
    activations = {
        name
        for name in layers.values()
        if name in (names.first_activation, *names.step_activations)
        or name in {names.block[2].format(first + i) for i in range(n_blocks)}
    }
    return PublishedNetwork(
        backbone="srresnet",
        options={
            "n_feats": weights.outputs(names.first),
            "n_blocks": n_blocks,
            "batch_norm": bool(names.after_norm),
            "paper_layers": not names.after_norm,
            "output_activation": output_activation,
            "global_skip": "none",
        },
        scale=require_scale(upsampler_scale(weights, [*names.steps, names.last]), scale),
        bands=weights.inputs(names.first),
        layers=layers,
        absent={
            **{f"{name}.bias": 0.0 for name in layers.values() if name in weights.layers},
            **{
                f"{name}.num_batches_tracked": 0.0
                for name in layers.values()
                if f"{name}.running_mean" in weights.tensors
            },
            **({} if slope is None else {f"{name}.weight": slope for name in activations}),
        },
    )
