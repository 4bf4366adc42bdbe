"""Chooses what computes a network where torch is not installed: the CPU, or a graphics card by Vulkan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ...package.array_model import ArrayModel
from ...progress import Log
from ...vulkan import VulkanCard, crashed_last_time, first_result, require_card
from ..memory_tiling import TiledNet
from .checked import CRASHED, CheckedNet
from .ncnn_arrays import NcnnArrays


def choose_array_backend(
    model: ArrayModel, mean: Sequence[float], std: Sequence[float], vulkan: bool
) -> TiledNet:
    """Return a network of a package as ncnn computes it.

    Args:
        model: The network.
        mean: Of each band, in physical units.
        std: Likewise, the standard deviation.
        vulkan: Whether a graphics card computes it, which is checked.

    Raises:
        InputError: There is no such card.
    """

    def on(card: VulkanCard | None) -> TiledNet:
        return cast("TiledNet", NcnnArrays(model.graph, model.weights, mean, std, card=card))

    if not vulkan:
        return on(None)
    if crashed_last_time():
        return CheckedNet.on_cpu(on(None), Log(CRASHED))
    card = require_card()
    with first_result():
        net = on(card)
    return CheckedNet(net, lambda: on(None), card.name)
