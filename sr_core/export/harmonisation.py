"""Bringing a high-resolution raster to the radiometry of the low-resolution one that it is learnt with."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..errors import BadInput
from ..progress import Progress
from ..raster.resample import downsample
from .alignment import pieces
from .scene import Scene

Harmonising = Literal["linear", "histogram"]

LOW, HIGH = 2, 98
"""Percentiles between which values are compared: what is brighter or darker may be clouds and their shadows."""
FEWEST = 1000
"""Low-resolution pixels that must be there to compare."""


@dataclass(frozen=True, eq=False)
class Harmony:
    """For each band a curve of straight parts from pixel values of HR to those of LR; beyond its ends it goes on."""

    hr: tuple[NDArray[np.float64], ...]
    """For each band, rising: values of HR, degraded."""
    lr: tuple[NDArray[np.float64], ...]
    """Those of LR that they become."""

    @property
    def gain(self) -> tuple[float, ...]:
        """For each band, of the straight line from the first to the last point."""
        return tuple(float((y[-1] - y[0]) / (x[-1] - x[0])) for x, y in zip(self.hr, self.lr, strict=True))

    @property
    def offset(self) -> tuple[float, ...]:
        """For each band."""
        return tuple(
            float(y[0] - gain * x[0]) for x, y, gain in zip(self.hr, self.lr, self.gain, strict=True)
        )

    def __call__(self, pixels: NDArray[np.generic]) -> NDArray[np.float64]:
        """Pixels of HR (b, h, w) as LR's sensor would have them; neither rounded nor clipped."""
        found = np.empty(pixels.shape)
        for band, (values, x, y) in enumerate(zip(pixels.astype(np.float64), self.hr, self.lr, strict=True)):
            inside = np.interp(values, x, y)
            below, above = (y[1] - y[0]) / (x[1] - x[0]), (y[-1] - y[-2]) / (x[-1] - x[-2])
            found[band] = (
                inside + below * np.minimum(values - x[0], 0) + above * np.maximum(values - x[-1], 0)
            )
        return found


def fitted(hr: NDArray[np.floating], lr: NDArray[np.floating], way: Harmonising) -> Harmony:
    """The curve by which the values of HR, degraded, become those of LR: two samples (b, n) of the same places.

    Their percentiles are matched, so that a few places which have changed, or lie beside each other, do not count, and
    noise in either does not flatten the curve as it flattens a regression. linear: the straight line that fits them best;
    histogram: through them all.

    Raises:
        BadInput: a band of either has one value only.
    """
    at = np.linspace(LOW, HIGH, 25)
    x, y = (np.percentile(side, at, axis=1).T for side in (hr, lr))
    curves = []
    for band, (here, there) in enumerate(zip(x, y, strict=True), start=1):
        points = np.unique(here)
        if len(points) < 2 or there[0] == there[-1]:
            raise BadInput(
                "Band {band} is the same everywhere and cannot be harmonised: leave HARMONISE blank.",
                band=band,
            )
        if way == "linear":
            gain, offset = np.polyfit(here, there, 1)
            ends = here[[0, -1]]
            curves.append((ends, gain * ends + offset))
        else:
            curves.append((points, np.array([there[here == point].mean() for point in points])))
    return Harmony(*(tuple(side) for side in zip(*curves, strict=True)))


def harmony(scene: Scene, way: Harmonising) -> Generator[Progress, None, Harmony]:
    """How the HR raster of a scene is brought to the radiometry of its LR raster, from pieces all over it.

    Raises:
        BadInput: too few pixels are valid in both, or a band is the same everywhere.
    """
    found: list[tuple[NDArray[np.floating], NDArray[np.floating]]] = []
    wanted = pieces(scene.region, scene.scale)
    with scene.open() as opened:
        for number, piece in enumerate(wanted, start=1):
            cut = opened.observed(piece, scene.region)
            made, valid = downsample(cut.hr, cut.hr_valid, scene.scale)
            both = (valid & cut.lr_valid).all(axis=0)
            found.append((made[:, both], cut.lr[:, both].astype(np.float64)))
            yield Progress(number / len(wanted), "Comparing the two rasters")
    if sum(hr.shape[1] for hr, _ in found) < FEWEST:
        raise BadInput(
            "{path} and {lr} have too few valid pixels in common to be harmonised: leave HARMONISE blank.",
            path=scene.path,
            lr=scene.lr_path,
        )
    hr, lr = (np.concatenate(side, axis=1) for side in zip(*found, strict=True))
    return fitted(hr, lr, way)
