"""RRDBNet in BasicSR, the network of ESRGAN and Real-ESRGAN."""

from __future__ import annotations

from typing import ClassVar

from ._rrdb import RrdbNames, read_rrdb, require_rrdb_scale
from ._weight_layout import PublishedNetwork, WeightLayout, Weights

NAMES = RrdbNames(
    "conv_first", "body.{}.rdb{}.conv{}", "conv_body", ("conv_up1", "conv_up2"), "conv_hr", "conv_last"
)


class BasicsrRrdb(WeightLayout):
    """RRDBNet (ESRGAN, Real-ESRGAN) of BasicSR, also for scale 2 and 1 with pixel unshuffle."""

    signature: ClassVar = (
        "conv_first",
        "body.0.rdb1.conv1",
        "conv_body",
        "conv_up1",
        "conv_up2",
        "conv_last",
    )

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        return read_rrdb(weights, NAMES, require_rrdb_scale(weights, NAMES, 2 ** len(NAMES.steps), scale))
