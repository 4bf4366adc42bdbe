"""What a user left for the computer to find out before a training: batch size and learning rate."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..datasets.patches import Patches, Share
from ..datasets.tileset import TilePair
from ..objectives import Batch, Objective
from ..progress import Log, Progress
from ..schema import Config
from .batch_size_finder import find_batch_size
from .distributed import ProcessGroup
from .learning_rate_finder import RangeTest, find_learning_rate
from .settings import Settings


class TunedSettings(Config):
    """What a training goes by, given or found."""

    batch_size: int
    learning_rate: float
    range_test: RangeTest | None = None
    """How the learning rate was found; none where it was given."""


def find(
    net: SrNet | DiffusionNet,
    objective: Objective,
    patches: Patches,
    settings: Settings,
    processes: ProcessGroup,
    before: TunedSettings | None = None,
) -> Generator[Progress | Log, None, TunedSettings]:
    """Batch size, and then the learning rate for it; `before` is what an interrupted training had found.

    Net and random numbers stay as they are. Of several processes the first finds out for all.
    """
    if before:
        return before.model_copy(update={"learning_rate": settings.learning_rate or before.learning_rate})
    size, rate, test = settings.batch_size, settings.learning_rate or 0.0, None
    alone = replace(patches, process=0, processes=1)
    bands = patches.tiles.tileset.info.bands
    if not size:
        if processes.leads:
            size = yield from find_batch_size(
                net,
                objective,
                lambda count: as_batch(next(alone.batches(count, 0)), net.device),
                len(alone) // processes.count,
                bands,
                settings.optimisation,
            )
        # What fits is what one process has of a batch.
        size = processes.count * round(_of_first(size, processes))
    if not rate:
        if processes.leads:
            own, scale = -(-size // processes.count), net.scale
            batches = (as_batch(batch, net.device) for batch in alone.batches(own, 0))
            test = yield from find_learning_rate(
                net, objective, batches, bands, settings.optimisation, settings.seed
            )
            net.serve(scale)
            rate = test.chosen
        rate = _of_first(rate, processes)
    return TunedSettings(batch_size=size, learning_rate=rate, range_test=test)


def _of_first(value: float, processes: ProcessGroup) -> float:
    """What the first process has for the others, who have 0."""
    if processes.count == 1:
        return value
    kind = torch.float32 if processes.device.type == "mps" else torch.float64
    return float(processes.total(torch.tensor(value, dtype=kind, device=processes.device)))


def as_batch(pair: TilePair | Share, device: torch.device) -> Batch:
    """Patches on the device, in the memory format that convolutions are fast in."""
    lr, hr = (_laid_out(image, device) for image in (pair.lr, pair.hr))
    return Batch(lr, hr, torch.from_numpy(pair.valid).to(device))


def _laid_out(image: NDArray[np.float32], device: torch.device) -> Tensor:
    return torch.from_numpy(image).to(device, memory_format=torch.channels_last)
