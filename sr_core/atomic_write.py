"""Writes results beside their target and renames them when complete, so that nothing half-written looks finished."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from .errors import OutputError
from .full_disk_errors import explain_full_disk
from .object_store import is_object, put_object, require_store, staging_path
from .staging_folders import make_folder, put_away, remove_folder, swapping

__all__ = [
    "abandon",
    "atomic_write",
    "followed",
    "not_replaced",
    "not_writable",
    "publish_if",
    "require_file",
    "require_folder",
    "require_unchanged",
    "require_writable",
    "staging_folder",
    "working_folder",
]

_open: dict[Path, int | None] = {}
_conditions: dict[Path, Callable[[], None]] = {}


@contextmanager
def atomic_write(
    target: str | Path, sidecars: Callable[[Path], list[Path]] = lambda target: []
) -> Iterator[Path]:
    """Yield a path to write to, which becomes `target` when the block ends, and is removed when it raises.

    Of a symbolic link the file is replaced that it leads to. What becomes an object in a store grows on this computer.

    Args:
        target: the result.
        sidecars: returns what lies beside the older result that `target` may be and belongs to it: it is removed with it.

    Raises:
        OutputError: the folder does not exist, cannot be written, or the disk is full.
    """
    target = followed(target)
    if is_object(target):
        local = staging_path(target)
        with explain_full_disk(local.parent), staging_folder(local) as folder:
            yield folder / target.name
            require_unchanged(target)
            put_object(folder / target.name, target)
        return
    require_file(target)
    with explain_full_disk(target.parent), staging_folder(target) as folder:
        yield folder / target.name
        require_unchanged(target)
        try:
            _replace(folder, target, sidecars(target))
        except OSError as error:
            raise not_replaced(target, error) from None


def _replace(folder: Path, target: Path, beside: list[Path]) -> None:
    """Put the new file in the place of the old one: all of the old, with what lies beside it, or all of the new."""
    if not beside:
        os.replace(folder / target.name, target)
        return
    with swapping:
        # First the old one goes, so that at no time a raster is seen with the sidecars of another. If this process is
        # killed in between, who removes its folder (the parent, or the next run) gives the old one back.
        put_away(folder, target, beside)
        os.rename(folder / target.name, target)


@contextmanager
def publish_if(condition: Callable[[], None], *targets: str | Path) -> Iterator[None]:
    """Call `condition` before one of the results gets its name in the block; if it raises, the result does not."""
    mine = {followed(target): condition for target in targets}
    _conditions.update(mine)
    try:
        yield
    finally:
        for target in mine:
            _conditions.pop(target, None)


def require_unchanged(target: Path) -> None:
    """Raise what the condition raises under which this result may get its name."""
    if target in _conditions:
        _conditions[target]()


def followed(target: str | Path) -> Path:
    """Return the absolute path of a result; of a symbolic link, that of what it leads to."""
    target = Path(target).absolute()
    return Path(os.path.realpath(target)) if os.path.islink(target) else target


@contextmanager
def staging_folder(target: Path) -> Iterator[Path]:
    """Yield a hidden folder for the length of the block, for a result that grows in it or what it is made from.

    It lies beside the target, since a rename does not cross file systems. Its name has the process id, by which the
    parent removes it if this process is killed.

    Raises:
        OutputError: the folder of the target does not exist, or cannot be written to.
    """
    require_folder(target)
    try:
        folder, lock = make_folder(target.parent)
    except OSError as error:
        raise not_writable(target.parent, error.strerror) from None
    _open[folder] = lock
    try:
        yield folder
    finally:
        remove_folder(folder, lock)
        _open.pop(folder, None)


def working_folder(target: str | Path) -> AbstractContextManager[Path]:
    """Return a hidden folder for what a result is made from; on this computer, where the result becomes an object in a store.

    Raises:
        OutputError: as in `staging_folder`.
    """
    target = followed(target)
    return staging_folder(staging_path(target) if is_object(target) else target)


def require_file(target: str | Path) -> None:
    """Require that a result is no folder and no device.

    Raises:
        OutputError: it is.
    """
    target = followed(target)
    if os.path.isdir(target):  # which takes any name, as pathlib's does not
        raise OutputError("{target} is a folder: choose the name of a file.", target=target)
    if os.path.exists(target) and not target.is_file():  # /dev/null, say, to which a link leads
        raise OutputError("{target} is a device and not a file: choose the name of a file.", target=target)


def require_writable(target: str | Path) -> None:
    """Require that something of the name of a target can be written beside it, by doing so.

    Raises:
        OutputError: the folder does not exist, cannot be written to, or takes no such name.
    """
    if is_object(target):  # before a drive is put in front of it on Windows
        require_store(Path(target))
        return
    target = followed(target)
    with explain_full_disk(target.parent), staging_folder(target) as folder:
        try:
            (folder / target.name).touch()
        except OSError as error:
            raise OutputError(
                "{target} cannot be the name of a file ({reason}): choose another OUTPUT.",
                target=target,
                reason=error.strerror,
            ) from None


def require_folder(target: Path) -> None:
    """Require that the folder of a target exists.

    Raises:
        OutputError: it does not.
    """
    if not target.parent.is_dir():
        raise OutputError(
            "The folder {folder} does not exist: create it or choose another OUTPUT.", folder=target.parent
        )


def not_writable(folder: Path, reason: str | None) -> OutputError:
    """Return the error for a folder that cannot be written to."""
    return OutputError(
        "The folder {folder} cannot be written to ({reason}): choose another OUTPUT.",
        folder=folder,
        reason=reason,
    )


def not_replaced(target: Path, error: OSError) -> OutputError:
    """Return the error for a target that is in use."""
    return OutputError(
        "{target} could not be replaced ({reason}): close what uses it, or choose another OUTPUT.",
        target=target,
        reason=error.strerror,
    )


def abandon() -> None:
    """Remove all unfinished results, in a process that ends without its `finally` blocks."""
    for folder, lock in tuple(_open.items()):
        remove_folder(folder, lock)
