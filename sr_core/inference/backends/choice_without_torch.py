"""Decides whether a network is computed by ncnn without torch, and on which device: the CPU, or a card by Vulkan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ...device import may_use_torch_device
from ...errors import SrError
from ...package.numpy_model import ArrayModel
from ...package.srpk import ModelPackage
from ...progress import Log
from ...torch_build import torch_version
from ...vulkan import VulkanCard, crashed_last_time, first_result, require_card
from ..memory_tiling import ONE_AT_A_TIME, TiledNet, TileMemory
from .gpu_result_check import CRASHED, CheckedNet, allowed_difference
from .half_precision_choice import HalfPrecision, choose_half_precision, half_precisions
from .measurement_cache import KEPT, measurement_key


def choose_array_backend(
    model: ArrayModel,
    mean: Sequence[float],
    std: Sequence[float],
    vulkan: str | None,
    *,
    fast: bool = False,
    memory: TileMemory | None = None,
) -> TiledNet:
    """Return a package's network, to be computed by ncnn.

    Args:
        model: The network.
        mean: Mean of each band, in physical units.
        std: Standard deviation of each band, in physical units.
        vulkan: The graphics card that computes it, as a job's DEVICE, which is checked; none computes it on the CPU.
        fast: Whether it may be in half precision, where that is faster.
        memory: The tiles that it will be given, and the memory for those that are computed at once.

    Raises:
        InputError: There is no such card.
    """
    from .ncnn_tiles_numpy import NcnnArrays

    if vulkan:
        memory = ONE_AT_A_TIME

    def on(card: VulkanCard | None = None, half: HalfPrecision | None = None) -> TiledNet:
        net = NcnnArrays(model.graph, model.weights, mean, std, memory=memory, card=card, half=half)
        return cast("TiledNet", net)

    def on_cpu() -> TiledNet:
        if not fast:
            return on()
        key = measurement_key(model)
        return choose_half_precision(
            on(), lambda half: on(half=half), half_precisions(), key, model.weights, (mean, std)
        )

    if not vulkan:
        return on_cpu()
    if crashed_last_time():
        return CheckedNet.on_cpu(on_cpu(), Log(CRASHED))
    card = require_card(vulkan)
    with first_result():
        net = on(card, "fp16" if fast else None)
    return CheckedNet(net, on, card.name, allowed_difference(net))


def load_array_package(path: str, device: str, scale: int | None) -> ModelPackage | None:
    """Return a package whose network ncnn computes here, for which torch need not be imported.

    That is one with graphs, on a graphics card by Vulkan, or on the CPU where ncnn was measured to be the faster one. None
    is returned of any other, of one that cannot be read, where torch may find a graphics card, and where it is not
    installed, for then there is nothing to choose.

    Args:
        path: The package.
        device: As a job's DEVICE.
        scale: How many times finer the result is to be; the package's own without.
    """
    if torch_version() is None or may_use_torch_device(device):
        return None
    try:
        package = ModelPackage.load_arrays(path, scale)
        if device.startswith("vulkan"):
            return package
        kept = KEPT.load().get(measurement_key(cast("ArrayModel", package.net)))
    except (SrError, ImportError):  # who reads it with torch says what is wrong; or there is no ncnn
        return None
    return package if kept and kept.prefers_ncnn else None
