"""One picture of the window that tries models: bicubic resampling, or what a model makes of the same pixels."""

from __future__ import annotations

from html import escape

from qgis.core import Qgis, QgsBilinearRasterResampler, QgsCubicRasterResampler, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QPushButton

from ..translation import tr
from .linked_canvases import create_canvas

WIDTH = 280  # screen pixels of a picture at least


class TrialPanel(QObject):
    """A picture with a heading and a text below it; with models, a list of them and a button to use the current one.

    Args:
        models: those that may be tried; none for bicubic resampling.
        chosen: which of them is the first.
        parent: the window.
    """

    model_changed, wanted = pyqtSignal(), pyqtSignal()

    def __init__(self, models, chosen, parent):
        super().__init__(parent)
        self._models, self._layer = models, None
        self.canvas, self.text = create_canvas(parent), QLabel(parent)
        self.canvas.setMinimumSize(WIDTH, WIDTH)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setOpenExternalLinks(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        if not models:
            self.heading, self.use = QLabel(tr("Bicubic resampling"), parent), QLabel(parent)
            return
        self.heading, self.use = QComboBox(parent), QPushButton(tr("Use this model…"), parent)
        self.heading.addItems([model.name for model in models])
        self.heading.setCurrentIndex(chosen)
        self.heading.currentIndexChanged.connect(lambda _: self.model_changed.emit())
        self.use.setAutoDefault(False)
        self.use.clicked.connect(lambda _=False: self.wanted.emit())

    def widgets(self):
        """Return the panel's widgets from top to bottom."""
        return self.heading, self.canvas, self.text, self.use

    def model(self):
        """Return the current model; None for bicubic resampling."""
        return self._models[self.heading.currentIndex()] if self._models else None

    def show_layer(self, layer):
        """Show a layer, which becomes this panel's own, by bicubic resampling to the pixels of the screen; None for nothing."""
        self._layer = layer
        if layer is not None:
            draw_bicubically(layer)
        self.canvas.setLayers([layer] if layer else [])
        self.canvas.refresh()

    def show_problem(self, text):
        """Show why there is no picture, as rich text."""
        self.text.setText(text)

    def show_text(self, text, warnings=()):
        """Show a line of plain text, and warnings below it."""
        marked = (f'<span style="color:#b45309">⚠ {escape(each)}</span>' for each in warnings)
        self.text.setText("<br>".join([escape(text), *marked] if text else marked))


def draw_bicubically(layer):
    """Have QGIS draw a raster layer by bicubic resampling, of the pixels that the file has."""
    layer.setResamplingStage(Qgis.RasterResamplingStage.ResampleFilter)
    resampling = layer.resampleFilter()
    resampling.setZoomedInResampler(QgsCubicRasterResampler())
    resampling.setZoomedOutResampler(QgsBilinearRasterResampler())


def open_result(path, style):
    """Return the layer of a result, coloured with the style of the layer it was made from."""
    layer = QgsRasterLayer(path, style.name)
    style.apply(layer)
    return layer
