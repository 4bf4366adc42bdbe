"""Memory that was freed goes back to the system."""

from __future__ import annotations

import subprocess
import sys

import pytest

MEASURE = """
import re
from pathlib import Path
from sr_core.host_memory import return_freed_memory

def held():
    return int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024

pieces = [bytes(100_000) for _ in range(2000)]  # below the size from which glibc asks the system for each
last = pieces.pop()  # the end of the heap stays in use
del pieces
before = held()
return_freed_memory()
print(before - held(), len(last))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's")
def test_freed_memory_goes_back_to_the_system():
    done = subprocess.run([sys.executable, "-c", MEASURE], check=True, capture_output=True, text=True)
    assert int(done.stdout.split()[0]) > 100  # MB, of 200
