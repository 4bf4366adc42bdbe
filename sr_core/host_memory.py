"""Tells how much of the computer's memory a run may use and which errors mean that there is too little; returns freed memory."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .control_groups import control_group_folders

IF_UNKNOWN = 2**30
"""Bytes, if the system does not tell its memory."""


_processes = 1


@contextmanager
def memory_shared_by(processes: int) -> Iterator[None]:
    """Use within the block only this process' share of the memory that so many have together."""
    global _processes
    outer, _processes = _processes, processes
    try:
        yield
    finally:
        _processes = outer


def memory_budget(root: Path = Path("/")) -> int:
    """Return bytes: half of the free memory, or a quarter of all memory if the system tells only that.

    Of processes that share it (`memory_shared_by`) each has a part of that.

    Args:
        root: folder of the system's files.
    """
    meminfo = root / "proc" / "meminfo"
    free = meminfo.exists() and re.search(r"MemAvailable:\s+(\d+) kB", meminfo.read_text(encoding="ascii"))
    if free:
        return min([1024 * int(free[1]), *_limits(root)]) // 2 // _processes
    return (_installed_bytes() // 4 or IF_UNKNOWN) // _processes


def held_memory(root: Path = Path("/")) -> int | None:
    """Return the bytes that this process holds now; None where the system does not tell.

    Args:
        root: Folder of the system's files.
    """
    try:
        pages = int((root / "proc" / "self" / "statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


def return_freed_memory() -> None:
    """Give memory that was freed back to the system, which glibc keeps for later; nothing where the C library is another."""
    if sys.platform == "linux":
        with suppress(AttributeError):  # musl has no such function
            ctypes.CDLL(None).malloc_trim(0)


ARENAS = -8
"""glibc's number for the most heaps that it keeps (M_ARENA_MAX)."""


def share_freed_memory() -> None:
    """Let threads that start from now on use memory that others have freed; nothing where the C library is another than glibc.

    Heaps that exist are still used, so that the more threads have allocated before, the less it saves. By itself glibc keeps a heap for each thread, which grows to the most that this thread has ever held, and further as
    its free blocks are scattered: over a large raster by a third of the memory.
    """
    if sys.platform == "linux":
        with suppress(AttributeError):
            ctypes.CDLL(None).mallopt(ARENAS, 1)


MMAP_THRESHOLD, TRIM_THRESHOLD = -3, -1
"""glibc's numbers for the size from which memory is given back to the system as soon as it is freed (M_MMAP_THRESHOLD), and
for how much freed memory it keeps (M_TRIM_THRESHOLD)."""
MOST_KEPT = 2**26
"""Bytes of freed memory that glibc comes to keep by itself in a process that frees large arrays."""


def keep_freed_memory() -> None:
    """Keep some freed memory for what is allocated next; nothing where the C library is another than glibc.

    That is what glibc does by itself, but not in workers that Dask starts, whose environment (MALLOC_TRIM_THRESHOLD_) gives all
    of it back at once: then a network takes half as long again, to get its memory anew for each layer.
    """
    if sys.platform == "linux":
        with suppress(AttributeError):
            ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, MOST_KEPT // 2)
            ctypes.CDLL(None).mallopt(TRIM_THRESHOLD, MOST_KEPT)


OUT_OF_MEMORY = ("out of memory", "not enough memory", "ALLOC_FAILED")
"""Parts of what torch says then, of Apple's and Intel's cards, of the processor, and of NVIDIA's libraries."""


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether there was too little memory, on a graphics card or on the processor; torch need not be loaded."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    return isinstance(error, RuntimeError) and any(text in str(error) for text in OUT_OF_MEMORY)


def _limits(root: Path) -> Iterator[int]:
    """Yield the limits in bytes of this process' control groups."""
    for folder, version in control_group_folders(root, "memory"):
        limit = folder / ("memory.max" if version == 2 else "memory.limit_in_bytes")
        if limit.exists() and (text := limit.read_text(encoding="ascii").strip()) != "max":
            yield int(text)


def _installed_bytes() -> int:
    """Return the bytes of memory in this computer; 0 if it does not tell."""
    if sys.platform == "win32":
        kilobytes = ctypes.c_ulonglong()
        ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes))
        return 1024 * kilobytes.value
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
