"""Converts pixel values to physical values and back."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray
from pydantic import model_validator

from ..errors import InputError
from ..schema import Config
from .nodata_comparison import equals_nodata, values_beside

DEFAULT_GAIN = {"uint8": 1 / 255, "uint16": 1e-4, "int16": 1e-4}
"""Usual gain by pixel type: 8 bits fill [0, 1]; 16 bits are reflectance × 10,000; other types are physical values."""
AT_ONCE = 2**18
"""Number of values that are converted at once."""


class Radiometry(Config):
    """The meaning of pixel values: pixel × gain + offset = physical value, such as reflectance, for each band."""

    gain: tuple[float, ...]
    """Physical units per pixel value; never 0."""

    offset: tuple[float, ...]
    """Physical value of a pixel that is 0."""

    @model_validator(mode="after")
    def _invertible(self) -> Self:
        if len(self.gain) != len(self.offset):
            raise ValueError("gain and offset have a value for each band")
        if not all(self.gain):
            raise ValueError("a gain of 0 makes every pixel the same")
        return self

    @classmethod
    def default(cls, dtype: str, bands: int) -> Self:
        """Return the usual radiometry of pixels of a type."""
        return cls(gain=(DEFAULT_GAIN.get(dtype, 1.0),) * bands, offset=(0.0,) * bands)

    @classmethod
    def identity(cls, bands: int) -> Self:
        """Return a radiometry that leaves pixel values as they are, for its rounding and clipping."""
        return cls(gain=(1.0,) * bands, offset=(0.0,) * bands)

    @classmethod
    def of(
        cls,
        dtype: str,
        bands: int,
        gain: Sequence[float] | None = None,
        offset: Sequence[float] | None = None,
    ) -> Self:
        """Return the usual radiometry, with the user's gain and offset where they are given.

        Args:
            dtype: Type of the pixels.
            bands: Number of bands.
            gain: one number for all bands, or one for each.
            offset: One number for all bands, or one for each.

        Raises:
            InputError: There are neither one number nor one for each band, or a gain is 0.
        """
        usual = cls.default(dtype, bands)
        if gain and not all(gain):
            raise InputError("GAIN has a 0 in it, which would make every pixel the same: use another number.")
        return cls(
            gain=_for_each_band("GAIN", gain, bands) or usual.gain,
            offset=_for_each_band("OFFSET", offset, bands) or usual.offset,
        )

    def followed_by(self, other: Radiometry) -> Self:
        """Return the radiometry of these bands, followed by those of `other`."""
        return type(self)(gain=self.gain + other.gain, offset=self.offset + other.offset)

    def choose(self, places: Sequence[int]) -> Self:
        """Return the radiometry of some of the bands, by their places from 0."""
        gain, offset = (tuple(values[place] for place in places) for values in (self.gain, self.offset))
        return type(self)(gain=gain, offset=offset)

    def to_physical(self, pixels: NDArray[np.generic]) -> NDArray[np.float32]:
        """Return pixels (..., b, h, w) in physical units, from which `to_pixels` restores up to 16 bits exactly."""
        gain, offset = self._columns()
        physical = np.empty(pixels.shape, np.float32)
        for rows in _split_rows(pixels.shape):
            physical[..., rows, :] = pixels[..., rows, :].astype(np.float64) * gain + offset
        return physical

    def to_pixels(
        self, physical: NDArray[np.floating], dtype: str, nodata: float | None = None
    ) -> NDArray[np.generic]:
        """Return physical values as pixels: rounded half to even and clipped, never wrapped.

        Args:
            physical: (..., b, h, w). NaN becomes `nodata`, or 0 where there is none.
            dtype: of the pixels.
            nodata: The nodata value. A value that would become it takes the nearest other pixel value.
        """
        pixels = np.empty(physical.shape, dtype)
        for rows in _split_rows(physical.shape):
            pixels[..., rows, :] = self._round_to_pixels(physical[..., rows, :], dtype, nodata)
        return pixels

    def _round_to_pixels(
        self, physical: NDArray[np.floating], dtype: str, nodata: float | None
    ) -> NDArray[np.generic]:
        gain, offset = self._columns()
        wanted = (physical.astype(np.float64) - offset) / gain
        lowest, highest = _limits(dtype)
        missing = np.isnan(wanted)
        clipped = np.clip(np.where(missing, 0, wanted), lowest, highest)
        pixels = (np.rint(clipped) if np.dtype(dtype).kind in "iu" else clipped).astype(dtype)
        if nodata is None or not can_hold(dtype, nodata):
            return pixels
        pixels = avoid_nodata(pixels, nodata, clipped)
        pixels[missing] = np.array(nodata).astype(dtype)
        return pixels

    def _columns(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        return np.array(self.gain)[:, None, None], np.array(self.offset)[:, None, None]


def _split_rows(shape: tuple[int, ...]) -> Iterator[slice]:
    """Yield rows of images (..., h, w) that are converted at once: numbers of twice the precision take much memory."""
    count = max(1, AT_ONCE * shape[-2] // max(1, math.prod(shape)))
    return (slice(first, first + count) for first in range(0, shape[-2], count))


def can_hold(dtype: str, value: float | None) -> bool:
    """Whether pixels of this type can have this value; a nodata value that none can have means nothing."""
    if value is None:
        return False
    if np.dtype(dtype).kind == "f":
        return not math.isfinite(value) or abs(value) <= float(np.finfo(dtype).max)
    lowest, highest = _limits(dtype)
    return float(value).is_integer() and lowest <= value <= highest


def avoid_nodata(
    pixels: NDArray[np.generic], nodata: float | None, wanted: NDArray[np.floating] | None = None
) -> NDArray[np.generic]:
    """Return valid pixels with those that equal `nodata` moved to the next value, towards `wanted`, upwards without it."""
    dtype = pixels.dtype
    if nodata is None or not can_hold(str(dtype), nodata) or not math.isfinite(nodata):
        return pixels
    taken = equals_nodata(pixels, nodata)
    if not taken.any():
        return pixels
    lowest, highest = _limits(str(dtype))
    below, above = values_beside(str(dtype), nodata)
    below = below if lowest <= below < nodata else above
    above = above if nodata < above <= highest else below
    upwards = True if wanted is None else wanted >= nodata
    moved: NDArray[np.generic] = np.where(taken, np.where(upwards, above, below).astype(dtype), pixels)
    return moved


def _limits(dtype: str) -> tuple[float, float]:
    limits = np.iinfo(dtype) if np.dtype(dtype).kind in "iu" else np.finfo(dtype)
    return float(limits.min), float(limits.max)


def _for_each_band(name: str, values: Sequence[float] | None, bands: int) -> tuple[float, ...]:
    if not values:
        return ()
    if len(values) not in (1, bands):
        raise InputError(
            "{name} has {count} numbers for {bands} bands: give one number, or one for each band.",
            name=name,
            count=len(values),
            bands=bands,
        )
    return tuple(values) * (bands if len(values) == 1 else 1)
