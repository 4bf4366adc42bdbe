"""Computes blocks on workers of dask.distributed: processes of this computer, or those that a scheduler has elsewhere."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from ..errors import SrError
from ..progress import Progress
from ..redaction import redact
from .block_executor import ATTEMPTS, BlockT, Computer, Executor, Failures, NamedBlock, Work
from .dask_connection import CONNECTING, connect, require_dask
from .worker_registry import WorkerRegistry

if TYPE_CHECKING:
    from distributed import Client, Future

AT_ONCE = 4000
"""Blocks that the scheduler knows of at a time, about: its memory must not grow with the result."""
PER_WORKER = 8
"""Least number of these for a worker, so that thousands of workers do not wait for blocks."""
HEARTBEAT = 0.5
"""Seconds between two looks whether the run goes on, and which workers there are."""


@contextmanager
def dask_executor(workers: int | None, scheduler: str | None, calls: int = 1) -> Iterator[Executor]:
    """Yield an executor of blocks on the workers of Dask, to which it connects, or which it starts, when it is first called.

    Args:
        workers: Processes to start on this computer.
        scheduler: Address of a scheduler whose workers are taken in their place, or a file for SLURM after `SLURM`.
        calls: Times that it is called, after which the workers end: what a run does then with its blocks may take long.

    Raises:
        SrError: The engine lacks Dask.
    """
    require_dask()
    with ExitStack() as connection:
        executor = _DaskExecutor(workers or 1, scheduler, calls, connection)
        yield executor.execute


class _DaskExecutor:
    """Computes the blocks of one result after the other on the same workers."""

    def __init__(self, workers: int, scheduler: str | None, calls: int, connection: ExitStack) -> None:
        """Take what `dask_executor` takes, and what ends the workers."""
        self.workers, self.scheduler, self.calls, self.connection = workers, scheduler, calls, connection
        self.registry: WorkerRegistry | None = None

    def execute(self, computer: Computer[BlockT], blocks: Sequence[BlockT]) -> Work:
        """Compute blocks; see `Executor`."""
        failures: Failures = {}
        if blocks:
            registry, share = self._connect(min(self.workers, len(blocks)))
            failures = yield from run_on_workers(registry.client, computer, blocks, share, registry)
        self.calls -= 1
        if not self.calls:
            self.connection.close()
        return failures

    def _connect(self, workers: int) -> tuple[WorkerRegistry, int | None]:
        """Connect unless that is done, and start so many processes if there are fewer; return how many were started, if any."""
        if self.registry is None:
            client, share = self.connection.enter_context(connect(workers, self.scheduler))
            self.registry = WorkerRegistry(client)
            return self.registry, share
        if self.scheduler is not None:
            return self.registry, None
        cluster = self.registry.client.cluster
        workers = max(workers, len(cluster.workers))
        cluster.scale(workers)
        return self.registry, workers


def run_on_workers(
    client: Client,
    computer: Computer[BlockT],
    blocks: Sequence[BlockT],
    share: int | None,
    registry: WorkerRegistry | None = None,
) -> Work:
    """Compute blocks on the workers of a client, each of which loads the model once; return which failed.

    Args:
        client: Connected to the scheduler.
        computer: Computes a block; travels to the workers.
        blocks: In the order in which they are begun.
        share: Number of workers that this run has started on this computer; None where others have started them.
        registry: The workers of the client, as far as they are known from blocks that were computed before.

    Raises:
        SrError: The scheduler is gone, or its workers have another version.
    """
    registry, failures = registry or WorkerRegistry(client), Failures()
    try:
        registry.update()
        queued = _BlockQueue(client, computer, blocks, share, registry)
    except (OSError, TimeoutError, CancelledError):
        raise _scheduler_gone() from None
    try:
        looked = time.monotonic()
        while queued.is_unfinished:
            if client.status != "running":
                raise _scheduler_gone()
            queued.submit()
            finished = queued.take_finished(HEARTBEAT)
            if finished and finished[1].status == "cancelled":
                raise _scheduler_gone()
            if finished and finished[1].status == "error":
                failures[finished[0]] = _reason(finished[1].exception(timeout=CONNECTING))
            if time.monotonic() > looked + HEARTBEAT:
                try:
                    queued.follow_workers()
                except (OSError, TimeoutError, CancelledError):
                    raise _scheduler_gone() from None
                looked = time.monotonic()
            if finished is None and not registry.slots:
                yield Progress(queued.done / len(blocks), "Waiting for workers")
            else:
                done, total = queued.done, len(blocks)
                yield Progress(done / total, "{done} of {total} blocks", done=done, total=total)
    finally:
        if client.status == "running":
            queued.cancel()
    return failures


class _BlockQueue:
    """Blocks that wait, and those that the scheduler knows of."""

    def __init__(
        self,
        client: Client,
        computer: Computer[Any],
        blocks: Sequence[NamedBlock],
        share: int | None,
        registry: WorkerRegistry,
    ) -> None:
        """Take what `run_on_workers` takes, and give the computer to the workers."""
        from .dask_plugin import BlockPlugin

        self.client, self.registry, self.total = client, registry, len(blocks)
        self.waiting = list(reversed(blocks))
        self.submitted: dict[str, tuple[NamedBlock, Future]] = {}
        self.finished: queue.SimpleQueue[Future] = queue.SimpleQueue()
        self.told = {} if share else dict(registry.slots)
        self.plugin = BlockPlugin(computer, share, self.told)
        client.register_plugin(self.plugin)

    @property
    def is_unfinished(self) -> bool:
        """Whether a block is not done."""
        return bool(self.waiting or self.submitted)

    @property
    def done(self) -> int:
        """Number of blocks that are done."""
        return self.total - len(self.waiting) - len(self.submitted)

    def submit(self) -> None:
        """Let the scheduler know of more blocks, if it has few."""
        from .dask_plugin import compute_block, forget_task_names

        size = max(AT_ONCE, PER_WORKER * len(self.registry.slots)) // 2
        while self.waiting and len(self.submitted) <= size:
            forget_task_names()  # of blocks that are done, in the scheduler of this process
            run = self.plugin.name
            on_cards = self.plugin.computer.uses_cards and self.registry.has_cards
            blocks = [self.waiting.pop() for _ in range(min(size, len(self.waiting)))]
            futures = self.client.map(
                compute_block,
                blocks,
                run=run,
                key=[f"{run}-{block.name}" for block in blocks],  # what the scheduler shows and logs
                retries=ATTEMPTS - 1,
                pure=False,
                resources={"GPU": 1} if on_cards else None,
            )
            for block, future in zip(blocks, futures, strict=True):
                self.submitted[future.key] = block, future
                future.add_done_callback(self.finished.put)

    def take_finished(self, timeout: float) -> tuple[str, Future] | None:
        """Return the name of a block that is done or has failed, and its future; None if there is none within `timeout` (s)."""
        try:
            future = self.finished.get(timeout=timeout)
        except queue.Empty:
            return None
        if future.status == "lost":  # with its worker, after it was done: the scheduler has it done again
            future.add_done_callback(self.finished.put)
            return None
        block, _ = self.submitted.pop(future.key)
        future.release()
        return block.name, future

    def follow_workers(self) -> None:
        """Look which workers there are now, and let them know how they share their cores."""
        from .dask_plugin import take_slot

        self.registry.update()
        slots = self.registry.slots if self.plugin.started is None else {}
        changed = {worker: slot for worker, slot in slots.items() if self.told.get(worker) != slot}
        if changed:
            taken = self.client.run(
                take_slot,
                run=self.plugin.name,
                slots=changed,
                workers=list(changed),
                on_error="ignore",
            )
            self.told |= {worker: changed[worker] for worker, has_plugin in taken.items() if has_plugin}

    def cancel(self) -> None:
        """Take back all blocks, and the computer from the workers."""
        self.client.cancel([future for _, future in self.submitted.values()], force=True)
        self.client.unregister_worker_plugin(self.plugin.name)


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
