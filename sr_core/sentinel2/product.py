"""A product of Sentinel-2, open: bands of one resolution as a raster that can be read window by window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.warp import transform_bounds
from rasterio.windows import Window

from ..errors import InputError, NoOverlapError
from ..parameter_types import Extent
from ..raster.band_scaling import BandScaling
from ..raster.profile import RasterProfile
from ..raster.radiometry import avoid_nodata
from ..raster.raster_reader import Raster, open_raster
from ..raster.source import Source
from .bands import RESOLUTIONS
from .product_files import ProductFiles, find_product
from .product_metadata import Granule, ProductMetadata, read_metadata
from .radiometric_offset import subtract_offset
from .scene_classification import CLASSES, shows_land

NODATA = 0
COLOURS = {"B04": ColorInterp.red, "B03": ColorInterp.green, "B02": ColorInterp.blue}


@dataclass(frozen=True)
class Sentinel2Product:
    """A product: its files and what its metadata say."""

    files: ProductFiles
    metadata: ProductMetadata

    @property
    def name(self) -> str:
        """Name of the product, without its ending."""
        return self.metadata.name

    def choose_granule(self, extent: Extent | None) -> Granule:
        """Return the only granule, or the one that was named; of several, the one that an extent lies in.

        Raises:
            InputError: there are several, and nothing says which.
            NoOverlapError: the extent lies in none.
        """
        granules = self.metadata.granules
        if self.files.granule:
            granules = [each for each in granules if self._is_named(each)] or granules
        if len(granules) == 1:
            return granules[0]
        tiles = ", ".join(sorted({each.tile for each in granules}))
        if extent is None:
            raise InputError(
                "{path} holds {count} tiles ({tiles}): set EXTENT to a place in one of them.",
                path=self.files.given,
                count=len(granules),
                tiles=tiles,
            )
        shares = [self._covers(each, extent) for each in granules]
        best = max(range(len(granules)), key=shares.__getitem__)
        if not shares[best]:
            raise NoOverlapError(
                "EXTENT lies in none of the {count} tiles of {path} ({tiles}).",
                path=self.files.given,
                count=len(granules),
                tiles=tiles,
            )
        return granules[best]

    @contextmanager
    def open_bands(
        self, granule: Granule, bands: Sequence[str], *, mask_clouds: bool = False
    ) -> Iterator[GranuleBands]:
        """Open bands of one resolution.

        Args:
            granule: a granule of the product.
            bands: their names, B02.
            mask_clouds: whether pixels that the scene classification calls cloud or shadow are gaps.

        Raises:
            InputError: files are missing or damaged, do not lie on one grid, or there is no scene classification.
        """
        paths = self.paths(granule, [*bands, *([CLASSES] if mask_clouds else [])])
        with ExitStack() as stack:
            rasters = [stack.enter_context(open_raster(path)) for path in paths]
            classes = rasters.pop() if mask_clouds else None
            for raster in rasters[1:]:
                if not raster.profile.same_grid(rasters[0].profile):
                    raise InputError(
                        "{path} and {other} do not have the same pixels, as bands of one product have: download the product "
                        "again.",
                        path=raster.name,
                        other=rasters[0].name,
                    )
            yield GranuleBands(self, granule, tuple(bands), tuple(rasters), classes)

    def paths(self, granule: Granule, bands: Sequence[str]) -> list[str]:
        """Return how GDAL opens the images of bands, each in the resolution in which it was measured.

        Raises:
            InputError: the product has no such band, or its file is missing.
        """
        if CLASSES in bands and self.metadata.level != "2A":
            raise InputError(
                "{path} is of Level-1C, which has no scene classification to find clouds by: choose the Level-2A of this scene, "
                "or leave clouds as they are.",
                path=self.files.given,
            )
        images = {band: granule.image(band) for band in bands}
        absent = [band for band, image in images.items() if image is None]
        if absent:
            raise InputError(
                "{path} has no {bands} in the resolution in which it is measured: download the whole product.",
                path=self.files.given,
                bands=", ".join(absent),
            )
        names = [image[0] for image in images.values() if image]
        missing = [name for name in names if name not in self.files.images]
        if missing:
            raise InputError(
                "{path} lacks {count} of its files ({names}): download the product again, as a whole.",
                count=len(missing),
                path=self.files.given,
                names=", ".join(f"{name}.jp2" for name in missing),
            )
        return [self.files.images[name] for name in names]

    def _is_named(self, granule: Granule) -> bool:
        """Whether a granule's images lie in the folder that was named."""
        folder = f"/{self.files.granule}/"
        paths = (self.files.images.get(name, "") for name in granule.images.values())
        return any(folder in path.replace("\\", "/") for path in paths)

    def _covers(self, granule: Granule, extent: Extent) -> float:
        """Return the area (square metres) that a granule shares with an extent."""
        with open_raster(self.paths(granule, ["B02"])[0]) as raster:
            west, south, east, north = raster.box.boundingbox.bbox
            bounds = extent.bounds
            if extent.crs is not None and raster.crs is not None:
                bounds = transform_bounds(CRS.from_user_input(extent.crs), raster.crs, *bounds)
        width = min(east, bounds[2]) - max(west, bounds[0])
        height = min(north, bounds[3]) - max(south, bounds[1])
        return float(max(0.0, width) * max(0.0, height))


@dataclass(frozen=True)
class GranuleBands(Source):
    """Bands of one resolution of a granule: reflectance × 10,000 without the offset; special values and clouds are gaps."""

    product: Sentinel2Product
    granule: Granule
    bands: tuple[str, ...]
    rasters: tuple[Raster, ...]
    """One for each band."""
    classes: Raster | None
    """The scene classification, where clouds are masked."""

    @property
    def name(self) -> str:
        return self.product.name

    @property
    def resolution(self) -> int:
        """Metres per pixel."""
        return RESOLUTIONS[self.bands[0]]

    @cached_property
    def profile(self) -> RasterProfile:
        """Return what the bands are."""
        own, count = self.rasters[0].profile, len(self.bands)
        scales = (1 / self.product.metadata.quantification,) * count
        return RasterProfile(
            box=own.box,
            crs=own.crs,
            dtype=own.dtype,
            nodata=NODATA,
            descriptions=self.bands,
            colorinterp=tuple(COLOURS.get(band, ColorInterp.undefined) for band in self.bands),
            scaling=BandScaling(scales, (0.0,) * count, ("",) * count),
        )

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) of a window and which are valid; none of these is 0.

        Raises:
            DamagedRaster: they cannot be read.
        """
        metadata = self.product.metadata
        land = self._shows_land(window)
        each = []
        for band, raster in zip(self.bands, self.rasters, strict=True):
            stored, _ = raster.read(window)
            valid = land & ~np.isin(stored, metadata.special)
            pixels = subtract_offset(stored, valid, metadata.offsets[band])
            each.append((np.where(valid, avoid_nodata(pixels, NODATA), NODATA).astype(stored.dtype), valid))
        return np.concatenate([pixels for pixels, _ in each]), np.concatenate([valid for _, valid in each])

    def _shows_land(self, window: Window) -> NDArray[np.bool_]:
        """Return which pixels (1, h, w) of a window show the land in all pixels of the scene classification that they touch."""
        if self.classes is None:
            return np.ones((1, window.height, window.width), bool)
        rows, cols = (
            _find_touched(start, length, self.resolution / RESOLUTIONS["B05"], limit)
            for start, length, limit in zip(
                (window.row_off, window.col_off),
                (window.height, window.width),
                self.classes.box.shape,
                strict=True,
            )
        )
        top, left = rows.min(), cols.min()
        around = Window(left, top, cols.max() + 1 - left, rows.max() + 1 - top)
        classes, _ = self.classes.read(around)
        land = shows_land(classes[0])
        known: NDArray[np.bool_] = land[rows[:, :, None, None] - top, cols[None, None] - left].all(
            axis=(1, 3)
        )
        return known[None]


def _find_touched(start: int, length: int, step: float, limit: int) -> NDArray[np.intp]:
    """Return (n, t): for each of `length` pixels from `start` on, those of another grid that it touches, `step` of them long."""
    taps = max(1, round(step))
    first = np.floor(np.arange(start, start + length) * step + 1e-9).astype(np.intp)
    touched: NDArray[np.intp] = (first[:, None] + np.arange(taps)).clip(0, limit - 1)
    return touched


def open_product(given: str) -> Sentinel2Product:
    """Return a product by any name that programs have for it: see `find_product`.

    Raises:
        InputError: it is no product of Sentinel-2, or not whole.
    """
    files = find_product(given)
    return Sentinel2Product(files, read_metadata(files))
