"""SwinIR as the repository SwinIR stores it, and repositories that use its code."""

from __future__ import annotations

import math
from typing import ClassVar

from ..errors import InputError
from ._weight_layout import (
    DIV2K_MEAN,
    PublishedNetwork,
    WeightLayout,
    Weights,
    require_scale,
)
from ._window_transformer import read_frame

BLOCKS = "layers.{}.residual_group.blocks"
"""Key of the blocks of a group, by the group's index."""
BLOCK = {
    "attention_norm": "norm1",
    "attention.qkv": "attn.qkv",
    "attention.out": "attn.proj",
    "mlp_norm": "norm2",
    "mlp.0": "mlp.fc1",
    "mlp.2": "mlp.fc2",
}
"""Key of each layer of a block in the file, by the name of the layer in Finer's network."""
TABLE = "attn.relative_position_bias_table"
"""Key of a block's table of relative position biases, which in the file is a tensor and not a layer."""
DERIVED = ("attn.relative_position_index", "attn_mask")
"""Keys of a block's tensors that are not read: they follow from the sizes of window and image."""


class Swinir(WeightLayout):
    """SwinIR of its authors."""

    signature: ClassVar = ("conv_first",)

    def fits(self, weights: Weights) -> bool:
        is_hat = (
            "relative_position_index_SA" in weights.tensors
        )  # which has other blocks under the same names
        return (
            super().fits(weights)
            and f"layers.0.residual_group.blocks.0.{TABLE}" in weights.tensors
            and not is_hat
        )

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        tensors = weights.tensors
        frame = read_frame(weights, BLOCKS, TABLE, "patch_embed.norm", "SwinIR", BLOCK)
        first = frame.blocks[0][0]
        offsets, heads = tensors[f"{first}.{TABLE}"].shape
        bands, n_feats = weights.inputs("conv_first"), weights.outputs("conv_first")
        # Networks made for images of one window do not shift it, and have no mask.
        if len(frame.blocks[0]) > 1 and not any(name.endswith(".attn_mask") for name in tensors):
            raise InputError(
                "This SwinIR does not shift its windows, and only one that does can be imported: export it to ONNX and "
                "import that."
            )
        layers, renamed = dict(frame.layers), dict(tensors)
        for i, names in enumerate(frame.blocks):
            for j, name in enumerate(names):
                layers[f"trunk.groups.{i}.layers.{j}.attention.offsets"] = f"{name}.{TABLE}"
                renamed[f"{name}.{TABLE}.weight"] = renamed.pop(f"{name}.{TABLE}")
                for derived in DERIVED:
                    renamed.pop(f"{name}.{derived}", None)
        return PublishedNetwork(
            backbone="swinir",
            options={
                **frame.options,
                "heads": heads,
                "window_size": (math.isqrt(offsets) + 1) // 2,
                "mlp_ratio": len(tensors[f"{first}.mlp.fc1.weight"]) / n_feats,
            },
            scale=require_scale(frame.scale, scale),
            bands=bands,
            layers=layers,
            mean=DIV2K_MEAN if bands == len(DIV2K_MEAN) else (),
            tensors=renamed,
        )
