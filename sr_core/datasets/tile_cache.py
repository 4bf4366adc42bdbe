"""Tiles kept in memory, as far as there is room."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from ..host_memory import memory_budget
from .splits import Split
from .tileset import TilePair, TileSet


@dataclass
class TileCache:
    """A tile set whose tiles stay in memory once they were read, up to `limit` bytes; others are read each time.

    Several threads may read at once.
    """

    tileset: TileSet
    limit: int = field(default_factory=memory_budget)
    _kept: dict[tuple[Split, str, int | None], TilePair] = field(default_factory=dict, init=False, repr=False)
    _keeping: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def read(self, split: Split, name: str, scale: int | None = None) -> TilePair:
        """Read a pair as `TileSet.read` does; the arrays are shared and must not be changed."""
        which = (split, name, scale)
        pair = self._kept.get(which)
        if pair is None:
            pair = self.tileset.read(*which)
            size = sum(side.nbytes for side in pair if side is not None)
            with self._keeping:
                if which not in self._kept and size <= self.limit:
                    self.limit -= size
                    self._kept[which] = pair
        return pair
