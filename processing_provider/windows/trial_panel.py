"""One picture of the window that tries models: bicubic resampling, or what a model makes of the same pixels."""

from __future__ import annotations

from html import escape

from qgis.core import Qgis, QgsBilinearRasterResampler, QgsCubicRasterResampler, QgsRasterLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ..translation import tr
from .linked_canvases import create_canvas

WIDTH = 280  # screen pixels of a picture at least


class TrialPanel(QWidget):
    """A picture with a heading and a line below it; with models, a list of them and a button to use the current one.

    Args:
        models: those that may be tried; none for bicubic resampling.
        chosen: which of them is the first.
    """

    model_changed, wanted = pyqtSignal(), pyqtSignal()

    def __init__(self, models, chosen, parent):
        super().__init__(parent)
        self._models, self._layer = models, None
        self.canvas, self.text = create_canvas(self), QLabel(self)
        self.canvas.setMinimumSize(WIDTH, WIDTH)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setMinimumHeight(
            6 * self.text.fontMetrics().lineSpacing()
        )  # so that all pictures are alike
        self.heading, self.use = QComboBox(self), QPushButton(tr("Use this model…"), self)
        self.heading.addItems([model.name for model in models] or [tr("Bicubic resampling")])
        self.heading.setCurrentIndex(chosen)
        self.heading.setEnabled(len(models) > 1)
        self.heading.currentIndexChanged.connect(lambda _: self.model_changed.emit())
        self.use.setAutoDefault(False)
        self.use.clicked.connect(lambda _=False: self.wanted.emit())
        size = self.use.sizePolicy()
        size.setRetainSizeWhenHidden(True)
        self.use.setSizePolicy(size)
        self.use.setVisible(bool(models))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.heading)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.text)
        layout.addWidget(self.use)

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

    def show_text(self, text, warnings=()):
        """Show a line of plain text, and warnings below it."""
        marked = (f'<span style="color:#b45309">⚠ {escape(each)}</span>' for each in warnings)
        self.text.setText("<br>".join([escape(text), *marked] if text else marked))
        self.text.setToolTip(self.text.text())


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
