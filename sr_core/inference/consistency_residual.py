"""Measures how far a result, degraded as the model was trained, is from the raster that it was made from."""

from __future__ import annotations

import math
from collections.abc import Generator
from pathlib import Path

import numpy as np
from rasterio.windows import Window

from ..progress import Progress
from ..raster.radiometry import Radiometry
from ..raster.source import Source
from .back_projection import Consistency
from .degraded_comparison import compare_degraded


def measure_residual(
    result: Path, source: Source, radiometry: Radiometry, window: Window, consistency: Consistency
) -> Generator[Progress, None, float | None]:
    """Compare a result, in the file that a user gets, with the window of the raster that it was made from.

    Returns:
        The root of the mean squared difference over the standard deviation of the raster's values, both in physical units:
        0.01 is 1 %. None where nothing could be compared.
    """
    gain, offset = (np.array(each)[:, None, None] for each in (radiometry.gain, radiometry.offset))
    count, total, squares, wrong = 0, 0.0, 0.0, 0.0
    for part in compare_degraded(result, source, window, consistency.scale, consistency.kernels):
        values, differences = (part.lr * gain + offset)[part.known], (part.difference * gain)[part.known]
        count += values.size
        total += float(values.sum())
        squares += float(np.square(values).sum())
        wrong += float(np.square(differences).sum())
        yield Progress(part.share, "Comparing with the low-resolution raster")
    variance = squares / count - (total / count) ** 2 if count else 0.0
    return math.sqrt(wrong / count / variance) if variance > 0 else None
