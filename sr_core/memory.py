"""How much of the computer's memory a run may use."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

IF_UNKNOWN = 2**30
"""Bytes, if the system does not tell its memory."""


def memory_budget(root: Path = Path("/")) -> int:
    """Return bytes: half of the free memory, or a quarter of all memory if the system tells only that.

    Args:
        root: folder of the system's files.
    """
    meminfo = root / "proc" / "meminfo"
    free = meminfo.exists() and re.search(r"MemAvailable:\s+(\d+) kB", meminfo.read_text(encoding="ascii"))
    if free:
        return min([1024 * int(free[1]), *_limits(root)]) // 2
    return _installed() // 4 or IF_UNKNOWN


def _limits(root: Path) -> Iterator[int]:
    """Yield the limits in bytes of this process' control groups, which containers and clusters set."""
    mount = root / "sys" / "fs" / "cgroup"
    for line in (root / "proc" / "self" / "cgroup").read_text(encoding="utf-8").splitlines():
        _, controllers, own = line.split(":", 2)
        if not controllers:  # version 2
            groups, file = mount, "memory.max"
        elif "memory" in controllers.split(","):
            groups, file = mount / "memory", "memory.limit_in_bytes"
        else:
            continue
        group = groups / own.lstrip("/")
        for each in (group, *group.parents):
            limit = each / file
            if limit.exists() and (text := limit.read_text(encoding="ascii").strip()) != "max":
                yield int(text)


def _installed() -> int:
    """Return the bytes of memory in this computer; 0 if it does not tell."""
    if sys.platform == "win32":
        kilobytes = ctypes.c_ulonglong()
        ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes))
        return 1024 * kilobytes.value
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
