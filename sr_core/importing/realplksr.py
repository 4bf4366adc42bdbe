"""RealPLKSR in neosr, and in those that took it over."""

from __future__ import annotations

from typing import ClassVar

from ._plksr import read_plksr
from ._weight_layout import PublishedNetwork, WeightLayout, Weights


class Realplksr(WeightLayout):
    """RealPLKSR of neosr."""

    signature: ClassVar = ("feats.0", "feats.1.channel_mixer.0", "feats.1.refine")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        norms = {"layer_norm": "layer", "norm": "group"}
        name = next((each for each in norms if f"feats.1.{each}.weight" in weights.tensors), "norm")
        kind = norms[name] if f"feats.1.{name}.weight" in weights.tensors else "none"
        options = {"activation": "mish", "block_norm": kind}
        return read_plksr(weights, scale, "channel_mixer", options, gap=2, norm=name)
