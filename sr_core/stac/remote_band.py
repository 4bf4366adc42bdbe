"""A file on a web server, read window by window on any lattice; what goes wrong is helped where it can be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

import numpy as np
import rasterio
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.errors import RasterioIOError
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from ..errors import BadInput, NetworkError
from ..raster.io import DTYPES, GDAL_OPTIONS
from .http import BACKOFF, certificates, get, refusal
from .sas_auth import forget, signed

T = TypeVar("T")

TRIES = 3
"""How often a window is asked for: after that what interrupts it is no passing trouble."""

REFUSED = (401, 403)
"""HTTP statuses of a signature that has expired."""

SAME = 1e-6
"""Share of a pixel by which grids may differ and still be the same."""


def gdal_options(timeout: float) -> dict[str, object]:
    """GDAL's options for reading windows of files on web servers."""
    return {
        **GDAL_OPTIONS,
        # GDAL's threads fetch blocks ahead, and those that a server refuses they leave zero without an error. Bands are
        # read at the same time as it is.
        "GDAL_NUM_THREADS": "1",
        "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",  # else it asks for sidecar files that are not there
        "GDAL_HTTP_CONNECTTIMEOUT": timeout,
        # Not GDAL_HTTP_TIMEOUT, which ends transfers that are merely long.
        "GDAL_HTTP_LOW_SPEED_LIMIT": 1,
        "GDAL_HTTP_LOW_SPEED_TIME": max(1, round(timeout)),
        "GDAL_HTTP_MAX_RETRY": 2,
        "GDAL_HTTP_RETRY_DELAY": BACKOFF,
        # Not 429: GDAL does not heed Retry-After, and `RemoteBand.help` does.
        "GDAL_HTTP_RETRY_CODES": "500,502,503,504",
        "GTIFF_HAS_OPTIMIZED_READ_MULTI_RANGE": "NO",
        "CPL_VSIL_CURL_NON_CACHED": "/vsicurl/",  # a failure is not remembered
        "VSI_CACHE": "TRUE",
        # Else an index that cannot be fetched while reading passes for one without blocks: zeros, and no error.
        "GTIFF_USE_DEFERRED_STRILE_LOADING": "NO",
        "GDAL_CURL_CA_BUNDLE": certificates(),  # which rasterio sets to its own, whatever the user has
    }


@dataclass(frozen=True)
class TargetGrid:
    """The pixel grid that all bands are read on."""

    box: GeoBox
    crs: CRS

    def is_of(self, dataset: rasterio.DatasetReader) -> bool:
        """Whether a file's own pixels are those of the lattice."""
        offset = ~self.box.affine * dataset.transform
        return bool(
            dataset.shape == self.box.shape
            and dataset.crs == self.crs
            and offset.almost_equals(type(offset).identity(), SAME)
        )


@dataclass
class RemoteBand:
    """An asset of a scene, signed and opened when it is needed."""

    scene: str
    name: str
    href: str
    nodata: float | None
    """What the catalogue calls nodata, for files that do not say it."""
    offset: int
    """To be taken off its pixel values."""
    is_classes: bool
    """Whether its values are classes, which have no values in between."""
    timeout: float
    dataset: rasterio.DatasetReader | None = None

    def open(self) -> rasterio.DatasetReader:
        """The file; a thread uses it alone.

        Raises:
            NetworkError: it cannot be had.
            BadInput: it is no raster that can be used.
        """
        if self.dataset is None:
            with rasterio.Env(**gdal_options(self.timeout)):
                self.dataset = self._insisting(
                    lambda: rasterio.open(f"/vsicurl/{signed(self.href, self.timeout)}")
                )
            if self.dataset.crs is None or any(d not in DTYPES for d in self.dataset.dtypes):
                raise BadInput(
                    "Asset {name} of {scene} is not a georeferenced raster of numbers: leave it out of ASSETS.",
                    name=self.name,
                    scene=self.scene,
                )
            if self.nodata is None or self.dataset.nodata is not None:
                self.nodata = self.dataset.nodata
        return self.dataset

    def close(self) -> None:
        if self.dataset is not None:
            self.dataset.close()
            self.dataset = None

    def read(self, lattice: TargetGrid, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Pixels (b, h, w) of a window of a lattice and which are valid, resampled where the lattice is not its own."""

        def once() -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
            dataset = self.open()
            if lattice.is_of(dataset):
                return dataset.read(window=window), dataset.read_masks(window=window) != 0
            with self._warped(dataset, lattice) as warped:
                indexes = list(dataset.indexes)
                return warped.read(indexes, window=window), warped.read_masks(indexes, window=window) != 0

        with rasterio.Env(**gdal_options(self.timeout)):
            pixels, valid = self._insisting(once)
        if self.nodata is not None and np.isfinite(self.nodata):
            valid &= pixels != self.nodata
        return self._without_offset(pixels, valid), valid

    def _warped(self, dataset: rasterio.DatasetReader, lattice: TargetGrid) -> WarpedVRT:
        height, width = lattice.box.shape
        return WarpedVRT(
            dataset,
            crs=lattice.crs,
            transform=lattice.box.affine,
            width=width,
            height=height,
            resampling=Resampling.nearest if self.is_classes else Resampling.cubic,
            src_nodata=self.nodata,
            nodata=self.nodata,
            add_alpha=self.nodata is None,  # beyond the file's edge nothing is valid
        )

    def _without_offset(self, pixels: NDArray[np.generic], valid: NDArray[np.bool_]) -> NDArray[np.generic]:
        """Valid pixels less the offset; those darker than it become 0, as they were before there was one."""
        if not self.offset:
            return pixels
        lowest = float(np.iinfo(str(pixels.dtype)).min) if pixels.dtype.kind in "iu" else -np.inf
        less = np.maximum(pixels.astype(np.float64) - self.offset, lowest).astype(pixels.dtype)
        return np.where(valid, less, pixels)

    def _insisting(self, ask: Callable[[], T]) -> T:
        """What `ask` gives, in the end.

        Raises:
            NetworkError: it cannot be had.
        """
        for _ in range(TRIES):
            try:
                return ask()
            except RasterioIOError as error:
                self.close()
                self._help()
                reason = re.sub(r"\?\S+", "", str(error))  # which may hold the signature
        raise NetworkError(
            "{name} of {scene} cannot be read from {server} ({reason}): try again later.",
            name=self.name,
            scene=self.scene,
            server=urlsplit(self.href).hostname,
            reason=reason,
        )

    def _help(self) -> None:
        """Find out what keeps the file from being read; wait if the server wants that, and sign again, once.

        GDAL's own message says it now and then, and does not say how long to wait.

        Raises:
            NetworkError: it cannot be helped.
        """
        url = signed(self.href, self.timeout)
        status = self._status(url)
        if status in REFUSED and url != self.href:
            forget(self.href)
            status = self._status(signed(self.href, self.timeout))
            if status in REFUSED:
                raise NetworkError(
                    "{server} refuses access to {name} of {scene}, also with a fresh signature (HTTP {status}): "
                    "try again later.",
                    server=urlsplit(self.href).hostname,
                    name=self.name,
                    scene=self.scene,
                    status=status,
                )
        if status >= 400:
            raise refusal(self.href, status)

    def _status(self, url: str) -> int:
        with get(url, self.timeout, Range="bytes=0-0") as answer:
            return int(answer.status_code)
