"""Plugin of dask.distributed's workers, which computes one block after the other, with what it loads for the first."""

from __future__ import annotations

import os
import platform
import socket
from collections.abc import Collection, Mapping
from importlib.metadata import PackageNotFoundError, version
from types import MappingProxyType
from typing import Any

from dask.utils import key_split
from distributed import Worker, WorkerPlugin, get_worker

from .. import __version__
from ..cpu_threads import (
    OMP_THREADS,
    WORKER_THREADS,
    compute_threads,
    core_count,
    core_limit,
    set_thread_variables,
)
from ..errors import SrError
from ..host_memory import keep_freed_memory, memory_shared_by, share_freed_memory
from ..progress import run_to_end
from .block_executor import Computer, NamedBlock

COMPARED = ("distributed", "dask", "torch", "ncnn", "rasterio")
"""Packages whose versions must be the same everywhere."""


NO_PLACES: Mapping[str, Collection[str]] = MappingProxyType({})
"""Where no worker is known."""


class BlockPlugin(WorkerPlugin):  # type: ignore[misc] # distributed has no types
    """Computes blocks in a worker."""

    def __init__(
        self, computer: Computer[Any], share: int | None, places: Mapping[str, Collection[str]] = NO_PLACES
    ) -> None:
        """Take the state that travels to the worker.

        Args:
            computer: Computes blocks.
            share: Number of workers that this run has started, which share the cores of the job, and the memory; None where
                others have started them.
            places: Those by the cores that they share (`own_place`), as addresses.
        """
        self.computer, self.versions = computer, own_versions()
        self.here = self.versions
        self.name = f"finer-{computer.run_id}"
        self.share, self.places = share or 1, places
        self.threads = max(1, compute_threads() // share) if share else None
        self.address = ""

    def setup(self, worker: Worker) -> None:
        """Begin in a worker; of several graphics cards each worker of a computer takes the next one."""
        self.address, self.here = worker.address, own_versions()  # which takes as long as a small block
        keep_freed_memory()
        share_freed_memory()
        number = int(worker.name) if self.threads else 0
        if self.threads is None:
            beside = sorted({*self.places.get(own_place(), ()), worker.address})
            self.share, number = len(beside), beside.index(worker.address)
            self.threads = threads_of_worker(self.share)
            set_thread_variables()
        if self.share > 1:
            self.computer.choose_card(number)

    def compute(self, block: NamedBlock) -> None:
        """Compute a block.

        Raises:
            SrError: It cannot be computed.
        """
        require_same(self.here, self.versions, self.address)
        forget_task_names()
        with core_limit(self.threads), memory_shared_by(self.share):
            run_to_end(self.computer.compute(block))


def compute_block(block: NamedBlock, run: str) -> None:
    """Compute a block in a worker.

    Args:
        block: The block.
        run: Name of the run's plugin.

    Raises:
        SrError: It cannot be computed.
    """
    worker = get_worker()
    try:
        worker.plugins[run].compute(block)
    except SrError:
        raise
    except Exception as error:  # whose text may hold an address with a signature
        raise SrError("{kind}: {reason}", kind=type(error).__name__, reason=error) from None


def forget_task_names() -> None:
    """Empty Dask's cache of the names that task names begin with: it keeps 100,000 of them, 2 MB for each 10,000."""
    key_split.cache_clear()


def own_place() -> str:
    """Return a name of the cores that this process may use: workers of the same name share them."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else ()
    return f"{socket.gethostname()} {cores}"


def threads_of_worker(share: int) -> int:
    """Return how many threads a worker computes with that this run has not started.

    Dask starts each worker with OMP_NUM_THREADS=1, so that only more than that can be a wish of the user; 1 is asked for by
    `WORKER_THREADS`.

    Args:
        share: Number of workers that share its cores.
    """
    asked = [os.environ.get(name, "").split(",")[0].strip() for name in (WORKER_THREADS, OMP_THREADS)]
    wished, inherited = (int(text) if text.isdecimal() else 0 for text in asked)
    return wished or (inherited if inherited > 1 else max(1, core_count() // share))


def own_versions() -> dict[str, str]:
    """Return the versions of Finer, Python and the packages that must be the same on all computers, by name."""
    found = {"Finer": __version__, "Python": ".".join(platform.python_version_tuple()[:2])}
    for package in COMPARED:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "none"
    return found


def require_same(theirs: Mapping[str, str], own: Mapping[str, str], worker: str) -> None:
    """Require that a worker has the versions of this run.

    Args:
        theirs: Versions of the worker, by name.
        own: Versions of this run, by name.
        worker: The worker's address.

    Raises:
        SrError: One differs.
    """
    for name, mine in own.items():
        if theirs.get(name) != mine:
            raise SrError(
                "The worker {worker} has {name} {theirs}, and this run {own}: give all computers the same SR engine.",
                worker=worker,
                name=name,
                theirs=theirs.get(name, "none"),
                own=mine,
            )
