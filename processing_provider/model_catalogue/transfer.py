"""Receives files piece by piece through QGIS' network, with its proxy, certificates and time limit, or from a folder."""

from __future__ import annotations

import re

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from ..errors import Cancelled, FinerError

POLL = 100  # milliseconds between two looks at whether the user cancelled
PIECE = 2**20
"""Bytes that are read at once from a file."""
WHOLE, PART, BEYOND = 200, 206, 416
"""HTTP's status of an answer with all of a file, with the part that was asked for, and where there is no such part."""
GONE = (404, 410)
"""HTTP's status where there is no such file, for now or for good."""
attributes = QNetworkRequest.Attribute


def receive(address, is_cancelled, start=0, restart=lambda: None):
    """Yield the bytes of a file as they arrive.

    Args:
        address: http(s), or a path.
        is_cancelled: function that returns whether the user has cancelled.
        start: how many bytes are there already; the answer begins after them, if the server can do that.
        restart: called before the first bytes where it cannot, and all of the file follows.

    Raises:
        FinerError: the file is not there, or the answer ended before its end.
        Cancelled: the user cancelled.
    """
    if not address.lower().startswith(("http:", "https:")):
        restart()
        yield from _read_file(address, is_cancelled)
        return
    reply = QgsNetworkAccessManager.instance().get(_request(address, start))
    try:
        received, has_begun = 0, False
        while not reply.isFinished() or _has_content(reply):
            _wait(reply)
            if is_cancelled():
                raise Cancelled
            if not _has_content(reply):
                continue
            if start and not has_begun:
                _check_start(reply, address, start, restart)
            has_begun = True
            piece = bytes(reply.readAll())
            received += len(piece)
            yield piece
        _check_end(reply, address, start)
        if received < _length(reply):  # of which some versions of Qt do not complain
            raise _failure(address, "Content-Length")
    finally:
        reply.abort()
        reply.deleteLater()


def _read_file(path, is_cancelled):
    try:
        with open(path, "rb") as file:
            while piece := file.read(PIECE):
                if is_cancelled():
                    raise Cancelled
                yield piece
    except OSError as error:
        raise FinerError(
            "The file {path} cannot be read ({reason}).", path=path, reason=error.strerror
        ) from None


def _request(address, start):
    request = QNetworkRequest(QUrl(address))
    # Never from encrypted to plain connections.
    policy, control = QNetworkRequest.RedirectPolicy, QNetworkRequest.CacheLoadControl
    request.setAttribute(attributes.RedirectPolicyAttribute, _number(policy.NoLessSafeRedirectPolicy))
    request.setAttribute(attributes.CacheLoadControlAttribute, _number(control.AlwaysNetwork))
    request.setAttribute(attributes.CacheSaveControlAttribute, False)
    request.setRawHeader(b"Accept-Encoding", b"identity")  # parts of a packed file cannot be put together
    if start:
        request.setRawHeader(b"Range", f"bytes={start}-".encode())
    return request


def _wait(reply):
    """Let the network work until something has arrived, or a moment has passed."""
    if reply.isFinished() or _has_content(reply):
        return
    loop, timer = QEventLoop(), QTimer()
    timer.setSingleShot(True)
    for signal in (timer.timeout, reply.readyRead, reply.finished):
        signal.connect(loop.quit)
    timer.start(POLL)
    loop.exec()


def _has_content(reply):
    """Return whether there are bytes to read, and they are the file's: not those of a page that says what is wrong."""
    return _status(reply) in (WHOLE, PART) and reply.bytesAvailable() > 0


def _check_start(reply, address, start, restart):
    """Call `restart` where the answer to a request for a part has all of the file."""
    if _status(reply) == WHOLE:
        restart()
        return
    found = re.match(r"bytes (\d+)-", bytes(reply.rawHeader(b"Content-Range")).decode("latin-1"))
    if not found or int(found.group(1)) != start:
        raise _failure(address, "Content-Range")


def _status(reply):
    return reply.attribute(attributes.HttpStatusCodeAttribute)


def _length(reply):
    """Return how many bytes of the file the server has announced; 0 if it has not."""
    text = bytes(reply.rawHeader(b"Content-Length")).decode("latin-1").strip()
    return int(text) if text.isdecimal() and _status(reply) in (WHOLE, PART) else 0


def _number(member):
    """Return the number of an enumeration's member, which in newer versions of Qt is no number itself."""
    return getattr(member, "value", member)


def _check_end(reply, address, start):
    status = _status(reply)
    if start and status == BEYOND:
        return  # all is there; whether it is right, the caller finds out
    if status in GONE:
        raise FinerError(
            "{address} is not there (HTTP {status}): tell the catalogue's maintainer.",
            address=address,
            status=status,
        )
    if status is not None and status not in (WHOLE, PART):
        raise _failure(address, f"HTTP {status}")
    if _number(reply.error()):
        raise _failure(address, reply.errorString())


def _failure(address, reason):
    host = QUrl(address).host()
    return FinerError(
        "{address} could not be downloaded ({reason}): check the connection to {host} and QGIS' proxy settings, "
        "and run this again; it continues from where it stopped.",
        address=address,
        reason=reason,
        host=host,
    )
