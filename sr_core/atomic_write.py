"""Results are written beside their target and renamed when whole, so nothing half-written ever looks finished."""

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
    """A path to write to; it becomes `target` when the block ends well, and vanishes when it does not.

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
    """A hidden folder for the time being.

    It lies beside the target (a rename does not cross file systems) and carries the process id, by which the
    parent clears it up should this process be killed.
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
    """Refuse a target in a folder that does not exist."""
    if not target.parent.is_dir():
        raise OutputError(
            "The folder {folder} does not exist: create it or choose another OUTPUT.", folder=target.parent
        )


def not_writable(folder: Path, reason: str | None) -> OutputError:
    return OutputError(
        "The folder {folder} cannot be written to ({reason}): choose another OUTPUT.",
        folder=folder,
        reason=reason,
    )


def not_replaced(target: Path, error: OSError) -> OutputError:
    return OutputError(
        "{target} could not be replaced ({reason}): close what uses it, or choose another OUTPUT.",
        target=target,
        reason=error.strerror,
    )


def abandon() -> None:
    """Remove every result under way: the last thing a process does that may not finish its `finally`s."""
    for folder in tuple(_open):
        shutil.rmtree(folder, ignore_errors=True)
