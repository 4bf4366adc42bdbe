"""What a patch may be turned into without becoming untrue: other orientations, light, and sharpness of its input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .tileset import TilePair

ORIENTATIONS = 8
"""The ways to lay a square patch down: land has no up and no left."""

FRAME = (0.3, 0.7)
"""Least and largest side of the rectangle that CutBlur cuts, as shares of the patch's."""


@dataclass(frozen=True)
class Augmentation:
    """What is done to a patch by chance, besides laying it down in one of its orientations."""

    spread: tuple[float, ...]
    """Standard deviation of each band, in physical units."""
    jitter: float = 0.0
    """How far brightness goes, see `lit`; 0 leaves it alone."""
    cutblur: float = 0.0
    """Share of the patches that `cut_blurred` changes."""

    def __call__(self, pair: TilePair, chance: np.random.Generator) -> TilePair:
        """`pair`, changed by what `chance` gives; where an option is 0, no number is drawn for it."""
        if self.cutblur and chance.random() < self.cutblur:
            pair = cut_blurred(pair, chance)
        if self.jitter:
            gain, offset = chance.uniform(1 - self.jitter, 1 + self.jitter), chance.uniform(-1, 1)
            pair = lit(pair, gain, tuple(self.jitter * offset * each for each in self.spread))
        return pair


def oriented(patch: NDArray[Any], orientation: int) -> NDArray[Any]:
    """`patch` (..., n, n) turned by `orientation` % 4 quarter turns and, from 4 on, mirrored first; a view."""
    if orientation >= 4:
        patch = patch[..., ::-1]
    return np.rot90(patch, orientation % 4, axes=(-2, -1))


def lit(pair: TilePair, gain: float, offset: tuple[float, ...]) -> TilePair:
    """`pair` under another light: both sides × `gain` + `offset` of the band, in physical units.

    Degradations are linear and keep a constant as it is, all but noise and JPEG: so the one side is still what the other
    degrades to.
    """
    moved = np.asarray(offset, np.float32)[:, None, None]
    return TilePair(
        lr=pair.lr * np.float32(gain) + moved, hr=pair.hr * np.float32(gain) + moved, valid=pair.valid
    )


def cut_blurred(pair: TilePair, chance: np.random.Generator) -> TilePair:
    """CutBlur (Yoo et al. 2020): the input is as sharp as the truth in a rectangle, or everywhere but in it, so that a
    network learns where to sharpen and not only how.

    The paper pastes the truth into an input that was upsampled before the network. Networks here take the input at its
    own resolution: there, as sharp as it gets is the truth's middle pixels under each low-resolution one, not blurred.
    Where one of them is missing, the input stays.
    """
    side, scale = pair.lr.shape[-1], pair.scale
    height, width = (max(1, round(side * share)) for share in chance.uniform(*FRAME, 2))
    top, left = (int(chance.integers(side - length + 1)) for length in (height, width))
    chosen = np.zeros((side, side), bool)
    chosen[top : top + height, left : left + width] = True
    if chance.random() < 0.5:
        chosen = ~chosen
    sharp, known = _middle(pair.hr, scale), _middle(pair.valid.astype(np.float32), scale) == 1
    return TilePair(lr=np.where(chosen & known, sharp, pair.lr), hr=pair.hr, valid=pair.valid)


def _middle(image: NDArray[np.float32], scale: int) -> NDArray[np.float32]:
    """(..., h × scale, w × scale) to (..., h, w): the middle pixel of each square, or the mean of the middle four."""
    first = (scale - 1) // 2
    count = 2 - scale % 2
    places = [
        image[..., first + row :: scale, first + col :: scale] for row in range(count) for col in range(count)
    ]
    middle: NDArray[np.float32] = np.mean(places, axis=0, dtype=np.float32)
    return middle
