"""What a server did not give while a layer was read: QGIS shows a hole there and says nothing."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from qgis.core import QgsNetworkAccessManager, QgsNetworkReplyContent, QgsRasterBandStats, QgsRasterLayer
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

PAUSES = (
    1,
    4,
)  # seconds before what did not come is asked for again; QGIS itself has asked a few times by then


class Losses:
    """Listens, while its block runs, to what the servers answer to this thread."""

    def __init__(self, pictures):
        """`pictures`: whether every answer should be one, as a WMS' or a tile server's."""
        self._pictures, self._missing, self._parts = pictures, {}, []

    def __enter__(self):
        manager = QgsNetworkAccessManager.instance()  # each thread has one of its own
        for url in self._missing:
            if manager.cache():
                manager.cache().remove(QUrl(url))  # a wrong answer is kept there like a right one
        self._missing.clear()
        self._parts.clear()
        # Direct, since nothing here would deliver a queued call.
        self._answers = manager.finished[QgsNetworkReplyContent]
        self._answers.connect(self._see, Qt.ConnectionType.DirectConnection)
        return self

    def __exit__(self, *exception):
        self._answers.disconnect(self._see)

    def __len__(self):
        """How many answers are missing. One that came at last is not, unless it is a picture: a tile is part of several
        blocks of pixels, and may have come too late for the first."""
        return len(self._missing) or len(self._parts)

    def add(self, reason):
        """Miss a part that QGIS could not read, whether or not an address is known that did not answer."""
        self._parts.append(reason)

    @property
    def reason(self):
        """What a server said, and which."""
        if not self._missing:
            return self._parts[0]
        url, said = next(iter(self._missing.items()))
        return f"{urlsplit(url).netloc}: {said}"

    def _see(self, reply):
        url = reply.request().url().toString()
        if reply.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute):
            return  # the next answer counts
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        kind = bytes(reply.rawHeader(b"Content-Type")).decode("latin-1").partition(";")[0]
        number = reply.error()
        if getattr(number, "value", number):
            self._missing[url] = f"HTTP {status}" if status else reply.errorString()
        elif self._pictures and kind and not kind.startswith(("image/", "application/octet-stream")):
            self._missing[url] = f"{kind} instead of an image"
        elif not self._pictures:
            self._missing.pop(url, None)


def paused(seconds, is_cancelled):
    """Wait; not longer than until the user cancels."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not is_cancelled():
        time.sleep(0.1)


def has_holes(path):
    """Whether a picture is transparent somewhere; what is no picture with opacity is taken to be."""
    layer = QgsRasterLayer(path, "")
    provider = layer.dataProvider()
    if not layer.isValid() or provider.bandCount() != 4:
        return True
    opacity = provider.bandStatistics(4, QgsRasterBandStats.Stats.Min, provider.extent(), 0)  # every pixel
    return opacity.minimumValue == 0
