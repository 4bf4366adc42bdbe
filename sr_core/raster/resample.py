"""Antialiased bicubic downsampling that knows about invalid pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

A = -0.5
"""Keys' parameter: the cubic that reproduces ramps and parabolas (Keys 1981)."""

REACH = 2
"""Low-resolution pixels on each side of one that can change it: the cubic is 0 from 2 pixels off its centre."""


def halo(scale: int) -> int:
    """Pixels to read around a window so that its downsampled result is that of the whole image."""
    return REACH * scale


def downsample(
    pixels: NDArray[np.generic], valid: NDArray[np.bool_], scale: int
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Pixels (b, h, w), their height and width multiples of `scale`, at 1/scale of the resolution.

    Bicubic (Keys 1981) with the kernel widened by `scale`, which is what makes it antialiased: torch's
    `interpolate(mode="bicubic", antialias=True)`, and Pillow's. Weights of invalid pixels, and of those beyond the
    edge, count for nothing and the rest are scaled up to 1 (normalised convolution). A low-resolution pixel is
    valid when valid pixels hold more than half of the kernel's weight; where it is not, its value is 0.
    """
    rows, cols = (_along_columns(np.ones((length, 1)), scale) for length in pixels.shape[1:])
    inside = rows @ cols.T
    total = _convolved(np.where(valid, pixels, 0), scale) / inside
    if valid.all():
        return total.astype(np.float32), np.ones(total.shape, bool)
    weight = _convolved(valid, scale) / inside
    enough = weight > 0.5
    return np.where(enough, total / np.where(enough, weight, 1), 0).astype(np.float32), enough


def _convolved(pixels: NDArray[np.generic], scale: int) -> NDArray[np.float64]:
    """Pixels (b, h, w) as if surrounded by zeros, convolved along both axes; one value kept of `scale` × `scale`."""
    bands = (_along_columns(band.astype(np.float64), scale) for band in pixels)
    return np.stack([_along_columns(band.T, scale).T for band in bands])


def _along_columns(pixels: NDArray[np.float64], scale: int) -> NDArray[np.float64]:
    """Each column (h, w) convolved to (h / scale, w)."""
    height, width = pixels.shape
    padded = np.pad(pixels, ((halo(scale), halo(scale)), (0, 0)))
    result = np.zeros((height // scale, width))
    for tap, weight in enumerate(weights(scale)):
        if weight:
            result += weight * padded[tap : tap + height : scale]
    return result


def weights(scale: int) -> NDArray[np.float64]:
    """Weights of the pixels of a low-resolution pixel and of `halo` more on either side; their sum is 1."""
    pixels = (
        np.arange(-halo(scale), scale + halo(scale)) + 0.5
    )  # centres, from the low-resolution pixel's edge
    kernel = cubic(pixels / scale - 0.5)
    normalised: NDArray[np.float64] = kernel / kernel.sum()
    return normalised


def cubic(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """The cubic convolution kernel (Keys 1981, equation 4)."""
    x = np.abs(x)
    near = (A + 2) * x**3 - (A + 3) * x**2 + 1
    far = A * (x**3 - 5 * x**2 + 8 * x - 4)
    return np.where(x <= 1, near, np.where(x < 2, far, 0))
