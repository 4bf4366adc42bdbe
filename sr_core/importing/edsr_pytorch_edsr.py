"""EDSR as its authors published it: the repository EDSR-PyTorch."""

from __future__ import annotations

from typing import ClassVar

from ._mean_shift import MEAN_SHIFT, read_mean_shift
from ._weight_layout import (
    PublishedNetwork,
    WeightLayout,
    Weights,
    map_blocks,
    require_scale,
    upsampler_scale,
)


class EdsrPytorchEdsr(WeightLayout):
    """EDSR of EDSR-PyTorch."""

    signature: ClassVar = ("head.0", "body.0.body.0", "body.0.body.2", "tail.0.0", "tail.1")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        n_blocks, n_feats = weights.count("body.{}.body.0"), weights.outputs("head.0")
        steps = weights.existing("tail.0.0", "tail.0.2", "tail.0.4")
        gain, mean = read_mean_shift(weights)
        return PublishedNetwork(
            backbone="edsr",
            options={"n_feats": n_feats, "n_blocks": n_blocks, "global_skip": "none"},
            published_options={"res_scale": published_res_scale(n_feats)},
            scale=require_scale(upsampler_scale(weights, [*steps, "tail.1"]), scale),
            bands=weights.inputs("head.0"),
            layers={
                "trunk.0": "head.0",
                **map_blocks("trunk.1", "body", n_blocks, {"first": "body.0", "second": "body.2"}),
                f"trunk.1.{n_blocks}": f"body.{n_blocks}",
                **{step: step for step in steps},
                "tail.1": "tail.1",
            },
            gain=gain,
            mean=mean,
            ignored=MEAN_SHIFT,
        )


def published_res_scale(n_feats: int) -> float:
    """Return the residual scaling of published models: 0.1 for wide ones, which do not train without (section 3.3)."""
    return 0.1 if n_feats >= 256 else 1.0
