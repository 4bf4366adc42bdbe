"""Copies the numbers of a layer that the engine cannot open, block by block, and notices blocks that are missing."""

from __future__ import annotations

import math
import re
import threading
from contextlib import contextmanager

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsException,
    QgsRaster,
    QgsRasterBlock,
    QgsRasterBlockFeedback,
    QgsRasterRange,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt

from ..errors import FinerError
from .layer_nodata import marking_value
from .postgis_coverage import PostgisCoverage

SIDE = 1024
"""Rows and columns of a block: what map servers give at once, and a multiple of the GeoTIFF's tiles."""

TRIES = 3  # to create a file

LOWEST = -3.4028234663852886e38
"""Value of pixels without data in a virtual raster: the lowest number of 32 bits. In newer QGIS it is NaN."""

WCS, POSTGIS = "WCS", "PostGIS"
"""Tags in QGIS' log, the same in all its languages."""

FLOAT32, FLOAT64 = Qgis.DataType.Float32, Qgis.DataType.Float64
SHORT = (Qgis.DataType.Byte, Qgis.DataType.UInt16, Qgis.DataType.Int16, FLOAT32)


class ProviderMessages:
    """Collects messages that providers log in the thread that asks for them; their errors are only logged.

    It is connected to QGIS' log once and stays so: the log belongs to the main thread, which deletes what another thread
    disconnects, and QGIS' Python may then delete it twice and end QGIS.
    """

    def __init__(self):
        self._messages, self._is_connected = {}, False

    def connect(self):
        """Connect to QGIS' log, if that has not been done."""
        if not self._is_connected:
            # Direct, so that it is called in the thread that logs.
            QgsApplication.messageLog().messageReceived.connect(self._add, Qt.ConnectionType.DirectConnection)
            self._is_connected = True

    @contextmanager
    def collect(self):
        """Collect messages of this thread while the block runs; yield what takes them.

        That returns pairs of tag and text that were logged since it was last called.
        """
        thread = threading.get_ident()
        self._messages[thread] = []

        def take():
            messages, self._messages[thread] = self._messages[thread], []
            return messages

        try:
            yield take
        finally:
            del self._messages[thread]

    def _add(self, text, tag, level, *more):
        messages = self._messages.get(threading.get_ident())
        is_error = level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
        if messages is not None and is_error and tag in (WCS, POSTGIS):
            messages.append((tag, text))


provider_messages = ProviderMessages()
"""The one listener to QGIS' log."""


class BlockCopy:
    """Copies the pixels of a grid from a layer's provider to a file; missing blocks are added to `FailedReads`."""

    def __init__(self, provider, grid, crs, failed, *, name, source):
        self.provider, self.grid, self.crs = provider, grid, crs
        self.failed, self.name, self.source = failed, name, source
        self._bands = range(1, provider.bandCount() + 1)
        self._data_type, self._nodata = _common_data_type(provider), nodata_values(provider)

    def write(self, writer, feedback):
        """Copy all pixels with a `QgsRasterFileWriter`; return whether they could be written. Return early if cancelled.

        Raises:
            FinerError: there are gaps that nothing could mark.
        """
        result = self._create(writer)
        if result is None or not (result.isEditable() or result.setEditable(True)):
            return False
        _, columns, rows = self.grid
        windows = [
            (left, top, min(left + SIDE, columns), min(top + SIDE, rows))
            for top in range(0, rows, SIDE)
            for left in range(0, columns, SIDE)
        ]
        halt = QgsRasterBlockFeedback()
        is_postgis = self.provider.name() == "postgresraster"
        try:
            with forward_cancel(feedback, halt), provider_messages.collect() as take_messages:
                tiles = PostgisCoverage(self.source, self.grid) if is_postgis else None
                for done, window in enumerate(windows):
                    parts = tiles.covered_parts(window) if tiles else [window]
                    is_fine = parts == [window] or self._clear(result, window)
                    if not is_fine or not all(
                        self._copy(result, part, take_messages, halt) for part in parts
                    ):
                        return halt.isCanceled()
                    feedback.setProgress(100 * (done + 1) / len(windows))
        except QgsException as error:
            self.failed.add(_shorten([str(error)]))
        return True

    def _create(self, writer):
        """Return the provider of the new file; None if it cannot be created."""
        extent, columns, rows = self.grid
        for _ in range(TRIES):
            result = writer.createMultiBandRaster(
                self._data_type, columns, rows, extent, self.crs, len(self._bands)
            )
            # Where another provider was in memory before, QGIS' Python sometimes takes the new one for deleted.
            if result is None or not sip.isdeleted(result):
                return result
        return None

    def _clear(self, result, window):
        """Fill a window that has gaps with nodata; return whether that could be written."""
        left, top, right, bottom = window
        for band, nodata in zip(self._bands, self._nodata):
            if nodata is None:
                raise FinerError(
                    "{layer} has gaps between its rasters that no nodata value marks: set a nodata value for the "
                    "raster in the database, or set EXTENT to where the layer has data.",
                    layer=self.name,
                )
            block = QgsRasterBlock(self._data_type, right - left, bottom - top)
            block.setNoDataValue(nodata)
            block.setIsNoData()
            if not result.writeBlock(block, band, left, top):
                return False
        return True

    def _copy(self, result, window, take_messages, halt):
        """Copy a window of all bands; return whether it could be written."""
        left, top, right, bottom = window
        rectangle = self.grid.part(window)
        for band, nodata in zip(self._bands, self._nodata):
            block = self.provider.block(band, rectangle, right - left, bottom - top, halt)
            if halt.isCanceled():
                return False
            logged = take_messages()
            if any(tag == WCS for tag, text in logged) or not (block.isValid() and self.provider.isValid()):
                # Blocks of a WCS, or of a formula on one, are valid and zero whatever the server answered. A file that
                # cannot be opened, which is tried only now, gives what was in memory before.
                errors = (block.error().message(), self.provider.error().message())
                self.failed.add(_shorten([*(text for tag, text in logged), *errors]))
                return True
            if nodata is not None:
                block.setNoDataValue(nodata)
                block.applyNoDataValues(self.provider.userNoDataValues(band))
                if math.isnan(nodata):
                    block.applyNoDataValues([QgsRasterRange(LOWEST, LOWEST)])
            is_fine = block.dataType() == self._data_type or block.convert(self._data_type)
            if not is_fine or not result.writeBlock(block, band, left, top):
                return False
        return True


@contextmanager
def forward_cancel(feedback, halt):
    """Cancel `halt`, a `QgsRasterBlockFeedback`, when the user cancels `feedback` while the block runs."""
    # Direct, since this thread has no event loop that could deliver a queued call.
    feedback.canceled.connect(halt.cancel, Qt.ConnectionType.DirectConnection)
    try:
        yield
    finally:
        feedback.canceled.disconnect(halt.cancel)


def nodata_values(provider):
    """Return the value of each band that marks pixels without data; None where all pixels have data."""
    return [_nodata(provider, band) for band in range(1, provider.bandCount() + 1)]


def _nodata(provider, band):
    if provider.name() == "virtualraster":
        return math.nan  # which it does not report
    if provider.sourceHasNoDataValue(band) and provider.useSourceNoDataValue(band):
        return provider.sourceNoDataValue(band)
    if provider.userNoDataValues(band):
        return marking_value(provider.userNoDataValues(band))
    return None


def colour_options(provider):
    """Return creation options that give a GeoTIFF the colours of the provider's bands.

    Without them a fourth band would be taken for opacity.
    """
    meanings = [provider.colorInterpretation(band) for band in range(1, provider.bandCount() + 1)]
    red, alpha = QgsRaster.ColorInterpretation.RedBand, QgsRaster.ColorInterpretation.AlphaBand
    return [
        "PHOTOMETRIC=" + ("RGB" if meanings[0] == red and len(meanings) > 2 else "MINISBLACK"),
        "ALPHA=" + ("YES" if meanings[-1] == alpha else "NO"),
    ]


def _common_data_type(provider):
    """Return one type that holds the numbers of all bands, since a GeoTIFF has one."""
    types = {provider.dataType(band) for band in range(1, provider.bandCount() + 1)}
    if len(types) == 1:
        return types.pop()
    return FLOAT32 if types.issubset(SHORT) else FLOAT64


def _shorten(messages):
    """Return the error that the first message contains, as a database reports it, or the beginning of the message."""
    text = " ".join(re.sub(r"<[^>]*>", " ", next(filter(None, messages), "")).split())
    error = re.search(r"(?:ERROR|returned \d+ \[)\W*(.{,200})", text)
    return (error.group(1) if error else text[:200]).strip(" ]")
