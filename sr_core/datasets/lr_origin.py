"""Describes the origin of a tile set's low-resolution side: made from the high-resolution side, or observed."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ..degradations import Degradation
from ..schema import Config


class Observed(Config):
    """LR is another raster of the same place; the degradation between the two sensors is not known."""

    id: Literal["observed"] = "observed"

    resampled: bool
    """Whether LR was resampled onto HR's grid (cubic convolution)."""


Origin = Annotated[Observed | Degradation, Field(union_mode="left_to_right")]
"""Origin of LR, as tileset.json and packages hold it."""


def matches_degradation(
    degradation: Degradation,
    hr: tuple[NDArray[np.generic], NDArray[np.bool_]],
    lr: tuple[NDArray[np.generic], NDArray[np.bool_]],
    scale: int,
    nodata: float | None,
) -> bool | None:
    """Return whether the LR pixels of a tile are its HR pixels, degraded and rounded; none if that is undecidable.

    It is where all pixels depend on what lies around the tile, or where there is so little texture that a plain
    average would give the same.

    Args:
        degradation: What LR may have been made by.
        hr: Pixels (b, h × scale, w × scale) as stored, and which are valid.
        lr: Pixels (b, h, w) as stored, and which are valid.
        scale: How many times finer HR is.
        nodata: Value of pixels that are not valid.
    """
    rim, (pixels, valid) = degradation.halo(scale) // scale, lr
    inner = (slice(None), slice(rim, -rim), slice(rim, -rim))
    made, made_valid = degradation.apply(*hr, scale, nodata)
    whole = np.logical_and.reduce(hr[1].reshape(*_block_shape(hr[1], scale)), axis=(2, 4))
    counted = (made_valid & valid & whole)[inner]
    if not counted.any():
        return None
    plain = hr[0].reshape(*_block_shape(hr[0], scale)).mean(axis=(2, 4), dtype=np.float64)
    rounding = 1.0 if hr[0].dtype.kind in "iu" else 1e-5 * float(np.abs(made[inner][counted]).max())
    off, off_plain = (
        np.abs(pixels[inner].astype(np.float64) - other[inner].astype(np.float64))[counted].max()
        for other in (made, plain)
    )
    return None if max(off, off_plain) <= rounding else bool(off <= rounding)


def _block_shape(image: NDArray[np.generic], scale: int) -> tuple[int, int, int, int, int]:
    """Return the shape that gives the `scale` × `scale` blocks of an image (b, h, w) axes of their own, 2 and 4."""
    bands, height, width = image.shape
    return bands, height // scale, scale, width // scale, scale
