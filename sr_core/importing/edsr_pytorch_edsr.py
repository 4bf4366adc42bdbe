"""EDSR as its authors published it: the repository EDSR-PyTorch."""

from __future__ import annotations

from typing import ClassVar

from . import Reading, WeightLayout, Weights, blocks, require_scale, shuffled_scale
from ._mean_shift import MEAN_SHIFT, numbers


class EdsrPytorchEdsr(WeightLayout):
    """EDSR of EDSR-PyTorch"""

    signature: ClassVar = ("head.0", "body.0.body.0", "body.0.body.2", "tail.0.0", "tail.1")

    def read(self, weights: Weights, scale: int | None) -> Reading:
        n_blocks, n_feats = weights.count("body.{}.body.0"), weights.outputs("head.0")
        steps = weights.those("tail.0.0", "tail.0.2", "tail.0.4")
        gain, mean = numbers(weights)
        return Reading(
            backbone="edsr",
            options={"n_feats": n_feats, "n_blocks": n_blocks, "global_skip": "none"},
            usual={"res_scale": usual_res_scale(n_feats)},
            scale=require_scale(shuffled_scale(weights, [*steps, "tail.1"]), scale),
            bands=weights.inputs("head.0"),
            layers={
                "trunk.0": "head.0",
                **blocks("trunk.1", "body", n_blocks, {"first": "body.0", "second": "body.2"}),
                f"trunk.1.{n_blocks}": f"body.{n_blocks}",
                **{step: step for step in steps},
                "tail.1": "tail.1",
            },
            gain=gain,
            mean=mean,
            aside=MEAN_SHIFT,
        )


def usual_res_scale(n_feats: int) -> float:
    """Residual scaling of the published models: 0.1 for the wide ones, which do not train without (section 3.3)."""
    return 0.1 if n_feats >= 256 else 1.0
