"""A raster that tiles are cut from, alone or with a low-resolution raster of the same place."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from odc.geo.types import XY, xy_
from rasterio.windows import Window

from ..datasets.lr_origin import Observed, Origin
from ..datasets.tile_io import SIDES, FileFormat, SideName, StoredTile, TileFormat
from ..degradations import Degradation
from ..errors import InputError, NoOverlapError
from ..parameter_types import Extent
from ..raster.guided_raster import Guide
from ..raster.pixel_windows import find_window, intersect, pad, relative_to
from ..raster.radiometry import Radiometry
from ..raster.source import Source
from ..raster.warp.pixel_transform import NO_SHIFT
from .grid_alignment import GridAlignment, align_grids, resample_lr
from .phase_correlation import Alignment
from .scene_guide import SceneGuide, degrade_part
from .source_opener import SourceOpener


@dataclass(frozen=True)
class Scene:
    """A raster that tiles are cut from, or two of the same place, and how each side of a tile is made."""

    path: str
    hr: SourceOpener
    bands: tuple[str, ...]
    scale: int
    region: Window
    """The HR pixels to use; its sides are multiples of `scale`."""
    box: GeoBox
    """HR's whole grid."""
    format: TileFormat
    """Format of HR tiles."""
    lr_format: TileFormat
    """Format of LR tiles."""
    radiometry: Radiometry
    """How pixels of both sides become physical values."""
    min_gap: int = 0
    """Distance (HR pixels, a multiple of `scale`) between blocks that have no pixel in common of all that is read, where
    tiles' pixels are made from others around them."""
    lr: SourceOpener | None = None
    grid_alignment: GridAlignment | None = None
    """How the pixels of `lr` lie on those of HR; none where LR is made from HR."""
    harmonise: Callable[[NDArray[np.generic]], NDArray[np.float64]] | None = None
    """From HR's pixels to LR's radiometry; none leaves them as they are."""
    degradation: Degradation = field(default_factory=Degradation.members["bicubic"])
    """How LR is made where there is no raster of it."""
    alignment: Alignment | None = None
    """The shift between the two rasters before LR was moved; none where it was not measured."""
    guide: SceneGuide | None = None
    """What tiles get as a second input."""

    @property
    def lr_path(self) -> str | None:
        """The raster that LR is cut from; none where it is made from HR."""
        return self.lr.path if self.lr else None

    @property
    def paths(self) -> list[str]:
        """All files that are read."""
        guide = [self.guide.path] if self.guide else []
        return [path for side in (self.hr, self.lr) if side for path in side.paths] + guide

    @property
    def lr_origin(self) -> Origin:
        """Return how the low-resolution side comes about."""
        if self.grid_alignment is None:
            return self.degradation
        return Observed(resampled=not self.grid_alignment.aligned)

    @property
    def sides(self) -> tuple[SideName, ...]:
        """What each tile has a file of."""
        return (*SIDES, "guide") if self.guide else SIDES

    def with_files(self, file: FileFormat, georeferenced: bool) -> Scene:
        """Return the scene with its tiles stored in another kind of file.

        Args:
            file: Kind of file.
            georeferenced: Whether the files say where they lie.
        """

        def stored(form: TileFormat) -> TileFormat:
            return replace(form, file=file, georeferenced=georeferenced)

        return replace(
            self,
            format=stored(self.format),
            lr_format=stored(self.lr_format),
            guide=self.guide and replace(self.guide, format=stored(self.guide.format)),
        )

    @contextmanager
    def open(self) -> Iterator[OpenScene]:
        """Open its files, in each thread separately."""
        with ExitStack() as stack:
            hr = stack.enter_context(self.hr.open())
            lr = stack.enter_context(self.lr.open()) if self.lr else None
            guide = stack.enter_context(self.guide.open(hr)) if self.guide else None
            yield OpenScene(self, hr, lr, guide)

    def degrade(
        self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], inner: Window, name: str
    ) -> StoredPair:
        """Make the pair of a tile from its HR pixels and those around them.

        Args:
            pixels: HR (b, h, w) of the tile and the degradation's halo, as far as there is one.
            valid: Which of them are valid.
            inner: The tile in them.
            name: Of the tile, which decides its noise.
        """
        lr = degrade_part(
            self.degradation, self.format, self.radiometry, pixels, valid, inner, self.scale, name
        )
        hr_part = (slice(None), *inner.toslices())
        return StoredPair(pixels[hr_part], valid[hr_part], *lr)


class StoredPair(NamedTuple):
    """Both sides of a tile as stored, (b, h, w) and (b, h / scale, w / scale), and which pixels are valid; and a guide."""

    hr: NDArray[np.generic]
    hr_valid: NDArray[np.bool_]
    lr: NDArray[np.generic]
    lr_valid: NDArray[np.bool_]
    guide: StoredTile | None = None


@dataclass(frozen=True)
class OpenScene:
    """A scene with its files open."""

    scene: Scene
    hr: Source
    lr: Source | None
    guide: Guide | None = None

    def cut(self, tile: Window, block: Window, name: str) -> StoredPair:
        """Cut a tile; no pixel outside its block has a part in it.

        Args:
            tile: HR pixels of the tile.
            block: HR pixels of its block.
            name: Of the tile, which decides its noise.
        """
        if self.lr is not None:
            pair = self.cut_observed(tile, block)
        else:
            halo = self.scene.degradation.halo(self.scene.scale)
            around = pad(tile, xy_(halo, halo)).intersection(block)
            pair = self.scene.degrade(*self.hr.read(around), relative_to(around, tile), name)
        if self.guide is None or self.scene.guide is None:
            return pair
        return pair._replace(guide=self.scene.guide.cut(self.guide, tile, block, self.scene.scale, name))

    def cut_observed(self, tile: Window, block: Window) -> StoredPair:
        """Cut a tile of both rasters.

        Args:
            tile: HR pixels of the tile.
            block: HR pixels of its block; no LR pixel whose centre lies beyond it is used.

        Raises:
            TypeError: there is only one.
        """
        scene, grid = self.scene, self.scene.grid_alignment
        if self.lr is None or grid is None:
            raise TypeError("a scene without a low-resolution raster")
        hr, hr_valid = self.hr.read(tile)
        if scene.harmonise:
            hr = scene.format.to_pixels(scene.harmonise(hr))
        if grid.aligned:
            return StoredPair(hr, hr_valid, *self.lr.read(grid.lr_window(tile, scene.scale)))
        lr, lr_valid = resample_lr(self.lr, grid, scene.scale, tile, block)
        return StoredPair(hr, hr_valid, scene.lr_format.to_pixels(np.where(lr_valid, lr, np.nan)), lr_valid)


def survey(
    hr: SourceOpener,
    *,
    scale: int,
    extent: Extent | None = None,
    lr: SourceOpener | None = None,
    shift: XY[float] = NO_SHIFT,
    harmonised: bool = False,
) -> Scene:
    """Open HR, and LR if there is one, and find out what can be cut from them.

    Args:
        hr: Opener of the high-resolution raster.
        scale: How many times finer HR's pixels are than those of LR tiles.
        extent: Part of HR to use.
        lr: Opener of the low-resolution raster; None if LR is made from HR.
        shift: How far LR shows the land from the place where HR has it, in pixels of LR tiles.
        harmonised: Whether HR will be brought to LR's radiometry and type of pixels.

    Raises:
        InputError: not a raster, no such band, or two rasters that do not fit together.
        NoOverlapError: nothing of it lies inside the extent, or on the LR raster.
    """
    with ExitStack() as files:
        fine = files.enter_context(hr.open())
        window = _clip(find_window(extent, fine), fine)
        region, grid, min_gap = _trim(window, scale), None, 2.0 * fine.reach
        format = lr_format = TileFormat.of(fine)
        if lr is not None:
            coarse = files.enter_context(lr.open())
            grid, region = align_grids(fine, coarse, scale, window, shift)
            min_gap = max(min_gap, 2 * coarse.reach * scale * max(*grid.ratio.xy, 1))
            if fine.dtype != coarse.dtype:
                if not harmonised:
                    raise _unlike(fine, coarse)
                format = format.with_dtype(coarse.dtype)
            lr_format = replace(TileFormat.of(coarse), crs=format.crs)
            if harmonised:
                format = replace(format, scaling=lr_format.scaling)
            if not any(format.descriptions):
                format = replace(format, descriptions=lr_format.descriptions)
        return Scene(
            path=hr.path,
            hr=hr,
            bands=fine.profile.descriptions,
            scale=scale,
            region=region,
            box=fine.box,
            format=format,
            lr_format=lr_format,
            radiometry=Radiometry.default(format.dtype, fine.profile.count),
            min_gap=math.ceil(min_gap / scale) * scale,
            lr=lr,
            grid_alignment=grid,
        )


def _unlike(hr: Source, lr: Source) -> InputError:
    return InputError(
        "{hr} has pixels of type {hr_type} and {lr} of type {lr_type}: set HARMONISE, which gives the former the values "
        "and the type of the latter, or convert one of them.",
        hr=hr.name,
        lr=lr.name,
        hr_type=hr.dtype,
        lr_type=lr.dtype,
    )


def _clip(window: Window, raster: Source) -> Window:
    """Return the part of a window that the raster has.

    Raises:
        NoOverlapError: there is none.
    """
    inside = intersect(window, raster.region)
    if inside is None:
        raise NoOverlapError("{path} has no pixel inside EXTENT: choose another extent.", path=raster.name)
    return inside


def _trim(window: Window, scale: int) -> Window:
    """Return a window without the last rows and columns that make up no whole LR pixel."""
    return Window(
        window.col_off, window.row_off, window.width // scale * scale, window.height // scale * scale
    )
