"""The folder in which a run keeps what the engine cannot open itself, and what to say if its disk is full."""

from __future__ import annotations

import errno
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsProcessingUtils

from .errors import FinerError
from .translation import format_number

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Error numbers of a disk, or a share of one, that takes no more."""
SPARE = 2**20
"""Bytes: with less left after a layer was written, it was not written whole. QGIS does not report that."""
MEGABYTE = 1e6
LEFT = "finer-*"
"""Folders of runs that QGIS did not survive; those of other living ones are among them."""


@contextmanager
def temporary_folder():
    """Yield a folder for the length of the block, in which `require_room` was asked after each file.

    Raises:
        FinerError: its disk is full.
    """
    place = QgsProcessingUtils.tempFolder()
    try:
        with tempfile.TemporaryDirectory(prefix="finer-", dir=place) as folder:
            yield folder
    except OSError as error:
        if error.errno not in FULL or not _is_below(error.filename, place):
            raise
        raise _no_room(place) from None


def require_room(folder, needed=None):
    """Require that the disk of a temporary folder is not full after something was written to it.

    Raises:
        FinerError: it is.
    """
    if shutil.disk_usage(folder).free < SPARE:
        raise _no_room(Path(folder).parent, needed)


def _is_below(path, place):
    return path is None or Path(place) in Path(str(path)).parents or Path(str(path)) == Path(place)


def _no_room(place, needed=None):
    """Return the error for a disk that is full."""
    free = format_number(shutil.disk_usage(place).free / MEGABYTE, ".1f")
    if needed is None:
        return FinerError(
            "There is not enough disk space in QGIS' folder for temporary files, {folder} ({free} MB are free): "
            "delete files on its disk, such as folders {left} of earlier runs there, or set another in QGIS' "
            "Processing options or TMPDIR.",
            folder=place,
            free=free,
            left=LEFT,
        )
    return FinerError(
        "There is not enough disk space in QGIS' folder for temporary files, {folder} ({free} MB are free, up to "
        "{needed} MB are needed): delete files on its disk, such as folders {left} of earlier runs there, or set "
        "another in QGIS' Processing options or TMPDIR.",
        folder=place,
        free=free,
        needed=format_number(needed / MEGABYTE, ".1f"),
        left=LEFT,
    )
