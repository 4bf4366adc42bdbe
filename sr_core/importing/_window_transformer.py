"""What transformers of windows have in common as they are published: groups of blocks between convolutions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..errors import InputError
from ._shuffle_scale import read_shuffle
from ._weight_layout import Weights, upsampler_scale


class TransformerFrame(NamedTuple):
    """What is read of all but the blocks."""

    blocks: list[list[str]]
    """Names of the blocks, group by group."""
    options: dict[str, object]
    """Options of the network, as far as they follow from the frame."""
    scale: int
    layers: dict[str, str]
    """Name of each layer of ours -> its name in the file."""


def read_frame(
    weights: Weights, group: str, first: str, embed: str, title: str, parts: Mapping[str, str]
) -> TransformerFrame:
    """Return what is read of a transformer of windows.

    Args:
        weights: The network's.
        group: Name of the blocks of a group, with its number in place of {}.
        first: Name of a layer that every block has, within it.
        embed: Name of the normalisation before the first group.
        title: What users call the network.
        parts: Layers of a block, by our names.

    Raises:
        InputError: groups differ in their number of blocks, or it makes no finer pixels.
    """
    blocks = _find_blocks(weights, group, first, title)
    upsampler, scale, head = _read_head(weights, title)
    ends = ("",) if "conv_after_body" in weights.layers else (".0", ".2", ".4")
    layers = {
        "trunk.first": "conv_first",
        "trunk.embed": embed,
        "trunk.norm": "norm",
        **{f"trunk.after{end}": f"conv_after_body{end}" for end in ends},
        **{f"trunk.head.{ours}": theirs for ours, theirs in head.items()},
    }
    for i, names in enumerate(blocks):
        layers |= {f"trunk.groups.{i}.end{end}": f"layers.{i}.conv{end}" for end in ends}
        for j, name in enumerate(names):
            layers |= {
                f"trunk.groups.{i}.layers.{j}.{ours}": f"{name}.{theirs}" for ours, theirs in parts.items()
            }
    options: dict[str, object] = {
        "n_feats": weights.outputs("conv_first"),
        "n_blocks": len(blocks),
        "depth": len(blocks[0]),
        "group_convolutions": len(ends),
        "upsampler": upsampler,
        "global_skip": "none",
    }
    return TransformerFrame(blocks, options, scale, layers)


def _find_blocks(weights: Weights, group: str, first: str, title: str) -> list[list[str]]:
    """Return the names of the blocks, group by group.

    Raises:
        InputError: groups differ in their number of blocks.
    """
    blocks: list[list[str]] = []
    while True:
        name = group.format(len(blocks))
        count = 0
        while f"{name}.{count}.{first}" in weights.tensors:
            count += 1
        if not count:
            break
        blocks.append([f"{name}.{number}" for number in range(count)])
    if len({len(names) for names in blocks}) > 1:
        raise InputError(
            "The weights do not exactly match a {network}: export it to ONNX and import that.",
            network=title,
        )
    return blocks


def _read_head(weights: Weights, title: str) -> tuple[str, int, dict[str, str]]:
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
        return (
            "pixelshuffledirect",
            read_shuffle(weights, "upsample.0", weights.inputs("conv_first")),
            {"0": "upsample.0"},
        )
    raise InputError(
        "This {network} restores images at their own size, and only one that increases the resolution can be "
        "imported: export it to ONNX and import that.",
        network=title,
    )
