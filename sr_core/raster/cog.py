"""Writing a raster of any size, window by window, that ends up as a cloud-optimised GeoTIFF."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import rasterio
import rasterio.shutil
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from ..atomic_write import atomic_write
from ..errors import OutputError
from .io import GDAL_OPTIONS

CREATION = {
    "COMPRESS": "DEFLATE",
    "PREDICTOR": "YES",
    "OVERVIEW_RESAMPLING": "AVERAGE",
    "NUM_THREADS": "ALL_CPUS",
}


@dataclass(frozen=True)
class RasterProfile:
    """What a raster is, but for its pixels."""

    box: GeoBox
    crs: CRS | None
    dtype: str
    nodata: float | None
    descriptions: tuple[str, ...]
    colorinterp: tuple[ColorInterp, ...]
    has_mask: bool = False
    """Whether validity is kept in an internal mask, as the nodata value cannot say it."""
    tags: Mapping[str, str] = field(default_factory=dict)


class CogWriter:
    """Takes windows in any order, from one thread at a time; `finish` makes the file whole."""

    def __init__(self, path: Path, layout: RasterProfile) -> None:
        self.path, self.layout = path, layout
        self.raw = path.with_suffix(".raw")
        height, width = layout.box.shape
        # Not compressed: the network's tiles do not meet the file's blocks, which would be packed again and again.
        self.dataset = rasterio.open(
            self.raw,
            "w",
            driver="GTiff",
            height=height,
            width=width,
            count=len(layout.descriptions),
            dtype=layout.dtype,
            crs=layout.crs,
            transform=layout.box.affine,
            nodata=layout.nodata,
            tiled=True,
            blockxsize=512,
            blockysize=512,
            BIGTIFF="IF_SAFER",
            SPARSE_OK=True,
        )
        self.dataset.colorinterp = layout.colorinterp
        for band, description in enumerate(layout.descriptions, start=1):
            self.dataset.set_band_description(band, description)
        self.dataset.update_tags(**layout.tags)

    def write(self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], window: Window) -> None:
        """Store pixels (b, h, w) of the layout's dtype; those not `valid` become nodata, or masked.

        Without a nodata value and a mask, a float pixel that is not valid becomes NaN.
        """
        if not valid.all():
            blank = self.layout.nodata
            if blank is None:
                blank = np.nan if pixels.dtype.kind == "f" else 0
            pixels = np.where(valid, pixels, np.array(blank).astype(pixels.dtype))
        self.dataset.write(pixels, window=window)
        if self.layout.has_mask:
            with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
                self.dataset.write_mask(valid.all(axis=0), window=window)

    def close(self) -> None:
        """The pixels are all there, and `raw` can be read."""
        self.dataset.close()

    def note(self, **tags: str) -> None:
        """Add what is known of the result only when its pixels are there; before `finish`, since a COG is not changed."""
        with rasterio.open(self.raw, "r+") as dataset:
            dataset.update_tags(**tags)

    def finish(self) -> Iterator[float]:
        """Turn what was written into the COG, overviews included; yields the share done.

        GDAL copies in one long call that tells no progress and cannot be stopped. It runs in a thread of its own,
        so that this generator can be closed at any time; the size of the growing file tells how far it is.
        """
        self.close()
        height, width = self.layout.box.shape
        expected = height * width * len(self.layout.descriptions) * np.dtype(self.layout.dtype).itemsize
        failure: list[Exception] = []

        def copy() -> None:
            try:
                with rasterio.Env(**GDAL_OPTIONS):
                    rasterio.shutil.copy(self.raw, self.path, driver="COG", BIGTIFF="IF_SAFER", **CREATION)
            except Exception as error:
                failure.append(error)

        worker = threading.Thread(target=copy, daemon=True)
        worker.start()
        while worker.is_alive():
            worker.join(0.5)
            # The overviews are built in a file of their own beside the result.
            written = sum(part.stat().st_size for part in self.path.parent.glob(f"{self.path.name}*"))
            yield min(0.99, written / expected)
        if failure:
            raise OutputError(
                "{path} could not be written: {reason}.", path=self.path.name, reason=failure[0]
            )


@contextmanager
def cog_writer(target: str | Path, layout: RasterProfile) -> Iterator[CogWriter]:
    """A raster to write, under a temporary name beside `target` until the block ends well.

    Raises:
        OutputError: the folder cannot be written to, or is full.
    """
    with atomic_write(target) as path, rasterio.Env(**GDAL_OPTIONS):
        writer = CogWriter(path, layout)
        try:
            yield writer
        finally:
            writer.dataset.close()
