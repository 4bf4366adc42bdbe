"""Compact (SRVGGNetCompact) in Real-ESRGAN: layers by their number in the whole."""

from __future__ import annotations

from typing import ClassVar

from ._shuffle_scale import read_shuffle
from ._weight_layout import PublishedNetwork, WeightLayout, Weights, require_scale


class RealesrganCompact(WeightLayout):
    """Compact (SRVGGNet) of Real-ESRGAN."""

    signature: ClassVar = ("body.0", "body.2")

    def fits(self, weights: Weights) -> bool:
        names = {name.rpartition(".")[0] for name in weights.tensors}
        return super().fits(weights) and all(
            name.startswith("body.") and name[5:].isdecimal() for name in names
        )

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        last = max(int(layer[5:]) for layer in weights.layers)
        bands = weights.inputs("body.0")
        learnt = "body.1.weight" in weights.tensors
        return PublishedNetwork(
            backbone="compact",
            options={
                "n_feats": weights.outputs("body.0"),
                "n_blocks": last // 2 - 1,
                **({"activation": "prelu"} if learnt else {}),
                "global_skip": "nearest",
            },
            # Activations without slopes of their own leave no trace in the weights.
            published_options={} if learnt else {"activation": "relu"},
            scale=require_scale(read_shuffle(weights, f"body.{last}", bands), scale),
            bands=bands,
            layers={
                **{f"trunk.{i // 2}.{i % 2}": f"body.{i}" for i in range(last)},
                "tail.0": f"body.{last}",
            },
        )
