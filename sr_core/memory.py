"""How much of a computer's memory may be kept for the length of a run."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

IF_UNKNOWN = 2**30
"""Bytes, where the system says nothing of its memory."""


def room(root: Path = Path("/")) -> int:
    """Bytes: half of what is free, or a quarter of all memory where the system tells only that.

    Args:
        root: where the system's files lie.
    """
    meminfo = root / "proc" / "meminfo"
    free = meminfo.exists() and re.search(r"MemAvailable:\s+(\d+) kB", meminfo.read_text(encoding="ascii"))
    if free:
        return min([1024 * int(free[1]), *_allowed(root)]) // 2
    return _installed() // 4 or IF_UNKNOWN


def _allowed(root: Path) -> Iterator[int]:
    """Bytes that this process may have by each control group it is in, as containers and clusters set them."""
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
    """Bytes of memory in this computer; 0 if it does not say."""
    if sys.platform == "win32":
        kilobytes = ctypes.c_ulonglong()
        ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes))
        return 1024 * kilobytes.value
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
