"""Tiles that are read again and again, kept in memory as far as that is reasonable."""

from __future__ import annotations

from dataclasses import dataclass, field

from .tileset import Pair, Split, TileSet

LIMIT = 2**30
"""Bytes of tiles that are kept; the rest is read from disk each time."""


@dataclass
class TileCache:
    """A tile set whose tiles stay in memory once they were read, up to `limit` bytes."""

    tileset: TileSet
    limit: int = LIMIT
    _kept: dict[tuple[Split, str, int | None], Pair] = field(default_factory=dict, init=False, repr=False)

    def read(self, split: Split, name: str, scale: int | None = None) -> Pair:
        """As `TileSet.read`; the arrays are shared and not to be changed."""
        which = (split, name, scale)
        if which not in self._kept:
            pair = self.tileset.read(*which)
            size = pair.lr.nbytes + pair.hr.nbytes + pair.valid.nbytes
            if size > self.limit:
                return pair
            self.limit -= size
            self._kept[which] = pair
        return self._kept[which]
