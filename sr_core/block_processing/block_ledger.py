"""The ledger of a folder of blocks: the settings of its runs, and what the first one has settled for all later ones."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..atomic_write import atomic_write
from ..errors import InputError
from ..file_lock import take_lock
from ..object_store import create_object, is_object, read_object

LEDGER, LEDGER_LOCK = "ledger.json", "ledger.lock"


@contextmanager
def lock_ledger(folder: Path) -> Iterator[None]:
    """Wait for the lock of what parts of a run settle, which is held for a moment only, and hold it for the length of the block."""
    while (lock := take_lock(folder / LEDGER_LOCK)) is None:
        time.sleep(0.02)
    try:
        yield
    finally:
        os.close(lock)


def settle(
    path: Path, settings: Mapping[str, Any], settled: Mapping[str, Any], ledger: str = LEDGER
) -> dict[str, Any]:
    """Write the ledger of a folder of blocks, or require that the one that is there has the same settings.

    Args:
        path: The folder.
        settings: What the user asks for, and what it is read from.
        settled: What this run would settle.
        ledger: Name of the file.

    Returns:
        What the first run has settled.

    Raises:
        InputError: The blocks that are there were made with other settings.
    """
    own = json.loads(json.dumps(settings))  # as it is read again
    file = path / ledger
    if is_object(path):
        text = _ledger(own, settled)
        return (
            dict(settled)
            if create_object(file, text.encode())
            else _read_settled(file, read_object(file), own)
        )
    with lock_ledger(path):
        try:
            return _read_settled(file, file.read_bytes(), own)
        except FileNotFoundError:
            with atomic_write(file) as new:
                new.write_text(_ledger(own, settled), encoding="utf-8")
            return dict(settled)
        except OSError:
            raise _unreadable(file) from None


def _ledger(settings: Mapping[str, Any], settled: Mapping[str, Any]) -> str:
    return json.dumps({"settings": settings, "settled": settled}, indent=1)


def _unreadable(file: Path) -> InputError:
    return InputError(
        "{file} cannot be read: delete the folder to start again, or choose another OUTPUT.", file=file
    )


def _read_settled(file: Path, text: bytes, own: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a ledger says was settled.

    Raises:
        InputError: It cannot be read, or has other settings.
    """
    path = file.parent
    try:
        kept = json.loads(text)
        theirs, known = dict(kept["settings"]), dict(kept["settled"])
    except (ValueError, KeyError, TypeError):
        raise _unreadable(file) from None
    if theirs.get("version") != own.get("version"):
        raise InputError(
            "The blocks in {folder} were made by Finer {theirs}, and this is {own}: continue with that version, "
            "delete the folder to start again, or choose another OUTPUT.",
            folder=path,
            theirs=theirs.get("version"),
            own=own.get("version"),
        )
    if changed := sorted(name for name in {*theirs, *own} if theirs.get(name) != own.get(name)):
        raise made_otherwise(path, changed)
    return known


def made_otherwise(path: Path, names: Iterable[str]) -> InputError:
    """Return the error for blocks that were made with other values of some settings."""
    return InputError(
        "The blocks in {folder} were made with other settings ({names}): restore them to continue, delete "
        "the folder to start again, or choose another OUTPUT.",
        folder=path,
        names=", ".join(name.upper() for name in names),
    )
