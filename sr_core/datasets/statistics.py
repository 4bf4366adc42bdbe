"""Statistics of the pixels of a tile set, accumulated tile by tile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from ..raster.radiometry import Radiometry
from ..schema import Config

REFLECTANCE_GAIN = 0.01
"""16-bit pixels with a smaller gain are scaled reflectance or radiance, whose natural unit is 1."""


class BandStatistics(Config):
    """Mean, standard deviation and extremes of the valid pixels of each band, in physical units."""

    mean: tuple[float, ...]
    std: tuple[float, ...]
    minimum: tuple[float, ...]
    maximum: tuple[float, ...]


@dataclass(frozen=True)
class Moments:
    """Running statistics (b,); `a + b` are those of the pixels of both (Chan et al. 1979)."""

    count: NDArray[np.float64]
    mean: NDArray[np.float64]
    squares: NDArray[np.float64]
    """Sum of squared distances from the mean."""
    minimum: NDArray[np.float64]
    maximum: NDArray[np.float64]

    @classmethod
    def of(cls, physical: NDArray[np.floating], valid: NDArray[np.bool_]) -> Self:
        """Return the moments of those pixels (b, h, w), in physical units, that are `valid`."""
        values = np.where(valid, physical, 0).astype(np.float64)
        count = valid.sum(axis=(1, 2)).astype(np.float64)
        mean = values.sum(axis=(1, 2)) / np.maximum(count, 1)
        squares = np.where(valid, (values - mean[:, None, None]) ** 2, 0).sum(axis=(1, 2))
        low = np.where(valid, values, np.inf).min(axis=(1, 2))
        high = np.where(valid, values, -np.inf).max(axis=(1, 2))
        return cls(count, mean, squares, low, high)

    def __add__(self, other: Moments) -> Moments:
        count = self.count + other.count
        share = other.count / np.maximum(count, 1)
        step = other.mean - self.mean
        return Moments(
            count,
            self.mean + step * share,
            self.squares + other.squares + step**2 * self.count * share,
            np.minimum(self.minimum, other.minimum),
            np.maximum(self.maximum, other.maximum),
        )

    def statistics(self) -> BandStatistics:
        """Return the statistics of all pixels that were added."""
        std = np.sqrt(self.squares / np.maximum(self.count, 1))
        return BandStatistics(
            mean=tuple(self.mean.tolist()),
            std=tuple(std.tolist()),
            minimum=tuple(self.minimum.tolist()),
            maximum=tuple(self.maximum.tolist()),
        )


def data_range(dtype: str, radiometry: Radiometry, statistics: BandStatistics) -> float:
    """Return the span of physical values that PSNR and SSIM are relative to.

    It is that of pixel values 0 to 255 for 8-bit pixels, 1 for 16-bit pixels that the gain (below 0.01) makes
    reflectance, else the highest less the lowest value of `statistics`.
    """
    gain = max(abs(gain) for gain in radiometry.gain)
    if dtype == "uint8":
        return 255 * gain
    if dtype in ("uint16", "int16") and gain < REFLECTANCE_GAIN:
        return 1.0
    return max(statistics.maximum) - min(statistics.minimum) or 1.0
