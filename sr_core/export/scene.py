"""A raster that tiles are cut from, alone or with a low-resolution raster of the same place."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from odc.geo.types import XY
from rasterio.windows import Window

from ..datasets.lr_origin import Observed, Origin
from ..datasets.tile_io import TileFormat
from ..degradations import Degradation
from ..errors import BadInput, NoOverlap
from ..raster.grid import window_of
from ..raster.radiometry import Radiometry
from ..raster.source import Source
from ..raster.warp.geometry import NO_SHIFT
from ..schema import Extent
from .grid_alignment import GridAlignment, align_grids, resample_lr
from .raster_source import Opener

if TYPE_CHECKING:
    from .alignment import Alignment


@dataclass(frozen=True)
class Scene:
    """What to cut tiles from."""

    path: str
    hr: Opener
    bands: tuple[str, ...]
    scale: int
    region: Window
    """The HR pixels to use; its sides are multiples of `scale`."""
    box: GeoBox
    """HR's whole grid."""
    format: TileFormat
    """Of HR tiles."""
    lr_format: TileFormat
    """Of LR tiles."""
    apart: int = 0
    """How far (HR pixels, a multiple of `scale`) blocks must be apart to have no pixel in common of all that is read, where
    tiles' pixels are made from others around them."""
    lr: Opener | None = None
    lattice: GridAlignment | None = None
    """How what `lr` opens lies on HR; none where LR is made from HR."""
    to_lr: Callable[[NDArray[np.generic]], NDArray[np.float64]] | None = None
    """From HR's pixels to LR's radiometry; none leaves them as they are."""
    degrading: Degradation = field(default_factory=Degradation.members["bicubic"])
    """How LR is made where there is no raster of it."""
    alignment: Alignment | None = None
    """By how much the two rasters missed each other before LR was moved; none where nobody looked."""

    @property
    def lr_path(self) -> str | None:
        """The raster that LR is cut from; none where it is made from HR."""
        return self.lr.path if self.lr else None

    @property
    def degradation(self) -> Origin:
        return self.degrading if self.lattice is None else Observed(resampled=not self.lattice.aligned)

    def boxes(self, tile: Window) -> tuple[GeoBox, GeoBox]:
        """Where a tile lies: HR's grid and LR's."""
        hr = self.box[tile.toslices()]
        return hr, hr.zoom_out(self.scale)

    @contextmanager
    def open(self) -> Iterator[OpenScene]:
        """Open its files; a thread opens them for itself."""
        with ExitStack() as stack:
            hr = stack.enter_context(self.hr.open())
            lr = stack.enter_context(self.lr.open()) if self.lr else None
            yield OpenScene(self, hr, lr)


class Cut(NamedTuple):
    """Both sides of a tile as stored, (b, h, w) and (b, h / scale, w / scale), and which pixels are valid."""

    hr: NDArray[np.generic]
    hr_valid: NDArray[np.bool_]
    lr: NDArray[np.generic]
    lr_valid: NDArray[np.bool_]


@dataclass(frozen=True)
class OpenScene:
    """A scene with its files open."""

    scene: Scene
    hr: Source
    lr: Source | None

    def cut(self, tile: Window, block: Window, radiometry: Radiometry, name: str) -> Cut:
        """The tile of this name; nothing outside its block has any part in it."""
        if self.lr is None or self.scene.lattice is None:
            return self._degraded(tile, block, radiometry, name)
        return self.observed(tile, block)

    def observed(self, tile: Window, block: Window) -> Cut:
        """A tile of the two rasters.

        Raises:
            TypeError: there is but one.
        """
        if self.lr is None or self.scene.lattice is None:
            raise TypeError("a scene without a low-resolution raster")
        hr, hr_valid = self.hr.read(tile)
        if self.scene.to_lr:
            form = self.scene.format
            hr = Radiometry.identity(len(hr)).to_pixels(self.scene.to_lr(hr), form.dtype, form.nodata)
        if self.scene.lattice.aligned:
            return Cut(hr, hr_valid, *self.lr.read(self.scene.lattice.lr_window(tile, self.scene.scale)))
        lr, lr_valid = resample_lr(self.lr, self.scene.lattice, self.scene.scale, tile, block)
        format = self.scene.lr_format
        as_pixels = Radiometry.identity(len(lr)).to_pixels
        return Cut(
            hr, hr_valid, as_pixels(np.where(lr_valid, lr, np.nan), format.dtype, format.nodata), lr_valid
        )

    def _degraded(self, tile: Window, block: Window, radiometry: Radiometry, name: str) -> Cut:
        scale, degradation = self.scene.scale, self.scene.degrading
        halo = degradation.halo(scale)
        top, left = max(tile.row_off - halo, block.row_off), max(tile.col_off - halo, block.col_off)
        bottom = min(tile.row_off + tile.height + halo, block.row_off + block.height)
        right = min(tile.col_off + tile.width + halo, block.col_off + block.width)
        pixels, valid = self.hr.read(Window(left, top, right - left, bottom - top))
        lr, lr_valid = degradation.blurred(pixels, valid, scale)
        rows, cols = (
            slice(start, start + length)
            for start, length in ((tile.row_off - top, tile.height), (tile.col_off - left, tile.width))
        )
        fewer = (
            slice(None),
            *(slice(inner.start // scale, inner.stop // scale) for inner in (rows, cols)),
        )
        format, lr, lr_valid = self.scene.format, lr[fewer], lr_valid[fewer]
        return Cut(
            pixels[:, rows, cols],
            valid[:, rows, cols],
            degradation.finished(lr, lr_valid, format.dtype, format.nodata, radiometry, name),
            lr_valid,
        )


def survey(
    hr: Opener,
    *,
    scale: int,
    extent: Extent | None = None,
    lr: Opener | None = None,
    shift: XY[float] = NO_SHIFT,
    to_lr: bool = False,
) -> Scene:
    """Look at what HR is read from, and at what belongs to it as LR, and find out what can be cut.

    `shift` is how far LR shows the land from the place where HR has it, in pixels of LR tiles.
    `to_lr` says that HR will be brought to LR's radiometry, and with it to LR's type of pixels.

    Raises:
        BadInput: not a raster, no such band, or two rasters that do not fit together.
        NoOverlap: nothing of it lies inside the extent, or on the LR raster.
    """
    with hr.open() as fine:
        window = _inside(window_of(extent, fine), fine)
        format = TileFormat.of(fine)
        scene = Scene(
            path=hr.path,
            hr=hr,
            bands=fine.profile.descriptions,
            scale=scale,
            region=_trimmed(window, scale),
            box=fine.box,
            format=format,
            lr_format=format,
            apart=_whole(2 * fine.reach, scale),
        )
        if lr is None:
            return scene
        with lr.open() as coarse:
            lattice, region = align_grids(fine, coarse, scale, window, shift)
            if fine.dtype != coarse.dtype:
                if not to_lr:
                    raise _unlike(fine, coarse)
                format = format.retyped(coarse.dtype)
            lr_format = replace(TileFormat.of(coarse), crs=format.crs)
            if not any(format.descriptions):
                format = replace(format, descriptions=lr_format.descriptions)
            return replace(
                scene,
                region=region,
                lr=lr,
                format=format,
                lr_format=lr_format,
                lattice=lattice,
                apart=max(scene.apart, _whole(2 * coarse.reach * scale * max(*lattice.ratio.xy, 1), scale)),
            )


def _unlike(hr: Source, lr: Source) -> BadInput:
    return BadInput(
        "{hr} has pixels of type {hr_type} and {lr} of type {lr_type}: set HARMONISE, which gives the former the values "
        "and the type of the latter, or convert one of them.",
        hr=hr.name,
        lr=lr.name,
        hr_type=hr.dtype,
        lr_type=lr.dtype,
    )


def _inside(window: Window, raster: Source) -> Window:
    """The part of a window that the raster has.

    Raises:
        NoOverlap: there is none.
    """
    region = raster.region
    left, top = max(window.col_off, region.col_off), max(window.row_off, region.row_off)
    right = min(window.col_off + window.width, region.col_off + region.width)
    bottom = min(window.row_off + window.height, region.row_off + region.height)
    if right <= left or bottom <= top:
        raise NoOverlap("{path} has no pixel inside EXTENT: choose another extent.", path=raster.name)
    return Window(left, top, right - left, bottom - top)


def _whole(length: float, scale: int) -> int:
    """A length in HR pixels, made longer to whole LR pixels."""
    return math.ceil(length / scale) * scale


def _trimmed(window: Window, scale: int) -> Window:
    """Without the last rows and columns that make up no whole LR pixel."""
    return Window(
        window.col_off, window.row_off, window.width // scale * scale, window.height // scale * scale
    )
