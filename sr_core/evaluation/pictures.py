"""Tiles as pictures for people: low resolution, bicubic, super-resolved and truth, all stretched alike."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from ..datasets.tileset import Split, TilePair, TileSet
from ..i18n import say
from ..inference.predictor import Predictor
from ..raster.display_bands import display_bands
from .correctness import correctness_map
from .tile_scores import delivered, with_bicubic

Picture = NDArray[np.uint8]
"""(h, w, 3)"""


class Pictures(NamedTuple):
    """One tile four times."""

    lr: Picture
    bicubic: Picture
    sr: Picture
    hr: Picture


TITLES = ("Low resolution", "Bicubic", "Super-resolved", "Truth")
"""What the four are called."""


ADDED = {"improvement": (27, 158, 119), "omission": (117, 112, 179), "hallucination": (217, 95, 2)}
"""Colours of what was added; people who see no red or no green can tell them apart."""

SIDE = 256
"""Of a picture at most (high-resolution pixels): of larger tiles the middle is shown."""

THUMBNAIL = 128
"""Side of a picture in a package (high-resolution pixels)."""


def pictures(net: Predictor, tileset: TileSet, split: Split, name: str) -> Pictures:
    """A tile as pictures; the darkest and the brightest 2 % of the truth set the stretch of all four."""
    pair = tileset.read(split, name)
    made = (delivered(way, tileset, pair) for way in (with_bicubic(net.scale), net.upscale))
    return Pictures(*stretched_alike(tileset, pair, [pair.lr, *made, pair.hr]))


def stretched_alike(tileset: TileSet, pair: TilePair, images: Sequence[NDArray[np.float32]]) -> list[Picture]:
    """Images (b, h, w) of a tile as pictures, by the darkest and the brightest 2 % of its truth."""
    bands = list(display_bands(tileset.info.bands))
    hr, valid = pair.hr[bands], pair.valid[bands]
    limits = [
        np.percentile(band[known] if known.any() else band, (2, 98))
        for band, known in zip(hr, valid, strict=True)
    ]
    return [_stretched(image[bands], limits) for image in images]


def added(pair: TilePair, sr: NDArray[np.float32]) -> Picture | None:
    """Where a result shows what it should, lacks it or invents it, in the colours of `ADDED`; grey where no detail is
    at stake. None where that cannot be told."""
    lr, sr64, hr = (torch.from_numpy(image.astype(np.float64)) for image in (pair.lr, sr, pair.hr))
    shares = correctness_map(lr, sr64, hr, torch.from_numpy(np.logical_and.reduce(pair.valid)))
    if shares is None:
        return None
    coloured = np.einsum("shw,sc->hwc", shares.numpy(), np.array(list(ADDED.values()), float))
    picture: Picture = np.where(np.isnan(coloured), 232, coloured).round().astype(np.uint8)
    return picture


def middle(images: Sequence[Picture], scale: int, side: int) -> list[Picture]:
    """The same middle of pictures of a tile, the first of which is at low resolution: `side` high-resolution pixels
    wide and high at most."""
    most, (height, width) = side // scale, images[0].shape[:2]
    top, left = max(0, height - most) // 2, max(0, width - most) // 2
    cut = []
    for image in images:
        times = image.shape[0] // height
        rows, columns = (slice(times * first, times * (first + most)) for first in (top, left))
        cut.append(image[rows, columns])
    return cut


def thumbnail(net: Predictor, tileset: TileSet, split: Split, name: str) -> bytes:
    """The middle of a tile at low resolution and of what the net makes of it, side by side, as a small PNG."""
    shown = pictures(net, tileset, split, name)
    lr, sr = middle([shown.lr, shown.sr], net.scale, THUMBNAIL)
    lr = lr.repeat(net.scale, axis=0).repeat(net.scale, axis=1)
    return png(np.concatenate([lr, np.full((len(lr), 4, 3), 255, np.uint8), sr], axis=1))


def png(picture: Picture) -> bytes:
    """The picture as a PNG file."""
    from matplotlib.image import imsave  # slow to import, and no other job needs it

    file = io.BytesIO()
    imsave(file, picture, format="png")
    return file.getvalue()


def comparison_picture(
    net: Predictor, tileset: TileSet, split: Split, names: Sequence[str], out_png: str | Path
) -> None:
    """Write LR | bicubic | SR | HR of the named tiles, a row for each, as one PNG."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(12, 3 * len(names) + 0.3), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    for row, name in enumerate(names):
        for column, picture in enumerate(pictures(net, tileset, split, name)):
            axes = figure.add_subplot(len(names), 4, 4 * row + column + 1)
            axes.imshow(picture, interpolation="nearest")
            axes.set_axis_off()
            if row == 0:
                axes.set_title(say(TITLES[column]), fontsize=11)
    figure.savefig(out_png)


def _stretched(image: NDArray[np.float32], limits: Sequence[NDArray[np.float64]]) -> Picture:
    planes = []
    for band, (low, high) in zip(image, limits, strict=True):
        planes.append(np.clip((band - low) / max(high - low, 1e-12), 0, 1))
    grey_or_colour = np.stack(planes * 3 if len(planes) == 1 else planes, axis=-1)
    picture: Picture = (grey_or_colour * 255).round().astype(np.uint8)
    return picture
