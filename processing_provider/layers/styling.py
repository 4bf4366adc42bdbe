"""How a result is shown: as the layer it was made from, so that the two can be compared; and what it says of itself."""

from __future__ import annotations

from typing import ClassVar

from qgis.core import (
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsMapLayer,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ..translation import tr
from .layer_source import band_descriptions

BANDS_SHOWN = {
    "multibandcolor": ("redBand", "greenBand", "blueBand"),
    "singlebandgray": ("grayBand",),
    "singlebandpseudocolor": ("band",),
    "hillshade": ("band",),
}
"""Renderer -> its XML attributes that name a band. Classes and contours say nothing of finer pixels."""


class Look:
    """Symbology of a layer, its name and pixel size, taken while the layer is at hand."""

    def __init__(self, layer, pixel_size, bands=None):
        """`bands` are the layer's bands that the user chose to become the result's, in that order."""
        self.name, self.pixel_size, self.bands = layer.name(), pixel_size, bands
        self._descriptions = band_descriptions(layer)
        self._symbology = _symbology(layer)
        self.metadata = None

    def give_to(self, path, label, context, metadata=None):
        """Have the raster in `path` named and shown like this when Processing loads it, if it does.

        `label` is the name Processing would give it by itself; `metadata` is a `QgsLayerMetadata`.
        """
        self.metadata = metadata
        if not context.willLoadLayerOnCompletion(path):
            return
        details = context.layerToLoadOnCompletionDetails(path)
        if details.name in ("", label):  # else a model or the user has named it
            details.name = self._name_for(path)
        details.setPostProcessor(_Stylist(self))

    def show(self, layer):
        """Give a layer this look, or leave it as it is if its bands cannot be shown like that."""
        symbology = self._symbology.cloneNode(True).toDocument()
        # In the document and not in the renderer, since QGIS complains of bands that the result does not have.
        if _remap(symbology.elementsByTagName("rasterrenderer").at(0).toElement(), self._order(layer)):
            layer.importNamedStyle(symbology, QgsMapLayer.StyleCategory.Symbology)
            layer.triggerRepaint()

    def describe(self, layer):
        """Let a layer say what it is and how it came about."""
        if self.metadata:
            self.metadata.setTitle(layer.name())
            self.metadata.setCrs(layer.crs())
            layer.setMetadata(self.metadata)

    def _name_for(self, path):
        result = QgsRasterLayer(path, "")
        scale = round(self.pixel_size / result.rasterUnitsPerPixelX()) if result.isValid() else 0
        return tr("{layer} SR ×{scale}", layer=self.name, scale=scale) if scale else f"{self.name} SR"

    def _order(self, layer):
        """The source's band behind each band of the result: as chosen, else of the same name, else the same."""
        if self.bands:
            return self.bands[: layer.bandCount()]
        found = band_descriptions(layer)
        if all(found) and all(self._descriptions.count(name) == 1 for name in found):
            return [self._descriptions.index(name) + 1 for name in found]
        return list(range(1, layer.bandCount() + 1))


class SpreadLook(Look):
    """Of standard deviations of what was made of a layer: a ramp of its own, from none to much."""

    RAMP = (("#000004", 0.0), ("#b73779", 0.5), ("#fcfdbf", 1.0))
    MOST = 0.98  # share of the pixels below the brightest colour

    def show(self, layer):
        provider = layer.dataProvider()
        _, most = provider.cumulativeCut(1, 0.0, self.MOST, provider.extent(), 250_000)
        renderer = QgsSingleBandPseudoColorRenderer(provider, 1)
        renderer.setClassificationMin(0)
        renderer.setClassificationMax(most if most > 0 else 1)
        (first, _), *between, (last, _) = self.RAMP
        stops = [QgsGradientStop(where, QColor(colour)) for colour, where in between]
        renderer.createShader(QgsGradientColorRamp(QColor(first), QColor(last), False, stops))
        layer.setRenderer(renderer)
        layer.triggerRepaint()

    def _name_for(self, path):
        return tr("{result} uncertainty", result=super()._name_for(path))


class _Stylist(QgsProcessingLayerPostProcessorInterface):
    """Runs in the main thread when the result is in the project."""

    waiting: ClassVar = set()  # QGIS keeps no reference, and what Python lets go of never runs

    def __init__(self, look):
        super().__init__()
        self.look = look
        self.waiting.add(self)

    def postProcessLayer(self, layer, context, feedback):
        self.waiting.discard(self)
        if isinstance(layer, QgsRasterLayer):
            self.look.show(layer)
            self.look.describe(layer)


def _remap(renderer, order):
    """Point a renderer's XML at the bands of the result, opaquely; whether it could be done."""
    for attribute in BANDS_SHOWN.get(renderer.attribute("type"), ()):
        band = int(renderer.attribute(attribute, "-1"))
        if band > 0 and band not in order:
            return False
        if band > 0:  # else this colour shows no band
            renderer.setAttribute(attribute, order.index(band) + 1)
    renderer.setAttribute("alphaBand", -1)
    renderer.setAttribute("opacity", 1)
    return renderer.attribute("type") in BANDS_SHOWN


def _symbology(layer):
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), QgsMapLayer.StyleCategory.Symbology)
    return document
