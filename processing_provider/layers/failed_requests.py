"""Answers of servers that fail while a layer is read: QGIS leaves a hole in the pixels and reports nothing."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from qgis.core import QgsNetworkAccessManager, QgsNetworkReplyContent
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

RETRY_PAUSES = (
    1,
    4,
)  # seconds before what is missing is asked for again; QGIS itself has tried a few times by then


class FailedReads:
    """Collects, while its block runs, the requests of this thread that servers did not answer as they should.

    Its length is the number of missing parts. A part that was read at last is not missing, unless it is a picture: a
    tile of pictures belongs to several blocks of pixels, and may have come too late for the first.

    Args:
        pictures: whether every answer should be a picture, as a WMS' or a tile server's.
    """

    def __init__(self, pictures):
        self._pictures, self._requests, self._parts = pictures, {}, []

    def __enter__(self):
        manager = QgsNetworkAccessManager.instance()  # each thread has its own
        for url in self._requests:
            if manager.cache():
                manager.cache().remove(QUrl(url))  # wrong answers are cached, too
        self._requests.clear()
        self._parts.clear()
        # Direct, since nothing here would deliver a queued call.
        self._answers = manager.finished[QgsNetworkReplyContent]
        self._answers.connect(self._check, Qt.ConnectionType.DirectConnection)
        return self

    def __exit__(self, *exception):
        self._answers.disconnect(self._check)

    def __len__(self):
        return len(self._requests) or len(self._parts)

    def add(self, reason):
        """Note a part that QGIS could not read, whether or not the request that failed is known."""
        self._parts.append(reason)

    @property
    def reason(self):
        """Reason why the first missing part could not be read, and the server's name."""
        if not self._requests:
            return self._parts[0]
        url, reason = next(iter(self._requests.items()))
        return f"{urlsplit(url).netloc}: {reason}"

    def _check(self, reply):
        url = reply.request().url().toString()
        if reply.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute):
            return  # the next answer counts
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        kind = bytes(reply.rawHeader(b"Content-Type")).decode("latin-1").partition(";")[0]
        number = reply.error()
        if getattr(number, "value", number):
            self._requests[url] = f"HTTP {status}" if status else reply.errorString()
        elif self._pictures and kind and not kind.startswith(("image/", "application/octet-stream")):
            self._requests[url] = f"{kind} instead of an image"
        elif not self._pictures:
            self._requests.pop(url, None)


def wait(seconds, is_cancelled):
    """Wait for some seconds, or until the user cancels."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not is_cancelled():
        time.sleep(0.1)
