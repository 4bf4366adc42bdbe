"""A full disk, as a sentence: which folder, how much is free and needed, what may be deleted."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import OutputError, SrError
from .i18n import format_number
from .staging_folders import PREFIX, unfinished_results

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Error numbers of a disk, or a share of one, that takes no more."""
MOST_NAMED = 3
MEGABYTE = 1e6

_TEXT = re.compile(r"no space left|disk (is )?full|not enough space|disk quota|free disk space", re.I)
"""Pattern of the messages of GDAL, torch and C libraries about a full disk."""


def is_full(error: BaseException | str) -> bool:
    """Whether an error, or what a library says, is about a full disk."""
    if isinstance(error, OSError) and error.errno in FULL:
        return True
    return not isinstance(error, SrError) and bool(_TEXT.search(str(error)))


def disk_full(folder: Path, reason: str, needed: int | None = None) -> OutputError:
    """Return the error for a folder on a full disk.

    Args:
        folder: Where a result was being written.
        reason: What the system says.
        needed: Bytes that the result takes in all, about; None if that is not known.
    """
    values: dict[str, object] = {"folder": folder, "reason": reason, "free": _megabytes(free_bytes(folder))}
    left = ", ".join(_leftovers(folder))
    if needed is None:
        if not left:
            return OutputError(
                "There is not enough disk space in {folder} ({reason}; {free} MB are free): delete files on this "
                "disk, or choose another OUTPUT.",
                **values,
            )
        return OutputError(
            "There is not enough disk space in {folder} ({reason}; {free} MB are free): delete what unfinished "
            "runs have left there ({left}), or other files, or choose another OUTPUT.",
            **values,
            left=left,
        )
    values["needed"] = _megabytes(needed)
    if not left:
        return OutputError(
            "There is not enough disk space in {folder} ({reason}; {free} MB are free, about {needed} MB are "
            "needed): delete files on this disk, or choose another OUTPUT.",
            **values,
        )
    return OutputError(
        "There is not enough disk space in {folder} ({reason}; {free} MB are free, about {needed} MB are "
        "needed): delete what unfinished runs have left there ({left}), or other files, or choose another OUTPUT.",
        **values,
        left=left,
    )


def some_disk_full(error: BaseException) -> OutputError:
    """Return the error for a full disk where it is not known which file was being written."""
    path = getattr(error, "filename", None)
    reason = getattr(error, "strerror", None) or str(error).splitlines()[0][:200]
    if isinstance(path, str | bytes) and path:
        return disk_full(place_of_result(Path(os.fsdecode(path))), reason)
    folder = Path(tempfile.gettempdir())
    return OutputError(
        "A disk is full ({reason}): free space on the one with OUTPUT, or on the one with the folder for "
        "temporary files, {folder}, where {free} MB are free, or set another in TMPDIR.",
        reason=reason,
        folder=folder,
        free=_megabytes(free_bytes(folder)),
    )


@contextmanager
def explain_full_disk(folder: Path, needed: int | None = None) -> Iterator[None]:
    """Raise an error about a full disk in this block, in which a result is written to a folder, as a sentence.

    Raises:
        OutputError: the disk is full.
    """
    try:
        yield
    except OSError as error:
        if not is_full(error) or not _is_below(error.filename, folder):
            raise
        raise disk_full(folder, error.strerror or str(error), needed) from None


def free_bytes(folder: Path) -> int:
    """Return how many bytes can be written to the disk of a folder, or of the first one around it that exists."""
    for each in (folder, *folder.parents):
        with contextlib.suppress(OSError):
            return shutil.disk_usage(each).free
    return 0


def place_of_result(path: Path) -> Path:
    """Return the folder that a file will lie in, or the result it is part of: not the one in which it grows."""
    hidden = [each for each in path.absolute().parents if each.name.startswith(PREFIX)]
    return hidden[-1].parent if hidden else path.absolute().parent


def _leftovers(folder: Path) -> list[str]:
    """Return names, with sizes, of the largest folders that runs which were stopped have left in a folder."""
    found = sorted(unfinished_results(folder), key=lambda left: -left[1])
    return [f"{path.name}, {_megabytes(size)} MB" for path, size in found[:MOST_NAMED]]


def _is_below(path: object, folder: Path) -> bool:
    """Whether a file, if an error names one, is in a folder; writing to an open file names none."""
    if not isinstance(path, str | bytes | os.PathLike):
        return True
    return Path(os.path.abspath(os.fsdecode(path))).is_relative_to(os.path.abspath(folder))


def _megabytes(size: int) -> str:
    return format_number(size / MEGABYTE, ".1f")
