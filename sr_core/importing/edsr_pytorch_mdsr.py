"""MDSR as its authors published it: the repository EDSR-PyTorch."""

from __future__ import annotations

from typing import ClassVar

from ..backbones.mdsr import MDSR
from ..errors import InputError
from ._mean_shift import MEAN_SHIFT, read_mean_shift
from ._weight_layout import PublishedNetwork, WeightLayout, Weights, map_blocks, upsampler_scale


class EdsrPytorchMdsr(WeightLayout):
    """MDSR of EDSR-PyTorch."""

    signature: ClassVar = ("head.0", "pre_process.0.0.body.0", "body.0.body.0", "upsample.0.0", "tail.0")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        n_blocks, heads = weights.count("body.{}.body.0"), weights.count("pre_process.{}.0.body.0")
        steps = [weights.existing(*(f"upsample.{head}.{i}" for i in (0, 2, 4))) for head in range(heads)]
        scales = [upsampler_scale(weights, [*each, "tail.0"]) for each in steps]
        if sorted(scales) != sorted(MDSR.scales):
            raise InputError(
                "This MDSR is for the scales {found}, and only one for {known} can be imported: export it to ONNX at "
                "one scale and import that.",
                found=", ".join(map(str, scales)),
                known=", ".join(map(str, MDSR.scales)),
            )
        if scale is not None and scale not in scales:
            raise InputError(
                "SCALE is {asked}, and the weights are for the scales {found}: leave SCALE blank.",
                asked=scale,
                found=", ".join(map(str, scales)),
            )
        gain, mean = read_mean_shift(weights)
        return PublishedNetwork(
            backbone="mdsr",
            options={
                "n_feats": weights.outputs("head.0"),
                "n_blocks": n_blocks,
                "multi_scale": True,
                "global_skip": "none",
            },
            scale=scale or max(scales),
            bands=weights.inputs("head.0"),
            layers={
                "trunk.0": "head.0",
                **{
                    f"trunk.1.x{each}.{block}.{ours}": f"pre_process.{head}.{block}.body.{theirs}"
                    for head, each in enumerate(scales)
                    for block in (0, 1)
                    for ours, theirs in (("first", 0), ("second", 2))
                },
                **map_blocks("trunk.2", "body", n_blocks, {"first": "body.0", "second": "body.2"}),
                f"trunk.2.{n_blocks}": f"body.{n_blocks}",
                **{
                    f"tail.0.x{each}.{step.rpartition('.')[2]}": step
                    for each, chain in zip(scales, steps, strict=True)
                    for step in chain
                },
                "tail.1": "tail.0",
            },
            gain=gain,
            mean=mean,
            ignored=MEAN_SHIFT,
        )
