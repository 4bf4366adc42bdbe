"""Models that others have trained: one file for each layout in which networks are published."""

from __future__ import annotations

from ._checkpoint import find_weights
from ._conversion import build_backbone, detect_layout, rename_weights
from ._layout import PublishedNetwork, WeightLayout, Weights
from ._onnx import examine_onnx
from ._onnx_file import read_onnx
from ._onnx_inputs import WantedGuide

__all__ = [
    "PublishedNetwork",
    "WantedGuide",
    "WeightLayout",
    "Weights",
    "build_backbone",
    "detect_layout",
    "examine_onnx",
    "find_weights",
    "read_onnx",
    "rename_weights",
]

WeightLayout.discover(__name__, __path__)
