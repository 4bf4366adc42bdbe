"""Neighbouring scenes on the web as one raster, on the grid of the first; each pixel is that of the first that has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.windows import Window

from ..errors import InputError
from ..raster.downsampling import REACH
from ..raster.pixel_windows import find_unbounded_window, ground_extent, intersect
from ..raster.profile import RasterProfile
from ..raster.raster_reader import common_dtype
from ..raster.source import Source
from .remote_band import pixel_shift


class Part(Source, Protocol):
    """A scene that can be read on any grid."""

    @property
    def resampled(self) -> tuple[str, ...]:
        """Names of the assets whose pixels are not those of the scene's grid."""

    def read_on(
        self, profile: RasterProfile, window: Window
    ) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) of a window of a grid, of the type of `profile`, and which are valid."""


class SceneMosaic(Source):
    """Scenes of the same bands, put together.

    Raises:
        InputError: they do not have the same bands, or are nowhere.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        first = parts[0].profile
        for part in parts[1:]:
            if part.profile.count != first.count or part.crs is None or first.crs is None:
                raise InputError(
                    "{scene} and {other} have other bands: choose other ASSETS.",
                    scene=parts[0].name,
                    other=part.name,
                )
        self._windows = [
            find_unbounded_window(ground_extent(part), first.box, first.crs, parts[0].name) for part in parts
        ]

    @property
    def name(self) -> str:
        return " + ".join(part.name for part in self.parts)

    @cached_property
    def profile(self) -> RasterProfile:
        """Return what the first part is, on its grid continued to all of them."""
        first = self.parts[0].profile
        left, top, right, bottom = self._edges
        dtype = common_dtype(part.dtype for part in self.parts)
        affine = first.box.affine * type(first.box.affine).translation(left, top)
        return replace(first, box=GeoBox((bottom - top, right - left), affine, None), dtype=dtype)

    @property
    def resampled(self) -> tuple[str, ...]:
        """Names of assets, and of parts, whose pixels are not those of the grid."""
        elsewhere = (part.name for part in self.parts if pixel_shift(self.profile, part.profile) is None)
        names = (name for part in self.parts for name in part.resampled)
        return tuple(dict.fromkeys([*names, *elsewhere]))

    @property
    def reach(self) -> int:
        return max(max(part.reach for part in self.parts), 2 * REACH if self.resampled else 0)

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) of a window of the grid and which of them are valid.

        Raises:
            NetworkError: they cannot be read.
        """
        profile = self.profile
        shape = profile.count, window.height, window.width
        pixels = np.full(shape, profile.nodata or 0, profile.dtype)
        valid = np.zeros(shape, bool)
        left, top, _, _ = self._edges
        on_first = Window(window.col_off + left, window.row_off + top, window.width, window.height)
        for part, its_window in zip(self.parts, self._windows, strict=True):
            whole = valid.all(axis=0)
            if whole.all() or not intersect(on_first, its_window):
                continue
            more, known = part.read_on(profile, window)
            # A pixel is that of one scene in all bands; those that no scene has whole are of the first that has any.
            take = ~whole & (known.all(axis=0) | ~valid.any(axis=0))
            pixels, valid = np.where(take, more, pixels), np.where(take, known, valid)
        return pixels, valid

    @cached_property
    def _edges(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of all parts, in pixels of the first."""
        return (
            min(window.col_off for window in self._windows),
            min(window.row_off for window in self._windows),
            max(window.col_off + window.width for window in self._windows),
            max(window.row_off + window.height for window in self._windows),
        )
