"""Artefacts of JPEG and JPEG 2000."""

from __future__ import annotations

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray

from ..raster.fill import fill_invalid

BLOCK = 8
"""Side in pixels of the squares that JPEG transforms."""
LEAST = 128
"""Fewest pixels along a side of what JPEG 2000 compresses."""


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
    filled = _fill(pixels, valid)
    if not colour or len(filled) < 3:
        return _read_back(filled, quality, photometric="MINISBLACK", interleave="band")
    picture = _read_back(filled[:3], quality, photometric="YCBCR", interleave="pixel")
    others = (
        [_read_back(filled[3:], quality, photometric="MINISBLACK", interleave="band")]
        if filled[3:].size
        else []
    )
    return np.concatenate((picture, *others))


def compress_jpeg2000(
    pixels: NDArray[np.generic], valid: NDArray[np.bool_], ratio: float
) -> NDArray[np.generic]:
    """Compress 8-bit pixels (b, h, w) as JPEG 2000 and read them back.

    The irreversible wavelet transform (ISO/IEC 15444-1, 9/7) of all bands together, the first three of three as brightness and
    colour. Invalid pixels are filled from the valid ones before, and small images are mirrored to `LEAST` pixels a side, so
    that the file's headers do not count for much of its size.

    Args:
        pixels: (b, h, w), uint8.
        valid: Which of them count.
        ratio: How many times smaller than the pixels the file is.
    """
    height, width = pixels.shape[1:]
    missing = [(0, max(0, LEAST - side)) for side in (height, width)]
    whole = np.pad(_fill(pixels, valid), [(0, 0), *missing], mode="symmetric")
    options = {"quality": str(100 / ratio), "reversible": "NO", "ycc": "YES" if len(pixels) == 3 else "NO"}
    return _through_file(whole, driver="JP2OpenJPEG", **options)[:, :height, :width]


def _fill(pixels: NDArray[np.generic], valid: NDArray[np.bool_]) -> NDArray[np.uint8]:
    filled: NDArray[np.uint8] = fill_invalid(pixels.astype(np.float32), valid, BLOCK).round().astype(np.uint8)
    return filled


def _read_back(pixels: NDArray[np.uint8], quality: int, **layout: str) -> NDArray[np.generic]:
    # One strip, as a JPEG file is one image.
    options = {"compress": "JPEG", "jpeg_quality": quality, "blockysize": pixels.shape[1]}
    return _through_file(pixels, driver="GTiff", **options, **layout)


def _through_file(pixels: NDArray[np.uint8], **options: str | int) -> NDArray[np.generic]:
    """Write a file in memory and read it back."""
    bands, height, width = pixels.shape
    with rasterio.MemoryFile() as file:
        with file.open(
            width=width,
            height=height,
            count=bands,
            dtype="uint8",
            transform=Affine.scale(2, -2),  # any: without one GDAL would complain
            **options,
        ) as dataset:
            dataset.write(pixels)
        with file.open() as dataset:
            found: NDArray[np.generic] = dataset.read()
            return found
