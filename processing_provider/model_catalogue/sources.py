"""Where catalogues come from: the one that comes with the plugin, and a team's own in a file or on a server."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QHostAddress

from ..engine import user_settings
from ..errors import Cancelled, FinerError
from ..model_library import BUNDLED
from .entries import read_entries
from .transfer import receive

BUNDLED_CATALOGUE = BUNDLED / "catalogue.json"
MOST_BYTES = 4 * 2**20
"""Most bytes of a catalogue's file."""

_received = {}
"""Bytes of the catalogues of servers that were received since QGIS was started, by their addresses."""


class CataloguePlace:
    """The address of a catalogue: a file, or http(s)."""

    def __init__(self, address):
        address = str(address).strip()
        self.is_remote = urlsplit(address).scheme in ("http", "https")
        if urlsplit(address).scheme == "file":
            address = QUrl(address).toLocalFile()
        self.address = address if self.is_remote else os.path.abspath(os.path.expanduser(address))

    def __str__(self):
        return self.address

    @property
    def is_unprotected(self):
        """Whether others can change the catalogue, and with it the sums by which models are checked, on its way: http."""
        url = QUrl(self.address)
        host = url.host()
        is_here = host == "localhost" or host.endswith(".localhost") or QHostAddress(host).isLoopback()
        return self.is_remote and url.scheme() == "http" and not is_here

    def resolve(self, address):
        """Return an address in the catalogue as http(s), or as the path of a file, which only a file can name.

        Raises:
            FinerError: a server's catalogue names a file of this computer.
        """
        scheme = urlsplit(address).scheme
        if scheme in ("http", "https") or (self.is_remote and not scheme):
            return urljoin(self.address, address) if self.is_remote else address
        if self.is_remote:
            raise FinerError(
                "{place} is on a server and names a file, {file}: correct the catalogue.",
                place=self,
                file=address,
            )
        if scheme:
            return QUrl(address).toLocalFile()
        return os.path.join(os.path.dirname(self.address), unquote(address))

    def read(self, is_cancelled=lambda: False):
        """Return the bytes of the catalogue.

        Raises:
            FinerError: it cannot be read.
            Cancelled: the user cancelled.
        """
        if self.is_remote:
            pieces, length = [], 0
            for piece in receive(self.address, is_cancelled):
                pieces.append(piece)
                length += len(piece)
                if length > MOST_BYTES:
                    raise FinerError(
                        "{place} is too large for a catalogue of models: choose another.", place=self
                    )
            _received[self.address] = b"".join(pieces)
            return _received[self.address]
        try:
            if os.path.getsize(self.address) > MOST_BYTES:
                raise FinerError(
                    "{place} is too large for a catalogue of models: choose another.", place=self
                )
            return Path(self.address).read_bytes()
        except OSError as error:
            raise FinerError(
                "The catalogue {place} cannot be read ({reason}): name another in the settings of Finer.",
                place=self,
                reason=error.strerror or error,
            ) from None

    def read_quickly(self):
        """Return the bytes as `read` does, of a server's catalogue those that were received before; None if none were."""
        return _received.get(self.address) if self.is_remote else self.read()


def places(named=""):
    """Return where to look: the catalogue that is named, else the team's, and the plugin's own."""
    team = named or user_settings.read(user_settings.CATALOGUE_SETTING)
    return [CataloguePlace(each) for each in (team, BUNDLED_CATALOGUE) if each]


def list_entries(named="", is_cancelled=lambda: False):
    """Return all entries; the team's hide those of the same id in the plugin's own.

    Raises:
        FinerError: a catalogue cannot be read, or is none.
        Cancelled: the user cancelled.
    """
    return _merge(read_entries(place.read(is_cancelled), place) for place in places(named))


def list_known_entries():
    """Return the entries that are known without asking a server, of catalogues that can be read; the others are left out."""
    found = []
    for place in places():
        try:
            data = place.read_quickly()
            found.append(read_entries(data, place) if data is not None else ())
        except (FinerError, Cancelled):  # the library's window says why
            continue
    return _merge(found)


def find_entry(name, named="", is_cancelled=lambda: False):
    """Return the entry of a model.

    Raises:
        FinerError: there is none, or a catalogue cannot be read.
        Cancelled: the user cancelled.
    """
    entries = list_entries(named, is_cancelled)
    for entry in entries:
        if entry.id.casefold() == name.strip().casefold():
            return entry
    raise FinerError(
        "The catalogue has no model {name}: choose one of {known}.",
        name=name,
        known=", ".join(each.id for each in entries),
    )


def _merge(lists):
    entries = {}
    for entry in (each for found in lists for each in found):
        entries.setdefault(entry.id.casefold(), entry)
    return list(entries.values())
