"""RDN in the repository EDSR-PyTorch."""

from __future__ import annotations

from typing import ClassVar

from ._rdn import RdnNames, map_trunk, read_trunk_options
from ._weight_layout import PublishedNetwork, WeightLayout, Weights, require_scale, upsampler_scale

NAMES = RdnNames("SFENet1", "SFENet2", "RDBs.{}.convs.{}.conv.0", "RDBs.{}.LFF", "GFF.0", "GFF.1")


class EdsrPytorchRdn(WeightLayout):
    """RDN of EDSR-PyTorch."""

    signature: ClassVar = ("SFENet1", "RDBs.0.convs.0.conv.0", "RDBs.0.LFF", "GFF.1", "UPNet.0", "UPNet.2")

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        chain = weights.existing("UPNet.0", "UPNet.2", "UPNet.4")
        return PublishedNetwork(
            backbone="rdn",
            # The upsampler has the growth rate's channels and not the trunk's.
            options={
                **read_trunk_options(weights, NAMES),
                "up_feats": weights.inputs(chain[-1]),
                "global_skip": "none",
            },
            scale=require_scale(upsampler_scale(weights, chain), scale),
            bands=weights.inputs("SFENet1"),
            layers={
                **map_trunk(weights, NAMES),
                **{f"tail.0.{2 * i}": step for i, step in enumerate(chain[:-1])},
                "tail.1": chain[-1],
            },
            gain=1 / 255,
        )
