"""RDN in the repository RDN-pytorch and in those that took it over (MMEditing)."""

from __future__ import annotations

from typing import ClassVar

from . import Reading, WeightLayout, Weights, require_scale, shuffled_scale
from ._rdn import RdnNames, options, trunk

NAMES = RdnNames("sfe1", "sfe2", "rdbs.{}.layers.{}.conv", "rdbs.{}.lff", "gff.0", "gff.1")


class RdnPytorch(WeightLayout):
    """RDN of RDN-pytorch"""

    signature: ClassVar = ("sfe1", "rdbs.0.layers.0.conv", "rdbs.0.lff", "gff.1", "upscale.0", "output")

    def read(self, weights: Weights, scale: int | None) -> Reading:
        steps = weights.those("upscale.0", "upscale.2")
        return Reading(
            backbone="rdn",
            options={**options(weights, NAMES), "global_skip": "none"},
            scale=require_scale(shuffled_scale(weights, [*steps, "output"]), scale),
            bands=weights.inputs("sfe1"),
            layers={
                **trunk(weights, NAMES),
                **{f"tail.0.{2 * i}": step for i, step in enumerate(steps)},
                "tail.1": "output",
            },
        )
