"""Ways of pansharpening, one file each: bands and a panchromatic band in, the bands with its detail out."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from ...errors import BadInput
from ...schema import Choice
from ._statistics import BandCovariance

__all__ = ["BandCovariance", "PansharpeningMethod", "PansharpeningPair"]


@dataclass(frozen=True)
class PansharpeningPair:
    """A window of both rasters on the grid of the panchromatic one."""

    xs: NDArray[np.float64]
    """The multispectral bands, superimposed (b, h, w)."""
    pan: NDArray[np.float64]
    """The panchromatic band with a margin (h + 2 · rows, w + 2 · cols), 0 where it is not valid; beyond the raster's
    edge its last row or column goes on."""
    pan_valid: NDArray[np.bool_]
    """The same shape."""
    margin: tuple[int, int]
    """Rows and columns of the margin."""
    statistics: BandCovariance
    """Of all that both rasters share; of nothing where the method wants none."""

    @property
    def sharp(self) -> NDArray[np.float64]:
        """The panchromatic band (h, w) without its margin."""
        rows, cols = self.margin
        height, width = self.pan.shape
        return self.pan[rows : height - rows, cols : width - cols]


class PansharpeningMethod(Choice):
    """How the detail of a panchromatic band is brought into multispectral bands."""

    global_statistics: ClassVar[bool] = False
    """Whether means and covariances of the whole are wanted first, which takes a second look at everything."""
    joint: ClassVar[bool] = False
    """Whether a pixel of any band depends on all bands there, and is valid only where they are."""

    def margin(self, ratio: tuple[float, float]) -> tuple[int, int]:
        """Rows and columns of the panchromatic band around a window that its result depends on.

        `ratio` is the height and width of a multispectral pixel in panchromatic ones.
        """
        return 0, 0

    @abstractmethod
    def fused(self, pair: PansharpeningPair, ratio: tuple[float, float]) -> NDArray[np.float64]:
        """The bands (b, h, w) with the detail, in the units of the multispectral raster."""
        raise NotImplementedError

    def refuse_bands(self, count: int) -> None:
        """Refuse what cannot be done with so many bands.

        Raises:
            BadInput: an option does not fit.
        """


def band_weights(weights: Sequence[float] | None, count: int) -> NDArray[np.float64]:
    """How much each band has in the intensity, in all 1; without `weights` all the same.

    Raises:
        BadInput: their number is not that of the bands.
    """
    if weights is None:
        return np.full(count, 1 / count)
    if len(weights) != count:
        raise BadInput(
            "WEIGHTS has {given} numbers for {count} bands: give one for each band.",
            given=len(weights),
            count=count,
        )
    if sum(weights) <= 0:
        raise BadInput("WEIGHTS is all 0: give at least one band a weight.")
    return np.array(weights) / sum(weights)


def intensity(xs: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """What a panchromatic sensor would see of the bands (b, h, w): their weighted sum (h, w)."""
    # Added band by band: the order of a matrix product's additions depends on its size.
    return sum((weight * band for weight, band in zip(weights, xs, strict=True)), np.zeros(xs.shape[1:]))


PansharpeningMethod.discover(__name__, __path__)
