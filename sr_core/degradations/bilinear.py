"""Antialiased bilinear resampling."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..i18n import say
from ..raster.downsampling import weights
from . import Degradation


class Bilinear(Degradation):
    """Antialiased bilinear resampling.

    The weights fall linearly to 0 at the centres of the neighbouring low-resolution pixels; softer than bicubic.
    """

    def kernels(self, scale: int) -> NDArray[np.float64]:
        return weights(scale, _triangle, reach=1)[None]

    @property
    def kernel_description(self) -> str:
        return say("antialiased bilinear resampling")


def _triangle(x: NDArray[np.float64]) -> NDArray[np.float64]:
    falling: NDArray[np.float64] = (1 - np.abs(x)).clip(0)
    return falling
