"""The style of a result: that of the layer it was made from, so that the two can be compared."""

from __future__ import annotations

from typing import ClassVar

from qgis.core import (
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ..translation import format_number, tr
from .band_names import band_descriptions

LIKELY_SCALES = range(1, 17)
"""How many times finer a result can be."""

BANDS_SHOWN = {
    "multibandcolor": ("redBand", "greenBand", "blueBand"),
    "singlebandgray": ("grayBand",),
    "singlebandpseudocolor": ("band",),
    "hillshade": ("band",),
}
"""Renderer -> its XML attributes that name a band. Classes and contours do not suit finer pixels."""


class LayerStyle:
    """The style, name and pixel size of a layer, for the results that are made from it.

    Args:
        layer: the raster layer; it is not kept.
        pixel_size: its pixel width in map units.
        bands: numbers of its bands that become the result's, in that order; None for all.
        warped: whether a result has pixels of a size that was asked for, which does not say how many times finer it is.
    """

    warped = False

    def __init__(self, layer, pixel_size, bands=None):
        self.name, self.pixel_size, self.bands = layer.name(), pixel_size, bands
        self._descriptions = band_descriptions(layer)
        self._symbology = _symbology(layer)
        self.metadata = None

    def apply_when_loaded(self, path, label, context, metadata=None):
        """Have a result named and styled, with a `QgsLayerMetadata`, when Processing loads it, if it does.

        `label` is the name that Processing would give it.
        """
        self.metadata = metadata
        if not context.willLoadLayerOnCompletion(path):
            return
        details = context.layerToLoadOnCompletionDetails(path)
        if details.name in ("", label):  # else a model or the user has named it
            details.name = self._name_for(path)
        details.setPostProcessor(_StylePostProcessor(self))

    def apply(self, layer):
        """Give a layer this style, or leave it as it is if its bands cannot be shown like that."""
        symbology = self._symbology.cloneNode(True).toDocument()
        # In the document and not in the renderer, since QGIS complains of bands that the result does not have.
        if _remap(symbology.elementsByTagName("rasterrenderer").at(0).toElement(), self._source_bands(layer)):
            layer.importNamedStyle(symbology, QgsMapLayer.StyleCategory.Symbology)
            layer.triggerRepaint()

    def set_metadata(self, layer):
        """Give a layer the metadata that say how it was made."""
        if self.metadata:
            self.metadata.setTitle(layer.name())
            self.metadata.setCrs(layer.crs())
            layer.setMetadata(self.metadata)

    def _name_for(self, path):
        result = QgsRasterLayer(path, "")
        is_scaled = result.isValid() and not self.warped
        scale = self.pixel_size / result.rasterUnitsPerPixelX() if is_scaled else 0
        if round(scale) in LIKELY_SCALES and abs(scale - round(scale)) < 0.01:
            return tr("{layer} SR ×{scale}", layer=self.name, scale=round(scale))
        return f"{self.name} SR"

    def _source_bands(self, layer):
        """Return the source's band for each band of the result: as chosen, else of the same name, else the same."""
        if self.bands:
            return self.bands[: layer.bandCount()]
        names = band_descriptions(layer)
        if all(names) and all(self._descriptions.count(name) == 1 for name in names):
            return [self._descriptions.index(name) + 1 for name in names]
        return list(range(1, layer.bandCount() + 1))


class UncertaintyStyle(LayerStyle):
    """The style of standard deviations of a result: a colour ramp that starts at zero."""

    RAMP = (("#000004", 0.0), ("#b73779", 0.5), ("#fcfdbf", 1.0))
    SHARE = 0.98  # of the pixels, which lie below the brightest colour

    def apply(self, layer):
        # Complete before the layer gets it: QGIS makes the legend's entries then, and not again when labels change.
        layer.setRenderer(self._renderer(layer.dataProvider()))
        layer.triggerRepaint()

    def _renderer(self, provider):
        least, most = self._limits(provider)
        renderer = QgsSingleBandPseudoColorRenderer(provider, 1)
        renderer.setClassificationMin(least)
        renderer.setClassificationMax(most)
        (first, _), *between, (last, _) = self.RAMP
        stops = [QgsGradientStop(where, QColor(colour)) for colour, where in between]
        renderer.createShader(QgsGradientColorRamp(QColor(first), QColor(last), False, stops))
        return renderer

    def _limits(self, provider):
        """Return the values of the first and of the last colour."""
        _, most = provider.cumulativeCut(1, 0.0, self.SHARE, provider.extent(), 250_000)
        return 0, most if most > 0 else 1

    def _name_for(self, path):
        return tr("{result} uncertainty", result=super()._name_for(path))


class LabelledStyle(UncertaintyStyle):
    """A colour ramp with a legend that says what its values mean, by `_label` of its children."""

    def _renderer(self, provider):
        renderer = super()._renderer(provider)
        legend = renderer.shader().rasterShaderFunction()
        items = legend.colorRampItemList()
        for item in items:
            item.label = self._label(item.value)
        legend.setColorRampItemList(items)
        # Otherwise QGIS draws one bar, without these labels.
        legend.legendSettings().setUseContinuousLegend(False)
        return renderer


class ErrorStyle(LabelledStyle):
    """The style of an error map: the ramp of uncertainty, with a legend that says how often the truth lies within.

    Args:
        coverage: percent of the pixels whose truth does.
    """

    def __init__(self, layer, pixel_size, bands=None, coverage=90):
        super().__init__(layer, pixel_size, bands)
        self.coverage = coverage

    def _label(self, value):
        return tr("{coverage} % within ±{value}", coverage=self.coverage, value=format_number(value, ".3g"))

    def _name_for(self, path):
        result = LayerStyle._name_for(self, path)
        return tr("{result} error, {coverage} % within", result=result, coverage=self.coverage)


class DifferenceStyle(LabelledStyle):
    """The style of a consistency layer: a ramp that diverges from zero, which has no colour, to as far on both sides."""

    RAMP = (("#2166ac", 0.0), ("#92c5de", 0.25), ("#f7f7f7", 0.5), ("#f4a582", 0.75), ("#b2182b", 1.0))

    def _limits(self, provider):
        tail = (1 - self.SHARE) / 2
        least, most = provider.cumulativeCut(1, tail, 1 - tail, provider.extent(), 250_000)
        most = max(abs(least), abs(most)) or 1
        return -most, most

    def _label(self, value):
        if value == 0:
            return tr("as the input")
        difference = format_number(abs(value), ".3g")
        if value < 0:
            return tr("{difference} below the input", difference=difference)
        return tr("{difference} above the input", difference=difference)

    def _name_for(self, path):
        return tr("{layer} SR consistency", layer=self.name)


class TrueColourStyle(LayerStyle):
    """Red, green and blue of Sentinel-2 for what is made from no layer: QGIS shows the first three bands.

    Args:
        name: of the layer.
    """

    BANDS = ("B04", "B03", "B02")

    def __init__(self, name):
        self.name, self.metadata = name, None

    def apply(self, layer):
        names = band_descriptions(layer)
        if all(band in names for band in self.BANDS):
            shown = (names.index(band) + 1 for band in self.BANDS)
            layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), *shown))
            layer.setDefaultContrastEnhancement()
            layer.triggerRepaint()

    def _name_for(self, path):
        return self.name


class _StylePostProcessor(QgsProcessingLayerPostProcessorInterface):
    """Applies a style in the main thread when the result is in the project."""

    waiting: ClassVar = set()  # QGIS keeps no reference, and an object without one is deleted before it runs

    def __init__(self, style):
        super().__init__()
        self.style = style
        self.waiting.add(self)

    def postProcessLayer(self, layer, context, feedback):
        self.waiting.discard(self)
        if isinstance(layer, QgsRasterLayer):
            self.style.apply(layer)
            self.style.set_metadata(layer)


def _remap(renderer, order):
    """Make a renderer's XML opaque and name the bands of the result; return whether it has those that are shown."""
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
