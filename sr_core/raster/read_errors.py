"""Raises GDAL's errors of reading pixels as one sentence that names the file, so that damaged data become no pixels."""

from __future__ import annotations

import functools
import logging
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from rasterio._err import CPLE_BaseError
from rasterio.errors import RasterioError

from ..cpu_threads import core_count
from ..errors import InputError

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S", bound="_Named")

READ_OPTIONS: dict[str, object] = {
    # With several threads the driver for JPEG 2000 leaves zeros, and no error, where it cannot decode a block.
    # Whether a GeoTIFF is decoded by several is settled when it is opened: see `open_options`.
    "GDAL_NUM_THREADS": "1",
    # GDAL's own reader of whole PNG files takes one that is cut off for a whole one.
    "GDAL_PNG_WHOLE_IMAGE_OPTIM": "NO",
}
"""GDAL's options under which pixels are read, so that it reports all damage it can find."""


REMOTE_OPTIONS: dict[str, object] = {
    # A server that is overloaded for a minute ends no run; the pauses double, so that this is about 100 seconds.
    "GDAL_HTTP_MAX_RETRY": "6",
    "GDAL_HTTP_RETRY_DELAY": "1",
    "GDAL_HTTP_CONNECTTIMEOUT": "30",
    # Not GDAL_HTTP_TIMEOUT, which also ends long transfers that work.
    "GDAL_HTTP_LOW_SPEED_LIMIT": "1",
    "GDAL_HTTP_LOW_SPEED_TIME": "30",
    # What was read, or was not there, may have been put there since.
    "CPL_VSIL_CURL_NON_CACHED": "/vsis3/",
    # Else an index that cannot be fetched while reading counts as one without blocks: zeros, and no error.
    "GTIFF_USE_DEFERRED_STRILE_LOADING": "NO",
}
"""GDAL's options for rasters on servers."""


def open_options() -> dict[str, object]:
    """Return GDAL's options for opening files: an opened GeoTIFF keeps the number of threads, and reports their errors."""
    return {"GDAL_NUM_THREADS": str(core_count())}


_LOGGERS = ("rasterio._err", "rasterio._env")
"""Loggers to which rasterio writes what GDAL reports although the call succeeds."""
_DAMAGE = re.compile(
    r"corrupt|premature|truncat|bad huffman|unexpected end|crc error|short read|read error", re.I
)
_HARMLESS = re.compile(r"extraneous bytes", re.I)
"""Reports that are no damage: bytes between two parts of a JPEG, as some cameras leave them."""
_PROGRAM = re.compile(
    r"python code needs to be executed|pixel function '.*' not registered|GDAL_VRT_ENABLE_PYTHON", re.I
)
"""Reports on pixel functions of a VRT, which GDAL does not run."""
_NO_PIXELS = re.compile(r"\bproj|coordinate|reproject|transform", re.I)
"""Errors that are about coordinates: points that a projection cannot show are no damage."""


class DamagedRaster(InputError):
    """Pixels that cannot be read: the file is damaged, incomplete, or refers to one that is."""

    page = "troubleshooting#a-raster-is-damaged"


class _Named(Protocol):
    @property
    def name(self) -> str: ...


class _Listener(logging.Filter):
    """Keeps what GDAL reports in a thread while it reads pixels."""

    def __init__(self) -> None:
        super().__init__()
        self._heard = threading.local()

    @contextmanager
    def listen(self) -> Iterator[list[str]]:
        """Yield the list to which damage that is reported in this block is added."""
        outer, heard = getattr(self._heard, "now", None), list[str]()
        self._heard.now = heard
        try:
            yield heard
        finally:
            self._heard.now = outer

    def filter(self, record: logging.LogRecord) -> bool:
        heard = getattr(self._heard, "now", None)
        if heard is not None and record.levelno >= logging.WARNING:
            text = record.getMessage()
            failed = record.levelno >= logging.ERROR and not _NO_PIXELS.search(text)
            if failed or (_DAMAGE.search(text) and not _HARMLESS.search(text)):
                heard.append(_one_line(text))
        return True


_listener = _Listener()
for _name in _LOGGERS:
    logging.getLogger(_name).addFilter(_listener)


def hear_errors() -> AbstractContextManager[list[str]]:
    """Open a block in which what GDAL reports is added to a list, beside the errors that it raises."""
    return _listener.listen()


@contextmanager
def pixel_reads(path: str | Path) -> Iterator[None]:
    """Raise what GDAL reports in this block, in which pixels of a file are read, as an error that names the file.

    Raises:
        DamagedRaster: a read failed, or only reported that data are damaged.
    """
    with _listener.listen() as heard:
        try:
            yield
        except (RasterioError, CPLE_BaseError) as error:
            raise _damaged(path, reason_of(error)) from None
    if heard:
        raise _damaged(path, heard[0])


def names_damage(read: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Let a method that reads pixels raise GDAL's errors with its object's name, as `pixel_reads` does."""

    @functools.wraps(read)
    def guarded(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with pixel_reads(self.name):
            return read(self, *args, **kwargs)

    return guarded


def _damaged(path: str | Path, reason: str) -> DamagedRaster:
    name = re.sub(r"^WarpedVRT\((.*)\)$", r"\1", str(path))
    name = re.sub(r"\?\S*", "", name)  # which may hold a signature
    if _PROGRAM.search(reason):
        return DamagedRaster(
            "{path} is a VRT whose pixels are computed by code in the file, which GDAL does not run here: save "
            "it as a GeoTIFF where it can be read, and use that.",
            path=name,
        )
    return DamagedRaster(
        "The pixels of {path} cannot be read ({reason}): it is damaged or incomplete, or refers to a file that is; "
        "copy or download it again.",
        path=name,
        reason=reason,
    )


def reason_of(error: BaseException) -> str:
    """Return what GDAL says: rasterio's own message only refers to the exception before it."""
    seen: BaseException = error
    while isinstance(seen.__cause__, RasterioError | CPLE_BaseError):
        seen = seen.__cause__
    text = str(getattr(seen, "errmsg", None) or seen)
    return _one_line(text)


def _one_line(text: str) -> str:
    plain = re.sub(r"^CPLE_\w+:|\(this (error|warning) can be turned .*?\)", "", " ".join(text.split()))
    return re.sub(r"\?\S*", "", plain).strip().rstrip(".")[:300]
