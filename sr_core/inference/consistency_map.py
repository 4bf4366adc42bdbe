"""Writes where a result, degraded as the model was trained, leaves the raster that it was made from."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from pathlib import Path

import numpy as np
from rasterio.windows import Window

from ..degradations import Degradation, load_known
from ..i18n import english
from ..progress import Advice, Log, Progress
from ..raster.cog import CogWriter
from ..raster.source import Source
from .degraded_comparison import compare_degraded

DEGRADATION_TAG, DIFFERENCE_TAG = "FINER_DEGRADATION", "FINER_MEAN_DIFFERENCE"
"""Of a raster of differences: by what the result was degraded, and their mean magnitude in pixel values."""


def choose_degradation(stated: Mapping[str, object], scale: int) -> Generator[Log, None, Degradation]:
    """Return the degradation that a model states; where it states none that is known here, the mean of the area, and say so."""
    known = load_known(stated, scale)
    if known is None:
        yield Advice(
            ("output_consistency",),
            "The model does not say how its low-resolution images were made: for OUTPUT_CONSISTENCY a "
            "low-resolution pixel is taken as the mean of the result's pixels in it.",
        )
    return known or Degradation.members["area"]()


def write_consistency_map(
    result: Path, writer: CogWriter, source: Source, window: Window, scale: int, degradation: Degradation
) -> Generator[Progress | Log, None, None]:
    """Write the degraded result less the raster; memory use does not grow with the raster.

    Args:
        result: The file that has the result's pixels.
        writer: Takes the differences on the window's pixels, in pixel values; without data where they are not known, see
            `compare_degraded`.
        source: The raster, with the bands of the result.
        window: The window of it that was super-resolved.
        scale: How many times finer the result is.
        degradation: By which the result is degraded.
    """
    count, total = 0, 0.0
    for part in compare_degraded(result, source, window, scale, degradation.kernels(scale)):
        writer.write(part.difference.astype(np.float32), part.known, part.place)
        count += int(part.known.sum())
        total += float(np.abs(part.difference[part.known]).sum())
        yield Progress(part.share, "Writing the consistency layer")
    how = degradation.kernel_description
    with english():
        tags = {DEGRADATION_TAG: degradation.kernel_description}
    if count:
        tags[DIFFERENCE_TAG] = f"{total / count:.4g}"
        yield Log(
            "Degraded again ({how}), the result differs from the raster by {difference:.3g} on average (mean absolute difference, "
            "in units of its pixels).",
            how=how,
            difference=total / count,
        )
    else:
        yield Advice(
            ("output_consistency",),
            "OUTPUT_CONSISTENCY has no data: no pixel has all that it is compared with.",
        )
    writer.close()
    writer.note(**tags)
