"""Synthetic images of flat surfaces with ideal edges: the dead leaves model (Lee, Mumford and Huang 2001).

A network that learns from photographs alone rarely sees a surface that is exactly flat next to a strong edge, and may draw
a pattern there. A few synthetic images among the others teach it not to (Achddou, Gousseau and Ladjal 2021).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray

SIDE = 256
"""Pixels along each axis of an image."""
FINER = 4
"""Samples along each axis of a pixel; their mean is the pixel, as a detector would see it."""
SURFACES = 150
"""Surfaces in an image, which cover one another."""
SIZES = (10.0, 110.0)
"""Smallest and largest size of a surface in pixels; the number of surfaces falls with the square of their size."""
EXTREME = 0.15
"""Share of the surfaces that are as dark as a shadow or as bright as a white roof, up to saturation."""
EXTREMES = ((0, 25), (225, 255))


def write_dead_leaves(folder: Path, colours_from: Sequence[Path], count: int, seed: int = 0) -> None:
    """Write 8-bit images of overlapping flat discs and rectangles.

    Args:
        folder: Where they are written, as `dead_leaves_000.tif` and so on.
        colours_from: Rasters whose pixels give the surfaces' colours, and whose profile the images get.
        count: Number of images.
        seed: Of all that is drawn by lot.
    """
    rng = np.random.default_rng(seed)
    for number in range(count):
        with rasterio.open(colours_from[int(rng.integers(len(colours_from)))]) as raster:
            colours = raster.read().reshape(raster.count, -1)
            profile = {**raster.profile, "width": SIDE, "height": SIDE, "nodata": None}
            names = raster.descriptions
        with rasterio.open(folder / f"dead_leaves_{number:03}.tif", "w", **profile) as image:
            image.write(_draw_image(colours, rng))
            image.descriptions = names


def _draw_image(colours: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return an image (b, SIDE, SIDE) of surfaces with colours drawn from the columns of `colours` (b, n)."""
    samples = np.empty((len(colours), SIDE * FINER, SIDE * FINER), np.float32)
    samples[:] = colours[:, int(rng.integers(colours.shape[1])), None, None]
    for _ in range(SURFACES):
        colour = colours[:, int(rng.integers(colours.shape[1]))].astype(np.float32)
        if rng.random() < EXTREME:
            colour = rng.uniform(*EXTREMES[int(rng.integers(2))], len(colours)).astype(np.float32)
        _draw_surface(samples, colour, rng)
    pixels = samples.reshape(len(colours), SIDE, FINER, SIDE, FINER).mean(axis=(2, 4))
    return np.rint(pixels).astype(np.uint8)


def _draw_surface(
    samples: NDArray[np.float32], colour: NDArray[np.float32], rng: np.random.Generator
) -> None:
    """Paint a disc or a rotated rectangle of a random size and place over an image of samples."""
    least, most = (1 / size for size in SIZES)
    size = FINER / (least + rng.random() * (most - least))
    centre = rng.uniform(0, SIDE * FINER, 2)
    reach = 1.5 * size  # a rectangle's corners are less far from its centre
    top, left = (max(0, int(each - reach)) for each in centre)
    part = samples[:, top : int(centre[0] + reach), left : int(centre[1] + reach)]
    down = np.arange(part.shape[1], dtype=np.float32)[:, None] + np.float32(top - centre[0])
    right = np.arange(part.shape[2], dtype=np.float32) + np.float32(left - centre[1])
    if rng.random() < 0.3:
        inside = down**2 + right**2 < size**2
    else:
        angle, ratio = rng.uniform(0, np.pi), rng.uniform(0.3, 1)
        along = np.abs(down * np.sin(angle) + right * np.cos(angle))
        across = np.abs(down * np.cos(angle) - right * np.sin(angle))
        inside = (along < size) & (across < size * ratio)
    part[:, inside] = colour[:, None]
