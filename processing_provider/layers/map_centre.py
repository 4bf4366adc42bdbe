"""The part of a layer in the middle of the map."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsRectangle


def cut_map_middle(layer, canvas, side):
    """Return the extent of `side` × `side` whole pixels of a layer around the middle of the map, and whether the map shows it.

    Where the map's middle is not on the layer, it is around the layer's middle. At the layer's edges it is moved inside; of a
    smaller layer it is as much as there is.

    Args:
        layer: a raster layer with pixels of its own.
        canvas: the map; None where there is none.
        side: pixels.

    Returns:
        A `QgsRectangle` in the layer's CRS, and a bool.
    """
    whole = layer.extent()
    middle = _map_middle(layer, canvas) if canvas else None
    is_shown = middle is not None and whole.contains(middle)
    if not is_shown:
        middle = whole.center()
    width, height = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
    left, columns = _place((middle.x() - whole.xMinimum()) / width, side, layer.width())
    top, rows = _place((whole.yMaximum() - middle.y()) / height, side, layer.height())
    x, y = whole.xMinimum() + left * width, whole.yMaximum() - top * height
    return QgsRectangle(x, y - rows * height, x + columns * width, y), is_shown


def _map_middle(layer, canvas):
    """Return the middle of the map in a layer's CRS; None if it has no place there."""
    settings = canvas.mapSettings()
    crs, target = settings.destinationCrs(), layer.crs()
    try:
        return QgsCoordinateTransform(crs, target, settings.transformContext()).transform(
            settings.visibleExtent().center()
        )
    except QgsCsException:
        return None


def _place(middle, side, length):
    """Return the first of at most `side` pixels around a position in a row of `length`, and how many they are."""
    count = min(side, length)
    return max(0, min(round(middle - count / 2), length - count)), count
