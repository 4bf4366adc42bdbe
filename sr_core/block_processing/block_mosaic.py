"""Blocks as one raster: a VRT, which every GDAL opens, with overviews of the whole, and a tile index (GTI)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..atomic_write import atomic_write
from ..raster.profile import RasterProfile
from ..raster.raster_reader import GDAL_OPTIONS
from ..raster.sidecars import sidecars
from ..raster.tiling import zoom_slices
from .block_folder import BlockFolder
from .block_grid import Block
from .stac_collection import write_collection
from .tile_index import write_tile_index
from .vrt import write_vrt

OVERVIEW = 16
"""So many times coarser are the first overviews of the whole; finer ones are in the blocks."""
ROWS = 256
"""Rows of overviews that are made at once."""
SMALLEST = 256
"""Pixels of the smallest overview, along its longer side, about."""


class Mosaic:
    """The blocks of one result, as one raster."""

    def __init__(
        self, target: Path, folder: BlockFolder, blocks: Sequence[Block], profile: RasterProfile
    ) -> None:
        """Take the blocks that are there.

        Args:
            target: The VRT.
            folder: Where the blocks are.
            blocks: All of them; those without a file are gaps.
            profile: Of the whole result.
        """
        self.target, self.folder, self.profile = target, folder, profile
        self.there = folder.with_file(blocks)

    def write(self, origin: Window, scale: int, model: dict[str, Any]) -> Iterator[float]:
        """Write the VRT, its overviews, the tile index and the STAC collection; yield the share that is done.

        Args:
            origin: The window of the raster that the whole result was made from.
            scale: How many times finer the result is.
            model: STAC item of the model that made it (`describe_package`).

        Raises:
            OutputError: They cannot be written.
        """
        places = self.write_vrt(origin, scale)
        height, width = self.profile.box.shape
        overviews = overviews_path(self.target) if max(height, width) > OVERVIEW * SMALLEST else None
        if overviews:
            yield from self._write_overviews(overviews)
        files = [self.folder.file(block) for block in self.there]
        write_tile_index(self.target, files, places, self.profile, overviews)
        write_collection(self.target, self.there, files, places, self.profile, model)
        yield 1.0

    def write_vrt(self, origin: Window, scale: int) -> list[Window]:
        """Write the VRT alone; return where in the result each block lies, in its pixels.

        Args:
            origin: The window of the raster that the whole result was made from.
            scale: How many times finer the result is.
        """
        places = [_place(block, origin, scale) for block in self.there]
        with atomic_write(self.target, sidecars) as path:
            files = [self.folder.file(block) for block in self.there]
            write_vrt(path, self.target.parent, files, places, self.profile.box)
        return places

    def _write_overviews(self, target: Path) -> Iterator[float]:
        """Write the overviews of the whole beside the VRT, from those of the blocks."""
        with rasterio.Env(**GDAL_OPTIONS, GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(self.target) as whole:
            height, width = (math.ceil(side / OVERVIEW) for side in whole.shape)
            with (
                atomic_write(target) as path,
                rasterio.open(
                    path,
                    "w",
                    driver="GTiff",
                    height=height,
                    width=width,
                    count=whole.count,
                    dtype=whole.dtypes[0],
                    crs=whole.crs,
                    transform=whole.transform * whole.transform.scale(OVERVIEW),
                    nodata=whole.nodata,
                    tiled=True,
                    compress="deflate",
                    BIGTIFF="IF_SAFER",
                    SPARSE_OK=True,
                ) as overview,
            ):
                for top in range(0, height, ROWS):
                    rows = min(ROWS, height - top)
                    window = Window(
                        0, top * OVERVIEW, whole.width, min(rows * OVERVIEW, whole.height - top * OVERVIEW)
                    )
                    shape = (whole.count, rows, width)
                    pixels = whole.read(window=window, out_shape=shape, resampling=Resampling.average)
                    overview.write(pixels, window=Window(0, top, width, rows))
                    if self.profile.has_mask:
                        mask = whole.dataset_mask(window=window, out_shape=shape[1:])
                        overview.write_mask(mask.astype(np.uint8), window=Window(0, top, width, rows))
                    yield 0.9 * (top + rows) / height
                count = max(0, math.ceil(math.log2(max(height, width) / SMALLEST)))
                if count:
                    overview.build_overviews([2**power for power in range(1, count + 1)], Resampling.average)


def overviews_path(target: Path) -> Path:
    """Return the file of the overviews of a VRT."""
    return target.with_name(target.name + ".ovr")


def _place(block: Block, origin: Window, scale: int) -> Window:
    """Return where a block lies in the whole result."""
    window = block.window
    moved = Window(
        window.col_off - origin.col_off, window.row_off - origin.row_off, window.width, window.height
    )
    return Window.from_slices(*zoom_slices(moved, scale))
