"""A raster that tiles are cut from, alone or with a low-resolution raster of the same place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.windows import Window

from ..raster.grid import cropped, window_of
from ..raster.io import Raster, open_raster
from ..raster.radiometry import Radiometry
from ..schema import Extent
from .degradations import Degradation
from .degrade import Observed, Origin
from .lattice import Lattice, laid, moved
from .tile import TileFormat

if TYPE_CHECKING:
    from .align import Alignment


@dataclass(frozen=True)
class Scene:
    """What to cut tiles from."""

    path: str
    bands: tuple[int, ...]
    scale: int
    region: Window
    """The HR pixels to use; its sides are multiples of `scale`."""
    box: GeoBox
    """HR's whole grid."""
    format: TileFormat
    """Of HR tiles."""
    lr_format: TileFormat
    """Of LR tiles."""
    lr_path: str | None = None
    lattice: Lattice | None = None
    """How the raster in `lr_path` lies on HR; none where LR is made from HR."""
    to_lr: Callable[[NDArray[np.generic]], NDArray[np.float64]] | None = None
    """From HR's pixels to LR's radiometry; none leaves them as they are."""
    degrading: Degradation = field(default_factory=Degradation.members["bicubic"])
    """How LR is made where there is no raster of it."""
    alignment: Alignment | None = None
    """By how much the two rasters missed each other before LR was moved; none where nobody looked."""

    @property
    def degradation(self) -> Origin:
        return self.degrading if self.lattice is None else Observed(resampled=not self.lattice.aligned)

    def boxes(self, tile: Window) -> tuple[GeoBox, GeoBox]:
        """Where a tile lies: HR's grid and LR's."""
        hr = cropped(self.box, tile)
        height, width = (side // self.scale for side in hr.shape)
        return hr, GeoBox((height, width), hr.affine * Affine.scale(self.scale), None)

    @contextmanager
    def open(self) -> Iterator[OpenScene]:
        """Open its files; a thread opens them for itself."""
        with ExitStack() as stack:
            hr = stack.enter_context(open_raster(self.path, self.bands))
            lr = stack.enter_context(open_raster(self.lr_path, self.bands)) if self.lr_path else None
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
    hr: Raster
    lr: Raster | None

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
        lr = moved(self.lr, self.scene.lattice, self.scene.scale, tile, block)
        format = self.scene.lr_format
        return Cut(
            hr,
            hr_valid,
            Radiometry.identity(len(lr)).to_pixels(lr, format.dtype, format.nodata),
            np.isfinite(lr),
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
    path: str,
    *,
    scale: int,
    bands: Sequence[int] | None,
    extent: Extent | None,
    lr_path: str | None,
    beside: tuple[float, float] = (0, 0),
) -> Scene:
    """Look at a raster, and at the LR raster that belongs to it, and find out what can be cut.

    `beside` is how far LR shows the land beside the place where HR has it: x and y in LR pixels.

    Raises:
        BadInput: not a raster, no such band, or two rasters that do not fit together.
        NoOverlap: nothing of it lies inside the extent, or on the LR raster.
    """
    with open_raster(path, bands) as hr:
        window = window_of(extent, hr)
        format = TileFormat.of(hr)
        scene = Scene(path, hr.bands, scale, _trimmed(window, scale), hr.box, format, format)
        if lr_path is None:
            return scene
        with open_raster(lr_path, bands) as lr:
            lattice, region = laid(hr, lr, scale, window, beside)
            return replace(
                scene, region=region, lr_path=lr_path, lr_format=TileFormat.of(lr), lattice=lattice
            )


def _trimmed(window: Window, scale: int) -> Window:
    """Without the last rows and columns that make up no whole LR pixel."""
    return Window(
        window.col_off, window.row_off, window.width // scale * scale, window.height // scale * scale
    )
