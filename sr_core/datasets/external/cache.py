"""What was read from a folder of pairs, cached so that it is not read again until something changes.

Reading all headers and the pixels of the training tiles takes as long as an epoch over them. There is one small file
per folder in Finer's own home, none in the user's folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from ... import __version__
from ...atomic_write import atomic_write
from ...errors import OutputError
from ...home_folder import home_folder
from ...schema import Config
from ..tileset_info import TileSetInfo


class FolderRecord(Config):
    """What was read from a folder of pairs."""

    state: str
    """Of the folder when it was read."""

    info: TileSetInfo
    lr_first: bool
    """Whether the first side of the pairs is LR."""

    log: tuple[tuple[str, dict[str, str | int | float]], ...]
    """What the log says about it: templates and their values."""


def hash_state(folder: Path, files: Iterable[os.PathLike[str]], bands: tuple[str, ...]) -> str:
    """Return a digest of name, size and time of change of all files, the bands' names and Finer's version."""
    digest = hashlib.sha256(repr((__version__, bands)).encode(errors="replace"))
    for file in files:
        stat = (folder / file).stat()
        digest.update(f"\0{os.fspath(file)}\0{stat.st_size}\0{stat.st_mtime_ns}".encode(errors="replace"))
    return digest.hexdigest()


def load_record(folder: Path, state: str) -> FolderRecord | None:
    """Return the record of a folder, if it is cached for this state."""
    try:
        record = FolderRecord.model_validate_json(_path(folder).read_bytes())
    except (OSError, ValidationError):
        return None
    return record if record.state == state else None


def save_record(folder: Path, record: FolderRecord) -> None:
    """Cache the record of a folder, if the cache can be written."""
    path = _path(folder)
    with contextlib.suppress(OSError, OutputError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path) as file:
            file.write_text(record.model_dump_json(), encoding="utf-8")


def _path(folder: Path) -> Path:
    name = hashlib.sha256(os.fspath(folder.resolve()).encode(errors="replace")).hexdigest()[:32]
    return home_folder() / "tiles" / f"{name}.json"
