"""The networks, one file each: a file here is a backbone everywhere."""

from __future__ import annotations

from ._backbone import Backbone, TrainableNet, require_known_scale
from ._blocks import bicubic, bilinear, pad_to_multiple
from ._diffusion import DiffusionBackbone, DiffusionNet
from ._regression import RegressionBackbone, SrNet

__all__ = [
    "Backbone",
    "DiffusionBackbone",
    "DiffusionNet",
    "RegressionBackbone",
    "SrNet",
    "TrainableNet",
    "bicubic",
    "bilinear",
    "pad_to_multiple",
    "require_known_scale",
]

Backbone.discover(__name__, __path__)
