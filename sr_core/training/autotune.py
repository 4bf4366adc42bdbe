"""Finds the batch size and the learning rate that the user left to Finer, and the precision that is faster here."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from itertools import islice

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..datasets.patches import PatchBatch, Patches
from ..datasets.tileset import TilePair
from ..objectives import Batch
from ..progress import Log, Progress
from ..schema import Config
from .batch_size_finder import find_batch_size
from .distributed import ProcessGroup, StepPrecision
from .learning_rate_finder import RangeTest, find_learning_rate
from .options import TrainingOptions
from .precision_choice import choose_precision, may_be_faster, precision_of_older
from .time_budget import TimePlan


class TunedSettings(Config):
    """Batch size, learning rate and precision of a training, given or found; stored in checkpoints."""

    batch_size: int
    """Patches in a step, summed over all processes."""
    learning_rate: float
    range_test: RangeTest | None = None
    """How the learning rate was found; None where it was given."""
    precision: StepPrecision | None = None
    """Precision of the steps; None in checkpoints of versions that did not store it."""
    plan: TimePlan | None = None
    """What the time of the training is expected to hold; None where epochs are counted."""


def autotune(
    net: SrNet | DiffusionNet,
    patches: Patches,
    options: TrainingOptions,
    processes: ProcessGroup,
    before: TunedSettings | None = None,
) -> Generator[Progress | Log, None, TunedSettings]:
    """Return batch size, learning rate and precision: first the size, then the rate and the precision for it.

    Size and rate are found where they are not given.

    Net and random numbers stay as they are. The first of several processes finds them for all.

    Args:
        net: The network to train, on its device.
        patches: Training patches of this process.
        options: Options of the training; a batch_size of 0 and a learning_rate of None are to be found.
        processes: The processes of the training.
        before: Settings that an interrupted training had found; they are taken over.
    """
    if before:
        taken = options.learning_rate or before.learning_rate
        precision = before.precision or precision_of_older(net.device)
        return before.model_copy(update={"learning_rate": taken, "precision": precision})
    size, rate, test = options.batch_size, options.learning_rate or 0.0, None
    all_patches = replace(patches, process=0, processes=1)
    bands = patches.tiles.tileset.info.bands
    if not size:
        if processes.is_leader:
            size = yield from find_batch_size(
                net,
                options,
                lambda count: to_batch(next(all_patches.batches(count, 0)), net.device),
                len(all_patches) // processes.count,
                bands,
            )
        # The trial finds how much of a batch fits into one process.
        size = processes.count * processes.fabric.broadcast(size)
    if not rate:
        if processes.is_leader:
            share, scale = -(-size // processes.count), net.scale
            batches = (to_batch(batch, net.device) for batch in all_patches.batches(share, 0))
            test = yield from find_learning_rate(net, options, batches, bands)
            net.set_scale(scale)
            rate = test.chosen
        rate = processes.fabric.broadcast(rate)
    faster: StepPrecision = "32-true"
    if processes.is_leader and may_be_faster(net.device):
        share = -(-size // processes.count)
        some = [to_batch(each, net.device) for each in islice(all_patches.batches(share, 0), 2)]
        faster = yield from choose_precision(net, options, some, bands)
    faster = processes.fabric.broadcast(faster)
    return TunedSettings(batch_size=size, learning_rate=rate, range_test=test, precision=faster)


def to_batch(pair: TilePair | PatchBatch, device: torch.device) -> Batch:
    """Return patches as tensors on the device, in the memory format in which convolutions are fast."""

    def tensor(image: NDArray[np.float32]) -> Tensor:
        return torch.from_numpy(image).to(device, memory_format=torch.channels_last)

    return Batch(tensor(pair.lr), tensor(pair.hr), torch.from_numpy(pair.valid).to(device))
