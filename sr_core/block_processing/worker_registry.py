"""The workers of a Dask scheduler, which come and go, and how those that share cores divide them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import SrError
from ..redaction import redact
from .worker_slot import WorkerSlot

if TYPE_CHECKING:
    from distributed import Client


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
        from .dask_plugin import describe_worker, own_versions, require_same

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
