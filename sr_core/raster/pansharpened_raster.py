"""A multispectral raster with the detail of a panchromatic one, computed window by window as it is read."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from odc.geo.types import XY
from rasterio.windows import Window, intersection

from ..errors import InputError
from ..progress import Progress
from .downsampling import REACH
from .pansharpen import BandCovariance, PansharpeningMethod, PansharpeningPair
from .pixel_windows import pad
from .profile import RasterProfile
from .radiometry import Radiometry
from .raster_reader import Raster
from .source import Source
from .tiling import plan_tiles
from .warp.pixel_transform import pixel_ratio
from .warp.superimpose import Superimposed, superimpose

FINEST_RATIO = 1.01
"""Ratio of pixel sizes below which they count as the same."""

TILE_SIZE = 512
"""Side of the windows in which a whole raster is read (panchromatic pixels)."""


@dataclass(frozen=True)
class Pansharpened(Source):
    """A multispectral raster (XS) with the detail of a panchromatic one (PAN), on the grid of the latter."""

    xs: Raster
    pan: Raster
    """The panchromatic raster, with one band."""
    method: PansharpeningMethod
    ratio: XY[float]
    """Width and height of a multispectral pixel in panchromatic pixels."""
    superimposed: Superimposed
    """XS on the grid of PAN."""
    statistics: BandCovariance
    """Statistics of the whole raster, for methods that need them."""

    @property
    def name(self) -> str:
        return self.xs.name

    @cached_property
    def profile(self) -> RasterProfile:
        """Profile of XS, on the grid of PAN."""
        xs, pan = self.xs.profile, self.pan.profile
        gaps = (
            pan.has_mask
            or pan.nodata is not None
            or self.superimposed.to_source is None
            or np.dtype(pan.dtype).kind == "f"
        )
        markable = xs.nodata is not None or np.dtype(xs.dtype).kind == "f"
        return replace(
            xs,
            box=pan.box,
            crs=pan.crs or xs.crs,
            has_mask=xs.has_mask or (gaps and not markable),
            ground_control=pan.ground_control,
        )

    @property
    def reach(self) -> int:
        """Distance, in panchromatic pixels, up to which other pixels change a pixel.

        These are pixels of XS under the cubic kernel, pixels from which gaps in XS are filled, and pixels of PAN in the
        method's margin. Statistics of the whole raster do not count.
        """
        largest: float = max(self.ratio.xy)
        margin: int = max(self.method.margin(self.ratio).xy)
        return math.ceil(largest * (2 * REACH + 1)) + margin

    @property
    def region(self) -> Window:
        """The panchromatic pixels that lie on the multispectral raster."""
        return self.superimposed.region

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) of the type of XS, rounded and clipped, and which of them are valid."""
        values, valid = self.fuse(window)
        pixels = Radiometry.identity(len(values)).to_pixels(
            np.where(valid, values, np.nan), self.dtype, self.profile.nodata
        )
        return pixels, valid

    def fuse(self, window: Window) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return values (b, h, w), not rounded, and which of them are valid: where both rasters are.

        Neither depends on the window.
        """
        xs, valid = self.superimposed.read(window)
        pair = self._pair(xs, window)
        valid = valid & pair.sharp_valid
        if self.method.joint:
            valid = np.broadcast_to(valid.all(axis=0), valid.shape)
        if not valid.any():
            return xs, valid
        return self.method.fuse(pair, self.ratio), valid

    def gather_statistics(self, window: Window) -> Generator[Progress, None, Pansharpened]:
        """Gather the statistics of both rasters in a window of PAN; return a source with these statistics."""
        statistics = self.statistics
        plan = plan_tiles(window, self.box.shape, TILE_SIZE, 0)
        for done, tile in enumerate(plan, 1):
            xs, valid = self.superimposed.read(tile.inner)
            pan, pan_valid = self.pan.read(tile.inner)
            both = valid.all(axis=0) & pan_valid[0]
            if both.any():
                statistics += BandCovariance.of(np.concatenate([xs, pan.astype(np.float64)])[:, both])
            yield Progress(done / len(plan), "Gathering statistics")
        return replace(self, statistics=statistics)

    def _pair(self, xs: NDArray[np.float64], window: Window) -> PansharpeningPair:
        margin = self.method.margin(self.ratio)
        wide = pad(window, margin)
        inside = intersection(wide, self.pan.region)
        pan, valid = self.pan.read(inside)
        top, left = inside.row_off - wide.row_off, inside.col_off - wide.col_off
        beyond = (
            (top, wide.height - inside.height - top),
            (left, wide.width - inside.width - left),
        )
        return PansharpeningPair(
            xs=xs,
            pan=np.pad(np.where(valid, pan, 0)[0].astype(np.float64), beyond, mode="edge"),
            pan_valid=np.pad(valid[0], beyond, mode="edge"),
            margin=margin,
            statistics=self.statistics,
        )


@contextmanager
def open_pansharpened(xs: Raster, pan: Raster, method: PansharpeningMethod) -> Iterator[Pansharpened]:
    """Open `xs` with the detail of the first band of `pan`; statistics of the whole are not gathered yet.

    Raises:
        InputError: PAN is not finer, an option does not fit, or the coordinate reference systems cannot be related.
        NoOverlapError: the rasters do not overlap.
    """
    method.refuse_bands(len(xs.bands))
    if pan.palette and not pan.palette.is_grey:
        raise InputError(
            "{pan} has a colour table and is not a panchromatic raster: choose as PAN one whose values are "
            "brightness.",
            pan=pan.name,
        )
    pan = replace(pan, bands=pan.bands[:1])
    ratio = pixel_ratio(xs, pan)
    if min(ratio.xy) < FINEST_RATIO:
        raise InputError(
            "The pixels of {pan} are not finer than those of {xs} (which are {ratio:.3g} times as large): "
            "choose as PAN the panchromatic raster of the finer resolution.",
            pan=pan.name,
            xs=xs.name,
            ratio=min(ratio.xy),
        )
    with superimpose(xs, pan) as superimposed:
        yield Pansharpened(xs, pan, method, ratio, superimposed, BandCovariance.empty(len(xs.bands)))
