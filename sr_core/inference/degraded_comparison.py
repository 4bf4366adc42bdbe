"""Compares a result, degraded as the model was trained, with the raster that it was made from, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..raster.downsampling import downsample
from ..raster.raster_reader import open_raster
from ..raster.source import Source
from ..raster.space_to_depth import fold
from ..raster.tiling import plan_tiles, zoom_slices

SIDE = 512
"""Side, in low-resolution pixels, of the parts in which result and raster are compared."""


class DegradedPart(NamedTuple):
    """A part of a raster, and the result degraded to its pixels; pixel values (b, h, w)."""

    place: Window
    """Where it lies in the window that was super-resolved."""
    lr: NDArray[np.float64]
    difference: NDArray[np.float64]
    """Degraded result less `lr`."""
    known: NDArray[np.bool_]
    """Which pixels can be compared."""
    share: float
    """Of the window, up to and with this part."""


def compare_degraded(
    result: Path, source: Source, window: Window, scale: int, kernels: NDArray[np.float64]
) -> Iterator[DegradedPart]:
    """Yield the parts of a window, whose differences do not depend on how it is divided.

    Pixels that the result has, as it also has gaps of a guide, can be compared, but those near gaps or near what the window
    leaves out of the raster, which have a say in what the result degrades to.

    Args:
        result: The file that a user gets, or one with its pixels.
        source: The raster that it was made from, with the bands of the result.
        window: The window of the raster that it was made from.
        scale: How many times finer the result is.
        kernels: Of the degradation along one axis, as `Degradation.kernels` returns them.
    """
    reach = (kernels.shape[1] // scale - 1) // 2
    rows, cols = source.box.shape
    goes_on = (
        (window.row_off > 0, window.row_off + window.height < rows),
        (window.col_off > 0, window.col_off + window.width < cols),
    )
    parts = plan_tiles(Window(0, 0, window.width, window.height), (window.height, window.width), SIDE, reach)
    with open_raster(result, ask=False) as written:
        for number, part in enumerate(parts, start=1):
            outer = part.outer
            place = Window(
                window.col_off + outer.col_off, window.row_off + outer.row_off, outer.width, outer.height
            )
            lr, valid = source.read(place)
            sr, finite = written.read(Window.from_slices(*zoom_slices(outer, scale)))
            whole = fold(finite, scale).reshape(len(valid), -1, *valid.shape[1:]).all(axis=1)
            degraded, _ = downsample(sr, finite, scale, kernels)
            inner = (slice(None), *part.inner_in_outer())
            pixels = lr[inner].astype(np.float64)
            known = _erode_valid(valid & whole, reach, goes_on)[inner]
            yield DegradedPart(part.inner, pixels, degraded[inner] - pixels, known, number / len(parts))


def _erode_valid(
    valid: NDArray[np.bool_], reach: int, goes_on: tuple[tuple[bool, bool], tuple[bool, bool]]
) -> NDArray[np.bool_]:
    """Return which pixels (b, h, w) are valid and have only valid pixels within `reach`, and nothing that `goes_on` there."""
    gaps = ~valid
    for axis, beyond in enumerate(goes_on, start=1):
        width = [(0, 0)] * 3
        width[axis] = (reach, reach)
        padded = np.pad(gaps, width, constant_values=beyond)
        around = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1, axis)
        gaps = np.asarray(around.any(axis=-1))
    return ~gaps
