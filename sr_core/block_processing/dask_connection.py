"""Connects to a scheduler of dask.distributed, or starts one with workers: processes of this computer, or jobs of SLURM."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..command_line_options import SLURM
from ..errors import InputError, SrError
from ..redaction import redact
from .slurm import slurm_workers

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

CONNECTING = 15
"""Seconds for which a scheduler is waited for."""
CLOSING = 2
"""Seconds that processes have to end by themselves."""
SHORT_LOGS = {
    "distributed.admin.log-length": 100,
    "distributed.admin.low-level-log-length": 100,
    "distributed.admin.system-monitor.log-length": 10,
    "distributed.diagnostics.computations.max-history": 1,
    "distributed.worker.profile.enabled": False,
}
"""Configuration of Dask for the scheduler and the workers that a run starts: what they note for a dashboard, which there is
none of, must not grow with the length of the run. Messages are kept until as many others have followed, each with its blocks."""


def require_dask() -> None:
    """Require that the engine has Dask.

    Raises:
        SrError: It has not.
    """
    try:
        import distributed  # noqa: F401
    except ModuleNotFoundError:
        raise SrError(
            'WORKERS and SCHEDULER need Dask, which the SR engine does not have: run "Set up SR engine" with '
            "CLUSTER."
        ) from None


@contextmanager
def connect(workers: int, scheduler: str | None) -> Iterator[tuple[Client, int | None]]:
    """Connect to a scheduler, or start one with workers on this computer; yield it, and how many workers were started, if any.

    Args:
        workers: Processes to start on this computer.
        scheduler: As for `dask_executor`; None starts one here.

    Raises:
        InputError: There is no scheduler.
    """
    import dask
    from distributed import Client, LocalCluster

    with ExitStack() as stack:
        stack.enter_context(dask.config.set(SHORT_LOGS))  # which workers of this computer are given, too
        if scheduler is None:
            cluster = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,  # of which each computes with several
                memory_limit=0,  # memory is shared out by `memory_shared_by`
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                worker_dashboard_address="127.0.0.1:0",
                scheduler_kwargs={"dashboard": False},
                security=_security(),
                silence_logs=logging.CRITICAL,
            )
            stack.callback(_close, cluster)
            client = stack.enter_context(Client(cluster, set_as_default=False))
            yield client, workers
            return
        if scheduler.startswith(SLURM):
            jobs = stack.enter_context(slurm_workers(Path(scheduler.removeprefix(SLURM))))
            yield stack.enter_context(Client(jobs, set_as_default=False)), None
            return
        try:
            client = Client(scheduler, timeout=CONNECTING, set_as_default=False)
        except (OSError, ValueError) as error:
            raise InputError(
                'There is no Dask scheduler at {address} ({reason}): start one with "dask scheduler" and its workers with '
                '"dask worker {address}", or correct SCHEDULER.',
                address=scheduler,
                reason=redact(str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__),
            ) from None
        stack.enter_context(client)
        yield client, None


def _close(cluster: LocalCluster) -> None:
    """End the processes of a cluster: those that take long are killed, since no block is half-written."""
    pids = [worker.pid for worker in cluster.workers.values()]
    try:
        cluster.close(timeout=CLOSING)
    except TimeoutError:
        for pid in filter(None, pids):
            with suppress(OSError):
                os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def _security() -> Any:
    """Return certificates for this run alone: whoever reaches a scheduler can run any program as its user."""
    from distributed.security import Security

    return Security.temporary()
