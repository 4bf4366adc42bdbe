"""The fingerprint of an export: its settings, versions, and the state of the files it reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.metadata import version
from typing import Any

import rasterio
from rasterio.errors import RasterioError

from .. import __version__
from ..checksum import file_checksum
from ..raster.input_files import has_scheme
from ..redaction import redact_values

SIDECARS = (".aux.xml", ".ovr")
"""Sidecar files that change without a change of a raster's pixels: QGIS writes statistics to them when it opens one.
What else an .aux.xml can hold, such as the georeference, is taken from the raster itself."""

LIBRARIES = ("numpy", "rasterio")
"""Whose versions, besides those of Finer and GDAL, decide which bytes a tile has."""


def fingerprint(settings: Mapping[str, Any], rasters: Iterable[str]) -> dict[str, Any]:
    """Return JSON values that are the same for two runs if these make the same tiles.

    Rasters are identified by size and time of change of their files, and by their metadata. Other files that settings
    name, such as polygons that QGIS writes anew for each run, are identified by their content.

    Args:
        settings: Of the export, as JSON values.
        rasters: Names of the rasters that it reads.
    """
    rasters = list(rasters)
    versions = {"finer": __version__, "gdal": rasterio.__gdal_version__}
    versions |= {name: version(name) for name in LIBRARIES}
    files: set[str] = set()
    facts = []
    for name in dict.fromkeys(rasters):
        of_raster, metadata = _inspect(name)
        files.update(of_raster)
        facts.append([name, *metadata])
    settings = _hash_files(dict(settings), set(rasters))
    return {
        "versions": versions,
        "settings": {name: redact_values(value) for name, value in settings.items()},  # it is kept in a file
        "rasters": redact_values(facts),
        "files": {file: _state(file) for file in sorted(files)},
    }


def differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Return what differs between two fingerprints: parameters, and names of files."""
    names = []
    for part in sorted({*before, *now}):
        old, new = before.get(part), now.get(part)
        if isinstance(old, dict) and isinstance(new, dict):
            changed = [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
            names += [name.upper() for name in changed] if part == "settings" else changed
        elif old != new:
            names.append("INPUT" if part == "rasters" else part)
    return names


def _hash_files(value: Any, rasters: set[str]) -> Any:
    """Return settings with a digest in place of the name of any file that is no raster."""
    if isinstance(value, dict):
        return {name: _hash_files(each, rasters) for name, each in value.items()}
    if isinstance(value, list):
        return [_hash_files(each, rasters) for each in value]
    if not isinstance(value, str) or value in rasters or not os.path.isfile(value):
        return value
    return file_checksum(value)


def _inspect(name: str) -> tuple[list[str], list[str]]:
    """Return the local files that a raster is read from, and its metadata; nothing if it is on a server."""
    if not has_scheme(name):
        with suppress(RasterioError), rasterio.open(name) as dataset:
            files = [file for file in dataset.files if os.path.isfile(file) and not file.endswith(SIDECARS)]
            metadata = (dataset.crs, dataset.transform, dataset.shape, dataset.dtypes, dataset.nodatavals,
                        dataset.descriptions, dataset.colorinterp, dataset.mask_flag_enums)  # fmt: skip
            return files, [str(each) for each in metadata]
    return [], []


def _state(file: str) -> list[int]:
    stat = os.stat(file)
    return [stat.st_size, stat.st_mtime_ns]
