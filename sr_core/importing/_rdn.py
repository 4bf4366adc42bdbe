"""The trunk of RDN, whose layers have other names in each layout."""

from __future__ import annotations

from typing import NamedTuple

from ._weight_layout import Weights


class RdnNames(NamedTuple):
    """The names of the trunk's layers in a layout; the first {} is the block, the second the layer in it."""

    first: str
    second: str
    layer: str
    fusion: str
    all_fusion: str
    last: str


def read_trunk_options(weights: Weights, names: RdnNames) -> dict[str, int]:
    """Return the options of the trunk."""
    return {
        "n_feats": weights.outputs(names.first),
        "D": weights.count(names.fusion),
        "C": weights.count(names.layer.replace("{}", "0", 1)),
        "G": weights.outputs(names.layer.format(0, 0)),
    }


def map_trunk(weights: Weights, names: RdnNames) -> dict[str, str]:
    """Return our names of the trunk's layers -> theirs."""
    size = read_trunk_options(weights, names)
    inner = {
        f"trunk.blocks.{block}.layers.{layer}": names.layer.format(block, layer)
        for block in range(size["D"])
        for layer in range(size["C"])
    }
    fusions = {f"trunk.blocks.{block}.fusion": names.fusion.format(block) for block in range(size["D"])}
    return {
        "trunk.first": names.first,
        "trunk.second": names.second,
        **inner,
        **fusions,
        "trunk.fusion": names.all_fusion,
        "trunk.last": names.last,
    }
