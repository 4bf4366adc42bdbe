"""The pattern that a network draws where there is nothing: the difference between the sub-pixels of flat fields."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from ..datasets.tileset import TileSet
from ..inference.tile_upscaler import TileUpscaler
from ..progress import Progress

LEVELS = 9
"""Flat fields, from the darkest to the brightest."""

SPREAD = 2.0
"""Standard deviations about the mean that fields lie within, where pixels have no natural limits."""

MIDDLE = 4
"""Pixels a side that are looked at, in the middle: next to the edge a network sees what is not there."""


def measure_fixed_pattern(predictor: TileUpscaler, tileset: TileSet) -> Generator[Progress, None, float]:
    """Return the largest difference between sub-pixels of flat fields, as a share of the tiles' range of values.

    Sub-pixel convolutions give each of the finer pixels in a pixel a kernel of its own; where these respond to a
    constant differently, the result has a pattern of the scale's period, most plainly on bright roofs and water
    (Odena et al. 2016, "Deconvolution and checkerboard artifacts"). Fields are of the same brightness in all bands.

    Args:
        predictor: The model; its results do not depend on chance.
        tileset: Says what values there are, and how large tiles are.
    """
    largest, scale = 0.0, predictor.scale
    side = tileset.info.tile_size // scale
    first = (side - min(MIDDLE, side)) // 2 * scale
    inner = slice(first, first + min(MIDDLE, side) * scale)
    for number, inputs in enumerate(_flat_fields(tileset, side)):
        yield Progress(number / LEVELS, "Measuring the fixed pattern")
        middle = predictor.upscale(inputs)[:, inner, inner].astype(np.float64)
        subpixels = middle.reshape(len(middle), -1, scale, middle.shape[-1] // scale, scale).mean((1, 3))
        largest = max(largest, float(np.ptp(subpixels, axis=(1, 2)).max()))
    return largest / tileset.info.data_range


def _flat_fields(tileset: TileSet, side: int) -> Generator[NDArray[np.float32]]:
    """Yield flat fields as a network is given them (inputs, side, side); a guide is at its mean."""
    info = tileset.info
    mean, std = (np.array(each) for each in (info.statistics.mean, info.statistics.std))
    lowest, highest = mean - SPREAD * std, mean + SPREAD * std
    if info.dtype == "uint8":
        gain, offset = np.array(info.radiometry.gain), np.array(info.radiometry.offset)
        lowest, highest = offset, offset + 255 * gain
    guide = np.repeat(info.guide.mean, info.guide.ratio**2) if info.guide else np.zeros(0)
    for share in np.linspace(0, 1, LEVELS):
        values = np.concatenate((lowest + share * (highest - lowest), guide))
        yield np.broadcast_to(values.astype(np.float32)[:, None, None], (len(values), side, side)).copy()
