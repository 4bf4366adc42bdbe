"""Measures the pattern that a network draws beside strong edges, where the image itself is flat."""

from __future__ import annotations

import numpy as np

from sr_core.degradations import Degradation
from sr_core.inference.tile_upscaler import TileUpscaler

SIDE = 48
"""Low-resolution pixels, along each axis, of the image; the edge is in its middle."""
FLAT = (slice(10, 21), slice(28, 38))
"""Low-resolution columns on either side of the edge that are looked at: the image is flat there, and its border far."""
LEVELS = ((0.85, 0.1), (0.3, 0.05))
"""Physical values on either side of the edge: a white roof and its shadow, and a darker pair."""


def measure_edge_ripple(predictor: TileUpscaler, bands: int) -> float:
    """Return the largest deviation of a sub-pixel from the mean of its low-resolution pixel, as a share of the step.

    An ideal edge is reduced bicubically, at each of the positions that it can have within a low-resolution pixel, and
    super-resolved. Three pixels and more away from it all sub-pixels should be equal. Flat fields do not show this
    pattern: a network may have none there (`sr_core.evaluation.fixed_pattern`) and repeat an edge every `scale` pixels.

    Args:
        predictor: The model; its results do not depend on chance.
        bands: How many bands it takes.
    """
    scale, bicubic = predictor.scale, Degradation.load({"id": "bicubic"})
    largest = 0.0
    for left, right in LEVELS:
        for shift in range(scale):
            hr = np.full((bands, SIDE * scale, SIDE * scale), left, np.float32)
            hr[:, :, SIDE // 2 * scale + shift :] = right
            lr, _ = bicubic.downsample(hr, np.ones(hr.shape, bool), scale)
            row = predictor.upscale(lr.astype(np.float32))[:, SIDE // 2 * scale]
            pixels = row.reshape(bands, SIDE, scale)
            deviations = np.abs(pixels - pixels.mean(axis=2, keepdims=True))
            found = max(float(deviations[:, columns].max()) for columns in FLAT)
            largest = max(largest, found / (left - right))
    return largest
