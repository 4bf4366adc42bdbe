"""Comparison of the two rasters of a scene at many places: LR as it will be cut, and HR degraded."""

from __future__ import annotations

import math
from collections.abc import Generator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..progress import Progress
from ..raster.downsampling import downsample
from ..raster.float32_precision import exact_dtype
from .phase_correlation import Alignment, Vector, combine_shifts, phase_shift
from .scene import Scene

PIECE = 64
"""Side of a piece (LR pixels): large enough for clear peaks of correlation, small enough that many fit."""
MAX_PIECES = 64
"""Pieces to compare, about."""


class Piece(NamedTuple):
    """Both rasters at one place, at LR's pixel size."""

    window: Window
    """Window of the tile's HR pixels."""
    hr: NDArray[np.floating]
    """(b, h, w): HR degraded."""
    lr: NDArray[np.generic]
    """(b, h, w)."""
    valid: NDArray[np.bool_]
    """(h, w): where both are valid in all bands."""
    whole: bool
    """Whether neither raster has a gap here."""


def piece_windows(region: Window, scale: int) -> list[Window]:
    """Return windows of HR pixels, `PIECE` LR pixels a side: about `MAX_PIECES` of them, evenly spread over a region.

    Args:
        region: HR pixels.
        scale: How many times larger LR pixels are.
    """
    side = PIECE * scale
    rows, cols = (
        range(start, start + length - side + 1, side)
        for start, length in ((region.row_off, region.height), (region.col_off, region.width))
    )
    every = max(1, math.ceil(math.sqrt(len(rows) * len(cols) / MAX_PIECES)))
    return [Window(col, row, side, side) for row in rows[::every] for col in cols[::every]]


def read_pieces(scene: Scene) -> Generator[Progress, None, list[Piece]]:
    """Read both rasters of a scene at the places where they are compared."""
    pieces: list[Piece] = []
    windows = piece_windows(scene.region, scene.scale)
    with scene.open() as opened:
        for window in windows:
            pair = opened.cut_observed(window, scene.region)
            hr, known = downsample(pair.hr, pair.hr_valid, scene.scale)
            valid: NDArray[np.bool_] = np.logical_and.reduce(known & pair.lr_valid, axis=0)
            whole = bool(pair.hr_valid.all() and pair.lr_valid.all())
            pieces.append(Piece(window, hr, pair.lr, valid, whole))
            yield Progress(len(pieces) / len(windows), "Comparing the two rasters")
    return pieces


def measure_alignment(scene: Scene) -> Generator[Progress, None, Alignment]:
    """Measure how far the LR raster of a scene lies beside its HR raster, in LR pixels.

    Pieces with gaps are left out.
    """
    vectors: list[Vector] = []
    for piece in (yield from read_pieces(scene)):
        shift = phase_shift(piece.hr, piece.lr.astype(exact_dtype(piece.lr.dtype))) if piece.whole else None
        if shift:
            col, row = piece.window.col_off, piece.window.row_off
            vectors.append(Vector(col + piece.window.width / 2, row + piece.window.height / 2, shift))
    return combine_shifts([vector.shift for vector in vectors])._replace(vectors=tuple(vectors))
