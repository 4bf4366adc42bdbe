"""What an export is made from: its settings, and the files it reads in the state they are in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import rasterio
from rasterio.errors import RasterioError

from .. import __version__

LIBRARIES = ("numpy", "rasterio")
"""What decides, beside Finer itself, which bytes a tile has."""


def made_from(settings: Mapping[str, Any], rasters: Iterable[str]) -> dict[str, Any]:
    """All that decides what comes out, as JSON values: two runs of which it is the same make the same tiles."""
    rasters = list(rasters)
    versions = {"finer": __version__, "gdal": rasterio.__gdal_version__}
    versions |= {name: version(name) for name in LIBRARIES}
    named = (text for text in _texts(settings) if len(text) < 4096 and "\0" not in text)
    files = {file for name in rasters for file in _of_raster(name)}
    files |= {file for name in named for file in _of_anything(name)}
    states = {file: _state(file) for file in sorted(files)}
    return {"versions": versions, "settings": dict(settings), "rasters": rasters, "files": states}


def differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """What two descriptions do not have in common: names of settings as the user knows them, and of files."""
    names = []
    for part in sorted({*before, *now}):
        old, new = before.get(part), now.get(part)
        if old == new:
            continue
        if isinstance(old, dict) and isinstance(new, dict):
            changed = [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
            names += [name.upper() for name in changed] if part == "settings" else changed
        else:
            names.append(part)
    return names


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def _of_raster(name: str) -> Iterator[str]:
    """The files on this computer that a raster is read from, those that belong to it (.aux.xml, .ovr) included."""
    if "://" in name:
        return
    with suppress(RasterioError), rasterio.open(name) as dataset:
        yield from filter(os.path.isfile, dataset.files)


def _of_anything(name: str) -> Iterator[str]:
    """The files that a setting names: those of a raster, or all of one name, as a Shapefile's are."""
    path = Path(name)
    if not os.path.isfile(name):
        return
    found = list(_of_raster(name))
    yield from found or (str(file) for file in path.parent.iterdir() if file.stem == path.stem)


def _state(file: str) -> list[int]:
    found = os.stat(file)
    return [found.st_size, found.st_mtime_ns]
