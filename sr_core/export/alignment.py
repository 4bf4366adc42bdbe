"""By how much two rasters of the same place miss each other, found by phase correlation of many small pieces."""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..progress import Progress
from ..raster.resample import downsample
from .scene import Scene

PIECE = 64
"""Low-resolution pixels a side of a piece: large enough for clear peaks, small enough that many fit."""
FURTHEST = 8
"""Low-resolution pixels that are looked for on every side."""
FINEST = 100
"""Parts of a pixel that a peak is placed to."""
MOST, FEWEST = 64, 4
"""Pieces that are looked at; and those that must agree before anything is moved."""
SIGNIFICANT = 3.0
"""Standard errors that a shift must be to count."""


class Shift(NamedTuple):
    """How far the second image lies from the first one, in pixels; x to the right, y downwards."""

    x: float
    y: float


class Vector(NamedTuple):
    """What one piece says."""

    col: float
    """Its middle, in high-resolution pixels."""
    row: float
    shift: Shift


class Alignment(NamedTuple):
    """What the pieces say together."""

    shift: Shift
    """The median of those that agree."""
    error: float
    """Its standard error (pixels)."""
    agreeing: int
    pieces: int
    vectors: tuple[Vector, ...] = ()
    """What each of them says, where anybody may want to see it."""

    @property
    def significant(self) -> bool:
        """Whether enough pieces agree, on more than they err by."""
        return self.agreeing >= FEWEST and math.hypot(*self.shift) > SIGNIFICANT * self.error


def phase_shift(first: NDArray[np.floating], second: NDArray[np.floating]) -> Shift | None:
    """How far `second` lies from `first`, two images (b, h, w) of the same bands; none if nothing in them is alike.

    Phase correlation (Kuglin and Hines 1975) under a Hann window, the bands' spectra added up; the peak is found to a
    pixel and then to `FINEST` parts of one by a Fourier transform of its surroundings alone (Guizar-Sicairos et al.
    2008). Frequencies above three quarters of the highest are left out: there low-resolution images are mostly alias.
    """
    height, width = first.shape[1:]
    window = np.hanning(height)[:, None] * np.hanning(width)
    spectra = (np.fft.fft2((image - image.mean((1, 2), keepdims=True)) * window) for image in (first, second))
    one, other = spectra
    cross = (one * other.conj()).sum(axis=0)
    size = np.abs(cross)
    rows, cols = np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width)
    kept = (np.hypot(rows, cols) < 0.375) & (size > 1e-9 * size.max() if size.max() > 0 else False)
    if not kept.any():
        return None
    phase = np.where(kept, cross / np.where(kept, size, 1), 0)
    surface = np.fft.ifft2(phase).real
    reach = np.arange(-FURTHEST, FURTHEST + 1)
    near = surface[np.ix_(reach, reach)]
    if near.max() < surface.max():
        return None  # the peak is further away than anybody would look for it
    row, col = (int(reach[at]) for at in np.unravel_index(near.argmax(), near.shape))
    fine = np.arange(-FINEST, FINEST + 1) / FINEST
    down = np.exp(2j * np.pi * (row + fine)[:, None] * rows[:, 0])
    across = np.exp(2j * np.pi * cols[:, None] * (col + fine))
    peak = (down @ phase @ across).real
    at = np.unravel_index(peak.argmax(), peak.shape)
    return Shift(-float(col + fine[at[1]]), -float(row + fine[at[0]]))


def agreed(shifts: Sequence[Shift]) -> Alignment:
    """The median of the shifts that lie near the median of all, and how well it is known.

    Near is within three times the median distance from it, times what makes that a standard deviation of normal numbers,
    but a quarter of a pixel at least and one at most.
    """
    found = np.array(shifts).reshape(-1, 2)
    if not len(found):
        return Alignment(Shift(0, 0), math.inf, 0, 0)
    distance = np.hypot(*(found - np.median(found, axis=0)).T)
    near = found[distance <= np.clip(3 * 1.4826 * float(np.median(distance)), 0.25, 1)]
    if not len(near):
        return Alignment(Shift(0, 0), math.inf, 0, len(found))
    x, y = np.median(near, axis=0)
    spread = 1.4826 * float(np.median(np.abs(near - (x, y)).max(axis=1)))
    # The median of n normal numbers errs by 1.25 / √n of their spread.
    error = 1.25 * max(spread, 1 / FINEST) / math.sqrt(len(near))
    return Alignment(Shift(float(x), float(y)), error, len(near), len(found))


def pieces(region: Window, scale: int) -> list[Window]:
    """Pieces of a region of high-resolution pixels, evenly spread over it and no more than `MOST`."""
    side = PIECE * scale
    rows, cols = (
        range(start, start + length - side + 1, side)
        for start, length in ((region.row_off, region.height), (region.col_off, region.width))
    )
    every = max(1, math.ceil(math.sqrt(len(rows) * len(cols) / MOST)))
    return [Window(col, row, side, side) for row in rows[::every] for col in cols[::every]]


def alignment(scene: Scene) -> Generator[Progress, None, Alignment]:
    """How far the LR raster of a scene lies beside its HR raster, in LR pixels: of LR as it will be cut, and HR degraded.

    Pieces with gaps are left out.
    """
    found: list[Vector] = []
    wanted = pieces(scene.region, scene.scale)
    with scene.open() as opened:
        for number, piece in enumerate(wanted, start=1):
            cut = opened.observed(piece, scene.region)
            if cut.hr_valid.all() and cut.lr_valid.all():
                made, _ = downsample(cut.hr, cut.hr_valid, scene.scale)
                shift = phase_shift(made, cut.lr.astype(np.float32))
                if shift:
                    middle = piece.col_off + piece.width / 2, piece.row_off + piece.height / 2
                    found.append(Vector(*middle, shift))
            yield Progress(number / len(wanted), "Comparing the two rasters")
    return agreed([vector.shift for vector in found])._replace(vectors=tuple(found))
