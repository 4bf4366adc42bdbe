"""The interface `TileUpscaler` of what super-resolves images in memory."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class TileUpscaler(Protocol):
    """What can be measured on tiles: a `Predictor`, or another way from a low to a high resolution."""

    scale: int
    """Pixel size of the input over that of the result."""
    bands: int
    """Number of bands of the result."""
    inputs: int
    """Number of input channels: the bands, and after them those of a folded guide if there is one."""

    def upscale(self, lr: NDArray[np.float32]) -> NDArray[np.float32]:
        """Super-resolve an image (inputs, h, w) in memory to (bands, h × scale, w × scale); physical units, all finite."""

    def upscale_with_spread(
        self, lr: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32] | None]:
        """Return what `upscale` does, and the standard deviation of its samples; None where there are not several."""
        return self.upscale(lr), None
