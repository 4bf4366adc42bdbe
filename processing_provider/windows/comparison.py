"""Two layers side by side, moved together and coloured alike: what super-resolution has done."""

from __future__ import annotations

import re

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox, QgsMapToolPan
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QCheckBox, QDialog, QGridLayout

from ..layers.styling import Look
from ..translation import tr

RESULT = re.compile(r"^(.*) SR ×\d+$")
"""How a result is named after its layer, in any language."""


class ComparisonWindow(QDialog):
    """Left a layer, right what was made of it."""

    def __init__(self, layer=None, near=None, parent=None):
        """`layer` is the one to start with, and `near` a canvas whose extent to start from."""
        super().__init__(parent)
        self.setAttribute(
            Qt.WidgetAttribute.WA_DeleteOnClose
        )  # its boxes follow the project as long as it lives
        self.setWindowTitle(tr("Compare two layers"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.resize(1000, 560)
        self.alike = QCheckBox(tr("Colour the right one like the left one"), self)
        self.alike.setChecked(True)
        self.boxes = [QgsMapLayerComboBox(self) for _ in range(2)]
        self.canvases = [QgsMapCanvas(self) for _ in range(2)]
        self._shown, self._is_moving = [], False
        layout = QGridLayout(self)
        for column, (box, canvas) in enumerate(zip(self.boxes, self.canvases)):
            box.setFilters(QgsMapLayerProxyModel.RasterLayer)
            canvas.setCanvasColor(self.palette().base().color())
            canvas.setMapTool(QgsMapToolPan(canvas))
            canvas.extentsChanged.connect(lambda canvas=canvas: self._follow(canvas))
            layout.addWidget(box, 0, column)
            layout.addWidget(canvas, 1, column)
            layout.setColumnStretch(column, 1)
        layout.setRowStretch(1, 1)
        layout.addWidget(self.alike, 2, 0, 1, 2)
        for box, start in zip(self.boxes, pair(layer)):
            box.setLayer(start)
            box.layerChanged.connect(lambda _: self.show_layers())
        self.alike.toggled.connect(lambda _: self.show_layers())
        self._near = near
        self.show_layers()

    def show_layers(self):
        """Show what the boxes say: copies, so that the project's layers keep their colours."""
        first, second = (box.currentLayer() for box in self.boxes)
        self._shown = [layer.clone() if layer else None for layer in (first, second)]
        if all(self._shown) and self.alike.isChecked():
            look = Look(first, first.rasterUnitsPerPixelX())
            for layer in self._shown:  # the left one too, since a look is opaque
                look.show(layer)
        for canvas, layer in zip(self.canvases, self._shown):
            if first:
                canvas.setDestinationCrs(first.crs())
            canvas.setLayers([layer] if layer else [])
            canvas.refresh()

    def showEvent(self, event):
        super().showEvent(event)
        near, self._near = self._near, None
        QTimer.singleShot(0, lambda: self._begin(near))  # when the maps have their size

    def _begin(self, near):
        """Where the map is, if the layer is there; else the whole layer."""
        first = self.boxes[0].currentLayer()
        if not first:
            return
        extent = first.extent()
        if near and near.mapSettings().destinationCrs() == first.crs() and near.extent().intersects(extent):
            extent = near.extent()
        for canvas in self.canvases:
            canvas.setExtent(extent)
            canvas.refresh()

    def _follow(self, moved):
        """Bring the other map to where this one was moved."""
        if self._is_moving:
            return
        self._is_moving = True
        try:
            for canvas in self.canvases:
                if canvas is not moved:
                    canvas.setExtent(moved.extent())
                    canvas.refresh()
        finally:
            self._is_moving = False


def pair(layer):
    """A layer and what was made of it, as far as their names tell, begun with either of them."""
    rasters = [
        each for each in QgsProject.instance().mapLayers().values() if isinstance(each, QgsRasterLayer)
    ]
    if layer not in rasters:
        layer = next((each for each in rasters if RESULT.match(each.name())), rasters[0] if rasters else None)
    if layer is None:
        return None, None
    of_result = RESULT.match(layer.name())
    if of_result:
        source = next((each for each in rasters if each.name() == of_result.group(1)), layer)
        return source, layer
    result = next(
        (
            each
            for each in rasters
            if RESULT.match(each.name()) and RESULT.match(each.name()).group(1) == layer.name()
        ),
        None,
    )
    return layer, result or next((each for each in rasters if each is not layer), layer)
