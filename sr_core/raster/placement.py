"""Where the pixels of one raster lie on those of another, whichever coordinate reference systems they have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.warp import transform
from rasterio.windows import Window

from ..errors import BadInput, NoOverlap
from .source import Source

Points = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Columns and rows, or x and y."""

OUTLINE = 21
"""Points on each side of an outline: brought into another CRS, the sides are bent."""


@dataclass(frozen=True)
class Placement:
    """The way between pixel coordinates (column, row) of a fine raster and those of a coarse one, and back."""

    fine: Affine
    """From the fine raster's pixels to its CRS."""
    coarse: Affine
    """From the coarse raster's pixels to its CRS."""
    crs: tuple[CRS, CRS] | None
    """The fine one's and the coarse one's; none where they are the same."""
    beside: tuple[float, float] = (0, 0)
    """How many fine pixels, across and down, the coarse raster shows the land beside the place where the fine one has it."""

    @classmethod
    def of(cls, fine: Source, coarse: Source, beside: tuple[float, float] = (0, 0)) -> Self:
        """A raster without a coordinate reference system is taken to have the other's."""
        crs = None
        if fine.crs is not None and coarse.crs is not None and fine.crs != coarse.crs:
            crs = fine.crs, coarse.crs
        return cls(fine.box.affine, coarse.box.affine, crs, beside)

    def to_coarse(self, cols: NDArray[np.float64], rows: NDArray[np.float64]) -> Points:
        """Of points of any shape. Not finite where one CRS does not reach."""
        x, y = self.fine * (cols + self.beside[0], rows + self.beside[1])
        if self.crs:
            x, y = _projected(*self.crs, x, y)
        cols, rows = ~self.coarse * (x, y)
        return cols, rows

    def to_fine(self, cols: NDArray[np.float64], rows: NDArray[np.float64]) -> Points:
        """The way back."""
        x, y = self.coarse * (cols, rows)
        if self.crs:
            x, y = _projected(*self.crs[::-1], x, y)
        cols, rows = ~self.fine * (x, y)
        return cols - self.beside[0], rows - self.beside[1]

    def shared(self, fine: Source, coarse: Source, window: Window) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of what lies on both, in fine pixels, not beyond a window of these.

        Raises:
            BadInput: the coordinate reference systems cannot be related.
            NoOverlap: there is none.
        """
        left, top = window.col_off, window.row_off
        right, bottom = left + window.width, top + window.height
        try:
            here = _bounds(*self.to_coarse(*_outline(left, top, right, bottom)))
            region = coarse.region
            part = (
                max(here[0], region.col_off),
                max(here[1], region.row_off),
                min(here[2], region.col_off + region.width),
                min(here[3], region.row_off + region.height),
            )
            there = _bounds(*self.to_fine(*_outline(*part)))
        except (RasterioError, CPLE_BaseError, ValueError):
            raise BadInput(
                "The coordinate reference systems of {fine} and {coarse} cannot be related where the rasters lie: "
                "reproject one of them to the other's.",
                fine=fine.name,
                coarse=coarse.name,
            ) from None
        both = max(left, there[0]), max(top, there[1]), min(right, there[2]), min(bottom, there[3])
        empty = part[2] <= part[0] or part[3] <= part[1] or both[2] <= both[0] or both[3] <= both[1]
        if empty:
            raise apart(fine, coarse)
        return both

    def pixel(self, col: float, row: float, side: float) -> tuple[tuple[float, float], tuple[float, float]]:
        """At a place on the fine raster: width and height of a coarse pixel there (fine pixels); and how many coarse pixels
        along columns and along rows a square of `side` fine pixels covers."""
        at, half = np.array([0.0, 0.0, 0.0, 0.0]), side / 2
        across, down = np.array([-half, half, 0, 0]), np.array([0, 0, -half, half])
        cols, rows = self.to_coarse(at + col + across, at + row + down)
        covered = (
            float(np.hypot(cols[1] - cols[0], cols[3] - cols[2])),
            float(np.hypot(rows[1] - rows[0], rows[3] - rows[2])),
        )
        # One coarse pixel around the same place, brought back.
        middle = float(cols.mean()), float(rows.mean())
        step = np.array([-0.5, 0.5, 0, 0])
        x, y = self.to_fine(middle[0] + step, middle[1] + step[[2, 3, 0, 1]])
        return (
            float(np.hypot(x[1] - x[0], y[1] - y[0])),
            float(np.hypot(x[3] - x[2], y[3] - y[2])),
        ), covered


def apart(fine: Source, coarse: Source) -> NoOverlap:
    """The refusal of two rasters of different places."""
    return NoOverlap(
        "{hr} and {lr} do not overlap: choose two rasters of the same place.", hr=fine.name, lr=coarse.name
    )


def _projected(origin: CRS, target: CRS, x: NDArray[np.float64], y: NDArray[np.float64]) -> Points:
    shape = np.shape(x)
    moved = transform(origin, target, np.ravel(x).tolist(), np.ravel(y).tolist())
    moved_x, moved_y = (np.array(side).reshape(shape) for side in moved)
    return moved_x, moved_y


def _outline(left: float, top: float, right: float, bottom: float) -> Points:
    """Points along the four sides of a rectangle."""
    share = np.linspace(0, 1, OUTLINE)
    nothing, all_of_it = np.zeros(OUTLINE), np.ones(OUTLINE)
    x, y = (
        np.concatenate([share, share, nothing, all_of_it]),
        np.concatenate([nothing, all_of_it, share, share]),
    )
    return left + x * (right - left), top + y * (bottom - top)


def _bounds(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, float, float, float]:
    """Of points.

    Raises:
        ValueError: one has no place.
    """
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise ValueError("one does not reach where the other lies")
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())
