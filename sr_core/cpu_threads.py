"""Tells how many processor cores a run computes on, and lets its threads sleep while they wait."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Generator, Iterator, MutableMapping
from contextlib import contextmanager
from functools import cache, wraps
from pathlib import Path
from typing import Any

from .control_groups import control_group_folders
from .progress import Log, Progress

OMP_THREADS = "OMP_NUM_THREADS"
WORKER_THREADS = "FINER_WORKER_THREADS"
"""How many threads a worker of Dask computes with, which sets the other variable to 1 whatever is meant."""

WAITING = {
    # Threads that spin while they wait for the next layer take the core from whoever works: beside two to six other
    # programs a network took 1.8 to 2.5 times as long, of its own processor time too.
    "OMP_WAIT_POLICY": "PASSIVE",
    # Sleeping at once costs 18 % where nothing else runs, after a short while (of GNU's OpenMP, in turns of a loop) 7 %;
    # beside other programs that while costs 7 %. With 20 000 turns it is 1 % and 27 %.
    "GOMP_SPINCOUNT": "5000",
    # Numpy's threads spin as well, and its matrices here are too small for several: 6 to 20 times as fast with one.
    "OPENBLAS_NUM_THREADS": "1",
}
"""Environment variables that libraries read when they are loaded, as processing_provider/engine/environment_variables.py has them."""

_limit: int | None = None


def set_thread_variables(variables: MutableMapping[str, str] = os.environ, root: Path = Path("/")) -> None:
    """Set how the threads of libraries wait, and how many there are; before torch, ncnn and numpy are imported.

    What the user has set is kept. Programs that this process starts inherit it.

    Args:
        variables: Environment variables.
        root: Folder of the system's files.
    """
    for name, value in WAITING.items():
        # A spin count would overrule a policy that the user has set.
        if name != "GOMP_SPINCOUNT" or variables.get("OMP_WAIT_POLICY") == WAITING["OMP_WAIT_POLICY"]:
            variables.setdefault(name, value)
    cores = available_cores(root)
    if cores < (
        os.cpu_count() or 1
    ):  # OpenMP counts all of the computer's, whatever a container may use of them
        variables.setdefault(OMP_THREADS, str(cores))


@cache
def available_cores(root: Path = Path("/")) -> int:
    """Return how many processor cores this process may use; threads that share a core count once.

    Args:
        root: Folder of the system's files.
    """
    if not hasattr(os, "sched_getaffinity"):
        return os.cpu_count() or 1
    shared = set()
    for number in os.sched_getaffinity(0):
        core = root / f"sys/devices/system/cpu/cpu{number}/topology/thread_siblings_list"
        shared.add(core.read_text(encoding="ascii").strip() if core.exists() else str(number))
    return max(1, min([len(shared), *_quotas(root)]))


def _quotas(root: Path) -> Iterator[int]:
    """Yield the limits in cores of this process' control groups; of a part of a core a whole one."""
    for folder, version in control_group_folders(root, "cpu"):
        files = ["cpu.max"] if version == 2 else ["cpu.cfs_quota_us", "cpu.cfs_period_us"]
        if all((folder / name).exists() for name in files):
            text = " ".join((folder / name).read_text(encoding="ascii") for name in files)
            quota, period = text.split()
            if quota not in ("max", "-1"):
                yield math.ceil(int(quota) / int(period))


def core_count() -> int:
    """Return on how many cores this run may work: for threads that read, cut, pack and write."""
    return _limit or available_cores()


def compute_threads() -> int:
    """Return how many threads a network is computed with: THREADS, else OMP_NUM_THREADS, else `core_count`."""
    asked = os.environ.get(OMP_THREADS, "").split(",")[0].strip()
    return _limit or (int(asked) if asked.isdecimal() and int(asked) else core_count())


@contextmanager
def core_limit(asked: int | None) -> Iterator[None]:
    """Work on at most so many cores within the block; None or 0 for as many as there are."""
    global _limit
    if not asked:
        yield
        return
    outer, variable, torch_threads = _limit, os.environ.get(OMP_THREADS), _torch_threads()
    _limit = min(asked, os.cpu_count() or 1)
    os.environ[OMP_THREADS] = str(_limit)  # for libraries that are loaded within the block
    _set_torch_threads(_limit)
    try:
        yield
    finally:
        _limit = outer
        os.environ.pop(OMP_THREADS)
        if variable is not None:
            os.environ[OMP_THREADS] = variable
        _set_torch_threads(torch_threads or compute_threads())


def _torch_threads() -> int | None:
    """Return how many threads torch computes with; None while it is not loaded, which is not done for this."""
    torch = sys.modules.get("torch")
    return int(torch.get_num_threads()) if torch else None


def _set_torch_threads(count: int) -> None:
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(count)


Work = Generator[Progress | Log, None, Any]


def on_limited_cores(run: Callable[[Any], Work]) -> Callable[[Any], Work]:
    """Return a job's `run` that works on as many cores as its THREADS says, if it has that."""

    @wraps(run)
    def limited(job: Any) -> Work:
        with core_limit(getattr(job, "threads", None)):
            return (yield from run(job))

    return limited
