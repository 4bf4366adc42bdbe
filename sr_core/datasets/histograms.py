"""Histograms, means and standard deviations of both sides of a tile set, band by band."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .tileset import Split, TilePair, TileSet

BINS = 100
OUTERMOST = 0.5
"""Per cent of the values that a histogram leaves out at either end, so that outliers do not squeeze all others."""


class Spread(NamedTuple):
    """Histograms of one band in physical units; shares are of a side's valid pixels and add up to 1 or a little less."""

    edges: NDArray[np.float64]
    """Of the bins, at most `BINS`, the same for both sides."""
    lr: NDArray[np.float64]
    hr: NDArray[np.float64]
    """Shares of pixels, bin by bin."""
    mean: tuple[float, float]
    """Of LR and HR."""
    std: tuple[float, float]


def spreads(tileset: TileSet, chosen: Sequence[tuple[Split, str]]) -> list[Spread]:
    """Return the histograms of each band of the `chosen` tiles (split, name).

    The tiles are read twice, so that memory does not grow with their number.
    """
    limits = [_limits(tileset.read(*tile)) for tile in chosen]
    low = np.min([each[0] for each in limits], axis=0)
    high = np.max([each[1] for each in limits], axis=0)
    whole = np.dtype(tileset.info.dtype).kind in "iu"
    steps = [abs(gain) if whole else 0.0 for gain in tileset.info.radiometry.gain]
    edges = [_edges(*each) for each in zip(low.tolist(), high.tolist(), steps, strict=True)]
    counts = [np.zeros((2, len(each) - 1)) for each in edges]
    sums = np.zeros((2, 3, len(edges)))
    for tile in chosen:
        for side, (pixels, valid) in enumerate(_sides(tileset.read(*tile))):
            for band, bins in enumerate(edges):
                values = pixels[band][valid[band]].astype(np.float64)
                counts[band][side] += np.histogram(values, bins)[0]
                sums[side, :, band] += len(values), values.sum(), np.square(values).sum()
    total = np.maximum(sums[:, 0], 1)
    mean = sums[:, 1] / total
    std = np.sqrt(np.maximum(sums[:, 2] / total - mean**2, 0))
    return [
        Spread(
            bins,
            lr=counts[band][0] / total[0, band],
            hr=counts[band][1] / total[1, band],
            mean=(float(mean[0, band]), float(mean[1, band])),
            std=(float(std[0, band]), float(std[1, band])),
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


def _limits(pair: TilePair) -> NDArray[np.float64]:
    """Return the values (2, b) between which nearly all of a tile's pixels are."""
    limits = np.array([[np.inf, -np.inf]] * len(pair.hr))
    for pixels, valid in _sides(pair):
        for band, (values, known) in enumerate(zip(pixels, valid, strict=True)):
            if known.any():
                low, high = np.percentile(values[known], (OUTERMOST, 100 - OUTERMOST))
                limits[band] = min(limits[band, 0], low), max(limits[band, 1], high)
    return limits.T


def _sides(pair: TilePair) -> tuple[tuple[NDArray[np.float32], NDArray[np.bool_]], ...]:
    """Return LR and HR, each with the pixels that are valid in both."""
    bands, height, width = pair.lr.shape
    whole: NDArray[np.bool_] = np.logical_and.reduce(
        pair.valid.reshape(bands, height, pair.scale, width, pair.scale), axis=(2, 4)
    )
    return (pair.lr, whole), (pair.hr, pair.valid)
