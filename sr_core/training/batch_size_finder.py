"""The largest batch that fits: on a graphics card by trying, elsewhere by what a patch keeps in memory."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from copy import deepcopy

import torch
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..device import spare_memory
from ..objectives import Batch, Learner, Objective
from ..optim.optimisation import Optimisation
from ..progress import Log, Progress

MOST = {"cuda": 256}
"""Patches in a batch; beyond that an epoch has too few steps for what they bring."""

MOST_ELSEWHERE = 16
"""Where a larger batch is no faster for each patch, as on a CPU (docs/training.md has the figures)."""

FEWEST_STEPS = 16
"""Of an epoch: with few tiles a batch that fits may be too large to learn from."""

SHARE = 0.8
"""Of a graphics card's memory that a trial may have used: validation and the other programs need some too."""

GRADIENTS = 2.3
"""Times what is kept on the way forward that there is at once on the way back: measured, 1.3 to 2.3."""


def find_batch_size(
    net: SrNet | DiffusionNet,
    objective: Objective,
    patches: Callable[[int], Batch],
    count: int,
    bands: Sequence[str],
    optimisation: Optimisation,
) -> Generator[Progress | Log, None, int]:
    """A power of two of patches, of which an epoch has `count`; `patches` gives as many as it is asked for.

    Net and random numbers stay as they are.
    """
    yield Progress(0, "Looking for a batch size")
    kind = net.device.type
    most = max(1, min(MOST.get(kind, MOST_ELSEWHERE), count // FEWEST_STEPS))
    fitting = _tried if kind == "cuda" else _reckoned
    with torch.random.fork_rng(devices=[net.device] if kind == "cuda" else []):
        torch.manual_seed(0)
        # Of a single step, so that it is a whole one: what an objective leaves out at first needs memory later.
        learner = objective.start(deepcopy(net).train(), 1e-6, 1, bands, optimisation)
        found = fitting(learner, net.device, patches, most)
    if found > most // 2:
        yield Log(
            "Batches of {size} patches: more would fit, but not make an epoch better or faster.", size=found
        )
    else:
        yield Log("Batches of {size} patches: {more} do not fit into memory.", size=found, more=2 * found)
    return found


def _tried(learner: Learner, device: torch.device, patches: Callable[[int], Batch], most: int) -> int:
    """Doubled until a step runs out of memory, or leaves too little of it."""
    size, whole = 1, torch.cuda.get_device_properties(device).total_memory
    while 2 * size <= most:
        try:
            torch.cuda.reset_peak_memory_stats(device)
            learner.step(patches(2 * size))
            used = torch.cuda.max_memory_reserved(device)
        except torch.cuda.OutOfMemoryError:
            break
        finally:
            torch.cuda.empty_cache()
        if used > SHARE * whole:
            break
        size *= 2
    return size


def _reckoned(learner: Learner, device: torch.device, patches: Callable[[int], Batch], most: int) -> int:
    """Doubled as long as what its patches keep for the way back fits into spare memory."""
    kept: dict[int, int] = {}

    def note(tensor: Tensor) -> Tensor:
        storage = tensor.untyped_storage()
        kept[storage.data_ptr()] = storage.nbytes()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor):
        learner.step(patches(1))
    each = GRADIENTS * sum(kept.values())
    size = 1
    while 2 * size <= most and 2 * size * each <= spare_memory(device):
        size *= 2
    return size
