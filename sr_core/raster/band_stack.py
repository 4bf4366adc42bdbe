"""Bands of several rasters on one pixel grid as one raster, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from .band_scaling import join_scalings
from .profile import RasterProfile
from .source import Source


@dataclass(frozen=True)
class BandStack(Source):
    """A raster made of bands of several sources on one pixel grid.

    Args:
        parts: The sources, all of one type and with the same nodata value, each with the column and row of its first pixel
            on the grid.
        grid: Profile whose pixel grid, type and nodata value the bands are read in.
        names: Descriptions of the wanted bands, in order; each is the description of a band of `parts`.
    """

    parts: Sequence[tuple[Source, tuple[int, int]]]
    grid: RasterProfile
    names: Sequence[str]

    @property
    def name(self) -> str:
        return self.parts[0][0].name

    @cached_property
    def _places(self) -> list[int]:
        """Places of the wanted bands among the bands of all parts."""
        known = [name for part, _ in self.parts for name in part.profile.descriptions]
        return [known.index(name) for name in self.names]

    @cached_property
    def profile(self) -> RasterProfile:
        """Return the profile: the grid, with the wanted bands."""
        profiles = [part.profile for part, _ in self.parts]
        # A band that is alone in its file is grey, and among others is not.
        colours = [
            ColorInterp.undefined if colour == ColorInterp.gray else colour
            for each in profiles
            for colour in each.colorinterp
        ]
        scaling = join_scalings([(each.scaling, each.count) for each in profiles])
        return replace(
            self.grid,
            descriptions=tuple(self.names),
            colorinterp=tuple(colours[place] for place in self._places),
            scaling=scaling and scaling.choose(self._places),
        )

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) of a window of the grid, and which are valid."""
        each = [
            part.read(Window(window.col_off - col, window.row_off - row, window.width, window.height))
            for part, (col, row) in self.parts
        ]
        pixels, valid = (np.concatenate([sides[i] for sides in each]) for i in (0, 1))
        return pixels[self._places], valid[self._places]
