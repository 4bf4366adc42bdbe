"""Chooses what computes a network of torch on this computer: the fastest, found by a short measurement that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from importlib import import_module
from types import MappingProxyType
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray

from ...backbones import SrNet
from ...device import describe, prepare
from ...errors import InputError
from ...graphs.network_graph import NetworkGraph
from ...hardware import describe_hardware, may_be_fast_at_bfloat16
from ...package.numpy_model import ArrayModel
from ...progress import Log
from ...torch_build import torch_version
from ...vulkan import VulkanCard, crashed_last_time, first_result, require_card
from ..memory_tiling import ONE_AT_A_TIME, TiledNet, TileMemory
from .gpu_result_check import COARSE_DIFFERENCE, CRASHED, CheckedNet, allowed_difference
from .half_precision_choice import HalfPrecision, choose_half_precision, half_precisions
from .measurement_cache import KEPT, Measurement, fits_memory, measurement_key
from .timing import measure_seconds

BackendName = Literal["torch", "ncnn"]

NO_GRAPHS: Mapping[int, NetworkGraph] = MappingProxyType({})


def choose_backend(
    net: SrNet,
    asked: BackendName | None = None,
    graphs: Mapping[int, NetworkGraph] = NO_GRAPHS,
    *,
    fast: bool = False,
    memory: TileMemory | None = None,
) -> TiledNet:
    """Return a network as what computes it fastest here, with the same results.

    On a graphics card that is torch, which the network is on already, and which is checked. On the CPU it is ncnn, unless
    that cannot be used here, cannot compute this network or needs too much memory for it, or the measurement says
    otherwise.

    Args:
        net: the network, on the device that is to compute it.
        asked: the backend to take, whatever is faster.
        graphs: what it computes by scale, as far as its package says it.
        fast: whether it may be in half precision, where that is faster.
        memory: the tiles that it will be given, and the memory for those that are computed at once.
    """
    if net.device.type != "cpu":
        return net if asked == "torch" else _on_card(net, graphs, fast=fast)
    model = None if asked == "torch" else _as_arrays(net, graphs)
    chosen = _choose_exact(net, model, asked, memory)
    return _choose_half(net, model, chosen, memory) if fast else chosen


def _choose_exact(
    net: SrNet, model: ArrayModel | None, asked: BackendName | None, memory: TileMemory | None
) -> TiledNet:
    """Return a network on the CPU as what computes it fastest in single precision.

    Args:
        net: the network.
        model: the same for ncnn; none if that is not to compute it, or cannot.
        asked: the backend to take, whatever is faster.
        memory: as `choose_backend` takes it.
    """
    if model is None:
        return net
    key = measurement_key(model)
    kept = None if asked else KEPT.load().get(key)
    if kept and not kept.prefers_ncnn:
        return net
    ported = _on_ncnn(net, model, memory=memory)
    if asked:
        return ported
    if not fits_memory(ported):
        return net
    if not kept:
        kept = Measurement.model_validate(measure_seconds({"torch": net, "ncnn": ported}))
        KEPT.add(key, kept)
    return ported if kept.prefers_ncnn else net


def choose_vulkan(
    net: SrNet,
    model: str,
    graphs: Mapping[int, NetworkGraph] = NO_GRAPHS,
    asked: str = "vulkan",
    *,
    fast: bool = False,
) -> TiledNet:
    """Return a network on a graphics card by Vulkan, which is checked, or on the CPU where that crashed last time.

    Args:
        net: the network, on the CPU.
        model: its package's name, for errors.
        graphs: as `choose_backend` takes them.
        asked: which card, as a job's DEVICE.
        fast: whether it may be in half precision.

    Raises:
        InputError: there is no card, or ncnn cannot compute the network.
    """
    if crashed_last_time():
        return CheckedNet.on_cpu(
            choose_backend(net, None, graphs, fast=fast, memory=ONE_AT_A_TIME), Log(CRASHED)
        )
    card = require_card(asked)
    arrays = _as_arrays(net, graphs)
    if arrays is None:
        raise InputError(
            'The network of {model} has a layer that cannot be computed with Vulkan: set DEVICE to "auto" or "cpu".',
            model=model,
        )
    with first_result():
        ported = _on_ncnn(net, arrays, card, "fp16" if fast else None)
    return CheckedNet(
        ported,
        lambda: choose_backend(net, None, graphs, memory=ONE_AT_A_TIME),
        card.name,
        allowed_difference(ported),
    )


def _choose_half(
    net: SrNet, model: ArrayModel | None, chosen: TiledNet, memory: TileMemory | None
) -> TiledNet:
    """Return a network in half precision if that is faster on the CPU than what was chosen, and close to it."""
    statistics = _statistics(net)
    if model is not None and chosen is not net:
        return choose_half_precision(
            chosen,
            lambda half: _on_ncnn(net, model, half=half, memory=memory),
            half_precisions(),
            measurement_key(model),
            model.weights,
            statistics,
        )
    from .autocast import AutocastNet

    described = (
        torch_version(),
        describe_hardware()["processor"],
        net.backbone.model_dump_json(),
        net.scale,
        net.inputs,
    )
    return choose_half_precision(
        net,
        lambda half: AutocastNet(net, half),
        ("bf16",) if may_be_fast_at_bfloat16() else (),
        " ".join(map(str, described)),
        _weights(net),
        statistics,
    )


def _on_card(net: SrNet, graphs: Mapping[int, NetworkGraph], *, fast: bool) -> TiledNet:
    """Return a network that torch computes on a graphics card, which goes on on the CPU where the card fails."""

    def on_cpu() -> TiledNet:
        with torch.device("meta"):
            found = net.backbone.net(net.bands, net.scale, (0.0,) * net.inputs, (1.0,) * net.inputs)
        weights = {name: value.cpu() for name, value in net.body.state_dict().items()}
        found.body.load_state_dict(weights, assign=True)
        found.mean, found.std = net.mean.cpu(), net.std.cpu()
        prepare(found.requires_grad_(False).eval(), torch.device("cpu"))
        return choose_backend(found.with_halo(net.halo), None, graphs, memory=ONE_AT_A_TIME)

    from .autocast import AutocastNet, card_half_precision

    half = card_half_precision(net.device) if fast else None
    card: TiledNet = AutocastNet(net, half) if half else net
    described = describe(net.device)
    difference = allowed_difference(card, COARSE_DIFFERENCE)
    checked = CheckedNet(card, on_cpu, described.removeprefix("GPU: "), difference, nullcontext)
    checked.tags = {**card.tags, "FINER_DEVICE": described}
    return checked


def _as_arrays(net: SrNet, graphs: Mapping[int, NetworkGraph]) -> ArrayModel | None:
    """Return a network for ncnn, by the package's graph or else by tracing it; none if ncnn cannot compute it here."""
    try:
        import_module(".ncnn_tiles_torch", __package__)
    except ImportError:  # a system that ncnn is not built for, or an engine that lacks it
        return None
    found = ArrayModel(graphs, _weights(net), net.scale)
    try:
        found.require_fit(net.inputs, net.bands)
    except ValueError:  # there is none, or one of another network
        from ...package.fx_graph_tracing import UntraceableError, trace

        try:
            found.graphs = {net.scale: trace(net)}
        except UntraceableError:
            return None
    # Of the net, which may look less far than the network sees.
    found.graphs = {net.scale: found.graph.model_copy(update={"halo": net.halo})}
    return found


def _on_ncnn(
    net: SrNet,
    model: ArrayModel,
    card: VulkanCard | None = None,
    half: HalfPrecision | None = None,
    memory: TileMemory | None = None,
) -> TiledNet:
    """Return the network on ncnn."""
    from .ncnn_tiles_torch import NcnnNet

    return NcnnNet(model.graph, model.weights, *_statistics(net), memory=memory, card=card, half=half)


def _weights(net: SrNet) -> dict[str, NDArray[np.float32]]:
    """Return the weights of a network on the CPU by name."""
    return {name: value.detach().numpy() for name, value in net.body.state_dict().items()}


def _statistics(net: SrNet) -> tuple[list[float], list[float]]:
    """Return mean and standard deviation of each channel that a network is given, in physical units."""
    return net.mean.flatten().tolist(), net.std.flatten().tolist()
