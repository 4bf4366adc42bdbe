"""Rasters in archives: the one raster of a zip file, whatever else the system has put into it."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path, PurePosixPath

from ..errors import InputError
from ..system_files import companion_of, is_within_system_folder
from .sidecars import RASTERS

_ZIP = re.compile(r"^/vsizip/(?P<zip>.+\.zip)/?$", re.IGNORECASE)


def only_raster(path: str | Path) -> str | None:
    """Return the path, as GDAL has it, of the only raster in a zip file that `path` names without naming a raster in it.

    GDAL itself finds it only if there is no other file, as macOS puts them into every zip.
    """
    found = _ZIP.match(os.fspath(path))
    if not found:
        return None
    try:
        with zipfile.ZipFile(found["zip"]) as archive:
            names = [PurePosixPath(name) for name in archive.namelist() if not name.endswith("/")]
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return None
    rasters = [
        name for name in names if not is_within_system_folder(name) and name.suffix.lower()[1:] in RASTERS
    ]
    return f"/vsizip/{found['zip']}/{rasters[0]}" if len(rasters) == 1 else None


def unreadable(path: str | Path) -> InputError:
    """Return the error for a path that GDAL cannot open."""
    if owner := companion_of(path):
        return InputError(
            "{path} is no raster but a file in which macOS keeps notes about {owner}: choose that, and delete the file "
            "if you like.",
            path=path,
            owner=owner.name,
        )
    there = Path(path).exists()
    return InputError(
        "{path} is not a raster that GDAL can read." if there else "{path} does not exist.", path=path
    )
