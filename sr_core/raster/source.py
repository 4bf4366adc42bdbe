"""What is read window by window, wherever it comes from: a file, two rasters made one, a scene on the web."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.windows import Window


class Source(Protocol):
    """Bands on a grid, open for reading."""

    @property
    def name(self) -> str:
        """What it is called in a sentence: a path, or a scene's id."""

    @property
    def box(self) -> GeoBox: ...

    @property
    def crs(self) -> CRS | None: ...

    @property
    def region(self) -> Window:
        """The pixels of the grid that it has."""

    @property
    def reach(self) -> int:
        """Pixels around one in which what that one is made from may lie; 0 where it is read as it is."""

    @property
    def bands(self) -> tuple[int, ...]: ...

    @property
    def dtype(self) -> str: ...

    @property
    def nodata(self) -> float | None: ...

    @property
    def has_mask(self) -> bool:
        """Whether a mask says which pixels are valid, and not a nodata value."""

    @property
    def descriptions(self) -> tuple[str, ...]: ...

    @property
    def colorinterp(self) -> tuple[ColorInterp, ...]: ...

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Pixels (b, h, w) as stored and, of the same shape, which of them are valid."""
