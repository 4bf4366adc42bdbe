"""Layers of damaged files that QGIS reads for the engine: refused in a sentence that names the file."""

import os

import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.layers.layer_source import LayerSource
from finer.processing_provider.layers.strict_reads import STRICT, strict_reads
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingFeedback, QgsRasterLayer

FORMATS = {
    "a.jp2": ("JP2OpenJPEG", ["QUALITY=100", "REVERSIBLE=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"]),
    "a.png": ("PNG", []),
    "a.jpg": ("JPEG", ["QUALITY=95"]),
    "a.tif": ("GTiff", ["COMPRESS=DEFLATE", "TILED=YES"]),
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("share", [0.6, 1])
def test_a_file_cut_off(tmp_path, name, share):
    driver, options = FORMATS[name]
    memory = gdal.GetDriverByName("MEM").Create("", 256, 256, 3)
    memory.SetGeoTransform((500_000, 10, 0, 5_000_000, 0, -10))
    memory.WriteRaster(0, 0, 256, 256, bytes(1 + (i * i // 7 + i) % 250 for i in range(3 * 256 * 256)))
    path = tmp_path / name
    gdal.GetDriverByName(driver).CreateCopy(str(path), memory, options=options).FlushCache()
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    layer = QgsRasterLayer(str(path), "a layer", "gdal")
    assert layer.isValid()
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32630"))  # else the engine would open it
    source = LayerSource("INPUT", layer)
    assert not source.path
    source.detach()
    if share == 1:
        source.write(str(tmp_path / "out.tif"), QgsProcessingFeedback())
        return
    with pytest.raises(FinerError, match=r"cannot be read .*damaged") as error:
        source.write(str(tmp_path / "out.tif"), QgsProcessingFeedback())
    assert str(path) in str(error.value) and "server" not in str(error.value)


def test_what_the_user_has_set_stays(monkeypatch):
    monkeypatch.setenv("GDAL_NUM_THREADS", "3")
    monkeypatch.delenv("GDAL_PNG_WHOLE_IMAGE_OPTIM", raising=False)
    with strict_reads():
        assert os.environ["GDAL_NUM_THREADS"] == "3" and os.environ["GDAL_PNG_WHOLE_IMAGE_OPTIM"] == "NO"
    assert os.environ["GDAL_NUM_THREADS"] == "3" and not set(STRICT) - {"GDAL_NUM_THREADS"} & set(os.environ)
