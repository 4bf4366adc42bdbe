"""Writes a raster of any size window by window, as a cloud-optimised GeoTIFF (COG)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import rasterio
import rasterio.shutil
from numpy.typing import NDArray
from rasterio.windows import Window

from ..atomic_write import atomic_write
from ..errors import OutputError
from ..threads import core_count
from .io import GDAL_OPTIONS, gdal_threads
from .profile import RasterProfile
from .sidecars import sidecars

CREATION = {"COMPRESS": "DEFLATE", "PREDICTOR": "YES", "OVERVIEW_RESAMPLING": "AVERAGE"}


class CogWriter:
    """A COG being written: windows in any order, from one thread at a time, then `finish`."""

    def __init__(self, path: Path, profile: RasterProfile) -> None:
        self.path, self.profile = path, profile
        self.raw = path.with_suffix(".raw")
        height, width = profile.box.shape
        # Not compressed: the tiles of a network do not match the file's blocks, which would be packed repeatedly.
        self.dataset = rasterio.open(
            self.raw,
            "w",
            driver="GTiff",
            height=height,
            width=width,
            count=profile.count,
            dtype=profile.dtype,
            crs=profile.crs,
            transform=profile.box.affine,
            nodata=profile.nodata,
            tiled=True,
            blockxsize=512,
            blockysize=512,
            BIGTIFF="IF_SAFER",
            SPARSE_OK=True,
        )
        self.dataset.colorinterp = profile.colorinterp
        for band, description in enumerate(profile.descriptions, start=1):
            self.dataset.set_band_description(band, description)
        self.dataset.update_tags(**profile.tags)

    def write(self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], window: Window) -> None:
        """Store the pixels of a window.

        Args:
            pixels: (b, h, w), of the profile's data type.
            valid: the same shape. Other pixels become nodata or masked; without a nodata value floats become NaN.
            window: where they lie.
        """
        if not valid.all():
            blank = self.profile.nodata
            if blank is None:
                blank = np.nan if pixels.dtype.kind == "f" else 0
            pixels = np.where(valid, pixels, np.array(blank).astype(pixels.dtype))
        self.dataset.write(pixels, window=window)
        if self.profile.has_mask:
            with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
                self.dataset.write_mask(valid.all(axis=0), window=window)

    def close(self) -> None:
        """End writing pixels: from then on `raw` can be read."""
        self.dataset.close()

    def note(self, **tags: str) -> None:
        """Add tags that are known only once all pixels are written; before `finish`, as a COG is not changed."""
        with rasterio.open(self.raw, "r+") as dataset:
            dataset.update_tags(**tags)

    def finish(self) -> Iterator[float]:
        """Convert what was written to a COG with overviews; yield the share done.

        GDAL copies in one long call that reports no progress and cannot be stopped. It runs in a thread of its own,
        so that this generator can be closed at any time; the size of the growing file tells how far it is.

        Raises:
            OutputError: the file cannot be written.
        """
        self.close()
        height, width = self.profile.box.shape
        expected = height * width * self.profile.count * np.dtype(self.profile.dtype).itemsize
        failure: list[Exception] = []

        def copy() -> None:
            try:
                with rasterio.Env(**GDAL_OPTIONS, **gdal_threads()):
                    rasterio.shutil.copy(
                        self.raw,
                        self.path,
                        driver="COG",
                        BIGTIFF="IF_SAFER",
                        NUM_THREADS=core_count(),
                        **CREATION,
                    )
            except Exception as error:
                failure.append(error)

        worker = threading.Thread(target=copy, daemon=True)
        worker.start()
        while worker.is_alive():
            worker.join(0.5)
            # Overviews are built in a separate file next to the result.
            written = sum(part.stat().st_size for part in self.path.parent.glob(f"{self.path.name}*"))
            yield min(0.99, written / expected)
        if failure:
            raise OutputError(
                "{path} could not be written: {reason}.", path=self.path.name, reason=failure[0]
            )


@contextmanager
def cog_writer(target: str | Path, profile: RasterProfile) -> Iterator[CogWriter]:
    """Open a raster for writing, under a temporary name until the block ends without an error.

    Raises:
        OutputError: the folder cannot be written to, or is full.
    """
    with atomic_write(target, sidecars) as path, rasterio.Env(**GDAL_OPTIONS, **gdal_threads()):
        writer = CogWriter(path, profile)
        try:
            yield writer
        finally:
            writer.dataset.close()
