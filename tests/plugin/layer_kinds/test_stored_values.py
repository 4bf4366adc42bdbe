"""Layers whose values QGIS shows otherwise than the file stores them: with a scale, a colour table, a sign."""

import numpy as np
import pytest
from finer.processing_provider.errors import FinerError
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterRange

UTM31 = QgsCoordinateReferenceSystem("EPSG:32631")


@pytest.fixture
def write(make_raster, open_layer, tmp_path):
    """`write(pixels, …)` writes a GeoTIFF; the layer of it is read through QGIS, as its CRS was set by hand."""

    def make(pixels, kind=None, *, scale=None, nodata=None, table=None, options=()):
        place = gdal.Open(make_raster("place.tif"))
        kind = (
            kind
            or {"uint8": 1, "uint16": 2, "int16": 3, "uint32": 4, "int32": 5, "float32": 6, "float64": 7}[
                str(pixels.dtype)
            ]
        )
        path = str(tmp_path / "a & b.tif")
        bands, rows, columns = pixels.shape
        dataset = gdal.GetDriverByName("GTiff").Create(path, columns, rows, bands, kind, list(options))
        dataset.SetGeoTransform(place.GetGeoTransform())
        dataset.SetProjection(place.GetProjection())
        for number, values in enumerate(pixels, 1):
            band = dataset.GetRasterBand(number)
            if table:
                colours = gdal.ColorTable()
                for index, colour in table.items():
                    colours.SetColorEntry(index, colour)
                band.SetColorTable(colours)
            if nodata is not None:
                band.SetNoDataValue(nodata)
            if scale:
                band.SetScale(scale[0])
                band.SetOffset(scale[1])
                band.SetUnitType("K")
            band.WriteArray(values)
        dataset = band = None  # which writes it
        layer = open_layer(path, scale[0] if scale else 1)
        assert layer.isValid()
        layer.setCrs(UTM31)
        return layer

    return make


def values(dtype, low, high):
    return np.random.default_rng(0).integers(low, high, (2, 30, 40)).astype(dtype)


def pixels_of(dataset):
    return dataset.ReadAsArray().reshape(dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize)


@pytest.mark.parametrize("where", ("read_layer", "run_classify"))
@pytest.mark.parametrize(
    "pixels, scale",
    [
        (values("uint16", 1, 65535), (1e-4, -0.1)),
        (values("uint16", 1, 65535), (0.00341802, 149.0)),
        (values("uint8", 0, 255), (0.5, 1e6)),
        (values("int16", -9000, 9000), (-0.01, 3.0)),
        (values("uint32", 1, 2**32 - 1), (1e-3, 0.0)),
        (values("float64", 0, 1000) / 7 + 1e7, (1e-3, 5.0)),
    ],
)
def test_values_are_the_stored_ones_and_scale_offset_and_unit_are_kept(request, write, where, pixels, scale):
    read = request.getfixturevalue(where)(write(pixels, scale=scale, nodata=7))
    np.testing.assert_array_equal(pixels_of(read), pixels)
    assert pixels_of(read).dtype == pixels.dtype
    for number in (1, 2):
        band = read.GetRasterBand(number)
        assert (band.GetScale(), band.GetOffset() or 0.0) == scale
        assert band.GetUnitType() == "K" or where == "run_classify"  # which copies the raster without it
        assert band.GetNoDataValue() == 7


def test_additional_nodata_is_meant_as_qgis_shows_values(read_layer, write):
    pixels = values("uint16", 1000, 1010)
    layer = write(pixels, scale=(0.1, -3.0), nodata=7)
    for band in (1, 2):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(97.5, 97.5)])  # 1005
    read = pixels_of(read_layer(layer))
    np.testing.assert_array_equal(read, np.where(pixels == 1005, 7, pixels))


def test_a_unit_alone_is_kept(read_layer, write):
    read = read_layer(write(values("float32", 0, 9), scale=(1.0, 0.0)))
    assert read.GetRasterBand(2).GetUnitType() == "K"


TABLE = {0: (0, 0, 0, 255), 1: (10, 200, 30, 255), 2: (7, 8, 9, 255), 3: (90, 80, 70, 255)}
COLOURS = np.array([TABLE[i][:3] for i in range(4)], "uint8")


@pytest.mark.parametrize("nodata", (None, 3))
def test_a_colour_table_becomes_bands(read_layer, write, nodata):
    pixels = values("uint8", 0, 4)[:1]
    read = read_layer(write(pixels, table=TABLE, nodata=nodata))
    seen = pixels_of(read)
    valid = np.ones(pixels[0].shape, bool) if nodata is None else pixels[0] != nodata
    np.testing.assert_array_equal(seen[:3, valid], COLOURS[pixels[0]].transpose(2, 0, 1)[:, valid])
    names = [read.GetRasterBand(n).GetColorInterpretation() for n in range(1, read.RasterCount + 1)]
    assert names[:3] == [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand]
    if nodata is not None:
        assert names[3:] == [gdal.GCI_AlphaBand]
        np.testing.assert_array_equal(seen[3] == 255, valid)


def test_bytes_keep_their_sign(read_layer, write):
    pixels = values("int16", -128, 127)
    if hasattr(gdal, "GDT_Int8"):
        read = read_layer(write(pixels, gdal.GDT_Int8, nodata=-7))
        np.testing.assert_array_equal(pixels_of(read), pixels)
    else:
        signed = ["PIXELTYPE=SIGNEDBYTE"]
        read = read_layer(
            write(pixels.astype("int8").view("uint8"), gdal.GDT_Byte, nodata=-7, options=signed)
        )
        assert read.GetRasterBand(2).GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE"
        np.testing.assert_array_equal(pixels_of(read).view("int8"), pixels)
    assert read.GetRasterBand(2).GetNoDataValue() == -7


def test_a_scale_that_cannot_be_undone_is_refused(read_layer, write, monkeypatch):
    monkeypatch.setattr("finer.processing_provider.layers.stored_values._open", lambda name, options: None)
    with pytest.raises(FinerError, match="cannot be read through QGIS: save it as a GeoTIFF"):
        read_layer(write(values("uint16", 1, 9), scale=(1e-4, 0.0)))
