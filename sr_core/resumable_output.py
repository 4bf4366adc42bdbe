"""Results that take long: a stopped run leaves its part in a hidden folder beside the target, for the next run.

.finer-unfinished-NAME/    NAME is the target's
  lock                     held by the run that writes here
  new/                     what becomes the target
  going/, old/             what the target had, during the exchange
  ...                      whatever the run needs to go on
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .atomic_write import PREFIX, not_replaced, not_writable, require_folder
from .errors import InputError, OutputError

BUSY = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""Error numbers of a lock that another process holds."""


def unfinished_path(target: str | Path) -> Path:
    """Return the folder in which the result for `target` grows; it need not exist."""
    target = Path(target).absolute()
    return target.parent / f"{PREFIX}unfinished-{target.name}"


@contextmanager
def unfinished_folder(target: str | Path, owned: Sequence[str]) -> Iterator[Path]:
    """Yield the folder in which the result for `target` grows; the block's new/ in it becomes `target`.

    The folder is removed when the block ends or leaves nothing in it, and when it raises `InputError`, since the same run
    would do so again. In all other cases it stays.

    Args:
        target: folder of the result.
        owned: entries of the result. Of a `target` that exists only these are replaced or removed. The first should be
            what makes the folder a result: it is removed first and written last.

    Raises:
        OutputError: as in `atomic_write`, or another run is writing `target`; `target` is unchanged.
    """
    target, folder = Path(target).absolute(), unfinished_path(target)
    require_folder(target)
    if target.exists() and not os.access(target, os.W_OK):
        raise not_writable(target, "read-only")
    try:
        folder.mkdir(exist_ok=True)
        lock = _take_lock(folder)
    except OSError as error:
        raise not_writable(target.parent, error.strerror) from None
    if lock is None:
        raise OutputError(
            "Another run is writing {target}: wait until it has finished, or choose another OUTPUT.",
            target=target,
        )
    finished = False
    try:
        with _as_output_error(target):
            _undo(folder, target, owned)
        yield folder
        with _as_output_error(target):
            _exchange(folder, target, owned)
        finished = True
    except InputError:
        finished = True
        raise
    finally:
        finished = finished or {path.name for path in folder.iterdir()} <= {"lock"}
        if finished and os.name != "nt":  # before another run can take the lock
            shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)
        if finished and os.name == "nt":  # where an open file cannot be removed
            shutil.rmtree(folder, ignore_errors=True)


def restore_target(target: str | Path, owned: Sequence[str]) -> None:
    """Restore `target` if a run was killed while it exchanged its entries for new ones."""
    target, folder = Path(target).absolute(), unfinished_path(target)
    if any((folder / name).exists() for name in ("going", "old")):
        lock = _take_lock(folder)
        if lock is not None:
            try:
                with _as_output_error(target):
                    _undo(folder, target, owned)
            finally:
                os.close(lock)


@contextmanager
def _as_output_error(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise not_replaced(target, error) from None


def _exchange(folder: Path, target: Path, owned: Sequence[str]) -> None:
    """Replace the owned entries of `target` by those of new/: all of them, or none."""
    if not target.exists():
        os.rename(folder / "new", target)
        return
    (folder / "going").mkdir()
    try:
        _move(owned, target, folder / "going")
        os.rename(folder / "going", folder / "old")
        _move(owned[::-1], folder / "new", target)
    except OSError:
        _undo(folder, target, owned)
        raise


def _undo(folder: Path, target: Path, owned: Sequence[str]) -> None:
    """Undo an interrupted exchange: going/ exists while old entries are moved away, old/ while new ones are moved in."""
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


def _take_lock(folder: Path) -> int | None:
    """Return the open file of the lock, None if another process holds it; closing it, or exiting, releases it."""
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
        os.close(file)  # the run that held it has ended, and removed all
        folder.mkdir(exist_ok=True)


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
