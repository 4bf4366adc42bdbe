"""Rasters in archives: the one raster of a zip file, whatever else the system has put into it."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import rasterio

from ..errors import InputError
from ..os_metadata_files import companion_of, is_within_system_folder
from .input_files import file_through, has_scheme
from .sidecars import RASTERS

_ZIP = re.compile(r"^/vsizip/(?P<zip>.+\.zip)/?$", re.IGNORECASE)

_REMOTE = re.compile(r"^/vsi(curl|s3|gs|az|adls|oss|swift|webhdfs|hdfs)\b|^(WMS|WCS|WMTS|PG):", re.IGNORECASE)
"""Pattern of the names of rasters on servers."""


def only_raster(path: str | Path) -> str | None:
    """Return the path, as GDAL has it, of the only raster in a zip file that `path` names without naming a raster in it.

    GDAL itself finds it only if there is no other file, as macOS puts them into every zip.
    """
    rasters = _rasters_in_zip(path)
    return rasters[0] if len(rasters) == 1 else None


def _rasters_in_zip(path: str | Path) -> list[str]:
    """Return the paths, as GDAL has them, of the rasters in a zip file that `path` names without naming one in it."""
    found = _ZIP.match(os.fspath(path))
    if not found:
        return []
    try:
        with zipfile.ZipFile(found["zip"]) as archive:
            names = [PurePosixPath(name) for name in archive.namelist() if not name.endswith("/")]
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return []
    return [
        f"/vsizip/{found['zip']}/{name}"
        for name in names
        if not is_within_system_folder(name) and name.suffix.lower()[1:] in RASTERS
    ]


def require_bands(dataset: rasterio.DatasetReader, path: str | Path) -> None:
    """Require that a dataset has bands: some, such as netCDF and HDF5, only hold several rasters.

    Raises:
        InputError: The dataset has no bands.
    """
    if not dataset.count:
        raise _choose_one(path, dataset.subdatasets) if dataset.subdatasets else unreadable(path)


def _choose_one(path: str | Path, rasters: Sequence[str]) -> InputError:
    return InputError(
        "{path} holds {count} rasters: choose one of them, such as {first}.",
        path=path,
        count=len(rasters),
        first=rasters[0],
    )


def unreadable(path: str | Path) -> InputError:
    """Return the error for a path that GDAL cannot open."""
    if owner := companion_of(path):
        return InputError(
            "{path} is not a raster but a macOS metadata file of {owner}: choose {owner} instead; the metadata "
            "file can be deleted.",
            path=path,
            owner=owner.name,
        )
    if Path(path).exists():
        return InputError("{path} is not a raster that GDAL can read.", path=path)
    if len(rasters := _rasters_in_zip(path)) > 1:
        return _choose_one(path, rasters)
    if os.fspath(path).startswith(("s3://", "/vsis3/")):
        return InputError(
            "{path} cannot be opened: check its name and the credentials (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or "
            "AWS_PROFILE; AWS_NO_SIGN_REQUEST=YES for what is public) in the environment of QGIS, or of this command.",
            path=path,
        )
    if has_scheme(os.fspath(path)) or _REMOTE.search(os.fspath(path)):
        return InputError(
            "{path} cannot be opened: check the address, the connection, and whether the server requires a "
            "password.",
            path=path,
        )
    if file := file_through(os.fspath(path)):
        return InputError(
            "{path} is not a raster that GDAL can read, though {file} exists: check the rest of the name, and "
            "whether the file requires a password.",
            path=path,
            file=file,
        )
    return InputError("{path} does not exist.", path=path)
