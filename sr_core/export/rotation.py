"""Tiles turned about their centres: the same land at other angles, for networks to learn from.

Turned by a quarter pixels stay what they are. By any other angle HR is resampled once, from pixels of the tile's block
alone, and LR is made from what comes out, so that the two belong together as those of other tiles do. Where LR is
another raster, it is resampled onto the turned grid likewise.
"""

from __future__ import annotations

import math

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from odc.geo.types import xy_
from rasterio.windows import Window

from ..datasets.tile_io import TileFormat
from ..raster.radiometry import Radiometry
from ..raster.resample import REACH
from ..raster.warp.interpolate import interpolate
from .scene import Cut, OpenScene, Scene

QUARTER = 90.0


def angles(step: float) -> list[float]:
    """The multiples of an angle (degrees) that are turns at all; 0 has none."""
    return [number * step for number in range(1, math.ceil(360 / step - 1e-9))] if step else []


def turned(tile: Window, angle: float) -> Affine:
    """From pixels of a tile turned clockwise about its centre to pixels of the raster."""
    width, height = tile.width, tile.height
    return (
        Affine.translation(tile.col_off + width / 2, tile.row_off + height / 2)
        * Affine.rotation(angle)
        * Affine.translation(-width / 2, -height / 2)
    )


def corners(tile: Window, angle: float) -> NDArray[np.float64]:
    """Of a turned tile, (4, 2) in pixels of the raster: x, y."""
    grid, width, height = turned(tile, angle), tile.width, tile.height
    return np.array([grid * corner for corner in ((0, 0), (width, 0), (width, height), (0, height))])


def tiles_turned(block: Window, angle: float, *, tile_size: int, stride: int) -> list[Window]:
    """The tiles of a block that lie in it when they are turned, as they would lie unturned: as many as there is room for,
    a stride apart. Of quarter turns, they are the block's own."""
    sine, cosine = (abs(f(math.radians(angle % QUARTER))) for f in (math.sin, math.cos))
    margin = tile_size * (sine + cosine - 1) / 2  # that a corner stands out on each side
    starts = []
    for first, length in ((block.row_off, block.height), (block.col_off, block.width)):
        low, high = math.ceil(margin - 1e-6), math.floor(length - tile_size - margin + 1e-6)
        slack = (high - low) % stride // 2
        starts.append(range(first + low + slack, first + high + 1, stride))
    return [Window(col, row, tile_size, tile_size) for row in starts[0] for col in starts[1]]


def turned_boxes(scene: Scene, tile: Window, angle: float) -> tuple[GeoBox, GeoBox]:
    """Where a turned tile lies: HR's grid and LR's."""
    affine, scale = scene.box.affine * turned(tile, angle), scene.scale
    height, width = tile.height, tile.width
    return (
        GeoBox((height, width), affine, None),
        GeoBox((height // scale, width // scale), affine * Affine.scale(scale), None),
    )


def cut_turned(
    scene: OpenScene, tile: Window, angle: float, block: Window, radiometry: Radiometry, name: str
) -> Cut:
    """The turned tile of this name; nothing outside its block has any part in it."""
    quarters, rest = divmod(angle, QUARTER)
    if not rest:
        cut = scene.cut(tile, block, radiometry, name)
        return Cut(*(np.rot90(side, int(quarters), axes=(1, 2)) for side in cut))
    if scene.lr is None:
        return _degraded(scene, tile, angle, block, radiometry, name)
    scale, grid = scene.scene.scale, turned(tile, angle)
    window = _around(tile, angle, block, REACH * scale, scale)
    cut = scene.observed(window, block)
    to_window = ~Affine.translation(window.col_off, window.row_off) * grid
    hr = _resampled(cut.hr, cut.hr_valid, to_window, tile.height)
    lr = _resampled(
        cut.lr, cut.lr_valid, Affine.scale(1 / scale) * to_window * Affine.scale(scale), tile.height // scale
    )
    return Cut(*_stored(hr, scene.scene.format), *_stored(lr, scene.scene.lr_format))


def _degraded(
    scene: OpenScene, tile: Window, angle: float, block: Window, radiometry: Radiometry, name: str
) -> Cut:
    scale, degrading, form = scene.scene.scale, scene.scene.degrading, scene.scene.format
    halo = degrading.halo(scale)
    wide = Window(tile.col_off - halo, tile.row_off - halo, tile.width + 2 * halo, tile.height + 2 * halo)
    window = _around(wide, angle, block, REACH, 1)
    to_window = ~Affine.translation(window.col_off, window.row_off) * turned(wide, angle)
    pixels, valid = _stored(_resampled(*scene.hr.read(window), to_window, wide.height), form)
    lr, lr_valid = degrading.blurred(pixels, valid, scale)
    inner, fewer = (
        (slice(None), *(slice(halo // factor, (halo + side) // factor) for side in (tile.height, tile.width)))
        for factor in (1, scale)
    )
    lr, lr_valid = lr[fewer], lr_valid[fewer]
    made = degrading.finished(lr, lr_valid, form.dtype, form.nodata, radiometry, name)
    return Cut(pixels[inner], valid[inner], made, lr_valid)


def _resampled(
    pixels: NDArray[np.generic], valid: NDArray[np.bool_], grid: Affine, size: int
) -> NDArray[np.float64]:
    """Pixels (b, h, w) on another grid of so many pixels a side, which `grid` takes to theirs; NaN where not valid."""
    rows, cols = np.mgrid[:size, :size] + 0.5
    # With invalid pixels around the edge, what lies beyond it counts as invalid.
    pixels, valid = (np.pad(side, ((0, 0), (REACH, REACH), (REACH, REACH))) for side in (pixels, valid))
    to_padded = Affine.translation(REACH, REACH) * grid
    values, known = interpolate(pixels, valid, xy_(*(to_padded * (cols, rows))))
    return np.where(known, values, np.nan)


def _stored(values: NDArray[np.float64], form: TileFormat) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
    """Resampled values as pixels, and which are valid."""
    return Radiometry.identity(len(values)).to_pixels(values, form.dtype, form.nodata), np.isfinite(values)


def _around(tile: Window, angle: float, block: Window, margin: int, step: int) -> Window:
    """The part of a block, in whole steps from its corner, that a turned tile and a margin about it cover."""
    low, high = corners(tile, angle).min(axis=0) - margin, corners(tile, angle).max(axis=0) + margin
    start, end = np.array([block.col_off, block.row_off]), np.array([block.width, block.height])
    first = np.maximum(0, np.floor((low - start) / step).astype(int) * step)
    last = np.minimum(end, np.ceil((high - start) / step).astype(int) * step)
    return Window(*(start + first).tolist(), *(last - first).tolist())
