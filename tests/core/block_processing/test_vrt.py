"""Mosaics of so many rasters that what describes them may not be held at once."""

from __future__ import annotations

import tracemalloc

import rasterio
from odc.geo.geobox import GeoBox
from rasterio.windows import Window

from sr_core.block_processing.vrt import write_vrt


def test_memory_does_not_grow_with_the_number_of_rasters(make_raster, tmp_path):
    path = make_raster(size=(16, 16))
    peaks = {}
    for count in (20, 300):
        places = [Window(16 * number, 0, 16, 16) for number in range(count)]
        with rasterio.open(path) as first:
            box = GeoBox((16, 16 * count), first.transform, None)
        tracemalloc.start()
        write_vrt(tmp_path / "all.vrt", tmp_path, [path] * count, places, box)
        peaks[count] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peaks[300] < 1.2 * peaks[20]
    with rasterio.open(tmp_path / "all.vrt") as mosaic, rasterio.open(path) as first:
        last = mosaic.read(window=places[-1])
        assert mosaic.shape == (16, 4800) and (last == first.read()).all()
