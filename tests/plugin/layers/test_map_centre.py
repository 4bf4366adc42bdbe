"""The part of a layer in the middle of the map."""

import pytest
from finer.processing_provider.layers.map_centre import cut_map_middle
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize


class Canvas:
    """A map that shows 20 m around a point, which may be given in another coordinate reference system."""

    def __init__(self, x, y, crs="EPSG:32630"):
        utm, crs = QgsCoordinateReferenceSystem("EPSG:32630"), QgsCoordinateReferenceSystem(crs)
        middle = QgsCoordinateTransform(utm, crs, QgsProject.instance()).transform(x, y)
        reach = 20 if not crs.isGeographic() else 2e-4
        self.settings = QgsMapSettings()
        self.settings.setOutputSize(QSize(100, 100))
        self.settings.setDestinationCrs(crs)
        self.settings.setExtent(
            QgsRectangle(middle.x() - reach, middle.y() - reach, middle.x() + reach, middle.y() + reach)
        )

    def mapSettings(self):
        return self.settings


@pytest.fixture
def layer(make_raster):
    """40 × 30 pixels of 10 m, from 500000 to 500400 E and from 3999700 to 4000000 N."""
    return QgsRasterLayer(make_raster("a.tif"), "a")


@pytest.mark.parametrize(
    ("map_middle", "bounds", "is_shown"),
    [
        ((500_154, 3_999_846), (500_110, 3_999_810, 500_190, 3_999_890), True),  # whole pixels around it
        ((500_003, 3_999_702), (500_000, 3_999_700, 500_080, 3_999_780), True),  # inside at the edges
        ((500_398, 3_999_998), (500_320, 3_999_920, 500_400, 4_000_000), True),
        ((600_000, 3_999_846), (500_160, 3_999_810, 500_240, 3_999_890), False),  # the layer's middle
        ((500_154, 3_999_846, "EPSG:4326"), (500_110, 3_999_810, 500_190, 3_999_890), True),
        (None, (500_160, 3_999_810, 500_240, 3_999_890), False),
    ],
)
def test_it_is_whole_pixels_around_the_middle_of_the_map(layer, map_middle, bounds, is_shown):
    extent, shown = cut_map_middle(layer, map_middle and Canvas(*map_middle), 8)
    found = extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()
    assert found == pytest.approx(bounds, abs=1e-6)
    assert shown == is_shown


def test_of_a_small_layer_it_is_all(layer):
    extent, _ = cut_map_middle(layer, Canvas(500_154, 3_999_846), 96)
    assert extent == layer.extent()
