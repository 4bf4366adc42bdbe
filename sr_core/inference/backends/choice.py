"""Chooses what computes a network on this computer: the faster one, found by a short measurement that is kept."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Mapping
from typing import Literal

import torch
from pydantic import TypeAdapter, ValidationError

from ...atomic_write import atomic_write
from ...backbones import SrNet
from ...device import hardware
from ...errors import InputError, OutputError
from ...host_memory import memory_budget
from ...paths import home_folder
from ...progress import Log
from ...vulkan import VulkanCard, crashed_last_time, first_result, require_card
from ..memory_tiling import TiledNet, choose_tile_size
from .checked import CRASHED, CheckedNet

BackendName = Literal["torch", "ncnn"]

SIDE, FIRST, RUNS, ENOUGH = 48, 8, 3, 0.3
"""Pixels of the image that is measured on, and of one before; how often at most, and after how many seconds no more."""
CLOSE = 1.1
"""Up to this ratio of times the first choice stays: so that results do not change with what else the computer does."""
MOST = 2**32
"""Bytes that a tile may take on ncnn, if there is as much."""
FILE = "backends.json"

_Kept = TypeAdapter(dict[str, dict[BackendName, float]])


def choose_backend(net: SrNet, asked: BackendName | None = None) -> TiledNet:
    """Return a network as what computes it fastest here, with the same results.

    On a graphics card that is torch, which the network is on already. On the CPU it is ncnn, unless that cannot be used
    here, cannot compute this network or needs too much memory for it, or the measurement says otherwise.

    Args:
        net: the network, on the device that is to compute it.
        asked: the backend to take, whatever is faster.
    """
    if asked == "torch" or net.device.type != "cpu":
        return net
    ported = _on_ncnn(net)
    if ported is None or (asked is None and not (_fits(ported) and _is_faster(net, ported))):
        return net
    return ported


def choose_vulkan(net: SrNet, model: str) -> TiledNet:
    """Return a network on a graphics card by Vulkan, which is checked, or on the CPU where that crashed last time.

    Args:
        net: the network, on the CPU.
        model: its package's name, for errors.

    Raises:
        InputError: there is no card, or ncnn cannot compute the network.
    """
    if crashed_last_time():
        return CheckedNet.on_cpu(choose_backend(net), Log(CRASHED))
    card = require_card()
    with first_result():
        ported = _on_ncnn(net, card)
    if ported is None:
        raise InputError(
            'The network of {model} has a layer that cannot be computed with Vulkan: set DEVICE to "auto" or "cpu".',
            model=model,
        )
    return CheckedNet(ported, lambda: choose_backend(net), card.name)


def _on_ncnn(net: SrNet, card: VulkanCard | None = None) -> TiledNet | None:
    """Return the network on ncnn; none if that is not possible."""
    from ...package.tracing import UntraceableError, trace

    try:
        from .ncnn import NcnnNet
    except ImportError:  # a system that ncnn is not built for, or an engine that lacks it
        return None
    try:
        graph = trace(net)
    except UntraceableError:
        return None
    weights = {name: value.detach().numpy() for name, value in net.body.state_dict().items()}
    mean, std = (values.flatten().tolist() for values in (net.mean, net.std))
    return NcnnNet(graph, weights, mean, std, card=card)


def _fits(net: TiledNet) -> bool:
    """Return whether the memory suffices for a tile; of a network that sees far it is mostly surroundings."""
    side = choose_tile_size(net) + 2 * net.halo
    return 4 * net.trunk_activation_floats * side**2 <= min(MOST, memory_budget())


def _is_faster(net: SrNet, ported: TiledNet) -> bool:
    """Return whether a network is to run as `ported`, as was measured here before or is now."""
    key = _key(net)
    kept = _load()
    if key not in kept:
        kept[key] = _measure({"torch": net, "ncnn": ported})
        _save(kept)
    return kept[key]["ncnn"] <= CLOSE * kept[key]["torch"]


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


def _key(net: SrNet) -> str:
    """Return what a measurement is valid for, in short."""
    import ncnn

    # Not the number of threads: THREADS must not change a result.
    versions = (torch.__version__, ncnn.__version__, hardware()["processor"])
    described = (net.backbone.dump(), net.inputs, net.bands, net.scale)
    return hashlib.sha256(json.dumps([versions, described], sort_keys=True).encode()).hexdigest()[:32]


def _load() -> dict[str, dict[BackendName, float]]:
    try:
        return _Kept.validate_json((home_folder() / FILE).read_bytes())
    except (OSError, ValidationError):
        return {}


def _save(kept: dict[str, dict[BackendName, float]]) -> None:
    """Keep measurements, if the folder can be written."""
    path = home_folder() / FILE
    with contextlib.suppress(OSError, OutputError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path) as file:
            file.write_bytes(_Kept.dump_json(kept))
