"""What methods share that put PAN in the place of the bands' intensity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ...errors import InputError
from . import PansharpeningMethod


class IntensityMethod(PansharpeningMethod):
    """A method that compares PAN with the intensity, the weighted mean of the bands."""

    global_statistics: ClassVar[bool] = True
    joint: ClassVar[bool] = True

    weights: Annotated[
        tuple[Annotated[float, Field(ge=0)], ...] | None, Field(title="Weights", examples=["0.3,0.4,0.3"])
    ] = None
    """Weight of each band in PAN, one number for each band. Left out: equal weights."""

    def refuse_bands(self, count: int) -> None:
        band_weights(self.weights, count)


def band_weights(weights: Sequence[float] | None, count: int) -> NDArray[np.float64]:
    """Return the share (b,) of each band in the intensity, which add up to 1; all the same without `weights`.

    Raises:
        InputError: there are not as many weights as bands, or all are 0.
    """
    if weights is None:
        return np.full(count, 1 / count)
    if len(weights) != count:
        raise InputError(
            "WEIGHTS has {given} numbers for {count} bands: give one for each band.",
            given=len(weights),
            count=count,
        )
    if sum(weights) <= 0:
        raise InputError("WEIGHTS is all 0: give at least one band a weight.")
    return np.array(weights) / sum(weights)


def intensity(xs: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what a panchromatic sensor would see of the bands (b, h, w): their weighted sum (h, w)."""
    # Added band by band, as the order of a matrix product's additions depends on its size.
    return sum((weight * band for weight, band in zip(weights, xs, strict=True)), np.zeros(xs.shape[1:]))
