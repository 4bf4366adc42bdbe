"""Layers made of other rasters: QGIS' virtual rasters, GDAL's VRT files and VRT texts, and rasters in memory."""

import math
import os
from pathlib import Path

import numpy as np
import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.layers.layer_source import LayerSource
from osgeo import gdal
from qgis.core import QgsRasterLayer, QgsRasterRange, QgsRectangle
from qgis.PyQt.QtCore import QUrl

NAMES = ["blue", "green", "red", "R&D"]
MODEL = Path(__file__).parents[3] / "models" / "naip_0.6m_rgbn_x4_edsr.srpk"


@pytest.fixture
def truth(make_raster, tmp_path):
    """A raster of 40 × 30 pixels whose 2030, in band 2, is no data."""
    path = str(tmp_path / "truth.tif")
    gdal.Translate(path, make_raster("plain.tif", names=NAMES), noData=2030).FlushCache()
    return path


def gdal_layer(source):
    return QgsRasterLayer(source, "a layer", "gdal")


def text_of(*sources):
    """A VRT as a text, as GDAL takes it in place of a file's name; of several sources each becomes a band."""
    if len(sources) == 1:
        vrt = gdal.Translate("", sources[0], format="VRT")
    else:
        vrt = gdal.BuildVRT("", list(sources), separate=True)
    return vrt.GetMetadata("xml:VRT")[0]


# QGIS' virtual rasters


def virtual(formula, *paths, bounds=(500_000, 3_999_700, 500_400, 4_000_000), width=40, height=30):
    """A virtual raster layer; its inputs are called `a`, `b`, … in the formula."""
    inputs = "".join(f"&{name}:uri={path}&{name}:provider=gdal" for name, path in zip("abc", paths))
    extent = ",".join(map(str, bounds))
    formula = bytes(QUrl.toPercentEncoding(formula)).decode()
    uri = f"?crs=EPSG:32630&extent={extent}&width={width}&height={height}&formula={formula}{inputs}"
    return QgsRasterLayer(uri, "a layer", "virtualraster")


def test_a_formula_on_two_layers_is_calculated(read_layer, truth, make_raster):
    other = make_raster("other.tif", bands=2)
    result = read_layer(virtual('("a@4" - "a@3") / ("a@4" + "b@1")', truth, other))
    a, b = (gdal.Open(path).ReadAsArray().astype("float64") for path in (truth, other))
    assert result.ReadAsArray() == pytest.approx((a[3] - a[2]) / (a[3] + b[0]), rel=1e-6)
    assert result.GetGeoTransform() == gdal.Open(truth).GetGeoTransform()
    assert "UTM zone 30N" in result.GetProjection()


def test_where_a_formula_has_no_value_is_no_data(read_layer, truth):
    """QGIS writes its lowest number there, without saying that it means nothing."""
    result = read_layer(virtual('"a@2" / ("a@1" - 1000)', truth))  # pixel 0, 0 of band 1 is 1000
    band, values = gdal.Open(truth).ReadAsArray().astype("float64"), result.ReadAsArray()
    assert math.isnan(result.GetRasterBand(1).GetNoDataValue())
    missing = (band[1] == 2030) | (band[0] == 1000)
    assert missing.sum() == 5
    assert (np.isnan(values) == missing).all()
    assert values[~missing] == pytest.approx(band[1][~missing] / (band[0][~missing] - 1000), rel=1e-6)


def test_beside_its_inputs_a_virtual_raster_has_no_data(read_layer, truth):
    result = read_layer(
        virtual('"a@1"', truth, bounds=(499_900, 3_999_700, 500_400, 4_000_100), width=50, height=40)
    )
    values = result.ReadAsArray()
    assert (values[10:, 10:] == gdal.Open(truth).ReadAsArray()[0]).all()
    assert np.isnan(values[:10]).all() and np.isnan(values[:, :10]).all()


def test_a_virtual_raster_of_many_blocks_has_no_seams(read_layer, make_raster):
    path = make_raster("large.tif", bands=1, size=(2500, 1100))
    bounds = (500_000, 3_989_000, 525_000, 4_000_000)
    result = read_layer(virtual('"a@1" + 1', path, bounds=bounds, width=2500, height=1100))
    assert (result.ReadAsArray() == gdal.Open(path).ReadAsArray() + 1.0).all()


def test_a_whole_run_with_a_virtual_raster(run_classify, truth):
    # From the middle of column 3 and row 5 to the edge of column 10 and row 12.
    extent = QgsRectangle(500_035, 3_999_880, 500_100, 3_999_945)
    result = run_classify(virtual('"a@1" * 2', truth), EXTENT=extent)
    assert result.GetGeoTransform() == (500_030, 10, 0, 3_999_950, 0, -10)
    assert (result.ReadAsArray() == 2.0 * gdal.Open(truth).ReadAsArray()[0, 5:12, 3:10]).all()


# GDAL's VRT files


def test_a_vrt_file_is_read_from_anywhere(read_layer, assert_same_raster, truth, tmp_path, monkeypatch):
    gdal.Translate(str(tmp_path / "a.vrt"), truth, format="VRT").FlushCache()
    assert 'relativeToVRT="1">truth.tif<' in (tmp_path / "a.vrt").read_text()
    monkeypatch.chdir("/")
    assert LayerSource("INPUT", gdal_layer(str(tmp_path / "a.vrt"))).path
    assert_same_raster(read_layer(gdal_layer(str(tmp_path / "a.vrt"))), gdal.Open(truth))


def test_a_vrt_file_of_what_only_qgis_has_is_written(
    read_layer, run_classify, assert_same_raster, truth, tmp_path
):
    gdal.Translate("/vsimem/of.tif", truth).FlushCache()
    gdal.Translate(str(tmp_path / "a.vrt"), "/vsimem/of.tif", format="VRT").FlushCache()
    assert_same_raster(read_layer(gdal_layer(str(tmp_path / "a.vrt"))), gdal.Open(truth))
    assert_same_raster(run_classify(gdal_layer(str(tmp_path / "a.vrt"))), gdal.Open(truth))
    gdal.Unlink("/vsimem/of.tif")


def test_a_text_that_is_a_vrt_is_written(read_layer, run_classify, assert_same_raster, truth):
    assert_same_raster(read_layer(gdal_layer(text_of(truth))), gdal.Open(truth))
    assert_same_raster(run_classify(gdal_layer(text_of(truth))), gdal.Open(truth))


def test_bands_may_have_different_values_for_no_data(read_layer, assert_same_raster, make_raster):
    """Which a GeoTIFF itself cannot say; nor that one band has none."""
    first, second, third = (make_raster(f"{n}.tif", bands=1) for n in "abc")
    gdal.Translate("/vsimem/1.tif", first, noData=1030).FlushCache()
    gdal.Translate("/vsimem/2.tif", second, noData=1040).FlushCache()
    text = text_of("/vsimem/1.tif", "/vsimem/2.tif", third)
    result = read_layer(gdal_layer(text))
    assert [result.GetRasterBand(band).GetNoDataValue() for band in (1, 2, 3)] == [1030, 1040, None]
    assert_same_raster(result, gdal.Open(text))
    for path in ("/vsimem/1.tif", "/vsimem/2.tif"):
        gdal.Unlink(path)


def test_bands_of_different_types_are_written_in_one_that_holds_all(read_layer, make_raster):
    paths = [make_raster("a.tif", bands=1), "/vsimem/b.tif"]
    gdal.Translate(
        paths[1], paths[0], outputType=gdal.GDT_Float64, scaleParams=[[0, 1, 0.1, 1.1]]
    ).FlushCache()
    result = read_layer(gdal_layer(text_of(*paths)))
    gdal.Unlink(paths[1])
    whole = gdal.Open(paths[0]).ReadAsArray()
    assert result.GetRasterBand(1).DataType == gdal.GDT_Float64
    assert (result.ReadAsArray()[0] == whole).all()
    assert result.ReadAsArray()[1] == pytest.approx(whole + 0.1)


@pytest.mark.skipif(not os.environ.get("FINER_ENGINE_PYTHON"), reason="FINER_ENGINE_PYTHON names no engine")
def test_the_real_engine_makes_the_same_of_a_virtual_raster_as_of_the_file(
    run_algorithm, context, make_raster, tmp_path
):
    grey = make_raster("dark.tif")
    path = str(tmp_path / "aerial.tif")
    options = {"outputType": gdal.GDT_Byte, "scaleParams": [[1000, 4400, 0, 255]]}
    gdal.Translate(path, grey, **options).FlushCache()
    made = []
    for name, source in (("file", path), ("virtual", text_of(path))):
        layer = QgsRasterLayer(source, name, "gdal")
        context.temporaryLayerStore().addMapLayer(layer)
        made.append(str(tmp_path / f"{name}_sr.tif"))
        run_algorithm("classify_pixels", INPUT=layer.id(), MODEL=str(MODEL), DEVICE="cpu", OUTPUT=made[-1])
    file, virtual = map(gdal.Open, made)
    assert file.RasterXSize == 160 and file.ReadAsArray().std() > 1
    assert (file.ReadAsArray() == virtual.ReadAsArray()).all()
    assert file.GetGeoTransform() == virtual.GetGeoTransform()


# Rasters in memory


def test_a_raster_in_memory_is_written(read_layer, run_classify, assert_same_raster, truth):
    pixels = np.ascontiguousarray(gdal.Open(truth).ReadAsArray())
    gdal.SetConfigOption("GDAL_MEM_ENABLE_OPEN", "YES")  # GDAL 3.10 asks for it
    layer = gdal_layer(
        f"MEM:::DATAPOINTER={pixels.ctypes.data},PIXELS=40,LINES=30,BANDS=4,DATATYPE=UInt16,"
        "GEOTRANSFORM=500000/10/0/4000000/0/-10"
    )
    assert (read_layer(layer).ReadAsArray() == pixels).all()
    result = run_classify(layer)
    assert (result.ReadAsArray() == pixels).all()
    assert result.GetGeoTransform() == gdal.Open(truth).GetGeoTransform()


@pytest.mark.parametrize(
    ("kind", "nodata"),
    [(gdal.GDT_Byte, 3), (gdal.GDT_Int16, -9999), (gdal.GDT_Float32, -3.4028234663852886e38),
     (gdal.GDT_Float64, float("-inf")), (gdal.GDT_UInt32, None)],
)  # fmt: skip
def test_types_and_values_for_no_data_are_kept(read_layer, assert_same_raster, make_raster, kind, nodata):
    gdal.Translate(
        "/vsimem/k.tif", make_raster("a.tif", names=NAMES), outputType=kind, noData=nodata
    ).FlushCache()
    assert_same_raster(read_layer(gdal_layer("/vsimem/k.tif")), gdal.Open("/vsimem/k.tif"))
    gdal.Unlink("/vsimem/k.tif")


@pytest.mark.parametrize(
    "options",
    [
        ["PHOTOMETRIC=MINISBLACK", "ALPHA=NO"],
        ["PHOTOMETRIC=RGB", "ALPHA=NO"],
        ["PHOTOMETRIC=RGB", "ALPHA=YES"],
    ],
)
def test_a_fourth_band_is_opacity_only_where_the_layer_says_so(
    read_layer, assert_same_raster, make_raster, options
):
    """Else infrared would be left out as a mask: GDAL takes the fourth band of bytes for one if it is not told."""
    colours = {"outputType": gdal.GDT_Byte, "scaleParams": [[1000, 4400, 0, 255]], "creationOptions": options}
    gdal.Translate("/vsimem/c.tif", make_raster("a.tif"), **colours).FlushCache()
    truth = gdal.Open("/vsimem/c.tif")
    is_alpha = truth.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    assert is_alpha == ("ALPHA=YES" in options)
    assert_same_raster(read_layer(gdal_layer("/vsimem/c.tif")), truth)
    gdal.Unlink("/vsimem/c.tif")


def test_what_the_user_calls_no_data_is_marked(read_layer, make_raster):
    """In the layer's properties, "Additional no data value"."""
    gdal.Translate("/vsimem/u.tif", make_raster("a.tif", bands=2)).FlushCache()
    layer = gdal_layer("/vsimem/u.tif")
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(1000, 1009), QgsRasterRange(1200, 1200)])
    result, truth = read_layer(layer), gdal.Open("/vsimem/u.tif").ReadAsArray()
    band = result.GetRasterBand(1)
    called = ((truth[0] >= 1000) & (truth[0] <= 1009)) | (truth[0] == 1200)
    assert band.GetNoDataValue() == 1000
    assert ((result.ReadAsArray()[0] == 1000) == called).all()
    assert (result.ReadAsArray()[0][~called] == truth[0][~called]).all()
    assert result.GetRasterBand(2).GetNoDataValue() is None
    assert (result.ReadAsArray()[1] == truth[1]).all()
    gdal.Unlink("/vsimem/u.tif")


def test_a_raster_without_any_data_is_an_error(read_layer, make_raster):
    path = make_raster("a.tif", bands=1)
    gdal.Translate("/vsimem/n.tif", path, noData=7, scaleParams=[[0, 60000, 7, 7]]).FlushCache()
    with pytest.raises(FinerError, match="returned no pixels for this extent"):
        read_layer(gdal_layer("/vsimem/n.tif"))
    gdal.Unlink("/vsimem/n.tif")
