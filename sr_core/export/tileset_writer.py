"""From cut tiles to a tile set: names, folders of the splits, and tileset.json."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import count
from operator import add
from pathlib import Path

from ..datasets.lr_origin import Observed
from ..datasets.splits import SPLITS, Split
from ..datasets.statistics import data_range
from ..datasets.tileset import TileSet
from ..datasets.tileset_info import TileSetInfo
from .input_rasters import list_sources
from .options import DIGITS
from .scene import Scene
from .tile_writer import Tile, move_tiles

SplitTiles = Sequence[tuple[Split, list[Tile]]]
"""The tiles of each block, all of them kept, and the block's split."""


def write_tileset(
    place: Path,
    tiles: SplitTiles,
    scenes: Sequence[Scene],
    *,
    tile_size: int,
    stride: int,
    start_index: int | None,
) -> TileSet:
    """Move tiles from uncut/ to the splits of a tile set in new/, both in `place`, and write tileset.json.

    Args:
        place: Where the result grows.
        tiles: What was cut.
        scenes: What it was cut from.
        tile_size: Width and height of an HR tile (pixels).
        stride: Distance between neighbouring tiles (HR pixels).
        start_index: Number of the first tile; none keeps the names of tiles.
    """
    numbers = count(start_index or 0)
    final: list[tuple[Split, list[Tile]]] = []
    for split, of_block in tiles:
        named = of_block
        if start_index is not None:
            named = [replace(tile, name=f"{next(numbers):0{DIGITS}d}") for tile in of_block]
        names = [tile.name for tile in named]
        move_tiles(of_block, names, place / "uncut", place / "new" / split, scenes[0].format)
        final.append((split, named))
    tileset = TileSet(place / "new", _describe(final, scenes, tile_size, stride))
    tileset.write_info()
    return tileset


def _describe(tiles: SplitTiles, scenes: Sequence[Scene], tile_size: int, stride: int) -> TileSetInfo:
    form, radiometry = scenes[0].format, scenes[0].radiometry
    measured = [each for split, each in tiles if split == "train"] or [each for _, each in tiles]
    moments = (tile.moments for each in measured for tile in each if tile.moments)
    statistics = reduce(add, moments).statistics()
    return TileSetInfo(
        bands=form.descriptions,
        dtype=form.dtype,
        file_format=form.file,
        nodata=form.nodata if form.file == "tiff" else None,
        scale=scenes[0].scale,
        tile_size=tile_size,
        stride=stride,
        radiometry=radiometry,
        data_range=data_range(form.dtype, radiometry, statistics),
        statistics=statistics,
        degradation=max(
            (scene.lr_origin for scene in scenes), key=lambda origin: origin == Observed(resampled=True)
        ),
        splits={
            split: tuple(tile.name for mine, each in tiles if mine == split for tile in each)
            for split in SPLITS
        },
        sources=list_sources(scenes),
        lr_source=scenes[0].lr_path,
    )
