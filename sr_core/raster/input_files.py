"""Finds the files on this computer that a raster is read from: through VRTs, archives, links, and what lies beside it."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import rasterio
from rasterio.errors import RasterioError

from .vrt_parser import named_sources, read_vrt

INDEX = ".gti.gpkg"
"""How the name of a tile index ends."""

COME_AND_GO = (".aux.xml", ".ovr", ".qml", ".qmd")
"""Endings of files that QGIS writes beside a raster that it shows, without changing pixels."""

HANDLERS = re.compile(r"/vsi[a-z0-9_]+(?:_streaming)?/", re.IGNORECASE)
"""GDAL's virtual file systems, of which several may stand before a name: /vsizip//vsitar/."""


def files_of(raster: str) -> set[str]:
    """Return the existing files that a raster is read from, absolute and with links followed.

    Of a VRT or a tile index these are also its sources, and theirs; of a raster in an archive, the archive; of any raster what GDAL reads
    beside it. A raster on a server has none.

    Args:
        raster: a path, or whatever else GDAL can open.
    """
    found: set[str] = set()
    waiting, seen = [raster], set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        mine = set(_files_in(name)) | {file for each in _list_files(name) for file in _files_in(each)}
        for file in mine - found:
            waiting.extend(_vrt_sources(file))
            waiting.extend(_index_sources(file))
        if name.lstrip().startswith("<"):
            waiting.extend(_sources_in(name, ""))
        found |= mine
    return found


def file_through(name: str) -> str | None:
    """Return an existing file that a name of GDAL's is about or leads through, such as an archive; None if there is none."""
    return next(_files_in(name), None)


def has_scheme(name: str) -> bool:
    """Whether a name of GDAL's has an address such as https://… in it, and not only a group of an HDF5 file: HDF5:"a.h5"://b."""
    return "://" in re.sub(r"^(?:HDF5|BAG):(.*)://.*", r"\1", name, flags=re.IGNORECASE | re.DOTALL)


def _list_files(name: str) -> list[str]:
    """Return the names of the files that GDAL reads for a raster, including files beside it."""
    if has_scheme(name) and not name.lower().startswith("vrt:"):
        return []
    with suppress(RasterioError, OSError, ValueError), rasterio.open(name) as dataset:
        return list(dataset.files)
    return []


def _files_in(name: str) -> Iterator[str]:
    """Yield the existing files that a name of GDAL's is about: a path, a path in an archive, or `NETCDF:"a.nc":band`."""
    if name.lstrip().startswith("<"):  # the text of a VRT in place of its name
        return
    texts = [name, *re.findall(r"[\"'{]([^\"'{}]+)[\"'}]", name)]
    if ":" in name:
        parts = name.split(":")
        texts += [":".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1)]
    if HANDLERS.match(name):  # /vsisubfile/OFFSET_SIZE,FILE and /vsicrypt/key=KEY,file=FILE
        texts += [part for place in re.finditer(r"[,=]", name) for part in [name[place.end() :]]]
    for text in texts:
        path = _find_existing(HANDLERS.sub("/", text) if HANDLERS.match(text) else text)
        if path:
            yield path


def _find_existing(text: str) -> str | None:
    """Return the file that a path leads to or through, as one in an archive does; None if there is none.

    A relative path in an archive keeps no slash, and an absolute one two: both are tried.
    """
    for start in (text, re.sub(r"^/+", "/", text), text.lstrip("/")):
        path = start.partition("?")[0].replace("{", "").replace("}", "").strip()
        while path and path not in ("/", "."):
            with suppress(OSError, ValueError):
                if os.path.isfile(path):
                    return os.path.realpath(path)
                if os.path.isdir(path):
                    break
            path = os.path.dirname(path.rstrip("/"))
    return None


def _vrt_sources(file: str) -> Iterator[str]:
    """Yield a VRT, and the names of the rasters that it consists of; nothing of any other file."""
    with suppress(OSError):
        text = read_vrt(file)
        if text is not None:
            yield file  # for what GDAL finds in it, however it is written
            yield from _sources_in(text, os.path.dirname(file))


def _sources_in(text: str, folder: str) -> Iterator[str]:
    for source in named_sources(text):
        yield source.path(folder)
        if not source.is_relative:  # GDAL looks where the program runs; people mean the folder of the VRT
            yield os.path.join(folder, source.name)


def _index_sources(file: str) -> Iterator[str]:
    """Yield the rasters of a tile index (GTI) in a GeoPackage, which GDAL does not list; nothing of any other file."""
    if not file.lower().endswith(INDEX):
        return
    address = f"{Path(file).as_uri()}?mode=ro"
    with suppress(sqlite3.Error), closing(sqlite3.connect(address, uri=True)) as database:
        for (layer,) in database.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"):
            quoted = '"' + layer.replace('"', '""') + '"'
            for (name,) in database.execute(f"SELECT location FROM {quoted}"):  # noqa: S608  # nosec B608: quoted
                yield os.path.join(os.path.dirname(file), name)
