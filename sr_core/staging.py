"""Results are written beside their target and renamed when whole, so nothing half-written ever looks finished."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .errors import OutputError

PREFIX = ".finer-"
_open: set[Path] = set()


@contextmanager
def staged(target: str | Path) -> Iterator[Path]:
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
            raise _not_replaced(target, error) from None


@contextmanager
def staged_folder(target: str | Path, owned: Sequence[str]) -> Iterator[Path]:
    """A new folder to write to; when the block ends well it becomes `target`, and it vanishes when it does not.

    Where `target` is there already, only the entries named in `owned` are replaced or removed; others stay. The
    first of them should be what makes the folder a result: it goes first and comes last.

    Raises:
        OutputError: as with `staged`; then `target` is as it was.
    """
    target = Path(target).absolute()
    if target.exists() and not os.access(target, os.W_OK):
        raise _not_writable(target, "read-only")
    with _beside(target) as folder:
        new, old = folder / "new", folder / "old"
        new.mkdir()
        yield new
        try:
            if target.exists():
                old.mkdir()
                _exchange(new, target, old, owned)
            else:
                os.rename(new, target)
        except OSError as error:
            raise _not_replaced(target, error) from None


def _exchange(new: Path, target: Path, old: Path, owned: Sequence[str]) -> None:
    """Move the owned entries of `target` to `old` and those of `new` to `target`: all of them, or none."""
    moves = [(target / name, old / name) for name in owned if (target / name).exists()]
    moves += [(new / name, target / name) for name in reversed(owned) if (new / name).exists()]
    done: list[tuple[Path, Path]] = []
    try:
        for source, place in moves:
            os.rename(source, place)
            done.append((source, place))
    except OSError:
        for source, place in reversed(done):
            os.rename(place, source)
        raise


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A hidden folder for the time being.

    It lies beside the target (a rename does not cross file systems) and carries the process id, by which the
    parent clears it up should this process be killed.
    """
    if not target.parent.is_dir():
        raise OutputError(
            "The folder {folder} does not exist: create it or choose another OUTPUT.", folder=target.parent
        )
    try:
        folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=target.parent))
    except OSError as error:
        raise _not_writable(target.parent, error.strerror) from None
    _open.add(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _open.discard(folder)


def _not_writable(folder: Path, reason: str | None) -> OutputError:
    return OutputError(
        "The folder {folder} cannot be written to ({reason}): choose another OUTPUT.",
        folder=folder,
        reason=reason,
    )


def _not_replaced(target: Path, error: OSError) -> OutputError:
    return OutputError(
        "{target} could not be replaced ({reason}): close what uses it, or choose another OUTPUT.",
        target=target,
        reason=error.strerror,
    )


def abandon() -> None:
    """Remove every result under way: the last thing a process does that may not finish its `finally`s."""
    for folder in tuple(_open):
        shutil.rmtree(folder, ignore_errors=True)
