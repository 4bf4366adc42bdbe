"""The blur of a sensor, known by its modulation transfer function."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ..errors import InputError
from ..i18n import say
from ..raster.downsampling import weights
from . import Degradation, format_values, require_count
from ._sensor_mtf import Sensor, describe_mtfs, find_mtf

DEFAULT_MTF = 0.3
"""About the mean of sensors."""

CUT_OFF = 4.0
"""Standard deviations from its centre at which the Gaussian is cut: beyond is 0.006 % of it."""

BandMtf = Annotated[float, Field(ge=0.01, le=0.5)]
"""A sharper Gaussian would be narrower than high-resolution pixels, whose samples of it are no Gaussian."""


class Mtf(Degradation):
    """Blur of a sensor (MTF).

    A Gaussian blur with the sensor's modulation transfer function (MTF) at the Nyquist frequency of the low-resolution
    pixels, for each band its own. The closest to a real satellite.
    """

    tiny: ClassVar = ({"mtf": [0.24, 0.38]},)

    mtf: Annotated[tuple[BandMtf, ...] | None, Field(title="MTF", min_length=1, examples=[0.3])] = None
    """MTF at the Nyquist frequency of the low-resolution pixels, 0.01 to 0.5: one number, or one for each band. Left
    out: the sensor's, or 0.3."""

    sensor: Annotated[Sensor | None, Field(title="Sensor")] = None
    """Uses the MTF of this sensor's bands, matched by band name, such as B04 or red. sentinel2_msi: Sentinel-2;
    landsat_oli: Landsat 8 and 9."""

    def kernels(self, scale: int) -> NDArray[np.float64]:
        # Bands of the same MTF have the same kernel, and one for all is less work.
        mtfs = self.band_mtfs[:1] if len(set(self.band_mtfs)) == 1 else self.band_mtfs
        sigmas = [sigma(mtf) for mtf in mtfs]
        reach = max(_reach(each) for each in sigmas)
        return np.stack([_gaussian(each, scale, reach) for each in sigmas])

    @property
    def band_mtfs(self) -> tuple[float, ...]:
        """The MTF of each band, or of all.

        Raises:
            InputError: it is not decided yet.
        """
        if self.sensor and not self.mtf:
            raise InputError("The bands of {sensor} cannot be identified: set mtf.", sensor=self.sensor)
        return self.mtf or (DEFAULT_MTF,)

    @property
    def kernel_description(self) -> str:
        values = format_values(self.band_mtfs)
        if self.sensor:
            return say(
                "the MTF of {sensor} ({values} at the Nyquist frequency)", sensor=self.sensor, values=values
            )
        return say("the MTF ({values} at the Nyquist frequency)", values=values)

    def adapt_to_raster(self, bands: Sequence[str], dtype: str) -> Self:
        if self.sensor and self.mtf:
            raise InputError("The options mtf and sensor exclude each other: give one of them.")
        require_count("mtf", self.mtf, len(bands))
        fitted = super().adapt_to_raster(bands, dtype)
        mtf = _sensor_mtfs(self.sensor, bands) if self.sensor else self.band_mtfs
        return fitted.model_copy(update={"mtf": mtf})


def sigma(mtf: float) -> float:
    """Return the standard deviation, in low-resolution pixels, of the Gaussian with this MTF at the Nyquist frequency.

    Its Fourier transform is exp(−2 π² σ² f²), and the Nyquist frequency is f = ½ per low-resolution pixel.
    """
    return math.sqrt(-2 * math.log(mtf)) / math.pi


def _reach(sigma: float) -> int:
    """Return the low-resolution pixels on either side of one that its kernel covers in part."""
    return math.ceil(CUT_OFF * sigma - 0.5)


def _gaussian(sigma: float, scale: int, reach: int) -> NDArray[np.float64]:
    """Return a kernel as long as `reach` says, and 0 where it is beyond its own length."""
    own = weights(scale, lambda x: np.exp(-0.5 * (x / sigma) ** 2), _reach(sigma))
    return np.pad(own, (reach - _reach(sigma)) * scale)


def _sensor_mtfs(sensor: Sensor, bands: Sequence[str]) -> tuple[float, ...]:
    found = []
    for number, name in enumerate(bands, 1):
        mtf = find_mtf(sensor, name)
        if mtf is None:
            raise InputError(
                "Band {number} is called {name}, which is not a band of {sensor}: instead of sensor, give mtf "
                "with one number for each band ({known}).",
                number=number,
                name=repr(name),
                sensor=sensor,
                known=describe_mtfs(sensor),
            )
        found.append(mtf)
    return tuple(found)
