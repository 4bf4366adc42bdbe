"""Antialiased downsampling that knows about invalid pixels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

A = -0.5
"""Keys' parameter: the cubic that reproduces ramps and parabolas (Keys 1981)."""

REACH = 2
"""Low-resolution pixels on each side of one that can change it: the cubic is 0 from 2 pixels off its centre."""


Shape = Callable[[NDArray[np.float64]], NDArray[np.float64]]
"""A kernel as a function of the distance from its centre, in low-resolution pixels; any multiple of it will do."""


def downsample(
    pixels: NDArray[np.generic],
    valid: NDArray[np.bool_],
    scale: int,
    kernels: NDArray[np.float64] | None = None,
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Pixels (b, h, w), their height and width multiples of `scale`, at 1/scale of the resolution.

    `kernels` (b, t) or (1, t) are those of the bands along one axis, as `weights` gives them: of a low-resolution
    pixel's `scale` pixels and of as many more on either side; without them, antialiased bicubic (Keys 1981), which is
    torch's `interpolate(mode="bicubic", antialias=True)`, and Pillow's. Weights of invalid pixels, and of those beyond
    the edge, count for nothing and the rest are scaled up to 1 (normalised convolution). A low-resolution pixel is
    valid when valid pixels hold more than half of the kernel's weight; where it is not, its value is 0.
    """
    if kernels is None:
        kernels = weights(scale)[None]
    inside = np.stack(
        [
            np.outer(*(_along_columns(np.ones((length, 1)), scale, kernel) for length in pixels.shape[1:]))
            for kernel in kernels
        ]
    )
    total = _convolved(np.where(valid, pixels, 0), scale, kernels) / inside
    if valid.all():
        return total.astype(np.float32), np.ones(total.shape, bool)
    weight = _convolved(valid, scale, kernels) / inside
    enough = weight > 0.5
    return np.where(enough, total / np.where(enough, weight, 1), 0).astype(np.float32), enough


def _convolved(pixels: NDArray[np.generic], scale: int, kernels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Pixels (b, h, w) as if surrounded by zeros, convolved along both axes; one value kept of `scale` × `scale`."""
    each = np.broadcast_to(kernels, (len(pixels), kernels.shape[1]))
    bands = (
        (_along_columns(band.astype(np.float64), scale, kernel), kernel)
        for band, kernel in zip(pixels, each, strict=True)
    )
    return np.stack([_along_columns(band.T, scale, kernel).T for band, kernel in bands])


def _along_columns(
    pixels: NDArray[np.float64], scale: int, kernel: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Each column (h, w) convolved to (h / scale, w)."""
    height, width = pixels.shape
    margin = halo(scale, kernel)
    padded = np.pad(pixels, ((margin, margin), (0, 0)))
    result = np.zeros((height // scale, width))
    for tap, weight in enumerate(kernel):
        if weight:
            result += weight * padded[tap : tap + height : scale]
    return result


def halo(scale: int, kernel: NDArray[np.float64] | None = None) -> int:
    """Pixels to read around a window so that its downsampled result is that of the whole image."""
    return REACH * scale if kernel is None else (kernel.shape[-1] - scale) // 2


def cubic(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """The cubic convolution kernel (Keys 1981, equation 4)."""
    x = np.abs(x)
    near = (A + 2) * x**3 - (A + 3) * x**2 + 1
    far = A * (x**3 - 5 * x**2 + 8 * x - 4)
    return np.where(x <= 1, near, np.where(x < 2, far, 0))


def weights(scale: int, shape: Shape = cubic, reach: int = REACH) -> NDArray[np.float64]:
    """Weights of the pixels of a low-resolution pixel and of `reach` more of such on either side; their sum is 1.

    The kernel is widened by `scale`, which is what makes it antialiased.
    """
    margin = reach * scale
    pixels = np.arange(-margin, scale + margin) + 0.5  # centres, from the low-resolution pixel's edge
    found = shape(pixels / scale - 0.5)
    normalised: NDArray[np.float64] = found / found.sum()
    return normalised
