"""Radiometric harmonisation of a high-resolution raster with the low-resolution one of the same place."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..progress import Progress
from .lr_hr_comparison import read_pieces
from .scene import Scene

HarmoniseMethod = Literal["linear", "histogram"]

LOW, HIGH = 2, 98
"""Percentiles between which values are compared: what is brighter or darker may be clouds and their shadows."""
MIN_PIXELS = 1000
"""Least number of low-resolution pixels to compare."""


@dataclass(frozen=True, eq=False)
class Harmonisation:
    """For each band a piecewise linear curve from pixel values of HR to those of LR, extended beyond its ends."""

    hr: tuple[NDArray[np.float64], ...]
    """Values of degraded HR, ascending, for each band."""
    lr: tuple[NDArray[np.float64], ...]
    """The values of LR that they become."""

    @property
    def gain(self) -> tuple[float, ...]:
        """Slope of the straight line from the first to the last point, for each band."""
        return tuple(float((y[-1] - y[0]) / (x[-1] - x[0])) for x, y in zip(self.hr, self.lr, strict=True))

    @property
    def offset(self) -> tuple[float, ...]:
        """Offset of that line, for each band."""
        return tuple(
            float(y[0] - gain * x[0]) for x, y, gain in zip(self.hr, self.lr, self.gain, strict=True)
        )

    def __call__(self, pixels: NDArray[np.generic]) -> NDArray[np.float64]:
        """Return pixels of HR (b, h, w) in LR's radiometry; neither rounded nor clipped."""
        result = np.empty(pixels.shape)
        for band, (values, x, y) in enumerate(zip(pixels.astype(np.float64), self.hr, self.lr, strict=True)):
            inside = np.interp(values, x, y)
            below, above = (y[1] - y[0]) / (x[1] - x[0]), (y[-1] - y[-2]) / (x[-1] - x[-2])
            result[band] = (
                inside + below * np.minimum(values - x[0], 0) + above * np.maximum(values - x[-1], 0)
            )
        return result


def fit_harmonisation(
    hr: NDArray[np.floating], lr: NDArray[np.floating], method: HarmoniseMethod
) -> Harmonisation:
    """Fit the curves by which the values of degraded HR become those of LR.

    Percentiles are matched, so that a few places that have changed or are misaligned do not count, and noise in either
    does not flatten the curve as it flattens a regression.

    Args:
        hr: (b, n) samples of degraded HR.
        lr: (b, n) samples of LR at the same places.
        method: linear fits a straight line to the percentiles; histogram goes through all of them.

    Raises:
        InputError: a band of either has only one value.
    """
    at = np.linspace(LOW, HIGH, 25)
    x, y = (np.percentile(side, at, axis=1).T for side in (hr, lr))
    curves = []
    for band, (here, there) in enumerate(zip(x, y, strict=True), start=1):
        points = np.unique(here)
        if len(points) < 2 or there[0] == there[-1]:
            raise InputError(
                "Band {band} is the same everywhere and cannot be harmonised: leave HARMONISE blank.",
                band=band,
            )
        if method == "linear":
            gain, offset = np.polyfit(here, there, 1)
            ends = here[[0, -1]]
            curves.append((ends, gain * ends + offset))
        else:
            curves.append((points, np.array([there[here == point].mean() for point in points])))
    return Harmonisation(*(tuple(side) for side in zip(*curves, strict=True)))


def measure_harmonisation(scene: Scene, method: HarmoniseMethod) -> Generator[Progress, None, Harmonisation]:
    """Find how the HR raster of a scene is brought to the radiometry of its LR raster, from pieces all over it.

    Raises:
        InputError: too few pixels are valid in both, or a band is the same everywhere.
    """
    pieces = yield from read_pieces(scene)
    if sum(int(piece.valid.sum()) for piece in pieces) < MIN_PIXELS:
        raise InputError(
            "{path} and {lr} have too few valid pixels in common to be harmonised: leave HARMONISE blank.",
            path=scene.path,
            lr=scene.lr_path,
        )
    hr = np.concatenate([piece.hr[:, piece.valid] for piece in pieces], axis=1)
    lr = np.concatenate([piece.lr[:, piece.valid].astype(np.float64) for piece in pieces], axis=1)
    return fit_harmonisation(hr, lr, method)
