"""The networks, one file each: a file here is a backbone everywhere.

Their configs are members of `Backbone`, whose files are imported when they are asked for. So are the other names here, and
with them torch, which takes longer to import than many a job.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._backbone import Backbone, Size, require_known_scale

if TYPE_CHECKING:
    from ._blocks import bicubic, bilinear, nearest, pad_to_multiple
    from ._diffusion import DiffusionBackbone, DiffusionNet
    from ._regression import RegressionBackbone, SrNet
    from ._trainable_net import TrainableNet

__all__ = [
    "Backbone",
    "DiffusionBackbone",
    "DiffusionNet",
    "RegressionBackbone",
    "Size",
    "SrNet",
    "TrainableNet",
    "bicubic",
    "bilinear",
    "nearest",
    "pad_to_multiple",
    "require_known_scale",
]

_HOMES = {
    "DiffusionBackbone": "_diffusion",
    "DiffusionNet": "_diffusion",
    "RegressionBackbone": "_regression",
    "SrNet": "_regression",
    "TrainableNet": "_trainable_net",
    "bicubic": "_blocks",
    "bilinear": "_blocks",
    "nearest": "_blocks",
    "pad_to_multiple": "_blocks",
}
"""By name of this module, the file that defines it."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


Backbone.discover(__name__, __path__)
