"""Degradations, one file each: from a high-resolution image to the low-resolution one that a network learns from."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ..errors import InputError, SrError
from ..i18n import format_number, join_and, join_numbers, say
from ..raster.downsampling import downsample, halo
from ..raster.radiometry import Radiometry, avoid_nodata
from ..schema import Choice
from ._jpeg import compress_jpeg
from ._tile_noise import tile_noise

__all__ = ["Degradation", "load_known"]

Deviation = Annotated[float, Field(ge=0)]


class Degradation(Choice):
    """Blur and decimation of HR, then noise if wanted, rounding to HR's own data type, and JPEG artefacts if wanted."""

    differs_by_tile: ClassVar[bool] = False
    """Whether it is drawn by lot for each tile: training then draws anew for each patch."""

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

    @abstractmethod
    def kernels(self, scale: int) -> NDArray[np.float64]:
        """Return the blur along one axis.

        Results are held to it (`Consistency`), and with noise and JPEG to it alone: what those two did is not known.

        Returns:
            (b, t), or (1, t) if it is the same for every band: weights of a low-resolution pixel's `scale` pixels and
            of a multiple of `scale` more on either side.
        """

    @property
    @abstractmethod
    def kernel_description(self) -> str:
        """The kernel in the reader's words."""

    @property
    def description(self) -> str:
        """All that is done to HR, in the reader's words."""
        steps = [self.kernel_description]
        if self.noise:
            steps.append(say("noise of {values}", values=format_values(self.noise)))
        if self.jpeg:
            steps.append(say("JPEG of quality {quality}", quality=self.jpeg))
        return join_and(steps)

    def adapt_to_raster(self, bands: Sequence[str], dtype: str) -> Self:
        """Return this degradation with all decided that depends on the rasters.

        Args:
            bands: Descriptions of their bands.
            dtype: Their data type.

        Raises:
            InputError: it does not suit such rasters.
        """
        require_count("noise", self.noise, len(bands))
        if self.jpeg and dtype != "uint8":
            raise InputError(
                "The option jpeg is for rasters of 8-bit pixels (uint8), and these are {dtype}: leave it out.",
                dtype=dtype,
            )
        return self

    def halo(self, scale: int) -> int:
        """Return the high-resolution pixels around a tile that its low-resolution side depends on; a multiple of `scale`."""
        return halo(scale, self.kernels(scale))

    def downsample(
        self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], scale: int, tile: str = ""
    ) -> tuple[NDArray[np.floating], NDArray[np.bool_]]:
        """Blur and decimate: the part that needs a `halo`.

        Args:
            pixels: (b, h, w), in any units.
            valid: Which of them count; the others have no influence.
            scale: How many times coarser the result is.
            tile: The tile's name, which decides on the blur where tiles differ.

        Returns:
            Pixels (b, h / scale, w / scale) and their validity.
        """
        return downsample(pixels, valid, scale, self.kernels(scale))

    def finish(
        self,
        lr: NDArray[np.floating],
        valid: NDArray[np.bool_],
        dtype: str,
        nodata: float | None,
        radiometry: Radiometry,
        tile: str,
    ) -> NDArray[np.generic]:
        """Turn what was `downsample` into the low-resolution side of a tile: add noise, round, add artefacts of a lossy file.

        Args:
            lr: (b, h, w), in pixel values of HR.
            valid: Which of them count.
            dtype: Data type of the result.
            nodata: The value that valid pixels never get.
            radiometry: From pixel values to the physical units of `noise`.
            tile: The tile's name, which alone, beside the seed, decides on the noise.
        """
        noise = self.draw_noise(lr, valid, radiometry, tile)
        if noise is not None:
            lr = lr + noise.astype(np.float32)
        pixels = Radiometry.identity(len(lr)).to_pixels(lr, dtype, nodata)
        compressed = self.compress(pixels, valid, tile)
        return pixels if compressed is None else avoid_nodata(compressed, nodata)

    def draw_noise(
        self,
        lr: NDArray[np.floating],
        valid: NDArray[np.bool_],
        radiometry: Radiometry,
        tile: str,
    ) -> NDArray[np.float64] | None:
        """Return the noise of a tile in pixel values, (b, h, w); None without noise. Arguments are those of `finish`."""
        if not self.noise:
            return None
        deviations = np.abs(np.divide(self.noise, radiometry.gain))
        noise: NDArray[np.float64] = deviations[:, None, None] * tile_noise(lr.shape, self.seed, tile)
        return noise

    def compress(
        self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], tile: str
    ) -> NDArray[np.generic] | None:
        """Return a tile's pixels with the artefacts of a lossy file; None without such. Arguments are those of `finish`."""
        return compress_jpeg(pixels, valid, self.jpeg) if self.jpeg else None

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
        """Degrade: both steps above, with their arguments. Without a radiometry pixels are in physical units."""
        lr, lr_valid = self.downsample(pixels, valid, scale, tile)
        means = radiometry or Radiometry.identity(len(lr))
        return self.finish(lr, lr_valid, str(pixels.dtype), nodata, means, tile), lr_valid


def load_known(stated: Mapping[str, object], scale: int) -> Degradation | None:
    """Return the degradation that a package states; None where it is observed, or its kernels are not known here.

    Args:
        stated: As `PackageInfo.degradation`.
        scale: Of the kernels that are wanted.
    """
    try:
        degradation = Degradation.load(dict(stated))
        degradation.kernels(scale)
    except SrError:  # an observed degradation, or one of a newer version
        return None
    return degradation


def require_count(option: str, values: Sequence[float] | None, bands: int) -> None:
    """Require one number, or as many as there are bands.

    Raises:
        InputError: their count is another.
    """
    if values and len(values) not in (1, bands):
        raise InputError(
            "The option {option} has {count} numbers for {bands} bands: give one number, or one for each band.",
            option=option,
            count=len(values),
            bands=bands,
        )


def format_values(values: Sequence[float]) -> str:
    """Write the values as a list, or only one if all are the same."""
    return join_numbers(map(format_number, values[:1] if len(set(values)) == 1 else values))


Degradation.discover(__name__, __path__)
