"""Writes results beside their target and renames them when complete, so that nothing half-written looks finished."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import OutputError

PREFIX = ".finer-"
_open: set[Path] = set()


@contextmanager
def atomic_write(target: str | Path) -> Iterator[Path]:
    """Yield a path to write to, which becomes `target` when the block ends, and is removed when it raises.

    Raises:
        OutputError: the folder does not exist, cannot be written, or the disk is full.
    """
    target = Path(target).absolute()
    with _beside(target) as folder:
        yield folder / target.name
        try:
            os.replace(folder / target.name, target)
        except OSError as error:
            raise not_replaced(target, error) from None


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Yield a hidden folder for the length of the block.

    It lies beside the target, since a rename does not cross file systems. Its name has the process id, by which the
    parent removes it if this process is killed.
    """
    require_folder(target)
    try:
        folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=target.parent))
    except OSError as error:
        raise not_writable(target.parent, error.strerror) from None
    _open.add(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _open.discard(folder)


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
    for folder in tuple(_open):
        shutil.rmtree(folder, ignore_errors=True)
