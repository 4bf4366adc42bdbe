"""A short description of the training data, which is stored in the model package."""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Annotated, Self

import rasterio
from pydantic import Field
from rasterio.errors import RasterioIOError

from ..raster.ground_resolution import pixel_metres
from ..schema import Config
from .splits import SPLITS

if TYPE_CHECKING:
    from .tileset import TileSet

MOST = 8
"""Rasters, and coordinate reference systems, that are named."""


class DataSummary(Config):
    """Description of a model's training data, without paths of its maker's computer."""

    folder: str = ""
    """Name of the tile set's folder; "" where no tiles are known, as of an imported model."""
    tiles: dict[str, int] = Field(default_factory=dict)
    """Number of tiles in each split."""
    tile_size: int = 0
    """Width and height of high-resolution tiles (pixels)."""
    sources: tuple[str, ...] = ()
    """File names of the first rasters that tiles were cut from, at most `MOST`."""
    n_sources: int = 0
    """Number of rasters."""
    crs: tuple[str, ...] = ()
    """Names of their coordinate reference systems, at most `MOST`."""
    ground_resolution: float | None = None
    """Width of a low-resolution pixel on the ground (m); none without georeference."""
    wald: Annotated[bool, Field(exclude_if=lambda value: not value)] = False
    """Whether the model learnt one scale coarser than it is meant for (Wald et al. 1997)."""

    def intended_resolution(self, scale: int) -> float | None:
        """Return the width (m) of the low-resolution pixels that the model is meant for; none where it is not known."""
        size = self.ground_resolution
        return size / scale if size and self.wald else size

    @classmethod
    def of(cls, tileset: TileSet) -> Self:
        """Describe a tile set; of rasters only the file names are kept."""
        info = tileset.info
        paths = [path for source in info.sources for path in source.paths]
        systems = {_name(source.crs): None for source in info.sources if source.crs}
        return cls(
            folder=tileset.folder.absolute().name,
            tiles={split: len(tileset.names(split)) for split in SPLITS},
            tile_size=info.tile_size,
            # PureWindowsPath reads paths of all systems.
            sources=tuple(dict.fromkeys(PureWindowsPath(path).name for path in paths[:MOST])),
            n_sources=len(paths),
            crs=tuple(systems)[:MOST],
            ground_resolution=tiles_ground_resolution(tileset),
            wald=info.wald,
        )


def tiles_ground_resolution(tileset: TileSet) -> float | None:
    """Return the pixel width (m) of the first LR tile: others have the same grid, or are of the same sensor."""
    first = next(((split, name) for split in SPLITS for name in tileset.names(split)), None)
    if first is None:
        return None
    try:
        with rasterio.open(tileset.path(first[0], "lr", first[1])) as tile:
            crs, affine, middle = tile.crs, tile.transform, (tile.width / 2, tile.height / 2)
    except RasterioIOError:  # reported where tiles are read
        return None
    return pixel_metres(crs, affine, middle)


def _name(wkt: str) -> str:
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        return str(CRS.from_wkt(wkt).name)
    except CRSError:
        return "unknown"
