"""Histograms, means and standard deviations of both sides of a tile set, band by band."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .splits import Split
from .statistics import Moments
from .tileset import TilePair, TileSet

BINS = 100
OUTERMOST = 0.5
"""Per cent of the values that a histogram leaves out at either end, so that outliers do not squeeze all others."""


Sides = tuple[tuple[NDArray[np.float32], NDArray[np.bool_]], ...]
"""LR and HR in physical units (b, h, w), each with the pixels that are valid."""


class BandHistogram(NamedTuple):
    """Histograms of one band in physical units; shares are of a side's valid pixels and add up to 1 or a little less."""

    edges: NDArray[np.float64]
    """Edges of the bins, at most `BINS` bins, the same for LR and HR."""
    lr: NDArray[np.float64]
    hr: NDArray[np.float64]
    """Shares of pixels, bin by bin."""
    mean: tuple[float, float]
    """Means of LR and HR."""
    std: tuple[float, float]


def measure_histograms(tileset: TileSet, chosen: Sequence[tuple[Split, str]]) -> list[BandHistogram]:
    """Return the histograms of each band of the `chosen` tiles (split, name).

    The tiles are read twice, so that memory does not grow with their number.
    """
    limits, moments = [], []
    for tile in chosen:
        sides = _valid_sides(tileset.read(*tile))
        limits.append(_limits(sides))
        moments.append([Moments.of(*side) for side in sides])
    low = np.min([each[0] for each in limits], axis=0)
    high = np.max([each[1] for each in limits], axis=0)
    integer = np.dtype(tileset.info.dtype).kind in "iu"
    steps = [abs(gain) if integer else 0.0 for gain in tileset.info.radiometry.gain]
    edges = [_edges(*each) for each in zip(low.tolist(), high.tolist(), steps, strict=True)]
    counts = [np.zeros((2, len(each) - 1)) for each in edges]
    for tile in chosen:
        for side, (pixels, valid) in enumerate(_valid_sides(tileset.read(*tile))):
            for band, bins in enumerate(edges):
                counts[band][side] += np.histogram(pixels[band][valid[band]].astype(np.float64), bins)[0]
    lr, hr = (reduce(add, side) for side in zip(*moments, strict=True))
    lr_statistics, hr_statistics = lr.statistics(), hr.statistics()
    return [
        BandHistogram(
            bins,
            lr=counts[band][0] / max(lr.count[band], 1),
            hr=counts[band][1] / max(hr.count[band], 1),
            mean=(lr_statistics.mean[band], hr_statistics.mean[band]),
            std=(lr_statistics.std[band], hr_statistics.std[band]),
        )
        for band, bins in enumerate(edges)
    ]


def _edges(low: float, high: float, step: float) -> NDArray[np.float64]:
    """Return the edges of bins from `low` to `high`; of values in steps of `step` each bin has equally many."""
    if not high > low:
        low, high = (low - (step or 1) / 2, low + (step or 1) / 2) if np.isfinite(low) else (0.0, 1.0)
    if not step:
        return np.linspace(low, high, BINS + 1)
    values = round((high - low) / step) + 1
    width = step * -(-values // BINS)
    start = round(low / step) * step - step / 2
    return start + width * np.arange(-(-values * step // width) + 1)


def _limits(sides: Sides) -> NDArray[np.float64]:
    """Return the values (2, b) between which nearly all pixels of both sides are."""
    limits = np.array([[np.inf, -np.inf]] * len(sides[0][0]))
    for pixels, valid in sides:
        for band, (values, known) in enumerate(zip(pixels, valid, strict=True)):
            if known.any():
                low, high = np.percentile(values[known], (OUTERMOST, 100 - OUTERMOST))
                limits[band] = min(limits[band, 0], low), max(limits[band, 1], high)
    return limits.T


def _valid_sides(pair: TilePair) -> Sides:
    """Return LR and HR, each with the pixels that are valid in both."""
    bands, height, width = pair.lr.shape
    whole: NDArray[np.bool_] = np.logical_and.reduce(
        pair.valid.reshape(bands, height, pair.scale, width, pair.scale), axis=(2, 4)
    )
    return (pair.lr, whole), (pair.hr, pair.valid)
