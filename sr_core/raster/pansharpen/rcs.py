"""Ratio component substitution: what OTB's BundleToPerfectSensor does."""

from __future__ import annotations

import math
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from odc.geo.types import XY, xy_
from pydantic import Field

from . import PansharpeningMethod, PansharpeningPair


class RCS(PansharpeningMethod):
    """Ratio component substitution (RCS).

    Each band × PAN / smoothed PAN: where PAN is brighter than its surroundings, so is the result. As in OTB's
    BundleToPerfectSensor. It keeps colours, needs no statistics, and copes with bands that PAN does not cover.
    """

    radius: Annotated[int | None, Field(title="Radius", ge=1, le=1000, examples=[3])] = None
    """PAN is smoothed over (2 × radius + 1)² of its pixels. OTB always takes 3. Left out: the area of a multispectral
    pixel, which leaves the colours as they were at that resolution."""

    def margin(self, ratio: XY[float]) -> XY[int]:
        return self._sides(ratio).map(lambda side: len(box(side)) // 2)

    def fuse(self, pair: PansharpeningPair, ratio: XY[float]) -> NDArray[np.float64]:
        boxes = self._sides(ratio).map(box)
        smooth = _smooth(pair.pan, boxes)
        if not pair.pan_valid.all():
            weight = _smooth(pair.pan_valid.astype(np.float64), boxes)
            smooth = smooth / np.where(weight > 0, weight, 1)
        # Where PAN is 0 all around there is no detail.
        bright = smooth > 0
        factor: NDArray[np.float64] = np.where(bright, pair.sharp / np.where(bright, smooth, 1), 1)
        return pair.xs * factor

    def _sides(self, ratio: XY[float]) -> XY[float]:
        return ratio if self.radius is None else xy_(2.0 * self.radius + 1, 2.0 * self.radius + 1)


def box(side: float) -> NDArray[np.float64]:
    """Return weights of the pixels that a box `side` pixels wide, in the middle of one, covers in part or whole; sum 1."""
    radius = math.ceil((side - 1) / 2 - 1e-3)
    pixels = np.arange(-radius, radius + 1)
    covered = np.minimum(pixels + 0.5, side / 2) - np.maximum(pixels - 0.5, -side / 2)
    weights: NDArray[np.float64] = covered / covered.sum()
    return weights


def _smooth(pixels: NDArray[np.float64], boxes: XY[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Convolve (h, w) along both axes, without pixels that have not all their neighbours."""
    return _convolve(_convolve(pixels, boxes.y, 0), boxes.x, 1)


def _convolve(pixels: NDArray[np.float64], weights: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    length = pixels.shape[axis] - len(weights) + 1
    # Added tap by tap, not as a running sum, as the result must not depend on where the window begins.
    parts = (weight * pixels.take(range(tap, tap + length), axis=axis) for tap, weight in enumerate(weights))
    return sum(parts, np.zeros(()))
