"""Raises GDAL's errors of writing a raster; GDAL reports a full disk late, and not always as a failure."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rasterio._err import CPLE_BaseError
from rasterio.errors import RasterioError

from ..errors import OutputError
from ..full_disk_errors import disk_full, free_bytes, is_full
from ..object_store import is_object, staging_path
from .read_errors import hear_errors, reason_of

SPARE = 2**20
"""Free bytes below which a failure to write is put down to a full disk."""


@contextmanager
def pixel_writes(target: Path, needed: int) -> Iterator[None]:
    """Raise what GDAL reports in this block, in which pixels are written, as a sentence.

    Args:
        target: Path of the result as the user gave it, for errors.
        needed: About the bytes that writing takes in all.

    Raises:
        OutputError: The pixels could not be written.
    """
    with hear_errors() as heard:
        try:
            yield
        except (RasterioError, CPLE_BaseError, OSError) as error:
            raise write_error(target, error, needed) from None
    if heard:
        raise write_error(target, OSError(heard[0]), needed)


def write_error(target: Path, error: Exception, needed: int) -> OutputError:
    """Return an error of writing a raster as a sentence."""
    reason = reason_of(error)
    no_room = is_full(error) or is_full(reason)
    folder = (staging_path(target) if is_object(target) else target).parent
    if free_bytes(folder) < SPARE and not no_room:
        no_room, reason = True, os.strerror(errno.ENOSPC)  # libtiff only says that it failed
    if no_room:
        return disk_full(folder, reason, needed)
    return OutputError("{path} could not be written: {reason}.", path=target, reason=reason)
