"""Files on a server that QGIS' GDAL reads, alone or in a VRT; where the server fails QGIS has zeros."""

from pathlib import Path

import pytest
from finer.processing_provider.errors import FinerError
from osgeo import gdal
from qgis.core import QgsRasterLayer


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr("finer.processing_provider.layers.layer_source.RETRY_PAUSES", (0, 0))


@pytest.fixture
def truth(make_raster, tmp_path):
    """Of 2 bands of 1100 × 1100 pixels, in tiles of 256."""
    path = str(tmp_path / "truth.tif")
    plain = make_raster("plain.tif", bands=2, size=(1100, 1100), names=["red", "nir"])
    gdal.Translate(path, plain, noData=1030, creationOptions=["TILED=YES"]).FlushCache()
    return path


class Service:
    """Gives out a file, as long as it is `well`."""

    def __init__(self, path):
        self.body, self.well = Path(path).read_bytes(), True

    def answer(self, path, query):
        return (200, "image/tiff", self.body) if self.well else (500, "text/html", b"no")


@pytest.fixture
def service(truth):
    return Service(truth)


@pytest.fixture
def sources(serve, service, tmp_path):
    """The file on the server, and a VRT file and a VRT text of it."""
    remote = f"/vsicurl/{serve(service.answer)}/a.tif"
    gdal.Translate(str(tmp_path / "remote.vrt"), remote, format="VRT").FlushCache()
    text = gdal.Open(str(tmp_path / "remote.vrt")).GetMetadata("xml:VRT")[0]
    return {"file": remote, "vrt file": str(tmp_path / "remote.vrt"), "vrt text": text}


KINDS = ("file", "vrt file", "vrt text")


@pytest.mark.parametrize("kind", KINDS)
def test_a_remote_file_is_written(read_layer, run_classify, assert_same_raster, sources, truth, kind):
    assert_same_raster(read_layer(QgsRasterLayer(sources[kind], "a layer", "gdal")), gdal.Open(truth))
    assert_same_raster(run_classify(QgsRasterLayer(sources[kind], "a layer", "gdal")), gdal.Open(truth))


@pytest.fixture
def unread():
    """A layer of which no pixel was read yet, and GDAL keeps none."""

    def make(source):
        options = QgsRasterLayer.LayerOptions()
        options.loadDefaultStyle = False
        layer = QgsRasterLayer(source, "a layer", "gdal", options)
        assert layer.isValid()
        return layer

    return make


@pytest.mark.parametrize("kind", KINDS)
def test_what_never_comes_is_an_error(read_layer, service, sources, unread, kind):
    layer, service.well = unread(sources[kind]), False
    with pytest.raises(
        FinerError, match=r"[34] parts of a layer could not be fetched from the server \(GDAL: E"
    ):
        read_layer(layer)


def test_a_file_that_cannot_be_opened_again_is_an_error(read_layer, service, sources, unread):
    """Of which QGIS gives what was in memory before, and calls it valid."""
    layer, service.well = unread(sources["file"]), False
    gdal.VSICurlClearCache()
    with pytest.raises(
        FinerError,
        match=r"4 parts of a layer could not be fetched from the server \(GDAL provider: Cannot open",
    ):
        read_layer(layer)


def test_a_file_that_can_be_opened_again_later_is_waited_for(
    read_layer, assert_same_raster, service, sources, unread, truth, monkeypatch
):
    def wait(seconds, is_cancelled):
        service.well = True
        gdal.VSICurlClearCache()

    layer, service.well = unread(sources["file"]), False
    gdal.VSICurlClearCache()
    monkeypatch.setattr("finer.processing_provider.layers.layer_source.wait", wait)
    assert_same_raster(read_layer(layer), gdal.Open(truth))
