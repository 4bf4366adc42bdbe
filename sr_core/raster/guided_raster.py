"""A low-resolution raster together with a guide: a raster of the same place, finer or of another date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from odc.geo.types import XY
from rasterio.windows import Window

from ..errors import InputError
from .profile import RasterProfile
from .radiometry import Radiometry
from .raster_reader import Raster
from .source import Source
from .space_to_depth import RATIOS, fold
from .tiling import zoom_slices
from .warp.pixel_transform import pixel_ratio
from .warp.superimpose import Superimposed, superimpose

SIZE_TOLERANCE = 0.01
"""Relative difference up to which a ratio of pixel sizes counts as a whole number."""

ALIGNED = 1e-3
"""Share of a pixel by which a guide may lie beside the grid and still count as lying on it."""


@dataclass(frozen=True)
class FinerGrid(Source):
    """A grid of other pixel size over a raster or a part of it; it has no pixel values."""

    raster: Source
    placed: RasterProfile
    """The raster's profile, with the finer grid."""

    @property
    def name(self) -> str:
        return self.raster.name

    @property
    def profile(self) -> RasterProfile:
        return self.placed

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Refuse to be read.

        Raises:
            TypeError: Always.
        """
        raise TypeError("a grid has no values")


@dataclass(frozen=True)
class Guide:
    """A guide, read on a pixel grid that is a whole number of times finer than that of another raster."""

    source: Raster
    superimposed: Superimposed

    @property
    def is_aligned(self) -> bool:
        """Whether the guide's own pixels lie on the grid, and are read as they are."""
        placed = self.superimposed.to_source
        offsets = (placed.c, placed.f) if placed else (0.5,)
        return all(abs(each - round(each)) <= ALIGNED for each in offsets)

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) of a window of the grid in the guide's own type, and which of them are valid.

        Pixels that lie on the grid are read as they are; others are resampled by cubic convolution. Neither depends on
        the window.
        """
        values, valid = self.superimposed.read(window)
        pixels = Radiometry.identity(len(values)).to_pixels(
            np.where(valid, values, np.nan), self.source.dtype, self.source.profile.nodata
        )
        return pixels, valid


@contextmanager
def open_guide(source: Raster, grid: FinerGrid) -> Iterator[Guide]:
    """Open a guide on a grid.

    Raises:
        InputError: The coordinate reference systems of guide and grid cannot be related.
        NoOverlapError: Guide and grid do not overlap.
    """
    with superimpose(source, grid) as superimposed:
        yield Guide(source, superimposed)


def measure_ratio(raster: Source, guide: Source, times: int = 1) -> int:
    """Return how many pixels of a guide lie along the side of `times` pixels of a raster.

    Raises:
        InputError: The guide's pixels are larger, or the number is none of `RATIOS`, or the coordinate reference systems
            cannot be related.
    """
    found: XY[float] = pixel_ratio(raster, guide).map(lambda side: side * times)
    values = {"guide": guide.name, "path": raster.name, "x": found.x, "y": found.y}
    if min(found.xy) < 1 - SIZE_TOLERANCE:
        raise InputError(
            "The pixels of the guide {guide} are larger than those of {path} that it is to guide: choose a GUIDE "
            "of finer pixels, or swap the two.",
            **values,
        )
    for ratio in RATIOS:
        if all(abs(side / ratio - 1) <= SIZE_TOLERANCE for side in found.xy):
            return ratio
    raise InputError(
        "The pixels of the guide {guide} fit {x:.4g} × {y:.4g} times into those of {path}, and it must be 1, 2, 3, 4 or 6 "
        "times in both directions: resample the guide first.",
        **values,
    )


@dataclass(frozen=True)
class Guided(Source):
    """A raster with the channels of a guide, folded onto its pixels, after its bands."""

    lr: Raster
    guide: Guide
    ratio: int
    """Number of guide pixels along the side of a pixel of the raster."""

    @property
    def name(self) -> str:
        return self.lr.name

    @property
    def profile(self) -> RasterProfile:
        """Profile of the raster, whose bands the result has; where the guide has a gap, the result has one, too."""
        profile, guide = self.lr.profile, self.guide.source.profile
        markable = profile.nodata is not None or np.dtype(profile.dtype).kind == "f"
        height, width = self.lr.box.shape
        gaps = (
            guide.has_mask
            or guide.nodata is not None
            or np.dtype(guide.dtype).kind == "f"
            or self.guide.superimposed.to_source is None
            or self.guide.superimposed.region != Window(0, 0, width * self.ratio, height * self.ratio)
        )
        return replace(profile, has_mask=profile.has_mask or (gaps and not markable))

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (n, h, w) in a type that holds the values of raster and guide, and which pixels are valid."""
        rows, cols = zoom_slices(window, self.ratio)
        sides = self.lr.read(window), self.guide.read(Window.from_slices(rows, cols))
        (lr, lr_valid), (guide, guide_valid) = sides
        kind = np.result_type(lr.dtype, guide.dtype)
        pixels = np.concatenate((lr.astype(kind), fold(guide.astype(kind), self.ratio)))
        return pixels, np.concatenate((lr_valid, fold(guide_valid, self.ratio)))


@contextmanager
def open_guided(lr: Raster, guide: Raster) -> Iterator[Guided]:
    """Open a raster together with a guide, wherever that lies and whichever coordinate reference system it has.

    Raises:
        InputError: The guide's pixels do not fit those of the raster.
        NoOverlapError: Guide and raster do not overlap.
    """
    ratio = measure_ratio(lr, guide)
    grid = FinerGrid(lr, lr.profile.zoom(ratio))
    with open_guide(guide, grid) as opened:
        yield Guided(lr, opened, ratio)


def valid_outputs(valid: NDArray[np.bool_], outputs: Sequence[int]) -> NDArray[np.bool_]:
    """Return where the bands of a result are valid: where the band itself is, and all channels that the result lacks.

    Args:
        valid: Which pixels (n, h, w) of the model's input are valid.
        outputs: Places, among the input channels, of the bands of the result.
    """
    only_seen = [place for place in range(len(valid)) if place not in outputs]
    own = valid[list(outputs)] if only_seen else valid
    return own & valid[only_seen].all(axis=0) if only_seen else own
