"""The network of SEN2SRLite (CNNSR), without the Fourier constraint around it."""

from __future__ import annotations

from typing import ClassVar

from ._layout import PublishedNetwork, WeightLayout, Weights
from ._span import find_wide, read_span


class Sen2srCnn(WeightLayout):
    """CNNSR of SEN2SR, without its Fourier constraint."""

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
        return read_span(Weights(kept), scale, blocks=used, options={"chained": False})
