"""Writes a raster of any size window by window, as a cloud-optimised GeoTIFF (COG)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

import numpy as np
import rasterio
import rasterio.shutil
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..atomic_write import atomic_write
from ..cpu_threads import core_count
from ..errors import InputError
from ..host_memory import return_freed_memory
from ..redaction import redact_texts
from .profile import RasterProfile
from .raster_reader import GDAL_OPTIONS
from .read_errors import open_options
from .sidecars import sidecars
from .write_errors import pixel_writes

CREATION = {"COMPRESS": "DEFLATE", "PREDICTOR": "YES"}
BLOCK = 512
"""Pixels along a side of a tile of the file, in which its smallest overview lies."""

RAW = {"TILED": True, "BLOCKXSIZE": BLOCK, "BLOCKYSIZE": BLOCK, "BIGTIFF": "IF_SAFER", "SPARSE_OK": True}
"""Creation options of the file that becomes a COG. It is not compressed: the tiles of a network do not match the file's blocks,
which would be packed repeatedly."""
WRITING: dict[str, object] = GDAL_OPTIONS | {"GDAL_CACHEMAX": 32 * 2**20}
"""GDAL's options while a result is written. Its block cache (bytes) only needs to hold the seams of tiles, so that memory
does not grow with the result."""
MOST_PIXELS = 2**31 - 1
"""Most columns or rows of a raster, which GDAL counts in 32 bits."""


class PixelWriter(Protocol):
    """Takes the pixels of a raster window by window, as `CogWriter` does."""

    @property
    def profile(self) -> RasterProfile:
        """Grid, data type and bands of the raster."""

    def write(self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], window: Window) -> None:
        """Store the pixels of a window; see `CogWriter.write`."""


class CogWriter:
    """A COG being written: windows in any order, from one thread at a time, then `finish`."""

    def __init__(self, path: Path, profile: RasterProfile, target: Path | None = None) -> None:
        self.path, self.profile, self.target = path, profile, target or path
        self.raw = path.with_suffix(".raw")
        height, width = profile.box.shape
        self.is_empty = True
        """Whether no valid pixel was written yet."""
        self.size = profile.bytes
        self.dataset = rasterio.open(
            self.raw,
            "w",
            driver="GTiff",
            height=height,
            width=width,
            count=profile.count,
            dtype=profile.dtype,
            **profile.placement,
            nodata=profile.nodata,
            **RAW,
        )
        self.dataset.colorinterp = profile.colorinterp
        for band, description in enumerate(profile.descriptions, start=1):
            self.dataset.set_band_description(band, description)
        if profile.scaling:
            profile.scaling.write(self.dataset)
        for band, centre in enumerate(profile.wavelengths, start=1):
            if centre is not None:  # in micrometres, as GDAL's drivers write wavelengths
                self.dataset.update_tags(band, ns="IMAGERY", CENTRAL_WAVELENGTH_UM=f"{centre / 1000:g}")
        self.dataset.update_tags(**redact_texts(profile.tags))

    def write(self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], window: Window) -> None:
        """Store the pixels of a window.

        Args:
            pixels: (b, h, w), of the profile's data type.
            valid: Which pixels (b, h, w) are valid. Others become nodata or masked; without a nodata value, floats become NaN.
            window: Window of the raster in which the pixels lie.
        """
        self.is_empty &= not valid.any()
        if not valid.all():
            blank = self.profile.nodata
            if blank is None:
                blank = np.nan if pixels.dtype.kind == "f" else 0
            pixels = np.where(valid, pixels, np.array(blank).astype(pixels.dtype))
        with self._writes():
            self.dataset.write(pixels, window=window)
            if self.profile.has_mask:
                with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
                    self.dataset.write_mask(valid.all(axis=0), window=window)

    def close(self) -> None:
        """End writing pixels: from then on `raw` can be read.

        Raises:
            OutputError: The last pixels could not be written.
        """
        if not self.dataset.closed:
            with self._writes():
                self.dataset.close()

    def note(self, **tags: str) -> None:
        """Add tags that are known only once all pixels are written; before `finish`, as a COG is not changed."""
        with self._writes(), rasterio.open(self.raw, "r+") as dataset:
            dataset.update_tags(**redact_texts(tags))

    def finish(self) -> Iterator[float]:
        """Convert what was written to a COG with overviews; yield the share done.

        Raises:
            OutputError: the file cannot be written.
        """
        self.close()
        yield from copy_as_cog(self.raw, self.path, self.target, self.size)

    @property
    def _needed(self) -> int:
        """Return about the most bytes needed on the disk: for the plain file, and for the packed one, both with overviews."""
        return 2 * (self.size + _overview_size(self.size))

    def _writes(self) -> AbstractContextManager[None]:
        return pixel_writes(self.target, self._needed)


def _overview_size(size: int) -> int:
    """Return about the most bytes of the overviews of `size` bytes of pixels."""
    return size // 3


def copy_as_cog(source: Path, path: Path, target: Path, size: int) -> Iterator[float]:
    """Copy a raster as a COG with overviews; yield the share done.

    GDAL works in long calls that report no progress and cannot be stopped. They run in a thread of their own,
    so that this generator can be closed at any time; the sizes of the growing files tell how far it is.

    Args:
        source: The raster: a VRT, or the file `path.with_suffix(".raw")`, which gets the overviews.
        path: Path of the file that is written, in a temporary folder.
        target: Path of the result as the user gave it, for errors.
        size: Bytes of the raster's pixels.

    Raises:
        OutputError: the file cannot be written.
    """
    failure: list[Exception] = []
    return_freed_memory()  # of the network
    raw = path.with_suffix(".raw")
    before = _file_size(raw)
    to_write = 2 * (size + _overview_size(size)) - (size if source == raw else 0)

    def copy() -> None:
        try:
            with rasterio.Env(**WRITING | open_options()), pixel_writes(target, to_write):
                if source != raw:
                    _copy_as_raw(source, raw)
                _build_overviews(raw)
                rasterio.shutil.copy(
                    raw, path, driver="COG", BIGTIFF="IF_SAFER", NUM_THREADS=core_count(), **CREATION
                )
        except Exception as error:
            failure.append(error)

    worker = threading.Thread(target=copy, daemon=True)
    worker.start()
    share = 0.0
    while worker.is_alive():
        worker.join(0.5)
        share = max(share, min(0.99, (_file_size(raw) - before + _file_size(path)) / to_write))
        yield share
    if failure:
        raise failure[0]


def _copy_as_raw(source: Path, raw: Path) -> None:
    """Copy a VRT as a file that takes overviews; packed lightly, as it may be a country."""
    with rasterio.open(source) as dataset:
        predictor = 3 if np.dtype(dataset.dtypes[0]).kind == "f" else 2
    packing = {"COMPRESS": "DEFLATE", "ZLEVEL": 1, "PREDICTOR": predictor, "NUM_THREADS": core_count()}
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        rasterio.shutil.copy(source, raw, driver="GTiff", **RAW, **packing)


def _build_overviews(raw: Path) -> None:
    """Add the overviews of a COG to a file.

    Those that GDAL's COG driver builds by itself are the same, but take more memory, the more the wider the raster is
    (500 MB for ten bands of 10,980 columns), and twice the time.
    """
    with rasterio.open(raw) as dataset:
        longest = max(dataset.shape)
    factor = 2
    while longest // (factor // 2) > BLOCK:  # as many as that driver
        with rasterio.open(raw, "r+") as dataset:  # each from the one before: all at once take more memory
            dataset.build_overviews([factor], Resampling.average)
        return_freed_memory()
        factor *= 2


def _file_size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


@contextmanager
def cog_writer(target: str | Path, profile: RasterProfile) -> Iterator[CogWriter]:
    """Open a raster for writing, under a temporary name until the block ends without an error.

    Raises:
        InputError: The raster would have more pixels than GDAL can count.
        OutputError: the folder cannot be written to, or is full.
    """
    height, width = profile.box.shape
    if max(height, width) > MOST_PIXELS:
        raise InputError(
            "The result would have {width} × {height} pixels, more than a raster can have: choose a smaller EXTENT.",
            width=width,
            height=height,
        )
    with atomic_write(target, sidecars) as path, rasterio.Env(**WRITING):
        with pixel_writes(Path(target).absolute(), 0):
            writer = CogWriter(path, profile, Path(target).absolute())
        try:
            yield writer
        finally:
            writer.dataset.close()


@contextmanager
def raw_writer(path: Path, profile: RasterProfile) -> Iterator[CogWriter]:
    """Open a raster for writing that only this run reads, from `raw` and once the block has ended; it is not packed.

    Args:
        path: Path of the file, in a temporary folder.
        profile: Profile of the raster.

    Raises:
        OutputError: the folder cannot be written to, or is full.
    """
    with rasterio.Env(**WRITING):
        writer = CogWriter(path, profile)
        try:
            yield writer
        finally:
            writer.close()
