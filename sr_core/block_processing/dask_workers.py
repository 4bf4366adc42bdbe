"""Computes blocks on workers of dask.distributed: processes of this computer, or those that a scheduler has elsewhere."""

from __future__ import annotations

import logging
import os
import queue
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..command_line_options import SLURM
from ..errors import InputError, SrError
from ..progress import Progress
from ..redaction import redact
from .block_executor import ATTEMPTS, BlockT, Computer, Executor, Failures, Work
from .slurm import slurm_workers

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster

    from .dask_plugin import BlockPlugin

CONNECTING = 15
"""Seconds for which a scheduler is waited for."""
CLOSING = 2
"""Seconds that processes have to end by themselves."""
AT_ONCE = 4000
"""Blocks that the scheduler knows of at a time, about: its memory must not grow with the result."""
SHORT_LOGS = {
    "distributed.admin.log-length": 100,
    "distributed.admin.low-level-log-length": 100,
    "distributed.admin.system-monitor.log-length": 10,
    "distributed.diagnostics.computations.max-history": 1,
    "distributed.worker.profile.enabled": False,
}
"""Configuration of Dask for the scheduler and the workers that a run starts: what they note for a dashboard, which there is
none of, must not grow with the length of the run. Messages are kept until as many others have followed, each with its blocks."""
HEARTBEAT = 0.5
"""Seconds between two looks whether the run goes on."""


def dask_executor(workers: int | None, scheduler: str | None) -> Executor:
    """Return an executor of blocks on the workers of Dask.

    Args:
        workers: Processes to start on this computer.
        scheduler: Address of a scheduler whose workers are taken in their place, or a file for SLURM after `SLURM`.

    Raises:
        SrError: The engine lacks Dask.
    """
    require_dask()

    def execute(computer: Computer[BlockT], blocks: Sequence[BlockT]) -> Work:
        if not blocks:
            return {}
        with connect(min(workers or 1, len(blocks)), scheduler) as (client, share):
            return (yield from run_on_workers(client, computer, blocks, share))

    return execute


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


def run_on_workers(
    client: Client, computer: Computer[BlockT], blocks: Sequence[BlockT], share: int | None
) -> Work:
    """Compute blocks on the workers of a client, each of which loads the model once; return which failed.

    Args:
        client: Connected to the scheduler.
        computer: Computes a block; travels to the workers.
        blocks: In the order in which they are begun.
        share: Number of workers that this run has started on this computer; None where others have started them.

    Raises:
        SrError: The scheduler is gone, or its workers have another version.
    """
    from .dask_plugin import BlockPlugin

    try:
        _require_same_versions(client)
        plugin = BlockPlugin(computer, share, {} if share else _find_places(client))
        client.register_plugin(plugin)
    except (OSError, TimeoutError, CancelledError):
        raise _scheduler_gone() from None
    finished: queue.SimpleQueue[Future] = queue.SimpleQueue()
    future: Future | None
    waiting, failures = list(reversed(blocks)), Failures()
    flying: dict[str, Future] = {}
    names: dict[str, str] = {}
    try:
        while waiting or flying:
            if client.status != "running":
                raise _scheduler_gone()
            while waiting and len(flying) <= AT_ONCE // 2:
                more = [waiting.pop() for _ in range(min(AT_ONCE // 2, len(waiting)))]
                for block, future in zip(more, _submit(client, more, plugin), strict=True):
                    flying[future.key], names[future.key] = future, block.name
                    future.add_done_callback(finished.put)
            try:
                future = finished.get(timeout=HEARTBEAT)
            except queue.Empty:
                future = None
            if future is not None:
                if future.status in ("cancelled", "lost"):
                    raise _scheduler_gone()
                if future.status == "error":
                    failures[names[future.key]] = _reason(future.exception(timeout=CONNECTING))
                names.pop(future.key)
                flying.pop(future.key).release()
            done, total = len(blocks) - len(waiting) - len(flying), len(blocks)
            if future is None and not client.scheduler_info(n_workers=1)["workers"]:
                yield Progress(done / total, "Waiting for workers")
            else:
                yield Progress(done / total, "{done} of {total} blocks", done=done, total=total)
    finally:
        if client.status == "running":
            client.cancel(list(flying.values()), force=True)
            client.unregister_worker_plugin(plugin.name)
    return failures


def _submit(client: Client, blocks: Sequence[BlockT], plugin: BlockPlugin) -> list[Future]:
    from .dask_plugin import compute_block, forget_task_names

    forget_task_names()  # of blocks that are done, in the scheduler of this process
    known, run = client.scheduler_info(n_workers=-1)["workers"].values(), plugin.name
    has_cards = plugin.computer.uses_cards and any("GPU" in worker["resources"] for worker in known)
    futures: list[Future] = client.map(
        compute_block,
        blocks,
        run=run,
        key=[f"{run}-{block.name}" for block in blocks],  # what the scheduler shows and logs
        retries=ATTEMPTS - 1,
        pure=False,
        resources={"GPU": 1} if has_cards else None,
    )
    return futures


def _scheduler_gone() -> SrError:
    return SrError(
        "The Dask scheduler is gone: when there is one again, the same run continues with the blocks that are "
        "missing."
    )


def _reason(error: BaseException | None) -> str:
    """Return why a block failed, as a sentence."""
    if type(error).__name__ == "KilledWorker":
        return "the processes that computed it were ended again and again, perhaps for want of memory"
    return redact(str(error) or type(error).__name__)


def _find_places(client: Client) -> dict[str, list[str]]:
    """Return the addresses of all workers there are, by the cores that they share."""
    from .dask_plugin import own_place

    places: dict[str, list[str]] = {}
    for worker, place in client.run(own_place, on_error="ignore").items():
        places.setdefault(place, []).append(str(worker))
    return places


def _require_same_versions(client: Client) -> None:
    """Require that all workers there are have what this process has.

    Raises:
        SrError: They have not.
    """
    from .dask_plugin import own_versions, require_same

    own = own_versions()
    for worker, theirs in client.run(own_versions, on_error="return").items():
        if isinstance(theirs, OSError):  # it has ended meanwhile; one that comes later compares for itself
            continue
        if isinstance(theirs, BaseException):
            raise SrError(
                "The worker {worker} cannot load Finer's engine ({reason}): start it with the Python of the same SR engine, "
                "with PYTHONPATH set to the plugin's folder.",
                worker=worker,
                reason=redact(str(theirs)),
            )
        require_same(theirs, own, str(worker))
