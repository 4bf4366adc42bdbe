"""Another degradation for each tile, within what images from elsewhere show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ..errors import InputError
from ..i18n import join_and, say
from ..raster.downsampling import REACH, cubic, downsample, weights
from ..raster.radiometry import Radiometry
from . import Degradation, Deviation, format_values
from ._jpeg import compress_jpeg, compress_jpeg2000
from ._tile_noise import tile_random
from .mtf import sigma

BEST_JPEG = 95
"""Quality above which JPEG changes hardly a pixel by more than rounding does."""
BEST_JPEG2000 = 6.0
"""Least compression by JPEG 2000: on aerial images it leaves less of an error than JPEG of quality 95."""

SMOOTHED = 0.25
"""Largest weight of a neighbour in noise that resampling has smoothed: at it, none is left at the Nyquist frequency."""


class _Draw(NamedTuple):
    """What is done to one tile."""

    sharpness: float
    """Share of the bicubic kernel in the blur; the rest is the Gaussian's."""
    shifts: NDArray[np.float64]
    """(2, b) in low-resolution pixels, along columns and along rows; their mean over the bands is 0."""
    noise: float
    """Share of the largest noise."""
    photon: float
    """Share of the noise's variance that grows with the signal."""
    smoothed: float
    """Weight of each neighbour, along each axis, in the noise."""
    jpeg: int | None
    """Quality of the JPEG."""
    jpeg2000: float | None
    """How many times smaller the JPEG 2000 is."""


class Robust(Degradation):
    """Random degradation for each tile.

    For images of unknown origin: each tile gets its own random blur, band shifts, noise and JPEG or JPEG 2000
    artefacts, and training draws new ones for each patch (as in "blind" super-resolution, Zhang et al. 2021 and Wang et
    al. 2021). A share of the tiles is only reduced bicubically, so that clean images stay clean.
    """

    differs_by_tile: ClassVar = True
    tiny: ClassVar = ({"noise": None, "jpeg": None, "clean": 0.0},)

    noise: Annotated[
        tuple[Deviation, ...] | None, Field(title="Maximum noise", min_length=1, examples=[0.015])
    ] = (0.015,)
    """Largest standard deviation of the noise, in physical units such as reflectance: one number, or one for each band.
    A random share of its variance grows with the signal, and resampling has smoothed it by a random amount. Left out: no
    noise."""

    jpeg: Annotated[int | None, Field(title="Minimum JPEG quality", ge=1, le=95, examples=[60])] = 60
    """JPEG_SHARE of the tiles get the artefacts of a JPEG file of this quality or better, up to 95, colour at half the
    resolution (4:2:0) in the first three bands. For 8-bit rasters; others get none. Left out: no artefacts."""

    jpeg2000: Annotated[
        float | None, Field(title="Maximum JPEG 2000 compression", ge=6, le=100, examples=[15])
    ] = None
    """Half of the tiles with JPEG artefacts (all of them without jpeg) get those of JPEG 2000 instead, in files at least 6 and
    at most this many times smaller than the pixels. County mosaics of NAIP have 15. For 8-bit rasters only. Left out: none."""

    jpeg_share: Annotated[float, Field(title="Share of JPEG", ge=0, le=1)] = 0.5
    """Share of the tiles, except the clean ones, with JPEG or JPEG 2000 artefacts."""

    mtf: Annotated[float, Field(title="Minimum MTF", ge=0.1, le=0.5)] = 0.2
    """The blur lies between antialiased bicubic resampling and a Gaussian of this MTF at the Nyquist frequency of the
    low-resolution pixels."""

    shift: Annotated[float, Field(title="Maximum band shift", ge=0, le=0.5)] = 0.1
    """Bands are moved by up to this many low-resolution pixels along each axis, so that a network learns to bring them
    together. Their mean position is kept, so that results are not displaced; single-band rasters are not shifted."""

    clean: Annotated[float, Field(title="Share of clean tiles", ge=0, le=1)] = 0.35
    """Share of the tiles that are only resampled (antialiased bicubic)."""

    def kernels(self, scale: int) -> NDArray[np.float64]:
        # The mean of all tiles' blurs, which is symmetric about the middle: shifts cancel out.
        return self._kernel(scale, self.clean + (1 - self.clean) / 2)[None]

    @property
    def kernel_description(self) -> str:
        return say(
            "for each tile another blur between antialiased bicubic resampling and MTF {mtf:g}, bands up to {shift:g} "
            "pixels apart",
            mtf=self.mtf,
            shift=self.shift,
        )

    @property
    def description(self) -> str:
        steps = [self.kernel_description]
        if self.noise:
            steps.append(say("noise of up to {values}", values=format_values(self.noise)))
        if self.jpeg:
            steps.append(
                say(
                    "JPEG of quality {quality} to {best} in {share:.0%}",
                    quality=self.jpeg,
                    best=BEST_JPEG,
                    share=self.jpeg_share * (1 - self._jpeg2000_share),
                )
            )
        if self.jpeg2000:
            steps.append(
                say(
                    "JPEG 2000 of {best:g} to {most:g} times smaller files in {share:.0%}",
                    best=BEST_JPEG2000,
                    most=self.jpeg2000,
                    share=self.jpeg_share * self._jpeg2000_share,
                )
            )
        return say("{steps}; {share:.0%} of the tiles clean", steps=join_and(steps), share=self.clean)

    def adapt_to_raster(self, bands: Sequence[str], dtype: str) -> Self:
        if self.jpeg2000 and dtype != "uint8":
            raise InputError(
                "The option jpeg2000 is for rasters of 8-bit pixels (uint8), and these are {dtype}: leave it out.",
                dtype=dtype,
            )
        asked = "jpeg" in self.model_fields_set
        fitted = self if asked or dtype == "uint8" else self.model_copy(update={"jpeg": None})
        return super(Robust, fitted).adapt_to_raster(bands, dtype)

    @property
    def _jpeg2000_share(self) -> float:
        """Share of JPEG 2000 in the tiles that are compressed."""
        return 0.0 if not self.jpeg2000 else 0.5 if self.jpeg else 1.0

    def downsample(
        self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], scale: int, tile: str = ""
    ) -> tuple[NDArray[np.floating], NDArray[np.bool_]]:
        draw = self._draw(len(pixels), tile)
        columns, rows = (
            np.stack([self._kernel(scale, draw.sharpness, shift) for shift in shifts])
            for shifts in draw.shifts
        )
        return downsample(pixels, valid, scale, columns, rows)

    def compress(
        self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], tile: str
    ) -> NDArray[np.generic] | None:
        draw = self._draw(len(pixels), tile)
        if draw.jpeg2000:
            return compress_jpeg2000(pixels, valid, draw.jpeg2000)
        return compress_jpeg(pixels, valid, draw.jpeg, colour=True) if draw.jpeg else None

    def _draw(self, bands: int, tile: str) -> _Draw:
        """Draw by lot what is done to the tile of this name."""
        generator = tile_random(self.seed, f"{tile} draw")  # noise itself is of the name alone
        if generator.random() < self.clean:
            return _Draw(1.0, np.zeros((2, bands)), 0.0, 0.0, 0.0, None, None)
        sharpness, noise, photon, smoothed = generator.random(4)
        compressed, quality = generator.random() < self.jpeg_share, generator.random()
        shifts = generator.uniform(-1, 1, (2, bands))
        shifts -= shifts.mean(axis=1, keepdims=True)
        # Taken about their mean they reach further than 1, all of them by the same factor.
        shifts *= self.shift / max(1.0, float(np.abs(shifts).max()))
        jpeg = jpeg2000 = None
        # Drawn last, so that what a tile of this name gets besides is the same with and without it.
        if compressed and self.jpeg2000 and generator.random() < self._jpeg2000_share:
            jpeg2000 = self.jpeg2000 + quality * (BEST_JPEG2000 - self.jpeg2000)
        elif self.jpeg and compressed:
            jpeg = round(self.jpeg + quality * (BEST_JPEG - self.jpeg))
        noise, photon, smoothed = float(noise), float(photon), SMOOTHED * float(smoothed)
        return _Draw(float(sharpness), shifts, noise, photon, smoothed, jpeg, jpeg2000)

    def _kernel(self, scale: int, sharpness: float, shift: float = 0.0) -> NDArray[np.float64]:
        """Return a blur between both ends of the range, its centre off the low-resolution pixel's by `shift`.

        Its transfer function is the same mixture of theirs, at every frequency.
        """
        width = sigma(self.mtf)
        sharp = weights(scale, lambda x: cubic(x - shift), REACH)
        blurred = weights(scale, lambda x: np.exp(-0.5 * ((x - shift) / width) ** 2), REACH)
        return sharpness * sharp + (1 - sharpness) * blurred

    def draw_noise(
        self,
        lr: NDArray[np.floating],
        valid: NDArray[np.bool_],
        radiometry: Radiometry,
        tile: str,
    ) -> NDArray[np.float64] | None:
        draw = self._draw(len(lr), tile)
        if not self.noise or not draw.noise:
            return None
        drawn = tile_random(self.seed, tile).standard_normal((len(lr), lr.shape[1] + 2, lr.shape[2] + 2))
        near, middle = draw.smoothed, 1 - 2 * draw.smoothed
        noise = middle * drawn[:, 1:-1] + near * (drawn[:, :-2] + drawn[:, 2:])
        noise = middle * noise[:, :, 1:-1] + near * (noise[:, :, :-2] + noise[:, :, 2:])
        noise /= middle**2 + 2 * near**2  # what smoothing leaves of the deviation along both axes
        signal = np.clip(radiometry.to_physical(lr), 0, None)
        mean = signal.mean(axis=(1, 2), where=valid, keepdims=True, dtype=np.float64) if valid.any() else 0.0
        relative = np.divide(signal, mean, out=np.ones(signal.shape), where=np.asarray(mean) > 0)
        deviations = np.abs(np.divide(self.noise or 0.0, radiometry.gain))[:, None, None] * draw.noise
        return noise * deviations * np.sqrt(1 - draw.photon + draw.photon * relative)
