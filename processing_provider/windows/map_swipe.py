"""A line across QGIS' map, left of which a layer is shown without those above it."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QColor, QPainter
from qgis.PyQt.QtWidgets import QWidget

HANDLE = 11  # screen pixels: what can be dragged around the line
LEAST = 20  # screen pixels that are left of the map beside the line, so that it can be got hold of


class MapSwipe(QWidget):
    """Shows a layer left of a line that the mouse moves, over a map that is used as before.

    It is a second map upon the first one, cut off at the line, which takes no part in what the mouse does.

    Args:
        canvas: the map.
        layer: what is shown on the left, upon the layers below it; when it is deleted, this ends.
    """

    def __init__(self, canvas, layer):
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._canvas, self.upper, self.line = canvas, QgsMapCanvas(self), SwipeLine(self._move_line, canvas)
        self._layer, self._share = layer, 0.5
        self.upper.setFrameShape(canvas.frameShape())
        self.upper.setCanvasColor(canvas.canvasColor())
        canvas.installEventFilter(self)
        for changed in (
            canvas.extentsChanged,
            canvas.destinationCrsChanged,
            canvas.rotationChanged,
            canvas.magnificationChanged,
        ):
            changed.connect(self._follow)
        canvas.layersChanged.connect(self._show_layers)
        layer.willBeDeleted.connect(self.end)
        self._show_layers()
        self._place()
        self._follow()
        self.show()
        self.line.show()
        self.line.raise_()

    def end(self):
        """Take it off the map."""
        self._canvas.layersChanged.disconnect(self._show_layers)
        self.upper.stopRendering()
        self.upper.setLayers([])
        self.line.hide()
        self.line.deleteLater()
        self.hide()
        self.deleteLater()

    def eventFilter(self, canvas, event):
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _move_line(self, x):
        """Move the line to a column of the map's screen pixels."""
        width = max(1, self._canvas.width())
        self._share = min(max(x, LEAST), width - LEAST) / width
        self._place()

    def _place(self):
        width, height = self._canvas.width(), self._canvas.height()
        x = round(self._share * width)
        self.setGeometry(0, 0, x, height)
        self.upper.setGeometry(0, 0, width, height)
        self.line.setGeometry(x - HANDLE // 2, 0, HANDLE, height)

    def _show_layers(self):
        """Show the layer and those below it, which are seen where it is transparent."""
        shown = self._canvas.layers()
        below = shown[shown.index(self._layer) + 1 :] if self._layer in shown else []
        self.upper.setLayers([self._layer, *below])

    def _follow(self, *_):
        """Show what the map below shows."""
        below, upper = self._canvas, self.upper
        settings = below.mapSettings()
        upper.setDestinationCrs(settings.destinationCrs())
        upper.setRotation(below.rotation())
        upper.setMagnificationFactor(below.magnificationFactor())
        upper.setExtent(settings.extent())  # not that of the canvas, which is larger where the map is rotated
        upper.refresh()


class SwipeLine(QWidget):
    """The line, which calls `move(x)` with the column that the mouse drags it to."""

    def __init__(self, move, canvas):
        super().__init__(canvas)
        self._move = move
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def mouseMoveEvent(self, event):
        self._move(self.mapToParent(event.pos()).x())

    def paintEvent(self, event):
        painter = QPainter(self)
        middle = self.width() // 2
        painter.fillRect(middle - 1, 0, 3, self.height(), QColor("white"))
        painter.fillRect(middle, 0, 1, self.height(), QColor("black"))
