"""SRResNet in the repository pytorch-SRResNet, with fixed slopes and without biases."""

from __future__ import annotations

from typing import ClassVar

from ._srresnet import SrresnetNames, read_srresnet
from ._weight_layout import PublishedNetwork, WeightLayout, Weights

SLOPE = 0.2
"""Slope of the network's activations (LeakyReLU)."""


class SrresnetTwtygqyy(WeightLayout):
    """SRResNet of twtygqyy/pytorch-SRResNet, with batch normalisation."""

    signature: ClassVar = ("conv_input", "residual.0.conv1", "conv_mid", "upscale4x.0", "conv_output")

    def fits(self, weights: Weights) -> bool:
        # A later version has normalisation over the image instead, which keeps no statistics.
        return super().fits(weights) and "bn_mid.running_mean" in weights.tensors

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        steps = weights.existing("upscale4x.0", "upscale4x.3")
        return read_srresnet(
            weights,
            SrresnetNames(
                first="conv_input",
                first_activation="relu",
                block=tuple(f"residual.{{}}.{part}" for part in ("conv1", "bn1", "relu", "conv2", "bn2")),
                after="conv_mid",
                after_norm="bn_mid",
                steps=steps,
                step_activations=[f"upscale4x.{3 * i + 2}" for i in range(len(steps))],
                last="conv_output",
            ),
            scale,
            slope=SLOPE,
        )
