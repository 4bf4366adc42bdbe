"""JPEG artefacts."""

from __future__ import annotations

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray

from ..raster.fill import fill_invalid

BLOCK = 8
"""Side in pixels of the squares that JPEG transforms."""


def compress_jpeg(
    pixels: NDArray[np.generic], valid: NDArray[np.bool_], quality: int, *, colour: bool = False
) -> NDArray[np.generic]:
    """Compress 8-bit pixels (b, h, w) as JPEG and read them back.

    Invalid pixels are filled from the valid ones before: nodata would send ripples into its surroundings.

    Args:
        pixels: (b, h, w), uint8.
        valid: Which of them count.
        quality: 1 to 100.
        colour: Whether the first three bands are one colour picture, brightness at full and colour at half the
            resolution (YCbCr 4:2:0), as in orthophotos. Otherwise, and the other bands, each is a grey picture.
    """
    filled = fill_invalid(pixels.astype(np.float32), valid, BLOCK).round().astype(np.uint8)
    if not colour or len(filled) < 3:
        return _read_back(filled, quality, photometric="MINISBLACK", interleave="band")
    picture = _read_back(filled[:3], quality, photometric="YCBCR", interleave="pixel")
    others = (
        [_read_back(filled[3:], quality, photometric="MINISBLACK", interleave="band")]
        if filled[3:].size
        else []
    )
    return np.concatenate((picture, *others))


def _read_back(pixels: NDArray[np.uint8], quality: int, **layout: str) -> NDArray[np.generic]:
    bands, height, width = pixels.shape
    with rasterio.MemoryFile() as file:
        with file.open(
            driver="GTiff",
            width=width,
            height=height,
            count=bands,
            dtype="uint8",
            transform=Affine.scale(2, -2),  # any: without one GDAL would complain
            compress="JPEG",
            jpeg_quality=quality,
            blockysize=height,  # one strip, as a JPEG file is one image
            **layout,
        ) as dataset:
            dataset.write(pixels)
        with file.open() as dataset:
            found: NDArray[np.generic] = dataset.read()
            return found
