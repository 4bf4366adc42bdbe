"""Nodata as a layer's properties have it, on its way to the engine."""

import math

import numpy as np
import pytest
from finer.processing_provider.layers.layer_nodata import layer_nodata, marking_value
from finer.processing_provider.layers.layer_source import LayerSource
from osgeo import gdal
from qgis.core import QgsRasterRange


@pytest.fixture
def layer(open_layer, tmp_path):
    """`layer(nodata=..., scale=...)` opens a GeoTIFF of two bands."""

    def make(nodata=None, scale=1.0, offset=0.0):
        path = str(tmp_path / "in.tif")
        dataset = gdal.GetDriverByName("GTiff").Create(path, 20, 10, 2, gdal.GDT_Int16)
        dataset.SetGeoTransform((500000, 10, 0, 5000000, 0, -10))
        for band in (dataset.GetRasterBand(1), dataset.GetRasterBand(2)):
            band.WriteArray(np.arange(200, dtype="int16").reshape(10, 20))
            if nodata is not None:
                band.SetNoDataValue(nodata)
            if (scale, offset) != (1.0, 0.0):
                band.SetScale(scale)
                band.SetOffset(offset)
        dataset = None
        return open_layer(path, scale)

    return make


def test_a_layer_that_says_nothing_is_a_path(layer):
    raster = layer(nodata=7)
    assert layer_nodata(raster.dataProvider()) == {}
    source = LayerSource("INPUT", raster)
    assert source.job_value() == source.path


def test_additional_values_go_with_the_path(layer):
    raster = layer()
    raster.dataProvider().setUserNoDataValue(1, [QgsRasterRange(0, 0), QgsRasterRange(5, math.nan)])
    source = LayerSource("INPUT", raster)
    value = source.job_value()
    assert value == {"path": source.path, "ranges": [[[0.0, 0.0], [5.0, None]], []], "unused": []}


def test_a_declared_value_that_is_switched_off(layer):
    raster = layer(nodata=7)
    raster.dataProvider().setUseSourceNoDataValue(2, False)
    assert layer_nodata(raster.dataProvider()) == {"ranges": [[], []], "unused": [2]}


@pytest.mark.parametrize(
    ("scale", "offset", "asked", "stored"),
    [(0.1, -10.0, (-9.3, -9.0), [7.0, 10.0]), (-0.1, 0.0, (-1.0, -0.5), [5.0, 10.0]), (0.01, 0.0, (0.29, 0.29), [29.0, 29.0])],
)  # fmt: skip
def test_values_are_those_that_the_file_stores(layer, scale, offset, asked, stored):
    """QGIS compares values after scale and offset, and the engine as they are stored."""
    raster = layer(scale=scale, offset=offset)
    raster.dataProvider().setUserNoDataValue(1, [QgsRasterRange(*asked)])
    assert layer_nodata(raster.dataProvider())["ranges"][0] == [stored]


def test_ends_that_do_not_belong_to_a_range(layer):
    raster = layer()
    raster.dataProvider().setUserNoDataValue(1, [QgsRasterRange(0, 10, QgsRasterRange.Exclusive)])
    ((low, high),) = layer_nodata(raster.dataProvider())["ranges"][0]
    assert 0 < low < 1e-300 and 9.99 < high < 10


@pytest.mark.parametrize(
    ("low", "high", "value"), [(0, 0, 0), (0.5, 9, 1), (0.2, 0.4, 0.2), (math.nan, -5, -5), (3, math.nan, 3)]
)
def test_what_marks_gaps_in_a_copy(low, high, value):
    assert marking_value([QgsRasterRange(low, high)]) == value
