"""How the low-resolution side of a tile set came to be: made from the high-resolution side, or observed."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ..degradations import Degradation
from ..schema import Config


class Observed(Config):
    """LR is another raster of the same place; what lies between two sensors is not known."""

    id: Literal["observed"] = "observed"

    resampled: bool
    """Whether it had to be moved by a fraction of a pixel onto HR's lattice (cubic convolution)."""


Origin = Annotated[Observed | Degradation, Field(union_mode="left_to_right")]
"""As tileset.json and packages tell it."""


def made_by(
    degradation: Degradation,
    hr: tuple[NDArray[np.generic], NDArray[np.bool_]],
    lr: tuple[NDArray[np.generic], NDArray[np.bool_]],
    scale: int,
    nodata: float | None,
) -> bool | None:
    """Whether the LR pixels of a tile are its HR ones, degraded so, but for rounding; none if it cannot be told.

    It cannot where there is nothing but rim (pixels that depend on what lies around the tile), or so little texture
    that a plain average would give the same.
    """
    rim, (pixels, valid) = degradation.halo(scale) // scale, lr
    inner = (slice(None), slice(rim, -rim), slice(rim, -rim))
    made, made_valid = degradation.apply(*hr, scale, nodata)
    whole = np.logical_and.reduce(hr[1].reshape(*_blocks(hr[1], scale)), axis=(2, 4))
    counted = (made_valid & valid & whole)[inner]
    if not counted.any():
        return None
    plain = hr[0].reshape(*_blocks(hr[0], scale)).mean(axis=(2, 4), dtype=np.float64)
    rounding = 1.0 if hr[0].dtype.kind in "iu" else 1e-5 * float(np.abs(made[inner][counted]).max())
    off, off_plain = (
        np.abs(pixels[inner].astype(np.float64) - other[inner].astype(np.float64))[counted].max()
        for other in (made, plain)
    )
    return None if max(off, off_plain) <= rounding else bool(off <= rounding)


def _blocks(image: NDArray[np.generic], scale: int) -> tuple[int, int, int, int, int]:
    """Shape in which an image's (b, h, w) blocks of `scale` × `scale` pixels have axes of their own, 2 and 4."""
    bands, height, width = image.shape
    return bands, height // scale, scale, width // scale, scale
