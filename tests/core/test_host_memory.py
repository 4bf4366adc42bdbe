"""Memory that is freed is the system's again."""

import subprocess
import sys

import pytest

PROGRAM = """
import sys
import numpy as np
from sr_core.host_memory import return_large_blocks

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096

if sys.argv[1] == "returned":
    return_large_blocks()
first = np.ones(30_000_000, np.uint8)
del first  # from here on GNU's library takes blocks of this size for its own
before = resident()
blocks, walls = [], []
for _ in range(6):
    blocks.append(np.ones(20_000_000, np.uint8))
    walls.append(np.ones(50_000, np.uint8))  # behind each, so that the heap cannot shrink
blocks.clear()
print(resident() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give it back by themselves")
def test_large_blocks_are_given_back():
    kept, returned = (
        int(subprocess.run([sys.executable, "-c", PROGRAM, how], capture_output=True, check=True).stdout)
        for how in ("kept", "returned")
    )
    assert kept > 80e6 and returned < 20e6
