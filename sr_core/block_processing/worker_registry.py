"""The workers of a Dask scheduler, which come and go, and how those that share cores divide them."""

from __future__ import annotations

import os
import platform
import socket
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, NamedTuple

from .. import __version__
from ..errors import SrError
from ..redaction import redact

if TYPE_CHECKING:
    from distributed import Client


COMPARED = ("distributed", "dask", "torch", "ncnn", "rasterio")
"""Packages whose versions must be the same everywhere."""


class WorkerSlot(NamedTuple):
    """Which of the workers that share the cores of a computer, or of a job on it, a worker is."""

    number: int
    """From 0; kept as long as the worker is there."""
    share: int
    """How many there are now."""


class WorkerRegistry:
    """The workers of a scheduler."""

    def __init__(self, client: Client) -> None:
        """Know no worker yet.

        Args:
            client: Connected to the scheduler.
        """
        self.client = client
        self._cores: dict[str, dict[int, str]] = {}
        self.slots: dict[str, WorkerSlot] = {}
        """Slots of the workers by their addresses."""
        self.has_cards = False
        """Whether a worker announces a graphics card, as the resource GPU."""

    def update(self) -> None:
        """Look which workers there are. Only those that are new are asked for their cores and versions.

        Raises:
            SrError: A worker has another version of the engine, or none.
            OSError: The scheduler is gone.
        """
        there = set(self.client.nthreads())
        if there == self.slots.keys():
            return
        cores = self._ask(there - self.slots.keys())
        for slots in self._cores.values():
            for number in [number for number, worker in slots.items() if worker not in there]:
                del slots[number]
        for worker, name in sorted(cores.items()):
            slots = self._cores.setdefault(name, {})
            free = next(number for number in range(len(slots) + 1) if number not in slots)
            slots[free] = worker
        self.slots = {
            worker: WorkerSlot(number, len(slots))
            for slots in self._cores.values()
            for number, worker in slots.items()
        }
        known = self.client.scheduler_info(n_workers=-1)["workers"].values()
        self.has_cards = any("GPU" in worker["resources"] for worker in known)

    def _ask(self, workers: set[str]) -> dict[str, str]:
        """Return names of the cores that workers use (`cores_name`), by their addresses; without those that have ended meanwhile.

        Raises:
            SrError: A worker has another version of the engine, or none.
        """
        if not workers:
            return {}
        own, cores = own_versions(), {}
        answers = self.client.run(describe_worker, workers=sorted(workers), on_error="return")
        for worker, answer in answers.items():
            if isinstance(answer, OSError):
                continue
            if isinstance(answer, BaseException):
                raise SrError(
                    "The worker {worker} cannot load Finer's engine ({reason}): start it with the Python of the same SR "
                    "engine, with PYTHONPATH set to the plugin's folder.",
                    worker=worker,
                    reason=redact(str(answer)),
                )
            versions, cores[worker] = answer
            require_same(versions, own, worker)
        return cores


def describe_worker() -> tuple[dict[str, str], str]:
    """Return the versions of this process (`own_versions`), and the name of its cores (`cores_name`)."""
    return own_versions(), cores_name()


def cores_name() -> str:
    """Return a name of the cores that this process may use: workers of the same name share them."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else ()
    return f"{socket.gethostname()} {cores}"


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
