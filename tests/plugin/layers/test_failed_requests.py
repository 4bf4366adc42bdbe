"""Tiles that a server does not give are noticed, asked for again, and reported: results have no holes."""

import contextlib
import http.server
import threading
import time

import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.layers import failed_requests
from finer.processing_provider.layers.layer_source import LayerSource
from osgeo import gdal
from qgis.core import QgsProcessingFeedback, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor, QImage

TILE = 2 * 20_037_508.342789244 / 16
"""Width of a zoom-4 tile in metres."""
EXTENT = QgsRectangle(0, 0, 2 * TILE, TILE)
"""Tiles x 8 and 9, y 7."""


def png_of(colour):
    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(colour)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)


@pytest.fixture
def server(qgis_app):
    """`server.answers[path]` is what it answers: a status, a list of statuses in turn, or bytes of a picture."""
    good = png_of(QColor(10, 20, 30))

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            path = self.path.partition("?")[0]
            answer = served.answers.get(path, 200)
            served.asked.append(path)
            if "GetCapabilities" in self.path:
                return self._answer(200, "text/xml", served.capabilities)
            if isinstance(answer, list):
                answer = answer.pop(0) if answer else 200
            status, kind, body = 200, "image/png", good
            if isinstance(answer, bytes):
                body = answer
            elif isinstance(answer, str):
                kind, body = answer, b"<html>busy</html>"
            elif answer != 200:
                status, kind, body = answer, "text/html", b"no"
            return self._answer(status, kind, body)

        def _answer(self, status, kind, body):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            return

    served = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.answers, served.asked = {}, []
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield served
    served.shutdown()
    thread.join()
    served.server_close()


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr("finer.processing_provider.layers.layer_source.RETRY_PAUSES", (0, 0))


@pytest.fixture
def fetch(server, make_xyz_layer, tmp_path):
    def fetched(feedback=None):
        source = LayerSource(
            "INPUT", make_xyz_layer(f"http://127.0.0.1:{server.server_port}"), EXTENT, TILE / 256
        )
        source.detach()
        source.write(str(tmp_path / "out.tif"), feedback or QgsProcessingFeedback())
        return gdal.Open(str(tmp_path / "out.tif")).ReadAsArray()

    return fetched


def test_a_whole_picture_is_asked_for_once(server, fetch):
    assert (fetch()[:3] == [[[10]], [[20]], [[30]]]).all()
    assert server.asked.count("/4/8/7.png") == 1


@pytest.mark.parametrize(
    ("answer", "shown"), [(404, "HTTP 404"), (500, "HTTP 500"), ("text/html", "text/html")]
)
def test_a_tile_that_never_comes_is_an_error(server, fetch, answer, shown):
    server.answers["/4/9/7.png"] = answer
    with pytest.raises(FinerError, match=rf"1 parts of a layer could not be fetched .*127.0.0.1.*{shown}"):
        fetch()
    assert server.asked.count("/4/9/7.png") >= 3
    assert server.asked.count("/4/8/7.png") == 1  # QGIS kept it


def test_a_tile_that_comes_late_is_waited_for(server, fetch):
    server.answers["/4/9/7.png"] = [404] * 4
    feedback = QgsProcessingFeedback(False)
    assert (fetch(feedback)[:3] == [[[10]], [[20]], [[30]]]).all()
    assert "1 parts could not be fetched" in feedback.textLog() and "trying again" in feedback.textLog()


@pytest.mark.parametrize("failures", range(1, 9))
def test_however_late_a_tile_comes_there_is_no_hole(server, fetch, failures):
    """QGIS reads 500 columns at a time: a tile may fail for the first part of it and come for the second."""
    server.answers["/4/9/7.png"] = [404] * failures
    with contextlib.suppress(FinerError):  # how often QGIS asks differs between its versions
        assert (fetch()[3] == 255).all()


def test_a_tile_beside_the_extent_may_be_missing(server, fetch):
    for path in ("/4/10/7.png", "/4/8/8.png", "/4/9/8.png", "/4/10/8.png", "/4/8/6.png", "/4/9/6.png"):
        server.answers[path] = 404
    assert (fetch()[3] == 255).all()


def test_what_is_transparent_by_intent_is_no_loss(server, fetch):
    server.answers["/4/9/7.png"] = png_of(QColor(0, 0, 0, 0))
    assert (fetch()[3, :-1, 256:] == 0).all()  # QGIS 3.44 takes the last row from the tile below


def test_waiting_ends_when_the_user_cancels():
    began = time.monotonic()
    failed_requests.wait(30, lambda: time.monotonic() > began + 0.2)
    assert time.monotonic() - began < 5


# A WMS, which gives one picture for each part

CAPABILITIES = """<?xml version="1.0"?><WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms"
 xmlns:xlink="http://www.w3.org/1999/xlink"><Service><Name>WMS</Name><Title>w</Title></Service><Capability><Request>
 <GetCapabilities><Format>text/xml</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{url}/wms?"/></Get></HTTP>
 </DCPType></GetCapabilities><GetMap><Format>image/png</Format><DCPType><HTTP><Get>
 <OnlineResource xlink:href="{url}/wms?"/></Get></HTTP></DCPType></GetMap></Request><Exception><Format>XML</Format>
 </Exception><Layer><Name>a</Name><Title>a</Title><CRS>EPSG:3857</CRS><BoundingBox CRS="EPSG:3857" minx="-2e7"
 miny="-2e7" maxx="2e7" maxy="2e7"/></Layer></Capability></WMS_Capabilities>"""


@pytest.fixture
def wms(server, tmp_path):
    """Fetches 64 × 32 pixels of a WMS layer, whose pictures are what `server.answers["/wms"]` says."""
    url = f"http://127.0.0.1:{server.server_port}"
    server.capabilities = CAPABILITIES.format(url=url).encode()

    def fetched():
        layer = QgsRasterLayer(
            f"crs=EPSG:3857&format=image/png&layers=a&styles&url={url}/wms", "a layer", "wms"
        )
        assert layer.isValid(), layer.error().message()
        source = LayerSource("INPUT", layer, QgsRectangle(0, 0, 640, 320), 10)
        source.detach()
        source.write(str(tmp_path / "out.tif"), QgsProcessingFeedback())
        return gdal.Open(str(tmp_path / "out.tif")).ReadAsArray()

    return fetched


def test_a_wms_gives_its_pixels(wms):
    assert (wms()[:3] == [[[10]], [[20]], [[30]]]).all()


@pytest.mark.parametrize("answer", [500, "text/xml"])
def test_an_exception_of_a_wms_is_an_error(server, wms, answer):
    server.answers["/wms"] = answer
    with pytest.raises(FinerError, match="parts of a layer could not be fetched from the server"):
        wms()
