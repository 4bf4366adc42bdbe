"""Loads batches onto the device: several threads make the next ones while the device learns."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import TypeVar

import torch

from ..cpu_threads import core_count
from ..datasets.patches import PatchBatch, Patches
from ..objectives import Batch
from .autotune import to_batch
from .distributed import ProcessGroup

MAX_THREADS = 4
"""Most loading threads of a process: numpy and GDAL do most of their work, but not all, without Python's lock."""

T = TypeVar("T")


def load_batches(
    patches: Patches, processes: ProcessGroup, size: int, epoch: int, done: int = 0
) -> Generator[Batch]:
    """Yield what `Patches.batches` yields, on the device; the number of threads does not change it.

    Args:
        patches: Training patches of this process.
        processes: The processes of the training, which share the computer's processor cores.
        size: Patches in a batch, in all processes.
        epoch: Index of the epoch, from 0.
        done: Number of batches of the epoch that are skipped.
    """
    device = processes.device
    threads = max(1, min(MAX_THREADS, core_count() // processes.local_count))
    makers = (partial(_stage, make, device) for make in patches.batch_tasks(size, epoch, done))
    with closing(prefetch(makers, threads)) as batches:
        for batch in batches:
            lr, hr, valid = (tensor.to(device, non_blocking=True) for tensor in batch[:3])
            yield batch._replace(lr=lr, hr=hr, valid=valid)


def prefetch(makers: Iterable[Callable[[], T]], threads: int) -> Generator[T]:
    """Yield the results of `batch_tasks` in their order, of which `threads` are made ahead, each in a thread."""
    pending: deque[Future[T]] = deque()
    pool = ThreadPoolExecutor(threads, "patches")
    try:
        for make in makers:
            pending.append(pool.submit(make))
            if len(pending) > threads:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _stage(make: Callable[[], PatchBatch], device: torch.device) -> Batch:
    """Make a batch in the device's memory format, and for a CUDA card in pinned memory, from which it copies by itself."""
    share = make()
    batch = to_batch(share, torch.device("cpu"))._replace(first=share.first, total=share.total)
    if device.type != "cuda":
        return batch
    lr, hr, valid = (tensor.pin_memory() for tensor in batch[:3])
    return batch._replace(lr=lr, hr=hr, valid=valid)
