"""Chooses what computes a network of torch on this computer: the fastest, found by a short measurement that is kept."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import nullcontext
from importlib import import_module
from types import MappingProxyType
from typing import Literal

import torch

from ...backbones import SrNet
from ...device import describe, prepare
from ...errors import InputError
from ...graphs.network_graph import NetworkGraph
from ...package.array_model import ArrayModel
from ...progress import Log
from ...vulkan import VulkanCard, crashed_last_time, first_result, require_card
from ..memory_tiling import TiledNet
from .checked import COARSE_DIFFERENCE, CRASHED, CheckedNet
from .kept_measurements import KEPT, Measurement, fits_memory, measurement_key

BackendName = Literal["torch", "ncnn"]

SIDE, FIRST, RUNS, ENOUGH = 48, 8, 3, 0.3
"""Pixels of the image that is measured on, and of one before; how often at most, and after how many seconds no more."""
NO_GRAPHS: Mapping[int, NetworkGraph] = MappingProxyType({})


def choose_backend(
    net: SrNet, asked: BackendName | None = None, graphs: Mapping[int, NetworkGraph] = NO_GRAPHS
) -> TiledNet:
    """Return a network as what computes it fastest here, with the same results.

    On a graphics card that is torch, which the network is on already, and which is checked. On the CPU it is ncnn, unless
    that cannot be used here, cannot compute this network or needs too much memory for it, or the measurement says
    otherwise.

    Args:
        net: the network, on the device that is to compute it.
        asked: the backend to take, whatever is faster.
        graphs: what it computes by scale, as far as its package says it.
    """
    if asked == "torch":
        return net
    if net.device.type != "cpu":
        return _on_card(net, graphs)
    model = _as_arrays(net, graphs)
    if model is None:
        return net
    key = measurement_key(model)
    kept = None if asked else KEPT.load().get(key)
    if kept and not kept.prefers_ncnn:
        return net
    ported = _on_ncnn(net, model)
    if asked:
        return ported
    if not fits_memory(ported):
        return net
    if not kept:
        kept = Measurement.model_validate(_measure({"torch": net, "ncnn": ported}))
        KEPT.add(key, kept)
    return ported if kept.prefers_ncnn else net


def choose_vulkan(
    net: SrNet, model: str, graphs: Mapping[int, NetworkGraph] = NO_GRAPHS, asked: str = "vulkan"
) -> TiledNet:
    """Return a network on a graphics card by Vulkan, which is checked, or on the CPU where that crashed last time.

    Args:
        net: the network, on the CPU.
        model: its package's name, for errors.
        graphs: as `choose_backend` takes them.
        asked: which card, as a job's DEVICE.

    Raises:
        InputError: there is no card, or ncnn cannot compute the network.
    """
    if crashed_last_time():
        return CheckedNet.on_cpu(choose_backend(net, None, graphs), Log(CRASHED))
    card = require_card(asked)
    arrays = _as_arrays(net, graphs)
    if arrays is None:
        raise InputError(
            'The network of {model} has a layer that cannot be computed with Vulkan: set DEVICE to "auto" or "cpu".',
            model=model,
        )
    with first_result():
        ported = _on_ncnn(net, arrays, card)
    return CheckedNet(ported, lambda: choose_backend(net, None, graphs), card.name)


def _on_card(net: SrNet, graphs: Mapping[int, NetworkGraph]) -> TiledNet:
    """Return a network that torch computes on a graphics card, which goes on on the CPU where the card fails."""

    def on_cpu() -> TiledNet:
        with torch.device("meta"):
            found = net.backbone.net(net.bands, net.scale, (0.0,) * net.inputs, (1.0,) * net.inputs)
        weights = {name: value.cpu() for name, value in net.body.state_dict().items()}
        found.body.load_state_dict(weights, assign=True)
        found.mean, found.std = net.mean.cpu(), net.std.cpu()
        prepare(found.requires_grad_(False).eval(), torch.device("cpu"))
        return choose_backend(found.with_halo(net.halo), None, graphs)

    described = describe(net.device)
    checked = CheckedNet(net, on_cpu, described.removeprefix("GPU: "), COARSE_DIFFERENCE, nullcontext)
    checked.tags = {"FINER_DEVICE": described}
    return checked


def _as_arrays(net: SrNet, graphs: Mapping[int, NetworkGraph]) -> ArrayModel | None:
    """Return a network for ncnn, by the package's graph or else by tracing it; none if ncnn cannot compute it here."""
    try:
        import_module(".ncnn", __package__)
    except ImportError:  # a system that ncnn is not built for, or an engine that lacks it
        return None
    weights = {name: value.detach().numpy() for name, value in net.body.state_dict().items()}
    found = ArrayModel(graphs, weights, net.scale)
    try:
        found.require_fit(net.inputs, net.bands)
    except ValueError:  # there is none, or one of another network
        from ...package.tracing import UntraceableError, trace

        try:
            found.graphs = {net.scale: trace(net)}
        except UntraceableError:
            return None
    # Of the net, which may look less far than the network sees.
    found.graphs = {net.scale: found.graph.model_copy(update={"halo": net.halo})}
    return found


def _on_ncnn(net: SrNet, model: ArrayModel, card: VulkanCard | None = None) -> TiledNet:
    """Return the network on ncnn."""
    from .ncnn import NcnnNet

    mean, std = (values.flatten().tolist() for values in (net.mean, net.std))
    return NcnnNet(model.graph, model.weights, mean, std, card=card)


def _measure(nets: Mapping[BackendName, TiledNet]) -> dict[BackendName, float]:
    """Return the seconds that each takes for a small image: the least of some runs, taken by turns.

    What else the computer does meanwhile is then hardly in it, nor what is only done once.
    """
    taken: dict[BackendName, list[float]] = {name: [] for name in nets}
    for net in nets.values():
        _seconds(net, FIRST)
    while all(len(each) < RUNS and sum(each) < ENOUGH for each in taken.values()):
        for name, net in nets.items():
            taken[name].append(_seconds(net, SIDE))
    return {name: min(each) for name, each in taken.items()}


def _seconds(net: TiledNet, side: int) -> float:
    """Return how long an image takes."""
    image = torch.rand(1, net.inputs, side, side).contiguous(memory_format=torch.channels_last)
    began = time.perf_counter()
    with torch.inference_mode():
        net.tail(net.trunk(image), image)
    return time.perf_counter() - began
