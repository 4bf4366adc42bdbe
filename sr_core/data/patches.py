"""Random patches of training tiles: what one epoch goes through, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..errors import BadInput
from .augment import ORIENTATIONS, oriented
from .tileset import Pair, TileSet

CACHE = 2**30
"""Bytes of tiles kept in memory; tiles beyond that are read again each time."""


@dataclass
class Patches:
    """Pairs of square patches from the training tiles, `size` low-resolution pixels a side.

    Seeded: the same seed gives the same patches in the same order, whatever else draws random numbers.

    Raises:
        BadInput: there is no training tile, or the tiles are smaller than a patch.
    """

    tileset: TileSet
    size: int
    seed: int
    _kept: dict[str, Pair] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        self.tileset.require("train")
        self.random = np.random.default_rng(self.seed)
        side = min(self.shape)
        if self.size > side:
            raise BadInput(
                "PATCH_SIZE is {size}, but a low-resolution tile is only {side} pixels wide: "
                "use a PATCH_SIZE of at most {side}, or export larger tiles.",
                size=self.size,
                side=side,
            )

    @cached_property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of a low-resolution tile."""
        height, width = self._tile(self.tileset.names("train")[0]).lr.shape[-2:]
        return height, width

    @cached_property
    def per_tile(self) -> int:
        """Patches from a tile in an epoch: together they are as large as the tile."""
        height, width = self.shape
        return max(1, round(height * width / self.size**2))

    def __len__(self) -> int:
        """Patches in an epoch."""
        return len(self.tileset.names("train")) * self.per_tile

    def epoch(self) -> Iterator[Pair]:
        """Every training tile `per_tile` times in random order, each time another part and orientation of it."""
        names = self.tileset.names("train")
        for i in self.random.permutation(np.repeat(np.arange(len(names)), self.per_tile)):
            yield self._cut(self._tile(names[i]))

    def batches(self, batch_size: int) -> Iterator[Pair]:
        """An epoch in batches (n, bands, ., .) of nearly equal size, none larger than `batch_size`."""
        patches = self.epoch()
        for indices in np.array_split(np.arange(len(self)), -(-len(self) // batch_size)):
            batch = [next(patches) for _ in indices]
            yield Pair(*(np.stack(each) for each in zip(*batch, strict=True)))

    def _cut(self, tile: Pair) -> Pair:
        height, width = tile.lr.shape[-2:]
        top, left = (int(self.random.integers(extent - self.size + 1)) for extent in (height, width))
        orientation = int(self.random.integers(ORIENTATIONS))
        return Pair(*(oriented(_part(image, top, left, self.size, height), orientation) for image in tile))

    def _tile(self, name: str) -> Pair:
        if name in self._kept:
            return self._kept[name]
        tile = self.tileset.read("train", name)
        if sum(image.nbytes for image in tile) * (len(self._kept) + 1) <= CACHE:
            self._kept[name] = tile
        return tile


def _part(image: NDArray[np.generic], top: int, left: int, size: int, height: int) -> NDArray[np.generic]:
    """The patch of an image of the tile; the high-resolution ones are `factor` times as high as `height`."""
    factor = image.shape[-2] // height
    rows, cols = (slice(start * factor, (start + size) * factor) for start in (top, left))
    return image[..., rows, cols]
