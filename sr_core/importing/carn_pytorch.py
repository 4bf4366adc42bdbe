"""CARN and CARN-M in the repository CARN-pytorch."""

from __future__ import annotations

import math
from typing import ClassVar

from ..backbones.carn import CARN, UNITS
from ..errors import InputError
from ._mean_shift import read_mean_shift
from ._weight_layout import PublishedNetwork, WeightLayout, Weights, require_scale

SHIFT = frozenset({"sub_mean.shifter", "add_mean.shifter"})
"""Names of the two 1 × 1 convolutions that subtract the mean colour and add it again."""


class CarnPytorch(WeightLayout):
    """CARN and CARN-M of CARN-pytorch."""

    signature: ClassVar = (*SHIFT, "entry", "b1.b1.body.0", "b1.c1.body.0", "c1.body.0", "exit")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        n_feats, n_blocks = weights.outputs("entry"), weights.count("b{}.b1.body.0", first=1)
        efficient = "b1.b1.body.4" in weights.layers
        steps = _upsamplers(weights)
        if scale is not None and scale not in steps:
            require_scale(max(steps), scale)
        gain, mean = read_mean_shift(weights, "entry", SHIFT)
        groups = n_feats // weights.inputs("b1.b1.body.0")
        return PublishedNetwork(
            backbone="carn",
            options={
                "n_feats": n_feats,
                "n_blocks": n_blocks,
                "efficient": efficient,
                **({"conv_groups": groups} if efficient else {}),
                "multi_scale": len(steps) > 1,
                "global_skip": "none",
            },
            scale=scale or max(steps),
            bands=weights.inputs("entry"),
            layers={
                "trunk.0": "entry",
                **_map_cascades(n_blocks, 1 if efficient else UNITS),
                **{
                    f"tail.0.x{each}.{step.rpartition('.')[2]}": step
                    for each, chain in steps.items()
                    for step in chain
                },
                "tail.1": "exit",
            },
            gain=gain,
            mean=mean,
            ignored=SHIFT,
        )


def _upsamplers(weights: Weights) -> dict[int, list[str]]:
    """Return the convolutions of each scale's upsampler, by scale.

    Raises:
        InputError: these are none that the network can have.
    """
    names = ("up", *(f"up{each}" for each in CARN.scales))
    chains = [weights.existing(*(f"upsample.{name}.body.{i}" for i in (0, 3))) for name in names]
    n_feats = weights.outputs("entry")
    steps = {
        math.isqrt(math.prod(weights.outputs(step) // n_feats for step in chain)): chain
        for chain in chains
        if chain
    }
    if tuple(steps) != CARN.scales and not (len(steps) == 1 and set(steps) <= set(CARN.scales)):
        raise InputError(
            "This CARN is for the scales {found}, and only one for a single scale or for {known} can be imported: export "
            "it to ONNX at one scale and import that.",
            found=", ".join(map(str, steps)) or "–",
            known=", ".join(map(str, CARN.scales)),
        )
    return steps


def _map_cascades(n_blocks: int, n_units: int) -> dict[str, str]:
    """Return the name of each layer of ours -> its name in the file, for all cascading blocks."""
    layers = {f"trunk.1.layers.fusion{block}": f"c{block + 1}.body.0" for block in range(n_blocks)}
    for block in range(n_blocks):
        ours, theirs = f"trunk.1.layers.unit{block}.layers", f"b{block + 1}"
        layers |= {f"{ours}.fusion{unit}": f"{theirs}.c{unit + 1}.body.0" for unit in range(UNITS)}
        layers |= {
            f"{ours}.unit{unit}.residual.{part}": f"{theirs}.b{unit + 1}.body.{part}"
            for unit in range(n_units)
            for part in (0, 2, 4)
        }
    return layers
