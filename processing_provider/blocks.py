"""The numbers of a layer that the engine cannot open, copied block by block; what of them did not come is noticed."""

from __future__ import annotations

import re
import threading

from qgis.core import Qgis, QgsApplication, QgsRasterBlockFeedback, QgsRectangle
from qgis.PyQt.QtCore import Qt

SIDE = 1024
"""Rows and columns of a block: what map servers give at once, and a whole number of the GeoTIFF's tiles."""

LOWEST = -3.4028234663852886e38
"""What a virtual raster holds where it has nothing, without saying so: the lowest number of 32 bits."""

WCS, POSTGIS = "WCS", "PostGIS"
"""Tags in QGIS' log, the same in all its languages."""

FLOAT32, FLOAT64 = Qgis.DataType.Float32, Qgis.DataType.Float64
SHORT = (Qgis.DataType.Byte, Qgis.DataType.UInt16, Qgis.DataType.Int16, FLOAT32)


class Messages:
    """What QGIS logs in this thread while its block runs: a provider that fails says so there, and only there."""

    def __init__(self):
        self._texts, self._thread = [], threading.get_ident()

    def __enter__(self):
        # Direct, so that it is called in the thread that logs.
        QgsApplication.messageLog().messageReceived.connect(self._hear, Qt.ConnectionType.DirectConnection)
        return self

    def __exit__(self, *exception):
        QgsApplication.messageLog().messageReceived.disconnect(self._hear)

    def taken(self):
        """What was said since this was last asked."""
        texts, self._texts = self._texts, []
        return texts

    def _hear(self, text, tag, *more):
        if tag in (WCS, POSTGIS) and threading.get_ident() == self._thread:
            self._texts.append((tag, text))


def copy(provider, writer, grid, crs, losses, feedback):
    """Copy the pixels of `grid` (rectangle, columns, rows) to the writer's file; whether they could be written.

    The blocks that did not come are told to `losses`; a cancelled copying returns early.
    """
    extent, columns, rows = grid
    across, down = extent.width() / columns, extent.height() / rows
    bands, kind, nodata = range(1, provider.bandCount() + 1), _data_type(provider), nodata_values(provider)
    result = writer.createMultiBandRaster(kind, columns, rows, extent, crs, len(bands))
    if result is None or not (result.isEditable() or result.setEditable(True)):
        return False
    corners = [(left, top) for top in range(0, rows, SIDE) for left in range(0, columns, SIDE)]
    halt = QgsRasterBlockFeedback()
    # Direct, since this thread has no event loop that could deliver a queued call.
    feedback.canceled.connect(halt.cancel, Qt.ConnectionType.DirectConnection)
    try:
        with Messages() as messages:
            for done, (left, top) in enumerate(corners):
                width, height = min(SIDE, columns - left), min(SIDE, rows - top)
                part = QgsRectangle(
                    extent.xMinimum() + left * across,
                    extent.yMaximum() - (top + height) * down,
                    extent.xMinimum() + (left + width) * across,
                    extent.yMaximum() - top * down,
                )
                for band in bands:
                    block = provider.block(band, part, width, height, halt)
                    if feedback.isCanceled():
                        return True
                    said = messages.taken()
                    if _is_lost(provider, block, said):
                        errors = (block.error().message(), provider.error().message())
                        losses.add(_reason([*(text for tag, text in said), *errors]))
                        break
                    if nodata[band - 1] is not None:
                        block.setNoDataValue(nodata[band - 1])
                        block.applyNoDataValues(provider.userNoDataValues(band))
                    if not (block.dataType() == kind or block.convert(kind)):
                        return False
                    if not result.writeBlock(block, band, left, top):
                        return False
                feedback.setProgress(100 * (done + 1) / len(corners))
    finally:
        feedback.canceled.disconnect(halt.cancel)
    return True


def nodata_values(provider):
    """Of each band the value that will mark pixels which are no data; None where all are data."""
    return [_nodata(provider, band) for band in range(1, provider.bandCount() + 1)]


def _nodata(provider, band):
    if provider.sourceHasNoDataValue(band) and provider.useSourceNoDataValue(band):
        return provider.sourceNoDataValue(band)
    if provider.userNoDataValues(band):
        return provider.userNoDataValues(band)[0].min()
    return LOWEST if provider.name() == "virtualraster" else None


def _data_type(provider):
    """One type that holds the numbers of all bands, since a GeoTIFF has one."""
    kinds = {provider.dataType(band) for band in range(1, provider.bandCount() + 1)}
    if len(kinds) == 1:
        return kinds.pop()
    return FLOAT32 if kinds.issubset(SHORT) else FLOAT64


def _is_lost(provider, block, said):
    """Whether a block did not come from a provider, which `said` something in QGIS' log meanwhile."""
    if not provider.isValid():
        return True  # only now it has tried to open its file, and its blocks are what was in memory before
    if any(tag == WCS for tag, text in said):
        return True  # blocks of zeros are valid, whatever the server answered; also those a formula is made of
    if provider.name() == "postgresraster":
        return not block.isValid() and len(said) != 1  # a gap between a table's rasters: one message and no other
    return not block.isValid()


def _reason(said):
    """The shortest useful of several messages: what a database calls the error, else the first."""
    text = " ".join(re.sub(r"<[^>]*>", " ", next(filter(None, said), "")).split())
    error = re.search(r"(?:ERROR|returned \d+ \[)\W*(.{,200})", text)
    return (error.group(1) if error else text[:200]).strip(" ]")
