"""Compares a model with bicubic resampling on the same tiles: means, and how far chance may have moved them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ..schema import Config
from .scores import Scores, TileMeasurement, mean_scores

LEVEL = 0.95
"""Confidence level of the intervals."""

RESAMPLED = 2000
"""Draws of a bootstrap; the ends of an interval move by some hundredths of its length from seed to seed."""

FEWEST = 5
"""Tiles below which nothing can be said of how they scatter."""

SEED = 0

Interval = tuple[float, float]


class Intervals(Config):
    """95 % bootstrap intervals of means over tiles, by the figure's name; a figure that has none is not there."""

    model: dict[str, Interval] = Field(default_factory=dict)
    bicubic: dict[str, Interval] = Field(default_factory=dict)
    gain: dict[str, Interval] = Field(default_factory=dict)
    """Intervals of the model's metric less bicubic's, tile by tile; where 0 lies outside, the two surely differ."""


class BandComparison(Config):
    """A model and bicubic resampling in one band."""

    name: str
    """Description of the band; "" where there is none."""
    model: Scores
    bicubic: Scores
    intervals: Intervals = Intervals()


class Comparison(Config):
    """A model and bicubic resampling on the same tiles."""

    split: str
    """The split the tiles are of."""
    tiles: int
    """Number of tiles."""
    model: Scores
    """Means over tiles for the model."""
    bicubic: Scores
    """Means over tiles for bicubic resampling."""
    intervals: Intervals = Intervals()
    """How sure they are; empty in older packages, and where there are few tiles."""
    bands: tuple[BandComparison, ...] = ()
    """Each band by itself; empty in older packages."""
    fixed_pattern: Annotated[float | None, Field(exclude_if=lambda value: value is None)] = None
    """Largest difference between sub-pixels of flat fields for the model, as a share of the range of values; none in older
    packages, and where results depend on chance."""


def compare_scores(
    split: str, bands: Sequence[str], model: Sequence[TileMeasurement], bicubic: Sequence[TileMeasurement]
) -> Comparison:
    """Return the means and intervals of scores of tiles, the same ones for both; of each of `bands` too, by name."""
    sides = (model, bicubic)

    def means(of_model: list[Scores], of_bicubic: list[Scores]) -> dict[str, Any]:
        found = bootstrap_intervals(of_model, of_bicubic)
        return {"model": mean_scores(of_model), "bicubic": mean_scores(of_bicubic), "intervals": found}

    each_band = [
        BandComparison(name=name, **means(*([tile.bands[i] for tile in side] for side in sides)))
        for i, name in enumerate(bands)
    ]
    whole = means(*([tile.whole for tile in side] for side in sides))
    return Comparison(split=split, tiles=len(model), **whole, bands=tuple(each_band))


def bootstrap_intervals(model: Sequence[Scores], bicubic: Sequence[Scores]) -> Intervals:
    """Return the bootstrap intervals of means over tiles; empty where there are few of them."""
    if len(model) < FEWEST:
        return Intervals()
    of_model, of_bicubic = (np.array([_row(each) for each in tiles], float) for tiles in (model, bicubic))
    columns = np.concatenate([of_model, of_bicubic, of_model - of_bicubic], axis=1)
    low, high = bootstrap(columns).reshape(2, 3, -1)
    found = [
        {
            name: (float(a), float(b))
            for name, a, b in zip(Scores.model_fields, *ends, strict=True)
            if not np.isnan(a)
        }
        for ends in zip(low, high, strict=True)
    ]
    return Intervals(model=found[0], bicubic=found[1], gain=found[2])


def bootstrap(values: NDArray[np.float64], level: float = LEVEL, seed: int = SEED) -> NDArray[np.float64]:
    """Return percentile intervals of means over tiles (Efron 1979).

    Tiles are drawn with replacement, all figures of a tile together. `values` are (tiles, figures), in which NaN is a
    figure that a tile does not have.

    Returns:
        Lower and upper ends (2, figures); NaN where fewer than `FEWEST` tiles have the figure.
    """
    known = ~np.isnan(values)
    filled = np.where(known, values, 0)
    rng = np.random.default_rng(seed)
    means = np.empty((RESAMPLED, values.shape[1]))
    for draw in means:
        times = np.bincount(rng.integers(0, len(values), len(values)), minlength=len(values))
        many = times @ known
        draw[:] = np.where(many > 0, times @ filled / np.maximum(many, 1), np.nan)
    ends = np.full((2, values.shape[1]), np.nan)
    enough = known.sum(axis=0) >= FEWEST
    ends[:, enough] = np.nanquantile(means[:, enough], ((1 - level) / 2, (1 + level) / 2), axis=0)
    return ends


def _row(scores: Scores) -> list[float]:
    return [np.nan if value is None else value for value in scores.model_dump().values()]
