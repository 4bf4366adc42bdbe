"""Layers and extents as what the engine can open."""

import zipfile

import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.layers.extent import read_extent, read_extent_in_layer_crs
from finer.processing_provider.layers.layer_source import LayerSource
from finer.processing_provider.parameter_values import GivenParameters
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
)

UTM, WEB = QgsCoordinateReferenceSystem("EPSG:32630"), QgsCoordinateReferenceSystem("EPSG:3857")


def layer_of(source, provider="gdal"):
    layer = QgsRasterLayer(source, "a layer", provider)
    assert layer.isValid(), layer.error().message()
    return layer


def write_and_open(source, path):
    source.detach()
    source.write(str(path), QgsProcessingFeedback())
    return gdal.Open(str(path))


# Rasters that the engine opens itself


def test_a_file_goes_by_its_path(make_raster, tmp_path, monkeypatch):
    path = make_raster("a.tif")
    assert LayerSource("INPUT", layer_of(path)).path == path
    monkeypatch.chdir(tmp_path)
    assert LayerSource("INPUT", layer_of("a.tif")).path == path  # the engine runs elsewhere


def test_a_vrt_goes_by_its_path(make_raster, tmp_path):
    path = str(tmp_path / "a.vrt")
    gdal.BuildVRT(path, [make_raster("a.tif")]).FlushCache()
    assert LayerSource("INPUT", layer_of(path)).path == path


def test_a_raster_in_a_zip_goes_by_gdals_name_for_it(make_raster, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(make_raster("a.tif"), "inside.tif")
    name = f"/vsizip/{tmp_path}/a.zip/inside.tif"
    assert LayerSource("INPUT", layer_of(name)).path == name


def test_a_subdataset_goes_by_gdals_name_for_it(make_raster, tmp_path):
    path = str(tmp_path / "a.gpkg")
    gdal.Translate(path, make_raster("a.tif", bands=3), format="GPKG", outputType=gdal.GDT_Byte).FlushCache()
    name = f"GPKG:{path}:a"
    assert LayerSource("INPUT", layer_of(name)).path == name


@pytest.mark.parametrize("epsg", [None, 32630])
def test_a_raster_lies_where_the_user_has_put_it(make_raster, tmp_path, epsg):
    layer = layer_of(make_raster("a.tif", epsg=epsg))
    assert LayerSource("INPUT", layer).path
    layer.setCrs(WEB)
    result = write_and_open(LayerSource("INPUT", layer), tmp_path / "out.tif")
    assert result.GetSpatialRef().GetAuthorityCode(None) == "3857"
    assert same_pixels(result, gdal.Open(str(tmp_path / "a.tif")))


# Rasters that are written to a file first


def test_what_lives_in_qgis_memory_is_written(make_raster, tmp_path):
    gdal.Translate("/vsimem/a.tif", make_raster("a.tif", names=["B02", "B03", "B04", "R&D"])).FlushCache()
    result = write_and_open(LayerSource("INPUT", layer_of("/vsimem/a.tif")), tmp_path / "out.tif")
    gdal.Unlink("/vsimem/a.tif")
    assert same_pixels(result, gdal.Open(str(tmp_path / "a.tif")))
    assert [result.GetRasterBand(b).GetDescription() for b in (1, 2, 3, 4)] == ["B02", "B03", "B04", "R&D"]


def test_open_options_are_heeded(make_raster, tmp_path):
    path = make_raster("a.tif")
    layer = layer_of(path + "|option:GEOREF_SOURCES=NONE")
    assert LayerSource("INPUT", layer).path is None


def test_a_virtual_raster_is_written(make_raster, tmp_path):
    path = make_raster("a.tif")
    whole = layer_of(path).extent()
    virtual = layer_of(
        f"?crs=EPSG:32630&extent={whole.xMinimum()},{whole.yMinimum()},{whole.xMaximum()},{whole.yMaximum()}"
        f'&width=40&height=30&formula="src@2" * 2&src:uri={path}&src:provider=gdal',
        "virtualraster",
    )
    result = write_and_open(LayerSource("INPUT", virtual), tmp_path / "out.tif")
    twice = 2 * gdal.Open(path).ReadAsArray()[1].astype("float64")
    assert (result.ReadAsArray() == twice).all()
    assert result.GetGeoTransform() == gdal.Open(path).GetGeoTransform()


def test_of_an_extent_whole_pixels_are_written(make_raster, tmp_path):
    gdal.Translate("/vsimem/b.tif", make_raster("b.tif")).FlushCache()
    # From the middle of column 3 and row 5 to the exact edge of column 10 and row 12, and beyond the raster.
    extent = QgsRectangle(500_035, 3_999_880, 500_100, 3_999_945)
    result = write_and_open(LayerSource("INPUT", layer_of("/vsimem/b.tif"), extent), tmp_path / "out.tif")
    assert (result.RasterXSize, result.RasterYSize) == (7, 7)
    assert result.GetGeoTransform() == (500_030, 10, 0, 3_999_950, 0, -10)
    assert result.GetRasterBand(1).ReadAsArray()[0, 0] == 1000 + 5 * 10 + 3
    beyond = QgsRectangle(400_000, 3_999_980, 500_020, 5_000_000)
    result = write_and_open(LayerSource("INPUT", layer_of("/vsimem/b.tif"), beyond), tmp_path / "beyond.tif")
    assert result.GetGeoTransform() == (500_000, 10, 0, 4_000_000, 0, -10)
    assert (result.RasterXSize, result.RasterYSize) == (2, 2)
    with pytest.raises(FinerError, match="EXTENT does not touch a layer"):
        LayerSource("INPUT", layer_of("/vsimem/b.tif"), QgsRectangle(0, 0, 1, 1))
    gdal.Unlink("/vsimem/b.tif")


def same_pixels(one, other):
    return (
        one.ReadAsArray() == other.ReadAsArray()
    ).all() and one.GetGeoTransform() == other.GetGeoTransform()


# Online layers


WORLD = 20_037_508.342789244
TILE = 2 * WORLD / 16
"""Width of a zoom-4 tile in metres."""


def test_an_xyz_layer_is_fetched_at_the_resolution_asked_for(make_xyz_layer, tmp_path):
    # Tiles x 8 and 9, y 7: east of Greenwich, north of the equator.
    extent = QgsRectangle(1, 1, 2 * TILE - 1, TILE - 1)
    result = write_and_open(LayerSource("INPUT", make_xyz_layer(), extent, TILE / 256), tmp_path / "out.tif")
    assert (result.RasterXSize, result.RasterYSize) == (512, 256)
    assert result.GetGeoTransform() == pytest.approx((0, TILE / 256, 0, TILE, 0, -TILE / 256))
    assert "3857" in result.GetProjection()
    pixels = result.ReadAsArray()
    assert pixels[:, 100, 10].tolist() == [128, 112, 100, 255]
    assert pixels[:, 100, 500].tolist() == [144, 112, 100, 255]
    assert (pixels[3] == 255).all()


def test_an_online_layer_needs_resolution_and_extent(make_xyz_layer):
    for extent, resolution in ((None, 1.0), (QgsRectangle(0, 0, 9, 9), None), (None, None)):
        with pytest.raises(FinerError, match=r"no pixel size of its own: set EXTENT .* and RESOLUTION"):
            LayerSource("INPUT", make_xyz_layer(), extent, resolution)


def test_more_pixels_than_anyone_means_are_refused(make_xyz_layer):
    with pytest.raises(FinerError, match="66792 × 66792 pixels: set a smaller EXTENT or a larger RESOLUTION"):
        LayerSource("INPUT", make_xyz_layer(), QgsRectangle(-WORLD, -WORLD, WORLD, WORLD), 600)


def test_a_server_that_gives_nothing_is_an_error(make_xyz_layer, tmp_path):
    with pytest.raises(FinerError, match="parts of a layer could not be fetched from the server"):
        write_and_open(
            LayerSource("INPUT", make_xyz_layer("http://127.0.0.1:9"), QgsRectangle(0, 0, 1000, 1000), 100),
            tmp_path / "o.tif",
        )


def test_reading_can_be_cancelled(make_raster, tmp_path):
    """A cancel that comes while a single native call writes all the pixels."""
    gdal.Translate("/vsimem/big.tif", make_raster("c.tif"), width=5000, height=5000).FlushCache()
    feedback = QgsProcessingFeedback()
    source = LayerSource("INPUT", layer_of("/vsimem/big.tif"))
    source.detach()
    feedback.progressChanged.connect(lambda fraction: feedback.cancel())
    source.write(str(tmp_path / "out.tif"), feedback)
    assert feedback.isCanceled()
    assert feedback.progress() < 50
    gdal.Unlink("/vsimem/big.tif")


# Extents


@pytest.fixture
def extent_of(create_algorithm, context):
    def value(given, layer=None):
        asked = GivenParameters(create_algorithm("classify_pixels"), {"EXTENT": given}, context)
        return read_extent(asked, "EXTENT", layer)

    return value


BOUNDS = [500_000.0, 3_999_800.0, 500_100.0, 4_000_000.0]


@pytest.mark.parametrize("given", ["500000,500100,3999800,4000000", QgsRectangle(*BOUNDS)])
def test_an_extent_without_crs_is_in_the_rasters_own(extent_of, given, make_raster):
    assert extent_of(given) == {"bounds": BOUNDS, "crs": None}
    assert extent_of(given, layer_of(make_raster("a.tif"))) == {"bounds": BOUNDS, "crs": None}


@pytest.mark.parametrize(
    "given",
    ["500000,500100,3999800,4000000 [EPSG:32630]", QgsReferencedRectangle(QgsRectangle(*BOUNDS), UTM)],
)
def test_an_extent_keeps_its_crs_and_is_not_transformed(extent_of, given, make_raster):
    extent = extent_of(given, layer_of(make_raster("a.tif", epsg=32631)))
    assert extent["bounds"] == BOUNDS
    assert QgsCoordinateReferenceSystem.fromWkt(extent["crs"]) == UTM


def test_a_layer_is_an_extent(extent_of, make_raster):
    layer = layer_of(make_raster("a.tif"))
    expected = [500_000, 3_999_700, 500_400, 4_000_000]
    for given in (layer, layer.source()):
        extent = extent_of(given)
        assert extent["bounds"] == expected
        assert QgsCoordinateReferenceSystem.fromWkt(extent["crs"]) == UTM


def test_a_file_name_with_commas_is_no_bare_extent(extent_of, make_raster):
    assert extent_of(make_raster("a,b,c,d.tif"))["crs"] is not None


def test_where_the_layer_is_placed_by_hand_the_extent_follows_the_layer(
    extent_of, make_raster, create_algorithm, context
):
    """The engine knows the file, without CRS; the user sees it where the layer's CRS puts it."""
    layer = layer_of(make_raster("a.tif", epsg=None))
    layer.setCrs(UTM)
    given = QgsReferencedRectangle(
        QgsRectangle(-3.0, 36.13, -2.999, 36.14), QgsCoordinateReferenceSystem("EPSG:4326")
    )
    extent = extent_of(given, layer)
    assert extent["crs"] is None
    asked = GivenParameters(create_algorithm("classify_pixels"), {"EXTENT": given}, context)
    expected = read_extent_in_layer_crs(asked, "EXTENT", layer)
    assert extent["bounds"][0] == pytest.approx(500_000)  # 3° W is the zone's central meridian
    assert extent["bounds"] == [
        expected.xMinimum(),
        expected.yMinimum(),
        expected.xMaximum(),
        expected.yMaximum(),
    ]


def test_the_crs_travels_as_wkt_2_of_a_custom_one_too(extent_of):
    crs = QgsCoordinateReferenceSystem.fromProj(
        "+proj=laea +lat_0=3 +lon_0=4 +ellps=bessel +units=m +no_defs"
    )
    wkt = extent_of(QgsReferencedRectangle(QgsRectangle(*BOUNDS), crs))["crs"]
    assert wkt.startswith("PROJCRS[")
    assert "Lambert Azimuthal" in wkt
