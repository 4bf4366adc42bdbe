"""Downsamples images with antialiasing, without invalid pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from .float32_precision import exact_dtype

A = -0.5
"""Keys' parameter: the cubic that reproduces ramps and parabolas (Keys 1981)."""

REACH = 2
"""Radius of the cubic kernel in pixels: the kernel is 0 from 2 pixels off its centre."""

Shape = Callable[[NDArray[np.float64]], NDArray[np.float64]]
"""A kernel, up to a factor, as a function of the distance from its centre in low-resolution pixels."""


def downsample(
    pixels: NDArray[np.generic],
    valid: NDArray[np.bool_],
    scale: int,
    kernels: NDArray[np.float64] | None = None,
    row_kernels: NDArray[np.float64] | None = None,
) -> tuple[NDArray[np.floating], NDArray[np.bool_]]:
    """Return an image at 1/`scale` of its resolution, by normalised convolution.

    Invalid pixels and those beyond the edge do not count: the weights of the others are scaled up to 1.

    Args:
        pixels: (b, h, w); height and width are multiples of `scale`.
        valid: the same shape. A low-resolution pixel is valid where valid pixels have more than half of the weight.
        scale: ratio of the pixel sizes.
        kernels: (b, t) or (1, t), of the bands along one axis, as `weights` returns them: for a low-resolution pixel's
            `scale` pixels and as many more on either side. Without them, antialiased bicubic (Keys 1981), as torch's
            `interpolate(mode="bicubic", antialias=True)` and Pillow's.
        row_kernels: as many and as long, along rows where these differ from those along columns.

    Returns:
        Pixels (b, h / scale, w / scale), 0 where not valid, and validity of the same shape. They are float32, or float64
        where pixels have more digits than that holds.
    """
    if kernels is None:
        kernels = weights(scale)[None]
    pairs = list(zip(kernels, kernels if row_kernels is None else row_kernels, strict=True))
    inside = np.stack(
        [
            np.outer(
                *(
                    _convolve_columns(np.ones((length, 1)), scale, kernel)
                    for length, kernel in zip(pixels.shape[1:], pair, strict=True)
                )
            )
            for pair in pairs
        ]
    )
    exact = exact_dtype(pixels.dtype)
    total = _convolve(np.where(valid, pixels, 0), scale, pairs) / inside
    if valid.all():
        return total.astype(exact), np.ones(total.shape, bool)
    weight = _convolve(valid, scale, pairs) / inside
    enough = weight > 0.5
    return np.where(enough, total / np.where(enough, weight, 1), 0).astype(exact), enough


def _convolve(
    pixels: NDArray[np.generic],
    scale: int,
    kernels: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]],
) -> NDArray[np.float64]:
    """Convolve (b, h, w) along columns and along rows, as if surrounded by zeros, and keep one value of `scale` × `scale`.

    Args:
        pixels: (b, h, w).
        scale: Ratio of the pixel sizes.
        kernels: Along columns and along rows, of each band, or one pair for all.
    """
    each = kernels if len(kernels) == len(pixels) else list(kernels) * len(pixels)
    bands = zip(pixels, each, strict=True)
    return np.stack(
        [
            _convolve_columns(_convolve_columns(band.astype(np.float64), scale, down).T, scale, across).T
            for band, (down, across) in bands
        ]
    )


def _convolve_columns(
    pixels: NDArray[np.float64], scale: int, kernel: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Convolve each column of (h, w) to (h / scale, w)."""
    height, width = pixels.shape
    margin = halo(scale, kernel)
    padded = np.pad(pixels, ((margin, margin), (0, 0)))
    result = np.zeros((height // scale, width))
    for tap, weight in enumerate(kernel):
        if weight:
            result += weight * padded[tap : tap + height : scale]
    return result


def halo(scale: int, kernel: NDArray[np.float64] | None = None) -> int:
    """Return how many pixels must be read around a window, so that its result is that of the whole image."""
    return REACH * scale if kernel is None else (kernel.shape[-1] - scale) // 2


def cubic(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the cubic convolution kernel (Keys 1981, equation 4) at distances from its centre."""
    x = np.abs(x)
    near = (A + 2) * x**3 - (A + 3) * x**2 + 1
    far = A * (x**3 - 5 * x**2 + 8 * x - 4)
    return np.where(x <= 1, near, np.where(x < 2, far, 0))


def weights(scale: int, shape: Shape = cubic, reach: int = REACH) -> NDArray[np.float64]:
    """Return a kernel along one axis, widened by `scale`, which makes it antialiased.

    Args:
        scale: ratio of the pixel sizes.
        shape: Shape of the kernel.
        reach: Low-resolution pixels that the kernel covers on either side of the middle one.

    Returns:
        Weights ((1 + 2 · reach) · scale,) of the pixels under those low-resolution pixels; their sum is 1.
    """
    margin = reach * scale
    pixels = np.arange(-margin, scale + margin) + 0.5  # centres, from the low-resolution pixel's edge
    kernel = shape(pixels / scale - 0.5)
    normalised: NDArray[np.float64] = kernel / kernel.sum()
    return normalised
