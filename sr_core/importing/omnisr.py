"""OmniSR in the repository Omni-SR, and in those that took it over."""

from __future__ import annotations

import math
from typing import ClassVar

from ._shuffle_scale import read_shuffle
from ._weight_layout import PublishedNetwork, WeightLayout, Weights, map_blocks, require_scale

GROUP = "residual_layer.{}.residual_layer"
"""Key of the blocks of a group, by the group's index."""
COUNTERS = ("total_ops", "total_params")
"""What a program that counted operations has left in some files."""
CONVS = {
    "hidden.0": "fn.0",
    "hidden.2": "fn.2",
    "weights.0": "fn.4.gate.1",
    "weights.2": "fn.4.gate.3",
    "out": "fn.5",
}
PIXELS = {"norm": "norm", "qkv": "fn.to_qkv", "out": "fn.to_out.0", "offsets": "fn.rel_pos_bias"}
CHANNELS = {"norm": "norm", "qkv.0": "fn.qkv", "qkv.1": "fn.qkv_dwconv", "out": "fn.project_out"}
GATED = {"norm": "norm", "hidden.0": "fn.project_in", "hidden.1": "fn.dwconv", "out": "fn.project_out"}
"""Layers of each part of a block, by our names."""
PARTS = {0: CONVS, 2: PIXELS, 4: GATED, 5: CHANNELS, 6: GATED, 8: PIXELS, 10: GATED, 11: CHANNELS, 12: GATED}
"""Parts of a block, by their numbers in the file; those between have no weights."""
BLOCK = {
    **{
        f"{i}.{ours}": f"layer.{number}.{theirs}"
        for i, (number, part) in enumerate(PARTS.items())
        for ours, theirs in part.items()
    },
    # Channels are weighed against each other by a tensor of the part itself.
    **{str(i): f"layer.{number}.fn" for i, (number, part) in enumerate(PARTS.items()) if part is CHANNELS},
}
"""Layers of a block, by our names."""
GATE = {"squeeze": "conv1", "near": "conv_f", "stride": "conv2", "around": "conv3", "out": "conv4"}
"""Layers that weigh a group's pixels, by our names."""


class OmniSr(WeightLayout):
    """OmniSR of its authors."""

    signature: ClassVar = ("input", "residual_layer.0.residual_layer.0.layer.0.fn.0", "up.0")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        tensors = {
            name: tensor
            for name, tensor in weights.tensors.items()
            if name.rpartition(".")[2] not in COUNTERS
        }
        n_blocks = weights.count("residual_layer.{}.residual_layer.0.layer.0.fn.0")
        depth = weights.count(f"{GROUP.format(0)}.{{}}.layer.0.fn.0")
        first, bands = f"{GROUP.format(0)}.0.layer", weights.inputs("input")
        layers = {"trunk.first": "input", "trunk.after": "output", "trunk.head.0": "up.0"}
        for i in range(n_blocks):
            ours, theirs = f"trunk.groups.{i}", GROUP.format(i)
            layers |= map_blocks(f"{ours}.layers", theirs, depth, BLOCK)
            layers[f"{ours}.layers.{depth}"] = f"{theirs}.{depth}"
            layers |= {f"{ours}.gate.{mine}": f"residual_layer.{i}.esa.{name}" for mine, name in GATE.items()}
        offsets = tensors.get(f"{first}.2.fn.rel_pos_bias.weight")
        known = {} if offsets is None else {"window_size": (math.isqrt(len(offsets)) + 1) // 2}
        temperature = tensors.get(f"{first}.5.fn.temperature")
        return PublishedNetwork(
            backbone="omnisr",
            options={
                "n_feats": weights.outputs("input"),
                "n_blocks": n_blocks,
                "depth": depth,
                "heads": 4 if temperature is None else len(temperature),
                "position_bias": offsets is not None,
                "global_skip": "none",
                **known,
            },
            # Without biases of offsets nothing in the file has the size of a window.
            published_options={} if known else {"window_size": 8},
            scale=require_scale(read_shuffle(weights, "up.0", bands), scale),
            bands=bands,
            layers=layers,
            # Networks without biases there are published as well.
            absent={
                f"{name}.bias": 0.0
                for name in (
                    "input",
                    "output",
                    "up.0",
                    *(f"{GROUP.format(i)}.{depth}" for i in range(n_blocks)),
                )
            },
            tensors=tensors,
        )
