"""The mean of the pixels that a low-resolution pixel covers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..i18n import say
from ..raster.downsampling import weights
from . import Degradation


class Area(Degradation):
    """Mean of the area.

    A low-resolution pixel is the mean of the high-resolution pixels in it, as in pixel aggregation and in overviews
    built with "average": a detector without any optics.
    """

    def kernels(self, scale: int) -> NDArray[np.float64]:
        return weights(scale, np.ones_like, reach=0)[None]

    @property
    def kernel_description(self) -> str:
        return say("the mean of the area")
