"""A band of a scene on a web server, read window by window on any grid; expired signatures are renewed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.errors import RasterioIOError
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from ..errors import InputError, NetworkError
from ..raster.nodata_comparison import equals_nodata, held_nodata
from ..raster.pixel_windows import intersect, relative_to
from ..raster.profile import SAME_GRID, RasterProfile
from ..raster.raster_reader import DTYPES, GDAL_OPTIONS, Raster
from ..raster.read_errors import DamagedRaster, pixel_reads
from ..sentinel2.radiometric_offset import subtract_offset
from .http import BACKOFF, certificates, get, status_error
from .sas_auth import forget, sign

T = TypeVar("T")

TRIES = 3
"""How often a window is asked for before giving up."""

REFUSED = (401, 403)
"""HTTP statuses of a signature that has expired."""


def gdal_options(timeout: float) -> dict[str, object]:
    """Return GDAL's options for reading windows of files on web servers; `timeout` is in seconds."""
    return {
        **GDAL_OPTIONS,
        # GDAL's threads fetch blocks ahead, and leave zero without an error those that a server refuses. Bands are read
        # in parallel anyway.
        "GDAL_NUM_THREADS": "1",
        "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",  # else it asks for sidecar files
        "GDAL_HTTP_CONNECTTIMEOUT": timeout,
        # Not GDAL_HTTP_TIMEOUT, which also ends long transfers that work.
        "GDAL_HTTP_LOW_SPEED_LIMIT": 1,
        "GDAL_HTTP_LOW_SPEED_TIME": max(1, round(timeout)),
        "GDAL_HTTP_MAX_RETRY": 2,
        "GDAL_HTTP_RETRY_DELAY": BACKOFF,
        # Not 429: GDAL ignores Retry-After, which `_diagnose` respects.
        "GDAL_HTTP_RETRY_CODES": "500,502,503,504",
        "GTIFF_HAS_OPTIMIZED_READ_MULTI_RANGE": "NO",
        "CPL_VSIL_CURL_NON_CACHED": "/vsicurl/",  # a failure is not remembered
        "VSI_CACHE": "TRUE",
        # Else an index that cannot be fetched while reading counts as one without blocks: zeros, and no error.
        "GTIFF_USE_DEFERRED_STRILE_LOADING": "NO",
        "GDAL_CURL_CA_BUNDLE": certificates(),  # which rasterio sets to its own, whatever the user has
    }


@dataclass
class RemoteBand:
    """An asset of a scene, signed and opened when it is needed."""

    scene: str
    name: str
    href: str
    nodata: float | None
    """What the catalogue gives as nodata, for files that do not say it themselves."""
    offset: int
    """To be subtracted from its pixel values."""
    is_classes: bool
    """Whether its values are classes, which cannot be interpolated."""
    timeout: float
    """Seconds to wait for an answer of the server."""
    raster: Raster | None = None
    """The open file."""
    alternates: tuple[str, ...] = ()
    """Other addresses of the same file."""

    def open(self) -> Raster:
        """Return the file, opened; only one thread at a time uses it.

        Raises:
            NetworkError: it cannot be read.
            InputError: it is not a raster that can be used.
        """
        if self.raster is None:
            with rasterio.Env(**gdal_options(self.timeout)):
                dataset = self._open_any()
            self.raster = Raster(dataset, tuple(dataset.indexes))
            if dataset.crs is None or any(d not in DTYPES for d in dataset.dtypes):
                raise InputError(
                    "Asset {name} of {scene} is not a georeferenced raster of numbers: leave it out of ASSETS.",
                    name=self.name,
                    scene=self.scene,
                )
            if self.nodata is None or dataset.nodata is not None:
                self.nodata = dataset.nodata
            if held_nodata(self.raster.dtype, self.nodata) is None:
                self.nodata = None
        return self.raster

    def _open_any(self) -> rasterio.DatasetReader:
        """Return the file, opened at the first of its addresses where that works."""
        while True:
            try:
                return self._retry(lambda: rasterio.open(f"/vsicurl/{sign(self.href, self.timeout)}"))
            except NetworkError:
                if not self.alternates:
                    raise
                self.href, *others = self.alternates
                self.alternates = tuple(others)

    def close(self) -> None:
        """Close the file, if it is open."""
        if self.raster is not None:
            self.raster.dataset.close()
            self.raster = None

    def read(self, grid: RasterProfile, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) of a window of a grid and which are valid, resampled where the grid is not its own.

        Raises:
            NetworkError: they cannot be read.
        """

        def read() -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
            raster = self.open()
            with pixel_reads(self.name):
                return read_open(raster)

        def read_open(raster: Raster) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
            shift = pixel_shift(grid, raster.profile)
            if shift is not None:
                return _read_shifted(raster, window, shift)
            with self._warp(raster.dataset, grid) as warped:
                bands = list(raster.bands)
                return warped.read(bands, window=window), warped.read_masks(bands, window=window) != 0

        with rasterio.Env(**gdal_options(self.timeout)):
            pixels, valid = self._retry(read)
        valid &= ~equals_nodata(pixels, self.nodata)
        return subtract_offset(pixels, valid, self.offset), valid

    def _warp(self, dataset: rasterio.DatasetReader, grid: RasterProfile) -> WarpedVRT:
        height, width = grid.box.shape
        return WarpedVRT(
            dataset,
            crs=grid.crs,
            transform=grid.box.affine,
            width=width,
            height=height,
            resampling=Resampling.nearest if self.is_classes else Resampling.cubic,
            src_nodata=self.nodata,
            nodata=self.nodata,
            add_alpha=self.nodata is None,  # beyond the file's edge nothing is valid
        )

    def _retry(self, ask: Callable[[], T]) -> T:
        """Return what `ask` returns, asking up to `TRIES` times.

        Raises:
            NetworkError: it fails each time, or cannot succeed.
        """
        for _ in range(TRIES):
            try:
                return ask()
            except (RasterioIOError, DamagedRaster) as error:
                self.close()
                self._diagnose()
                said = error.values["reason"] if isinstance(error, DamagedRaster) else error
                reason = re.sub(r"\?\S+", "", str(said))  # which may hold the signature
        raise NetworkError(
            "{name} of {scene} cannot be read from {server} ({reason}): try again later.",
            name=self.name,
            scene=self.scene,
            server=urlsplit(self.href).hostname,
            reason=reason,
        )

    def _diagnose(self) -> None:
        """Find out why the file cannot be read; wait if the server asks for that, and sign again, once.

        GDAL's own message does not always say why, and never how long to wait.

        Raises:
            NetworkError: trying again is of no use.
        """
        url = sign(self.href, self.timeout)
        status = self._status(url)
        if status in REFUSED and url != self.href:
            forget(self.href)
            status = self._status(sign(self.href, self.timeout))
            if status in REFUSED:
                raise NetworkError(
                    "{server} refuses access to {name} of {scene}, even with a new signature (HTTP {status}): "
                    "try again later.",
                    server=urlsplit(self.href).hostname,
                    name=self.name,
                    scene=self.scene,
                    status=status,
                )
        if status >= 400:
            raise status_error(self.href, status)

    def _status(self, url: str) -> int:
        with get(url, self.timeout, Range="bytes=0-0") as answer:
            return int(answer.status_code)


def pixel_shift(grid: RasterProfile, own: RasterProfile) -> tuple[int, int] | None:
    """Return by how many whole columns and rows a grid lies beside another; none if its pixels are not the same."""
    if grid.crs != own.crs:
        return None
    offset = ~own.box.affine * grid.box.affine
    shift = round(offset.c), round(offset.f)
    moved = type(offset).translation(*shift)
    return shift if offset.almost_equals(moved, SAME_GRID) else None


def _read_shifted(
    raster: Raster, window: Window, shift: tuple[int, int]
) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
    """Return pixels of a window that may reach beyond the raster, where nothing is valid."""
    own = Window(window.col_off + shift[0], window.row_off + shift[1], window.width, window.height)
    height, width = raster.box.shape
    inside = intersect(own, Window(0, 0, width, height))
    if inside == own:
        return raster.dataset.read(window=own), raster.dataset.read_masks(window=own) != 0
    shape = raster.dataset.count, window.height, window.width
    pixels, valid = np.zeros(shape, raster.dataset.dtypes[0]), np.zeros(shape, bool)
    if inside is not None:
        place = (slice(None), *relative_to(own, inside).toslices())
        pixels[place] = raster.dataset.read(window=inside)
        valid[place] = raster.dataset.read_masks(window=inside) != 0
    return pixels, valid
