"""MSRResNet in BasicSR: SRResNet without batch normalisation."""

from __future__ import annotations

from typing import ClassVar

from ._weight_layout import PublishedNetwork, WeightLayout, Weights, require_scale, upsampler_scale


class BasicsrMsrresnet(WeightLayout):
    """MSRResNet (SRResNet) of BasicSR."""

    signature: ClassVar = ("conv_first", "body.0.conv1", "upconv1", "conv_hr", "conv_last")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        n_blocks = weights.count("body.{}.conv1")
        steps = weights.existing("upconv1", "upconv2")
        after = 3 * len(steps)  # a convolution, a pixel shuffle and an activation each
        return PublishedNetwork(
            backbone="srresnet",
            options={
                "n_feats": weights.outputs("conv_first"),
                "n_blocks": n_blocks,
                "batch_norm": False,
                "global_skip": "bilinear",
            },
            scale=require_scale(upsampler_scale(weights, [*steps, "conv_hr"]), scale),
            bands=weights.inputs("conv_first"),
            layers={
                "trunk.0": "conv_first",
                **{
                    f"trunk.{i + 2}.{ours}": f"body.{i}.{theirs}"
                    for i in range(n_blocks)
                    for ours, theirs in (("first", "conv1"), ("second", "conv2"))
                },
                **{f"tail.{3 * i}": step for i, step in enumerate(steps)},
                f"tail.{after}": "conv_hr",
                f"tail.{after + 2}": "conv_last",
            },
        )
