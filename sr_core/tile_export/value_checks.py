"""Warns of values that the rasters of an export should not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rasterio.windows import Window

from ..progress import Log
from ..raster.pansharpened_raster import Pansharpened
from ..raster.pixel_windows import find_window, ground_extent
from ..raster.raster_reader import Raster
from ..raster.source import Source
from ..raster.undeclared_nodata import warn_of_flat_pan, warn_of_undeclared_nodata
from .scene import Scene

MOST_SCENES = 20
"""Scenes that are looked at, evenly spread over all."""


def warn_of_odd_values(scenes: Sequence[Scene]) -> Iterator[Log]:
    """Warn of values that seem to mean no data, and of a panchromatic raster without detail."""
    for scene in scenes[:: -(-len(scenes) // MOST_SCENES)]:
        with scene.open() as opened:
            warnings = [*_of_side(opened.hr, scene.region)]
            if opened.lr is not None:
                whole = isinstance(opened.lr, Raster | Pansharpened)
                # A scene on the web is much larger, and slow to read.
                used = opened.lr.region if whole else find_window(ground_extent(opened.hr), opened.lr)
                warnings += _of_side(opened.lr, used)
            if opened.guide is not None:
                guide = opened.guide.source
                warnings += _of_side(guide, guide.region)
        if warnings:
            yield from warnings
            return


def _of_side(source: Source, region: Window) -> Iterator[Log]:
    if isinstance(source, Pansharpened):
        yield from warn_of_undeclared_nodata(source.xs, source.xs.region)
        yield from warn_of_undeclared_nodata(source.pan, region)
        yield from warn_of_flat_pan(source.pan, region)
    else:
        yield from warn_of_undeclared_nodata(source, region)
