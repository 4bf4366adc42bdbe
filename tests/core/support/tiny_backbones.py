"""Small networks of every backbone, in all their forms: what tests of networks go through."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from sr_core.backbones import Backbone, DiffusionBackbone, RegressionBackbone

from . import tiny_members
from .tiny_members import label

__all__ = ["diffusion_forms", "every_scale", "forms", "label", "tiny"]


def tiny(name: str, form: int = 0, **options: object) -> Backbone:
    """Build a form of a backbone, small enough for any test."""
    return tiny_members.tiny(Backbone.members[name], form, **options)


def forms(**options: object) -> list[Backbone]:
    """Build all forms of all backbones that give the result at once."""
    return tiny_members.forms(RegressionBackbone, **options)


def diffusion_forms() -> list[Backbone]:
    """Build all forms of all diffusion backbones."""
    return tiny_members.forms(DiffusionBackbone)


def every_scale(*, but: Collection[int] = (), **options: object) -> list[object]:
    """Return the parameters (backbone, scale) of a test: all forms at all their scales but those in `but`."""
    return [
        pytest.param(backbone, scale, id=f"{label(backbone)}-x{scale}")
        for backbone in forms(**options)
        for scale in backbone.scales
        if scale not in but
    ]
