"""EDSR in BasicSR."""

from __future__ import annotations

from typing import ClassVar

from ._weight_layout import (
    DIV2K_MEAN,
    PublishedNetwork,
    WeightLayout,
    Weights,
    map_blocks,
    require_scale,
    upsampler_scale,
)
from .edsr_pytorch_edsr import published_res_scale


class BasicsrEdsr(WeightLayout):
    """EDSR of BasicSR."""

    signature: ClassVar = ("conv_first", "body.0.conv1", "conv_after_body", "upsample.0", "conv_last")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        n_blocks, bands = weights.count("body.{}.conv1"), weights.inputs("conv_first")
        n_feats = weights.outputs("conv_first")
        steps = weights.existing("upsample.0", "upsample.2", "upsample.4")
        return PublishedNetwork(
            backbone="edsr",
            options={"n_feats": n_feats, "n_blocks": n_blocks, "global_skip": "none"},
            published_options={"res_scale": published_res_scale(n_feats)},
            scale=require_scale(upsampler_scale(weights, [*steps, "conv_last"]), scale),
            bands=bands,
            layers={
                "trunk.0": "conv_first",
                **map_blocks("trunk.1", "body", n_blocks, {"first": "conv1", "second": "conv2"}),
                f"trunk.1.{n_blocks}": "conv_after_body",
                **{f"tail.0.{2 * i}": step for i, step in enumerate(steps)},
                "tail.1": "conv_last",
            },
            # Its input is 0–1, which it multiplies by 255 itself after taking the mean off.
            mean=DIV2K_MEAN if bands == len(DIV2K_MEAN) else (),
            std=1 / 255,
        )
