"""Builds the profile of a result, or of its spread: that of its raster with other pixels, and tags that say how it was made."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime

from rasterio.enums import ColorInterp
from rasterio.windows import Window

from .. import __version__
from ..device import describe
from ..package.srpk import ModelPackage
from ..raster.profile import RasterProfile
from ..raster.source import Source
from ..torch_build import torch_version
from .predictor import Predictor


def build_result_profile(
    raster: Source, window: Window, package: ModelPackage, predictor: Predictor
) -> RasterProfile:
    """Return the profile of the result for a window of `raster`: the raster's, with other pixels and tags."""
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
    given = raster.profile.choose(package.info.result_places)
    return replace(given.crop(window).zoom(predictor.scale), tags=tags)


def build_spread_profile(profile: RasterProfile, *, signed: bool = False) -> RasterProfile:
    """Return the profile of a raster of standard deviations, or of `signed` differences: floats, with NaN as no data."""
    undefined = (ColorInterp.undefined,) * len(profile.descriptions)
    scaling = profile.scaling.of_differences(signed=signed) if profile.scaling else None
    return replace(
        profile, dtype="float32", nodata=math.nan, colorinterp=undefined, has_mask=False, scaling=scaling
    )
