"""Locks that the system releases when the process that holds them ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

BUSY = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""Error numbers of a lock that another process holds."""


def take_lock(path: Path, *, create: bool = True) -> int | None:
    """Return the open file of a lock, None if another process holds it; closing it, or exiting, releases it.

    On a file system without locks it is returned as if nobody held it.

    Raises:
        OSError: the file cannot be opened.
    """
    file = os.open(path, os.O_RDWR | (os.O_CREAT if create else 0), 0o666)
    try:
        _lock(file)
    except OSError as error:
        if error.errno in BUSY:
            os.close(file)
            return None
    return file


def is_held(path: Path) -> bool:
    """Return whether a process holds a lock; none holds one whose file is not there."""
    try:
        lock = take_lock(path, create=False)
    except OSError:
        return False
    if lock is not None:
        os.close(lock)
    return lock is None


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
