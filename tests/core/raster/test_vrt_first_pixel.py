"""The first pixel of a VRT's bands, by which pixel functions that fail without a message are found."""

from __future__ import annotations

import pytest
import rasterio
from rasterio.windows import Window

from sr_core.raster.raster_reader import open_raster
from sr_core.raster.read_errors import DamagedRaster
from sr_core.raster.unreported_damage import _read_first_pixel


def band(number, dtype, *parts):
    sources = "".join(
        f'<SimpleSource><SourceFilename relativeToVRT="1">{name}</SourceFilename><SourceBand>{number}</SourceBand>'
        f'<SourceProperties RasterXSize="56" RasterYSize="40" DataType="{dtype}" BlockXSize="56" BlockYSize="40"/>'
        '<SrcRect xOff="0" yOff="0" xSize="56" ySize="40"/>'
        f'<DstRect xOff="{56 * place}" yOff="0" xSize="56" ySize="40"/></SimpleSource>'
        for place, name in enumerate(parts)
    )
    return f'<VRTRasterBand dataType="{dtype}" band="{number}">{sources}</VRTRasterBand>'


def write_vrt(path, bands, width=56):
    path.write_text(
        f'<VRTDataset rasterXSize="{width}" rasterYSize="40"><SRS>EPSG:32633</SRS>'
        f"<GeoTransform>5e5,10,0,5e6,0,-10</GeoTransform>{''.join(bands)}</VRTDataset>"
    )
    return path


def test_a_mosaic_of_colours_that_lacks_its_first_raster_is_read_elsewhere(tmp_path, make_raster):
    """While another VRT is open GDAL says of the first band that the source is missing, and nothing of the others."""
    make_raster(bands=3)
    bands = [band(number, "UInt16", "gone.tif", "in.tif") for number in (1, 2, 3)]
    mosaic = write_vrt(tmp_path / "mosaic.vrt", bands, width=112)
    with rasterio.open(write_vrt(tmp_path / "whole.vrt", [band(1, "UInt16", "in.tif")])) as whole:
        whole.read()
        with open_raster(mosaic) as raster:
            assert raster.read(Window(56, 0, 56, 40))[1].all()
            with pytest.raises(DamagedRaster, match=r"refers to .*gone\.tif, which is missing"):
                raster.read(Window(0, 0, 8, 8))


@pytest.mark.parametrize(("second", "reads"), [("UInt16", 1), ("Float32", 2)])
def test_first_pixels_of_a_type_are_read_at_once(tmp_path, make_raster, monkeypatch, second, reads):
    """In each read rasterio looks at all bands: one by one, those of a VRT of thousands would take minutes."""
    make_raster(bands=2)
    path = write_vrt(tmp_path / "in.vrt", [band(1, "UInt16", "in.tif"), band(2, second, "in.tif")])
    counted, opened = [], rasterio.open

    class CountedDataset:
        def __init__(self, *arguments):
            self.dataset = opened(*arguments)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.dataset.close()

        def __getattr__(self, name):
            if name == "read":
                counted.append(name)
            return getattr(self.dataset, name)

    monkeypatch.setattr(rasterio, "open", CountedDataset)
    _read_first_pixel.__wrapped__(str(path), 0, 0)
    assert len(counted) == reads
