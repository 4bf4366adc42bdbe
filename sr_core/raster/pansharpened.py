"""A multispectral raster with the detail of a panchromatic one, made window by window as it is read."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from ..errors import BadInput
from .io import Raster
from .pansharpen import BandCovariance, PansharpeningMethod, PansharpeningPair
from .radiometry import Radiometry, can_hold
from .superimpose import REACH, Superimposed, pixel_ratio, superimposed
from .tiling import tiles

FINEST_RATIO = 1.01
"""Of pixel sizes; less counts as pixels of the same size."""

TILE_SIZE = 512
"""Side of the windows to go over a whole raster in (panchromatic pixels)."""


@dataclass(frozen=True)
class Pansharpened:
    """Reads like a `Raster`: bands, type, nodata and radiometry are the multispectral one's, the grid is PAN's."""

    xs: Raster
    pan: Raster
    """One band."""
    method: PansharpeningMethod
    ratio: tuple[float, float]
    """Height and width of a multispectral pixel in panchromatic ones."""
    laid: Superimposed
    statistics: BandCovariance

    @property
    def name(self) -> str:
        return self.xs.name

    @property
    def reach(self) -> int:
        """How far (panchromatic pixels) the pixels lie that one is made from: XS' by its cubic and by what gaps among them
        are filled from, and PAN's by the method's margin. What the method must know of the whole does not count."""
        return math.ceil(max(*self.ratio) * (2 * REACH + 1)) + max(self.method.margin(self.ratio))

    @property
    def region(self) -> Window:
        """The panchromatic pixels that lie on the multispectral raster."""
        return self.laid.region

    @property
    def box(self) -> GeoBox:
        return self.pan.box

    @property
    def crs(self) -> CRS | None:
        return self.pan.crs or self.xs.crs

    @property
    def bands(self) -> tuple[int, ...]:
        return self.xs.bands

    @property
    def dtype(self) -> str:
        return self.xs.dtype

    @property
    def nodata(self) -> float | None:
        return self.xs.nodata if can_hold(self.xs.dtype, self.xs.nodata) else None

    @property
    def descriptions(self) -> tuple[str, ...]:
        return self.xs.descriptions

    @property
    def colorinterp(self) -> tuple[ColorInterp, ...]:
        return self.xs.colorinterp

    @property
    def has_mask(self) -> bool:
        """Whether a mask is needed to say which pixels are valid: there are gaps and no nodata value to mark them."""
        gaps = (
            self.pan.has_mask
            or self.pan.nodata is not None
            or self.laid.known is not None
            or np.dtype(self.pan.dtype).kind == "f"
        )
        return self.xs.has_mask or (gaps and self.nodata is None and np.dtype(self.dtype).kind != "f")

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Pixels (b, h, w) of the multispectral raster's type, rounded and clipped, and which of them are valid."""
        values, valid = self.fused(window)
        pixels = Radiometry.identity(len(values)).to_pixels(
            np.where(valid, values, np.nan), self.dtype, self.nodata
        )
        return pixels, valid

    def fused(self, window: Window) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """The same, not rounded. A value is valid where both rasters are; no window but its own pixel decides it."""
        xs, valid = self.laid.read(window)
        pair = self._pair(xs, window)
        rows, cols = pair.margin
        height, width = pair.pan_valid.shape
        valid = valid & pair.pan_valid[rows : height - rows, cols : width - cols]
        if self.method.joint:
            valid = np.broadcast_to(valid.all(axis=0), valid.shape)
        if not valid.any():
            return xs, valid
        return self.method.fused(pair, self.ratio), valid

    def surveyed(self, window: Window) -> Generator[float, None, Pansharpened]:
        """The same, knowing the statistics of what both rasters hold in a window of PAN's grid; yields the share done."""
        found = self.statistics
        plan = tiles(window, self.box.shape, TILE_SIZE, 0)
        for done, tile in enumerate(plan, 1):
            xs, valid = self.laid.read(tile.inner)
            pan, pan_valid = self.pan.read(tile.inner)
            both = valid.all(axis=0) & pan_valid[0]
            if both.any():
                found += BandCovariance.of(np.concatenate([xs, pan.astype(np.float64)])[:, both])
            yield done / len(plan)
        return replace(self, statistics=found)

    def _pair(self, xs: NDArray[np.float64], window: Window) -> PansharpeningPair:
        rows, cols = self.method.margin(self.ratio)
        height, width = self.box.shape
        top, left = max(0, window.row_off - rows), max(0, window.col_off - cols)
        bottom = min(height, window.row_off + window.height + rows)
        right = min(width, window.col_off + window.width + cols)
        pan, valid = self.pan.read(Window(left, top, right - left, bottom - top))
        beyond = (
            (top - window.row_off + rows, window.row_off + window.height + rows - bottom),
            (left - window.col_off + cols, window.col_off + window.width + cols - right),
        )
        return PansharpeningPair(
            xs=xs,
            pan=np.pad(np.where(valid, pan, 0)[0].astype(np.float64), beyond, mode="edge"),
            pan_valid=np.pad(valid[0], beyond, mode="edge"),
            margin=(rows, cols),
            statistics=self.statistics,
        )


@contextmanager
def pansharpened(xs: Raster, pan: Raster, method: PansharpeningMethod) -> Iterator[Pansharpened]:
    """`xs` with the detail of the first band of `pan`; what the method must know of the whole is not gathered yet.

    Raises:
        BadInput: PAN is not finer, an option does not fit, or the coordinate reference systems cannot be related.
        NoOverlap: the rasters do not overlap.
    """
    method.refuse_bands(len(xs.bands))
    pan = replace(pan, bands=pan.bands[:1])
    ratio = pixel_ratio(xs, pan)
    if min(ratio) < FINEST_RATIO:
        raise BadInput(
            "The pixels of {pan} are not finer than those of {xs} (which are {ratio:.3g} times as large): "
            "choose as PAN the panchromatic raster of the finer resolution.",
            pan=pan.dataset.name,
            xs=xs.dataset.name,
            ratio=min(ratio),
        )
    with superimposed(xs, pan) as laid:
        yield Pansharpened(xs, pan, method, ratio, laid, BandCovariance.nothing(len(xs.bands)))
