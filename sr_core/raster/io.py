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
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.windows import Window

from ..errors import BadInput

DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
GDAL_OPTIONS = {"GDAL_CACHEMAX": 128 * 2**20, "GDAL_NUM_THREADS": "ALL_CPUS"}
"""A block cache (bytes) that does not grow with the machine: GDAL's own default is 5 % of all memory."""


@dataclass(frozen=True)
class Raster:
    """An open raster and the bands chosen from it."""

    dataset: rasterio.DatasetReader
    bands: tuple[int, ...]
    """Indices from 1, in the order asked for."""

    @property
    def name(self) -> str:
        return str(self.dataset.name)

    @property
    def region(self) -> Window:
        return Window(0, 0, self.dataset.width, self.dataset.height)

    @property
    def reach(self) -> int:
        return 0

    @property
    def box(self) -> GeoBox:
        """The pixel grid: affine and shape. The CRS stays outside, opaque, so that custom ones pass unchanged."""
        return GeoBox(self.dataset.shape, self.dataset.transform, None)

    @property
    def crs(self) -> CRS | None:
        return self.dataset.crs

    @property
    def dtype(self) -> str:
        return str(np.result_type(*(self.dataset.dtypes[b - 1] for b in self.bands)))

    @property
    def nodata(self) -> float | None:
        nodata: float | None = self.dataset.nodatavals[self.bands[0] - 1]
        return nodata

    @property
    def descriptions(self) -> tuple[str, ...]:
        return tuple(self.dataset.descriptions[b - 1] or "" for b in self.bands)

    @property
    def colorinterp(self) -> tuple[ColorInterp, ...]:
        """What each band is for; a band that is read as data is never called alpha, whatever the file says."""
        claimed = (self.dataset.colorinterp[b - 1] for b in self.bands)
        return tuple(ColorInterp.undefined if c == ColorInterp.alpha else c for c in claimed)

    @cached_property
    def mask_band(self) -> int | None:
        """The alpha band that masks the chosen ones, if there is one."""
        alpha = [b for b in _alpha_bands(self.dataset) if b not in self.bands]
        return alpha[0] if alpha and _is_mask(self.dataset, alpha[0]) else None

    @cached_property
    def has_mask(self) -> bool:
        """Whether validity comes from a mask (band, sidecar or alpha) and not from a nodata value."""
        return self.mask_band is not None or (
            MaskFlags.per_dataset in self.dataset.mask_flag_enums[self.bands[0] - 1]
            and not _alpha_bands(self.dataset)
        )

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Pixels (b, h, w) as stored and, of the same shape, which of them are valid.

        A pixel is invalid where it has its band's nodata value, is not a number, or is masked out.
        """
        indexes = list(self.bands)
        pixels = self.dataset.read(indexes, window=window, out_dtype=self.dtype)
        valid = np.isfinite(pixels) if pixels.dtype.kind == "f" else np.ones(pixels.shape, bool)
        for i, band in enumerate(indexes):
            nodata = self.dataset.nodatavals[band - 1]
            if nodata is not None and np.isfinite(nodata):
                valid[i] &= pixels[i] != np.array(nodata).astype(pixels.dtype)
        if self.mask_band is not None:
            valid &= self.dataset.read(self.mask_band, window=window) != 0
        elif self.has_mask:
            valid &= self.dataset.read_masks(indexes, window=window) != 0
        return pixels, valid


@contextmanager
def open_raster(path: str | Path, bands: Sequence[int] | None = None) -> Iterator[Raster]:
    """Open a raster for reading; without `bands`, all of them but one that is truly a mask.

    Raises:
        BadInput: not a raster, no such band, or a pixel type that has no place on a number line.
    """
    with rasterio.Env(**GDAL_OPTIONS):
        try:
            dataset = rasterio.open(path)
        except rasterio.errors.RasterioIOError:
            there = Path(path).exists()
            raise BadInput(
                "{path} is not a raster that GDAL can read." if there else "{path} does not exist.", path=path
            ) from None
        with dataset:
            yield Raster(dataset, _chosen(dataset, bands))


def refuse_overwriting(output: str, *inputs: str | None) -> None:
    """Refuse an output that is one of the inputs.

    Raises:
        BadInput: `output` and an input are the same file.
    """
    for path in inputs:
        if path and Path(output).exists() and Path(path).exists() and Path(output).samefile(path):
            raise BadInput("The output {output} is also an input: choose another name.", output=output)


def _chosen(dataset: rasterio.DatasetReader, bands: Sequence[int] | None) -> tuple[int, ...]:
    if bands:
        if absent := [b for b in bands if b > dataset.count]:
            raise BadInput(
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
            raise BadInput(
                "Band {band} of {path} has pixels of type {dtype}, which super-resolution cannot use.",
                band=band,
                path=dataset.name,
                dtype=dataset.dtypes[band - 1],
            )
    return tuple(bands)


def _alpha_bands(dataset: rasterio.DatasetReader) -> list[int]:
    return [b for b, c in zip(dataset.indexes, dataset.colorinterp, strict=True) if c == ColorInterp.alpha]


def _is_mask(dataset: rasterio.DatasetReader, band: int) -> bool:
    """Whether an alpha band holds a mask: two values, clear and opaque.

    NAIP's near infrared, and the fourth band of many a 4-band GeoTIFF, is tagged alpha and is nothing of the kind.
    """
    try:
        state = os.stat(dataset.name)
    except OSError:  # it is no file
        return _has_two_values(dataset, band)
    return _file_is_mask(dataset.name, band, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1024)
def _file_is_mask(path: str, band: int, changed: int, size: int) -> bool:
    """Found out once for a file as it is: it is opened often, and this reads all of it."""
    with rasterio.open(path) as dataset:
        return _has_two_values(dataset, band)


def _has_two_values(dataset: rasterio.DatasetReader, band: int) -> bool:
    shape = tuple(min(side, 512) for side in dataset.shape)
    seen = np.unique(dataset.read(band, out_shape=shape))  # nearest neighbour: invents no values
    top = np.iinfo(seen.dtype).max if seen.dtype.kind in "iu" else 1
    return bool(np.isin(seen, (0, 1, 255, top)).all())
