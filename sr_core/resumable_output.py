"""Results that take long: what a stopped run has made stays in a hidden folder beside its target, for the next run.

.finer-unfinished-NAME/    NAME is the target's
  lock                     held while a run is at work here
  new/                     what becomes the target
  going/, old/             what the target had, for the moment of the exchange
  ...                      whatever the run wants to find again
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .atomic_write import (PREFIX, not_replaced, not_writable, require_folder)
from .errors import BadInput, OutputError

BUSY = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""What systems say of a lock that another process holds."""


def unfinished_path(target: str | Path) -> Path:
    """Where the result for `target` grows; there may be nothing yet."""
    target = Path(target).absolute()
    return target.parent / f"{PREFIX}unfinished-{target.name}"


@contextmanager
def unfinished_folder(target: str | Path, owned: Sequence[str]) -> Iterator[Path]:
    """`unfinished_path` the target, with what is there already. What the block leaves in its new/ becomes `target`.

    Where `target` is there already, only the entries named in `owned` are replaced or removed; others stay. The first
    of them should be what makes the folder a result: it goes first and comes last.

    The folder vanishes when the block ends well or leaves nothing in it, and when it ends with `BadInput`, for then the
    same run would end in the same way. However else it ends, the folder stays.

    Raises:
        OutputError: as with `staged`, or another run is at work on `target`; then `target` is as it was.
    """
    target, folder = Path(target).absolute(), unfinished_path(target)
    require_folder(target)
    if target.exists() and not os.access(target, os.W_OK):
        raise not_writable(target, "read-only")
    try:
        folder.mkdir(exist_ok=True)
        lock = _locked(folder)
    except OSError as error:
        raise not_writable(target.parent, error.strerror) from None
    if lock is None:
        raise OutputError(
            "Another run is writing {target}: wait until it has finished, or choose another OUTPUT.",
            target=target,
        )
    done_with = False
    try:
        with _said_of(target):
            _settle(folder, target, owned)
        yield folder
        with _said_of(target):
            _exchange(folder, target, owned)
        done_with = True
    except BadInput:
        done_with = True
        raise
    finally:
        done_with = done_with or {path.name for path in folder.iterdir()} <= {"lock"}
        if done_with and os.name != "nt":  # while nobody else can have taken it
            shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)
        if done_with and os.name == "nt":  # where an open file cannot be removed
            shutil.rmtree(folder, ignore_errors=True)


def mend(target: str | Path, owned: Sequence[str]) -> None:
    """Put back what `target` had, if a run was killed in the moment when it exchanged it for something new."""
    target, folder = Path(target).absolute(), unfinished_path(target)
    if any((folder / name).exists() for name in ("going", "old")):
        lock = _locked(folder)
        if lock is not None:
            try:
                with _said_of(target):
                    _settle(folder, target, owned)
            finally:
                os.close(lock)


@contextmanager
def _said_of(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise not_replaced(target, error) from None


def _exchange(folder: Path, target: Path, owned: Sequence[str]) -> None:
    """Move the owned entries of `target` away and those of new/ to their place: all of them, or none."""
    if not target.exists():
        os.rename(folder / "new", target)
        return
    (folder / "going").mkdir()
    try:
        _move(owned, target, folder / "going")
        os.rename(folder / "going", folder / "old")
        _move(owned[::-1], folder / "new", target)
    except OSError:
        _settle(folder, target, owned)
        raise


def _settle(folder: Path, target: Path, owned: Sequence[str]) -> None:
    """Undo an exchange that was cut off; going/ is there while it takes away, old/ while it brings."""
    going, old = folder / "going", folder / "old"
    if old.exists() and not (target / owned[0]).exists():
        _move(owned, target, folder / "new")
        os.rename(old, going)
    if going.exists():
        target.mkdir(exist_ok=True)
        _move(owned[::-1], going, target)
        going.rmdir()
    shutil.rmtree(old, ignore_errors=True)


def _move(names: Sequence[str], source: Path, place: Path) -> None:
    for name in names:
        if (source / name).exists():
            os.rename(source / name, place / name)


def _locked(folder: Path) -> int | None:
    """An open file that no other process has; none if one has it. Closing it, or dying, lets it go."""
    path = folder / "lock"
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(file)
        except OSError as error:
            if error.errno in BUSY:
                os.close(file)
                return None
            return file  # a file system without locks
        if path.exists() and os.path.samestat(os.fstat(file), path.stat()):
            return file
        os.close(file)  # the run that had it has finished, and removed all
        folder.mkdir(exist_ok=True)


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
