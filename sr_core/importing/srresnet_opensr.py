"""SRResNet in opensr-srgan, and in the tutorial a-PyTorch-Tutorial-to-Super-Resolution, from which its names come."""

from __future__ import annotations

from typing import ClassVar

from ._srresnet import SrresnetNames, read_srresnet
from ._weight_layout import PublishedNetwork, WeightLayout, Weights


class SrresnetOpensr(WeightLayout):
    """SRResNet of opensr-srgan, which ends in tanh."""

    signature: ClassVar = (
        "conv_block1.conv_block.0",
        "residual_blocks.0.conv_block1.conv_block.0",
        "conv_block2.conv_block.0",
        "subpixel_convolutional_blocks.0.conv",
        "conv_block3.conv_block.0",
    )

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        steps = [
            f"subpixel_convolutional_blocks.{i}"
            for i in range(weights.count("subpixel_convolutional_blocks.{}.conv"))
        ]
        parts = ("1.conv_block.0", "1.conv_block.1", "1.conv_block.2", "2.conv_block.0", "2.conv_block.1")
        return read_srresnet(
            weights,
            SrresnetNames(
                first="conv_block1.conv_block.0",
                first_activation="conv_block1.conv_block.1",
                block=tuple(f"residual_blocks.{{}}.conv_block{part}" for part in parts),
                after="conv_block2.conv_block.0",
                after_norm="conv_block2.conv_block.1",
                steps=[f"{step}.conv" for step in steps],
                step_activations=[f"{step}.prelu" for step in steps],
                last="conv_block3.conv_block.0",
            ),
            scale,
            output_activation="tanh",
        )
