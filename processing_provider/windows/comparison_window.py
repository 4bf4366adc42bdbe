"""A window that compares a layer with its super-resolved version: side by side, moved together, coloured alike."""

from __future__ import annotations

import re

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QCheckBox, QDialog, QGridLayout

from ..layers.styling import LayerStyle
from ..translation import tr
from .linked_canvases import create_canvas, link_extents

RESULT = re.compile(r"^(.*) SR ×\d+$")
"""The name of a result, after that of its layer, in every language."""


class ComparisonWindow(QDialog):
    """Shows a layer on the left and its super-resolved version on the right, in the extent of a canvas at first."""

    def __init__(self, layer=None, start_canvas=None, parent=None):
        super().__init__(parent)
        # Its boxes follow the project as long as it exists.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compare two layers"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.resize(1000, 560)
        self.alike = QCheckBox(tr("Colour the right one like the left one"), self)
        self.alike.setChecked(True)
        self.boxes = [QgsMapLayerComboBox(self) for _ in range(2)]
        self.canvases = [create_canvas(self) for _ in range(2)]
        self._shown = []
        layout = QGridLayout(self)
        for column, (box, canvas) in enumerate(zip(self.boxes, self.canvases)):
            box.setFilters(QgsMapLayerProxyModel.RasterLayer)
            layout.addWidget(box, 0, column)
            layout.addWidget(canvas, 1, column)
            layout.setColumnStretch(column, 1)
        link_extents(self.canvases)
        layout.setRowStretch(1, 1)
        layout.addWidget(self.alike, 2, 0, 1, 2)
        for box, start in zip(self.boxes, find_pair(layer)):
            box.setLayer(start)
            box.layerChanged.connect(lambda _: self.show_layers())
        self.alike.toggled.connect(lambda _: self.show_layers())
        self._start_canvas = start_canvas
        self.show_layers()

    def show_layers(self):
        """Show the layers of the boxes: copies of them, so that the project's layers keep their colours."""
        first, second = (box.currentLayer() for box in self.boxes)
        self._shown = [layer.clone() if layer else None for layer in (first, second)]
        if all(self._shown) and self.alike.isChecked():
            style = LayerStyle(first, first.rasterUnitsPerPixelX())
            for layer in self._shown:  # the left one too, since the style is opaque
                style.apply(layer)
        for canvas, layer in zip(self.canvases, self._shown):
            if first:
                canvas.setDestinationCrs(first.crs())
            canvas.setLayers([layer] if layer else [])
            canvas.refresh()

    def showEvent(self, event):
        super().showEvent(event)
        start, self._start_canvas = self._start_canvas, None
        QTimer.singleShot(0, lambda: self._set_extent(start))  # when the maps have their size

    def _set_extent(self, start):
        """Show the extent of the map to start with if the layer is there, else the whole layer."""
        first = self.boxes[0].currentLayer()
        if not first:
            return
        extent = first.extent()
        if (
            start
            and start.mapSettings().destinationCrs() == first.crs()
            and start.extent().intersects(extent)
        ):
            extent = start.extent()
        for canvas in self.canvases:
            canvas.setExtent(extent)
            canvas.refresh()


def find_pair(layer):
    """Return a layer and its super-resolved version, by their names, found from either of them; Nones without rasters."""
    layers = QgsProject.instance().mapLayers().values()
    rasters = [each for each in layers if isinstance(each, QgsRasterLayer)]
    sources = {each: match.group(1) for each in rasters if (match := RESULT.match(each.name()))}
    if not rasters:
        return None, None
    if layer not in rasters:
        layer = next(iter(sources), rasters[0])
    if layer in sources:
        return next((each for each in rasters if each.name() == sources[layer]), layer), layer
    result = next((each for each, name in sources.items() if name == layer.name()), None)
    return layer, result or next((each for each in rasters if each is not layer), layer)
