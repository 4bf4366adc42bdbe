"""DAT in the repository DAT, and in those that took it over."""

from __future__ import annotations

from typing import ClassVar

from ..errors import InputError
from ._weight_layout import DIV2K_MEAN, PublishedNetwork, WeightLayout, Weights, require_scale
from ._window_transformer import read_frame

BLOCK = {
    "attention_norm": "norm1",
    "attention.qkv": "attn.qkv",
    "attention.out": "attn.proj",
    "attention.near.0": "attn.dwconv.0",
    "attention.near.1": "attn.dwconv.1",
    "attention.channel_weights.0": "attn.channel_interaction.1",
    "attention.channel_weights.1": "attn.channel_interaction.2",
    "attention.channel_weights.3": "attn.channel_interaction.4",
    "attention.pixel_weights.0": "attn.spatial_interaction.0",
    "attention.pixel_weights.1": "attn.spatial_interaction.1",
    "attention.pixel_weights.3": "attn.spatial_interaction.3",
    "gate_norm": "norm2",
    "gate.first.0": "ffn.fc1",
    "gate.norm": "ffn.sg.norm",
    "gate.conv": "ffn.sg.conv",
    "gate.second": "ffn.fc2",
}
"""Layers of a block, by our names."""
POSITION = {
    "first": "pos.pos_proj",
    **{f"layers.{number}.{layer}": f"pos.pos{number + 1}.{layer}" for number in range(3) for layer in (0, 2)},
}
"""Layers that make a bias of each offset; the activation between them has no weights."""
TEMPERATURE = "attn.temperature"
DERIVED = ("relative_position_index", "rpe_biases", "attn_mask_0", "attn_mask_1")
"""What follows from the sides of rectangles and image."""


class Dat(WeightLayout):
    """DAT of its authors."""

    signature: ClassVar = ("conv_first", "layers.0.blocks.0.attn.dwconv.0", "layers.0.blocks.0.ffn.sg.conv")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        tensors = weights.tensors
        frame = read_frame(weights, "layers.{}.blocks", "attn.qkv.weight", "before_RG.1", "DAT", BLOCK)
        first = f"{frame.blocks[0][0]}.attn"
        offsets = tensors.get(f"{first}.attns.0.rpe_biases")
        if offsets is None:
            raise InputError(
                "The weights do not exactly match a {network}: export it to ONNX and import that.",
                network="DAT",
            )
        layers, renamed = dict(frame.layers), dict(tensors)
        for i, names in enumerate(frame.blocks):
            for j, name in enumerate(names):
                ours = f"trunk.groups.{i}.layers.{j}.attention"
                if f"{name}.{TEMPERATURE}" in renamed:
                    # A tensor of the block itself, which has no layer's name: as if it were a layer's weight.
                    layers[ours] = f"{name}.temperature"
                    renamed[f"{name}.temperature.temperature"] = renamed.pop(f"{name}.{TEMPERATURE}")
                for half in range(2):
                    layers |= {
                        f"{ours}.halves.{half}.{mine}": f"{name}.attn.attns.{half}.{theirs}"
                        for mine, theirs in POSITION.items()
                    }
        renamed = {name: tensor for name, tensor in renamed.items() if name.rpartition(".")[2] not in DERIVED}
        bands, width = weights.inputs("conv_first"), weights.outputs("conv_first")
        return PublishedNetwork(
            backbone="dat",
            options={
                **frame.options,
                "heads": 2 * len(tensors[f"{first}.attns.0.pos.pos3.2.bias"]),
                # The last of the offsets is that from corner to corner.
                "split_size": [int(side) + 1 for side in offsets[-1]],
                "expansion": len(tensors[f"{frame.blocks[0][0]}.ffn.fc1.weight"]) / width,
                "qkv_bias": f"{first}.qkv.bias" in tensors,
            },
            scale=require_scale(frame.scale, scale),
            bands=bands,
            layers=layers,
            mean=DIV2K_MEAN if bands == len(DIV2K_MEAN) else (),
            tensors=renamed,
        )
