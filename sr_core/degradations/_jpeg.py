"""JPEG artefacts."""

from __future__ import annotations

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray

from ..raster.fill import fill_invalid

BLOCK = 8
"""Side in pixels of the squares that JPEG transforms."""


def compress_jpeg(pixels: NDArray[np.generic], valid: NDArray[np.bool_], quality: int) -> NDArray[np.generic]:
    """Compress 8-bit pixels (b, h, w) as JPEG and read them back, each band as a grey image.

    Invalid pixels are filled from the valid ones before: nodata would send ripples into its surroundings.

    Args:
        pixels: (b, h, w), uint8.
        valid: Which of them count.
        quality: 1 to 100.
    """
    bands, height, width = pixels.shape
    filled = fill_invalid(pixels.astype(np.float32), valid, BLOCK).round().astype(np.uint8)
    with rasterio.MemoryFile() as file:
        with file.open(
            driver="GTiff",
            width=width,
            height=height,
            count=bands,
            dtype="uint8",
            transform=Affine.scale(2, -2),  # any: without one GDAL would complain
            photometric="MINISBLACK",
            interleave="band",
            compress="JPEG",
            jpeg_quality=quality,
            blockysize=height,  # one strip, as a JPEG file is one image
        ) as dataset:
            dataset.write(filled)
        with file.open() as dataset:
            found: NDArray[np.generic] = dataset.read()
            return found
