"""Random changes of patches that keep pairs consistent: orientation, brightness, and CutBlur."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .tileset import TilePair

ORIENTATIONS = 8
"""Number of orientations of a square patch: four quarter turns, each also mirrored."""

FRAME = (0.3, 0.7)
"""Least and largest side of the rectangle that CutBlur cuts, as shares of the patch's."""


@dataclass(frozen=True)
class Augmentation:
    """Random changes of a patch besides its orientation."""

    spread: tuple[float, ...]
    """Standard deviation of each band, in physical units."""
    jitter: float = 0.0
    """Range of the gain about 1, and of the offset in standard deviations; 0 changes no brightness."""
    cutblur: float = 0.0
    """Share of the patches that `cut_blur` changes."""
    guide_spread: tuple[float, ...] = ()
    """Standard deviation of each band of the guide, in physical units."""

    def __call__(self, pair: TilePair, rng: np.random.Generator) -> TilePair:
        """Return `pair`, randomly changed; where an option is 0, no number is drawn for it."""
        if self.cutblur and rng.random() < self.cutblur:
            pair = cut_blur(pair, rng)
        if self.jitter:
            gain, offset = rng.uniform(1 - self.jitter, 1 + self.jitter), rng.uniform(-1, 1)
            offsets = (
                tuple(self.jitter * offset * each for each in spread)
                for spread in (self.spread, self.guide_spread)
            )
            pair = relight(pair, gain, *offsets)
        return pair


def orient(patch: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Return a view of `patch` (..., n, n) rotated by `orientation` % 4 quarter turns, from 4 on mirrored first."""
    if orientation >= 4:
        patch = patch[..., ::-1]
    return np.rot90(patch, orientation % 4, axes=(-2, -1))


def relight(
    pair: TilePair, gain: float, offset: tuple[float, ...], guide_offset: tuple[float, ...] = ()
) -> TilePair:
    """Return all images of `pair` × `gain` + `offset` of the band, in physical units.

    All degradations but noise and JPEG are linear and keep constants, so that LR is still HR degraded.
    """
    factor = np.float32(gain)
    moved, guide_moved = (np.asarray(each, np.float32)[:, None, None] for each in (offset, guide_offset))
    return TilePair(
        lr=pair.lr * factor + moved,
        hr=pair.hr * factor + moved,
        valid=pair.valid,
        guide=None if pair.guide is None else pair.guide * factor + guide_moved,
    )


def cut_blur(pair: TilePair, rng: np.random.Generator) -> TilePair:
    """Return `pair` with LR as sharp as HR in a random rectangle, or everywhere else: CutBlur (Yoo et al. 2020).

    So a network learns where to sharpen and not only how. The paper pastes HR into an input that was upsampled before
    the network. Networks here take LR at its own resolution, where the sharpest image is HR sampled at the middle of
    each LR pixel. Where such a sample is not valid, LR stays as it is.
    """
    side, scale = pair.lr.shape[-1], pair.scale
    height, width = (max(1, round(side * share)) for share in rng.uniform(*FRAME, 2))
    top, left = (int(rng.integers(side - length + 1)) for length in (height, width))
    chosen = np.zeros((side, side), bool)
    chosen[top : top + height, left : left + width] = True
    if rng.random() < 0.5:
        chosen = ~chosen
    sharp, known = _middle(pair.hr, scale), _middle(pair.valid.astype(np.float32), scale) == 1
    return pair._replace(lr=np.where(chosen & known, sharp, pair.lr))


def _middle(image: NDArray[np.float32], scale: int) -> NDArray[np.float32]:
    """Return the middle pixel of each `scale` × `scale` block of an image (..., h, w), or the mean of the middle four."""
    first = (scale - 1) // 2
    count = 2 - scale % 2
    places = [
        image[..., first + row :: scale, first + col :: scale] for row in range(count) for col in range(count)
    ]
    middle: NDArray[np.float32] = np.mean(places, axis=0, dtype=np.float32)
    return middle
