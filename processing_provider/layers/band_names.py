"""Names of a layer's bands."""

from __future__ import annotations

COLOURS = {3: "red", 4: "green", 5: "blue"}
"""Numbers of `QgsRaster.ColorInterpretation` that name a colour."""
OPACITY = 6
"""The number of that of a band that says how opaque pixels are."""


def band_descriptions(layer):
    """Return the bands' names without the `Band 1: ` that QGIS puts before them; empty where a band has none."""
    return [layer.bandName(band).partition(": ")[2] for band in range(1, layer.bandCount() + 1)]


def band_names(layer):
    """Return the bands' descriptions; for a band without one its colour, if the file says it, else an empty text."""
    provider, names = layer.dataProvider(), []
    if layer.bandCount() == 1 and provider.colorTable(1):
        return list(COLOURS.values())  # as which the engine reads it
    for band, text in enumerate(band_descriptions(layer), 1):
        names.append(text or COLOURS.get(_interpretation(provider, band), ""))
    return names


def has_opacity(layer):
    """Return whether a band of the layer is no image, but says how opaque pixels are."""
    provider = layer.dataProvider()
    return any(_interpretation(provider, band) == OPACITY for band in range(1, layer.bandCount() + 1))


def _interpretation(provider, band):
    colour = provider.colorInterpretation(band)
    return getattr(colour, "value", colour)
