"""Finds the largest batch that fits: by trial on a CUDA card, elsewhere by an estimate of its memory."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from copy import deepcopy

import torch
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..device import spare_memory
from ..objectives import Batch, Learner
from ..progress import Log, Progress
from .options import TrainingOptions
from .random_seed import seeded

MAX_SIZE = {"cuda": 256}
"""Patches in a batch, by device type: with more, an epoch has too few steps."""

MAX_SIZE_ELSEWHERE = 16
"""Most patches in a batch on other devices: on a CPU a larger batch is no faster per patch (see docs/training.md)."""

MIN_STEPS = 16
"""Least steps of an epoch: with few tiles, a batch that fits into memory may be too large to learn from."""

MEMORY_SHARE = 0.8
"""Share of a card's memory that a trial may use: validation and other programs need some too."""

BACKWARD_FACTOR = 2.3
"""Memory of the backward pass, relative to the memory that the forward pass keeps for it; 1.3 to 2.3 were measured."""


def find_batch_size(
    net: SrNet | DiffusionNet,
    options: TrainingOptions,
    patches: Callable[[int], Batch],
    count: int,
    bands: Sequence[str],
) -> Generator[Progress | Log, None, int]:
    """Return the largest power of two of patches that fits into memory and leaves an epoch enough steps.

    Net and random numbers stay as they are.

    Args:
        net: The network to train, on its device.
        options: Objective and optimisation of the training.
        patches: Function that returns a batch of a given number of patches.
        count: Number of patches in an epoch.
        bands: Descriptions of the net's bands.
    """
    yield Progress(0, "Looking for a batch size")
    kind = net.device.type
    limit = max(1, min(MAX_SIZE.get(kind, MAX_SIZE_ELSEWHERE), count // MIN_STEPS))
    largest = _largest_by_trial if kind == "cuda" else _largest_by_estimate
    with seeded(0, net.device):
        # A training of one step uses all losses: losses that an objective adds later need memory as well.
        learner = options.objective.start(deepcopy(net).train(), 1e-6, 1, bands, options)
        size = largest(learner, net.device, patches, limit)
    if size > limit // 2:
        yield Log(
            "Batches of {size} patches: larger ones would fit, but would not make an epoch better or faster.",
            size=size,
        )
    else:
        yield Log("Batches of {size} patches: {more} do not fit into memory.", size=size, more=2 * size)
    return size


def _largest_by_trial(
    learner: Learner, device: torch.device, patches: Callable[[int], Batch], limit: int
) -> int:
    """Double the batch until a step runs out of memory or uses more than `MEMORY_SHARE`."""
    size, total = 1, torch.cuda.get_device_properties(device).total_memory
    while 2 * size <= limit:
        try:
            torch.cuda.reset_peak_memory_stats(device)
            learner.step(patches(2 * size))
            used = torch.cuda.max_memory_reserved(device)
        except torch.cuda.OutOfMemoryError:
            break
        finally:
            torch.cuda.empty_cache()
        if used > MEMORY_SHARE * total:
            break
        size *= 2
    return size


def _largest_by_estimate(
    learner: Learner, device: torch.device, patches: Callable[[int], Batch], limit: int
) -> int:
    """Double the batch while what autograd saves for its patches fits into spare memory."""
    saved: dict[int, int] = {}

    def note(tensor: Tensor) -> Tensor:
        storage = tensor.untyped_storage()
        saved[storage.data_ptr()] = storage.nbytes()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor):
        learner.step(patches(1))
    per_patch = BACKWARD_FACTOR * sum(saved.values())
    size = 1
    while 2 * size <= limit and 2 * size * per_patch <= spare_memory(device):
        size *= 2
    return size
