"""What the pixels of a scene are read from, each of which a thread opens for itself."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

from rasterio.windows import Window

from ..progress import Progress
from ..raster.io import open_raster
from ..raster.pansharpen import BandCovariance, PansharpeningMethod
from ..raster.pansharpened import Pansharpened, pansharpened
from ..raster.source import Source


class Opener(Protocol):
    """Something that can be opened as often as one likes."""

    @property
    def path(self) -> str:
        """The file, or what stands for it in a sentence."""

    @property
    def paths(self) -> tuple[str, ...]:
        """All files that its pixels are made from."""

    def open(self) -> AbstractContextManager[Source]:
        """Open it for reading by one thread.

        Raises:
            BadInput: it is no raster, or has no such band.
        """


@dataclass(frozen=True)
class RasterFile:
    """Bands of a raster, as they are."""

    path: str
    bands: tuple[int, ...] | None = None
    """Indices from 1; none takes all but a mask."""

    @property
    def paths(self) -> tuple[str, ...]:
        return (self.path,)

    @contextmanager
    def open(self) -> Iterator[Source]:
        with open_raster(self.path, self.bands) as raster:
            yield raster


@dataclass(frozen=True)
class PansharpenedFiles:
    """Bands of a multispectral raster (`path`) with the detail of a panchromatic one."""

    path: str
    pan: str
    method: PansharpeningMethod
    bands: tuple[int, ...] | None = None
    statistics: BandCovariance | None = None
    """Of the whole, for methods that must know them."""

    @property
    def paths(self) -> tuple[str, ...]:
        return self.path, self.pan

    @contextmanager
    def open(self) -> Iterator[Source]:
        with self._opened() as source:
            yield replace(source, statistics=self.statistics) if self.statistics else source

    def surveyed(self, window: Window) -> Generator[Progress, None, PansharpenedFiles]:
        """The same, knowing what the method must know of a window of PAN's pixels."""
        if not self.method.global_statistics:
            return self
        with self._opened() as source:
            work = source.surveyed(window)
            while True:
                try:
                    yield Progress(next(work), "Gathering statistics")
                except StopIteration as finished:
                    return replace(self, statistics=finished.value.statistics)

    @contextmanager
    def _opened(self) -> Iterator[Pansharpened]:
        with (
            open_raster(self.path, self.bands) as xs,
            open_raster(self.pan) as pan,
            pansharpened(xs, pan, self.method) as source,
        ):
            yield source
