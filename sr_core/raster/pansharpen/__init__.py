"""Pansharpening methods, one file each: how the detail of a panchromatic band is brought into multispectral bands."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from odc.geo.types import XY, xy_

from ...schema import Choice
from ._band_covariance import BandCovariance

__all__ = ["BandCovariance", "PansharpeningMethod", "PansharpeningPair"]


@dataclass(frozen=True)
class PansharpeningPair:
    """A window of both rasters on the grid of the panchromatic one."""

    xs: NDArray[np.float64]
    """The multispectral bands (b, h, w), superimposed on the panchromatic band."""
    pan: NDArray[np.float64]
    """The panchromatic band with a margin (h + 2 · margin.y, w + 2 · margin.x), 0 where it is not valid; beyond the
    raster's edge its last row or column is repeated."""
    pan_valid: NDArray[np.bool_]
    """Of the same shape."""
    margin: XY[int]
    """Columns and rows on each side."""
    statistics: BandCovariance
    """Of all that both rasters share; empty where the method needs none."""

    @property
    def sharp(self) -> NDArray[np.float64]:
        """The panchromatic band (h, w) without its margin."""
        return self.pan[self._inner]

    @property
    def sharp_valid(self) -> NDArray[np.bool_]:
        """Where it is valid (h, w)."""
        return self.pan_valid[self._inner]

    @property
    def _inner(self) -> tuple[slice, slice]:
        height, width = self.pan.shape
        return slice(self.margin.y, height - self.margin.y), slice(self.margin.x, width - self.margin.x)


class PansharpeningMethod(Choice):
    """How the detail of a panchromatic band is brought into multispectral bands."""

    global_statistics: ClassVar[bool] = False
    """Whether means and covariances of all pixels are needed first, which reads everything a second time."""
    joint: ClassVar[bool] = False
    """Whether a pixel of any band depends on all bands there, and is valid only where they are."""

    def margin(self, ratio: XY[float]) -> XY[int]:
        """Return the columns and rows of the panchromatic band around a window that its result depends on.

        Args:
            ratio: width and height of a multispectral pixel in panchromatic ones.
        """
        return xy_(0, 0)

    @abstractmethod
    def fuse(self, pair: PansharpeningPair, ratio: XY[float]) -> NDArray[np.float64]:
        """Return the multispectral bands with the detail of the panchromatic one.

        Args:
            pair: both rasters in a window.
            ratio: width and height of a multispectral pixel in panchromatic ones.

        Returns:
            Bands (b, h, w) in the units of the multispectral raster.
        """
        raise NotImplementedError

    def refuse_bands(self, count: int) -> None:
        """Refuse options that do not fit so many bands.

        Raises:
            InputError: an option does not fit.
        """


PansharpeningMethod.discover(__name__, __path__)
