"""Comparing the two sides of the pairs of a tile set."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from ..progress import Log, Progress
from .pair_agreement import compare_pairs, warn_of_mismatched_pairs
from .splits import SPLITS, Split
from .tileset import TileSet

MOST_PAIRS = 300
"""Pairs that are compared, evenly spread over all: it takes some seconds."""


def check_pairs(tileset: TileSet, splits: Iterable[Split] = SPLITS) -> Generator[Progress | Log]:
    """Warn if the two sides of pairs in these splits do not show the same land.

    Those in a folder of another program were compared when it was opened.
    """
    if tileset.files:
        return
    split_of = {name: split for split in splits for name in tileset.names(split)}
    agreements = yield from compare_pairs(
        list(split_of), lambda name: tileset.read_stored(split_of[name], name), tileset.info.scale, MOST_PAIRS
    )
    yield from warn_of_mismatched_pairs(agreements)
