"""How a result is shown: as the layer it was made from, so that the two can be compared."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProcessingLayerPostProcessorInterface, QgsRasterLayer, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from .translation import tr

BAND_ACCESS = {
    "multibandcolor": (("redBand", "setRedBand"), ("greenBand", "setGreenBand"), ("blueBand", "setBlueBand")),
    "singlebandgray": (("grayBand", "setGrayBand"),),
    "singlebandpseudocolor": (("band", "setBand"),),
    "hillshade": (("band", "setBand"),),
}
"""Renderer type -> getter and setter of each band it shows."""


class Look:
    """Symbology of a layer, its name and pixel size, taken while the layer is at hand."""

    def __init__(self, layer, pixel_size, bands=()):
        """`bands` are the layer's bands that became the result's, in this order; none means the first ones."""
        self.name, self.pixel_size, self.bands = layer.name(), pixel_size, list(bands)
        self.document = QDomDocument()
        layer.exportNamedStyle(self.document, QgsReadWriteContext(), QgsMapLayer.StyleCategory.Symbology)

    def give_to(self, path, label, context):
        """Have the raster in `path` named and shown like this once Processing loads it, if it does."""
        if not context.willLoadLayerOnCompletion(path):
            return
        details = context.layerToLoadOnCompletionDetails(path)
        if details.name in ("", label):  # not a name that a model or the user chose
            details.name = self._name_for(path)
        details.setPostProcessor(_Stylist(self))

    def _name_for(self, path):
        result = QgsRasterLayer(path, "")
        finer = result.rasterUnitsPerPixelX() if result.isValid() else 0
        scale = round(self.pixel_size / finer) if finer else 0
        return tr("{layer} SR ×{scale}", layer=self.name, scale=scale) if scale else f"{self.name} SR"

    def show(self, layer):
        """Give a layer this look; leave it as it is where that is impossible."""
        before = QDomDocument()
        layer.exportNamedStyle(before, QgsReadWriteContext(), QgsMapLayer.StyleCategory.Symbology)
        taken, _ = layer.importNamedStyle(self.document, QgsMapLayer.StyleCategory.Symbology)
        if not taken or not self._remap(layer):
            layer.importNamedStyle(before, QgsMapLayer.StyleCategory.Symbology)
        layer.renderer().setOpacity(1)
        layer.triggerRepaint()

    def _remap(self, layer):
        """Point the renderer at the result's bands; whether it could be done."""
        renderer, count = layer.renderer(), layer.bandCount()
        order = self.bands or list(range(1, count + 1))
        if renderer.type() not in BAND_ACCESS:
            return False  # classes and contours say nothing of finer pixels
        for get, put in BAND_ACCESS[renderer.type()]:
            band = getattr(renderer, get)()
            if band < 1:
                continue  # this colour shows no band
            if band not in order or order.index(band) >= count:
                return False
            getattr(renderer, put)(order.index(band) + 1)
        renderer.setAlphaBand(-1)
        return True


class _Stylist(QgsProcessingLayerPostProcessorInterface):
    """Runs in the main thread when the result is in the project."""

    waiting = set()  # QGIS keeps no reference, and what Python lets go of never runs

    def __init__(self, look):
        super().__init__()
        self.look = look
        self.waiting.add(self)

    def postProcessLayer(self, layer, context, feedback):
        self.waiting.discard(self)
        if isinstance(layer, QgsRasterLayer):
            self.look.show(layer)
