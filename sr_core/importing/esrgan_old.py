"""RRDBNet as ESRGAN first published it: layers by their number in the whole."""

from __future__ import annotations

from typing import ClassVar

from ..errors import InputError
from ._rrdb import RrdbNames, read_rrdb, require_rrdb_scale
from ._weight_layout import PublishedNetwork, WeightLayout, Weights


class EsrganOld(WeightLayout):
    """RRDBNet of ESRGAN, old."""

    signature: ClassVar = ("model.0", "model.1.sub.0.RDB1.conv1.0")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        n_blocks = weights.count("model.1.sub.{}.RDB1.conv1.0")
        *steps, high, last = sorted(
            (name for name in weights.layers if name.count(".") == 1 and name != "model.0"),
            key=lambda name: int(name.rpartition(".")[2]),
        )
        if len(steps) == 1 and scale not in (2, 3):
            raise InputError("The weights are for scale 2 or 3 and do not tell which: set SCALE.")
        found = 3 if len(steps) == 1 and scale == 3 else 2 ** len(steps)
        names = RrdbNames(
            "model.0", "model.1.sub.{}.RDB{}.conv{}.0", f"model.1.sub.{n_blocks}", steps, high, last
        )
        return read_rrdb(weights, names, require_rrdb_scale(weights, names, found, scale))
