"""Whether a layer's file declares what its values mean."""

from __future__ import annotations


def has_scale(layer):
    """Return whether a band of the layer has a scale or an offset, so that QGIS shows other values than are stored."""
    provider = layer.dataProvider()
    bands = range(1, layer.bandCount() + 1)
    return any((provider.bandScale(band), provider.bandOffset(band)) != (1.0, 0.0) for band in bands)
