"""Batches on their way to the device: made by several threads while it learns from those before."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import TypeVar

import torch

from ..datasets.patches import Patches, Share
from ..objectives import Batch
from .autotune import as_batch
from .distributed import ProcessGroup

MOST_THREADS = 4
"""Of a process: numpy and GDAL do most of the work without Python's lock, but not all of it."""

T = TypeVar("T")


def loaded(
    patches: Patches, processes: ProcessGroup, size: int, epoch: int, done: int = 0
) -> Generator[Batch]:
    """What `Patches.batches` has, on the device; however many threads make it, the same in the same order."""
    device = processes.device
    threads = max(1, min(MOST_THREADS, (os.cpu_count() or 1) // processes.here))
    makers = (partial(_waiting, make, device) for make in patches.makers(size, epoch, done))
    with closing(ahead(makers, threads)) as batches:
        for batch in batches:
            lr, hr, valid = (part.to(device, non_blocking=True) for part in batch[:3])
            yield batch._replace(lr=lr, hr=hr, valid=valid)


def ahead(makers: Iterable[Callable[[], T]], threads: int) -> Generator[T]:
    """What each of `makers` makes, in their order, while as many threads make the next ones; no more than these wait."""
    coming: deque[Future[T]] = deque()
    pool = ThreadPoolExecutor(threads, "patches")
    try:
        for make in makers:
            coming.append(pool.submit(make))
            if len(coming) > threads:
                yield coming.popleft().result()
        while coming:
            yield coming.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _waiting(make: Callable[[], Share], device: torch.device) -> Batch:
    """A batch that needs only to be copied to the device: as it will lie there, and for a CUDA card in memory that the
    card fetches it from by itself."""
    share = make()
    batch = as_batch(share, torch.device("cpu"))._replace(first=share.first, total=share.total)
    if device.type != "cuda":
        return batch
    lr, hr, valid = (part.pin_memory() for part in batch[:3])
    return batch._replace(lr=lr, hr=hr, valid=valid)
