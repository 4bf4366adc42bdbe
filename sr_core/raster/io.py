"""Opening rasters: which bands, which pixels are valid, read window by window."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.windows import Window

from ..errors import InputError
from ..threads import core_count
from .profile import RasterProfile
from .radiometry import can_hold
from .source import Source

DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
GDAL_OPTIONS = {"GDAL_CACHEMAX": 128 * 2**20}
"""A block cache (bytes) that does not grow with the machine: GDAL's own default is 5 % of all memory."""


def gdal_threads() -> dict[str, str]:
    """Return GDAL's option for the number of threads that read and pack blocks: of this run's cores."""
    return {"GDAL_NUM_THREADS": str(core_count())}


@dataclass(frozen=True)
class Raster(Source):
    """An open raster and the bands chosen from it."""

    dataset: rasterio.DatasetReader
    bands: tuple[int, ...]
    """Indices from 1, in the order asked for."""

    @property
    def name(self) -> str:
        return str(self.dataset.name)

    @cached_property
    def dtype(self) -> str:
        """Return the type of the pixels."""
        return str(np.result_type(*(self.dataset.dtypes[band - 1] for band in self.bands)))

    @cached_property
    def profile(self) -> RasterProfile:
        """Return what the chosen bands are."""
        dataset, indices = self.dataset, [band - 1 for band in self.bands]
        nodata = dataset.nodatavals[indices[0]]
        # A band that is read as data is never called alpha, whatever the file says.
        claimed = (dataset.colorinterp[i] for i in indices)
        return RasterProfile(
            box=GeoBox(dataset.shape, dataset.transform, None),
            crs=dataset.crs,
            dtype=self.dtype,
            nodata=nodata if can_hold(self.dtype, nodata) else None,
            descriptions=tuple(dataset.descriptions[i] or "" for i in indices),
            colorinterp=tuple(ColorInterp.undefined if c == ColorInterp.alpha else c for c in claimed),
            has_mask=self._has_mask,
        )

    @cached_property
    def mask_band(self) -> int | None:
        """Index of the alpha band that masks the chosen ones, if there is one."""
        alpha = [b for b in _alpha_bands(self.dataset) if b not in self.bands]
        return alpha[0] if alpha and _is_mask(self.dataset, alpha[0]) else None

    @cached_property
    def _has_mask(self) -> bool:
        """Whether a mask (band, sidecar or alpha) tells which pixels are valid, and not a nodata value."""
        return self.mask_band is not None or (
            MaskFlags.per_dataset in self.dataset.mask_flag_enums[self.bands[0] - 1]
            and not _alpha_bands(self.dataset)
        )

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) as stored and, of the same shape, which of them are valid.

        A pixel is invalid where it has its band's nodata value, is not finite, or is masked out.
        """
        indexes = list(self.bands)
        pixels = self.dataset.read(indexes, window=window, out_dtype=self.dtype)
        valid = np.isfinite(pixels) if pixels.dtype.kind == "f" else np.ones(pixels.shape, bool)
        for i, band in enumerate(indexes):
            nodata = self.dataset.nodatavals[band - 1]
            if can_hold(self.dtype, nodata) and np.isfinite(nodata):
                valid[i] &= pixels[i] != np.array(nodata).astype(pixels.dtype)
        if self.mask_band is not None:
            valid &= self.dataset.read(self.mask_band, window=window) != 0
        elif self._has_mask:
            valid &= self.dataset.read_masks(indexes, window=window) != 0
        return pixels, valid


@contextmanager
def open_raster(path: str | Path, bands: Sequence[int] | None = None) -> Iterator[Raster]:
    """Open a raster for reading.

    Args:
        path: a file, or whatever else GDAL can open.
        bands: indices from 1; without them, all bands but one that is truly a mask.

    Raises:
        InputError: not a raster, no such band, or a data type that is not real numbers.
    """
    with rasterio.Env(**GDAL_OPTIONS, **gdal_threads()):
        try:
            dataset = rasterio.open(path)
        except rasterio.errors.RasterioIOError:
            there = Path(path).exists()
            raise InputError(
                "{path} is not a raster that GDAL can read." if there else "{path} does not exist.", path=path
            ) from None
        with dataset:
            yield Raster(dataset, _select_bands(dataset, bands))


def _select_bands(dataset: rasterio.DatasetReader, bands: Sequence[int] | None) -> tuple[int, ...]:
    if bands:
        if absent := [b for b in bands if b > dataset.count]:
            raise InputError(
                "{path} has no band {band}: it has {count}.",
                path=dataset.name,
                band=absent[0],
                count=dataset.count,
            )
    else:
        bands = [b for b in dataset.indexes if b not in _alpha_bands(dataset) or not _is_mask(dataset, b)]
        bands = bands or list(dataset.indexes)
    for band in bands:
        if dataset.dtypes[band - 1] not in DTYPES:
            raise InputError(
                "Band {band} of {path} has pixels of type {dtype}, which super-resolution cannot use.",
                band=band,
                path=dataset.name,
                dtype=dataset.dtypes[band - 1],
            )
    return tuple(bands)


def _alpha_bands(dataset: rasterio.DatasetReader) -> list[int]:
    return [b for b, c in zip(dataset.indexes, dataset.colorinterp, strict=True) if c == ColorInterp.alpha]


def _is_mask(dataset: rasterio.DatasetReader, band: int) -> bool:
    """Whether an alpha band holds a mask, which has two values: transparent and opaque.

    The near infrared of NAIP, and the fourth band of many 4-band GeoTIFFs, is tagged alpha without being a mask.
    """
    try:
        state = os.stat(dataset.name)
    except OSError:  # not a file
        return _has_two_values(dataset, band)
    return _file_is_mask(dataset.name, band, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1024)
def _file_is_mask(path: str, band: int, changed: int, size: int) -> bool:
    """Decide once for each state of a file, which is opened often: this reads the whole band."""
    with rasterio.open(path) as dataset:
        return _has_two_values(dataset, band)


def _has_two_values(dataset: rasterio.DatasetReader, band: int) -> bool:
    shape = tuple(min(side, 512) for side in dataset.shape)
    seen = np.unique(dataset.read(band, out_shape=shape))  # by nearest neighbour, which makes no new values
    top = np.iinfo(seen.dtype).max if seen.dtype.kind in "iu" else 1
    return bool(np.isin(seen, (0, 1, 255, top)).all())
