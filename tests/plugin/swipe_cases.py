"""The swipe across the map; a case of `window_cases.py`."""

import numpy as np
from catalogue_cases import wait_for
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle


def write_grey(path, value, pixel, clear=0):
    """Write a raster of one value, 400 m × 300 m, whose western `clear` m are transparent."""
    columns, rows = 400 // pixel, 300 // pixel
    dataset = gdal.GetDriverByName("GTiff").Create(path, columns, rows, 4, gdal.GDT_Byte, ["ALPHA=YES"])
    dataset.SetGeoTransform((500_000, pixel, 0, 4_000_000, 0, -pixel))
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).WriteArray(np.full((rows, columns), value, np.uint8))
    opaque = np.full((rows, columns), 255, np.uint8)
    opaque[:, : clear // pixel] = 0
    dataset.GetRasterBand(4).WriteArray(opaque)
    dataset.FlushCache()


def swipes(folder, interface):
    from finer.processing_provider.windows.menu import Menu
    from qgis.PyQt import sip
    from qgis.PyQt.QtCore import QEvent, QPointF, Qt
    from qgis.PyQt.QtGui import QMouseEvent
    from qgis.PyQt.QtWidgets import QApplication

    gdal.UseExceptions()
    write_grey(f"{folder}/base.tif", 130, 10)
    write_grey(f"{folder}/dark.tif", 40, 10, clear=120)
    write_grey(f"{folder}/bright.tif", 220, 5)
    base = QgsRasterLayer(f"{folder}/base.tif", "base map")
    source = QgsRasterLayer(f"{folder}/dark.tif", "town")
    result = QgsRasterLayer(f"{folder}/bright.tif", "town SR ×2")
    QgsProject.instance().addMapLayer(source)
    canvas, menu, shown = interface.canvas, Menu(interface), {}
    interface.window.setCentralWidget(canvas)
    interface.window.resize(640, 480)
    interface.window.show()
    interface.layer = source

    def message():
        return interface.bar.items()[0].text()

    def greys(*wanted):
        """Return the map's colours at four columns, when they are as wanted or long after."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

        def read():
            image = canvas.grab().toImage()
            return [
                image.pixelColor(round(share * image.width()), 200).red() for share in (0.2, 0.4, 0.6, 0.8)
            ]

        wait_for(lambda: read() == list(wanted))
        return read()

    menu.swipe()
    shown["alone"] = [menu._swipe is None, message()]
    QgsProject.instance().addMapLayer(result)
    menu.swipe()
    shown["hidden"] = [menu._swipe is None, message()]
    canvas.setDestinationCrs(source.crs())
    canvas.setLayers([source, result])
    menu.swipe()
    shown["below"] = [menu._swipe is None, message()]
    canvas.setLayers([result, source, base])
    canvas.setExtent(QgsRectangle(500_100, 3_999_800, 500_200, 3_999_900))
    canvas.refresh()
    shown["before"] = greys(220, 220, 220, 220)
    menu.swipe()
    swipe = menu._swipe
    shown["told"] = message()
    shown["swiped"] = greys(130, 40, 220, 220)
    shown["reached"] = [canvas.childAt(100, 200) is each for each in (canvas.viewport(), swipe.line)]
    line = swipe.line
    target = QPointF(line.width() // 2 + 0.2 * canvas.width(), 200)
    left = Qt.MouseButton.LeftButton
    drag = QMouseEvent(QEvent.Type.MouseMove, target, target, left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(line, drag)
    shown["dragged"] = greys(130, 40, 40, 220)
    canvas.setLayers([result, source])
    shown["without_base"] = greys(255, 40, 40, 220)
    canvas.zoomByFactor(0.5)
    canvas.setRotation(30)
    interface.window.resize(800, 500)
    upper = swipe.upper
    wait_for(lambda: upper.size() == canvas.size())
    shown["together"] = [
        upper.extent().toString(2) == canvas.extent().toString(2),
        upper.rotation() == canvas.rotation(),
        upper.size() == canvas.size(),
    ]
    canvas.setRotation(0)
    menu.swipe()
    shown["ended"] = greys(220, 220, 220, 220)
    shown["gone"] = sip.isdeleted(swipe)
    menu.swipe()
    swipe = menu._swipe
    QgsProject.instance().removeMapLayer(source.id())
    shown["after_deletion"] = greys(220, 220, 220, 220)
    shown["gone_too"] = sip.isdeleted(swipe)
    menu.remove()
    return shown
