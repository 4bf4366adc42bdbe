"""Computes tiles of a network on ncnn, from and to numpy arrays; torch need not be installed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import ncnn
import numpy as np

from ...cpu_threads import compute_threads
from ...device import Cpu
from ...graphs.linear_tail import EVERYWHERE
from ...graphs.network_graph import Array, NetworkGraph
from ...progress import Log
from ...vulkan import VulkanCard
from ..memory_tiling import TileMemory
from .half_precision_choice import TAG, HalfPrecision
from .ncnn_network import NcnnNetwork, ncnn_parts

if TYPE_CHECKING:
    import torch

TAIL_BYTES = 2**25
"""Bytes for the tail, whose result takes several times as much on its way into a file."""
LEAST_BYTES = 2**27
"""Memory for the trunk of a network that sees hardly any surroundings. More, and what a layer leaves for the next is no
longer in the processor's cache."""
ACROSS = 16
"""A tile with its halo is as many halos wide, if the memory allows: then a quarter of the work is for surroundings."""


class NcnnArrays:
    """A convolutional network on ncnn (`memory_tiling.TiledNet`): arrays (b, c, h, w) in and out."""

    takes_arrays = True
    tail_bytes = TAIL_BYTES
    device: torch.device = Cpu()  # type: ignore[assignment] # which has what is asked of it

    def __init__(
        self,
        graph: NetworkGraph,
        weights: Mapping[str, Array],
        mean: Sequence[float],
        std: Sequence[float],
        *,
        memory: TileMemory | None = None,
        threads: int | None = None,
        card: VulkanCard | None = None,
        half: HalfPrecision | None = None,
    ) -> None:
        """Make a network ready to run.

        Args:
            graph: The network's layers.
            weights: Its weights by name.
            mean: Mean of each input channel, in physical units.
            std: Standard deviation of each input channel, in physical units.
            memory: The tiles that it will be given, and the memory for those that are computed at once.
            threads: How many compute, each a tile of its own as far as the memory allows: several that share a layer wait
                for each other at its end, of processor time too. `compute_threads` without.
            card: The graphics card that computes; none computes on the CPU.
            half: Half precision of the trunk; single without, or where a graphics card lacks it.
        """
        gpu = card.number if card else None
        parts = ncnn_parts(graph, weights, mean, std)
        self.scale, self.bands, self.inputs = graph.scale, parts.bands, len(mean)
        self.outputs = range(self.bands)
        self.halo, self.tail_halo, self.multiple_of = graph.halo, graph.tail_halo, graph.multiple_of
        self.trunk_activation_floats, self.tail_activation_floats = parts.floats
        around = self.halo + self.multiple_of - 1
        self.trunk_bytes = max(LEAST_BYTES, 4 * self.trunk_activation_floats * (ACROSS * around) ** 2)
        threads = threads or compute_threads()
        most = (memory or TileMemory()).most_tiles(
            threads, self.trunk_activation_floats, around, self.trunk_bytes
        )
        self.tiles_at_once = 1 if card else most
        self.network = NcnnNetwork(graph, parts, threads // self.tiles_at_once, gpu, half)
        self.tags = {"FINER_BACKEND": f"ncnn {ncnn.__version__}"}
        self.notes: list[Log] = []
        if self.network.half:
            self.tags[TAG] = self.network.half
        if card:
            self.tags["FINER_DEVICE"] = card.described

    def trunk(self, lr: Array) -> Array:
        """Return the features (b, f, h, w) of low-resolution pixels (b, c, h, w) in physical units."""
        return _stack([self.network.features(image) for image in lr])

    def tail(self, features: Array, lr: Array) -> Array:
        """Return the result (b, c, H, W) in physical units."""
        return self.tail_within(features, lr, EVERYWHERE)

    def tail_within(self, features: Array, lr: Array, kept: tuple[slice, slice]) -> Array:
        """Return a result that is right in the `kept` rows and columns of low-resolution pixels."""
        return _stack([self.network.result(*pair, kept) for pair in zip(features, lr, strict=True)])


def _stack(images: Sequence[Array]) -> Array:
    """Return images as one array; of a single one the memory is shared."""
    return images[0][None] if len(images) == 1 else np.stack(images)
