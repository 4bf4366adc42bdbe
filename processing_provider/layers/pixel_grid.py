"""The grid of pixels that is read from a layer."""

from __future__ import annotations

import math
from typing import NamedTuple

from qgis.core import QgsRasterInterface, QgsRectangle

from ..errors import ParameterError

MOST_PIXELS = 2**30
"""Read from an online layer at most: 32768 × 32768, which is 16384 tiles of 256."""


class PixelGrid(NamedTuple):
    """A rectangle in map units, divided into pixels."""

    rectangle: QgsRectangle
    columns: int
    rows: int

    @property
    def pixel_width(self):
        """Width of a pixel in map units."""
        return self.rectangle.width() / self.columns

    @property
    def pixel_height(self):
        """Height of a pixel in map units."""
        return self.rectangle.height() / self.rows

    def part(self, window):
        """Return the rectangle of a window: its left, top, right and bottom edges in pixels of the grid."""
        left, top, right, bottom = window
        x, y = self.rectangle.xMinimum(), self.rectangle.yMaximum()
        return QgsRectangle(
            x + left * self.pixel_width,
            y - bottom * self.pixel_height,
            x + right * self.pixel_width,
            y - top * self.pixel_height,
        )


def has_pixel_size(layer):
    """Return whether a layer has pixels of its own, unlike an online layer."""
    return bool(layer.dataProvider().capabilities() & QgsRasterInterface.Capability.Size)


def align_grid(key, layer, extent, resolution):
    """Return the whole pixels of a layer that touch an extent.

    Args:
        key: the parameter that the layer was given in, for errors.
        layer: the raster layer.
        extent: a `QgsRectangle` in its CRS; None for all of it.
        resolution: pixel size of a layer that has none of its own, in map units; the grid starts at the CRS' origin.

    Raises:
        FinerError: `extent` or `resolution` is missing, or there are no pixels, or too many.
    """
    provider, names = layer.dataProvider(), {"layer": layer.name(), "name": key, "resolution": "RESOLUTION"}
    whole, is_sized = provider.extent(), has_pixel_size(layer)
    if is_sized:
        left, top = whole.xMinimum(), whole.yMaximum()
        width, height = whole.width() / provider.xSize(), whole.height() / provider.ySize()
        limits = (0, provider.xSize(), 0, provider.ySize())
    elif not extent or not resolution:
        raise ParameterError(
            "{layer} ({name}) has no pixel size of its own: set EXTENT to the part to fetch and {resolution} to the "
            "pixel size.",
            **names,
        )
    else:
        left, top, width, height = 0.0, 0.0, resolution, resolution
        limits = (
            math.floor(whole.xMinimum() / width),
            math.ceil(whole.xMaximum() / width),
            math.floor(-whole.yMaximum() / height),
            math.ceil(-whole.yMinimum() / height),
        )
    wanted = extent or whole
    first = max(limits[0], _floor((wanted.xMinimum() - left) / width))
    last = min(limits[1], _ceil((wanted.xMaximum() - left) / width))
    upper = max(limits[2], _floor((top - wanted.yMaximum()) / height))
    lower = min(limits[3], _ceil((top - wanted.yMinimum()) / height))
    columns, rows = last - first, lower - upper
    if columns < 1 or rows < 1:
        raise ParameterError("EXTENT does not touch {layer} ({name}).", layer=layer.name(), name=key)
    if not is_sized and columns * rows > MOST_PIXELS:
        raise ParameterError(
            "{layer} ({name}) would be {columns} × {rows} pixels: set a smaller EXTENT or a larger {resolution}.",
            columns=columns,
            rows=rows,
            **names,
        )
    bounds = (left + first * width, top - lower * height, left + last * width, top - upper * height)
    return PixelGrid(QgsRectangle(*bounds), columns, rows)


def _floor(position):
    return math.floor(position + 1e-6)  # an edge on the grid, but for rounding, adds no pixel


def _ceil(position):
    return math.ceil(position - 1e-6)
