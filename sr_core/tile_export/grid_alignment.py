"""Alignment of a low-resolution raster's grid with a high-resolution one's, and resampling where they do not fit."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from odc.geo.geom import BoundingBox
from odc.geo.types import XY, xy_
from rasterio.windows import Window

from ..errors import InputError
from ..raster.source import Source
from ..raster.warp.interpolate import NOT_WIDENED, pixel_centres, resample
from ..raster.warp.pixel_transform import NO_SHIFT, PixelTransform, no_overlap_error, overlap

PIXEL_SIZE_TOLERANCE = 0.01
"""Relative difference up to which a ratio of pixel sizes counts as the scale."""

SHIFT_TOLERANCE = 0.01
"""HR pixels by which the corners of LR pixels may lie off those of HR and still be used as they are."""

MOST_COARSE = 1.5
"""How many times as large as SCALE requires LR pixels may be: beyond that most of what LR tiles show would be
interpolated, and a network would learn to undo the interpolation."""

SCALES = (2, 3, 4, 8)
"""Scales that a tile set can have."""


@dataclass(frozen=True)
class GridAlignment:
    """The position of LR's pixels on HR's grid."""

    mapping: PixelTransform
    """From HR pixels, the grid, to LR pixels, the source."""

    origin: XY[int]
    """HR pixel whose corner is one of the pixels of LR tiles: that of LR pixel (0, 0), on the nearest whole HR pixel, where
    they are LR's own or moved by less than one; else that of HR pixel (0, 0)."""

    ratio: XY[float]
    """Width and height of LR's pixels in those of LR tiles."""

    widening: XY[float] = NOT_WIDENED
    """How much wider than LR's own pixels the kernel is, along its columns and rows: 1 where they are no finer than those
    of LR tiles."""

    shift: float | None = None
    """The largest distance of an LR pixel's corner from where `origin` and the scale put it (HR pixels); none where LR's
    pixels are of another size, or of another coordinate reference system."""

    @property
    def aligned(self) -> bool:
        """Whether LR tiles are pixels of LR as they are."""
        return self.shift is not None and self.shift <= SHIFT_TOLERANCE

    @property
    def reprojected(self) -> bool:
        """Whether LR has another coordinate reference system."""
        return self.mapping.crs is not None

    def lr_window(self, window: Window, scale: int) -> Window:
        """Return the LR pixels of a window of HR pixels that begins and ends on corners of LR pixels."""
        return Window(
            (window.col_off - self.origin.x) // scale,
            (window.row_off - self.origin.y) // scale,
            window.width // scale,
            window.height // scale,
        )


def align_grids(
    hr: Source, lr: Source, scale: int, window: Window, shift: XY[float] = NO_SHIFT
) -> tuple[GridAlignment, Window]:
    """Locate LR's pixels on HR's grid, and the HR pixels of `window` that whole pixels of LR tiles cover.

    Args:
        hr: the high-resolution raster.
        lr: the low-resolution raster.
        scale: how many times as large as HR's the pixels of LR tiles are.
        window: the HR pixels to use.
        shift: how far LR shows the land from the place where HR has it, in pixels of LR tiles.

    Returns:
        The alignment, and the covered HR pixels.

    Raises:
        InputError: bands or pixel sizes do not fit together, or the coordinate reference systems cannot be related.
        NoOverlapError: no whole LR pixel lies in `window`.
    """
    _refuse_other_bands(hr, lr)
    mapping = PixelTransform.between(lr, hr, xy_(shift.x * scale, shift.y * scale))
    both = overlap(lr, hr, mapping, window)
    centre = xy_(sum(both.range_x) / 2, sum(both.range_y) / 2)
    middle, covered = mapping.locate_square(centre, scale)
    sizes = mapping.source_pixel_size(middle)
    ratio = sizes.map(lambda side: side / scale)
    _refuse_other_sizes(hr, lr, scale, sizes)
    origin, largest_shift = xy_(0, 0), None
    if mapping.crs is None and all(abs(each - 1) <= PIXEL_SIZE_TOLERANCE for each in ratio.xy):
        origin, largest_shift = _nearest_origin(mapping, scale, both, centre)
        covered = NOT_WIDENED
    col, width = _whole_pixels(both.range_x, origin.x, scale)
    row, height = _whole_pixels(both.range_y, origin.y, scale)
    if width <= 0 or height <= 0:
        raise no_overlap_error(lr, hr)
    widening = covered.map(lambda pixels: max(1.0, pixels))
    return GridAlignment(mapping, origin, ratio, widening, largest_shift), Window(col, row, width, height)


def resample_lr(
    lr: Source, alignment: GridAlignment, scale: int, tile: Window, block: Window
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the LR side of a tile by cubic convolution.

    Args:
        lr: the low-resolution raster.
        alignment: of LR with HR.
        scale: how many times as large as HR's the pixels of LR tiles are.
        tile: HR pixels.
        block: HR pixels. Only LR pixels whose centres lie in it are used, so that blocks share none.

    Returns:
        Values (b, h / scale, w / scale), 0 where not valid, and validity of the same shape.
    """
    return resample(
        lr,
        alignment.mapping,
        pixel_centres(tile, scale),
        widening=alignment.widening,
        within=block,
        tolerance=SHIFT_TOLERANCE,
    )


def _whole_pixels(edges: tuple[float, float], origin: int, scale: int) -> tuple[int, int]:
    """Return start and length, in HR pixels, of the pixels of LR tiles that lie between two edges along one axis."""
    first = math.ceil((edges[0] - origin) / scale - SHIFT_TOLERANCE)
    last = math.floor((edges[1] - origin) / scale + SHIFT_TOLERANCE)
    return origin + first * scale, (last - first) * scale


def _nearest_origin(
    mapping: PixelTransform, scale: int, bounds: BoundingBox, centre: XY[float]
) -> tuple[XY[int], float]:
    """Return where LR pixel (0, 0) begins in the nearest grid on whole HR pixels, and how far LR is off it at most."""
    corners = np.array(bounds.points).T
    there = np.array(mapping.to_source(xy_(*corners)).xy)
    middle = np.rint(mapping.to_source(centre.map(lambda side: np.array([side]))).xy)
    origin = np.rint(mapping.to_grid(xy_(*middle)).xy) - scale * middle
    shift = np.abs(corners - scale * there - origin).max()
    return xy_(int(origin[0, 0]), int(origin[1, 0])), float(shift)


def _refuse_other_bands(hr: Source, lr: Source) -> None:
    if hr.profile.count != lr.profile.count:
        raise InputError(
            "{hr} has {n_hr} bands and {lr} has {n_lr}: choose with BANDS those that both have.",
            hr=hr.name,
            lr=lr.name,
            n_hr=hr.profile.count,
            n_lr=lr.profile.count,
        )


def _refuse_other_sizes(hr: Source, lr: Source, scale: int, sizes: XY[float]) -> None:
    """Refuse LR pixels (`sizes` in HR pixels) that pairs at this scale cannot be made from."""
    values = {"hr": hr.name, "lr": lr.name, "x": sizes.x, "y": sizes.y, "scale": scale}
    largest = max(sizes.xy)
    if min(sizes.xy) <= 1 + PIXEL_SIZE_TOLERANCE:
        raise InputError(
            "The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, and those of a "
            "low-resolution raster must be larger: choose another, or swap the two.",
            **values,
        )
    if largest <= MOST_COARSE * scale * (1 + PIXEL_SIZE_TOLERANCE):
        return
    enough = [each for each in SCALES if largest <= MOST_COARSE * each * (1 + PIXEL_SIZE_TOLERANCE)]
    if enough:
        nearest = min(enough, key=lambda each: abs(math.log(largest / each)))
        raise InputError(
            "The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, which is too coarse for "
            "SCALE {scale}, which would need interpolated low-resolution pixels: set SCALE to {better}.",
            **values,
            better=nearest,
        )
    raise InputError(
        "The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, which is too coarse for any SCALE: "
        "resample {hr} to larger pixels first, or choose a finer low-resolution raster.",
        **values,
    )
