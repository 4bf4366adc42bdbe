"""Matches the radiometry of a raster to a model: what its pixel values mean, and whether they are like those of the training."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from rasterio.windows import Window

from ..errors import InputError
from ..package.info import PackageInfo
from ..progress import Advice, Log
from ..raster.band_scaling import declared_radiometry, declared_scaling_log, distinct
from ..raster.radiometry import Radiometry
from ..raster.raster_reader import Raster
from ..raster.source import Source
from .far_value_centring import read_middle

UNLIKE = 5.0
"""Ratio between a raster's values and those of the training from which on they are taken to mean something else: scenes of
the same sensor seldom differ so in all bands, and another unit or scale is mostly a power of ten, or 255."""


def match_radiometry(
    raster: Raster, info: PackageInfo, gain: Sequence[float] | None, offset: Sequence[float] | None
) -> Radiometry:
    """Return the radiometry of the raster's pixel values for a model; `gain` and `offset` are the user's parameters.

    What the user leaves blank is as the raster's file declares it, or else as the model was trained.

    Raises:
        InputError: the pixel type is not the model's, and nobody has said what the values mean.
    """
    bands, scaling = len(raster.bands), raster.profile.scaling
    is_declared = scaling is not None and all(scaling.declared)
    if info.dtype is not None and raster.dtype != info.dtype and not gain and not is_declared:
        raise InputError(
            "The model was trained on {trained} pixels with gain {gain:.6g} and {path} has {dtype} pixels: set "
            "GAIN so that pixel value × gain + offset is the physical value.",
            trained=info.dtype,
            gain=info.radiometry.gain[0],
            path=raster.name,
            dtype=raster.dtype,
        )
    usual = Radiometry.default(raster.dtype, bands) if info.dtype is None else info.radiometry
    usual = declared_radiometry(raster.name, scaling, usual, gain, offset)
    return Radiometry.of(raster.dtype, bands, gain or usual.gain, offset or usual.offset)


def radiometry_log(
    raster: Raster,
    info: PackageInfo,
    radiometry: Radiometry,
    gain: Sequence[float] | None,
    offset: Sequence[float] | None,
) -> Iterator[Log]:
    """Log where gain and offset come from, unless they are only the user's or the model's."""
    scaling = raster.profile.scaling
    if scaling and any(scaling.declared) and not (gain and offset):
        yield declared_scaling_log(raster.name, radiometry, gain, offset)
        own = info.radiometry
        if info.dtype == raster.dtype and not _alike(radiometry, own):
            yield Log(
                "The model was trained on {dtype} pixels × {gain} + {offset}.",
                dtype=info.dtype,
                gain=distinct(own.gain),
                offset=distinct(own.offset),
            )
            yield Advice(
                ("gain", "offset"),
                "Set GAIN and OFFSET to these if {path} is stored as the training data were.",
                path=raster.name,
            )
    elif info.dtype is None:
        yield Log(
            "Pixel values × {gain} are taken for physical values, where 1 is white.",
            gain=distinct(radiometry.gain),
        )
        yield Advice(("gain",), "Set GAIN if pixel values mean something else.")


def warn_of_unlike_values(
    raster: Source, window: Window, radiometry: Radiometry, info: PackageInfo
) -> Iterator[Log]:
    """Log a warning where physical values of all bands are far larger, or far smaller, than those of the training."""
    if not any(info.mean):  # an imported model does not say what it learnt from
        return
    pixels, valid = read_middle(raster, window)
    here, trained = [], [math.hypot(mean, std) for mean, std in zip(info.mean, info.std, strict=True)]
    for values, known, gain, offset in zip(pixels, valid, radiometry.gain, radiometry.offset, strict=True):
        physical = values[known].astype(np.float64) * gain + offset
        if not physical.any():
            return
        here.append(math.sqrt(np.square(physical).mean()))
    ratios = [one / other for one, other in zip(here, trained, strict=True)]
    if min(ratios) > UNLIKE or max(ratios) < 1 / UNLIKE:
        yield Log(
            "Warning: pixel value × gain + offset is about {here:.3g} in {path}, and was about {trained:.3g} in "
            "the model's training data: expect artefacts, unless both mean the same.",
            here=here[0],
            path=raster.name,
            trained=trained[0],
        )
        yield Advice(("gain", "offset"), "Set GAIN and OFFSET so that both mean the same.")


def _alike(one: Radiometry, other: Radiometry) -> bool:
    return bool(np.allclose(one.gain, other.gain, 1e-5, 0) and np.allclose(one.offset, other.offset, 1e-5))
