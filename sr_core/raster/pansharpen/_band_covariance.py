"""Means and covariances of the bands of two rasters, gathered window by window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class BandCovariance:
    """Mean and covariance of pixels in which all bands are valid; the panchromatic band is the last one."""

    count: int
    mean: NDArray[np.float64]
    """(b + 1,)"""
    scatter: NDArray[np.float64]
    """(b + 1, b + 1): sums of products of the differences from the mean."""

    @classmethod
    def empty(cls, bands: int) -> Self:
        """Return the statistics of no pixels of so many multispectral bands."""
        return cls(0, np.zeros(bands + 1), np.zeros((bands + 1, bands + 1)))

    @classmethod
    def of(cls, pixels: NDArray[np.float64]) -> Self:
        """Return the statistics of pixels (b + 1, n), n > 0."""
        mean = pixels.mean(axis=1)
        centred = pixels - mean[:, None]
        return cls(pixels.shape[1], mean, centred @ centred.T)

    def __add__(self, other: Self) -> Self:
        """Return the statistics of both (Chan et al. 1979, which unlike sums of squares loses no digits)."""
        count = self.count + other.count
        if not count:
            return self
        step = other.mean - self.mean
        between = np.outer(step, step) * (self.count * other.count / count)
        return type(self)(
            count, self.mean + step * (other.count / count), self.scatter + other.scatter + between
        )

    @property
    def covariance(self) -> NDArray[np.float64]:
        """Covariances (b + 1, b + 1)."""
        return self.scatter / max(1, self.count)
