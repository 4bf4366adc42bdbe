"""Writes how far the values of a result may be off, pixel by pixel, from the result and what calibration has found."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from ..package.error_table import ErrorTable, PixelFeatures, feature_radius, measure_features
from ..progress import Progress
from ..raster.cog import CogWriter
from ..raster.radiometry import Radiometry
from ..raster.tiling import plan_tiles

SIDE = 1024
"""Pixels of the result a side that are looked at together."""


def write_error_map(
    result: Path,
    writer: CogWriter,
    table: ErrorTable,
    radiometry: Radiometry,
    mean: Sequence[float],
    scale: int,
    coverage: int,
    spread: Path | None = None,
) -> Generator[Progress, None, None]:
    """Write the half-widths of intervals that hold the truth with a probability; memory use does not grow with the result.

    Args:
        result: The file that has its pixels.
        writer: Takes the half-widths, in units of the result's pixels; without data where the result has none.
        table: What calibration has found.
        radiometry: What the values of the result mean.
        mean: Of the model, of each band of the result.
        scale: How many times finer the result is.
        coverage: The probability in percent, `table.highest` at most.
        spread: The file of the standard deviation of samples, in units of the result's pixels, for a table that takes it.
    """
    radius = feature_radius(scale)
    gain = np.abs(np.array(radiometry.gain))[:, None, None]
    middle = np.array(mean)[:, None, None]
    with rasterio.open(result) as dataset, ExitStack() as files:
        deviations = files.enter_context(rasterio.open(spread)) if spread else None
        parts = plan_tiles(Window(0, 0, dataset.width, dataset.height), dataset.shape, SIDE, radius)
        for done, part in enumerate(parts, start=1):
            pixels = dataset.read(window=part.outer)
            valid = (dataset.read_masks(window=part.outer) > 0) & np.isfinite(pixels)
            sr = radiometry.to_physical(np.where(valid, pixels, 0).astype(pixels.dtype))
            differing = deviations.read(window=part.outer) * gain if deviations else None
            features = measure_features(sr, valid, radius, differing)
            inner = (slice(None), *part.inner_in_outer())
            here = PixelFeatures(features.activity[inner], features.brightness[inner] - middle)
            widths = table.half_widths(here, coverage) / gain
            writer.write(widths.astype(np.float32), valid[inner], part.inner)
            yield Progress(done / len(parts), "Writing the error map")
