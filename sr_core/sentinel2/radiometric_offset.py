"""The offset that is added to the pixel values of products since processing baseline 04.00."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SINCE = (4, 0)
"""The first processing baseline (25 January 2022) with the offset, so that dark pixels need no clipping."""

OFFSET = 1000
"""What it adds to reflectance × 10,000."""


def subtract_offset(
    pixels: NDArray[np.generic], valid: NDArray[np.bool_], offset: int
) -> NDArray[np.generic]:
    """Return pixels with the offset taken off the valid ones; those darker than it become 0, as they were before there was one.

    Args:
        pixels: of any shape and type.
        valid: of the same shape. Other pixels stay as they are.
        offset: in steps of pixel values.
    """
    if not offset:
        return pixels
    lowest = float(np.iinfo(str(pixels.dtype)).min) if pixels.dtype.kind in "iu" else -np.inf
    less = np.maximum(pixels.astype(np.float64) - offset, lowest).astype(pixels.dtype)
    return np.where(valid, less, pixels)
