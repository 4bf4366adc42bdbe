"""Coverages of a WCS, whose numbers come as they are; where the server fails QGIS has zeros and says nothing."""

import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.layers.layer_source import LayerSource
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingFeedback,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRectangle,
)

WCS = 'version="1.0.0" xmlns="http://www.opengis.net/wcs" xmlns:gml="http://www.opengis.net/gml" ' \
      'xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip
WORLD = """<lonLatEnvelope srsName="urn:ogc:def:crs:OGC:1.3:CRS84"><gml:pos>-3 36.1</gml:pos><gml:pos>-2.9 36.2</gml:pos>
</lonLatEnvelope>"""
REQUEST = (
    """<{name}><DCPType><HTTP><Get><OnlineResource xlink:href="{url}?"/></Get></HTTP></DCPType></{name}>"""
)
CAPABILITIES = """<?xml version="1.0"?><WCS_Capabilities {wcs}><Service><name>w</name><label>w</label><fees>NONE</fees>
<accessConstraints>NONE</accessConstraints></Service><Capability><Request>{requests}</Request><Exception>
<Format>application/vnd.ogc.se_xml</Format></Exception></Capability><ContentMetadata><CoverageOfferingBrief>
<name>c</name><label>c</label>{world}</CoverageOfferingBrief></ContentMetadata></WCS_Capabilities>"""
COVERAGE = """<?xml version="1.0"?><CoverageDescription {wcs}><CoverageOffering><name>c</name><label>c</label>{world}
<domainSet><spatialDomain><gml:Envelope srsName="EPSG:32630"><gml:pos>500000 3989000</gml:pos>
<gml:pos>515000 4000000</gml:pos></gml:Envelope>{grid}</spatialDomain></domainSet><rangeSet><RangeSet><name>r</name>
<label>r</label><nullValues><singleValue>1030</singleValue></nullValues></RangeSet></rangeSet><supportedCRSs>
<requestResponseCRSs>EPSG:32630</requestResponseCRSs></supportedCRSs><supportedFormats><formats>GeoTIFF</formats>
</supportedFormats></CoverageOffering></CoverageDescription>"""
GRID = """<gml:RectifiedGrid dimension="2"><gml:limits><gml:GridEnvelope><gml:low>0 0</gml:low><gml:high>1499 1099
</gml:high></gml:GridEnvelope></gml:limits><gml:axisName>x</gml:axisName><gml:axisName>y</gml:axisName><gml:origin>
<gml:pos>500005 3999995</gml:pos></gml:origin><gml:offsetVector>10 0</gml:offsetVector><gml:offsetVector>0 -10
</gml:offsetVector></gml:RectifiedGrid>"""
SORRY = b"""<ServiceExceptionReport xmlns="http://www.opengis.net/ogc"><ServiceException>Out of luck</ServiceException>
</ServiceExceptionReport>"""
FAILURES = {
    "HTTP 500": (500, "text/html", b"no"),
    "Out of luck": (200, "application/vnd.ogc.se_xml", SORRY),
    "TIFF": (200, "image/tiff", b"II*\0 and no more"),
    "No data": (200, "image/tiff", b""),
}


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr("finer.processing_provider.layers.layer_source.RETRY_PAUSES", (0, 0))


@pytest.fixture
def truth(make_raster, tmp_path):
    """The server's coverage: 4 bands of 1500 × 1100 pixels, of which 1030 is no data."""
    path = str(tmp_path / "truth.tif")
    gdal.Translate(path, make_raster("plain.tif", size=(1500, 1100)), noData=1030).FlushCache()
    return path


class Service:
    """A WCS; `failures` are its next answers about pixels, `asked` how often it was asked for some."""

    def __init__(self, path):
        self.path, self.grid, self.url = path, GRID, None
        self.asked, self.failures = 0, []

    def answer(self, path, query):
        known = {"wcs": WCS, "world": WORLD, "grid": self.grid}
        if query["REQUEST"] == "GetCapabilities":
            requests = "".join(
                REQUEST.format(name=name, url=self.url)
                for name in ("GetCapabilities", "DescribeCoverage", "GetCoverage")
            )
            return 200, "text/xml", CAPABILITIES.format(requests=requests, **known).encode()
        if query["REQUEST"] == "DescribeCoverage":
            return 200, "text/xml", COVERAGE.format(**known).encode()
        self.asked += 1
        return self.failures.pop(0) if self.failures else (200, "image/tiff", self._pixels(query))

    def _pixels(self, query):
        left, bottom, right, top = map(float, query["BBOX"].split(","))
        size = {"width": int(query["WIDTH"]), "height": int(query["HEIGHT"])}
        gdal.Translate("/vsimem/wcs.tif", self.path, projWin=[left, top, right, bottom], **size).FlushCache()
        file = gdal.VSIFOpenL("/vsimem/wcs.tif", "rb")
        body = bytes(gdal.VSIFReadL(1, 100_000_000, file))
        gdal.VSIFCloseL(file)
        return body


@pytest.fixture
def service(serve, truth):
    made = Service(truth)
    made.url = serve(made.answer)
    yield made
    gdal.Unlink("/vsimem/wcs.tif")


@pytest.fixture
def layer(service):
    """Makes the layer; to know its bands QGIS has asked for a few pixels already."""

    def make(grid=GRID):
        service.grid = grid
        made = QgsRasterLayer(
            f"url={service.url}&identifier=c&crs=EPSG:32630&format=GeoTIFF&version=1.0.0", "a layer", "wcs"
        )
        assert made.isValid(), made.error().message()
        service.asked = 0
        return made

    return make


SOME = QgsRectangle(500_035, 3_999_880, 500_455, 3_999_945)


def part_of(path, extent=(500_030, 3_999_950, 500_460, 3_999_880)):
    return gdal.Translate("", path, format="MEM", projWin=extent)


def test_a_coverage_gives_its_numbers(read_layer, assert_same_raster, service, layer, truth):
    assert_same_raster(read_layer(layer()), gdal.Open(truth))
    assert service.asked == 4  # blocks, of all bands at once


def test_of_an_extent_whole_pixels_are_asked_for(run_classify, assert_same_raster, service, layer, truth):
    made = layer()
    assert_same_raster(run_classify(made, EXTENT=SOME), part_of(truth))


def test_a_coverage_without_grid_needs_a_resolution(
    read_layer, run_classify, assert_same_raster, layer, truth
):
    with pytest.raises(FinerError, match=r"no pixel size of its own: set EXTENT .* and RESOLUTION"):
        read_layer(layer(grid=""), SOME)
    assert_same_raster(read_layer(layer(grid=""), SOME, 10.0), part_of(truth))
    assert_same_raster(run_classify(layer(grid=""), EXTENT=SOME, RESOLUTION=10), part_of(truth))


def test_a_fourth_band_of_zeros_is_no_missing_picture(read_layer, service, layer, truth):
    coverage = gdal.Open(truth, gdal.GA_Update)
    coverage.GetRasterBand(4).Fill(0)
    coverage.FlushCache()
    assert (read_layer(layer(grid=""), SOME, 10.0).ReadAsArray()[3] == 0).all()


@pytest.mark.parametrize("grid", [GRID, ""])
@pytest.mark.parametrize("failure", FAILURES)
def test_what_never_comes_is_an_error(read_layer, service, layer, failure, grid):
    made = layer(grid=grid)
    service.failures = [FAILURES[failure]] * 99
    with pytest.raises(
        FinerError, match=rf"1 parts of a layer could not be fetched from the server \(.*{failure}.*\)"
    ):
        read_layer(made, SOME, 10.0)
    assert service.asked == 3


def test_what_comes_late_is_waited_for(read_layer, assert_same_raster, service, layer, truth):
    made = layer()
    service.failures = [*FAILURES.values()]
    assert_same_raster(read_layer(made), gdal.Open(truth))
    assert service.asked == 8


def test_in_a_run_the_failure_is_one_sentence(run_classify, service, layer):
    made = layer()
    service.failures = [FAILURES["Out of luck"]] * 99
    with pytest.raises(
        RuntimeError, match=r"4 parts of a layer could not be fetched from the server \(.*Out of luck"
    ):
        run_classify(made)


@pytest.fixture
def virtual(layer):
    """A virtual raster of band 1 of the coverage, plus 1."""
    parameters = QgsRasterDataProvider.VirtualRasterParameters()
    parameters.crs = QgsCoordinateReferenceSystem("EPSG:32630")
    parameters.extent = QgsRectangle(500_000, 3_999_000, 501_000, 4_000_000)
    parameters.width = parameters.height = 100
    parameters.formula = '"a@1" + 1'
    coverage = QgsRasterDataProvider.VirtualRasterInputLayers()
    coverage.name, coverage.uri, coverage.provider = "a", layer().source(), "wcs"
    parameters.rInputLayers = [coverage]
    uri = QgsRasterDataProvider.encodeVirtualRasterProviderUri(parameters)
    return QgsRasterLayer(uri, "a layer", "virtualraster")


@pytest.fixture
def sums(truth):
    numbers = gdal.Open(truth).ReadAsArray()[0, :100, :100] + 1.0
    numbers[numbers == 1031] = float("nan")
    return numbers


def test_a_virtual_raster_of_a_coverage_is_calculated(read_layer, virtual, sums):
    assert read_layer(virtual).ReadAsArray() == pytest.approx(sums, nan_ok=True)


def test_a_virtual_raster_that_cannot_be_opened_again_is_never_wrong(read_layer, service, virtual, sums):
    """QGIS 3.22 copies it none the less, with what was in memory before; newer ones may have kept the answers."""
    service.failures = [FAILURES["HTTP 500"]] * 99
    try:
        assert read_layer(virtual).ReadAsArray() == pytest.approx(sums, nan_ok=True)
    except FinerError as error:
        assert "returned no pixels" in error.text or "could not be fetched" in error.text


def test_a_virtual_raster_of_a_coverage_fails_with_it(service, virtual, tmp_path):
    """Its formula would be calculated with zeros."""
    source = LayerSource("INPUT", virtual, SOME)  # which QGIS has not asked for before to show the layer
    source.detach()
    service.failures = [FAILURES["HTTP 500"]] * 99
    with pytest.raises(FinerError, match=r"1 parts of a layer could not be fetched .*HTTP 500"):
        source.write(str(tmp_path / "out.tif"), QgsProcessingFeedback(False))
