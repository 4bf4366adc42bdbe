"""PLKSR and RealPLKSR, which differ in names, activation and normalisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..backbones.plksr import MIXERS
from ..errors import InputError
from ._shuffle_scale import read_shuffle
from ._weight_layout import PublishedNetwork, Weights, require_scale

PARTS = {"large.conv": "lk.conv", "attention.conv": "attn.f.0", "refine": "refine"}
"""Layers of a block beside its mixer, by our names."""


def read_plksr(
    weights: Weights,
    scale: int | None,
    mixer: str,
    options: Mapping[str, Any],
    *,
    gap: int,
    norm: str = "norm",
) -> PublishedNetwork:
    """Return the network.

    Args:
        weights: Its own.
        scale: The user's.
        mixer: Name of a block's channel mixer.
        options: Options that the layout knows.
        gap: How many numbers the last convolution is after the last block.
        norm: A block's normalisation, if it has one.

    Raises:
        InputError: its large kernels are of another form, or its scale another than the user's.
    """
    n_blocks = weights.count(f"feats.{{}}.{mixer}.0", first=1)
    if "feats.1.lk.conv" not in weights.layers:
        raise InputError(
            "This PLKSR has large kernels that are composed of several, and only one with plain kernels can be "
            "imported: export it to ONNX and import that."
        )
    if any(name.startswith("to_img.") for name in weights.tensors):
        raise InputError(
            "This RealPLKSR samples at positions that it computes (DySample), so its receptive field is "
            "unbounded: export it to ONNX and import that."
        )
    sides = tuple(weights.tensors[f"feats.1.{mixer}.{i}.weight"].shape[-1] for i in (0, 2))
    mixers = {value: name for name, value in MIXERS.items()}
    if sides not in mixers:
        raise InputError("The weights do not exactly match a PLKSR: export it to ONNX and import that.")
    bands, last = weights.inputs("feats.0"), f"feats.{n_blocks + gap}"
    return PublishedNetwork(
        backbone="plksr",
        options={
            "n_feats": weights.outputs("feats.0"),
            "n_blocks": n_blocks,
            "kernel": weights.tensors["feats.1.lk.conv.weight"].shape[-1],
            "partial_feats": weights.outputs("feats.1.lk.conv"),
            "mixer": mixers[sides],
            "attention": "feats.1.attn.f.0" in weights.layers,
            "global_skip": "nearest",
            **options,
        },
        scale=require_scale(read_shuffle(weights, last, bands), scale),
        bands=bands,
        layers={
            "trunk.0": "feats.0",
            **{
                f"trunk.{i}.layers.{ours}": f"feats.{i}.{theirs}"
                for i in range(1, n_blocks + 1)
                for ours, theirs in (
                    *PARTS.items(),
                    ("norm", norm),
                    *((f"mixer.{k}", f"{mixer}.{k}") for k in (0, 2)),
                )
            },
            "tail.0": last,
        },
    )
