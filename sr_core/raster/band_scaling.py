"""Reads and writes the scale, offset and unit that a file declares for each band.

Stored value × scale + offset is the physical value, in the unit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

import rasterio

from ..errors import InputError
from ..i18n import format_number, join_numbers
from ..progress import Log
from .radiometry import Radiometry


@dataclass(frozen=True)
class BandScaling:
    """Scale, offset and unit of each band, as GDAL knows them; 1, 0 and "" where a file declares none."""

    scales: tuple[float, ...]
    """Physical units per stored value."""
    offsets: tuple[float, ...]
    """Physical value of a pixel that is 0."""
    units: tuple[str, ...]

    @classmethod
    def of(cls, dataset: rasterio.DatasetReader, bands: Iterable[int]) -> Self | None:
        """Return the scaling that a file declares for bands (indices from 1); None where it declares none."""
        indices = [band - 1 for band in bands]
        found = cls(
            tuple(dataset.scales[i] for i in indices),
            tuple(dataset.offsets[i] for i in indices),
            tuple(dataset.units[i] or "" for i in indices),
        )
        return found if any(found.declared) or any(found.units) else None

    @property
    def declared(self) -> tuple[bool, ...]:
        """Whether a scale or an offset is declared, for each band: GDAL has 1 and 0 where there is none."""
        return tuple((s, o) != (1.0, 0.0) for s, o in zip(self.scales, self.offsets, strict=True))

    def write(self, dataset: rasterio.io.DatasetWriter) -> None:
        """Declare the scaling in a file that is being written."""
        if any(self.declared):
            dataset.scales, dataset.offsets = self.scales, self.offsets
        for band, unit in enumerate(self.units, start=1):
            if unit:
                dataset.set_band_unit(band, unit)

    def choose(self, places: Sequence[int]) -> Self:
        """Return the scaling of some of the bands, by their places from 0."""
        parts = (self.scales, self.offsets, self.units)
        return type(self)(*(tuple(part[place] for place in places) for part in parts))  # type: ignore[arg-type]

    def of_differences(self, *, signed: bool) -> Self:
        """Return the scaling of differences between values, which no offset is added to.

        Args:
            signed: Whether their signs count; else they are magnitudes, which stay positive where a scale is negative.
        """
        scales = self.scales if signed else tuple(map(abs, self.scales))
        return replace(self, scales=scales, offsets=(0.0,) * len(self.offsets))


def join_scalings(parts: Sequence[tuple[BandScaling | None, int]]) -> BandScaling | None:
    """Return the scaling of bands from several files; each comes with its number of bands."""
    if all(part is None for part, _ in parts):
        return None
    each = [part or BandScaling((1.0,) * count, (0.0,) * count, ("",) * count) for part, count in parts]
    return BandScaling(
        tuple(scale for part in each for scale in part.scales),
        tuple(offset for part in each for offset in part.offsets),
        tuple(unit for part in each for unit in part.units),
    )


def declared_radiometry(
    path: str,
    scaling: BandScaling | None,
    usual: Radiometry,
    gain: Sequence[float] | None = None,
    offset: Sequence[float] | None = None,
) -> Radiometry:
    """Return the radiometry where GAIN or OFFSET is blank: the one that the file declares, or else the usual one.

    Args:
        path: The raster, for errors.
        scaling: The scaling that the raster declares.
        usual: Radiometry of bands without a declared scaling.
        gain: The user's gain, which replaces the declared scale; None if blank.
        offset: The user's offset, which replaces the declared offset; None if blank.

    Raises:
        InputError: The raster declares a scaling by which no value can have been stored.
    """
    if scaling is None:
        return usual
    for band, (s, o) in enumerate(zip(scaling.scales, scaling.offsets, strict=True), start=1):
        if (not gain and not (math.isfinite(s) and s)) or (not offset and not math.isfinite(o)):
            raise InputError(
                "{path} declares scale {scale:g} and offset {offset:g} for band {band}, which cannot be right: set GAIN and "
                "OFFSET.",
                path=path,
                scale=s,
                offset=o,
                band=band,
            )
    columns = (scaling.declared, scaling.scales, scaling.offsets, usual.gain, usual.offset)
    each = [(s, o) if said else (g, b) for said, s, o, g, b in zip(*columns, strict=True)]
    return Radiometry(
        gain=usual.gain if gain else tuple(g for g, _ in each),
        offset=usual.offset if offset else tuple(o for _, o in each),
    )


def declared_scaling_log(
    path: str, radiometry: Radiometry, gain: Sequence[float] | None, offset: Sequence[float] | None
) -> Log:
    """Return a log line: the raster's declared scale and offset are used for parameters that the user left blank."""
    blank = [name for name, value in (("GAIN", gain), ("OFFSET", offset)) if not value]
    return Log(
        "{path} declares scale and offset of its bands, which are used for {blank} (blank): pixel value × {gain} "
        "+ {offset} = physical value.",
        path=path,
        blank=" + ".join(blank),
        gain=distinct(radiometry.gain),
        offset=distinct(radiometry.offset),
    )


def distinct(values: Sequence[float]) -> str:
    """Return the numbers of all bands as text, each once."""
    return join_numbers(format_number(value, ".6g") for value in dict.fromkeys(values))
