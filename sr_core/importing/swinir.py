"""SwinIR in the repository SwinIR, and in those that took it over."""

from __future__ import annotations

import math
from typing import ClassVar

from ..errors import InputError
from ._layout import (
    DIV2K_MEAN,
    PublishedNetwork,
    WeightLayout,
    Weights,
    require_scale,
    upsampler_scale,
)
from ._single_shuffle import read_shuffle

BLOCK = {
    "attention_norm": "norm1",
    "attention.qkv": "attn.qkv",
    "attention.out": "attn.proj",
    "mlp_norm": "norm2",
    "mlp.0": "mlp.fc1",
    "mlp.2": "mlp.fc2",
}
"""Layers of a block, by our names; the table of its biases has no layer's name in the file."""
TABLE = "attn.relative_position_bias_table"
DERIVED = ("attn.relative_position_index", "attn_mask")
"""What follows from the size of windows and image."""


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
        blocks = _find_blocks(weights)
        first = "layers.0.residual_group.blocks.0.{}"
        offsets, heads = tensors[first.format(TABLE)].shape
        n_feats, bands, window = (
            weights.outputs("conv_first"),
            weights.inputs("conv_first"),
            (math.isqrt(offsets) + 1) // 2,
        )
        # Networks made for images of one window do not shift it, and have no mask.
        if len(blocks[0]) > 1 and not any(name.endswith(".attn_mask") for name in tensors):
            raise InputError(
                "This SwinIR does not shift its windows, and only one that does can be imported: export it to ONNX and "
                "import that."
            )
        upsampler, found, head = _read_head(weights, bands)
        ends = ("",) if "conv_after_body" in weights.layers else (".0", ".2", ".4")
        layers = {
            "trunk.first": "conv_first",
            "trunk.embed": "patch_embed.norm",
            "trunk.norm": "norm",
            **{f"trunk.after{end}": f"conv_after_body{end}" for end in ends},
            **{f"trunk.head.{ours}": theirs for ours, theirs in head.items()},
        }
        renamed = dict(tensors)
        for i, names in enumerate(blocks):
            layers |= {f"trunk.groups.{i}.end{end}": f"layers.{i}.conv{end}" for end in ends}
            for j, name in enumerate(names):
                ours = f"trunk.groups.{i}.layers.{j}"
                layers |= {f"{ours}.{part}": f"{name}.{theirs}" for part, theirs in BLOCK.items()}
                layers[f"{ours}.attention.offsets"] = f"{name}.{TABLE}"
                renamed[f"{name}.{TABLE}.weight"] = renamed.pop(f"{name}.{TABLE}")
                for derived in DERIVED:
                    renamed.pop(f"{name}.{derived}", None)
        return PublishedNetwork(
            backbone="swinir",
            options={
                "n_feats": n_feats,
                "n_blocks": len(blocks),
                "depth": len(blocks[0]),
                "heads": heads,
                "window_size": window,
                "mlp_ratio": len(tensors[first.format("mlp.fc1.weight")]) / n_feats,
                "group_convolutions": len(ends),
                "upsampler": upsampler,
                "global_skip": "none",
            },
            scale=require_scale(found, scale),
            bands=bands,
            layers=layers,
            mean=DIV2K_MEAN if bands == len(DIV2K_MEAN) else (),
            tensors=renamed,
        )


def _find_blocks(weights: Weights) -> list[list[str]]:
    """Return the names of the blocks, group by group.

    Raises:
        InputError: groups differ in their number of blocks.
    """
    blocks: list[list[str]] = []
    while True:
        group = f"layers.{len(blocks)}.residual_group.blocks"
        count = 0
        while f"{group}.{count}.{TABLE}" in weights.tensors:
            count += 1
        if not count:
            break
        blocks.append([f"{group}.{number}" for number in range(count)])
    if len({len(names) for names in blocks}) > 1:
        raise InputError("The weights are not quite those of a SwinIR: export it to ONNX and import that.")
    return blocks


def _read_head(weights: Weights, bands: int) -> tuple[str, int, dict[str, str]]:
    """Return how the finer pixels are made, the scale, and the layers that make them, by our numbers.

    Raises:
        InputError: it makes no finer pixels.
    """
    if "conv_up1" in weights.layers:
        steps = weights.existing("conv_up1", "conv_up2", "conv_up3")
        count = len(steps)
        head = {"0": "conv_before_upsample.0", **{str(3 * i + 3): step for i, step in enumerate(steps)}}
        ends = {str(3 * count + 2): "conv_hr", str(3 * count + 4): "conv_last"}
        return "nearest+conv", 2**count, {**head, **ends}
    if "conv_before_upsample.0" in weights.layers:
        steps = weights.existing(*(f"upsample.{i}" for i in (0, 2, 4)))
        found = upsampler_scale(weights, [*steps, "conv_last"])
        head = {"0": "conv_before_upsample.0", **{str(2 + 2 * i): step for i, step in enumerate(steps)}}
        return "pixelshuffle", found, {**head, str(2 + 2 * len(steps)): "conv_last"}
    if "upsample.0" in weights.layers:
        return "pixelshuffledirect", read_shuffle(weights, "upsample.0", bands), {"0": "upsample.0"}
    raise InputError(
        "This SwinIR restores images at their own size, and only one that makes finer pixels can be imported: export it to "
        "ONNX and import that."
    )
