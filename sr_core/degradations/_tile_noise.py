"""Noise that belongs to a tile: the same whenever and in whichever order tiles are cut."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray


def tile_random(seed: int, tile: str) -> np.random.Generator:
    """Return a source of random numbers for the tile of this name.

    Philox (Salmon et al. 2011) is a function of its key, so that streams of different keys have nothing in common.
    """
    name = int.from_bytes(blake2b(tile.encode(), digest_size=8).digest(), "little")
    return np.random.Generator(np.random.Philox(key=np.array((seed, name), np.uint64)))


def tile_noise(shape: tuple[int, ...], seed: int, tile: str) -> NDArray[np.float64]:
    """Draw standard normal noise of `shape` for the tile of this name."""
    return tile_random(seed, tile).standard_normal(shape)
