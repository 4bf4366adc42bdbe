"""Tiles rotated about their centres: the same land at other angles, as augmentation.

By a multiple of 90 degrees, pixels only change places. By any other angle HR is resampled once, from pixels of the
tile's block alone, and LR is made from the result, so that the two belong together as those of other tiles do. Where LR
is another raster, it is resampled onto the rotated grid too.
"""

from __future__ import annotations

import math

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from odc.geo.types import xy_
from rasterio.windows import Window

from ..datasets.tile_io import StoredTile, TileFormat
from ..raster.downsampling import REACH
from ..raster.pixel_windows import pad
from ..raster.warp.interpolate import interpolate
from .scene import OpenScene, Scene, StoredPair

QUARTER = 90.0


def rotation_angles(step: float) -> list[float]:
    """Return the multiples of `step` (degrees) below a full turn, without 0; none if `step` is 0."""
    return [number * step for number in range(1, math.ceil(360 / step - 1e-9))] if step else []


def tile_grid(tile: Window, angle: float) -> Affine:
    """Return the transform from pixels of a tile, rotated clockwise about its centre, to pixels of the raster.

    Args:
        tile: The tile before its rotation (pixels of the raster).
        angle: Degrees, clockwise.
    """
    if not angle:
        return Affine.translation(tile.col_off, tile.row_off)
    width, height = tile.width, tile.height
    return (
        Affine.translation(tile.col_off + width / 2, tile.row_off + height / 2)
        * Affine.rotation(angle)
        * Affine.translation(-width / 2, -height / 2)
    )


def tile_corners(tile: Window, angle: float) -> NDArray[np.float64]:
    """Return the corners (4, 2) of a rotated tile in pixels of the raster: x, y.

    Args:
        tile: The tile before its rotation (pixels of the raster).
        angle: Degrees, clockwise.
    """
    grid, width, height = tile_grid(tile, angle), tile.width, tile.height
    return np.array([grid * corner for corner in ((0, 0), (width, 0), (width, height), (0, height))])


def rotated_tiles(block: Window, angle: float, *, tile_size: int, stride: int) -> list[Window]:
    """Return the tiles that lie in a block when they are rotated: as many as there is room for, a stride apart.

    The windows are those of the tiles before their rotation. For multiples of 90 degrees they are the block's own.

    Args:
        block: Pixels of the raster.
        angle: Degrees, clockwise.
        tile_size: Width and height of a tile (pixels).
        stride: Distance between neighbouring tiles (pixels).
    """
    sine, cosine = (abs(f(math.radians(angle % QUARTER))) for f in (math.sin, math.cos))
    margin = tile_size * (sine + cosine - 1) / 2  # that a corner protrudes on each side
    starts = []
    for first, length in ((block.row_off, block.height), (block.col_off, block.width)):
        low, high = math.ceil(margin - 1e-6), math.floor(length - tile_size - margin + 1e-6)
        slack = (high - low) % stride // 2
        starts.append(range(first + low + slack, first + high + 1, stride))
    return [Window(col, row, tile_size, tile_size) for row in starts[0] for col in starts[1]]


def tile_boxes(scene: Scene, tile: Window, angle: float) -> tuple[GeoBox, ...]:
    """Return the grids of a rotated tile: HR's, LR's, and the guide's where there is one.

    Args:
        scene: Scene that it is cut from.
        tile: The tile before its rotation (HR pixels).
        angle: Degrees, clockwise.
    """
    affine, scale = scene.box.affine * tile_grid(tile, angle), scene.scale
    times = [(1, 1), (1, scale)] + ([(scene.guide.ratio, scale)] if scene.guide else [])
    return tuple(
        GeoBox((tile.height // low * up, tile.width // low * up), affine * Affine.scale(low / up), None)
        for up, low in times
    )


def cut_rotated(scene: OpenScene, tile: Window, angle: float, block: Window, name: str) -> StoredPair:
    """Cut a tile rotated clockwise by `angle` (degrees); the other arguments are those of `OpenScene.cut`."""
    quarters, rest = divmod(angle, QUARTER)
    if not rest:
        pair = scene.cut(tile, block, name)
        return _turn(pair, int(quarters)) if quarters else pair
    pair = _cut_between_quarters(scene, tile, angle, block, name)
    return pair._replace(guide=_cut_guide(scene, tile, angle, block, name))


def _turn(pair: StoredPair, quarters: int) -> StoredPair:
    """Return a tile turned by quarters."""
    hr, hr_valid, lr, lr_valid, *guide = (
        np.rot90(side, quarters, axes=(1, 2)) for side in (*pair[:4], *(pair.guide or ()))
    )
    return StoredPair(hr, hr_valid, lr, lr_valid, (guide[0], guide[1]) if guide else None)


def _cut_guide(scene: OpenScene, tile: Window, angle: float, block: Window, name: str) -> StoredTile | None:
    """Cut the guide of a rotated tile: resampled once, and degraded after that."""
    own, guide, scale = scene.scene.guide, scene.guide, scene.scene.scale
    if own is None or guide is None:
        return None
    inner, around, halo = own.pixels_of(tile), own.pixels_of(block), own.halo(scale)
    wide = pad(inner, xy_(halo, halo))
    window = _surroundings(wide, angle, around, REACH, 1)
    turned = _resample(*guide.read(window), _grid_in(window, wide, angle), wide, own.format)
    return own.finish(*turned, Window(halo, halo, int(inner.width), int(inner.height)), scale, name)


def _cut_between_quarters(
    scene: OpenScene, tile: Window, angle: float, block: Window, name: str
) -> StoredPair:
    """Cut both sides of a rotated tile."""
    scale = scene.scene.scale
    if scene.lr is None:
        halo = scene.scene.degradation.halo(scale)
        wide = pad(tile, xy_(halo, halo))
        window = _surroundings(wide, angle, block, REACH, 1)
        hr = _resample(*scene.hr.read(window), _grid_in(window, wide, angle), wide, scene.scene.format)
        return scene.scene.degrade(*hr, Window(halo, halo, tile.width, tile.height), name)
    window = _surroundings(tile, angle, block, REACH * scale, scale)
    pair, grid = scene.cut_observed(window, block), _grid_in(window, tile, angle)
    lr_grid = Affine.scale(1 / scale) * grid * Affine.scale(scale)
    lr_tile = Window(0, 0, tile.width // scale, tile.height // scale)
    return StoredPair(
        *_resample(pair.hr, pair.hr_valid, grid, tile, scene.scene.format),
        *_resample(pair.lr, pair.lr_valid, lr_grid, lr_tile, scene.scene.lr_format),
    )


def _grid_in(window: Window, tile: Window, angle: float) -> Affine:
    """Return the transform from pixels of a rotated tile to those of a window."""
    return ~Affine.translation(window.col_off, window.row_off) * tile_grid(tile, angle)


def _resample(
    pixels: NDArray[np.generic], valid: NDArray[np.bool_], grid: Affine, tile: Window, form: TileFormat
) -> StoredTile:
    """Resample pixels (b, h, w) by cubic convolution onto a square tile whose pixels `grid` takes to theirs."""
    rows, cols = np.mgrid[: tile.height, : tile.width] + 0.5
    # With invalid pixels around the edge, what lies beyond it counts as invalid.
    pixels, valid = (np.pad(side, ((0, 0), (REACH, REACH), (REACH, REACH))) for side in (pixels, valid))
    to_padded = Affine.translation(REACH, REACH) * grid
    values, known = interpolate(pixels, valid, xy_(*(to_padded * (cols, rows))))
    return form.to_pixels(np.where(known, values, np.nan)), known


def _surroundings(tile: Window, angle: float, block: Window, margin: int, step: int) -> Window:
    """Return the part of a block that a rotated tile and a margin cover, in whole steps from the block's corner."""
    corners = tile_corners(tile, angle)
    low, high = corners.min(axis=0) - margin, corners.max(axis=0) + margin
    start, end = np.array([block.col_off, block.row_off]), np.array([block.width, block.height])
    first = np.maximum(0, np.floor((low - start) / step).astype(int) * step)
    last = np.minimum(end, np.ceil((high - start) / step).astype(int) * step)
    return Window(*(start + first).tolist(), *(last - first).tolist())
