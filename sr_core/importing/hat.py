"""HAT in the repository HAT, and in those that took it over."""

from __future__ import annotations

import math
from typing import ClassVar

from ._weight_layout import DIV2K_MEAN, PublishedNetwork, WeightLayout, Weights, require_scale
from ._window_transformer import read_frame
from .swinir import BLOCK as SWIN_BLOCK
from .swinir import BLOCKS, TABLE

BLOCK = {
    **SWIN_BLOCK,
    "squeeze.0": "conv_block.cab.0",
    "squeeze.2": "conv_block.cab.2",
    "weights.0": "conv_block.cab.3.attention.1",
    "weights.2": "conv_block.cab.3.attention.3",
}
"""Layers of a block, by our names; the table of its biases has no layer's name in the file."""
LAST = {name.removeprefix("attention."): theirs.removeprefix("attn.") for name, theirs in SWIN_BLOCK.items()}
"""Key of each layer of a group's last block, whose windows overlap, by the layer's name in Finer's network."""
OWN_INDEX, OUTER_INDEX = "relative_position_index_SA", "relative_position_index_OCA"
OUTER_TABLE = "relative_position_bias_table"


class Hat(WeightLayout):
    """HAT of its authors."""

    signature: ClassVar = ("conv_first", "layers.0.residual_group.blocks.0.conv_block.cab.0")

    def fits(self, weights: Weights) -> bool:
        return super().fits(weights) and {OWN_INDEX, OUTER_INDEX} <= weights.tensors.keys()

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        tensors = weights.tensors
        frame = read_frame(weights, BLOCKS, TABLE, "patch_embed.norm", "HAT", BLOCK)
        first, bands = frame.blocks[0][0], weights.inputs("conv_first")
        layers, renamed = dict(frame.layers), dict(tensors)
        for i, names in enumerate(frame.blocks):
            group = f"trunk.groups.{i}.layers"
            last = f"layers.{i}.residual_group.overlap_attn"
            layers |= {f"{group}.{len(names)}.{ours}": f"{last}.{theirs}" for ours, theirs in LAST.items()}
            tables = {f"{group}.{j}.attention.offsets": f"{name}.{TABLE}" for j, name in enumerate(names)}
            tables[f"{group}.{len(names)}.offsets"] = f"{last}.{OUTER_TABLE}"
            for ours, table in tables.items():
                layers[ours] = table
                if table in renamed:
                    renamed[f"{table}.weight"] = renamed.pop(table)
        renamed = {
            name: tensor
            for name, tensor in renamed.items()
            if name not in (OWN_INDEX, OUTER_INDEX) and not name.endswith(".attn_mask")
        }
        window, outer = (math.isqrt(side) for side in tensors[OUTER_INDEX].shape)
        return PublishedNetwork(
            backbone="hat",
            options={
                **frame.options,
                "heads": tensors[f"{first}.{TABLE}"].shape[1],
                "window_size": window,
                "overlap_window": outer,
                "mlp_ratio": len(tensors[f"{first}.mlp.fc1.weight"]) / weights.outputs("conv_first"),
                "squeezed_feats": weights.outputs(f"{first}.conv_block.cab.0"),
                "weighing_feats": weights.outputs(f"{first}.conv_block.cab.3.attention.1"),
            },
            published_options={"conv_scale": 0.01},
            scale=require_scale(frame.scale, scale),
            bands=bands,
            layers=layers,
            mean=DIV2K_MEAN if bands == len(DIV2K_MEAN) else (),
            tensors=renamed,
        )
