"""The smallest networks of every backbone, in all their forms: what tests of a backbone go through."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from sr_core.backbones import Backbone
from sr_core.backbones._diffusion import DiffusionBackbone

FORMS = {
    "edsr": ({"n_feats": 6, "n_blocks": 2},),
    "mdsr": ({"n_feats": 6, "n_blocks": 1},),
    "otbtf_srresnet": ({"n_feats": 6, "n_blocks": 2},),
    "rdn": (
        {"n_feats": 6, "D": 2, "C": 2, "G": 4},
        {"n_feats": 6, "D": 1, "C": 3, "G": 4, "upsampler": "nearest"},
        {"n_feats": 6, "D": 1, "C": 1, "G": 4, "up_feats": 4},
    ),
    "rrdn": (
        {"n_feats": 6, "T": 1, "D": 2, "C": 2, "G": 4},
        {"n_feats": 6, "T": 2, "D": 1, "C": 1, "G": 4, "upsampler": "pixelshuffle", "negative_slope": 0},
        {"n_feats": 6, "T": 1, "D": 1, "C": 1, "G": 4, "unshuffle": 2},
        {"n_feats": 6, "T": 1, "D": 1, "C": 1, "G": 4, "unshuffle": 4},
    ),
    "sr3": (
        {
            "inner_channel": 8,
            "norm_groups": 4,
            "channel_mults": [1, 2],
            "attn_res": 8,
            "res_blocks": 1,
            "image_size": 16,
        },
        {
            **{"inner_channel": 8, "norm_groups": 2, "channel_mults": [1, 1, 2], "attn_res": [16, 4]},
            **{"res_blocks": 2, "resblock_type": "biggan", "skip_rescale": True, "image_size": 16},
        },
    ),
    "sr3_uvit": (
        {"token_size": 4, "embed_dim": 12, "depth": 3, "num_heads": 2, "image_size": 16},
        {"token_size": 8, "embed_dim": 8, "depth": 1, "num_heads": 1, "qkv_bias": True, "image_size": 16},
    ),
    "srresnet": (
        {"n_feats": 6, "n_blocks": 2},
        {"n_feats": 6, "n_blocks": 2, "batch_norm": False},
    ),
    "unet": (
        {"n_feats": 6, "depth": 1},
        {"n_feats": 6, "depth": 2},
    ),
}
"""A backbone without an entry fails its contract: whoever adds one says here how small it can be."""


def tiny(name: str, form: int = 0, **options: object) -> Backbone:
    """A form of a backbone, small enough for any test."""
    return Backbone.load({"id": name, **FORMS[name][form], **options})


def forms(**options: object) -> list[Backbone]:
    """All forms of all backbones that give the result at once."""
    return [
        tiny(name, form, **options)
        for name, member in Backbone.members.items()
        for form in range(len(FORMS[name]))
        if not issubclass(member, DiffusionBackbone)
    ]


def diffusion_forms() -> list[Backbone]:
    """All forms of all backbones that are asked many times."""
    return [
        tiny(name, form)
        for name, member in Backbone.members.items()
        for form in range(len(FORMS[name]))
        if issubclass(member, DiffusionBackbone)
    ]


def label(backbone: Backbone) -> str:
    """What a form is called in the names of tests: what makes it differ from other forms."""
    said = (f"{key}={value}" for key, value in backbone if key in backbone.model_fields_set - {"n_feats"})
    return "-".join([backbone.id, *said])


def every_scale(*, but: Collection[int] = (), **options: object) -> list[object]:
    """Parameters (backbone, scale) of a test: all forms, at all scales that they can do; `but` are left out."""
    return [
        pytest.param(backbone, scale, id=f"{label(backbone)}-x{scale}")
        for backbone in forms(**options)
        for scale in backbone.scales
        if scale not in but
    ]
