"""Calibrates how far values may be off on tiles whose truth is known, and measures whether that holds on others.

Split conformal prediction (Papadopoulos et al. 2002; Vovk et al. 2005) with bins (Mondrian), where not pixels but whole
tiles are exchangeable: within a bin each of its n tiles has the same weight, shared by its pixels, and a tile more, of
which nothing is known, has that weight too (Lee, Barber & Willett 2023, "Distribution-free inference with hierarchical
data"). So the level that a quantile is taken at is that which is asked for × (n + 1) / n.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..datasets.splits import Split, split_label
from ..datasets.tileset import TilePair, TileSet
from ..errors import InputError
from ..inference.predictor import Predictor
from ..package.error_table import (
    DEFAULT,
    HIGHEST,
    LOWEST,
    SAMPLER_TAG,
    BandErrors,
    ErrorTable,
    Values,
    feature_radius,
    measure_features,
)
from ..progress import Advice, Log, Progress
from .tile_scores import UpscaledTile, upscale_with_spread

AT_MOST = 1024
"""Pixels of a tile and band that are looked at: neighbours are alike, so that more would say little more."""
TOGETHER = 2**19
"""Pixels of all tiles and a band that are looked at, about."""
FEWEST_TILES = DEFAULT // (100 - DEFAULT)
"""That allow the coverage `DEFAULT`."""
MOST_TILES = 200
"""Tiles that a training calibrates on."""
GRIDS = ((12, 3), (8, 2), (6, 1), (3, 1), (1, 1))
"""Bins of activity and of brightness, of which the finest is taken whose every bin has pixels of enough tiles."""
ENOUGH = 95
"""Coverage in percent that every bin is to allow, where all tiles together do."""
FOLDS = 5
"""Parts of the tiles, each of which is tried with a table of the others."""


class BandPixels(NamedTuple):
    """Some pixels of a band of a tile, (n,), in physical units; brightness is less the model's mean."""

    error: Values
    """Absolute difference of result and truth."""
    activity: Values
    """Of the result, or the spread of samples, see `PixelFeatures`."""
    brightness: Values


Tile = tuple[BandPixels, ...]
"""Of each band."""


@dataclass
class ErrorSamples:
    """Errors of a model on tiles, with what is known of their pixels."""

    tile_count: int
    """Tiles that are to come."""
    mean: Sequence[float]
    """Of the model, of each band."""
    order: Sequence[int]
    """For each band of the model its place among those of the tiles."""
    samples: int = 1
    """Samples of a diffusion model whose means the results are; with several their spread takes the place of activity."""
    tiles: list[Tile] = field(default_factory=list)

    def add(self, pair: TilePair, upscaled: UpscaledTile) -> None:
        """Take pixels of a tile by lot, without those at its edge, around which a raster would have more pixels."""
        sr, spread = upscaled.sr, upscaled.spread if self.samples > 1 else None
        radius = feature_radius(pair.scale)
        rim = max(radius, pair.scale)  # of a low-resolution pixel, as metrics leave out
        if min(sr.shape[1:]) <= 2 * rim:
            return
        inner = (slice(None), *[slice(rim, -rim)] * 2)
        order = list(self.order)
        sr, hr, valid = sr[order], pair.hr[order], pair.valid[order]
        found = measure_features(sr, valid, radius, None if spread is None else spread[order])
        error = np.abs(sr.astype(np.float64) - hr)
        most = int(np.clip(TOGETHER // max(1, self.tile_count), 64, AT_MOST))
        rng = np.random.default_rng(len(self.tiles))
        bands = []
        for known, mean, *values in zip(
            valid[inner], self.mean, error[inner], *(each[inner] for each in found), strict=True
        ):
            places = np.flatnonzero(known)
            if len(places) > most:
                places = rng.choice(places, most, replace=False)
            error_here, activity, brightness = (each.ravel()[places] for each in values)
            bands.append(BandPixels(error_here, activity, brightness - mean))
        if any(len(band.error) for band in bands):
            self.tiles.append(tuple(bands))

    def calibrate(self, *, consistency: bool, sampler: str = "") -> ErrorTable:
        """Return the table that these tiles give, as `calibrate` does."""
        return calibrate(self.tiles, consistency=consistency, sampler=sampler, samples=self.samples)

    def measure(self, table: ErrorTable | None) -> Reliability | None:
        """Return how often the truth of these tiles lies in the intervals of a table, if there is one of their features."""
        fits = table and (table.samples > 1) == (self.samples > 1)
        return measure_reliability(table, self.tiles) if table and fits and self.tiles else None


class Reliability(NamedTuple):
    """Whether coverages hold on tiles, and how wide intervals are."""

    stated: NDArray[np.int64]
    """Coverages in percent, (n,)."""
    reached: Values
    """Mean over tiles of the share of pixels in their interval, (n,), from 0 to 1."""
    by_band: Values
    """The same of each band, (n, b)."""
    half_width: Values
    """Mean, in physical units, (n, b)."""
    constant: Values
    """The half-width without bins, (n, b)."""
    tiles: int
    crossed: bool = False
    """Whether the tiles are those of the calibration, each tried with a table of others."""

    @property
    def narrower(self) -> Values:
        """Return by what share intervals are narrower than without bins, as a mean over bands, (n,)."""
        with np.errstate(invalid="ignore"):
            share = 1 - np.where(self.constant > 0, self.half_width / self.constant, 1)
        return np.asarray(share.mean(axis=1))


def calibrate_errors(
    predictor: Predictor, mean: Sequence[float], tileset: TileSet, split: Split
) -> Generator[Progress | Log, None, tuple[ErrorSamples, ErrorTable | None]]:
    """Run a model on tiles of a split, `MOST_TILES` at most; return its errors and their table, unless the tiles are too few."""
    names = tileset.names(split)
    names = names[:: -(-len(names) // MOST_TILES) or 1]
    samples = ErrorSamples(len(names), mean, range(len(mean)))
    for done, name in enumerate(names, start=1):
        pair = tileset.read(split, name)
        samples.add(pair, upscale_with_spread(predictor, tileset, pair))
        yield Progress(done / len(names), "Calibrating errors")
    if highest_coverage(fewest := count_fewest(samples.tiles)) < DEFAULT:
        yield Advice(  # on a model to keep, and no job that learns one for its own result has such parameters
            ("output_error", "calibrate"),
            '{count} {tiles} are too few to calibrate the errors of results, for OUTPUT_ERROR of "Classify pixels with SR model": '
            'that needs {needed} or more, or CALIBRATE of "Evaluate SR model" on other tiles.',
            count=fewest,
            tiles=split_label(split),
            needed=FEWEST_TILES,
        )
        return samples, None
    sampler = predictor.tags.get(SAMPLER_TAG, "")
    return samples, samples.calibrate(consistency=bool(predictor.consistency), sampler=sampler)


def highest_coverage(tiles: int) -> int:
    """Return the highest coverage in percent that so many tiles allow: with one tile more, all wrong, it is still reached."""
    return min(HIGHEST, 100 * tiles // (tiles + 1))


def count_fewest(tiles: Sequence[Tile]) -> int:
    """Return how many tiles have pixels of a band, of the band that has the fewest."""
    counts = (sum(len(pixels.error) > 0 for pixels in band) for band in zip(*tiles, strict=True))
    return min(counts, default=0)


def calibrate(tiles: Sequence[Tile], *, consistency: bool, sampler: str = "", samples: int = 1) -> ErrorTable:
    """Return how far the truth lies from results, by what is known of pixels.

    Args:
        tiles: Of the calibration.
        consistency: Whether the results were held to the low-resolution image.
        sampler: By which a diffusion model made them.
        samples: Of a diffusion model, whose means they are; with several, the activity of `tiles` is their spread.

    Raises:
        InputError: They are too few.
    """
    if highest_coverage(fewest := count_fewest(tiles)) < DEFAULT:
        raise InputError(
            "{count} tiles are too few to calibrate errors on: at least {needed} are needed, 100 or more are better.",
            count=fewest,
            needed=FEWEST_TILES,
        )
    bands = [_join(band) for band in zip(*tiles, strict=True)]
    chosen = [_choose_bins(pixels, tile, len(tiles)) for pixels, tile in bands]
    highest = highest_coverage(min(least for _, least in chosen))
    return ErrorTable(
        tiles=len(tiles),
        highest=highest,
        consistency=consistency,
        sampler=sampler,
        samples=samples,
        bands=tuple(
            _band_errors(bins, pixels, tile, highest)
            for (bins, _), (pixels, tile) in zip(chosen, bands, strict=True)
        ),
    )


def conformal_half_widths(errors: Values, tile: NDArray[np.int64], highest: int) -> Values:
    """Return for each coverage from `LOWEST` to `highest` what |error| does not exceed in a tile that is yet to come.

    Args:
        errors: (n,), absolute.
        tile: (n,), the number of the tile that each is of.
        highest: In percent, `highest_coverage` of the tiles at most.
    """
    _, number, sizes = np.unique(tile, return_inverse=True, return_counts=True)
    count, order = len(sizes), np.argsort(errors, kind="stable")
    # Weights are whole numbers of shares, but for rounding, by which no quantile is to miss.
    reached = np.cumsum(1 / (count * sizes[number[order]])) + 1e-9
    levels = np.arange(LOWEST, highest + 1) / 100 * (count + 1) / count
    return np.asarray(errors[order][np.minimum(np.searchsorted(reached, levels), len(errors) - 1)])


def measure_reliability(table: ErrorTable, tiles: Sequence[Tile]) -> Reliability:
    """Return how often the truth of tiles lies in the intervals of a table, and how wide these are."""
    stated = np.arange(LOWEST, table.highest + 1)
    within = np.full((len(tiles), len(stated), len(table.bands)), np.nan)
    width = within.copy()
    for number, tile in enumerate(tiles):
        for place, (band, pixels) in enumerate(zip(table.bands, tile, strict=True)):
            if len(pixels.error):
                found = np.array(band.half_widths)[band.bins(pixels.activity, pixels.brightness)]
                within[number, :, place] = (pixels.error[:, None] <= found).mean(axis=0)
                width[number, :, place] = found.mean(axis=0)
    by_band = np.nanmean(within, axis=0)
    constant = np.array([band.constant for band in table.bands]).T
    return Reliability(stated, by_band.mean(axis=1), by_band, np.nanmean(width, axis=0), constant, len(tiles))


def cross_validate(tiles: Sequence[Tile]) -> Reliability | None:
    """Return the reliability of tables on the tiles that they were not calibrated on; None where tiles are too few."""
    folds = [tiles[first::FOLDS] for first in range(FOLDS)]
    others = [[tile for i, tile in enumerate(tiles) if i % FOLDS != first] for first in range(FOLDS)]
    if not all(folds) or highest_coverage(min(map(count_fewest, others))) < DEFAULT:
        return None
    found = [
        measure_reliability(calibrate(learnt, consistency=False), tried)
        for learnt, tried in zip(others, folds, strict=True)
    ]
    last = min(len(each.stated) for each in found)
    weights = [each.tiles for each in found]

    def mean(values: Sequence[Values]) -> Values:
        return np.asarray(np.average([each[:last] for each in values], axis=0, weights=weights))

    return Reliability(
        stated=found[0].stated[:last],
        reached=mean([each.reached for each in found]),
        by_band=mean([each.by_band for each in found]),
        half_width=mean([each.half_width for each in found]),
        constant=mean([each.constant for each in found]),
        tiles=len(tiles),
        crossed=True,
    )


def _join(band: Sequence[BandPixels]) -> tuple[BandPixels, NDArray[np.int64]]:
    """Return the pixels of all tiles together, and the number of the tile that each is of."""
    number = np.repeat(np.arange(len(band)), [len(pixels.error) for pixels in band])
    return BandPixels(*(np.concatenate(values) for values in zip(*band, strict=True))), number


def _choose_bins(pixels: BandPixels, tile: NDArray[np.int64], count: int) -> tuple[BandErrors, int]:
    """Return the finest bins whose every one has pixels of enough tiles, and the tiles that the least of them has."""
    goal = min(ENOUGH, highest_coverage(count))
    for rows, columns in GRIDS:
        bins = _cut_bins(pixels, rows, columns)
        cell = np.ravel_multi_index(bins.bins(pixels.activity, pixels.brightness), (rows, columns))
        fewest = min(len(np.unique(tile[cell == number])) for number in range(rows * columns))
        if fewest and highest_coverage(fewest) >= goal:
            break
    return bins, fewest


def _cut_bins(pixels: BandPixels, rows: int, columns: int) -> BandErrors:
    """Return bins with about the same number of pixels in each, without values yet."""
    activity = _inner_quantiles(pixels.activity, rows)
    row = np.searchsorted(activity, pixels.activity, side="right")
    brightness = [
        _inner_quantiles(pixels.brightness[row == number], columns)
        if (row == number).any()
        else np.zeros(columns - 1)
        for number in range(rows)
    ]
    return BandErrors(
        activity=tuple(activity.tolist()),
        brightness=tuple(tuple(each.tolist()) for each in brightness),
        half_widths=(((0.0,),) * columns,) * rows,
        constant=(0.0,),
    )


def _inner_quantiles(values: Values, parts: int) -> Values:
    return np.asarray(np.quantile(values, np.arange(1, parts) / parts))


def _band_errors(bins: BandErrors, pixels: BandPixels, tile: NDArray[np.int64], highest: int) -> BandErrors:
    """Return bins with their values, which do not fall where activity rises."""
    row, column = bins.bins(pixels.activity, pixels.brightness)
    shape = np.shape(bins.half_widths)[:2]
    found = np.empty((*shape, highest - LOWEST + 1))
    for place in np.ndindex(shape):
        inside = (row == place[0]) & (column == place[1])
        found[place] = conformal_half_widths(pixels.error[inside], tile[inside], highest)
    monotone = np.maximum.accumulate(found, axis=0)
    constant = conformal_half_widths(pixels.error, tile, highest)
    return bins.model_copy(
        update={
            "half_widths": tuple(tuple(tuple(_digits(each)) for each in line) for line in monotone),
            "constant": tuple(_digits(constant)),
        }
    )


def _digits(values: Values) -> list[float]:
    """Return numbers with as many digits as say something, rounded upwards so that none covers less."""
    return [float(f"{value * (1 + 1e-5):.6g}") for value in values]
