"""Writes the low-resolution version of a raster that fits in memory, as "Export SR training tiles" makes that of tiles.

PYTHONPATH=. python script/degrade_raster.py HR.tif LR.tif SCALE
"""

from __future__ import annotations

import sys

import rasterio
from affine import Affine

from sr_core.degradations.bicubic import Bicubic


def main(hr: str, lr: str, scale: int) -> None:
    """Reduce the raster in the file `hr` by `scale`, into the file `lr`."""
    with rasterio.open(hr) as source:
        width, height = source.width // scale, source.height // scale
        window = ((0, height * scale), (0, width * scale))
        pixels, valid = source.read(window=window), source.read_masks(window=window) > 0
        reduced, _ = Bicubic().apply(pixels, valid, scale, source.nodata)
        transform = source.transform * Affine.scale(scale)
        profile = {**source.profile, "width": width, "height": height, "transform": transform}
        with rasterio.open(lr, "w", **profile) as target:
            target.write(reduced)
            target.descriptions, target.colorinterp = source.descriptions, source.colorinterp


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
