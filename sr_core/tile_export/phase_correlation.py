"""The shift between two images of the same place, by phase correlation of many small pieces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MAX_SHIFT = 8
"""Largest shift (pixels) in each direction that is looked for."""
SUBPIXELS = 100
"""Parts of a pixel to which a peak is located."""
MIN_AGREEING = 4
"""Pieces that must agree before anything is moved."""
SIGNIFICANT = 3.0
"""Standard errors that a shift must be to count."""
MAD_TO_STD = 1.4826
"""Standard deviation of normally distributed numbers in units of their median absolute deviation."""


class Shift(NamedTuple):
    """The offset of the second image from the first one, in pixels; x to the right, y downwards."""

    x: float
    y: float


class Vector(NamedTuple):
    """The shift of one piece."""

    col: float
    """Column of the piece's middle, in high-resolution pixels."""
    row: float
    """Row of the piece's middle, in high-resolution pixels."""
    shift: Shift


class Alignment(NamedTuple):
    """The shift that most pieces agree on."""

    shift: Shift
    """Median shift of the pieces that agree."""
    error: float
    """Standard error of the shift, in pixels."""
    agreeing: int
    pieces: int
    vectors: tuple[Vector, ...] = ()
    """The shift of each piece."""

    @property
    def significant(self) -> bool:
        """Whether enough pieces agree, on more than they err by."""
        return self.agreeing >= MIN_AGREEING and math.hypot(*self.shift) > SIGNIFICANT * self.error


def phase_shift(first: NDArray[np.floating], second: NDArray[np.floating]) -> Shift | None:
    """Return how far `second` lies from `first`, or none if they have nothing in common.

    Phase correlation (Kuglin and Hines 1975) under a Hann window, the bands' spectra added up. The peak is located to a
    pixel, and then to `SUBPIXELS` parts of one by a Fourier transform of its surroundings alone (Guizar-Sicairos et al.
    2008). Frequencies above three quarters of the highest are left out: there low-resolution images are mostly alias.

    Args:
        first: (b, h, w).
        second: (b, h, w), of the same bands.
    """
    height, width = first.shape[1:]
    window = np.hanning(height)[:, None] * np.hanning(width)
    one, other = (
        np.fft.fft2((image - image.mean((1, 2), keepdims=True)) * window) for image in (first, second)
    )
    cross = (one * other.conj()).sum(axis=0)
    size = np.abs(cross)
    rows, cols = np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width)
    kept = (np.hypot(rows, cols) < 0.375) & (size > 1e-9 * size.max() if size.max() > 0 else False)
    if not kept.any():
        return None
    phase = np.where(kept, cross / np.where(kept, size, 1), 0)
    surface = np.fft.ifft2(phase).real
    offsets = np.arange(-MAX_SHIFT, MAX_SHIFT + 1)
    near = surface[np.ix_(offsets, offsets)]
    if near.max() < surface.max():
        return None  # the peak lies beyond MAX_SHIFT
    row, col = (int(offsets[at]) for at in np.unravel_index(near.argmax(), near.shape))
    fine = np.arange(-SUBPIXELS, SUBPIXELS + 1) / SUBPIXELS
    down = np.exp(2j * np.pi * (row + fine)[:, None] * rows[:, 0])
    across = np.exp(2j * np.pi * cols[:, None] * (col + fine))
    peak = (down @ phase @ across).real
    at = np.unravel_index(peak.argmax(), peak.shape)
    return Shift(-float(col + fine[at[1]]), -float(row + fine[at[0]]))


def combine_shifts(shifts: Sequence[Shift]) -> Alignment:
    """Return the median of the shifts that lie near the median of all, and its standard error.

    Near is within three standard deviations (estimated by the median distance), but at least a quarter of a pixel and at
    most one.
    """
    points = np.array(shifts).reshape(-1, 2)
    if not len(points):
        return Alignment(Shift(0, 0), math.inf, 0, 0)
    distance = np.hypot(*(points - np.median(points, axis=0)).T)
    near = points[distance <= np.clip(3 * MAD_TO_STD * float(np.median(distance)), 0.25, 1)]
    if not len(near):
        return Alignment(Shift(0, 0), math.inf, 0, len(points))
    x, y = np.median(near, axis=0)
    spread = MAD_TO_STD * float(np.median(np.abs(near - (x, y)).max(axis=1)))
    # The median of n normal numbers errs by 1.25 / √n of their standard deviation.
    error = 1.25 * max(spread, 1 / SUBPIXELS) / math.sqrt(len(near))
    return Alignment(Shift(float(x), float(y)), error, len(near), len(points))
