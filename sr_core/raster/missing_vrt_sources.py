"""Finds the sources of a VRT that GDAL cannot open, and which of its pixels they stand for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import rasterio
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.windows import Window

from .read_errors import DamagedRaster
from .vrt_parser import is_vrt, named_sources, read_vrt

MOST_SOURCES = 2000
"""Most sources of a VRT that are opened, which would take long for more; of all others it is seen whether they exist."""

_ELEMENT = re.compile(r"<(SourceProperties|SrcRect|DstRect)\s([^>]*)>")
_ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*["']([^"']*)["']""")
"""Pattern of an attribute of a VRT's source; GDAL has parsed the VRT before."""


class Rectangle(NamedTuple):
    """A rectangle of pixels, whose sides may lie within pixels."""

    left: float
    top: float
    width: float
    height: float

    def meets(self, window: Window) -> bool:
        """Whether the rectangle and a window have pixels in common."""
        return bool(
            self.left < window.col_off + window.width
            and window.col_off < self.left + self.width
            and self.top < window.row_off + window.height
            and window.row_off < self.top + self.height
        )


class Header(NamedTuple):
    """What a file says of its pixels."""

    shape: tuple[int, int]
    dtype: str
    """Type of the first band's pixels."""
    crs: CRS | None


@dataclass(frozen=True)
class VrtSource:
    """A source of a VRT, as the VRT describes it."""

    path: str
    said: dict[str, str]
    """What the VRT says of the size and type of the source; nothing if it leaves that to the source."""
    taken: Rectangle | None
    """Pixels of the source that are shown; None: all."""
    shown: Rectangle | None
    """Pixels of the VRT that show them; None: all."""

    def place(self, part: Rectangle | None) -> Rectangle | None:
        """Return the pixels of the VRT that show a part of the source, or more; None: all that show the source."""
        if part is None or self.taken is None or self.shown is None or 0 in self.taken[2:]:
            return self.shown
        x, y = self.shown.width / self.taken.width, self.shown.height / self.taken.height
        left = self.shown.left + (part.left - self.taken.left) * x
        top = self.shown.top + (part.top - self.taken.top) * y
        return Rectangle(left, top, part.width * x, part.height * y)


@dataclass(frozen=True)
class LostSource:
    """A source of a VRT, or of a VRT in it, that cannot be opened."""

    path: str
    shown: Rectangle | None
    """Pixels of the VRT that are missing with it; None: all."""


def sources_of(name: str) -> Sequence[VrtSource]:
    """Return the sources of a VRT: of a file, or of one that is given by its text."""
    if name.lstrip().startswith("<"):
        return tuple(_parse(name, ""))
    try:
        state = os.stat(name)
        return _read_sources(name, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError):
        return ()  # in an archive, say


@lru_cache(maxsize=4)
def _read_sources(name: str, changed: int, size: int) -> Sequence[VrtSource]:
    """Read a VRT once in each state of it: one of a thousand scenes takes half a second, and is opened for each block."""
    return tuple(_parse(read_vrt(name) or "", os.path.dirname(name)))


def _parse(text: str, folder: str) -> Iterator[VrtSource]:
    for source in named_sources(text):
        if source.about is None:
            continue
        elements = {
            element: dict(_ATTRIBUTE.findall(found)) for element, found in _ELEMENT.findall(source.about)
        }
        yield VrtSource(
            path=source.path(folder),
            said=elements.get("SourceProperties", {}),
            taken=_rectangle(elements.get("SrcRect")),
            shown=_rectangle(elements.get("DstRect")),
        )


def lost_sources(dataset: rasterio.DatasetReader) -> tuple[LostSource, ...]:
    """Return the sources of a VRT that are files and cannot be opened; none of any other raster.

    GDAL says so once. While another VRT is open it remembers that it could not open a file, and then reads such sources
    as pixels without data, without an error.
    """
    return _lost(dataset.name, {}, {}) if dataset.driver == "VRT" else ()


def require_sources(name: str, lost: tuple[LostSource, ...], window: Window) -> None:
    """Refuse a window of a VRT whose pixels are those of a source that cannot be opened.

    Raises:
        DamagedRaster: They are.
    """
    for source in lost:
        if source.shown is None or source.shown.meets(window):
            raise DamagedRaster(
                "{path} refers to {source}, which is missing or cannot be read: put it back, or make the VRT again.",
                path=name,
                source=source.path,
            )


def _lost(
    name: str, opens: dict[str, bool], known: dict[str, tuple[LostSource, ...]]
) -> tuple[LostSource, ...]:
    """Return the sources of a VRT that cannot be opened; `opens` and `known` keep what has been found out before."""
    if name in known:
        return known[name]
    known[name] = ()  # for a VRT that refers to itself
    found = []
    for source in sources_of(name):
        if source.path not in opens:
            opens[source.path] = _opens(source.path, examined=len(opens) < MOST_SOURCES)
            if not is_vrt(source.path):  # which no other band needs to find out again
                known[source.path] = ()
        if not opens[source.path]:
            found.append(LostSource(source.path, source.shown))
        else:  # nothing, unless it is a VRT
            inner = _lost(source.path, opens, known)
            found += [LostSource(lost.path, source.place(lost.shown)) for lost in inner]
    known[name] = tuple(found)
    return known[name]


def _opens(path: str, examined: bool) -> bool:
    """Whether a source can be opened; taken for granted of what is no file on this computer, as in an archive or database."""
    try:
        state = os.stat(path)
    except OSError:
        return path.startswith(("/vsi", "<")) or ":" in os.path.splitdrive(path)[1]
    if not examined:
        return True
    return header_of(path, state) is not None


def header_of(path: str, state: os.stat_result) -> Header | None:
    """Return what a file in a state says of its pixels; None if it cannot be opened."""
    try:
        return _read_header(path, state.st_mtime_ns, state.st_size)
    except (RasterioError, CPLE_BaseError):
        return None


@lru_cache(maxsize=2 * MOST_SOURCES)
def _read_header(path: str, changed: int, size: int) -> Header:
    """Read a header once in each state of a file, since a VRT is opened for each block; what fails is tried again."""
    with rasterio.open(path) as dataset:
        return Header(dataset.shape, dataset.dtypes[0], dataset.crs)


def _rectangle(attributes: dict[str, str] | None) -> Rectangle | None:
    try:
        return Rectangle(*(float((attributes or {})[side]) for side in ("xOff", "yOff", "xSize", "ySize")))
    except (KeyError, ValueError):
        return None
