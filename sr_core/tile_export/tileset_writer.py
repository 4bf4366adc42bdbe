"""From cut tiles to a tile set: names, folders of the splits, and tileset.json."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import add
from pathlib import Path

from ..datasets.guide_info import GuideInfo
from ..datasets.lr_origin import Observed
from ..datasets.splits import SPLITS, Split
from ..datasets.statistics import Moments, data_range
from ..datasets.tile_io import read_tile
from ..datasets.tileset import TileSet
from ..datasets.tileset_info import FORMAT, TileSetInfo
from .format_options import DIGITS
from .input_raster_list import list_sources
from .scene import Scene
from .scene_guide import SceneGuide
from .threaded_tile_cutting import Tile, move_tiles


def write_tileset(
    place: Path,
    tiles: Sequence[Tile],
    splits: Mapping[int, Split],
    scenes: Sequence[Scene],
    *,
    tile_size: int,
    stride: int,
    start_index: int | None,
) -> TileSet:
    """Move tiles from uncut/ to the splits of a tile set in new/, both in `place`, and write tileset.json.

    Args:
        place: Where the result grows.
        tiles: All that were cut or left out.
        splits: The split of each block that tiles are kept of, by its index.
        scenes: What the tiles were cut from.
        tile_size: Width and height of an HR tile (pixels).
        stride: Distance between neighbouring tiles (HR pixels).
        start_index: Number of the first tile; none keeps the names of tiles.
    """
    kept = [tile for tile in tiles if tile.moments]
    names = {tile.name: tile.name for tile in kept}
    if start_index is not None:
        names = {name: f"{number:0{DIGITS}d}" for number, name in enumerate(names, start_index)}
    of_split = {split: [tile for tile in kept if splits[tile.block] == split] for split in SPLITS}
    form, radiometry = scenes[0].format, scenes[0].radiometry
    for split, chosen in of_split.items():
        if chosen:
            new_names = {tile.name: names[tile.name] for tile in chosen}
            move_tiles(new_names, place / "uncut", place / "new" / split, form, scenes[0].sides)
    moments = (tile.moments for tile in of_split["train"] or kept if tile.moments)
    statistics = reduce(add, moments).statistics()
    info = TileSetInfo(
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
        splits={split: tuple(names[tile.name] for tile in chosen) for split, chosen in of_split.items()},
        sources=list_sources(scenes),
        lr_source=scenes[0].lr_path,
    )
    tileset = TileSet(place / "new", info)
    if scenes[0].guide:
        tileset = describe_guide(tileset, scenes[0].guide)
    tileset.write_info()
    return tileset


def describe_guide(tileset: TileSet, guide: SceneGuide) -> TileSet:
    """Return a tile set with the description of its guide; statistics are of the same tiles as HR's."""
    info = tileset.info
    split: Split = "train" if info.splits["train"] else next(each for each in SPLITS if info.splits[each])
    bands = len(guide.radiometry.gain)
    total: Moments | None = None
    for name in info.splits[split]:
        pixels, valid = read_tile(tileset.path(split, "guide", name), bands)
        moments = Moments.of(guide.radiometry.to_physical(pixels), valid)
        total = moments if total is None else total + moments
    if total is None:
        raise ValueError("a tile set without tiles")
    found = total.statistics()
    described = GuideInfo(
        bands=guide.format.descriptions,
        ratio=guide.ratio,
        dtype=guide.format.dtype,
        radiometry=guide.radiometry,
        mean=found.mean,
        std=tuple(value if value > 0 else 1.0 for value in found.std),
    )
    return replace(
        tileset,
        info=info.model_copy(
            update={"format": FORMAT, "guide": described, "wald": guide.degradation is not None}
        ),
    )
