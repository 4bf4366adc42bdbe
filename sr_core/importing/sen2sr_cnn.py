"""The networks of SEN2SRLite (CNNSR); back-projection takes the place of the Fourier constraint around them."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from ..errors import InputError
from ._span import find_wide, fold_all, map_trunk, read_span
from ._weight_layout import PublishedNetwork, WeightLayout, Weights

HELD_TO = "bicubic"
"""Degradation that results are held to."""


class Sen2srCnn(WeightLayout):
    """CNNSR of SEN2SR, without its Fourier constraint.

    The published model takes the low frequencies of its result from the image it was given, by a filter in a file of its own, in
    squares of 128 pixels: what its network makes of them was never compared with anything. Back-projection does so for images of
    any size.

    A network that makes fewer bands than it takes works at the pixels of its result: it takes bands that are enlarged to
    them bilinearly, and after these the bands of a guide, which has them.
    """

    signature: ClassVar = ("conv_cat", "upsampler.0")

    def fits(self, weights: Weights) -> bool:
        return super().fits(weights) and {"conv_1", "blocks.0.c1_r", "conv_2"} <= set(find_wide(weights))

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        count = sum(name.startswith("blocks.") and name.endswith(".c1_r") for name in find_wide(weights))
        used = ("blocks.0", f"blocks.{count - 1}")
        # Each block is given the first features, and of their results only the first and the last are read.
        kept = {
            name: value
            for name, value in weights.tensors.items()
            if not name.startswith("blocks.") or name.startswith(tuple(f"{block}." for block in used))
        }
        tensors = fold_all(Weights(kept))
        feats, inputs = tensors["conv_1.weight"].shape[:2]
        bands = weights.outputs("upsampler.0")
        if bands >= inputs:
            network = read_span(Weights(kept), scale, blocks=used, options={"chained": False})
            return replace(network, held_to=HELD_TO if network.scale > 1 else None)
        if scale is None:
            raise InputError(
                "The network sharpens {bands} bands by a guide of {guide} bands, and the weights do not say how many times finer "
                "the guide is: set SCALE, to 2 for SEN2SRLite from 20 m to 10 m and to 4 for it from 10 m to 2.5 m.",
                bands=bands,
                guide=inputs - bands,
            )
        return PublishedNetwork(
            backbone="span_fusion",
            options={"n_feats": feats, "global_skip": "none"},
            scale=scale,
            bands=bands,
            guide_bands=inputs - bands,
            layers={**map_trunk("trunk.layers", used), "trunk.result": "upsampler.0"},
            tensors=tensors,
            held_to=HELD_TO,
        )
