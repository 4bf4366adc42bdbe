"""Blocks as one raster: a VRT, which every GDAL opens, with overviews of the whole, and a tile index (GTI)."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree  # nosec B405: reads what GDAL has just written

import numpy as np
import rasterio
import rasterio.shutil
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..atomic_write import atomic_write
from ..raster.io import GDAL_OPTIONS
from ..raster.profile import RasterProfile
from ..raster.sidecars import sidecars
from ..raster.tiling import zoom_slices
from .folder import BlockFolder
from .grid import Block
from .tile_index import write_tile_index

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
        self.there = [block for block in blocks if folder.file(block).exists()]

    def write(self, origin: Window, scale: int) -> Iterator[float]:
        """Write the VRT, its overviews and the tile index; yield the share that is done.

        Args:
            origin: The window of the raster that the whole result was made from.
            scale: How many times finer the result is.

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
        yield 1.0

    def write_vrt(self, origin: Window, scale: int) -> list[Window]:
        """Write the VRT alone, with arguments as `write`; return where in the result each block lies."""
        places = [_place(block, origin, scale) for block in self.there]
        with atomic_write(self.target, sidecars) as path:
            self._write(path, places)
        return places

    def _write(self, path: Path, places: Sequence[Window]) -> None:
        """Write a VRT into a file for the target: GDAL's own for one block, with the sources of all."""
        first = self.folder.file(self.there[0])
        rasterio.shutil.copy(first, path, driver="VRT")
        tree = ElementTree.parse(path)  # noqa: S314  # nosec B314: what GDAL has just written
        root = tree.getroot()
        height, width = self.profile.box.shape
        root.set("rasterXSize", str(width))
        root.set("rasterYSize", str(height))
        if (transform := root.find("GeoTransform")) is not None:
            transform.text = ", ".join(f"{value:.16e}" for value in self.profile.box.affine.to_gdal())
        metadata = root.find("Metadata")
        for entry in [] if metadata is None else metadata.findall("MDI"):
            if entry.get("key") in OF_A_BLOCK and metadata is not None:
                metadata.remove(entry)
        for band in root.iter("VRTRasterBand"):
            (template,) = band.findall("SimpleSource")
            band.remove(template)
            for block, place in zip(self.there, places, strict=True):
                band.append(self._source(template, block, place))
        ElementTree.indent(tree)
        tree.write(path, encoding="utf-8")

    def _source(self, template: ElementTree.Element, block: Block, place: Window) -> ElementTree.Element:
        """Return the part of a band that a block is."""
        source = ElementTree.fromstring(ElementTree.tostring(template))  # noqa: S314  # nosec B314: our own
        name, about = source.find("SourceFilename"), source.find("SourceProperties")
        if name is not None:
            name.set("relativeToVRT", "1")
            name.text = os.path.relpath(self.folder.file(block), self.target.parent)
        if about is not None:
            about.set("RasterXSize", str(place.width))
            about.set("RasterYSize", str(place.height))
        corners = {"SrcRect": (0, 0), "DstRect": (place.col_off, place.row_off)}
        for kind, (x, y) in corners.items():
            rectangle = source.find(kind)
            if rectangle is not None:
                values = {"xOff": x, "yOff": y, "xSize": place.width, "ySize": place.height}
                rectangle.attrib.update({name: str(value) for name, value in values.items()})
        return source

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


OF_A_BLOCK = ("FINER_BLOCK", "FINER_RESIDUAL")
"""Tags that say something of one block only."""


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
