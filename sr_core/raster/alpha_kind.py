"""Tells whether a band tagged alpha holds opacity or measured values, such as the near infrared of NAIP images."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import ColorInterp

from ..errors import InputError
from .read_errors import pixel_reads

SAMPLE = 512
"""Rows and columns to which a band is subsampled before its values are classified."""

SOLID = 0.02
"""How far values may be from 0 and from full opacity and still count as transparent and opaque, as a share of full
opacity: lossy compression moves them."""

NOISE = 0.02
"""Largest share of pixels of a mask that may be neither transparent nor opaque without forming a ramp."""

SOFT_SHARE = 0.5
"""Least share of a soft mask's pixels that are transparent or opaque, and least share of its pixels that are opaque
among those that are not transparent."""

SMOOTH = 0.1
"""Texture (see `_texture`) below which values between transparent and opaque are a ramp; ramps have 0.01 or less."""

UNEVEN = 0.15
"""Texture (see `_texture`) from which values are measured ones; the near infrared of NAIP images has 0.34 or more."""

DATA_VALUES = 8
"""Least number of different values in a band of measured values."""

DATA_OPAQUE = 0.1
"""Largest share of pixels at full opacity in a band of measured values, among those that are not transparent."""


class AlphaKind(Enum):
    """What the values of a band tagged alpha are."""

    MASK = "mask"
    """Opacity."""
    DATA = "data"
    """Measured values."""
    UNCLEAR = "unclear"
    """Either of the two: the values do not tell."""


class AlphaBand(NamedTuple):
    """The kind of a band tagged alpha, with the threshold of its mask."""

    kind: AlphaKind
    transparent: float = 0.0
    """Highest value that counts as transparent in a mask: above 0 where lossy compression has changed values."""


def alpha_bands(dataset: rasterio.DatasetReader) -> list[int]:
    """Return the indices, from 1, of the bands tagged alpha."""
    return [b for b, c in zip(dataset.indexes, dataset.colorinterp, strict=True) if c == ColorInterp.alpha]


def alpha_kind(dataset: rasterio.DatasetReader, band: int) -> AlphaKind:
    """Return what a band tagged alpha holds."""
    return look_at_alpha(dataset, band).kind


def look_at_alpha(dataset: rasterio.DatasetReader, band: int) -> AlphaBand:
    """Return kind and threshold of a band tagged alpha. Cached by the state of the file, as each thread opens it."""
    try:
        state = os.stat(dataset.name)
    except OSError:  # not a file
        return _look_at(dataset, band)
    return _look_in_file(dataset.name, band, state.st_mtime_ns, state.st_size)


def refuse_unclear(dataset: rasterio.DatasetReader) -> None:
    """Refuse a dataset with a band tagged alpha whose values do not tell what it holds.

    Raises:
        InputError: There is such a band; the sentence asks the user to set BANDS.
    """
    tagged = alpha_bands(dataset)
    for band in tagged:
        if alpha_kind(dataset, band) is AlphaKind.UNCLEAR:
            others = [b for b in dataset.indexes if b not in tagged]
            raise InputError(
                "Band {band} of {path} is tagged alpha, and its values could be opacity or measured ones: set "
                "BANDS={without} if it says what is transparent, or BANDS={with_it} if it is data such as infrared.",
                band=band,
                path=dataset.name,
                without=_list(others or dataset.indexes),
                with_it=_list(sorted([*others, band])),
            )


def _list(bands: Sequence[int]) -> str:
    return ",".join(map(str, bands))


@lru_cache(maxsize=1024)
def _look_in_file(path: str, band: int, changed: int, size: int) -> AlphaBand:
    with rasterio.open(path) as dataset:
        return _look_at(dataset, band)


def _look_at(dataset: rasterio.DatasetReader, band: int) -> AlphaBand:
    shape = tuple(min(side, SAMPLE) for side in dataset.shape)
    with pixel_reads(dataset.name):
        values = dataset.read(band, out_shape=shape)  # by nearest neighbour, which makes no new values
    return classify_alpha(values)


def classify_alpha(values: NDArray[Any]) -> AlphaBand:
    """Return kind and threshold of a band tagged alpha from its values (h, w)."""
    limit = np.iinfo(values.dtype).max if values.dtype.kind in "iu" else 1
    seen = np.unique(values)
    if bool(np.isin(seen, (0, 1, 255, limit)).all()):
        return AlphaBand(AlphaKind.MASK)
    full = float(next((top for top in (1, 255) if seen.max() == top), limit))
    shown = values[values > SOLID * full]
    opaque = float((shown >= (1 - SOLID) * full).mean()) if shown.size else 0.0
    solid = (values.size - shown.size + opaque * shown.size) / values.size
    between = (values > SOLID * full) & (values < (1 - SOLID) * full)
    if seen.max() <= full and min(solid, opaque) >= SOFT_SHARE:
        is_mask = 1 - solid <= NOISE or _texture(values, between) < SMOOTH
        return AlphaBand(AlphaKind.MASK, SOLID * full) if is_mask else AlphaBand(AlphaKind.UNCLEAR)
    many = len(seen) >= DATA_VALUES and opaque <= DATA_OPAQUE
    is_data = many and _texture(values, values != 0) >= UNEVEN
    return AlphaBand(AlphaKind.DATA if is_data else AlphaKind.UNCLEAR)


def _texture(values: NDArray[Any], counts: NDArray[np.bool_]) -> float:
    """Return the share of pixels that lie clearly off the line between their two neighbours in a row or a column.

    Args:
        values: The band (h, w).
        counts: Which pixels (h, w) count; a pixel is used where it and both its neighbours count.
    """
    image = values.astype(np.float64)
    seen = np.unique(image)
    step = max(float(np.ptp(seen)) / 256, float(np.diff(seen).min()) if len(seen) > 1 else 0.0)
    off = []
    for lines, used in ((image, counts), (image.T, counts.T)):
        before, here, after = lines[:, :-2], lines[:, 1:-1], lines[:, 2:]
        shown = used[:, :-2] & used[:, 1:-1] & used[:, 2:]
        off.append(np.abs(before - 2 * here + after)[shown] >= 2 * step)
    both = np.concatenate(off)
    return float(both.mean()) if both.size else 0.0
