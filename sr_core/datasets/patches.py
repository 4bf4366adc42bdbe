"""Random patches of training tiles, and their order in an epoch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from .augmentation import ORIENTATIONS, Augmentation, orient
from .tile_cache import TileCache
from .tileset import TilePair


class PatchBatch(NamedTuple):
    """The patches of one batch, or those that one of several processes learns from."""

    lr: NDArray[np.float32]
    """(n, inputs, h, w): a guide, folded, comes after the bands."""
    hr: NDArray[np.float32]
    """(n, bands, h × scale, w × scale)."""
    valid: NDArray[np.bool_]
    """Which pixels of `hr` are valid, in the same shape."""
    first: int
    """Index of the first of them in the batch."""
    total: int
    """Patches of the whole batch."""

    @property
    def scale(self) -> int:
        """Return the scale of the batch."""
        scale: int = self.hr.shape[-1] // self.lr.shape[-1]
        return scale


@dataclass
class Patches:
    """Pairs of square patches from the training tiles, in batches.

    An epoch has the same patches in the same order for the same seed, whatever else draws random numbers.

    Raises:
        InputError: there is no training tile, the tiles are smaller than a patch, or they have no pair at a scale.
    """

    tiles: TileCache
    size: int
    """Side of a patch (LR pixels)."""
    seed: int
    scales: tuple[int, ...] = ()
    """Each batch is at a random one of these; empty is the tile set's own scale."""
    augmentation: Augmentation | None = None
    """Random changes besides the orientation."""
    process: int = 0
    """Index of the process that the patches are for, of `processes`."""
    processes: int = 1

    def __post_init__(self) -> None:
        tileset = self.tiles.tileset
        self.names = tileset.require("train")
        self.own = tileset.info.scale
        self.scales = self.scales or (self.own,)
        side = tileset.side(self.own)
        if self.size > side:
            raise InputError(
                "PATCH_SIZE is {size}, but a low-resolution tile is only {side} pixels wide: "
                "use a PATCH_SIZE of at most {side}, or export larger tiles.",
                size=self.size,
                side=side,
            )
        for scale in sorted(self.scales, reverse=True):
            missing = (self.size - tileset.side(scale)) * scale
            if missing > 0:
                raise InputError(
                    "PATCH_SIZE is {size}, and the network learns scale {scale} as well, for which tiles of {tile_size} "
                    "pixels are too small: export tiles with a TILE_SIZE of {needed}, or use a smaller PATCH_SIZE.",
                    size=self.size,
                    scale=scale,
                    tile_size=tileset.info.tile_size,
                    # A multiple of the tiles' own scale, as exporting wants it.
                    needed=-(-(tileset.info.tile_size // scale * scale + missing) // self.own) * self.own,
                )

    @cached_property
    def per_tile(self) -> int:
        """Number of patches from a tile in an epoch; together they are about as large as the tile."""
        side = self.tiles.tileset.side(self.own)
        return max(1, round((side / self.size) ** 2))

    def __len__(self) -> int:
        """Return the number of patches in an epoch."""
        return len(self.names) * self.per_tile

    def n_batches(self, batch_size: int) -> int:
        """Return the number of batches in an epoch."""
        return -(-len(self) // batch_size)

    def batches(self, batch_size: int, epoch: int, done: int = 0) -> Iterator[PatchBatch]:
        """Return the batches of an epoch.

        Every tile occurs `per_tile` times in random order, each time another part and orientation of it, and where tiles
        differ by lot in how they were degraded, degraded anew. Batches are of nearly equal size; of several processes each gets a nearly equal share of every batch.

        Args:
            batch_size: Largest number of patches in a batch.
            epoch: Counted from 0.
            done: How many batches to skip.
        """
        return (make() for make in self.batch_tasks(batch_size, epoch, done))

    def batch_tasks(self, batch_size: int, epoch: int, done: int = 0) -> Iterator[Callable[[], PatchBatch]]:
        """Return functions that make the `batches`; they may be called in any order and by several threads."""
        rng = np.random.default_rng((self.seed, epoch))
        order = rng.permutation(np.repeat(np.arange(len(self.names)), self.per_tile))
        chosen = np.array_split(np.arange(len(order)), self.n_batches(batch_size))
        scales = rng.integers(len(self.scales), size=len(chosen))
        for places, scale in list(zip(chosen, scales, strict=True))[done:]:
            own = np.array_split(places, self.processes)[self.process]
            patches = [(self.names[order[i]], self._patch_rng(epoch, i)) for i in own]
            yield partial(self._make, patches, self.scales[scale], int(own[0] - places[0]), len(places))

    def _make(
        self, patches: Sequence[tuple[str, np.random.Generator]], scale: int, first: int, total: int
    ) -> PatchBatch:
        batch = [self._cut(name, scale, rng) for name, rng in patches]
        # Folded now, and not before: to turn a patch is to turn each of its images.
        lr, hr, valid = (
            np.stack(each)
            for each in zip(*((pair.inputs, pair.hr, pair.valid) for pair in batch), strict=True)
        )
        return PatchBatch(lr, hr, valid, first, total)

    def check_batch_size(self, batch_size: int) -> None:
        """Check that every batch has a patch for each process.

        Raises:
            InputError: it has not.
        """
        smallest = len(self) // self.n_batches(batch_size)
        if smallest < self.processes:
            raise InputError(
                "A batch has only {patches} patches for {count} processes: use a larger BATCH_SIZE, or start fewer.",
                patches=smallest,
                count=self.processes,
            )

    def _patch_rng(self, epoch: int, place: int) -> np.random.Generator:
        """Return a generator that depends only on the patch's place, so that an epoch can be entered anywhere."""
        return np.random.default_rng((self.seed, epoch, place + 1))  # a 0 at the end would change nothing

    def _cut(self, name: str, scale: int, rng: np.random.Generator) -> TilePair:
        tile = self.tiles.read("train", name, scale)
        limit = tile.lr.shape[-1] - self.size + 1
        top, left, orientation = (int(rng.integers(n)) for n in (limit, limit, ORIENTATIONS))
        rows, cols = (slice(start, start + self.size) for start in (top, left))

        def part(image: NDArray[Any], factor: int) -> NDArray[Any]:
            places = (slice(each.start * factor, each.stop * factor) for each in (rows, cols))
            return orient(image[:, *places], orientation)

        if self.tiles.tileset.is_redrawn:
            another = f"{name} {rng.integers(2**62)}"
            lr = orient(self.tiles.tileset.redraw(tile, (rows, cols), another), orientation)
        else:
            lr = part(tile.lr, 1)
        pair = TilePair(
            lr=lr,
            hr=part(tile.hr, tile.scale),
            valid=part(tile.valid, tile.scale),
            guide=None if tile.guide is None else part(tile.guide, tile.guide.shape[-1] // tile.lr.shape[-1]),
        )
        return self.augmentation(pair, rng) if self.augmentation else pair
