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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from .atomic_write import followed, not_replaced, not_writable, require_folder, require_unchanged
from .errors import InputError, OutputError
from .file_lock import take_lock
from .full_disk_errors import explain_full_disk
from .os_metadata_files import is_system_file
from .staging_folders import LOCK, UNFINISHED, bytes_in, sweep

FULL = 16 * 2**20
"""Free bytes of a disk with less than which it counts as full."""


def unfinished_path(target: str | Path) -> Path:
    """Return the folder in which the result for `target` grows; it need not exist."""
    target = followed(target)
    return target.parent / f"{UNFINISHED}{target.name}"


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
    target, folder = followed(target), unfinished_path(target)
    require_folder(target)
    if target.exists() and not os.access(target, os.W_OK):
        raise not_writable(target, "read-only")
    sweep(target.parent)
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
        with explain_full_disk(target.parent):
            yield folder
        require_unchanged(target)
        with _as_output_error(target):
            _exchange(folder, target, owned)
        finished = True
    except InputError:
        finished = True
        raise
    except (OSError, OutputError) as error:
        if not _is_disk_full(folder, error):
            raise
        raise OutputError(
            "{reason} {size:.0f} MB of this run are kept in {folder}: free disk space and run it again to "
            "continue, or delete that folder.",
            reason=f"{error}".rstrip(".") + ".",
            size=bytes_in(folder) / 1e6,
            folder=folder,
        ) from error
    finally:
        # macOS puts a ._lock beside it on disks of other systems.
        names = (path.name for path in folder.iterdir())
        finished = finished or {name for name in names if not is_system_file(name)} <= {LOCK}
        if finished and os.name != "nt":  # before another run can take the lock
            shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)
        if finished and os.name == "nt":  # where an open file cannot be removed
            shutil.rmtree(folder, ignore_errors=True)


def _is_disk_full(folder: Path, error: Exception) -> bool:
    """Whether an error comes of a full disk; GDAL only says that it could not write."""
    if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "No space left" in str(error):
        return True
    with suppress(OSError):
        return shutil.disk_usage(folder).free < FULL
    return False


def restore_target(target: str | Path, owned: Sequence[str]) -> None:
    """Restore `target` if a run was killed while it exchanged its entries for new ones."""
    target, folder = followed(target), unfinished_path(target)
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
    """Return the open file of the folder's lock, None if another process holds it."""
    path = folder / LOCK
    while True:
        file = take_lock(path)
        if file is None or (path.exists() and os.path.samestat(os.fstat(file), path.stat())):
            return file
        os.close(file)  # the run that held it has ended, and removed all
        folder.mkdir(exist_ok=True)
