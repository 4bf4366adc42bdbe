"""Openers, by which each thread opens its own handle on a raster that tiles are cut from."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

from rasterio.windows import Window

from ..progress import Progress
from ..raster.pansharpen import BandCovariance, PansharpeningMethod
from ..raster.pansharpened_raster import Pansharpened, open_pansharpened
from ..raster.raster_reader import Raster, open_pan, open_raster
from ..raster.source import Source


class SourceOpener(Protocol):
    """A source that can be opened several times."""

    @property
    def path(self) -> str:
        """The file, or what messages call it."""

    @property
    def paths(self) -> tuple[str, ...]:
        """All files that its pixels are computed from."""

    @property
    def bands(self) -> tuple[int, ...] | None:
        """Indices from 1 of the bands of `path`; none is all but a mask."""

    @property
    def nodata(self) -> tuple[float, ...] | None:
        """Values that mean no data beside what the file says."""

    def open(self) -> AbstractContextManager[Source]:
        """Open the source for reading by one thread.

        Raises:
            InputError: the file is not a raster, or has no such band.
        """


@dataclass(frozen=True)
class RasterFile:
    """Bands of a raster file, unchanged."""

    path: str
    bands: tuple[int, ...] | None = None
    nodata: tuple[float, ...] | None = None
    """Values that mean no data beside what the file says."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the file."""
        return (self.path,)

    @contextmanager
    def open(self) -> Iterator[Raster]:
        """Open the raster for one thread."""
        with open_raster(self.path, self.bands, nodata=self.nodata) as raster:
            yield raster


@dataclass(frozen=True)
class PansharpenedFiles:
    """Bands of a multispectral raster (`path`) with the detail of a panchromatic one."""

    path: str
    pan: str
    method: PansharpeningMethod
    bands: tuple[int, ...] | None = None
    statistics: BandCovariance | None = None
    """Statistics of the whole raster, for methods that need them."""
    nodata: tuple[float, ...] | None = None
    """Values that mean no data beside what the files say."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Return both files."""
        return self.path, self.pan

    @contextmanager
    def open(self) -> Iterator[Source]:
        """Open both rasters for one thread."""
        with self._open() as source:
            yield replace(source, statistics=self.statistics) if self.statistics else source

    def gather_statistics(self, window: Window) -> Generator[Progress, None, PansharpenedFiles]:
        """Gather the statistics that the method needs in a window of PAN; return the files with them."""
        if not self.method.global_statistics:
            return self
        with self._open() as source:
            known = yield from source.gather_statistics(window)
        return replace(self, statistics=known.statistics)

    @contextmanager
    def _open(self) -> Iterator[Pansharpened]:
        with (
            open_raster(self.path, self.bands, nodata=self.nodata) as xs,
            open_pan(self.pan, self.nodata) as pan,
            open_pansharpened(xs, pan, self.method) as source,
        ):
            yield source
