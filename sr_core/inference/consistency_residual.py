"""How far a result, degraded as the model was trained, is from the raster that it was made from."""

from __future__ import annotations

import math
from collections.abc import Generator
from pathlib import Path

import numpy as np
import rasterio
import torch
from numpy.typing import NDArray
from rasterio.windows import Window

from ..raster.io import Raster
from ..raster.radiometry import Radiometry
from ..raster.tiling import tiles
from .consistency import Consistency

SIDE = 512
"""Low-resolution pixels a side that are looked at together."""


def residual(
    result: Path, raster: Raster, radiometry: Radiometry, window: Window, consistency: Consistency
) -> Generator[float, None, float | None]:
    """The root of the mean squared difference over that of the raster's values from their mean: 0.01 is 1 %.

    Over the valid pixels of `window`, but those near nodata or near what `window` leaves out of the raster, which have
    a say in what the result degrades to. `result` is the file that the window became, in the pixels that a user gets.
    Yields the share that is looked through; returns none where nothing could be compared.
    """
    scale, reach = consistency.scale, consistency.reach
    count, total, squares, wrong = 0, 0.0, 0.0, 0.0
    told = _told(window, raster.dataset.shape, reach)
    parts = tiles(told, (window.height, window.width), SIDE, reach) if told else []
    with rasterio.open(result) as dataset:
        for number, part in enumerate(parts, start=1):
            outer = part.outer
            pixels, valid = raster.read(
                Window(
                    window.col_off + outer.col_off, window.row_off + outer.row_off, outer.width, outer.height
                )
            )
            fine = dataset.read(
                window=Window(
                    *(edge * scale for edge in (outer.col_off, outer.row_off, outer.width, outer.height))
                )
            )
            lr, sr = (radiometry.to_physical(each) for each in (pixels, fine))
            left = consistency.residual(torch.from_numpy(sr)[None], torch.from_numpy(lr)[None])[0].numpy()
            inner = (slice(None), *part.inner_in_outer())
            known = _surrounded(valid, reach)[inner]
            values, differences = lr[inner][known].astype(np.float64), left[inner][known].astype(np.float64)
            count += values.size
            total += float(values.sum())
            squares += float(np.square(values).sum())
            wrong += float(np.square(differences).sum())
            yield number / len(parts)
    spread = squares / count - (total / count) ** 2 if count else 0.0
    return math.sqrt(wrong / count / spread) if spread > 0 else None


def _told(window: Window, shape: tuple[int, int], reach: int) -> Window | None:
    """The part of `window`, counted from its corner, whose surroundings as far as `reach` it holds or the raster of this
    shape has not.
    """
    (top, bottom), (left, right) = (
        (reach if start > 0 else 0, length - (reach if start + length < end else 0))
        for start, length, end in (
            (window.row_off, window.height, shape[0]),
            (window.col_off, window.width, shape[1]),
        )
    )
    return Window(left, top, right - left, bottom - top) if right > left and bottom > top else None


def _surrounded(valid: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    """Which pixels (b, h, w) are valid with all around them as far as `reach`."""
    gaps = np.pad(~valid, ((0, 0), (reach, reach), (reach, reach)))
    side = 2 * reach + 1
    around = np.lib.stride_tricks.sliding_window_view(gaps, (side, side), axis=(1, 2))
    return np.asarray(~around.any(axis=(3, 4)))
