"""Moves longitudes by whole turns: grids may begin at 0, or go on beyond 180, where programs say -180 to 180."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from rasterio.crs import CRS

MOST_TURNS = 2
"""Most turns by which two ways to give a longitude differ."""

DIGITS = 9
"""Digits behind the point to which a turn is known, as files give the unit in radians with no more."""


def full_turn(crs: CRS | None) -> float | None:
    """Return a full turn in units of a CRS, such as 360 degrees; None where x is no longitude."""
    if crs is None or not crs.is_geographic:
        return None
    return round(2 * math.pi / float(crs.units_factor[1]), DIGITS)


def move_near(longitudes: NDArray[np.float64], middle: float, turn: float) -> NDArray[np.float64]:
    """Return longitudes, of any shape, moved by whole turns to within half a turn of a middle; NaN where not finite."""
    with np.errstate(invalid="ignore"):
        return np.asarray(longitudes + turn * np.round((middle - longitudes) / turn))


def move_onto(
    west: float, east: float, grid: tuple[float, float], turn: float, eps: float = 1e-9
) -> tuple[float, float]:
    """Return a range of longitudes moved by whole turns to where it shares most with a grid, or lies nearest to it.

    Args:
        west: Where the range begins.
        east: Where it ends; less than `west` where it crosses the 180th meridian.
        grid: The least and the largest longitude of the grid.
        turn: A full turn.
        eps: Share of a turn that may lack to a range all around the globe, which is that of the grid.
    """
    if east < west:
        east += turn
    if east - west >= turn * (1 - eps):
        return grid

    def shared(turns: int) -> tuple[float, int]:
        """Less than 0 is the distance where nothing is shared; of two that are the same, the range as it is given."""
        return min(east + turns * turn, grid[1]) - max(west + turns * turn, grid[0]), -abs(turns)

    turns = max(range(-MOST_TURNS, MOST_TURNS + 1), key=shared)
    return west + turns * turn, east + turns * turn
