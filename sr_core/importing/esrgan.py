"""RRDBNet as the repository ESRGAN stores it, with the keys of BasicSR's first release: RRDB_trunk, HRconv."""

from __future__ import annotations

from typing import ClassVar

from ._rrdb import RrdbNames, read_rrdb, require_rrdb_scale
from ._weight_layout import PublishedNetwork, WeightLayout, Weights


class Esrgan(WeightLayout):
    """RRDBNet of ESRGAN."""

    signature: ClassVar = (
        "conv_first",
        "RRDB_trunk.0.RDB1.conv1",
        "trunk_conv",
        "upconv1",
        "HRconv",
        "conv_last",
    )

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        steps = weights.existing("upconv1", "upconv2", "upconv3")
        names = RrdbNames(
            "conv_first", "RRDB_trunk.{}.RDB{}.conv{}", "trunk_conv", steps, "HRconv", "conv_last"
        )
        return read_rrdb(weights, names, require_rrdb_scale(weights, names, 2 ** len(steps), scale))
