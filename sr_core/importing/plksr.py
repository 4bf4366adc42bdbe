"""PLKSR in the repository PLKSR."""

from __future__ import annotations

from typing import ClassVar

from ._plksr import read_plksr
from ._weight_layout import PublishedNetwork, WeightLayout, Weights


class Plksr(WeightLayout):
    """PLKSR of its authors."""

    signature: ClassVar = ("feats.0", "feats.1.channe_mixer.0", "feats.1.refine")  # as they spell it

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        return read_plksr(weights, scale, "channe_mixer", {"activation": "gelu"}, gap=1)
