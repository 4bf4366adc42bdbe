"""The most memory that a process has held, without that of the process that started it."""

from __future__ import annotations

import os
import re
from pathlib import Path


def peak_memory(process: int | None = None) -> int:
    """Return the most memory (bytes) that a process has held so far; 0 where the system does not tell, or it has ended.

    Not `ru_maxrss`: in Linux that counts what the process that started it held as well.

    Args:
        process: Its id; none is this one.
    """
    try:
        status = Path(f"/proc/{process or os.getpid()}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return 1024 * int(found[1]) if found else 0
