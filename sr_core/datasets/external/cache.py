"""What was found out about a folder of pairs, kept so that it is not read through again until something changes.

Reading the headers of all images and the pixels of the training tiles takes as long as an epoch over them, and each
evaluation would do it again. One small file per folder lies in Finer's own home, never in the user's folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from ... import __version__
from ...paths import home_folder
from ...schema import Config
from ..tileset import TileSetInfo


class Record(Config):
    """What a reading found."""

    state: str
    """Of the folder when it was read."""

    info: TileSetInfo
    lr_first: bool
    """Whether the first side of the couples is the coarser one."""

    log: tuple[tuple[str, dict[str, str | int | float]], ...]
    """What was said about it: templates and their values."""


def state(folder: Path, files: Iterable[os.PathLike[str]], bands: tuple[str, ...]) -> str:
    """What changes when any of these files does (name, size or time of change), the bands' names do, or Finer does."""
    digest = hashlib.sha256(repr((__version__, bands)).encode(errors="replace"))
    for file in files:
        found = (folder / file).stat()
        digest.update(f"\0{os.fspath(file)}\0{found.st_size}\0{found.st_mtime_ns}".encode(errors="replace"))
    return digest.hexdigest()


def recalled(folder: Path, state: str) -> Record | None:
    """What is known of a folder in this state."""
    try:
        record = Record.model_validate_json(_file(folder).read_bytes())
    except (OSError, ValidationError):
        return None
    return record if record.state == state else None


def keep(folder: Path, record: Record) -> None:
    """Remember it for next time, if that is possible: what cannot be kept is found out again."""
    file = _file(folder)
    fresh = file.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            fresh.write_text(record.model_dump_json(), encoding="utf-8")
            os.replace(fresh, file)
        finally:
            fresh.unlink(missing_ok=True)


def _file(folder: Path) -> Path:
    name = hashlib.sha256(os.fspath(folder.resolve()).encode(errors="replace")).hexdigest()[:32]
    return home_folder() / "tiles" / f"{name}.json"
