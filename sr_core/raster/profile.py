"""The profile of a raster: grid, pixel type and bands, without pixel values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Self

import numpy as np
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from .band_scaling import BandScaling
from .ground_control import GroundControl

SAME_GRID = 1e-6
"""Share of a pixel by which two grids may differ and still count as the same."""


@dataclass(frozen=True, kw_only=True)
class RasterProfile:
    """Grid, data type and bands of a raster."""

    box: GeoBox
    """The pixel grid: affine and shape. It has no CRS of its own."""
    crs: CRS | None
    """The coordinate reference system; kept apart from `box` and opaque, so that custom ones pass unchanged."""
    dtype: str
    descriptions: tuple[str, ...]
    """Description of each band; empty where a band has no name."""
    colorinterp: tuple[ColorInterp, ...]
    nodata: float | None = None
    """Value that means no data; one that pixels of `dtype` can have."""
    has_mask: bool = False
    """Whether a mask, and not the nodata value, tells which pixels are valid."""
    scaling: BandScaling | None = None
    """Scale, offset and unit of each band; None where the file declares none."""
    wavelengths: tuple[float | None, ...] = ()
    """Centre wavelength of each band in nm, None where it is not known; empty where it was not read."""
    tags: Mapping[str, str] = field(default_factory=dict)
    ground_control: GroundControl | None = None
    """GCPs and RPCs, counted in the pixels of the whole raster, whatever part of it `box` is."""

    @property
    def count(self) -> int:
        """Number of bands."""
        return len(self.descriptions)

    @property
    def bytes(self) -> int:
        """Bytes of the raster's pixels."""
        height, width = self.box.shape
        return int(height) * int(width) * self.count * np.dtype(self.dtype).itemsize

    @property
    def placement(self) -> dict[str, Any]:
        """Return the options by which `rasterio.open` writes the raster's georeference."""
        control, affine = self.ground_control, self.box.affine
        if control is None:
            return {"crs": self.crs, "transform": affine}
        grid = {} if control.decides else {"transform": affine}
        return {"crs": self.crs, **grid, **control.creation_options(affine)}

    def choose(self, places: Sequence[int]) -> Self:
        """Return the profile of some of the bands, by their places from 0."""
        if list(places) == list(range(self.count)):
            return self
        return replace(
            self,
            descriptions=tuple(self.descriptions[place] for place in places),
            colorinterp=tuple(self.colorinterp[place] for place in places),
            scaling=self.scaling and self.scaling.choose(places),
            wavelengths=tuple(self.wavelengths[place] for place in places if self.wavelengths),
        )

    def crop(self, window: Window) -> Self:
        """Return the profile of a window of the raster."""
        return replace(self, box=self.box[window.toslices()])

    def zoom(self, scale: int | Fraction) -> Self:
        """Return the profile for pixels `scale` times finer; the upper left corner stays exactly where it is."""
        height, width = (int(side * scale) for side in self.box.shape.yx)
        return replace(self, box=self.box.zoom_to((height, width)))

    def same_grid(self, other: RasterProfile) -> bool:
        """Whether the pixels of both lie in the same places."""
        offset = ~self.box.affine * other.box.affine
        return bool(
            self.box.shape == other.box.shape
            and self.crs == other.crs
            and offset.almost_equals(type(offset).identity(), SAME_GRID)
        )
