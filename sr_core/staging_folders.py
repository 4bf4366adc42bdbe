"""Hidden folders in which results are written: who holds one, and removing those of runs that have died.

.finer-PID-RANDOM/     PID is that of the process
  .finer-owner         host, process id and start of the process; locked as long as it writes here
  .finer-old/          what the new result takes the place of, while it does
  ...                  the new result
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from .file_lock import take_lock

PREFIX = ".finer-"
UNFINISHED, LOCK = f"{PREFIX}unfinished-", "lock"
"""Prefix of folders that are kept for the next run, and name of the file in them that a run locks: see `resumable_output`."""
OWNER, OLD = ".finer-owner", ".finer-old"
NAME = re.compile(re.escape(PREFIX) + r"(?P<pid>\d+)-\w+")

NEWBORN = 60.0
"""Seconds for which an empty folder without an owner is taken to be one that is just being made."""

STALE = 30 * 86400.0
"""Seconds without a change after which a folder of another computer counts as left behind, where no lock is held."""

UNMARKED = 7 * 86400.0
"""The same for a folder that does not say whose it is, on a disk that other computers may share."""

SHARED_DISKS = re.compile(
    r"nfs|cifs|smb|9p|afs|ceph|lustre|gpfs|beegfs|gluster|fuse|davfs|vboxsf|virtiofs|drvfs"
)

swapping = threading.RLock()
"""Held while an old result gives way to a new one: a process must not be ended in between if it can be helped."""


def make_folder(parent: Path) -> tuple[Path, int | None]:
    """Return a new folder of this process in `parent`, and its open lock, which is held until it is closed.

    Raises:
        OSError: the folder cannot be written to.
    """
    sweep(parent)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=parent))
    lock = None
    with suppress(OSError):  # the folder serves without
        pid = os.getpid()
        mark = json.dumps({"host": socket.gethostname(), "pid": pid, "start": _ticks(pid)})
        # It appears with its mark, since one without may belong to a process that is just writing it. Windows renames no
        # open file.
        new = folder / (OWNER if os.name == "nt" else f"{OWNER}-new")
        lock = take_lock(new)
        if lock is not None:
            os.write(lock, mark.encode())
        if new.name != OWNER:
            os.replace(new, folder / OWNER)
    return folder, lock


def remove_folder(folder: Path, lock: int | None) -> None:
    """Remove a folder, after giving back what it still holds of an older result."""
    with swapping:
        try:
            give_back(folder)
        except OSError:  # something is in use: the next run tries again
            if lock is not None:
                os.close(lock)
            return
        if os.name != "nt":  # before another process can take the lock
            shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            with suppress(OSError):
                os.close(lock)
        if os.name == "nt":  # where an open file cannot be removed
            shutil.rmtree(folder, ignore_errors=True)


def put_away(folder: Path, target: Path, beside: list[Path]) -> None:
    """Move an older result and what lies beside it out of sight.

    Raises:
        OSError: something is in use; all is as it was.
    """
    old = folder / OLD
    old.mkdir()
    (old / "names").write_text(json.dumps([target.name, *(path.name for path in beside)]), encoding="utf-8")
    (old / "files").mkdir()
    try:
        for path in (target, *beside):
            if os.path.lexists(path):
                os.rename(path, old / "files" / path.name)
    except OSError:
        give_back(folder)
        raise


def give_back(folder: Path) -> None:
    """Undo `put_away`, unless the new result is in its place.

    Raises:
        OSError: a file cannot be moved.
    """
    old = folder / OLD
    try:
        target, *beside = json.loads((old / "names").read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return
    if not os.path.lexists(folder.parent / target):
        for name in (*beside, target):  # what makes it a result last
            if os.path.lexists(old / "files" / name):
                os.rename(old / "files" / name, folder.parent / name)
    shutil.rmtree(old, ignore_errors=True)


def sweep(parent: Path) -> None:
    """Remove the folders in `parent` of processes that have died. Never fails."""
    try:
        folders = [
            Path(each.path) for each in os.scandir(parent) if NAME.fullmatch(each.name) and each.is_dir()
        ]
    except OSError:
        return
    for folder in folders:
        with suppress(OSError):
            lock = _lock_of_dead(folder)
            if lock is not None:
                remove_folder(folder, lock if lock >= 0 else None)


def unfinished_results(parent: Path) -> list[tuple[Path, int]]:
    """Return the folders in `parent` in which runs that were stopped have left their part, and the bytes in each."""
    try:
        folders = sorted(path for path in parent.glob(f"{UNFINISHED}*") if path.is_dir())
    except OSError:
        return []
    return [(each, size) for each in folders if not _is_locked(each) and (size := bytes_in(each))]


def bytes_in(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                total += os.lstat(os.path.join(place, name)).st_size
    return total


def _is_locked(folder: Path) -> bool:
    """Whether a run goes on in the folder of an unfinished result."""
    try:
        lock = take_lock(folder / LOCK, create=False)
    except OSError:
        return False
    if lock is not None:
        os.close(lock)
    return lock is None


def _lock_of_dead(folder: Path) -> int | None:
    """Return the lock of a folder whose process has died, -1 if it has none; None if the process may live."""
    try:
        lock = take_lock(folder / OWNER, create=False)
    except FileNotFoundError:
        return -1 if _is_abandoned(folder) else None
    if lock is None:
        return None
    if _is_dead(folder, os.read(lock, 4096)):
        return lock
    os.close(lock)
    return None


def _is_dead(folder: Path, mark: bytes) -> bool:
    """Whether the process that a mark names has died; its lock is not held, or cannot be on this disk."""
    try:
        owner = json.loads(mark)
        host, pid, start = owner["host"], int(owner["pid"]), owner["start"]
    except (ValueError, KeyError, TypeError):
        return time.time() - _last_change(folder) > NEWBORN
    if host != socket.gethostname():
        return time.time() - _last_change(folder) > STALE
    return not _is_alive(pid) or (start is not None and _ticks(pid) not in (start, None))


def _is_abandoned(folder: Path) -> bool:
    """Whether the process of a folder that has no mark, as older versions made them, has died."""
    found = NAME.fullmatch(folder.name)
    pid, age = int(found["pid"]) if found else 0, time.time() - _last_change(folder)
    if age < NEWBORN and not any(folder.iterdir()):
        return False
    if os.name == "nt" or _is_on_shared_disk(folder):
        return age > UNMARKED
    if not _is_alive(pid):
        return True
    began = _start_of(pid)  # of a later process that was given the same number
    return began is not None and began > _last_change(folder) + NEWBORN


def _last_change(folder: Path) -> float:
    """Return when anything in a folder was last written (seconds since 1970)."""
    times = [folder.stat().st_mtime]
    for path in folder.rglob("*"):
        with suppress(OSError):
            times.append(path.lstat().st_mtime)
    return max(times)


def _is_alive(pid: int) -> bool:
    if os.name == "nt":
        return False  # there the lock tells, which every disk has
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    """Whether a process has ended, and its parent has not asked how."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"
    return False


def _ticks(pid: int) -> int | None:
    """Return when a process was started, in ticks since the computer was; None where it cannot be known."""
    try:
        return int(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19])
    except (OSError, ValueError, IndexError):
        return None


def _start_of(pid: int) -> float | None:
    """Return when a process was started (seconds since 1970); None where it cannot be known."""
    ticks = _ticks(pid)
    if ticks is None or sys.platform == "win32":
        return None
    booted = re.search(r"^btime (\d+)", Path("/proc/stat").read_text(encoding="utf-8"), re.MULTILINE)
    return int(booted[1]) + ticks / os.sysconf("SC_CLK_TCK") if booted else None


def _is_on_shared_disk(folder: Path) -> bool:
    """Whether other computers may write to a folder, as far as it can be known."""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return True
    place, kind = "", ""
    real = os.path.realpath(folder)
    for line in mounts:
        at, name = line.split()[1:3]
        at = at.replace("\\040", " ")
        if len(at) >= len(place) and (real == at or real.startswith(at.rstrip("/") + "/")):
            place, kind = at, name
    return bool(SHARED_DISKS.search(kind))
