"""The generator of SRGAN in the repository SRGAN of leftthomas."""

from __future__ import annotations

from typing import ClassVar

from ._srresnet import SrresnetNames, read_srresnet
from ._weight_layout import PublishedNetwork, WeightLayout, Weights


class SrganLeftthomas(WeightLayout):
    """SRResNet of leftthomas/SRGAN, which ends in (tanh + 1) / 2."""

    signature: ClassVar = ("block1.0", "block2.conv1", "block2.conv2")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        after = 2
        while f"block{after}.conv1" in weights.layers:
            after += 1
        upsampler = f"block{after + 1}"
        n_steps = weights.count(f"{upsampler}.{{}}.conv")
        return read_srresnet(
            weights,
            SrresnetNames(
                first="block1.0",
                first_activation="block1.1",
                block=tuple(f"block{{}}.{part}" for part in ("conv1", "bn1", "prelu", "conv2", "bn2")),
                after=f"block{after}.0",
                after_norm=f"block{after}.1",
                steps=[f"{upsampler}.{i}.conv" for i in range(n_steps)],
                step_activations=[f"{upsampler}.{i}.prelu" for i in range(n_steps)],
                last=f"{upsampler}.{n_steps}",
                first_block=2,
            ),
            scale,
            output_activation="tanh01",
        )
