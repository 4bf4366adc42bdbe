"""Keeps how fast each backend computes a network on this computer, so that it is measured once."""

from __future__ import annotations

import hashlib
import json

from ...hardware import describe_hardware
from ...host_memory import memory_budget
from ...measurement_file import MeasurementFile
from ...package.numpy_model import ArrayModel
from ...schema import Config
from ...torch_build import torch_version
from ..memory_tiling import TiledNet, choose_tile_size

METHOD = 2
"""Version of the method of measuring; 1 was a single image on all threads."""
CLOSE = 1.1
"""Ratio of times up to which ncnn is used, so that a busy computer does not change the backend, and so the result."""
MOST = 2**32
"""Most bytes that a tile may take on ncnn."""


class Measurement(Config):
    """Seconds that each backend takes for one image."""

    torch: float
    ncnn: float

    @property
    def prefers_ncnn(self) -> bool:
        """Whether ncnn is to compute the network."""
        return self.ncnn <= CLOSE * self.torch


KEPT: MeasurementFile[Measurement] = MeasurementFile("backends.json", Measurement)


def measurement_key(model: ArrayModel) -> str:
    """Return what a measurement of a network is valid for, in short: its layers, programs and processor."""
    import ncnn

    # Not the number of threads: THREADS must not change a result. Nor the halo, which decides about tiles alone.
    graph = model.graph.model_dump(mode="json", exclude={"halo"})
    shapes = {name: value.shape for name, value in model.weights.items()}
    versions = (torch_version(), ncnn.__version__, describe_hardware()["processor"])
    return hashlib.sha256(json.dumps([METHOD, versions, graph, shapes], sort_keys=True).encode()).hexdigest()[
        :32
    ]


def fits_memory(net: TiledNet) -> bool:
    """Return whether the memory suffices for a tile on ncnn; of a network that sees far it is mostly surroundings."""
    side = choose_tile_size(net) + 2 * net.halo
    return 4 * net.trunk_activation_floats * side**2 <= min(MOST, memory_budget())
