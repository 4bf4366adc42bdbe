"""A network on ncnn as tiles are computed with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ncnn
import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from ...graphs.network_graph import Array, NetworkGraph
from ...vulkan import VulkanCard
from .ncnn_network import NcnnNetwork

LEAST_BYTES = 2**27
"""Memory for the trunk of a network that sees hardly any surroundings."""
ACROSS = 16
"""A tile with its halo is as many halos wide, if the memory allows: then a quarter of the work is for surroundings."""


class NcnnNet:
    """A convolutional network on ncnn (`memory_tiling.TiledNet`): tensors in and out, on the CPU."""

    device = torch.device("cpu")

    def __init__(
        self,
        graph: NetworkGraph,
        weights: Mapping[str, Array],
        mean: Sequence[float],
        std: Sequence[float],
        *,
        threads: int | None = None,
        card: VulkanCard | None = None,
    ) -> None:
        """Make a network ready to run.

        Args:
            graph: What it computes.
            weights: Its weights by name.
            mean: Of each band, in physical units.
            std: Likewise, the standard deviation.
            threads: How many compute; as many as torch has without.
            card: The graphics card that computes; none computes on the CPU.
        """
        gpu = card.number if card else None
        self.network = NcnnNetwork(graph, weights, mean, std, threads or torch.get_num_threads(), gpu)
        self.scale, self.bands = graph.scale, len(mean)
        self.halo, self.tail_halo, self.multiple_of = graph.halo, graph.tail_halo, graph.multiple_of
        self.trunk_activation_floats, self.tail_activation_floats = self.network.parts.floats
        wide = ACROSS * (self.halo + self.multiple_of - 1)
        self.trunk_bytes = max(LEAST_BYTES, 4 * self.trunk_activation_floats * wide**2)
        self.tags = {"FINER_BACKEND": f"ncnn {ncnn.__version__}"}
        if card:
            self.tags["FINER_DEVICE"] = card.described

    def trunk(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        """Return the features of low-resolution pixels given in physical units."""
        return _stacked([self.network.features(image) for image in lr.numpy()])

    def tail(
        self, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"]
    ) -> Float[Tensor, "b c H W"]:
        """Return the result in physical units."""
        pairs = zip(features.numpy(), lr.numpy(), strict=True)
        return _stacked([self.network.result(*pair) for pair in pairs])


def _stacked(images: Sequence[Array]) -> Tensor:
    """Return images as one tensor; of a single one the memory is shared."""
    return torch.from_numpy(images[0][None] if len(images) == 1 else np.stack(images))
