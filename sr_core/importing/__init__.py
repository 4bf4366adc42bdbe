"""Models that others have trained: one file for each layout in which networks are published."""

from __future__ import annotations

from ._checkpoint import find_weights
from ._esri_model import ENDINGS as ESRI_ENDINGS
from ._esri_model import open_esri_model
from ._esri_networks import EsriModel
from ._onnx_analysis import examine_onnx
from ._onnx_external_data import read_onnx
from ._onnx_inputs import WantedGuide
from ._published_weight_conversion import build_backbone, detect_layout, rename_weights
from ._weight_layout import PublishedNetwork, WeightLayout, Weights, require_scale

__all__ = [
    "ESRI_ENDINGS",
    "EsriModel",
    "PublishedNetwork",
    "WantedGuide",
    "WeightLayout",
    "Weights",
    "build_backbone",
    "detect_layout",
    "examine_onnx",
    "find_weights",
    "open_esri_model",
    "read_onnx",
    "rename_weights",
    "require_scale",
]

WeightLayout.discover(__name__, __path__)
