"""Measures how long each of several backends takes for a network on this computer."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import numpy as np

from ..memory_tiling import TiledNet, tiles_at_once, to_device, without_gradients

SIDE, FIRST, RUNS, ENOUGH = 48, 8, 3, 0.3
"""Side in pixels of the measured image, side of the image that runs first, most runs, and seconds after which no run
begins."""

Name = TypeVar("Name", bound=str)


def measure_seconds(nets: Mapping[Name, TiledNet]) -> dict[Name, float]:
    """Return the seconds that each network takes for a small image: the least of some runs, taken by turns.

    What else the computer does meanwhile is then hardly in it, nor what is only done once.
    """
    taken: dict[Name, list[float]] = {name: [] for name in nets}
    for net in nets.values():
        _seconds(net, FIRST)
    while all(len(each) < RUNS and sum(each) < ENOUGH for each in taken.values()):
        for name, net in nets.items():
            taken[name].append(_seconds(net, SIDE))
    return {name: min(each) for name, each in taken.items()}


def _seconds(net: TiledNet, side: int) -> float:
    """Return how long an image takes, of as many as are computed at once."""
    pixels = np.random.default_rng(0).random((1, net.inputs, side, side), np.float32)
    image, count = to_device(net, pixels), tiles_at_once(net)

    def predict(_: int) -> None:
        with without_gradients(net):
            net.tail(net.trunk(image), image)

    with ThreadPoolExecutor(count) as pool:
        began = time.perf_counter()
        list(pool.map(predict, range(count)))
        return (time.perf_counter() - began) / count
