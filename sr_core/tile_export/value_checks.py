"""Warns of values that the rasters of an export should not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rasterio.windows import Window

from ..progress import Log
from ..raster.io import Raster
from ..raster.pansharpened import Pansharpened
from ..raster.source import Source
from ..raster.undeclared_nodata import warn_of_flat_pan, warn_of_undeclared_nodata
from .scene import Scene

MOST_SCENES = 20
"""Scenes that are looked at, evenly spread over all."""


def warn_of_odd_values(scenes: Sequence[Scene]) -> Iterator[Log]:
    """Warn of values that seem to mean no data, and of a panchromatic raster without detail; not of rasters on the web."""
    for scene in scenes[:: -(-len(scenes) // MOST_SCENES)]:
        with scene.open() as opened:
            warnings = [*_of_side(opened.hr, scene.region)]
            if opened.lr is not None:
                warnings += _of_side(opened.lr, opened.lr.region)
        if warnings:
            yield from warnings
            return


def _of_side(source: Source, region: Window) -> Iterator[Log]:
    if isinstance(source, Pansharpened):
        yield from warn_of_undeclared_nodata(source.xs, source.xs.region)
        yield from warn_of_undeclared_nodata(source.pan, region)
        yield from warn_of_flat_pan(source.pan, region)
    elif isinstance(source, Raster):
        yield from warn_of_undeclared_nodata(source, region)
