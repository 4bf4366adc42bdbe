"""Tells which pixels of an open raster are valid: by nodata values of each band, masks, and opacity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import rasterio
from numpy.typing import NDArray
from pydantic import Field
from rasterio.enums import MaskFlags
from rasterio.windows import Window

from ..errors import InputError
from ..raster_path import LayerNodata, Range, RasterPath
from .alpha_kind import AlphaKind, alpha_bands, alpha_kind, look_at_alpha
from .nodata_comparison import equals_nodata, held_nodata, in_ranges

NODATA = Field(
    title="Nodata value",
    description="Nodata values for rasters that declare none, such as 0 for black borders. One number, or one "
    "for each band. Declared nodata values and masks apply as well.",
)


@dataclass(frozen=True)
class AddedNodata:
    """Values that mean no data, beside those that a file declares."""

    layer: LayerNodata | None = None
    """Nodata values of the raster's layer in QGIS; None without a layer."""
    values: tuple[float, ...] = ()
    """The user's NODATA: one value for all bands, or one for each band that is read."""

    @classmethod
    def of(cls, path: object, values: Sequence[float] | None) -> AddedNodata:
        """Return the values of the layer that a path names, and the user's."""
        return cls(path.layer if isinstance(path, RasterPath) else None, tuple(values or ()))

    def refuse_unfit(self, dataset: rasterio.DatasetReader, bands: Sequence[int], path: str) -> None:
        """Refuse numbers that do not fit the bands that are read.

        Raises:
            InputError: There are neither one value nor one for each band, or a value that no pixel can have.
        """
        if len(self.values) not in (0, 1, len(bands)):
            raise InputError(
                "{name} has {count} numbers for {bands} bands: give one number, or one for each band.",
                name="NODATA",
                count=len(self.values),
                bands=len(bands),
            )
        for value, band in zip(self._for_each(len(bands)), bands, strict=False):
            dtype = dataset.dtypes[band - 1]
            if held_nodata(dtype, value) is None:
                raise InputError(
                    "NODATA is {value}, which no pixel of {path} can have, as they are of type {dtype}: give a value "
                    "that stands for no data there, or leave it blank.",
                    value=f"{value:.17g}",
                    path=path,
                    dtype=dtype,
                )

    def choose(self, places: Sequence[int]) -> AddedNodata:
        """Return the values for some of the bands that are read, by their places (from 0)."""
        if len(self.values) <= 1:
            return self
        return replace(self, values=tuple(self.values[place] for place in places))

    def ranges(self, bands: Sequence[int]) -> list[tuple[Range, ...]]:
        """Return the ranges of values that mean no data in each of some bands."""
        of_file = self.layer.ranges if self.layer else ()
        given = self._for_each(len(bands))
        return [
            (
                *(of_file[band - 1] if band <= len(of_file) else ()),
                *((value, value) for value in given[i : i + 1]),
            )
            for i, band in enumerate(bands)
        ]

    def is_unused(self, band: int) -> bool:
        """Whether the layer takes the nodata value that the file declares for a band for data."""
        return self.layer is not None and band in self.layer.unused

    def _for_each(self, count: int) -> tuple[float, ...]:
        return self.values * count if len(self.values) == 1 else self.values


@dataclass(frozen=True)
class Validity:
    """Tells which pixels of some bands of a dataset are valid."""

    dataset: rasterio.DatasetReader
    bands: tuple[int, ...]
    dtype: str
    """Type of the pixels that are read."""
    added: AddedNodata

    @cached_property
    def declared(self) -> tuple[float | None, ...]:
        """The file's own nodata value of each band."""
        values = (self.dataset.nodatavals[band - 1] for band in self.bands)
        return tuple(
            None
            if self.added.is_unused(band) or held_nodata(self.dataset.dtypes[band - 1], value) is None
            else value
            for band, value in zip(self.bands, values, strict=True)
        )

    @cached_property
    def nodata(self) -> float | None:
        """The one value that can mark invalid pixels of all bands: the first that any of them has."""
        ends = (end for ranges in self.ranges for low, high in ranges for end in (low, high))
        held = (held_nodata(self.dtype, value) for value in (*self.declared, *ends))
        return next((value for value in held if value is not None), None)

    @cached_property
    def ranges(self) -> list[tuple[Range, ...]]:
        """Values of each band that mean no data beside the declared one."""
        return self.added.ranges(self.bands)

    @cached_property
    def opacity(self) -> tuple[int, ...]:
        """Indices of the bands that mask the others. A band of unclear kind counts as a mask, as `bands` lacks it."""
        tagged = (band for band in alpha_bands(self.dataset) if band not in self.bands)
        return tuple(band for band in tagged if alpha_kind(self.dataset, band) is not AlphaKind.DATA)

    @cached_property
    def masked(self) -> tuple[int, ...]:
        """Places, from 0, of the bands that have a mask, inside the file or beside it."""
        flags = (self.dataset.mask_flag_enums[band - 1] for band in self.bands)
        return tuple(place for place, mine in enumerate(flags) if _has_mask(mine))

    @property
    def has_mask(self) -> bool:
        """Whether a mask tells which pixels are valid, and not a nodata value alone."""
        return bool(self.opacity or self.masked)

    def of(
        self, pixels: NDArray[np.generic], window: Window, shape: tuple[int, int] | None = None
    ) -> NDArray[np.bool_]:
        """Return which pixels of a window are valid.

        Args:
            pixels: Stored pixels (b, h, w) of the window.
            window: The window.
            shape: Rows and columns of `pixels`, if they were read at another resolution, by nearest neighbour.
        """
        valid = np.isfinite(pixels) if pixels.dtype.kind == "f" else np.ones(pixels.shape, bool)
        for mine, band, value, ranges in zip(valid, pixels, self.declared, self.ranges, strict=True):
            if value is not None:
                mine &= ~equals_nodata(band, value)
            if ranges:
                mine &= ~in_ranges(band, ranges)
        for band in self.opacity:
            opacity = self.dataset.read(band, window=window, out_shape=shape)
            valid &= opacity > look_at_alpha(self.dataset, band).transparent
        if self.masked:
            bands = [self.bands[place] for place in self.masked]
            masks = self.dataset.read_masks(bands, window=window, out_shape=shape and (len(bands), *shape))
            valid[list(self.masked)] &= masks != 0
        return valid


def _has_mask(flags: Sequence[MaskFlags]) -> bool:
    """Whether a band's mask is more than its nodata value, which is compared here, and an alpha band, which is looked at."""
    if MaskFlags.alpha in flags or MaskFlags.all_valid in flags:
        return False
    return MaskFlags.nodata not in flags or MaskFlags.per_dataset in flags
