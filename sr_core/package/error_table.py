"""How far values of a model's results may be off: what calibration on held-out tiles found, by what is known of each pixel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, TypeAdapter, model_validator

from ..errors import InputError
from ..schema import Config

ERRORS = "error_table.json"
"""File of a package."""
LOWEST, HIGHEST = 50, 99
"""Coverages in percent that can be asked for."""
SAMPLER_TAG, SAMPLES_TAG = "FINER_SAMPLER", "FINER_SAMPLES"
"""Of the results of a diffusion model: its sampler with its options, and of how many samples they are the mean."""
DEFAULT = 90
"""Coverage in percent where nobody says otherwise, and that a calibration must allow."""

Values = NDArray[np.float64]


class PixelFeatures(NamedTuple):
    """What is known of each pixel when a result is made, (b, h, w)."""

    activity: Values
    """Standard deviation of the result around the pixel, or of samples there, in physical units."""
    brightness: Values
    """Mean of the result around the pixel, in physical units."""


def feature_radius(scale: int) -> int:
    """Return how many pixels of the result on each side of a pixel its features depend on: half a low-resolution pixel.

    Of half, one and two low-resolution pixels it told errors apart best on NAIP, and held best on another town.
    """
    return max(1, scale // 2)


def measure_features(
    sr: NDArray[np.floating],
    valid: NDArray[np.bool_],
    radius: int,
    spread: NDArray[np.floating] | None = None,
) -> PixelFeatures:
    """Return the features of the pixels of a result.

    They are sums in a fixed order, so that they do not depend on the window that a pixel was read with.

    Args:
        sr: (b, h, w), in physical units.
        valid: The same shape. Other pixels have no part in the features.
        radius: Pixels on each side that count, `feature_radius`.
        spread: Standard deviation of the samples whose mean the result is, the same shape: its root mean square around the
            pixel is then the activity. Of few samples that of a single pixel is mostly chance.
    """
    values = np.where(valid, sr, 0).astype(np.float64)
    count = np.maximum(_sum_around(valid.astype(np.float64), radius), 1)
    mean = _sum_around(values, radius) / count
    if spread is not None:
        squares = np.square(np.where(valid, spread, 0), dtype=np.float64)
        return PixelFeatures(np.sqrt(_sum_around(squares, radius) / count), mean)
    variance = _sum_around(values * values, radius) / count - mean * mean
    return PixelFeatures(np.sqrt(np.maximum(variance, 0)), mean)


def _sum_around(values: Values, radius: int) -> Values:
    """Return the sums over squares of 2 × `radius` + 1 pixels a side; 0 counts beyond the edge."""
    for axis in (-2, -1):
        across = np.moveaxis(values, axis, 0)
        padded = np.pad(across, ((radius, radius), *[(0, 0)] * (values.ndim - 1)))
        total = np.zeros_like(across)
        for first in range(2 * radius + 1):
            total += padded[first : first + len(across)]
        values = np.moveaxis(total, 0, axis)
    return values


class BandErrors(Config):
    """Errors of one band, in bins of activity and, within each of these, of brightness."""

    activity: tuple[float, ...] = ()
    """Lower ends of all bins of activity but the first."""
    brightness: tuple[tuple[float, ...], ...] = ((),)
    """For each bin of activity the lower ends of all its bins of brightness but the first."""
    half_widths: tuple[tuple[tuple[Annotated[float, Field(ge=0)], ...], ...], ...]
    """For each bin of activity and of brightness: by coverage, how far the truth lies from the result at most."""
    constant: tuple[Annotated[float, Field(ge=0)], ...]
    """The same of all pixels together, for comparison."""

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        shape = np.shape(self.half_widths)
        if len(shape) != 3 or shape[2] != len(self.constant):
            raise ValueError("half_widths")
        if shape[:2] != (len(self.activity) + 1, np.shape(self.brightness)[1] + 1):
            raise ValueError("half_widths and bins differ in number")
        if len(self.brightness) != shape[0]:
            raise ValueError("brightness and activity differ in number")
        return self

    def bins(self, activity: Values, brightness: Values) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return the numbers of the bins that pixels lie in, of activity and of brightness."""
        row = np.searchsorted(np.array(self.activity), activity, side="right")
        column = np.zeros_like(row)
        for lower in np.array(self.brightness).T:
            column += brightness >= lower[row]
        return row, column


class ErrorTable(Config):
    """How far the truth lies from a model's result at one scale, by coverage."""

    tiles: Annotated[int, Field(ge=1)]
    """It was calibrated on."""
    highest: Annotated[int, Field(ge=LOWEST, le=HIGHEST)]
    """Highest coverage in percent that so many tiles allow; values are given for each from `LOWEST` to it."""
    consistency: bool
    """Whether the results that it was calibrated on were held to the low-resolution image."""
    sampler: str = ""
    """By which a diffusion model made these, with its options."""
    samples: Annotated[int, Field(ge=1)] = 1
    """Samples of a diffusion model whose means these were. With several, bins are of the samples' spread in place of the
    activity of the result."""
    bands: Annotated[tuple[BandErrors, ...], Field(min_length=1)]
    """Of the result, in its order; values and features are in physical units, brightness less the model's mean."""

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        if any(len(band.constant) != self.highest - LOWEST + 1 for band in self.bands):
            raise ValueError("half_widths and coverages differ in number")
        return self

    def half_widths(self, features: PixelFeatures, coverage: int) -> Values:
        """Return (b, h, w) how far the truth lies from the result in `coverage` percent of the pixels at most.

        Args:
            features: Of the pixels, brightness less the model's mean of each band.
            coverage: In percent, from `LOWEST` to `highest`.
        """
        found = []
        for band, activity, brightness in zip(self.bands, *features, strict=True):
            table = np.array(band.half_widths)[..., coverage - LOWEST]
            found.append(table[band.bins(activity, brightness)])
        return np.stack(found)

    def choose(self, places: Sequence[int]) -> Self:
        """Return the table of some of the bands, by their places from 0."""
        return self.model_copy(update={"bands": tuple(self.bands[place] for place in places)})


ErrorTables = Mapping[int, ErrorTable]
"""By scale."""
_Tables = TypeAdapter(dict[int, ErrorTable])


def pack_error_tables(tables: ErrorTables) -> bytes:
    """Return the file `ERRORS`."""
    return _Tables.dump_json(dict(tables), exclude_defaults=True)  # which older versions do not all know


def parse_error_tables(data: bytes) -> dict[int, ErrorTable]:
    """Return the tables in the file `ERRORS`.

    Raises:
        ValidationError: It holds something else, or what a newer version wrote.
    """
    return _Tables.validate_json(data)


def require_error_table(
    tables: ErrorTables, scale: int, coverage: int, model: str, samples: int = 1
) -> ErrorTable:
    """Return the table of a model for a scale.

    Raises:
        InputError: It has none, one of too few tiles for this coverage, or one of the spread of samples for a single sample.
    """
    if scale not in tables:
        raise InputError(
            'The errors of {model} at scale {scale} are not calibrated: run "Evaluate SR model" with CALIBRATE '
            "on tiles like your raster and choose the model that it writes, or leave OUTPUT_ERROR blank.",
            model=model,
            scale=scale,
        )
    table = tables[scale]
    if coverage > table.highest:
        raise InputError(
            "The errors of {model} were calibrated on {tiles} tiles, which allow a COVERAGE of {highest} at most: set it to "
            'that or less, or run "Evaluate SR model" with CALIBRATE on more tiles.',
            model=model,
            tiles=table.tiles,
            highest=table.highest,
        )
    if table.samples > 1 and samples == 1:
        raise InputError(
            "The errors of {model} were calibrated on how far {samples} samples differ: set SAMPLES to {samples}, or leave "
            "OUTPUT_ERROR blank.",
            model=model,
            samples=table.samples,
        )
    return table
