"""SPAN in the repository SPAN, and in those that took it over (neosr, traiNNer)."""

from __future__ import annotations

from typing import ClassVar

from ._span import find_wide, read_span
from ._weight_layout import DIV2K_MEAN, PublishedNetwork, WeightLayout, Weights

WHITE = 255.0


class Span(WeightLayout):
    """SPAN of its authors."""

    signature: ClassVar = ("conv_cat", "upsampler.0")

    def fits(self, weights: Weights) -> bool:
        return super().fits(weights) and {"conv_1", "block_1.c1_r", "conv_2"} <= set(find_wide(weights))

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        count = 1
        while f"block_{count + 1}.c1_r" in find_wide(weights):
            count += 1
        normalised = "no_norm" not in weights.tensors
        return read_span(
            weights,
            scale,
            blocks=[f"block_{i + 1}" for i in range(count)],
            options={"n_blocks": count},
            mean=DIV2K_MEAN if normalised else (),
            white=WHITE if normalised else 1.0,
        )
