"""Reads the text of a VRT: the names of the rasters that it consists of, and what it says of each."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MOST_BYTES = 256 * 2**20
"""Most bytes of a VRT that are read."""

HEAD = 1024
"""Bytes in which a VRT says that it is one."""

_NAME = re.compile(
    r"<Source(?:Filename|Dataset)\b(?P<attributes>[^>]*)>\s*(?P<name>[^<]+?)\s*</\w+>", re.IGNORECASE
)
"""Pattern of the names of rasters; also of those in masks, overviews, derived and warped bands."""
_RELATIVE = re.compile(r"relativeToVRT\s*=\s*[\"']1[\"']", re.IGNORECASE)
_END = re.compile(r"</\w+Source>")
"""Pattern of the end of a band's source, before which its rectangles stand."""


class NamedSource(NamedTuple):
    """The name of a raster in a VRT."""

    name: str
    """As it is written."""
    is_relative: bool
    """Whether the VRT says that it lies beside the VRT."""
    about: str | None
    """What follows the name in the element of a band's source; None of other names, as that of an overview."""

    def path(self, folder: str) -> str:
        """Return where GDAL looks for it, if the VRT lies in a folder."""
        return os.path.join(folder, self.name) if self.is_relative else self.name


def read_vrt(path: str) -> str | None:
    """Return the text of a file that is a VRT, by its content or its name; None of any other file.

    Raises:
        OSError: The file cannot be read, as one in an archive.
    """
    with Path(path).open("rb") as stream:
        head = stream.read(HEAD)
        if b"<VRTDataset" not in head and not path.lower().endswith(".vrt"):
            return None
        return (head + stream.read(MOST_BYTES)).decode("utf-8", "replace")


def is_vrt(path: str) -> bool:
    """Return whether the content of a file is that of a VRT; False of one that cannot be read, as in an archive."""
    try:
        with Path(path).open("rb") as stream:
            return b"<VRTDataset" in stream.read(HEAD)
    except OSError:
        return False


def named_sources(text: str) -> Iterator[NamedSource]:
    """Yield the rasters that the text of a VRT names, in order."""
    found = _NAME.search(text)
    while found:
        following = _NAME.search(text, found.end())
        end = _END.search(text, found.end(), following.start() if following else len(text))
        yield NamedSource(
            name=html.unescape(found["name"]),
            is_relative=bool(_RELATIVE.search(found["attributes"])),
            about=text[found.end() : end.start()] if end else None,
        )
        found = following
