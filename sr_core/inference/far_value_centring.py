"""Shifts values that lie far from zero by their mean, in float64, before a network computes in float32."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..package.srpk import ModelPackage
from ..progress import Advice, Log
from ..raster.float32_precision import FAR, WIDE
from ..raster.radiometry import Radiometry
from ..raster.source import Source

SAMPLE = 512
"""Side in pixels of the sample that is read to find out how far from zero values are."""


def centre_far_model(package: ModelPackage) -> tuple[ModelPackage, tuple[float, ...] | None]:
    """Return a model that takes values less by its mean, and that mean, if it lies far from zero.

    Networks subtract it themselves, but in float32. Other models are returned as they are, with None.
    """
    info = package.info
    means = info.input_mean
    if not any(abs(mean) > FAR * std for mean, std in zip(means, info.input_std, strict=True)):
        return package, None
    if package.torch_net is not None:
        package.torch_net.mean.zero_()
    guide = info.guide and info.guide.model_copy(update={"mean": (0.0,) * len(info.guide.mean)})
    centred = info.model_copy(update={"mean": (0.0,) * len(info.mean), "guide": guide})
    return replace(package, info=centred), means


def warn_of_far_values(raster: Source, window: Window, radiometry: Radiometry) -> Iterator[Log]:
    """Log a warning where float32 cannot hold differences that the pixels of a window have."""
    if raster.dtype not in WIDE:
        return
    pixels, valid = read_middle(raster, window)
    for values, known, gain, offset in zip(pixels, valid, radiometry.gain, radiometry.offset, strict=True):
        physical = values[known].astype(np.float64) * gain + offset
        if physical.size and abs(physical.mean()) > FAR * physical.std() > 0:
            yield Log(
                "Values of {path} are about {mean:.6g} with a standard deviation of {std:.3g}, which the model "
                "loses by rounding.",
                path=raster.name,
                mean=float(physical.mean()),
                std=float(physical.std()),
            )
            yield Advice(("offset",), "Set OFFSET to bring them near zero.")
            return


def read_middle(raster: Source, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
    """Return the pixels (b, h, w) in the middle of a window, at most `SAMPLE` in each direction, and which are valid."""
    width, height = min(SAMPLE, window.width), min(SAMPLE, window.height)
    left, top = window.col_off + (window.width - width) // 2, window.row_off + (window.height - height) // 2
    return raster.read(Window(left, top, width, height))
