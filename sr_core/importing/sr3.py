"""SR3 in the repository Image-Super-Resolution-via-Iterative-Refinement."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar, cast

from ..backbones import Backbone
from ..backbones.sr3 import SR3
from ..errors import InputError
from ._noise_schedule import find_noise_schedule
from ._weight_layout import PublishedNetwork, WeightLayout, Weights

PREFIX = "denoise_fn."
"""What names of layers begin with in a file that holds the diffusion as well."""
BUFFERS = frozenset(
    {
        "betas",
        *(f"alphas_cumprod{kind}" for kind in ("", "_prev")),
        "sqrt_alphas_cumprod",
        *(f"{function}_one_minus_alphas_cumprod" for function in ("sqrt", "log")),
        *(f"sqrt_{function}_alphas_cumprod" for function in ("recip", "recipm1")),
        "posterior_variance",
        "posterior_log_variance_clipped",
        *(f"posterior_mean_coef{number}" for number in (1, 2)),
    }
)
"""What it holds of the diffusion; all follows from the betas."""
PUBLISHED_GROUPS, PUBLISHED_ATTENTION = 32, 16
FACES_512 = {"inner_channel": 64, "channel_mults": [1, 2, 4, 8, 16], "res_blocks": 1}
"""The repository's configuration from 64 to 512 pixels, which attends on no level but has other groups and images."""
BLOCK = {
    "before.0": "res_block.block1.block.0",
    "first": "res_block.block1.block.3",
    "level": "res_block.noise_func.noise_func.0",
    "second.0": "res_block.block2.block.0",
    "second.3": "res_block.block2.block.3",
    "skip": "res_block.res_conv",
    "attention.norm": "attn.norm",
    "attention.qkv": "attn.qkv",
    "attention.out": "attn.out",
    "conv": "conv",
}
"""Layers of a block, and the one of a change of resolution, by our names."""


class Sr3(WeightLayout):
    """SR3 of Image-Super-Resolution-via-Iterative-Refinement."""

    signature: ClassVar = (
        "downs.0",
        "downs.1.res_block.block1.block.3",
        "mid.0.attn.qkv",
        "final_conv.block.3",
    )

    def fits(self, weights: Weights) -> bool:
        return any(
            weights.layers.issuperset(prefix + layer for layer in self.signature) for prefix in (PREFIX, "")
        )

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        prefix = PREFIX if f"{PREFIX}downs.0" in weights.layers else ""
        bands, inputs = weights.outputs(f"{prefix}final_conv.block.3"), weights.inputs(f"{prefix}downs.0")
        if inputs != 2 * bands:
            raise InputError(
                "This SR3 takes {inputs} bands and produces {bands}, and only one that takes the condition and "
                "the noisy image, {wanted} bands, can be imported.",
                inputs=inputs,
                bands=bands,
                wanted=2 * bands,
            )
        if scale is None:
            raise InputError("The weights do not tell the scale: set SCALE.")
        levels = _split_levels(weights, f"{prefix}downs")
        inner_channel = weights.outputs(f"{prefix}downs.0")
        attended = [i for i, level in enumerate(levels) if f"{level[0]}.attn.qkv" in weights.layers]
        # Published networks attend where a side is 16; of others the coarsest is taken to have it.
        level = attended[0] if attended else len(levels) - 1
        step = math.lcm(scale, 1 << len(levels) - 1)  # which the side of an image must be a multiple of
        image_size = -(-(PUBLISHED_ATTENTION << level) // step) * step
        groups = PUBLISHED_GROUPS
        told = {
            "inner_channel": inner_channel,
            "channel_mults": [
                weights.outputs(f"{level[0]}.{BLOCK['first']}") // inner_channel for level in levels
            ],
            "res_blocks": len(levels[0]),
        }
        if told == FACES_512 and not attended:
            groups, image_size = 16, -(-512 // step) * step
        betas = weights.tensors.get("betas")
        schedule = None if betas is None else find_noise_schedule(betas)
        return PublishedNetwork(
            backbone="sr3",
            options={
                **told,
                "resblock_type": "ddpm",
                "skip_rescale": False,
                "global_skip": "none",
            },
            dependent_options=partial(_attention_sides, attended),
            published_options={
                "norm_groups": math.gcd(groups, inner_channel),
                "image_size": image_size,
                "clip": 1.0,
            },
            scale=scale,
            bands=bands,
            layers=_map_layers(weights, prefix),
            # Its input is −1 to 1.
            mean=(0.5,) * bands,
            std=0.5,
            ignored=BUFFERS,
            noise_schedule=None if schedule is None else schedule.dump(),
        )


def _attention_sides(levels: Sequence[int], backbone: Backbone) -> dict[str, Any]:
    """Return the sides of the feature maps with attention, which follow from that of the image."""
    side = cast(SR3, backbone).require_image_size()
    return {"attn_res": [side >> level for level in levels]}


def _split_levels(weights: Weights, downs: str) -> list[list[str]]:
    """Return the blocks on the way down, level by level; between them, the resolution is halved."""
    levels: list[list[str]] = [[]]
    for number in range(1, len(weights.layers)):
        name = f"{downs}.{number}"
        if f"{name}.conv" in weights.layers:
            levels.append([])
        elif f"{name}.{BLOCK['first']}" in weights.layers:
            levels[-1].append(name)
        else:
            break
    if not all(levels):
        raise InputError("The weights do not exactly match an SR3: export it to ONNX and import that.")
    return levels


def _map_layers(weights: Weights, prefix: str) -> dict[str, str]:
    """Return the name of each layer of ours -> its name in the file; also of some that neither has."""
    ends = {
        "noise_level.first": "noise_level_mlp.1",
        "noise_level.second": "noise_level_mlp.3",
        "first": "downs.0",
        "last.0": "final_conv.block.0",
        "last.2": "final_conv.block.3",
    }
    # Ours counts the way down from the first block, theirs from the convolution ahead of it.
    parts = (("downs", "downs", 1), ("middle", "mid", 0), ("ups", "ups", 0))
    return {f"denoiser.{ours}": f"{prefix}{theirs}" for ours, theirs in ends.items()} | {
        f"denoiser.{ours}.{number}.{layer}": f"{prefix}{theirs}.{number + first}.{name}"
        for ours, theirs, first in parts
        for number in range(len(weights.layers))
        for layer, name in BLOCK.items()
    }
