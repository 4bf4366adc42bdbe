"""Small networks of every backbone, in all their forms: what tests of networks go through."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pytest

from sr_core.backbones import Backbone, DiffusionBackbone, RegressionBackbone
from sr_core.errors import InputError

from . import tiny_members
from .tiny_members import label

__all__ = [
    "diffusion_forms",
    "every_form_or_scale",
    "every_network",
    "every_scale",
    "forms",
    "has_graph",
    "is_local",
    "label",
    "tiny",
]

ONLY_TORCH = ("swinir", "dat", "hat", "omnisr", "resnet_unet")
"""Networks that are no lists of the layers that graphs know."""


OF_OWN_SCALES = ("edsr", "mdsr", "rrdn", "compact", "resnet_unet", "span_fusion")
"""Networks whose scales differ by more than one tail that others share: the upsampler of most networks, that of several
scales, that in steps, the cheapest of their own, and two trunks that depend on the scale."""


def tiny(name: str, form: int = 0, **options: object) -> Backbone:
    """Build a form of a backbone, small enough for any test."""
    return tiny_members.tiny(Backbone.members[name], form, **options)


def forms(**options: object) -> list[Backbone]:
    """Build all forms of all backbones that give the result at once."""
    return tiny_members.forms(RegressionBackbone, **options)


def diffusion_forms() -> list[Backbone]:
    """Build all forms of all diffusion backbones."""
    return tiny_members.forms(DiffusionBackbone)


def is_local(backbone: RegressionBackbone) -> bool:
    """Return whether tiles of this network are what the whole image would give."""
    return backbone.is_local


def has_graph(backbone: RegressionBackbone) -> bool:
    """Return whether other programs than torch can compute this network."""
    return backbone.id not in ONLY_TORCH and getattr(backbone, "block_norm", "none") == "none"


def _can_do(backbone: RegressionBackbone, scale: int) -> bool:
    """Return whether a form can do one of the scales of its network."""
    try:
        backbone.require(scale)
    except InputError:
        return False
    return True


def every_scale(
    *,
    but: Collection[int] = (),
    which: Callable[[RegressionBackbone], bool] = lambda backbone: True,
    **options: object,
) -> list[object]:
    """Return the parameters (backbone, scale) of a test: all forms at all their scales but those in `but`."""
    return [
        pytest.param(backbone, scale, id=f"{label(backbone)}-x{scale}")
        for backbone in forms(**options)
        for scale in backbone.scales
        if scale not in but and which(backbone) and _can_do(backbone, scale)
    ]


def every_form_or_scale(
    *,
    but: Collection[int] = (),
    which: Callable[[RegressionBackbone], bool] = lambda backbone: True,
    **options: object,
) -> list[object]:
    """Return the parameters of a test that takes long: all forms at one scale, some networks' first form at all of them.

    That scale is their smallest above 1; at 1 nothing is enlarged.
    """
    found, first, seen = [], {}, set()
    for case in every_scale(but=but, which=which, **options):
        backbone, scale = case.values
        if backbone.id in OF_OWN_SCALES and backbone == first.setdefault(backbone.id, backbone):
            found.append(case)
        elif scale > 1 and backbone not in seen:
            seen.add(backbone)
            found.append(case)
    return found


def every_network(**options: object) -> list[object]:
    """Return the parameters of a test of what is the same in all forms and scales: each network once."""
    cases = {case.values[0].id: case for case in reversed(every_form_or_scale(**options))}
    return list(cases.values())
