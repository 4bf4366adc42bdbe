"""Comparing the two sides of the pairs of a tile set."""

from __future__ import annotations

from collections.abc import Generator

from ..progress import Log, Progress
from .pair_agreement import compare_pairs, warn_of_strangers
from .splits import SPLITS
from .tileset import TileSet

MOST_PAIRS = 300
"""Pairs that are compared, evenly spread over all: it takes some seconds."""


def check_pairs(tileset: TileSet) -> Generator[Progress | Log]:
    """Warn if the two sides of pairs do not show the same land."""
    split_of = {name: split for split in SPLITS for name in tileset.names(split)}
    agreements = yield from compare_pairs(
        list(split_of), lambda name: tileset.read_stored(split_of[name], name), tileset.info.scale, MOST_PAIRS
    )
    yield from warn_of_strangers(agreements)
