"""Runs models on the tiles of a split, and scores how close the results are to the truth."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from ..backbones import DiffusionNet, SrNet, bicubic
from ..datasets.splits import Split
from ..datasets.tileset import TilePair, TileSet
from ..errors import InputError
from ..i18n import say
from ..inference.tile_upscaler import TileUpscaler
from ..metrics.bicubic_comparison import Comparison, compare_scores
from ..metrics.scores import TileMeasurement, measure_tile
from ..progress import Progress

Upscale = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""What a network is given (inputs, h, w) to (b, h × scale, w × scale), in physical units."""


class UpscaledTile(NamedTuple):
    """What a model makes of a tile, in physical units (b, h × scale, w × scale)."""

    sr: NDArray[np.float32]
    """As a user gets it, rounded and clipped to the rasters' data type."""
    spread: NDArray[np.float32] | None
    """Standard deviation of the samples whose mean it is, if there are several."""


Observe = Callable[[int, TilePair, UpscaledTile], None]
"""Is shown each result, with the number of the model and the tile."""


NONE_VALID = {
    "train": "No train tile in {folder} has a valid pixel.",
    "val": "No val tile in {folder} has a valid pixel.",
    "test": "No test tile in {folder} has a valid pixel.",
}


class TileScores(NamedTuple):
    """Scores of model and bicubic on one tile."""

    name: str
    model: TileMeasurement
    bicubic: TileMeasurement
    seconds: float = 0.0
    """Seconds that the model took for the tile."""

    @property
    def gain(self) -> float:
        """Gain of the model over bicubic, in dB."""
        return self.model.whole.psnr - self.bicubic.whole.psnr


def bicubic_upscale(scale: int, bands: int | None = None) -> Upscale:
    """Return bicubic resampling of the first `bands` channels, or of all, as a function of arrays; it sees no guide."""

    def upscale(lr: NDArray[np.float32]) -> NDArray[np.float32]:
        sr: NDArray[np.float32] = bicubic(torch.from_numpy(lr[:bands])[None], scale)[0].numpy()
        return sr

    return upscale


def upscale_tile(upscale: Upscale, tileset: TileSet, pair: TilePair) -> NDArray[np.float32]:
    """Super-resolve a tile as a user gets it: rounded and clipped to the rasters' data type, in physical units."""
    return _round_as_stored(upscale(pair.inputs), tileset)


def upscale_with_spread(predictor: TileUpscaler, tileset: TileSet, pair: TilePair) -> UpscaledTile:
    """Super-resolve a tile as a user gets it, and keep how far samples differ."""
    sr, spread = predictor.upscale_with_spread(pair.inputs)
    return UpscaledTile(_round_as_stored(sr, tileset), spread)


def _round_as_stored(sr: NDArray[np.float32], tileset: TileSet) -> NDArray[np.float32]:
    info = tileset.info
    return info.radiometry.to_physical(info.radiometry.to_pixels(sr, info.dtype, info.nodata))


def compare(
    predictor: TileUpscaler, tileset: TileSet, split: Split
) -> Generator[Progress, None, list[TileScores]]:
    """Score a model and bicubic on every tile of a split that has valid pixels.

    Raises:
        InputError: the split has no tile, none with valid pixels, or tiles too small to be measured; or the model is
            for another scale or number of bands.
    """
    (found,) = yield from compare_all([predictor], tileset, split)
    return found


def compare_all(
    predictors: Sequence[TileUpscaler],
    tileset: TileSet,
    split: Split,
    observe: Observe | None = None,
) -> Generator[Progress, None, list[list[TileScores]]]:
    """Score each of several models on the same tiles, as `compare` does one.

    `observe` is shown each result.
    """
    for predictor in predictors:
        check_fits(predictor, tileset)
    names = tileset.require(split)
    bicubic = bicubic_upscale(tileset.info.scale, len(tileset.info.bands))
    found: list[list[TileScores]] = [[] for _ in predictors]
    for done, name in enumerate(names):
        pair = tileset.read(split, name)
        plain = _measure(tileset, pair, upscale_tile(bicubic, tileset, pair))
        for number, (predictor, tiles) in enumerate(zip(predictors, found, strict=True)):
            yield Progress(
                (done + number / len(predictors)) / len(names),
                "Measuring tile {number} of {count}",
                number=done + 1,
                count=len(names),
            )
            began = time.monotonic()
            upscaled = upscale_with_spread(predictor, tileset, pair)
            seconds = time.monotonic() - began
            if observe:
                observe(number, pair, upscaled)
            if plain and (model := _measure(tileset, pair, upscaled.sr)):
                tiles.append(TileScores(name, model, plain, seconds))
    if not found[0]:
        raise InputError(NONE_VALID[split], folder=tileset.folder)
    return found


def summarize(split: Split, scores: Sequence[TileScores], bands: Sequence[str] = ()) -> Comparison:
    """Return the means over tiles; and those of each band, where the bands' names are given."""
    return compare_scores(split, bands, [each.model for each in scores], [each.bicubic for each in scores])


def choose_examples(scores: Sequence[TileScores]) -> list[tuple[str, TileScores]]:
    """Return the tiles of the least, the median and the greatest gain in PSNR; fewer where these are the same."""
    ranked = sorted(scores, key=lambda each: each.gain)
    chosen = {
        0: say("Minimum gain"),
        len(ranked) // 2: say("Median gain"),
        len(ranked) - 1: say("Maximum gain"),
    }
    return [(what, ranked[index]) for index, what in chosen.items()]


def median_tile(scores: Sequence[TileScores]) -> TileScores:
    """Return the tile of the median gain in PSNR."""
    return sorted(scores, key=lambda each: each.gain)[len(scores) // 2]


def check_fits(net: TileUpscaler | SrNet | DiffusionNet, tileset: TileSet) -> None:
    """Refuse tiles of another scale or another number of bands than the model's.

    Raises:
        InputError: they are such.
    """
    info = tileset.info
    if net.scale != info.scale:
        raise InputError(
            "The model is for scale {model} and the tiles in {folder} are for scale {tiles}: "
            "export tiles with SCALE {model}, or choose another model.",
            model=net.scale,
            folder=tileset.folder,
            tiles=info.scale,
        )
    if net.bands != len(info.bands):
        raise InputError(
            "The model takes {model} bands and the tiles in {folder} have {tiles}: "
            "export tiles with the model's BANDS, or choose another model.",
            model=net.bands,
            folder=tileset.folder,
            tiles=len(info.bands),
        )
    if net.inputs != info.n_inputs:
        raise InputError(
            "The model takes {model} channels in all and the tiles in {folder} have {tiles}: one of the two has a guide that "
            "the other lacks, or another one; export tiles with the model's GUIDE, or choose another model.",
            model=net.inputs,
            folder=tileset.folder,
            tiles=info.n_inputs,
        )


def _measure(tileset: TileSet, pair: TilePair, sr: NDArray[np.float32]) -> TileMeasurement | None:
    return measure_tile(pair.lr, sr, pair.hr, pair.valid, data_range=tileset.info.data_range)
