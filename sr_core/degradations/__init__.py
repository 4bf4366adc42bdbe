"""How a high-resolution image becomes the low-resolution one that a network learns from, one file each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ..errors import BadInput
from ..i18n import say, together
from ..raster.radiometry import Radiometry, off_nodata
from ..raster.resample import downsample, halo
from ..schema import Choice
from ._jpeg import as_jpeg
from ._noise import normal

__all__ = ["Degradation"]

Deviation = Annotated[float, Field(ge=0)]


class Degradation(Choice):
    """HR blurred and decimated, then made noisy if wanted, rounded to HR's own type of pixels, and a JPEG if wanted."""

    noise: Annotated[tuple[Deviation, ...] | None, Field(title="Noise", min_length=1, examples=[0.002])] = (
        None
    )
    """Standard deviation of Gaussian noise in low-resolution tiles, in physical units such as reflectance: one number,
    or one for each band. Left out: no noise."""

    seed: Annotated[int, Field(title="Seed of the noise", ge=0, le=2**31 - 1)] = 0
    """The same seed gives the same noise in the same tile."""

    jpeg: Annotated[int | None, Field(title="JPEG quality", ge=1, le=100, examples=[75])] = None
    """Low-resolution tiles get the artefacts of a JPEG file of this quality, each band by itself; for 8-bit rasters
    only. Left out: no artefacts."""

    def kernels(self, scale: int) -> NDArray[np.float64]:
        """The blur along one axis, (b, t), or (1, t) if it is the same for every band: weights of a low-resolution
        pixel's `scale` pixels and of a multiple of `scale` more on either side.

        Results are held to it (`Consistency`), and with noise and JPEG to it alone: what those two did is not known.
        """
        raise NotImplementedError

    @property
    def blur(self) -> str:
        """What the kernel is, in the reader's words."""
        raise NotImplementedError

    @property
    def description(self) -> str:
        """All that is done to HR, in the reader's words."""
        steps = [self.blur]
        if self.noise:
            steps.append(say("noise of {values}", values=listed(self.noise)))
        if self.jpeg:
            steps.append(say("JPEG of quality {quality}", quality=self.jpeg))
        return together(steps)

    def fitted(self, bands: Sequence[str], dtype: str) -> Self:
        """This degradation with all decided that depends on the rasters: their bands' descriptions and their type.

        Raises:
            BadInput: it is none for such rasters.
        """
        require_count("noise", self.noise, len(bands))
        if self.jpeg and dtype != "uint8":
            raise BadInput(
                "The option jpeg is for rasters of 8-bit pixels (uint8), and these are {dtype}: leave it out.",
                dtype=dtype,
            )
        return self

    def halo(self, scale: int) -> int:
        """High-resolution pixels around a tile that its low-resolution side depends on; a multiple of `scale`."""
        return halo(scale, self.kernels(scale))

    def blurred(
        self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], scale: int
    ) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Pixels (b, h, w) and their validity at 1/`scale` of the resolution: the part that needs a `halo`."""
        return downsample(pixels, valid, scale, self.kernels(scale))

    def finished(
        self,
        lr: NDArray[np.float32],
        valid: NDArray[np.bool_],
        dtype: str,
        nodata: float | None,
        radiometry: Radiometry,
        tile: str,
    ) -> NDArray[np.generic]:
        """What was `blurred`, in pixels of HR, as the low-resolution side of the tile of this name; valid pixels never
        equal `nodata`. The name alone, beside the seed, decides on the noise."""
        if self.noise:
            deviations = np.abs(np.divide(self.noise, radiometry.gain))
            lr = lr + (deviations[:, None, None] * normal(lr.shape, self.seed, tile)).astype(np.float32)
        pixels = Radiometry.identity(len(lr)).to_pixels(lr, dtype, nodata)
        return off_nodata(as_jpeg(pixels, valid, self.jpeg), nodata) if self.jpeg else pixels

    def apply(
        self,
        pixels: NDArray[np.generic],
        valid: NDArray[np.bool_],
        scale: int,
        nodata: float | None,
        *,
        radiometry: Radiometry | None = None,
        tile: str = "",
    ) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Pixels (b, h, w) and their validity at 1/`scale` of the resolution, all of it done; without a radiometry
        pixels are in physical units."""
        lr, lr_valid = self.blurred(pixels, valid, scale)
        means = radiometry or Radiometry.identity(len(lr))
        return self.finished(lr, lr_valid, str(pixels.dtype), nodata, means, tile), lr_valid


def require_count(option: str, values: Sequence[float] | None, bands: int) -> None:
    """One number, or as many as there are bands.

    Raises:
        BadInput: another count.
    """
    if values and len(values) not in (1, bands):
        raise BadInput(
            "The option {option} has {count} numbers for {bands} bands: give one number, or one for each band.",
            option=option,
            count=len(values),
            bands=bands,
        )


def listed(values: Sequence[float]) -> str:
    """The values, or the one that all are."""
    return ", ".join(f"{value:g}" for value in (values[:1] if len(set(values)) == 1 else values))


Degradation.discover(__name__, __path__)
