"""Batches on their way to the device, and how many tiles stay in memory."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from functools import partial

import numpy as np
import pytest
import torch

from sr_core.datasets.augmentation import Augmentation
from sr_core.datasets.patches import Patches
from sr_core.datasets.tile_cache import TileCache
from sr_core.host_memory import IF_UNKNOWN, memory_budget
from sr_core.training import batch_prefetching
from sr_core.training.batch_prefetching import load_batches, prefetch
from sr_core.training.distributed import ProcessGroup

PARTS = ("lr", "hr", "valid")


@pytest.mark.parametrize("threads", [1, 4])
@pytest.mark.parametrize("limit", [0, 2**30])
def test_threads_change_nothing(make_tileset, monkeypatch, threads, limit):
    monkeypatch.setattr(batch_prefetching, "core_count", lambda: threads)
    augmentation = Augmentation((1.0, 1.0, 1.0), 0.2, 0.5)
    patches = Patches(TileCache(make_tileset(train=5), limit), 12, 3, augmentation=augmentation)
    wanted = list(patches.batches(4, 1))[2:]
    found = list(load_batches(patches, ProcessGroup.join("cpu"), 4, 1, done=2))
    for batch, share in zip(found, wanted, strict=True):
        assert all(np.array_equal(getattr(batch, part).numpy(), getattr(share, part)) for part in PARTS)
        assert (batch.first, batch.total) == (share.first, share.total)
        assert batch.hr.is_contiguous(memory_format=torch.channels_last)


def test_order_is_kept_whichever_is_ready_first():
    def made(number):
        time.sleep(0.02 * (number % 3 == 0))
        return number

    assert list(prefetch((partial(made, number) for number in range(20)), 4)) == list(range(20))


def test_no_more_wait_than_there_are_threads():
    made = []
    with closing(prefetch((partial(made.append, number) for number in range(100)), 3)) as items:
        next(items)
        time.sleep(0.1)
        assert sorted(made) == [0, 1, 2, 3]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("patches")]


def test_what_fails_does_so_in_its_turn():
    def made(number):
        if number == 2:
            raise ValueError("a damaged tile")
        return number

    items = prefetch((partial(made, number) for number in range(9)), 4)
    assert [next(items), next(items)] == [0, 1]
    with pytest.raises(ValueError, match="a damaged tile"):
        next(items)


@pytest.fixture
def system(tmp_path):
    """The files of a Linux that has 8 GiB free and runs this process in a group of its own."""

    def write(path, text):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
        return tmp_path

    write("proc/meminfo", f"MemTotal: 1 kB\nMemAvailable:  {8 * 2**20} kB\n")
    write("proc/self/cgroup", "5:cpu,cpuacct:/cpu\n4:hugetlb,memory:/old/job_7\n0::/slurm/job_7/step_0\n")
    return write


def test_half_of_what_is_free_may_be_kept(system):
    assert memory_budget(system("sys/fs/cgroup/memory.max", "max\n")) == 4 * 2**30


@pytest.mark.parametrize("group", ["slurm/job_7/step_0", "slurm/job_7", "slurm"])
def test_a_cluster_may_allow_less(system, group):
    assert memory_budget(system(f"sys/fs/cgroup/{group}/memory.max", f"{3 * 2**30}\n")) == 1.5 * 2**30


@pytest.mark.parametrize("group", ["memory/old/job_7", "memory/old", "memory"])
def test_so_may_one_that_has_control_groups_of_version_1(system, group):
    assert memory_budget(system(f"sys/fs/cgroup/{group}/memory.limit_in_bytes", f"{2**30}\n")) == 2**29


@pytest.mark.parametrize(
    "file", ["slurm/job_8/memory.max", "memory/old/job_8/memory.limit_in_bytes", "cpu/memory.max"]
)
def test_another_job_s_limit_is_its_own(system, file):
    assert memory_budget(system(f"sys/fs/cgroup/{file}", "1024\n")) == 4 * 2**30


@pytest.mark.parametrize(("installed", "kept"), [(16 * 2**30, 4 * 2**30), (0, IF_UNKNOWN)])
def test_a_quarter_of_all_memory_where_no_more_is_known(tmp_path, monkeypatch, installed, kept):
    monkeypatch.setattr("sr_core.host_memory._installed_bytes", lambda: installed)
    assert memory_budget(tmp_path) == kept
