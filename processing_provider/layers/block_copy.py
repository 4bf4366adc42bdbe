"""The numbers of a layer that the engine cannot open, copied block by block; what of them did not come is noticed."""

from __future__ import annotations

import math
import re
import threading

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsException,
    QgsRaster,
    QgsRasterBlock,
    QgsRasterBlockFeedback,
    QgsRasterRange,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt

from ..errors import FinerError
from .postgis import Tiles

SIDE = 1024
"""Rows and columns of a block: what map servers give at once, and a whole number of the GeoTIFF's tiles."""

LOWEST = -3.4028234663852886e38
"""What a virtual raster holds where it has nothing: the lowest number of 32 bits. In newer QGIS it is NaN."""

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

    def _hear(self, text, tag, level, *more):
        bad = level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
        if bad and tag in (WCS, POSTGIS) and threading.get_ident() == self._thread:
            self._texts.append((tag, text))


class Copy:
    """Copying the pixels of `grid` (rectangle, columns, rows) from a layer's provider to the writer's file."""

    def __init__(self, provider, grid, crs, *, name, source, losses):
        """`name` and `source` are the layer's; `losses` is told which blocks did not come."""
        self.provider, self.grid, self.crs = provider, grid, crs
        self.name, self.source, self.losses = name, source, losses
        self._bands = range(1, provider.bandCount() + 1)
        self._kind, self._nodata = _data_type(provider), nodata_values(provider)

    def write(self, writer, feedback):
        """Copy all pixels; whether they could be written. A cancelled copying returns early.

        Raises:
            FinerError: there are gaps that nothing could mark.
        """
        extent, columns, rows = self.grid
        result = writer.createMultiBandRaster(self._kind, columns, rows, extent, self.crs, len(self._bands))
        if result is None or not (result.isEditable() or result.setEditable(True)):
            return False
        windows = [
            (left, top, min(left + SIDE, columns), min(top + SIDE, rows))
            for top in range(0, rows, SIDE)
            for left in range(0, columns, SIDE)
        ]
        halt = QgsRasterBlockFeedback()
        # Direct, since this thread has no event loop that could deliver a queued call.
        feedback.canceled.connect(halt.cancel, Qt.ConnectionType.DirectConnection)
        try:
            tiles = Tiles(self.source, self.grid) if self.provider.name() == "postgresraster" else None
            with Messages() as messages:
                for done, window in enumerate(windows):
                    parts = tiles.within(window) if tiles else [window]
                    fine = parts == [window] or self._clear(result, window)
                    if not fine or not all(self._copied(result, part, messages, halt) for part in parts):
                        return halt.isCanceled()
                    feedback.setProgress(100 * (done + 1) / len(windows))
        except QgsException as error:
            self.losses.add(_reason([str(error)]))
        finally:
            feedback.canceled.disconnect(halt.cancel)
        return True

    def _clear(self, result, window):
        """Fill a window of which parts are missing in the source; whether that could be written."""
        left, top, right, bottom = window
        for band, nodata in zip(self._bands, self._nodata):
            if nodata is None:
                raise FinerError(
                    "{layer} has gaps between its rasters and nothing that marks them: give its raster a value for no "
                    "data in the database, or set EXTENT to where the layer has data.",
                    layer=self.name,
                )
            block = QgsRasterBlock(self._kind, right - left, bottom - top)
            block.setNoDataValue(nodata)
            block.setIsNoData()
            if not result.writeBlock(block, band, left, top):
                return False
        return True

    def _copied(self, result, window, messages, halt):
        """Copy a window of all bands; whether it could be written. What did not come is told to the losses."""
        left, top, right, bottom = window
        extent, columns, rows = self.grid
        across, down = extent.width() / columns, extent.height() / rows
        part = QgsRectangle(
            extent.xMinimum() + left * across,
            extent.yMaximum() - bottom * down,
            extent.xMinimum() + right * across,
            extent.yMaximum() - top * down,
        )
        for band, nodata in zip(self._bands, self._nodata):
            block = self.provider.block(band, part, right - left, bottom - top, halt)
            if halt.isCanceled():
                return False
            said = messages.taken()
            if any(tag == WCS for tag, text in said) or not (block.isValid() and self.provider.isValid()):
                # Of a WCS, or a formula on one, blocks of zeros are valid whatever the server answered. And of a file
                # that could not be opened, which is tried only now, they are what was in memory before.
                errors = (block.error().message(), self.provider.error().message())
                self.losses.add(_reason([*(text for tag, text in said), *errors]))
                return True
            if nodata is not None:
                block.setNoDataValue(nodata)
                block.applyNoDataValues(self.provider.userNoDataValues(band))
                if math.isnan(nodata):
                    block.applyNoDataValues([QgsRasterRange(LOWEST, LOWEST)])
            fine = block.dataType() == self._kind or block.convert(self._kind)
            if not fine or not result.writeBlock(block, band, left, top):
                return False
        return True


def nodata_values(provider):
    """Of each band the value that will mark pixels which are no data; None where all are data."""
    return [_nodata(provider, band) for band in range(1, provider.bandCount() + 1)]


def _nodata(provider, band):
    if provider.name() == "virtualraster":
        return math.nan  # which it does not say
    if provider.sourceHasNoDataValue(band) and provider.useSourceNoDataValue(band):
        return provider.sourceNoDataValue(band)
    if provider.userNoDataValues(band):
        return provider.userNoDataValues(band)[0].min()
    return None


def colours(provider):
    """Creation options by which a GeoTIFF has the colours of the provider's bands, and no fourth band is taken for alpha."""
    meanings = [provider.colorInterpretation(band) for band in range(1, provider.bandCount() + 1)]
    red, alpha = QgsRaster.ColorInterpretation.RedBand, QgsRaster.ColorInterpretation.AlphaBand
    return [
        "PHOTOMETRIC=" + ("RGB" if meanings[0] == red and len(meanings) > 2 else "MINISBLACK"),
        "ALPHA=" + ("YES" if meanings[-1] == alpha else "NO"),
    ]


def _data_type(provider):
    """One type that holds the numbers of all bands, since a GeoTIFF has one."""
    kinds = {provider.dataType(band) for band in range(1, provider.bandCount() + 1)}
    if len(kinds) == 1:
        return kinds.pop()
    return FLOAT32 if kinds.issubset(SHORT) else FLOAT64


def _reason(said):
    """The shortest useful of several messages: what a database calls the error, else the first."""
    text = " ".join(re.sub(r"<[^>]*>", " ", next(filter(None, said), "")).split())
    error = re.search(r"(?:ERROR|returned \d+ \[)\W*(.{,200})", text)
    return (error.group(1) if error else text[:200]).strip(" ]")
