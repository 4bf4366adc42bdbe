"""How a high-resolution image becomes the low-resolution one that a network learns from."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ..raster import resample
from ..raster.radiometry import Radiometry
from ..schema import Config


class Bicubic(Config):
    """LR is HR after antialiased bicubic downsampling, rounded to HR's own type of pixels."""

    id: Literal["bicubic"] = "bicubic"

    def halo(self, scale: int) -> int:
        """High-resolution pixels around a tile that its low-resolution side depends on; a multiple of `scale`."""
        return resample.halo(scale)

    def apply(
        self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], scale: int, nodata: float | None
    ) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Pixels (b, h, w) and their validity at 1/`scale` of the resolution; valid ones never equal `nodata`."""
        lr, lr_valid = resample.downsample(pixels, valid, scale)
        return Radiometry.identity(len(lr)).to_pixels(lr, str(pixels.dtype), nodata), lr_valid

    def kernel(self, scale: int) -> NDArray[np.float64]:
        """Weights, along one axis, of a low-resolution pixel's `scale` pixels and of as many more on either side."""
        return resample.weights(scale)


class Observed(Config):
    """LR is another raster of the same place."""

    id: Literal["observed"] = "observed"

    resampled: bool
    """Whether it had to be moved by a fraction of a pixel onto HR's lattice (cubic convolution)."""

    def kernel(self, scale: int) -> None:
        """None: what lies between two sensors is not known."""


Degradation = Annotated[Bicubic | Observed, Field(discriminator="id")]
"""How the LR side of a tile set came to be; a new way is a new class here."""
