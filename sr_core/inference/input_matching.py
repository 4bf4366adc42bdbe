"""Brings a raster and a model together: bands, radiometry, and what the result will be."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from rasterio.enums import ColorInterp
from rasterio.windows import Window

from .. import __version__
from ..device import describe
from ..errors import InputError
from ..package.info import PackageInfo
from ..package.srpk import ModelPackage
from ..raster.io import Raster
from ..raster.profile import RasterProfile
from ..raster.radiometry import Radiometry
from ..torch_build import torch_version
from .predictor import Predictor


def match_bands(raster: Raster, wanted: tuple[str, ...], *, by_name: bool) -> Raster:
    """Return `raster` with the bands that a model wants: those it names, if `by_name` and all are there, or else all.

    Raises:
        InputError: the number of bands does not fit.
    """
    names = raster.profile.descriptions
    distinct = len(set(names)) == len(names) and "" not in wanted
    if by_name and distinct and set(wanted) <= set(names):
        return replace(raster, bands=tuple(raster.bands[names.index(name)] for name in wanted))
    if len(names) != len(wanted):
        raise InputError(
            "The model wants {count} bands ({wanted}) and gets {have} of {path}: choose BANDS in the model's order.",
            count=len(wanted),
            wanted=", ".join(name or "?" for name in wanted),
            have=len(names),
            path=raster.name,
        )
    return raster


def match_radiometry(
    raster: Raster, info: PackageInfo, gain: Sequence[float] | None, offset: Sequence[float] | None
) -> Radiometry:
    """Return what the raster's pixel values mean to a model; `gain` and `offset` are what the user says of the raster.

    Raises:
        InputError: the pixel type is not the model's, and nobody has said what the values mean.
    """
    bands = len(raster.bands)
    if info.dtype is None:
        return Radiometry.of(raster.dtype, bands, gain, offset)
    if raster.dtype != info.dtype and not gain:
        raise InputError(
            "The model was trained on {trained} pixels with gain {gain:.6g} and {path} has {dtype} pixels: "
            "set GAIN to say what one step of a pixel value is worth here.",
            trained=info.dtype,
            gain=info.radiometry.gain[0],
            path=raster.name,
            dtype=raster.dtype,
        )
    own = info.radiometry
    return Radiometry.of(raster.dtype, bands, gain or own.gain, offset or own.offset)


def build_result_profile(
    raster: Raster, window: Window, package: ModelPackage, predictor: Predictor
) -> RasterProfile:
    """Return what the result for a window of `raster` is: the raster's own but for pixels and tags."""
    tags = {
        "FINER_VERSION": __version__,
        "FINER_SCALE": str(predictor.scale),
        "FINER_MODEL": package.name,
        "FINER_BACKBONE": package.info.backbone.id,
        "FINER_TORCH": torch_version() or "",
        "FINER_DEVICE": describe(predictor.device),
        "FINER_DATE": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        **predictor.tags,
    }
    return replace(raster.profile.crop(window).zoom(predictor.scale), tags=tags)


def build_spread_profile(profile: RasterProfile) -> RasterProfile:
    """Return the profile for standard deviations, which have fractions, and are NaN where there are none."""
    undefined = (ColorInterp.undefined,) * len(profile.descriptions)
    return replace(profile, dtype="float32", nodata=math.nan, colorinterp=undefined, has_mask=False)
