"""Layers of damaged files that QGIS reads for the engine: refused in a sentence that names the file."""

import os

import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.layers.gdal_read_settings import STRICT, strict_reads
from finer.processing_provider.layers.layer_source import LayerSource
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


def vrt(folder, source="a.tif", function=""):
    """A VRT of a whole file beside it, of which its own program or GDAL makes the pixels."""
    memory = gdal.GetDriverByName("MEM").Create("", 64, 64, 1)
    gdal.GetDriverByName("GTiff").CreateCopy(str(folder / "a.tif"), memory).FlushCache()
    kind = ' subClass="VRTDerivedRasterBand"' if function else ""
    path = folder / "a.vrt"
    path.write_text(
        '<VRTDataset rasterXSize="64" rasterYSize="64"><GeoTransform>500000, 10, 0, 5000000, 0, -10</GeoTransform>'
        f'<VRTRasterBand dataType="Byte" band="1"{kind}>{function}<SimpleSource><SourceFilename relativeToVRT="1">'
        f"{source}</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>"
    )
    return path


def refusal(path, folder):
    """What is said when QGIS reads a file for the engine."""
    layer = QgsRasterLayer(str(path), "a layer", "gdal")
    assert layer.isValid()
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32630"))
    source = LayerSource("INPUT", layer)
    source.detach()
    with pytest.raises(FinerError) as error:
        source.write(str(folder / "out.tif"), QgsProcessingFeedback())
    return str(error.value)


@pytest.mark.parametrize(
    "function",
    [
        "<PixelFunctionType>f</PixelFunctionType><PixelFunctionLanguage>Python</PixelFunctionLanguage>"
        "<PixelFunctionCode>def f(*given): pass</PixelFunctionCode>",
        "<PixelFunctionType>unheard_of</PixelFunctionType>",
    ],
)
def test_a_vrt_whose_program_is_not_run_is_not_called_damaged(tmp_path, monkeypatch, function):
    monkeypatch.setattr("finer.processing_provider.layers.layer_source.RETRY_PAUSES", (0,))
    path = vrt(tmp_path, function=function)
    said = refusal(path, tmp_path)
    assert "computed by code in the file" in said and str(path) in said
    assert "damaged" not in said and "server" not in said


def test_a_vrt_of_a_damaged_file_is_not_said_to_lie_on_a_server(tmp_path, monkeypatch):
    monkeypatch.setattr("finer.processing_provider.layers.layer_source.RETRY_PAUSES", (0,))
    path = vrt(tmp_path)
    whole = (tmp_path / "a.tif").read_bytes()
    (tmp_path / "a.tif").write_bytes(whole[: len(whole) // 2])
    said = refusal(path, tmp_path)
    assert "refers to a file that is" in said and "server" not in said
