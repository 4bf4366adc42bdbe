"""What an export is made from: its settings, and the files it reads in the state they are in."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import rasterio
from rasterio.errors import RasterioError

from .. import __version__

BESIDE = (".aux.xml", ".ovr")
"""Files that come and go beside a raster without a change of its pixels: QGIS writes statistics there when it opens one.
What else an .aux.xml can say, such as where the raster lies, is asked of the raster itself."""

LIBRARIES = ("numpy", "rasterio")
"""What decides, beside Finer itself and GDAL, which bytes a tile has."""


def made_from(settings: Mapping[str, Any], rasters: Iterable[str]) -> dict[str, Any]:
    """All that decides what comes out, as JSON values: two runs of which it is the same make the same tiles.

    Rasters are known by the size and the time of change of their files, and by what these say of them. Other files that settings name, such as polygons
    that QGIS writes down for each run anew, are known by what is in them.
    """
    rasters = list(rasters)
    versions = {"finer": __version__, "gdal": rasterio.__gdal_version__}
    versions |= {name: version(name) for name in LIBRARIES}
    files: set[str] = set()
    facts = []
    for name in dict.fromkeys(rasters):
        mine, known = _looked_at(name)
        files.update(mine)
        facts.append([name, *known])
    return {
        "versions": versions,
        "settings": _by_content(dict(settings), set(rasters)),
        "rasters": facts,
        "files": {file: _state(file) for file in sorted(files)},
    }


def differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """What two descriptions do not have in common: names of settings as the user knows them, and of files."""
    names = []
    for part in sorted({*before, *now}):
        old, new = before.get(part), now.get(part)
        if isinstance(old, dict) and isinstance(new, dict):
            changed = [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
            names += [name.upper() for name in changed] if part == "settings" else changed
        elif old != new:
            names.append("INPUT" if part == "rasters" else part)
    return names


def _by_content(value: Any, rasters: set[str]) -> Any:
    """Settings with a digest in place of the name of any file that is no raster."""
    if isinstance(value, dict):
        return {name: _by_content(each, rasters) for name, each in value.items()}
    if isinstance(value, list):
        return [_by_content(each, rasters) for each in value]
    if not isinstance(value, str) or value in rasters or not os.path.isfile(value):
        return value
    with Path(value).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _looked_at(name: str) -> tuple[list[str], list[str]]:
    """The files on this computer that a raster is read from, and what they say of it but for its pixels; nothing of one
    on a server."""
    if "://" not in name:
        with suppress(RasterioError), rasterio.open(name) as dataset:
            files = [file for file in dataset.files if os.path.isfile(file) and not file.endswith(BESIDE)]
            said = (dataset.crs, dataset.transform, dataset.shape, dataset.dtypes, dataset.nodatavals,
                    dataset.descriptions, dataset.colorinterp, dataset.mask_flag_enums)  # fmt: skip
            return files, [str(each) for each in said]
    return [], []


def _state(file: str) -> list[int]:
    found = os.stat(file)
    return [found.st_size, found.st_mtime_ns]
