"""Measures how far a result, degraded as the model was trained, is from the raster that it was made from."""

from __future__ import annotations

import math
from collections.abc import Generator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from rasterio.windows import Window

from ..progress import Progress
from ..raster.io import open_raster
from ..raster.radiometry import Radiometry
from ..raster.source import Source
from ..raster.space_to_depth import fold
from ..raster.tiling import plan_tiles, zoom_slices
from .back_projection import Consistency

SIDE = 512
"""Side, in low-resolution pixels, of the blocks in which result and raster are compared."""


def measure_residual(
    result: Path, source: Source, radiometry: Radiometry, window: Window, consistency: Consistency
) -> Generator[Progress, None, float | None]:
    """Compare a result, in the file that a user gets, with the window of the raster that it was made from.

    Pixels that the result has, as it also has gaps of a guide, count, but those near gaps or near what the window leaves out
    of the raster, which have a say in what the result degrades to.

    Returns:
        The root of the mean squared difference over the standard deviation of the raster's values: 0.01 is 1 %. None
        where nothing could be compared.
    """
    scale, reach = consistency.scale, consistency.reach
    count, total, squares, wrong = 0, 0.0, 0.0, 0.0
    inside = _inset(window, tuple(source.box.shape), reach)
    parts = plan_tiles(inside, (window.height, window.width), SIDE, reach) if inside else []
    with open_raster(result, ask=False) as written:
        for number, part in enumerate(parts, start=1):
            outer = part.outer
            place = Window(
                window.col_off + outer.col_off, window.row_off + outer.row_off, outer.width, outer.height
            )
            pixels, valid = source.read(place)
            fine, fine_valid = written.read(Window.from_slices(*zoom_slices(outer, scale)))
            valid = valid & fold(fine_valid, scale).reshape(len(valid), -1, *valid.shape[1:]).all(axis=1)
            lr, sr = (radiometry.to_physical(each) for each in (pixels, fine))
            left = consistency.residual(torch.from_numpy(sr)[None], torch.from_numpy(lr)[None])[0].numpy()
            inner = (slice(None), *part.inner_in_outer())
            known = _surrounded(valid, reach)[inner]
            values, differences = lr[inner][known].astype(np.float64), left[inner][known].astype(np.float64)
            count += values.size
            total += float(values.sum())
            squares += float(np.square(values).sum())
            wrong += float(np.square(differences).sum())
            yield Progress(number / len(parts), "Comparing with the low-resolution raster")
    variance = squares / count - (total / count) ** 2 if count else 0.0
    return math.sqrt(wrong / count / variance) if variance > 0 else None


def _inset(window: Window, shape: tuple[int, int], reach: int) -> Window | None:
    """Return the part of `window`, from its corner, whose pixels have all within `reach` in it or outside the raster."""
    (top, bottom), (left, right) = (
        (reach if start > 0 else 0, length - (reach if start + length < end else 0))
        for start, length, end in (
            (window.row_off, window.height, shape[0]),
            (window.col_off, window.width, shape[1]),
        )
    )
    return Window(left, top, right - left, bottom - top) if right > left and bottom > top else None


def _surrounded(valid: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    """Return which pixels (b, h, w) are valid and have only valid pixels within `reach`."""
    gaps = np.pad(~valid, ((0, 0), (reach, reach), (reach, reach)))
    side = 2 * reach + 1
    around = np.lib.stride_tricks.sliding_window_view(gaps, (side, side), axis=(1, 2))
    return np.asarray(~around.any(axis=(3, 4)))
