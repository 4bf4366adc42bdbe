"""The blur of a sensor, known by its modulation transfer function."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ..errors import BadInput
from ..i18n import say
from ..raster.resample import weights
from . import Degradation, listed, require_count
from ._sensors import Sensor, mtf_of, mtfs

USUAL = 0.3
"""About the middle of what sensors have."""

LONGEST = 4.0
"""Standard deviations from its centre at which the Gaussian is cut: beyond is 0.006 % of it."""

Gain = Annotated[float, Field(ge=0.01, le=0.5)]
"""A sharper Gaussian would be narrower than high-resolution pixels, and sampled at these no Gaussian any more."""


class Mtf(Degradation):
    """Blur of a sensor (MTF)

    A Gaussian that leaves as much of the finest detail that low-resolution pixels can show as the sensor does: its
    modulation transfer function (MTF) at the Nyquist frequency, for each band its own. The closest to what a satellite
    sees.
    """

    mtf: Annotated[tuple[Gain, ...] | None, Field(title="MTF", min_length=1, examples=[0.3])] = None
    """MTF at the Nyquist frequency of the low-resolution pixels, 0.01 to 0.5: one number, or one for each band. Left
    out: the sensor's, or 0.3."""

    sensor: Annotated[Sensor | None, Field(title="Sensor")] = None
    """Takes the MTF of this sensor's bands, by the names of the raster's bands, such as B04 or red. sentinel2_msi:
    Sentinel-2; landsat_oli: Landsat 8 and 9."""

    def kernels(self, scale: int) -> NDArray[np.float64]:
        # Bands of the same MTF have the same kernel, and one for all is less work.
        gains = self.gains[:1] if len(set(self.gains)) == 1 else self.gains
        sigmas = [sigma(gain) for gain in gains]
        reach = max(_reach(each) for each in sigmas)
        return np.stack([_gaussian(each, scale, reach) for each in sigmas])

    @property
    def gains(self) -> tuple[float, ...]:
        """The MTF of each band, or of all.

        Raises:
            BadInput: it is not decided yet.
        """
        if self.sensor and not self.mtf:
            raise BadInput("Which bands of {sensor} are meant is not said: give mtf.", sensor=self.sensor)
        return self.mtf or (USUAL,)

    @property
    def blur(self) -> str:
        values = listed(self.gains)
        if self.sensor:
            return say(
                "the MTF of {sensor} ({values} at the Nyquist frequency)", sensor=self.sensor, values=values
            )
        return say("the MTF ({values} at the Nyquist frequency)", values=values)

    def fitted(self, bands: Sequence[str], dtype: str) -> Self:
        if self.sensor and self.mtf:
            raise BadInput("The options mtf and sensor exclude each other: give one of them.")
        require_count("mtf", self.mtf, len(bands))
        found = super().fitted(bands, dtype)
        if not self.sensor:
            return found.model_copy(update={"mtf": self.gains})
        return found.model_copy(update={"mtf": _of_bands(self.sensor, bands)})


def sigma(mtf: float) -> float:
    """Standard deviation, in low-resolution pixels, of the Gaussian whose Fourier transform exp(−2 π² σ² f²) is `mtf` at
    the Nyquist frequency, f = ½ per low-resolution pixel."""
    return math.sqrt(-2 * math.log(mtf)) / math.pi


def _reach(sigma: float) -> int:
    """Low-resolution pixels on either side of one that its kernel covers in part."""
    return math.ceil(LONGEST * sigma - 0.5)


def _gaussian(sigma: float, scale: int, reach: int) -> NDArray[np.float64]:
    """A kernel as long as `reach` says, and 0 where it is beyond its own length."""
    own = weights(scale, lambda x: np.exp(-0.5 * (x / sigma) ** 2), _reach(sigma))
    return np.pad(own, (reach - _reach(sigma)) * scale)


def _of_bands(sensor: Sensor, bands: Sequence[str]) -> tuple[float, ...]:
    found = []
    for number, name in enumerate(bands, 1):
        mtf = mtf_of(sensor, name)
        if mtf is None:
            raise BadInput(
                "Band {number} is called {name}, which is no band of {sensor}: instead of sensor, give mtf with one "
                "number for each band ({known}).",
                number=number,
                name=repr(name),
                sensor=sensor,
                known=mtfs(sensor),
            )
        found.append(mtf)
    return tuple(found)
