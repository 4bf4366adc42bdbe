"""SRResNet in the repository SRGAN-PyTorch, by the names of its several versions."""

from __future__ import annotations

from typing import ClassVar

from ._srresnet import SrresnetNames, read_srresnet
from ._weight_layout import PublishedNetwork, WeightLayout, Weights


class SrganLornatang(WeightLayout):
    """SRResNet of Lornatang/SRGAN-PyTorch, whose results are kept within 0 and 1."""

    signature: ClassVar = ("trunk.0.rcb.0", "trunk.0.rcb.3", "upsampling.0.upsample_block.0")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        conv = "conv_block{}" if "conv_block1.0" in weights.layers else "conv{}"
        steps = [
            f"upsampling.{i}.upsample_block" for i in range(weights.count("upsampling.{}.upsample_block.0"))
        ]
        return read_srresnet(
            weights,
            SrresnetNames(
                first=f"{conv.format(1)}.0",
                first_activation=f"{conv.format(1)}.1",
                block=tuple(f"trunk.{{}}.rcb.{part}" for part in range(5)),
                after=f"{conv.format(2)}.0",
                after_norm=f"{conv.format(2)}.1",
                steps=[f"{step}.0" for step in steps],
                step_activations=[f"{step}.2" for step in steps],
                last=conv.format(3),
            ),
            scale,
            output_activation="clamp",
        )
