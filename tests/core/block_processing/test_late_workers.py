"""Workers of Dask that come after a run has begun, or go: they get blocks, their share of the cores, and a card of their own."""

from __future__ import annotations

import time
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from threading import current_thread, main_thread
from types import SimpleNamespace

import pytest

from sr_core.block_processing import dask_workers
from sr_core.block_processing.block_grid import Block
from sr_core.block_processing.worker_registry import WorkerRegistry
from sr_core.errors import SrError
from sr_core.progress import run_to_end

distributed = pytest.importorskip(
    "distributed", reason="an optional part of the engine: sr_core/requirements-cluster.txt"
)

from sr_core.block_processing import dask_plugin, worker_registry  # noqa: E402
from sr_core.block_processing.worker_registry import own_versions  # noqa: E402

SECONDS = 30
"""Most that a test waits for."""


@dataclass
class NotingComputer:
    """Notes which card each of its blocks was computed with, by which worker."""

    folder: str
    cards: list[int] = field(default_factory=list)
    uses_cards: bool = False
    run_id: str = "noting"

    def choose_card(self, number):
        self.cards.append(number)

    def compute(self, block):
        with open(f"{self.folder}/{block.name}.txt", "a") as note:
            worker = distributed.get_worker()
            note.write(f"{worker.address} {self.cards} {sorted(worker.state.total_resources)}\n")
        time.sleep(0.1)
        return
        yield


@pytest.fixture
def cluster(monkeypatch):
    """A scheduler without workers; they are threads, since starting processes would be most of what these tests take."""
    monkeypatch.setattr(
        dask_plugin, "core_limit", lambda count: nullcontext()
    )  # those of a process are changed
    monkeypatch.setattr(dask_plugin, "memory_shared_by", lambda count: nullcontext())
    monkeypatch.setattr(dask_plugin, "set_thread_variables", lambda: None)
    options = {"n_workers": 0, "threads_per_worker": 1, "memory_limit": 0, "dashboard_address": None}
    with distributed.LocalCluster(**options, processes=False) as cluster:
        yield cluster


@pytest.fixture
def notes(tmp_path):
    """`notes()` are those of a `NotingComputer`: the address of a worker, and the rest."""

    def read():
        return [line.split(" ", 1) for file in sorted(tmp_path.glob("*.txt")) for line in file.open()]

    return read


def blocks(count):
    return [Block(0, number, None) for number in range(count)]


def run_until(work, is_so):
    """Go on with a run until something is so."""
    begun = time.monotonic()
    for step in work:
        if is_so():
            return step
        assert time.monotonic() < begun + SECONDS
    raise AssertionError("the run has ended before")


def test_workers_that_come_one_after_another_share_cores_and_cards(cluster, notes, tmp_path):
    """As the jobs of SLURM start: the run has begun before there is any."""
    with distributed.Client(cluster, set_as_default=False) as client:
        work = dask_workers.run_on_workers(client, NotingComputer(str(tmp_path)), blocks(300), None)
        assert next(work).text == "Waiting for workers"
        cluster.scale(1)
        run_until(work, lambda: len(notes()) > 3)
        cluster.scale(2)
        run_until(work, lambda: len({worker for worker, _ in notes()}) == 2)
        before = set(map(tuple, notes()))

        def slots(dask_worker):
            plugin = dask_worker.plugins["finer-noting"]
            return tuple(plugin.slot)

        run_until(work, lambda: sorted(client.run(slots).values()) == [(0, 2), (1, 2)])
        work.close()
    late = {worker for worker, _ in before} - {notes()[0][0]}
    assert all(text.startswith("[1]") for worker, text in notes() if worker in late)
    assert all(text.startswith("[] ") for worker, text in notes() if worker not in late)


def test_a_worker_that_goes_leaves_its_share_and_its_number(cluster):
    cluster.scale(3)
    with distributed.Client(cluster, set_as_default=False) as client:
        client.wait_for_workers(3, timeout=SECONDS)
        registry = WorkerRegistry(client)
        registry.update()
        first = registry.slots
        assert sorted(first.values()) == [(0, 3), (1, 3), (2, 3)]
        gone = next(worker for worker, slot in first.items() if slot.number == 1)
        client.retire_workers([gone])
        registry.update()
        assert registry.slots == {each: (slot.number, 2) for each, slot in first.items() if each != gone}


def test_a_worker_is_asked_once(cluster, monkeypatch):
    cluster.scale(1)
    with distributed.Client(cluster, set_as_default=False) as client:
        client.wait_for_workers(1, timeout=SECONDS)
        registry = WorkerRegistry(client)
        registry.update()
        monkeypatch.setattr(client, "run", lambda *_, **__: pytest.fail("asked again"))
        registry.update()


def test_blocks_that_are_submitted_later_wait_for_cards_that_have_come(cluster, monkeypatch, tmp_path):
    monkeypatch.setattr(dask_workers, "AT_ONCE", 8)
    monkeypatch.setattr(dask_workers, "PER_WORKER", 1)
    computer = NotingComputer(str(tmp_path), uses_cards=True)
    cluster.scale(1)
    with distributed.Client(cluster, set_as_default=False) as client:
        client.wait_for_workers(1, timeout=SECONDS)
        work = dask_workers.run_on_workers(client, computer, blocks(40), None)
        next(work)  # no worker says that it has a card
        cluster.new_spec["options"]["resources"] = {"GPU": 1}
        cluster.scale(2)
        assert run_to_end(work) == {}
    last = [(tmp_path / f"{block.name}.txt").read_text() for block in blocks(40)[-8:]]
    assert all("GPU" in text for text in last)


def test_a_late_worker_of_another_version_ends_the_run_in_one_sentence(cluster, tmp_path, monkeypatch):
    with distributed.Client(cluster, set_as_default=False) as client:
        work = dask_workers.run_on_workers(client, NotingComputer(str(tmp_path)), blocks(4), None)
        next(work)
        theirs = own_versions()
        monkeypatch.setattr(
            worker_registry,
            "own_versions",
            lambda: {**theirs, "Finer": "99.0" if current_thread() is main_thread() else theirs["Finer"]},
        )
        cluster.scale(1)
        with pytest.raises(
            SrError, match=r"^The worker inproc://.+ has Finer .+, and this run 99\.0: give all"
        ):
            run_until(work, lambda: False)


def test_many_workers_do_not_wait_for_blocks(cluster, monkeypatch, tmp_path):
    """More of them than the blocks that a scheduler knows of at a time."""
    monkeypatch.setattr(dask_workers, "AT_ONCE", 2)
    registry = WorkerRegistry(None)
    registry.slots = dict.fromkeys("abcd")
    with distributed.Client(cluster, set_as_default=False) as client:
        computer = NotingComputer(str(tmp_path))
        queued = dask_workers._BlockQueue(client, computer, blocks(100), 4, registry)
        queued.submit()
        assert len(queued.submitted) >= 4 * 2
        queued.cancel()


def test_a_block_that_is_lost_with_its_worker_after_it_was_done_is_waited_for(cluster, tmp_path):
    """Else the run would say that the scheduler is gone."""
    with distributed.Client(cluster, set_as_default=False) as client:
        computer = NotingComputer(str(tmp_path))
        queued = dask_workers._BlockQueue(client, computer, blocks(1), 1, WorkerRegistry(client))
        lost = SimpleNamespace(
            key="key", status="lost", add_done_callback=lambda put: put(lost), release=list
        )
        queued.submitted, queued.waiting = {"key": (blocks(1)[0], lost)}, []
        queued.finished.put(lost)
        assert queued.take_finished(1) is None and queued.is_unfinished
        lost.status = "finished"
        assert queued.take_finished(1) == ("r0000c0000", lost) and not queued.is_unfinished


def test_zones_start_one_cluster(job, zones, cluster, monkeypatch, tmp_path):
    given, ran, started = [], [], []
    register, run = distributed.Client.register_plugin, distributed.Client.run

    @contextmanager
    def connect(workers, scheduler):
        started.append(workers)
        cluster.scale(2)
        with distributed.Client(cluster, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=SECONDS)
            yield client, 2

    monkeypatch.setattr(dask_workers, "connect", connect)
    monkeypatch.setattr(distributed.Client, "run", lambda *a, **k: ran.append(a) or run(*a, **k))
    monkeypatch.setattr(
        distributed.Client, "register_plugin", lambda *a: given.append(a[1].name) or register(*a)
    )
    run_to_end(job(workers=2, input=str(zones), target_crs="EPSG:32633").run())
    assert len(set(given)) == 2 and len(started) == 1 and len(ran) == 1
    assert (tmp_path / "sr.vrt").exists()


def test_workers_are_as_many_as_blocks_and_end_with_the_last_ones(tmp_path):
    """Not with the run, which then joins the blocks."""
    computer = NotingComputer(str(tmp_path))
    with dask_workers.dask_executor(2, None, calls=2) as execute:
        run_to_end(execute(computer, blocks(1)))
        cluster = execute.__self__.registry.client.cluster
        assert len(cluster.worker_spec) == 1
        work = execute(computer, blocks(8))
        next(work)
        assert len(cluster.worker_spec) == 2
        run_to_end(work)
        assert cluster.status in (distributed.Status.closing, distributed.Status.closed)
