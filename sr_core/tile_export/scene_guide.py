"""The guide of a scene: a raster of the same place, finer than the low-resolution side or of another date."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from odc.geo.types import xy_
from rasterio.windows import Window

from ..datasets.tile_io import StoredTile, TileFormat
from ..degradations import Degradation
from ..raster.band_scaling import declared_radiometry
from ..raster.downsampling import REACH
from ..raster.guided_raster import FinerGrid, Guide, measure_ratio, open_guide
from ..raster.pixel_windows import intersect, pad, relative_to
from ..raster.radiometry import Radiometry
from ..raster.raster_reader import open_raster
from ..raster.source import Source

RESAMPLING_REACH = 2 * REACH + 1
"""Pixels of a guide around one that it is resampled from: those under the kernel, and those that gaps are filled from."""


def survey_guide(
    hr: Source,
    path: str,
    bands: tuple[int, ...] | None = None,
    *,
    scale: int,
    region: Window,
    wald: bool,
    degradation: Degradation,
    nodata: tuple[float, ...] | None,
) -> SceneGuide:
    """Open a guide and find out how its pixels lie on HR.

    Args:
        hr: The high-resolution raster, open.
        path: The guide.
        bands: Of the guide, from 1; none takes all.
        scale: How many times finer HR is than LR.
        region: HR pixels that tiles are cut from.
        wald: Whether tiles get the guide degraded by the scale, as LR is.
        degradation: That of LR, before it is adapted to the guide's bands.
        nodata: Values that mean no data beside what the file says; a single one is the guide's too.

    Raises:
        InputError: It is no raster, or its pixels do not fit those of LR.
        NoOverlapError: It lies elsewhere.
    """
    common = nodata if nodata and len(nodata) == 1 else None
    with open_raster(path, bands, nodata=common) as raster:
        ratio = measure_ratio(hr, raster, 1 if wald else scale)
        profile, density = raster.profile, Fraction(ratio, 1 if wald else scale)
        usual = Radiometry.default(profile.dtype, profile.count)
        grid = FinerGrid(hr, hr.profile.crop(region).zoom(density))
        with open_guide(raster, grid) as guide:
            apart = 0 if guide.is_aligned else math.ceil(2 * RESAMPLING_REACH / density / scale) * scale
        return SceneGuide(
            min_gap=apart,
            path=path,
            bands=bands,
            nodata=common,
            ratio=ratio,
            density=density,
            region=region,
            format=replace(TileFormat.of(raster), crs=hr.crs),
            radiometry=declared_radiometry(path, profile.scaling, usual),
            degradation=degradation.adapt_to_raster(profile.descriptions, profile.dtype) if wald else None,
        )


@dataclass(frozen=True)
class SceneGuide:
    """A raster that the guides of tiles are cut from."""

    path: str
    bands: tuple[int, ...] | None
    """Bands of the guide's raster, from 1; None: all."""
    nodata: tuple[float, ...] | None
    ratio: int
    """Pixels of a tile's guide along the side of one of its LR pixels."""
    density: Fraction
    """Pixels of the guide, as it is read, along the side of an HR pixel."""
    region: Window
    """HR pixels from whose corner the guide's are counted."""
    format: TileFormat
    """Format of guide tiles."""
    radiometry: Radiometry
    """How their pixels become physical values."""
    min_gap: int = 0
    """Distance (HR pixels, a multiple of the scale) between blocks whose guides have no pixel in common."""
    degradation: Degradation | None = None
    """What makes it coarser by the scale, as LR is made from HR; none where it is taken as it is."""

    @contextmanager
    def open(self, hr: Source) -> Iterator[Guide]:
        """Open the guide for one thread, on pixels that divide those of LR tiles."""
        with open_raster(self.path, self.bands, nodata=self.nodata) as raster:
            grid = FinerGrid(hr, hr.profile.crop(self.region).zoom(self.density))
            with open_guide(raster, grid) as guide:
                yield guide

    def pixels_of(self, window: Window) -> Window:
        """Return the guide's pixels, as it is read, of a window of HR pixels."""
        place = relative_to(self.region, window)
        exact = [Fraction(side) * self.density for side in place.flatten()]
        # Those of a tile that will be turned need not be whole.
        return Window(*(int(side) if side.denominator == 1 else float(side) for side in exact))

    def halo(self, scale: int) -> int:
        """Return how many of the guide's pixels around a tile its guide depends on."""
        return self.degradation.halo(scale) if self.degradation else 0

    def cut(self, guide: Guide, tile: Window, block: Window, scale: int, name: str) -> StoredTile:
        """Cut the guide of a tile; no pixel outside its block has a part in it.

        Args:
            guide: The guide, open.
            tile: HR pixels of the tile.
            block: HR pixels of its block.
            scale: Of the tiles.
            name: Of the tile, which decides its noise.
        """
        inner, halo = self.pixels_of(tile), self.halo(scale)
        around = intersect(pad(inner, xy_(halo, halo)), self.pixels_of(block)) or inner
        return self.finish(*guide.read(around), relative_to(around, inner), scale, name)

    def finish(
        self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], inner: Window, scale: int, name: str
    ) -> StoredTile:
        """Return the guide of a tile from its pixels and those around it: as they are, or degraded.

        Args:
            pixels: (b, h, w) of the tile's guide and the degradation's halo, as far as there is one.
            valid: Which of them are valid.
            inner: The tile's guide in them.
            scale: How many times coarser a degraded guide is.
            name: Of the tile, which decides its noise.
        """
        if self.degradation is None:
            return pixels[:, *inner.toslices()], valid[:, *inner.toslices()]
        return degrade_part(self.degradation, self.format, self.radiometry, pixels, valid, inner, scale, name)


def degrade_part(
    degradation: Degradation,
    form: TileFormat,
    radiometry: Radiometry,
    pixels: NDArray[np.generic],
    valid: NDArray[np.bool_],
    inner: Window,
    scale: int,
    name: str,
) -> StoredTile:
    """Return a part of an image at `scale` times larger pixels, as it is stored.

    Args:
        degradation: Makes it coarser.
        form: How it is stored.
        radiometry: How pixels become physical values.
        pixels: (b, h, w) of the part and the degradation's halo, as far as there is one.
        valid: Which of them are valid.
        inner: The part in them.
        scale: How many times coarser the result is.
        name: Of the tile, which decides its noise, and its blur where tiles differ.
    """
    coarse, known = degradation.downsample(pixels, valid, scale, name)
    part = (
        slice(None),
        slice(inner.row_off // scale, (inner.row_off + inner.height) // scale),
        slice(inner.col_off // scale, (inner.col_off + inner.width) // scale),
    )
    coarse, known = coarse[part], known[part]
    return degradation.finish(coarse, known, form.dtype, form.nodata, radiometry, name), known
