"""Tiles of a WMTS: pictures in a matrix of their own."""

import pytest
from finer.processing_provider.errors import FinerError
from qgis.core import QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QBuffer, QIODevice
from qgis.PyQt.QtGui import QImage

PIXEL = 12.5
"""Metres, of the near tiles: no power of two of anything, unlike an XYZ layer's."""
CAPABILITIES = """<?xml version="1.0"?><Capabilities xmlns="http://www.opengis.net/wmts/1.0"
 xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
 <ows:ServiceIdentification><ows:Title>t</ows:Title><ows:ServiceType>OGC WMTS</ows:ServiceType>
 <ows:ServiceTypeVersion>1.0.0</ows:ServiceTypeVersion></ows:ServiceIdentification><Contents><Layer>
 <ows:Title>a</ows:Title><ows:WGS84BoundingBox><ows:LowerCorner>-3 36</ows:LowerCorner>
 <ows:UpperCorner>-2.8 36.15</ows:UpperCorner></ows:WGS84BoundingBox><ows:Identifier>a</ows:Identifier>
 <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
 <TileMatrixSetLink><TileMatrixSet>grid</TileMatrixSet></TileMatrixSetLink><ResourceURL format="image/png"
 resourceType="tile" template="{url}/{{TileMatrix}}/{{TileRow}}/{{TileCol}}.png"/></Layer><TileMatrixSet>
 <ows:Identifier>grid</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::32630</ows:SupportedCRS>
 <TileMatrix><ows:Identifier>far</ows:Identifier><ScaleDenominator>89285.71428571429</ScaleDenominator>
 <TopLeftCorner>500000 4000000</TopLeftCorner><TileWidth>128</TileWidth><TileHeight>128</TileHeight>
 <MatrixWidth>2</MatrixWidth><MatrixHeight>2</MatrixHeight></TileMatrix>
 <TileMatrix><ows:Identifier>near</ows:Identifier><ScaleDenominator>44642.857142857145</ScaleDenominator>
 <TopLeftCorner>500000 4000000</TopLeftCorner><TileWidth>128</TileWidth><TileHeight>128</TileHeight>
 <MatrixWidth>4</MatrixWidth><MatrixHeight>4</MatrixHeight></TileMatrix></TileMatrixSet></Contents></Capabilities>"""
EXTENT = QgsRectangle(
    500_000 + 100 * PIXEL, 4_000_000 - 300 * PIXEL, 500_000 + 200 * PIXEL, 4_000_000 - 250 * PIXEL
)
"""Columns 100 to 199 and rows 250 to 299, which lie in four tiles."""


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr("finer.processing_provider.layers.layer_source.RETRY_PAUSES", (0, 0))


class Service:
    """A WMTS whose near pixel in column c and row r is (c mod 256, r mod 256, 200); the far ones are black."""

    def __init__(self):
        self.url, self.asked, self.failures = None, [], {}

    def answer(self, path, query):
        if path == "wmts.xml":
            return 200, "text/xml", CAPABILITIES.format(url=self.url).encode()
        self.asked.append(path)
        failure = self.failures.get(path)
        failure = failure.pop(0) if failure else None
        return failure or (200, "image/png", _tile(*path.removesuffix(".png").split("/")))


def _tile(matrix, row, column):
    image = QImage(128, 128, QImage.Format.Format_RGB32)
    image.fill(0)
    for y in range(128 if matrix == "near" else 0):
        for x in range(128):
            red, green = (int(column) * 128 + x) % 256, (int(row) * 128 + y) % 256
            image.setPixel(x, y, 0xFF000000 | red << 16 | green << 8 | 200)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


@pytest.fixture
def service(serve):
    made = Service()
    made.url = serve(made.answer)
    return made


@pytest.fixture
def layer(service):
    made = QgsRasterLayer(
        "crs=EPSG:32630&format=image/png&layers=a&styles=default&tileMatrixSet=grid"
        f"&url={service.url}/wmts.xml",
        "a layer",
        "wms",
    )
    assert made.isValid(), made.error().message()
    return made


def check(result):
    import numpy as np

    assert result.GetGeoTransform() == pytest.approx(
        (EXTENT.xMinimum(), PIXEL, 0, EXTENT.yMaximum(), 0, -PIXEL)
    )
    assert "UTM zone 30N" in result.GetProjection()
    pixels = result.ReadAsArray()
    assert pixels.shape == (4, 50, 100)
    assert (pixels[0] == np.arange(100, 200)).all()
    assert (pixels[1] == np.arange(250, 300)[:, None] % 256).all()
    assert (pixels[2] == 200).all() and (pixels[3] == 255).all()


def test_tiles_give_their_pixels(read_layer, service, layer):
    check(read_layer(layer, EXTENT, PIXEL))
    # Once each, and none of the far ones.
    assert sorted(service.asked) == [f"near/{row}/{column}.png" for row in (1, 2) for column in (0, 1)]


@pytest.mark.parametrize("resolution", [10, 14])
def test_at_another_resolution_pixels_are_where_they_belong(read_layer, layer, resolution):
    """Of pixels that do not coincide with the tiles', each is what lies nearest, or QGIS' rounding beside it."""
    import numpy as np

    result = read_layer(layer, EXTENT, resolution)
    left, across, _, top, _, down = result.GetGeoTransform()
    assert (across, down) == (resolution, -resolution)
    pixels = result.ReadAsArray()
    columns = (left + (np.arange(pixels.shape[2]) + 0.5) * across - 500_000) / PIXEL - 0.5
    rows = (top + (np.arange(pixels.shape[1]) + 0.5) * down - 4_000_000) / -PIXEL - 0.5
    assert np.abs(pixels[0] - columns).max() < 1.5
    inside = rows < 255  # beyond, the colour begins anew
    assert inside.sum() > 4
    assert np.abs(pixels[1] - rows[:, None])[inside].max() < 1.5


def test_a_whole_run_with_a_wmts(run_classify, layer):
    check(run_classify(layer, EXTENT=EXTENT, RESOLUTION=PIXEL))


def test_a_wmts_needs_resolution_and_extent(read_layer, layer):
    for where in ((EXTENT,), (None, PIXEL)):
        with pytest.raises(FinerError, match=r"no pixel size of its own: set EXTENT .* and RESOLUTION"):
            read_layer(layer, *where)


REPORT = (200, "text/xml", b"<ExceptionReport/>")


@pytest.mark.parametrize(
    ("answer", "failure"), [((404, "text/html", b"no"), "HTTP 404"), (REPORT, "text/xml instead of an image")]
)
def test_a_tile_that_never_comes_is_an_error(read_layer, service, layer, answer, failure):
    service.failures = {"near/2/1.png": [answer] * 99}
    with pytest.raises(
        FinerError, match=rf"1 parts of a layer could not be fetched from the server \(.*{failure}\)"
    ):
        read_layer(layer, EXTENT, PIXEL)


def test_a_tile_that_comes_late_is_waited_for(read_layer, service, layer):
    service.failures = {"near/2/1.png": [REPORT] * 2}
    check(read_layer(layer, EXTENT, PIXEL))
