"""Tiles that are too many to be listed in memory are refused before they are."""

import pytest
from rasterio.windows import Window

from sr_core.errors import InputError
from sr_core.tile_export import land_blocks
from sr_core.tile_export.land_blocks import divide_region

from ..support.export_runs import run

HUGE = """<VRTDataset rasterXSize="{side}" rasterYSize="{side}"><GeoTransform>0, 1, 0, 0, 0, -1</GeoTransform>
<VRTRasterBand dataType="Byte" band="1"/></VRTDataset>"""


def test_a_raster_of_a_whole_world_is_refused_at_once(tmp_path):
    path = tmp_path / "big.vrt"
    path.write_text(HUGE.format(side=2_000_000_000))
    with pytest.raises(InputError, match=r"tiles would be cut, and this computer has memory.*set EXTENT"):
        run(tmp_path, path)


def test_the_limit_is_that_of_memory(monkeypatch):
    monkeypatch.setattr(land_blocks, "memory_budget", lambda: 100 * land_blocks.TILE_MEMORY)
    sizes = {"tile_size": 16, "stride": 16}
    assert len(divide_region(Window(0, 0, 160, 160), 1, **sizes)[0].tiles) == 100
    with pytest.raises(InputError, match="110 tiles would be cut"):
        divide_region(Window(0, 0, 176, 160), 1, **sizes)


def test_rotated_tiles_and_those_of_all_rasters_count(make_raster, tmp_path, monkeypatch):
    path = make_raster(size=(112, 112))
    run(tmp_path, path, rotation=90)
    monkeypatch.setattr(land_blocks, "memory_budget", lambda: 300 * land_blocks.TILE_MEMORY)
    run(tmp_path, path)
    with pytest.raises(InputError, match="tiles would be cut"):
        run(tmp_path, path, rotation=90)


def test_a_raster_of_one_pixel(make_raster, tmp_path):
    with pytest.raises(InputError, match="has less than 2 pixels to cut tiles from"):
        run(tmp_path, make_raster(size=(1, 1)))
