"""Opens rasters, chooses their bands, and reads pixels and validity window by window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from ..errors import InputError
from .alpha_kind import AlphaKind, alpha_bands, alpha_kind, refuse_unclear
from .archives import only_raster, require_bands, unreadable
from .band_scaling import BandScaling
from .exif_orientation import stand_upright
from .ground_control import GroundControl, pixel_grid, require_usable_grid
from .missing_vrt_sources import LostSource, lost_sources, require_sources
from .palette import Palette, expand_palette
from .profile import RasterProfile
from .read_errors import READ_OPTIONS, REMOTE_OPTIONS, names_damage, open_options
from .source import Source
from .unreported_damage import require_undamaged
from .validity import AddedNodata, Validity

DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
GDAL_OPTIONS: dict[str, object] = {"GDAL_CACHEMAX": 128 * 2**20, **READ_OPTIONS, **REMOTE_OPTIONS}
"""GDAL's options for reading. The block cache (bytes) does not grow with the machine, as GDAL's default does: 5 % of all
memory."""


@dataclass(frozen=True)
class Raster(Source):
    """An open raster and the bands chosen from it."""

    dataset: rasterio.DatasetReader
    bands: tuple[int, ...]
    """Indices of the chosen bands, from 1, in the order asked for."""
    added: AddedNodata = field(default_factory=AddedNodata)
    """Values that mean no data, beside those that the file declares."""
    palette: Palette | None = None
    """Colour table of the raster, if `dataset` is a view of the raster in its colours."""
    lost: tuple[LostSource, ...] = ()
    """Sources of a VRT that cannot be opened."""

    @property
    def name(self) -> str:
        return self.palette.path if self.palette else str(self.dataset.name)

    @cached_property
    def dtype(self) -> str:
        """Return the type of the pixels."""
        return common_dtype(self.dataset.dtypes[band - 1] for band in self.bands)

    @cached_property
    def profile(self) -> RasterProfile:
        """Return the profile of the chosen bands."""
        dataset, indices = self.dataset, [band - 1 for band in self.bands]
        # A band that is read as data is never called alpha, whatever the file says.
        claimed = (dataset.colorinterp[i] for i in indices)
        return RasterProfile(
            box=GeoBox(dataset.shape, pixel_grid(dataset), None),
            crs=dataset.crs,
            dtype=self.dtype,
            nodata=self.validity.nodata,
            descriptions=tuple(dataset.descriptions[i] or "" for i in indices),
            colorinterp=tuple(ColorInterp.undefined if c == ColorInterp.alpha else c for c in claimed),
            has_mask=self.validity.has_mask,
            scaling=BandScaling.of(dataset, self.bands),
            ground_control=GroundControl.of(dataset),
        )

    def choose(self, places: Sequence[int]) -> Raster:
        """Return the raster with some of its bands, by their places (from 0) among those chosen before."""
        bands = tuple(self.bands[place] for place in places)
        return replace(self, bands=bands, added=self.added.choose(places))

    @cached_property
    def validity(self) -> Validity:
        """Tells which pixels are valid."""
        return Validity(self.dataset, self.bands, self.dtype, self.added)

    @names_damage
    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) as stored and, of the same shape, which of them are valid.

        A pixel is invalid where it has its band's nodata value, is not finite, or is masked out.

        Raises:
            DamagedRaster: Pixels cannot be read.
        """
        require_sources(self.name, self.lost, window)
        if len({self.dataset.dtypes[band - 1] for band in self.bands}) == 1:
            pixels = self.dataset.read(list(self.bands), window=window)
        else:  # as in a VRT of 8 and 16 bits, which rasterio does not read together
            each = (self.dataset.read(band, window=window) for band in self.bands)
            pixels = np.stack([band.astype(self.dtype) for band in each])
        return pixels, self.validity.of(pixels, window)


def common_dtype(dtypes: Iterable[str]) -> str:
    """Return the pixel type that holds the values of several, which all are of `DTYPES`, and is of these too.

    For unsigned and signed 32 bits that is float64, which holds them exactly, and not int64.
    """
    found = str(np.result_type(*dtypes))
    return found if found in DTYPES else "float64"


@contextmanager
def open_raster(
    path: str | Path,
    bands: Sequence[int] | None = None,
    *,
    nodata: Sequence[float] | None = None,
    ask: bool = True,
) -> Iterator[Raster]:
    """Open a raster for reading.

    Args:
        path: a file, or whatever else GDAL can open.
        bands: Indices from 1; None: all bands except a band that is a mask.
        nodata: Values that mean no data, beside those that the file declares: one, or one for each band that is read.
        ask: Whether a raster is refused if its band tagged alpha may be a mask or data and `bands` is None; otherwise the
            band is taken for a mask.

    Raises:
        InputError: not a raster, no such band, a data type that is not real numbers, a place that is none, or nodata
            that does not fit.
    """
    with rasterio.Env(**GDAL_OPTIONS):
        dataset = _open(path)
        added = AddedNodata.of(path, nodata)
        require_bands(dataset, path)
        with dataset, expand_palette(dataset, added.layer) as (shown, palette):
            require_undamaged(dataset)
            lost = lost_sources(dataset)
            require_usable_grid(dataset, path)
            shown = stand_upright(shown, path)
            # The one band of a raster with a colour table stands for all its colours.
            chosen = None if palette and list(bands or ()) == [1] else bands
            if ask and not chosen:
                refuse_unclear(shown)
            if palette:  # whose view is transparent where the layer has no data
                added = replace(added, layer=None)
            read = _select_bands(shown, chosen, str(path))
            added.refuse_unfit(shown, read, str(path))
            yield Raster(shown, read, added, palette, lost)


@contextmanager
def open_pan(path: str | Path, nodata: Sequence[float] | None = None) -> Iterator[Raster]:
    """Open the first band of a panchromatic raster; a single `nodata` value holds for it, too."""
    common = [value for value in nodata or () if len(nodata or ()) == 1]
    with open_raster(path, nodata=common, ask=False) as raster:
        yield raster


def _open(path: str | Path) -> rasterio.DatasetReader:
    try:
        with rasterio.Env(**open_options()):
            return rasterio.open(path)
    except rasterio.errors.RasterioIOError:
        if member := only_raster(path):
            return _open(member)
        raise unreadable(path) from None


def _select_bands(dataset: rasterio.DatasetReader, bands: Sequence[int] | None, path: str) -> tuple[int, ...]:
    if bands:
        if absent := [b for b in bands if b > dataset.count]:
            raise InputError(
                "{path} has no band {band}: it has {count}.",
                path=path,
                band=absent[0],
                count=dataset.count,
            )
    else:
        tagged = alpha_bands(dataset)
        bands = [b for b in dataset.indexes if b not in tagged or alpha_kind(dataset, b) is AlphaKind.DATA]
        bands = bands or list(dataset.indexes)
    for band in bands:
        if dataset.dtypes[band - 1] not in DTYPES:
            raise InputError(
                "Band {band} of {path} has pixels of type {dtype}, which super-resolution cannot use.",
                band=band,
                path=path,
                dtype=dataset.dtypes[band - 1],
            )
    return tuple(bands)
