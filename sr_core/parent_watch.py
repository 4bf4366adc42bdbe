"""Ends the process if its parent dies while libraries are loaded, when nobody reads standard input yet.

A thread that reads it would block libraries while they are loaded on Windows; this one only looks at the parent.
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress

VARIABLE = "FINER_PARENT"
"""Environment variable with the parent's process id: a launcher may stand between, as in Windows' environments."""

INTERVAL = 0.25  # seconds between two looks
CANCELLED = 130

_stopped = threading.Event()


def start_watching() -> None:
    """Exit as soon as the process that `VARIABLE` names is gone, until `stop_watching`."""
    with suppress(KeyError, ValueError):
        parent = int(os.environ[VARIABLE])
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def stop_watching() -> None:
    """Leave it to standard input from now on, which the system closes when the parent dies."""
    _stopped.set()


def _watch(parent: int) -> None:
    is_child = os.getppid() == parent
    while not _stopped.wait(INTERVAL):
        if os.getppid() != parent if is_child else not _is_running(parent):
            os._exit(CANCELLED)  # nothing is begun, so that nothing is left


def _is_running(pid: int) -> bool:
    """Whether a process runs that is not this one's parent."""
    if sys.platform == "win32":
        import ctypes

        synchronize, still_waiting = 0x00100000, 0x00000102
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = kernel.OpenProcess(synchronize, False, pid)
        if not handle:
            return False
        try:
            return bool(kernel.WaitForSingleObject(ctypes.c_void_p(handle), 0) == still_waiting)
        finally:
            kernel.CloseHandle(ctypes.c_void_p(handle))
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
