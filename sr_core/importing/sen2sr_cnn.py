"""The network of SEN2SRLite (CNNSR); back-projection takes the place of the Fourier constraint around it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from ._span import find_wide, read_span
from ._weight_layout import PublishedNetwork, WeightLayout, Weights


class Sen2srCnn(WeightLayout):
    """CNNSR of SEN2SR, without its Fourier constraint.

    The published model takes the low frequencies of its result from the image it was given, by a filter in a file of its own, in
    squares of 128 pixels: what its network makes of them was never compared with anything. Back-projection does so for images of
    any size.
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
        network = read_span(Weights(kept), scale, blocks=used, options={"chained": False})
        return replace(network, held_to="bicubic" if network.scale > 1 else None)
