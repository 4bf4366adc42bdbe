"""Red, green and blue of a raster as an image of three 8-bit bands, to be looked at."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from ..progress import Log, Progress, run_part
from .cog import cog_writer
from .display_bands import display_bands
from .profile import RasterProfile
from .raster_reader import Raster
from .source import Source
from .window_copy import copy_window

SAMPLE = 1024
"""Rows and columns of the sample from which the percentiles of the stretch are computed."""

CUT = (2.0, 98.0)
"""Percentiles of a band's values that are stretched to black and to full colour."""


class TrueColourImage(Source):
    """Red, green and blue of a raster, each stretched between two percentiles to 1 to 255; 0 is no data."""

    def __init__(self, raster: Raster) -> None:
        places = display_bands(raster.profile.descriptions)
        self._bands = raster.choose(places if len(places) == 3 else places * 3)
        self._ends = _percentiles(self._bands)

    @property
    def name(self) -> str:
        return self._bands.name

    @property
    def profile(self) -> RasterProfile:
        """Return the profile of the raster, changed to three bands of 8 bits."""
        return replace(
            self._bands.profile,
            dtype="uint8",
            nodata=0,
            has_mask=False,
            scaling=None,
            colorinterp=(ColorInterp.red, ColorInterp.green, ColorInterp.blue),
        )

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (3, h, w) of a window, and where all three bands are valid."""
        stored, valid = self._bands.read(window)
        low, high = self._ends
        share = (stored.astype(np.float64) - low) / np.maximum(high - low, 1e-12)
        pixels = (1 + np.rint(254 * np.clip(share, 0, 1))).astype(np.uint8)
        known = np.broadcast_to(valid.all(axis=0), valid.shape)
        return np.where(known, pixels, 0).astype(np.uint8), known


def write_true_colour(raster: Raster, path: str) -> Generator[Progress | Log, None, None]:
    """Write red, green and blue of an open raster as a cloud-optimised GeoTIFF of 8 bits.

    Raises:
        OutputError: The file cannot be written.
    """
    image = TrueColourImage(raster)
    height, width = image.box.shape
    with cog_writer(path, image.profile) as writer:
        yield from run_part(copy_window(image, Window(0, 0, width, height), writer), 0, 0.8)
        for share in writer.finish():
            yield Progress(0.8 + 0.2 * share, "Compressing and building overviews")


def _percentiles(raster: Raster) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the values (3, 1, 1) that become black and those that become full colour, from a sample of valid pixels."""
    height, width = raster.box.shape
    shape = (min(height, SAMPLE), min(width, SAMPLE))
    window = Window(0, 0, width, height)
    sample = raster.dataset.read(list(raster.bands), window=window, out_shape=(3, *shape))
    valid = raster.validity.of(sample, window, shape)
    ends = [
        np.percentile(band[known], CUT) if known.any() else np.array([0.0, 1.0])
        for band, known in zip(sample, valid, strict=True)
    ]
    low, high = np.array(ends).T[:, :, None, None]
    return low, high
