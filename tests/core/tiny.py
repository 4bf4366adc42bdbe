"""The smallest networks of every backbone, in all their forms: what tests of a backbone go through."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from sr_core.backbones import Backbone

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
    """All forms of all backbones that there are."""
    return [tiny(name, form, **options) for name in Backbone.members for form in range(len(FORMS[name]))]


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
