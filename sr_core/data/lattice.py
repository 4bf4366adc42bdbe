"""How a low-resolution raster lies on a high-resolution one, and moving it by a fraction of a pixel if need be."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.warp import reproject
from rasterio.windows import Window

from ..errors import BadInput, NoOverlap
from ..raster.io import Raster

PIXEL_SIZE_TOLERANCE = 0.01
"""Relative difference up to which a ratio of pixel sizes counts as the scale."""

SHIFT_TOLERANCE = 0.01
"""HR pixels by which LR's corners may lie off HR's lattice and still be used as they are."""

CUBIC_REACH = 3
"""LR pixels around a tile that resampling it onto the lattice can look at: 2, and the fraction that it is moved by."""

ANY_CRS = "EPSG:3857"
"""Both sides of a shift have one CRS; GDAL wants to be given one, and the rasters' own may be missing or custom."""

_warping = threading.Lock()
"""One at a time: among threads, rasterio 1.4 now and then finds its own arrays without a georeference."""


@dataclass(frozen=True)
class Lattice:
    """How LR pixels lie on HR pixels."""

    to_hr: Affine
    """From LR pixel coordinates to HR pixel coordinates."""

    origin: tuple[int, int]
    """HR column and row of the corner of LR pixel (0, 0), on the nearest whole HR pixel."""

    shift: float
    """The furthest that an LR pixel's corner lies from where `origin` and the scale put it (HR pixels)."""

    @property
    def aligned(self) -> bool:
        return self.shift <= SHIFT_TOLERANCE

    def lr_window(self, window: Window, scale: int) -> Window:
        """The LR pixels of a window of HR pixels that begins and ends on LR's corners."""
        col, row = self.origin
        return Window(
            (window.col_off - col) // scale,
            (window.row_off - row) // scale,
            window.width // scale,
            window.height // scale,
        )


def laid(
    hr: Raster, lr: Raster, scale: int, window: Window, beside: tuple[float, float] = (0, 0)
) -> tuple[Lattice, Window]:
    """How LR lies on HR, and the HR pixels of `window` that whole LR pixels cover.

    `beside` is how far LR shows the land beside the place where HR has it: x and y in LR pixels.

    Raises:
        BadInput: CRS, bands, types or pixel sizes do not fit together.
        NoOverlap: no whole LR pixel lies in `window`.
    """
    _refuse_unlike(hr, lr)
    names = {"hr": hr.dataset.name, "lr": lr.dataset.name}
    to_hr = ~hr.box.affine * lr.box.affine * Affine.translation(-beside[0], -beside[1])
    ratios = math.hypot(to_hr.a, to_hr.d), math.hypot(to_hr.b, to_hr.e)
    if any(abs(ratio / scale - 1) > PIXEL_SIZE_TOLERANCE for ratio in ratios):
        raise BadInput(
            "The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, and SCALE is {scale}: "
            "set SCALE to that ratio, or resample one of the rasters.",
            **names,
            x=ratios[0],
            y=ratios[1],
            scale=scale,
        )
    height, width = lr.box.shape
    corners = [to_hr * corner for corner in ((0, 0), (width, 0), (0, height), (width, height))]
    (left, top), (right, bottom) = (tuple(f(axis) for axis in zip(*corners, strict=True)) for f in (min, max))
    left, top = max(left, window.col_off), max(top, window.row_off)
    right, bottom = min(right, window.col_off + window.width), min(bottom, window.row_off + window.height)

    centre = [round(side) for side in ~to_hr * ((left + right) / 2, (top + bottom) / 2)]
    col, row = (round(there) - scale * here for there, here in zip(to_hr * centre, centre, strict=True))
    shift = max(
        abs(there - scale * here - start)
        for corner in ((left, top), (right, top), (left, bottom), (right, bottom))
        for there, here, start in zip(corner, ~to_hr * corner, (col, row), strict=True)
    )
    first_col, first_row = (
        math.ceil((low - start) / scale - SHIFT_TOLERANCE) for low, start in ((left, col), (top, row))
    )
    last_col, last_row = (
        math.floor((high - start) / scale + SHIFT_TOLERANCE) for high, start in ((right, col), (bottom, row))
    )
    if last_col <= first_col or last_row <= first_row:
        raise NoOverlap("{hr} and {lr} do not overlap: choose two rasters of the same place.", **names)
    size = (last_col - first_col) * scale, (last_row - first_row) * scale
    return Lattice(to_hr, (col, row), shift), Window(col + first_col * scale, row + first_row * scale, *size)


def moved(lr: Raster, lattice: Lattice, scale: int, tile: Window, block: Window) -> NDArray[np.float64]:
    """LR (b, h, w) under a tile of HR pixels by cubic convolution onto the lattice; NaN where it is not valid.

    It is made from those LR pixels only whose centres lie in `block`, so that blocks share none.
    """
    window = _window_around(tile, ~lattice.to_hr, lr.box.shape, margin=CUBIC_REACH)
    pixels, valid = lr.read(window)
    to_hr = lattice.to_hr * Affine.translation(window.col_off, window.row_off)
    rows, cols = np.mgrid[: window.height, : window.width] + 0.5
    x, y = to_hr * (cols, rows)
    inside = (x > block.col_off) & (x < block.col_off + block.width)
    inside &= (y > block.row_off) & (y < block.row_off + block.height)
    result = np.full((len(pixels), tile.height // scale, tile.width // scale), np.nan)
    with _warping:
        reproject(
            np.where(valid & inside, pixels, np.nan),
            result,
            src_transform=to_hr,
            dst_transform=Affine.translation(tile.col_off, tile.row_off) * Affine.scale(scale),
            src_crs=ANY_CRS,
            dst_crs=ANY_CRS,
            src_nodata=np.nan,
            dst_nodata=np.nan,
            resampling=Resampling.cubic,
        )
    return result


def _refuse_unlike(hr: Raster, lr: Raster) -> None:
    names = {"hr": hr.dataset.name, "lr": lr.dataset.name}
    if hr.crs != lr.crs:
        raise BadInput(
            "{hr} and {lr} have different coordinate reference systems: reproject one of them to the other's.",
            **names,
        )
    if len(hr.bands) != len(lr.bands):
        raise BadInput(
            "{hr} has {n_hr} bands and {lr} has {n_lr}: choose with BANDS those that both have.",
            **names,
            n_hr=len(hr.bands),
            n_lr=len(lr.bands),
        )
    if hr.dtype != lr.dtype:
        raise BadInput(
            "{hr} has pixels of type {hr_type} and {lr} of type {lr_type}: convert one of them to the other's type.",
            **names,
            hr_type=hr.dtype,
            lr_type=lr.dtype,
        )


def _window_around(window: Window, transform: Affine, shape: tuple[int, int], margin: int) -> Window:
    """The pixels of another grid of the given shape that a window and `margin` of that grid's pixels cover."""
    left, top = window.col_off, window.row_off
    right, bottom = left + window.width, top + window.height
    corners = [transform * corner for corner in ((left, top), (right, top), (left, bottom), (right, bottom))]
    cols, rows = zip(*corners, strict=True)
    first_col, first_row = (max(0, math.floor(min(side)) - margin) for side in (cols, rows))
    last_row, last_col = (
        min(length, math.ceil(max(side)) + margin) for side, length in zip((rows, cols), shape, strict=True)
    )
    return Window(first_col, first_row, last_col - first_col, last_row - first_row)
