"""Folding: finer pixels as further channels of the coarser pixels that they lie in (space to depth)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T", bound=np.generic)

RATIOS = (1, 2, 3, 4, 6)
"""Possible ratios: number of guide pixels along the side of a pixel that the guide is folded onto."""


def fold(image: NDArray[T], ratio: int) -> NDArray[T]:
    """Return an image in which each pixel has the `ratio` × `ratio` finer pixels inside it as channels.

    The channels of a band lie beside each other, row by row, as after torch's `pixel_unshuffle`.

    Args:
        image: (..., b, h × ratio, w × ratio).
        ratio: Finer pixels along the side of a coarser one.

    Returns:
        (..., b × ratio², h, w).
    """
    *before, bands, height, width = image.shape
    blocks: NDArray[Any] = image.reshape(*before, bands, height // ratio, ratio, width // ratio, ratio)
    channels = np.moveaxis(blocks, (-3, -1), (-4, -3))
    return channels.reshape(*before, bands * ratio**2, height // ratio, width // ratio)


def unfold(image: NDArray[T], ratio: int) -> NDArray[T]:
    """Return the image of which `fold` made this folded image."""
    *before, channels, height, width = image.shape
    blocks: NDArray[Any] = image.reshape(*before, channels // ratio**2, ratio, ratio, height, width)
    pixels = np.moveaxis(blocks, (-4, -3), (-3, -1))
    return pixels.reshape(*before, channels // ratio**2, height * ratio, width * ratio)


def repeat_for_fold(values: tuple[float, ...], ratio: int) -> tuple[float, ...]:
    """Return values of each band of an image, repeated for the channels of the folded image."""
    return tuple(value for value in values for _ in range(ratio**2))


def fold_places(places: Sequence[int], ratio: int, first: int) -> tuple[int, ...]:
    """Return the places of the channels of some bands in an image whose folded channels begin at `first`."""
    count = ratio**2
    return tuple(first + place * count + part for place in places for part in range(count))
