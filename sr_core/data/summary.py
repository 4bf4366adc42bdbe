"""What a model was trained on, in so few words that they travel with the model."""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import Self

from pyproj import CRS
from pyproj.exceptions import CRSError

from ..schema import Config
from .tileset import SPLITS, TileSet

MOST = 8
"""Rasters, and coordinate reference systems, that are named."""


class DataSummary(Config):
    """What a model was trained on."""

    folder: str
    """Name of the tile set's folder."""
    tiles: dict[str, int]
    """How many there are in each split."""
    tile_size: int
    """Width and height of high-resolution tiles (pixels)."""
    sources: tuple[str, ...] = ()
    """File names of rasters they were cut from, some of them where there are many."""
    n_sources: int = 0
    """How many rasters there are."""
    crs: tuple[str, ...] = ()
    """Names of their coordinate reference systems, likewise."""

    @classmethod
    def of(cls, tileset: TileSet) -> Self:
        """Of rasters, names only: where they lie on its maker's computer is nobody's business."""
        info = tileset.info
        paths = [path for source in info.sources for path in source.paths]
        systems = {_name(source.crs): None for source in info.sources if source.crs}
        return cls(
            folder=tileset.folder.absolute().name,
            tiles={split: len(tileset.names(split)) for split in SPLITS},
            tile_size=info.tile_size,
            # On Windows or not: the one reads both kinds of path.
            sources=tuple(dict.fromkeys(PureWindowsPath(path).name for path in paths[:MOST])),
            n_sources=len(paths),
            crs=tuple(systems)[:MOST],
        )


def _name(wkt: str) -> str:
    try:
        return str(CRS.from_wkt(wkt).name)
    except CRSError:
        return "unknown"
