"""Finds out by trial whether a network's result shows its image: each time the same, the same way up, in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from ..i18n import say
from ._onnx_output import no_network

SIDE = 96
"""Pixels along a side of the image that is tried, where the network takes any."""
SQUARE = 4
"""Side of the squares of one value that the image consists of: so large that networks keep them."""
SURE = 0.7
"""Correlation of result and image from which it is certain where the image went; by chance it is below 0.3."""
FARTHEST = 2
"""Low-resolution pixels by which a result may be moved: a convolution of even size, or weights of chance, can do that."""

Image = NDArray[np.float32]


def require_aligned(
    run: Callable[[Image], Image], bands: int, size: tuple[int, int], scale: int, tolerance: float
) -> None:
    """Refuse a network whose result differs from run to run, or shows the image turned, mirrored or in another place.

    Args:
        run: Returns the result (1, c, H, W) of an image (1, c, h, w).
        bands: Bands of the image.
        size: Rows and columns that the network takes.
        scale: How many times finer the result is.
        tolerance: Share of the result's range by which two runs may differ.

    Raises:
        InputError: it does.
    """
    squares = np.random.default_rng(0).random([-(-side // SQUARE) for side in size])
    plain = squares.repeat(SQUARE, 0).repeat(SQUARE, 1)[: size[0], : size[1]].astype(np.float32)
    image = np.broadcast_to(plain, (1, bands, *size))
    result = run(image)
    if np.abs(run(image) - result).max() > tolerance * np.ptp(result):
        raise no_network(
            say(
                "it gives another result for the same image each time, as networks do that add noise or were "
                "exported in training mode: export it in evaluation mode, without noise"
            )
        )
    rows, cols = size
    small = result[0].mean(0).reshape(rows, scale, cols, scale).mean((1, 3))
    (turned, moved), likeness = max(_likenesses(plain, small), key=lambda each: each[1])
    if likeness < SURE:
        return
    if turned:
        raise no_network(
            say(
                "its result shows the image rotated or mirrored: take out what swaps or reverses rows and "
                "columns"
            )
        )
    if max(map(abs, moved)) > FARTHEST:
        raise no_network(
            say(
                "its result shows the image moved by {rows} rows and {cols} columns: take out what cuts or pads one side "
                "only",
                rows=moved[0],
                cols=moved[1],
            )
        )


def _likenesses(image: Image, result: Image) -> Iterator[tuple[tuple[int, tuple[int, int]], float]]:
    """Yield for each orientation that has the result's shape its number, where it fits best, and how well.

    Orientations: 0 to 3 quarter turns, and as many of the transposed image. How well is the magnitude of the correlation
    coefficient, by the transform of Fourier for all places at once, as if the image went on at its other end.
    """
    spectrum, norm = np.fft.rfft2(result - result.mean()), result.std() * result.size
    for number in range(8):
        shown = np.rot90(image.T if number > 3 else image, number % 4)
        if shown.shape != result.shape or not (norm and shown.std()):
            continue
        found = np.fft.irfft2(spectrum * np.fft.rfft2(shown - shown.mean()).conj(), result.shape) / (
            norm * shown.std()
        )
        at = np.unravel_index(np.abs(found).argmax(), found.shape)
        moved = [int(place) - side * (place > side // 2) for place, side in zip(at, found.shape, strict=True)]
        yield (number, (moved[0], moved[1])), float(abs(found[at]))
