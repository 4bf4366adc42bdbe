"""A raster and a model brought together: bands, radiometry, and what the result will be."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from rasterio.enums import ColorInterp
from rasterio.windows import Window

from .. import __version__
from ..errors import BadInput
from ..package.srpk import PackageInfo
from ..raster.io import Raster
from ..raster.profile import RasterProfile
from ..raster.radiometry import Radiometry


def matched(raster: Raster, wanted: tuple[str, ...], *, by_name: bool) -> Raster:
    """`raster` with as many bands as a model wants: those it names, if `by_name` and all are there, or else all.

    Raises:
        BadInput: the number of bands does not fit.
    """
    names = raster.profile.descriptions
    distinct = len(set(names)) == len(names) and "" not in wanted
    if by_name and distinct and set(wanted) <= set(names):
        return replace(raster, bands=tuple(raster.bands[names.index(name)] for name in wanted))
    if len(names) != len(wanted):
        raise BadInput(
            "The model wants {count} bands ({wanted}) and gets {have} of {path}: choose BANDS in the model's order.",
            count=len(wanted),
            wanted=", ".join(name or "?" for name in wanted),
            have=len(names),
            path=raster.dataset.name,
        )
    return raster


def radiometry_of(
    raster: Raster, info: PackageInfo, gain: Sequence[float] | None, offset: Sequence[float] | None
) -> Radiometry:
    """From the raster's pixel values to the physical values the model was trained on; `gain` and `offset` are what the
    user says of the raster.

    Raises:
        BadInput: the pixel type is not the model's, and nobody has said what the values mean.
    """
    if info.dtype is None:
        return Radiometry.of(raster.dtype, len(raster.bands), gain, offset)
    if raster.dtype != info.dtype and not gain:
        raise BadInput(
            "The model was trained on {trained} pixels with gain {gain:.6g} and {path} has {dtype} pixels: "
            "set GAIN to say what one step of a pixel value is worth here.",
            trained=info.dtype,
            gain=info.radiometry.gain[0],
            path=raster.dataset.name,
            dtype=raster.dtype,
        )
    return Radiometry.of(
        raster.dtype,
        len(raster.bands),
        gain or info.radiometry.gain,
        offset or info.radiometry.offset,
    )


def finer_layout(raster: Raster, window: Window, scale: int, **tags: str) -> RasterProfile:
    """Of the result for a window of `raster`: all but the pixels is the raster's."""
    tags = {"FINER_VERSION": __version__, "FINER_SCALE": str(scale), **tags}
    return replace(raster.profile.crop(window).zoom(scale), tags=tags)


def of_floats(layout: RasterProfile) -> RasterProfile:
    """The same for numbers that are no pixel values: they may have fractions, and where there are none there is NaN."""
    undefined = (ColorInterp.undefined,) * len(layout.descriptions)
    return replace(layout, dtype="float32", nodata=math.nan, colorinterp=undefined, has_mask=False)
