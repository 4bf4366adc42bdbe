"""Memory that was freed goes back to the system, or is kept for what follows."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

MEASURE = """
import re
from pathlib import Path
from sr_core.host_memory import held_memory, return_freed_memory

def held():
    told = int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024
    assert abs(held_memory() - told) < 10**6
    return told // 2**20

pieces = [bytes(100_000) for _ in range(2000)]  # below the size from which glibc asks the system for each
last = pieces.pop()  # the end of the heap stays in use
del pieces
before = held()
return_freed_memory()
print(before - held(), len(last))
"""


IN_TURN = """
import re, sys, threading
from pathlib import Path
from sr_core.host_memory import share_freed_memory

def work(number):
    turns[number].wait()
    pieces = [b"x" * 100_000 for _ in range(400)]
    kept.append(pieces.pop())  # the end of the heap stays in use
    del pieces
    turns[number + 1].set()
    turns[-1].wait()

if sys.argv[1] == "shared":
    share_freed_memory()
kept, turns = [], [threading.Event() for _ in range(5)]
threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
turns[0].set()
for thread in threads:
    thread.join()
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's")
def test_threads_use_what_others_have_freed():
    each, shared = (
        int(subprocess.run([sys.executable, "-c", IN_TURN, how], check=True, capture_output=True).stdout)
        for how in ("each", "shared")
    )
    assert shared < each - 80  # MB, of 40 in each of four threads


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's")
def test_freed_memory_goes_back_to_the_system():
    done = subprocess.run([sys.executable, "-c", MEASURE], check=True, capture_output=True, text=True)
    assert int(done.stdout.split()[0]) > 100  # MB, of 200


AGAIN = """
import resource, sys
from sr_core.host_memory import keep_freed_memory

if sys.argv[1] == "kept":
    keep_freed_memory()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(50):
    bytearray(10_000_000)  # as a layer of a network, freed at once
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc is told to")
@pytest.mark.parametrize("keeps", [True, False])
def test_workers_of_dask_do_not_get_the_memory_of_each_layer_anew(keeps):
    """Dask starts its workers with this variable, by which a network took half as long again."""
    command = [sys.executable, "-c", AGAIN, "kept" if keeps else "returned"]
    environment = {**os.environ, "MALLOC_TRIM_THRESHOLD_": "65536"}
    faults = int(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    assert (faults < 10_000) == keeps  # 2,400 pages each time
