"""Tiles as pictures: low resolution, bicubic, super-resolved and truth, all stretched alike."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from ..datasets.splits import Split
from ..datasets.tileset import TilePair, TileSet
from ..inference.predictor import Predictor
from ..metrics.correctness import correctness_map
from ..raster.display_bands import display_bands
from .tile_scores import bicubic_upscale, upscale_tile

Picture = NDArray[np.uint8]
"""(h, w, 3)"""


class TilePictures(NamedTuple):
    """One tile as four pictures."""

    lr: Picture
    bicubic: Picture
    sr: Picture
    hr: Picture


CORRECTNESS_COLOURS = {
    "improvement": (27, 158, 119),
    "omission": (117, 112, 179),
    "hallucination": (217, 95, 2),
}
"""Red, green and blue; distinct to people who see no red or no green."""

SIDE = 256
"""Largest side of a picture in high-resolution pixels; of larger tiles the middle is shown."""

THUMBNAIL = 128
"""Side of a picture in a package (high-resolution pixels)."""


def render_tile(predictor: Predictor, tileset: TileSet, split: Split, name: str) -> TilePictures:
    """Return a tile as pictures; the darkest and the brightest 2 % of the truth set the stretch of all four."""
    pair = tileset.read(split, name)
    results = (
        upscale_tile(upscale, tileset, pair)
        for upscale in (bicubic_upscale(predictor.scale, predictor.bands), predictor.upscale)
    )
    return TilePictures(*stretch_alike(tileset, pair, [pair.lr, *results, pair.hr]))


def stretch_alike(tileset: TileSet, pair: TilePair, images: Sequence[NDArray[np.float32]]) -> list[Picture]:
    """Return images as pictures with one stretch, set by the darkest and the brightest 2 % of the truth.

    Args:
        tileset: Whose bands decide which are shown as red, green and blue; a single one is grey.
        pair: The tile that the images show.
        images: (b, h, w), in physical units, at any resolution.
    """
    shown = list(display_bands(tileset.info.bands))
    limits = [
        np.percentile(band[known] if known.any() else band, (2, 98))
        for band, known in zip(pair.hr[shown], pair.valid[shown], strict=True)
    ]
    stretched = []
    for image in images:
        planes = [
            np.clip((band - low) / max(high - low, 1e-12), 0, 1)
            for band, (low, high) in zip(image[shown], limits, strict=True)
        ]
        grey_or_colour = np.stack(planes * 3 if len(planes) == 1 else planes, axis=-1)
        stretched.append((grey_or_colour * 255).round().astype(np.uint8))
    return stretched


def render_correctness(pair: TilePair, sr: NDArray[np.float32]) -> Picture | None:
    """Return where a result shows detail correctly, lacks it or invents it (Aybar et al. 2024); grey where none is relevant.

    Args:
        pair: The tile.
        sr: (b, h × scale, w × scale), in physical units.

    Returns:
        The shares of `correctness_map` mixed from `CORRECTNESS_COLOURS`; None where there are none.
    """
    lr, sr64, hr = (torch.from_numpy(image.astype(np.float64)) for image in (pair.lr, sr, pair.hr))
    shares = correctness_map(lr, sr64, hr, torch.from_numpy(np.logical_and.reduce(pair.valid)))
    if shares is None:
        return None
    coloured = np.einsum("shw,sc->hwc", shares.numpy(), np.array(list(CORRECTNESS_COLOURS.values()), float))
    picture: Picture = np.where(np.isnan(coloured), 232, coloured).round().astype(np.uint8)
    return picture


def crop_middle(images: Sequence[Picture], scale: int, side: int) -> list[Picture]:
    """Return the same middle of pictures of one tile.

    Args:
        images: Pictures at any resolution, the first of them at low resolution.
        scale: Of the tile.
        side: Width and height of the middle at most (high-resolution pixels).
    """
    most, (height, width) = side // scale, images[0].shape[:2]
    top, left = max(0, height - most) // 2, max(0, width - most) // 2
    cut = []
    for image in images:
        times = image.shape[0] // height
        rows, columns = (slice(times * first, times * (first + most)) for first in (top, left))
        cut.append(image[rows, columns])
    return cut


def render_thumbnail(predictor: Predictor, tileset: TileSet, split: Split, name: str) -> bytes:
    """Return the middle of a tile at low resolution and super-resolved, side by side, as a small PNG file."""
    shown = render_tile(predictor, tileset, split, name)
    lr, sr = crop_middle([shown.lr, shown.sr], predictor.scale, THUMBNAIL)
    lr = lr.repeat(predictor.scale, axis=0).repeat(predictor.scale, axis=1)
    return encode_png(np.concatenate([lr, np.full((len(lr), 4, 3), 255, np.uint8), sr], axis=1))


def encode_png(picture: Picture) -> bytes:
    """Return a picture as a PNG file."""
    from matplotlib.image import imsave  # slow to import, and no other job needs it

    file = io.BytesIO()
    imsave(file, picture, format="png")
    return file.getvalue()
