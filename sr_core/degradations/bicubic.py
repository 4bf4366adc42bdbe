"""Antialiased bicubic resampling."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..i18n import say
from ..raster.downsampling import weights
from . import Degradation


class Bicubic(Degradation):
    """Antialiased bicubic resampling.

    Cubic convolution (Keys 1981) with the kernel widened by the scale: what most published networks learnt from, and
    sharper than any sensor.
    """

    def kernels(self, scale: int) -> NDArray[np.float64]:
        return weights(scale)[None]

    @property
    def kernel_description(self) -> str:
        return say("antialiased bicubic resampling")
