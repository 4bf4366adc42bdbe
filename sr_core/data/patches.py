"""Random patches of training tiles: what one epoch goes through, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import BadInput
from .augment import ORIENTATIONS, oriented
from .cache import TileCache
from .tileset import Pair


@dataclass
class Patches:
    """Pairs of square patches from the training tiles, `size` low-resolution pixels a side.

    Seeded: the same seed gives the same patches in the same order, whatever else draws random numbers.

    Raises:
        BadInput: there is no training tile, or the tiles are smaller than a patch.
    """

    tiles: TileCache
    size: int
    seed: int

    def __post_init__(self) -> None:
        self.names = self.tiles.tileset.require("train")
        self.scale = self.tiles.tileset.info.scale
        self.random = np.random.default_rng(self.seed)
        side = self.tiles.tileset.info.tile_size // self.scale
        if self.size > side:
            raise BadInput(
                "PATCH_SIZE is {size}, but a low-resolution tile is only {side} pixels wide: "
                "use a PATCH_SIZE of at most {side}, or export larger tiles.",
                size=self.size,
                side=side,
            )

    @cached_property
    def per_tile(self) -> int:
        """Patches from a tile in an epoch: together they are as large as the tile."""
        side = self.tiles.tileset.info.tile_size // self.scale
        return max(1, round((side / self.size) ** 2))

    def __len__(self) -> int:
        """Patches in an epoch."""
        return len(self.names) * self.per_tile

    def n_batches(self, batch_size: int) -> int:
        """Batches in an epoch."""
        return -(-len(self) // batch_size)

    def batches(self, batch_size: int) -> Iterator[Pair]:
        """An epoch in batches (n, bands, ., .) of nearly equal size, none larger than `batch_size`.

        Every tile comes `per_tile` times in random order, each time another part and orientation of it.
        """
        order = self.random.permutation(np.repeat(np.arange(len(self.names)), self.per_tile))
        for chosen in np.array_split(order, self.n_batches(batch_size)):
            batch = [self._cut(self.tiles.read("train", self.names[i])) for i in chosen]
            yield Pair(
                lr=np.stack([patch.lr for patch in batch]),
                hr=np.stack([patch.hr for patch in batch]),
                valid=np.stack([patch.valid for patch in batch]),
            )

    def _cut(self, tile: Pair) -> Pair:
        limit = tile.lr.shape[-1] - self.size + 1
        top, left, orientation = (int(self.random.integers(n)) for n in (limit, limit, ORIENTATIONS))

        def part(image: NDArray[Any], factor: int) -> NDArray[Any]:
            rows, cols = (slice(start * factor, (start + self.size) * factor) for start in (top, left))
            return oriented(image[:, rows, cols], orientation)

        return Pair(lr=part(tile.lr, 1), hr=part(tile.hr, self.scale), valid=part(tile.valid, self.scale))
