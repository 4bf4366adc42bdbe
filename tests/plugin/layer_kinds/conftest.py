"""Fixtures for layers that are no local files: a server, and the raster that the engine gets."""

import http.server
import threading
import time
import uuid
from contextlib import suppress
from urllib.parse import parse_qsl, urlsplit

import pytest


@pytest.fixture
def read_layer(tmp_path):
    """`read_layer(layer, extent, resolution)` opens the raster that the engine gets for a layer."""
    from finer.processing_provider.layers.layer_source import LayerSource
    from osgeo import gdal
    from qgis.core import QgsProcessingFeedback

    def read(layer, *where):
        assert layer.isValid(), layer.error().message()
        source = LayerSource("INPUT", layer, *where)
        source.detach()
        if not source.path:
            source.write(str(tmp_path / "read.tif"), QgsProcessingFeedback(False))
        return gdal.Open(source.path or str(tmp_path / "read.tif"))

    return read


@pytest.fixture
def assert_same_raster():
    """A function that asserts that two rasters have the same pixels, grid, and types, names, colours and nodata of bands."""
    from osgeo import gdal, osr

    def describe_bands(raster):
        return [describe(raster.GetRasterBand(band)) for band in range(1, raster.RasterCount + 1)]

    def describe(band):
        colour = band.GetColorInterpretation()
        # A GeoTIFF's first band is grey if it has no colour.
        colour = gdal.GCI_Undefined if colour == gdal.GCI_GrayIndex else colour
        return band.DataType, band.GetDescription(), colour, band.GetNoDataValue()

    def compare(one, other):
        assert one.GetGeoTransform() == pytest.approx(other.GetGeoTransform())
        assert osr.SpatialReference(one.GetProjection()).IsSame(osr.SpatialReference(other.GetProjection()))
        assert describe_bands(one) == describe_bands(other)
        assert (one.ReadAsArray() == other.ReadAsArray()).all()

    return compare


@pytest.fixture
def run_classify(create_algorithm, delete_dead_slots, fake_engine, feedback_class, qgis_app, tmp_path):
    """`run_classify(layer, EXTENT=…)` runs "Classify pixels" as its dialog does, in the background.

    It returns a copy of the raster that the engine gets; what Processing would show of an error is raised.
    """
    from osgeo import gdal
    from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext

    def look(job):
        fetched = gdal.Open(job["input"])
        looked.append(gdal.GetDriverByName("MEM").CreateCopy("", fetched))
        gdal.Translate(job["output"], fetched).FlushCache()
        yield {"event": "done", "result": {}}

    def get(layer, **values):
        delete_dead_slots()
        context, feedback, ended = QgsProcessingContext(), feedback_class(), []
        context.temporaryLayerStore().addMapLayer(layer)
        values = {"INPUT": layer.id(), "MODEL": "m.srpk", "OUTPUT": str(tmp_path / "sr.tif"), **values}
        task = QgsProcessingAlgRunnerTask(create_algorithm("classify_pixels"), values, context, feedback)
        task.executed.connect(lambda fine, results: ended.append(fine))
        QgsApplication.taskManager().addTask(task)
        until = time.monotonic() + 60
        while not ended and time.monotonic() < until:
            qgis_app.processEvents()
        if ended != [True]:
            raise RuntimeError(" ".join(feedback.errors))
        context.temporaryLayerStore().takeMapLayer(layer)
        return looked.pop()

    looked, fake_engine.script = [], look
    return get


@pytest.fixture
def serve(qgis_app):
    """`serve(answer)` is the URL of a server: `answer(path, query)` gives status, content type and body of each GET.

    It has a name of its own in the path, since QGIS keeps answers by their address.
    """

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # without which GDAL asks for no ranges

        def do_GET(self):
            parts = urlsplit(self.path)
            query = {key.upper(): value for key, value in parse_qsl(parts.query, keep_blank_values=True)}
            status, kind, body = self.server.answer(parts.path.partition("/")[2].partition("/")[2], query)
            asked = self.headers.get("Range", "").partition("=")[2].partition("-")
            if asked[1] and status == 200:
                first, last = int(asked[0]), min(int(asked[2]), len(body) - 1)
                self.send_response(206)
                self.send_header("Content-Range", f"bytes {first}-{last}/{len(body)}")
                body = body[first : last + 1]
            else:
                self.send_response(status)
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        do_HEAD = do_GET

        def handle(self):
            with suppress(ConnectionError):  # QGIS may hang up
                super().handle()

        def log_message(self, *arguments):
            return

    servers = []

    def serve(answer):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.answer = answer
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}/{uuid.uuid4()}"

    yield serve
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()
