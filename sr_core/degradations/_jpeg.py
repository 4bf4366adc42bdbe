"""What an image looks like after it was a JPEG file."""

from __future__ import annotations

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray

from ..raster.fill import fill_invalid

BLOCK = 8
"""Pixels a side that JPEG treats together."""


def as_jpeg(pixels: NDArray[np.generic], valid: NDArray[np.bool_], quality: int) -> NDArray[np.generic]:
    """8-bit pixels (b, h, w) after JPEG of this quality (1 to 100), each band as a grey image.

    In invalid pixels stands what continues the valid ones: nodata would send ripples into its surroundings.
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
