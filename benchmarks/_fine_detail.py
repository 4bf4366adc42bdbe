"""How much fine detail an image has, and how much of it is where it should be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.floating]
"""(bands, h, w)"""


class Detail(NamedTuple):
    """Of results, beside the truth, within a band of wavelengths."""

    energy: float
    """Energy of the results over that of the truth: 1 is as sharp as the truth, more is too sharp."""
    agreement: float
    """Correlation of the two: 1 where every detail is the truth's, 0 where it is only texture like it."""


def detail(pairs: Iterable[tuple[Image, Image]], finest: float, coarsest: float) -> Detail:
    """Return the detail of results beside truths, with wavelengths from `finest` to `coarsest` pixels in any direction.

    A part of an image is what its Fourier transform holds at finest ≤ 1 / hypot(f_x, f_y) < coarsest, after a Hann
    window has been laid over it so that its borders do not pass for detail. Energies (the squares of that part, by
    Parseval's theorem) and products are summed over bands and over all pairs before they are divided: flat tiles
    weigh as little as they have detail.
    """
    made = true = shared = 0.0
    for sr, hr in pairs:
        a, b = (part(image, finest, coarsest) for image in (sr, hr))
        made += float((np.abs(a) ** 2).sum())
        true += float((np.abs(b) ** 2).sum())
        shared += float((a * b.conj()).real.sum())
    return Detail(made / true, float(shared / np.sqrt(made * true)) if made else 0.0)


def part(image: Image, finest: float, coarsest: float) -> NDArray[np.complex128]:
    """Fourier coefficients of the windowed image in the band of wavelengths (pixels): (bands, number of them)."""
    height, width = image.shape[-2:]
    window = np.outer(*(0.5 - 0.5 * np.cos(2 * np.pi * np.arange(n) / n) for n in (height, width)))
    frequency = np.hypot(np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width))
    # A corner of the spectrum is finer than two pixels, the finest that an axis holds; it counts as two.
    chosen = (frequency > 1 / coarsest) & (frequency.clip(max=0.5) <= 1 / finest)
    coefficients: NDArray[np.complex128] = np.fft.fft2(image.astype(np.float64) * window)[:, chosen]
    return coefficients
