"""A net on the tiles of a split: what it makes of them, and how close that is to the truth."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from .backbones import DiffusionNet, bicubic
from .data.tileset import Pair, Split, TileSet
from .errors import BadInput
from .inference.pieces import Net, upscaled
from .inference.sampled import Sampled
from .metrics import Comparison, Scores, mean, score
from .progress import Progress

Upscale = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""(b, h, w) to (b, h × scale, w × scale), in physical units."""


class TileScores(NamedTuple):
    """How model and bicubic do on one tile."""

    name: str
    model: Scores
    bicubic: Scores


def with_net(net: Net | Sampled) -> Upscale:
    """The net, ready to predict, as a function of arrays."""
    return net.upscaled if isinstance(net, Sampled) else partial(upscaled, net)


def with_bicubic(scale: int) -> Upscale:
    """Bicubic resampling as a function of arrays."""

    def upscale(lr: NDArray[np.float32]) -> NDArray[np.float32]:
        sr: NDArray[np.float32] = bicubic(torch.from_numpy(lr)[None], scale)[0].numpy()
        return sr

    return upscale


def delivered(upscale: Upscale, tileset: TileSet, pair: Pair) -> NDArray[np.float32]:
    """A tile's result as a user gets it: rounded and clipped to the rasters' data type, in physical units."""
    info = tileset.info
    return info.radiometry.to_physical(info.radiometry.to_pixels(upscale(pair.lr), info.dtype, info.nodata))


def compare(
    net: Net | Sampled, tileset: TileSet, split: Split
) -> Generator[Progress, None, list[TileScores]]:
    """Scores of net and bicubic on every tile of a split that has valid pixels.

    Raises:
        BadInput: the split has no tile, none with valid pixels, or tiles too small to be measured; or the net is
            for another scale or number of bands.
    """
    check_fits(net, tileset)
    names = tileset.require(split)
    ways = (with_net(net), with_bicubic(net.scale))
    found = []
    for done, name in enumerate(names):
        yield Progress(
            done / len(names), "Measuring tile {number} of {count}", number=done + 1, count=len(names)
        )
        pair = tileset.read(split, name)
        model, plain = (_score(tileset, pair, delivered(way, tileset, pair)) for way in ways)
        if model and plain:
            found.append(TileScores(name, model, plain))
    if not found:
        raise BadInput("No {split} tile in {folder} has a valid pixel.", split=split, folder=tileset.folder)
    return found


def summary(split: Split, scores: Sequence[TileScores]) -> Comparison:
    """Means over tiles."""
    return Comparison(
        split=split,
        tiles=len(scores),
        model=mean([each.model for each in scores]),
        bicubic=mean([each.bicubic for each in scores]),
    )


def check_fits(net: Net | Sampled | DiffusionNet, tileset: TileSet) -> None:
    """Refuse tiles of another scale or another number of bands than the net's."""
    info = tileset.info
    if net.scale != info.scale:
        raise BadInput(
            "The model is for scale {model} and the tiles in {folder} are for scale {tiles}: "
            "export tiles with SCALE {model}, or choose another model.",
            model=net.scale,
            folder=tileset.folder,
            tiles=info.scale,
        )
    if net.bands != len(info.bands):
        raise BadInput(
            "The model takes {model} bands and the tiles in {folder} have {tiles}: "
            "export tiles with the model's BANDS, or choose another model.",
            model=net.bands,
            folder=tileset.folder,
            tiles=len(info.bands),
        )


def _score(tileset: TileSet, pair: Pair, sr: NDArray[np.float32]) -> Scores | None:
    return score(sr, pair.hr, pair.valid, scale=tileset.info.scale, data_range=tileset.info.data_range)
