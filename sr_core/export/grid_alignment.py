"""How a low-resolution raster lies on a high-resolution one, and bringing it onto its pixels if need be."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..errors import BadInput
from ..raster.interpolate import interpolated, reach
from ..raster.placement import Placement, apart
from ..raster.source import Source

PIXEL_SIZE_TOLERANCE = 0.01
"""Relative difference up to which a ratio of pixel sizes counts as the scale."""

SHIFT_TOLERANCE = 0.01
"""HR pixels by which LR's corners may lie off HR's lattice and still be used as they are."""

MOST_COARSE = 1.5
"""How many times as large as SCALE wants them LR's pixels may be: beyond that most of what LR tiles show would be
interpolated, and a network would learn to undo the interpolation."""

SCALES = (2, 3, 4, 8)
"""That a tile set can have."""


@dataclass(frozen=True)
class GridAlignment:
    """How LR pixels lie on HR pixels."""

    placement: Placement
    """Of LR on HR."""

    origin: tuple[int, int]
    """HR column and row of a corner that LR tiles' pixels have: of LR pixel (0, 0), on the nearest whole HR pixel, where
    they are LR's own or moved by less than one; else HR's own."""

    ratio: tuple[float, float]
    """Width and height of LR's pixels in those of LR tiles."""

    widened: tuple[float, float] = field(default=(1, 1))
    """How much wider than LR's own pixels the kernel is, along its columns and rows: 1 where they are no finer than those
    of LR tiles."""

    shift: float | None = None
    """The furthest that an LR pixel's corner lies from where `origin` and the scale put it (HR pixels); none where LR's
    pixels are of another size, or of another coordinate reference system."""

    @property
    def aligned(self) -> bool:
        return self.shift is not None and self.shift <= SHIFT_TOLERANCE

    @property
    def reprojected(self) -> bool:
        return self.placement.crs is not None

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
    hr: Source, lr: Source, scale: int, window: Window, beside: tuple[float, float] = (0, 0)
) -> tuple[GridAlignment, Window]:
    """How LR lies on HR, and the HR pixels of `window` that whole pixels of LR tiles cover.

    `beside` is how far LR shows the land beside the place where HR has it: across and down, in pixels of LR tiles.

    Raises:
        BadInput: bands or pixel sizes do not fit together, or the coordinate reference systems cannot be related.
        NoOverlap: no whole LR pixel lies in `window`.
    """
    _refuse_other_bands(hr, lr)
    placement = Placement.of(hr, lr, (beside[0] * scale, beside[1] * scale))
    left, top, right, bottom = placement.shared(hr, lr, window)
    sides, covered = placement.pixel((left + right) / 2, (top + bottom) / 2, scale)
    ratio = sides[0] / scale, sides[1] / scale
    _refuse_other_sizes(hr, lr, scale, sides)
    origin, shift = (0, 0), None
    if placement.crs is None and all(abs(each - 1) <= PIXEL_SIZE_TOLERANCE for each in ratio):
        origin, shift = _nearest(placement, scale, (left, top, right, bottom))
        covered = (1.0, 1.0)
    (col, row) = origin
    first_col, first_row = (
        math.ceil((low - start) / scale - SHIFT_TOLERANCE) for low, start in ((left, col), (top, row))
    )
    last_col, last_row = (
        math.floor((high - start) / scale + SHIFT_TOLERANCE) for high, start in ((right, col), (bottom, row))
    )
    if last_col <= first_col or last_row <= first_row:
        raise apart(hr, lr)
    region = Window(
        col + first_col * scale,
        row + first_row * scale,
        (last_col - first_col) * scale,
        (last_row - first_row) * scale,
    )
    widened = max(1.0, covered[0]), max(1.0, covered[1])
    return GridAlignment(placement, origin, ratio, widened, shift), region


def moved(
    lr: Source, lattice: GridAlignment, scale: int, tile: Window, block: Window
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """LR (b, h, w) under a tile of HR pixels by cubic convolution onto the lattice, and where it is valid.

    It is made from those LR pixels only whose centres lie in `block`, so that blocks share none.
    """
    rows, cols = np.mgrid[: tile.height // scale, : tile.width // scale] + 0.5
    cols, rows = lattice.placement.to_coarse(tile.col_off + scale * cols, tile.row_off + scale * rows)
    around = _around(lr.region, cols, rows, lattice.widened)
    if around is None:
        shape = (len(lr.bands), *cols.shape)
        return np.zeros(shape), np.zeros(shape, bool)
    pixels, valid = lr.read(around)
    lr_rows, lr_cols = np.mgrid[: around.height, : around.width] + 0.5
    x, y = lattice.placement.to_fine(lr_cols + around.col_off, lr_rows + around.row_off)
    usable = (x > block.col_off) & (x < block.col_off + block.width)
    usable &= (y > block.row_off) & (y < block.row_off + block.height)
    values, known = interpolated(
        pixels, valid, usable, cols - around.col_off, rows - around.row_off, lattice.widened
    )
    return values, known & _within(lr.region, cols, rows)


def _nearest(
    placement: Placement, scale: int, bounds: tuple[float, float, float, float]
) -> tuple[tuple[int, int], float]:
    """HR column and row on which the corner of LR pixel (0, 0) falls by the lattice that lies nearest to LR's, and how far
    the two are apart at most."""
    left, top, right, bottom = bounds
    corners = np.array([(left, top), (right, top), (left, bottom), (right, bottom)]).T
    there = np.array(placement.to_coarse(*corners))
    middle = np.rint(placement.to_coarse(*np.array([[(left + right) / 2], [(top + bottom) / 2]])))
    origin = np.rint(np.array(placement.to_fine(*middle))) - scale * middle
    shift = np.abs(corners - scale * there - origin).max()
    return (int(origin[0, 0]), int(origin[1, 0])), float(shift)


def _around(
    region: Window, cols: NDArray[np.float64], rows: NDArray[np.float64], widened: tuple[float, float]
) -> Window | None:
    """The LR pixels that points among them are interpolated from; none if no point lies anywhere near."""
    if not (np.isfinite(cols).all() and np.isfinite(rows).all()):
        return None
    edges = []
    for side, start, length, wide in (
        (cols, region.col_off, region.width, widened[0]),
        (rows, region.row_off, region.height, widened[1]),
    ):
        margin = reach(wide) + 1
        first = max(start, math.floor(side.min()) - margin)
        last = min(start + length, math.floor(side.max()) + 1 + margin)
        edges.append((first, last - first))
    (left, width), (top, height) = edges
    return Window(left, top, width, height) if width > 0 and height > 0 else None


def _within(region: Window, cols: NDArray[np.float64], rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which points lie on the raster, or so little beside it that it is rounding."""
    inside: NDArray[np.bool_] = (cols > region.col_off - SHIFT_TOLERANCE) & (
        cols < region.col_off + region.width + SHIFT_TOLERANCE
    )
    inside &= (rows > region.row_off - SHIFT_TOLERANCE) & (
        rows < region.row_off + region.height + SHIFT_TOLERANCE
    )
    return inside


def _refuse_other_bands(hr: Source, lr: Source) -> None:
    if len(hr.bands) != len(lr.bands):
        raise BadInput(
            "{hr} has {n_hr} bands and {lr} has {n_lr}: choose with BANDS those that both have.",
            hr=hr.name,
            lr=lr.name,
            n_hr=len(hr.bands),
            n_lr=len(lr.bands),
        )


def _refuse_other_sizes(hr: Source, lr: Source, scale: int, sides: tuple[float, float]) -> None:
    """Refuse LR pixels (`sides` in HR pixels) that pairs at this scale cannot be made from."""
    values = {"hr": hr.name, "lr": lr.name, "x": sides[0], "y": sides[1], "scale": scale}
    largest = max(sides)
    if min(sides) <= 1 + PIXEL_SIZE_TOLERANCE:
        raise BadInput(
            "The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, and those of a low-resolution "
            "raster must be larger: choose another, or exchange the two.",
            **values,
        )
    if largest <= MOST_COARSE * scale * (1 + PIXEL_SIZE_TOLERANCE):
        return
    enough = [each for each in SCALES if largest <= MOST_COARSE * each * (1 + PIXEL_SIZE_TOLERANCE)]
    if enough:
        nearest = min(enough, key=lambda each: abs(math.log(largest / each)))
        raise BadInput(
            "The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, which is too coarse for SCALE "
            "{scale}, whose low-resolution pixels would have to be made up: set SCALE to {better}.",
            **values,
            better=nearest,
        )
    raise BadInput(
        "The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, which is too coarse for any SCALE: "
        "resample {hr} to larger pixels first, or choose a finer low-resolution raster.",
        **values,
    )
