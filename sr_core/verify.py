"""Checks with a convolution that this Python can compute networks: what set-up checks and the status shows."""

from __future__ import annotations

import platform
import sys
from typing import Any

import numpy as np

from . import __version__
from .device import device_info, resolve
from .graphs.network_graph import FEATURES, LR, Layer, NetworkGraph, WeightPart
from .torch_build import torch_version

SIDE, RIGHT = 8, 27
"""Of an image of ones with 3 bands, and what a 3 × 3 kernel of ones makes of its middle."""


def verify(asked: str) -> dict[str, Any]:
    """Compute a convolution with all that this engine computes with, and return versions and paths.

    Args:
        asked: The device that torch computes on, if there is torch.

    Raises:
        InputError: torch can use no such device here.
        RuntimeError: A convolution gives a wrong result.
        ImportError: There is neither torch nor ncnn, or it cannot be loaded.
    """
    import rasterio

    facts: dict[str, Any] = {"torch": None, "torch_file": None, "ncnn": None, "ncnn_file": None}
    if torch_version():
        facts |= _verify_torch(asked)
    try:
        facts |= _verify_ncnn()
    except ImportError:  # torch computes without it, as where no ncnn is built for the system
        if not facts["torch"]:
            raise
    return {
        "finer": __version__,
        "python": platform.python_version(),
        "prefix": sys.prefix,
        "base_prefix": sys.base_prefix,
        **facts,
        "rasterio": rasterio.__version__,
        "gdal": rasterio.__gdal_version__,
        **device_info(asked),
    }


def _verify_torch(asked: str) -> dict[str, str | None]:
    import torch

    device = resolve(asked)
    image, kernel = torch.ones(1, 3, SIDE, SIDE, device=device), torch.ones(5, 3, 3, 3, device=device)
    centre = torch.nn.functional.conv2d(image, kernel, padding=1)[0, 0, SIDE // 2, SIDE // 2].item()
    _require_right(centre, f"torch on {device}")
    return {"torch": torch.__version__, "torch_file": torch.__file__}


def _verify_ncnn() -> dict[str, str]:
    import ncnn

    from .inference.backends.ncnn_network import NcnnNetwork, ncnn_parts

    parts = [
        Layer(
            kind="conv",
            name=f"from_{given}",
            inputs=(given,),
            weights={"weight": WeightPart(name=given)},
            numbers={"padding": 1, "stride": 1},
        )
        for given in (LR, FEATURES)
    ]
    graph = NetworkGraph(
        trunk=(parts[0],), tail=(parts[1],), global_skip="none", scale=1, halo=2, tail_halo=1
    )
    centre = np.zeros((3, 3, 3, 3), np.float32)
    centre[range(3), range(3), 1, 1] = 1  # which leaves what it is given
    weights = {LR: np.ones((3, 3, 3, 3), np.float32), FEATURES: centre}
    network = NcnnNetwork(graph, ncnn_parts(graph, weights, (0.0,) * 3, (1.0,) * 3), 1)
    image = np.ones((3, SIDE, SIDE), np.float32)
    result = network.result(network.features(image), image)
    _require_right(float(result[0, SIDE // 2, SIDE // 2]), "ncnn")
    return {"ncnn": ncnn.__version__, "ncnn_file": ncnn.__file__}


def _require_right(found: float, where: str) -> None:
    if found != RIGHT:
        raise RuntimeError(f"a convolution by {where} gave {found} where {RIGHT} is right")
