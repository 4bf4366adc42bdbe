"""Plugin of dask.distributed's workers, which computes one block after the other, with what it loads for the first."""

from __future__ import annotations

import os
import platform
import socket
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from threading import Event
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
from .worker_slot import WorkerSlot

COMPARED = ("distributed", "dask", "torch", "ncnn", "rasterio")
"""Packages whose versions must be the same everywhere."""

SLOT_WAIT = 60
"""Seconds for which a worker that has come late waits until the run lets it know with how many it shares its cores."""

NO_SLOTS: Mapping[str, WorkerSlot] = MappingProxyType({})
"""Where no worker is known."""


class BlockPlugin(WorkerPlugin):  # type: ignore[misc] # distributed has no types
    """Computes blocks in a worker."""

    def __init__(
        self, computer: Computer[Any], started: int | None, slots: Mapping[str, WorkerSlot] = NO_SLOTS
    ) -> None:
        """Take the state that travels to the worker.

        Args:
            computer: Computes blocks.
            started: Number of workers that this run has started, which share the cores of the job, and the memory; None where
                others have started them.
            slots: Slots of those that are there already, by their addresses.
        """
        self.computer, self.versions = computer, own_versions()
        self.here = self.versions
        self.name = f"finer-{computer.run_id}"
        self.started, self.slots = started, slots
        self.wished = max(1, compute_threads() // started) if started else 0
        self.slot: WorkerSlot | None = None
        self.address = ""

    def setup(self, worker: Worker) -> None:
        """Begin in a worker."""
        self.address, self.here = worker.address, own_versions()  # which takes as long as a small block
        self.has_slot = Event()
        keep_freed_memory()
        share_freed_memory()
        slot = WorkerSlot(int(worker.name), self.started) if self.started else self.slots.get(self.address)
        if not self.started:
            self.wished = wished_threads()
            set_thread_variables()
        if slot:
            self.take_slot(slot)

    def teardown(self, worker: Worker) -> None:
        """Let a block that waits for a slot go: the run has ended."""
        self.has_slot.set()

    def take_slot(self, slot: WorkerSlot) -> None:
        """Share cores and memory with so many others from the next block on.

        Of several graphics cards each worker of a computer takes the next one, and keeps it: the model is there.
        """
        if self.slot is None and slot != (0, 1):
            self.computer.choose_card(slot.number)
        self.slot = slot
        self.has_slot.set()

    def compute(self, block: NamedBlock) -> None:
        """Compute a block.

        Raises:
            SrError: It cannot be computed.
        """
        require_same(self.here, self.versions, self.address)
        forget_task_names()
        self.has_slot.wait(SLOT_WAIT)
        if self.slot is None:
            raise SrError(
                "The worker {worker} came late, and the run did not let it know with how many it shares its cores: run again.",
                worker=self.address,
            )
        threads = self.wished or max(1, core_count() // self.slot.share)
        with core_limit(threads), memory_shared_by(self.slot.share):
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


def take_slot(run: str, slots: Mapping[str, WorkerSlot], dask_worker: Worker) -> bool:
    """Let the plugin of a run know the slot of its worker; return whether the worker has that plugin.

    Args:
        run: Name of the plugin.
        slots: Slots by the addresses of workers.
        dask_worker: The worker, which Dask gives to a parameter of this name.
    """
    plugin = dask_worker.plugins.get(run)
    if plugin is None:
        return False
    plugin.take_slot(slots[dask_worker.address])
    return True


def describe_worker() -> tuple[dict[str, str], str]:
    """Return the versions of this process (`own_versions`), and the name of its cores (`cores_name`)."""
    return own_versions(), cores_name()


def cores_name() -> str:
    """Return a name of the cores that this process may use: workers of the same name share them."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else ()
    return f"{socket.gethostname()} {cores}"


def wished_threads() -> int:
    """Return how many threads the user of a worker that this run has not started wants it to compute with; 0: an equal share.

    Dask starts each worker with OMP_NUM_THREADS=1, so that only more than that can be a wish of the user; 1 is asked for by
    `WORKER_THREADS`.
    """
    asked = [os.environ.get(name, "").split(",")[0].strip() for name in (WORKER_THREADS, OMP_THREADS)]
    wished, inherited = (int(text) if text.isdecimal() else 0 for text in asked)
    return wished or (inherited if inherited > 1 else 0)


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
