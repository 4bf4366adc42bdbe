"""RDN in the repository RDN-pytorch and in those that took it over (MMEditing)."""

from __future__ import annotations

from typing import ClassVar

from ._rdn import RdnNames, map_trunk, read_trunk_options
from ._weight_layout import PublishedNetwork, WeightLayout, Weights, require_scale, upsampler_scale

NAMES = RdnNames("sfe1", "sfe2", "rdbs.{}.layers.{}.conv", "rdbs.{}.lff", "gff.0", "gff.1")


class RdnPytorch(WeightLayout):
    """RDN of RDN-pytorch."""

    signature: ClassVar = ("sfe1", "rdbs.0.layers.0.conv", "rdbs.0.lff", "gff.1", "upscale.0", "output")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        steps = weights.existing("upscale.0", "upscale.2")
        return PublishedNetwork(
            backbone="rdn",
            options={**read_trunk_options(weights, NAMES), "global_skip": "none"},
            scale=require_scale(upsampler_scale(weights, [*steps, "output"]), scale),
            bands=weights.inputs("sfe1"),
            layers={
                **map_trunk(weights, NAMES),
                **{f"tail.0.{2 * i}": step for i, step in enumerate(steps)},
                "tail.1": "output",
            },
        )
