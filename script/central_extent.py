"""Prints the size and extent of the middle of a raster, which the demo uses.

    python script/central_extent.py RASTER SIZE

prints `WIDTH HEIGHT` in pixels, and for a raster larger than SIZE pixels `WIDTH HEIGHT XMIN,XMAX,YMIN,YMAX` of its middle.
"""

from __future__ import annotations

import sys

import rasterio
from rasterio.errors import RasterioIOError
from rasterio.windows import Window, bounds


def main(path: str, size: str) -> None:
    """Print the central part of the raster in a file, at most `size` pixels wide and high."""
    most = int(size)
    with rasterio.open(path) as raster:
        width, height = min(raster.width, most), min(raster.height, most)
        part = Window((raster.width - width) // 2, (raster.height - height) // 2, width, height)
        west, south, east, north = bounds(part, raster.transform)
        whole = (width, height) == (raster.width, raster.height)
    print(width, height, "" if whole else f"{west},{east},{south},{north}")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except RasterioIOError as error:
        sys.exit(str(error))
