"""The interface of rasters that are read window by window: a file, a pansharpened pair, a scene on the web."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.windows import Window

from .profile import RasterProfile


class Source(Protocol):
    """Bands on a pixel grid, open for reading."""

    @property
    def name(self) -> str:
        """Name for messages: a path, or the id of a scene."""

    @property
    def profile(self) -> RasterProfile:
        """Grid, data type and bands."""

    @property
    def region(self) -> Window:
        """Window of the grid that has pixel values."""
        height, width = self.box.shape
        return Window(0, 0, width, height)

    @property
    def reach(self) -> int:
        """Distance in pixels up to which other pixels change a pixel; 0 where pixels are read as stored."""
        return 0

    @property
    def box(self) -> GeoBox:
        """The pixel grid."""
        return self.profile.box

    @property
    def crs(self) -> CRS | None:
        """The coordinate reference system of the grid."""
        return self.profile.crs

    @property
    def dtype(self) -> str:
        """Data type of the pixels."""
        return self.profile.dtype

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) as stored and, of the same shape, which of them are valid."""
