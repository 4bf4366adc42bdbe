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


def made_by(
    degradation: Bicubic,
    hr: tuple[NDArray[np.generic], NDArray[np.bool_]],
    lr: tuple[NDArray[np.generic], NDArray[np.bool_]],
    scale: int,
    nodata: float | None,
) -> bool | None:
    """Whether the LR pixels of a tile are its HR ones, degraded so, but for rounding; none if it cannot be told.

    It cannot where there is nothing but rim (pixels that depend on what lies around the tile), or so little texture
    that a plain average would give the same.
    """
    rim, (pixels, valid) = degradation.halo(scale) // scale, lr
    inner = (slice(None), slice(rim, -rim), slice(rim, -rim))
    made, made_valid = degradation.apply(*hr, scale, nodata)
    whole = np.logical_and.reduce(hr[1].reshape(*_blocks(hr[1], scale)), axis=(2, 4))
    counted = (made_valid & valid & whole)[inner]
    if not counted.any():
        return None
    plain = hr[0].reshape(*_blocks(hr[0], scale)).mean(axis=(2, 4), dtype=np.float64)
    rounding = 1.0 if hr[0].dtype.kind in "iu" else 1e-5 * float(np.abs(made[inner][counted]).max())
    off, off_plain = (
        np.abs(pixels[inner].astype(np.float64) - other[inner].astype(np.float64))[counted].max()
        for other in (made, plain)
    )
    return None if max(off, off_plain) <= rounding else bool(off <= rounding)


def _blocks(image: NDArray[np.generic], scale: int) -> tuple[int, int, int, int, int]:
    """Shape in which an image's (b, h, w) blocks of `scale` × `scale` pixels have axes of their own, 2 and 4."""
    bands, height, width = image.shape
    return bands, height // scale, scale, width // scale, scale


Degradation = Annotated[Bicubic | Observed, Field(discriminator="id")]
"""How the LR side of a tile set came to be; a new way is a new class here."""
