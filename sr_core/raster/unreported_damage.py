"""Finds damage that GDAL does not report: VRT sources that changed, masks that cannot be opened, files cut off."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
import rasterio
from rasterio._err import CPLE_BaseError
from rasterio.errors import RasterioError
from rasterio.windows import Window

from .missing_vrt_sources import MOST_SOURCES, header_of, lost_sources, sources_of
from .read_errors import DamagedRaster, pixel_reads

_TYPES = {"byte": "uint8", "uint16": "uint16", "int16": "int16", "uint32": "uint32", "int32": "int32"}
_TYPES |= {"int8": "int8", "float32": "float32", "float64": "float64"}
"""Rasterio's name of each pixel type, by its name in a VRT."""


_FILLED = ("ENVI", "HFA", "PCIDSK")
"""Drivers that give zeros for pixels beyond the end of a file."""
_FIRST = Window(0, 0, 1, 1)
"""The first pixel."""


def require_undamaged(dataset: rasterio.DatasetReader) -> None:
    """Refuse a VRT whose sources are not what it says of them, a mask file that cannot be read, and files cut off.

    GDAL reads sources of another size as if they had the one that the VRT says: part of the result is then empty or of
    another place. It leaves out a mask that it cannot open: all pixels are then valid. Sources that are missing are
    noticed when they are read, and not before, so that other parts of a mosaic can be used. Pixel functions that fail
    without a message, as a sum of one band does, leave zeros.

    Raises:
        DamagedRaster: one of these files is damaged, or has changed.
    """
    if dataset.driver == "VRT":
        _compare_sources(dataset)
        _require_computed(dataset)
    if dataset.driver in _FILLED:
        _require_size(dataset)
    mask = Path(f"{dataset.name}.msk")
    if mask.is_file():
        state = mask.stat()
        _require_mask(str(mask), state.st_mtime_ns, state.st_size)


def _require_computed(dataset: rasterio.DatasetReader) -> None:
    """Require that the first pixel of each band is read, or that GDAL says why not, which is raised where pixels are read."""
    if any(source.shown is None or source.shown.meets(_FIRST) for source in lost_sources(dataset)):
        return  # of which GDAL may have said so before, and is then silent
    try:
        state = os.stat(dataset.name)
        _read_first_pixel(dataset.name, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError):  # in an archive, say, or the text of a VRT
        _read_first_pixel.__wrapped__(dataset.name, 0, 0)


@lru_cache(maxsize=1024)
def _read_first_pixel(path: str, changed: int, size: int) -> None:
    """Decide once for each state of a file: tiles are opened often."""
    with rasterio.open(path) as dataset:
        types = dataset.dtypes
        try:
            # All at once that are of a type: in each read rasterio looks at all bands, of which there may be thousands.
            for dtype in sorted(set(types)):
                bands = [band for band, own in zip(dataset.indexes, types, strict=True) if own == dtype]
                dataset.read(bands, window=_FIRST)
        except RasterioError:
            return  # raised where pixels are read
        for band in dataset.indexes:
            try:
                # Unlike a read, in which rasterio takes a failure without a message for none.
                dataset.checksum(band, _FIRST)
            except RasterioError:
                raise DamagedRaster(
                    "{path} is a VRT of which GDAL cannot compute band {band}, and does not say why: check its pixel "
                    "function, and how many bands that takes.",
                    path=path,
                    band=band,
                ) from None


def _require_size(dataset: rasterio.DatasetReader) -> None:
    """Require that the files are as large as their pixels, where these are stored as they are."""
    try:
        size = sum(os.stat(file).st_size for file in dataset.files)
        headers = (Path(file).read_text(errors="replace") for file in dataset.files if file.endswith(".hdr"))
        packed = any(re.search(r"^file compression\s*=\s*1", text, re.I | re.M) for text in headers)
    except OSError:
        return  # in an archive, say
    structure = dataset.tags(1, ns="IMAGE_STRUCTURE") | dataset.tags(ns="IMAGE_STRUCTURE")
    packed = (
        packed
        or "COMPRESSION" in structure
        or structure.get("INTERLEAVE") not in ("PIXEL", "LINE", "BAND", None)
    )
    pixels = sum(np.dtype(dtype).itemsize for dtype in dataset.dtypes) * dataset.width * dataset.height
    if size < pixels and not packed:
        raise DamagedRaster(
            "{path} has only {size} of the {pixels} bytes of its pixels: copy or download it again.",
            path=dataset.name,
            size=size,
            pixels=pixels,
        )


@lru_cache(maxsize=1024)
def _require_mask(mask: str, changed: int, size: int) -> None:
    """Decide once for each state of a file: tiles are opened often."""
    try:
        with rasterio.open(mask) as dataset, pixel_reads(mask):
            dataset.read(1, window=Window(dataset.width - 1, dataset.height - 1, 1, 1))
    except (RasterioError, CPLE_BaseError):
        raise DamagedRaster(
            "The mask {path} cannot be read: copy it again, or remove it if all pixels are valid.", path=mask
        ) from None


def _compare_sources(dataset: rasterio.DatasetReader) -> None:
    checked: set[str] = set()
    for source in sources_of(dataset.name):
        if source.said and source.path not in checked and len(checked) < MOST_SOURCES:
            checked.add(source.path)
            _compare(dataset, source.path, source.said)


def _compare(dataset: rasterio.DatasetReader, path: str, properties: Mapping[str, str]) -> None:
    """Compare a source, where it can be opened, with what the VRT says of it."""
    try:
        header = header_of(path, os.stat(path))
    except OSError:
        return  # said when it is read; or not a file
    if header is None:
        return
    shape, dtype, crs = header
    said = tuple(
        int(number) if (number := properties.get(side, "")).isdigit() else own
        for side, own in zip(("RasterYSize", "RasterXSize"), shape, strict=True)
    )
    said_type = _TYPES.get(properties.get("DataType", "").lower(), dtype)
    if shape != said or dtype != said_type:
        raise DamagedRaster(
            "{path} says that {source} has {columns} × {rows} pixels of type {said}, but it has {width} × {height} of "
            "type {dtype}: make the VRT again.",
            path=dataset.name,
            source=path,
            columns=said[1],
            rows=said[0],
            said=said_type,
            width=shape[1],
            height=shape[0],
            dtype=dtype,
        )
    if dataset.crs and crs and crs != dataset.crs:
        raise DamagedRaster(
            "{path} uses {source} without reprojection, though it is in another coordinate reference system: "
            "reproject it and make the VRT again.",
            path=dataset.name,
            source=path,
        )
