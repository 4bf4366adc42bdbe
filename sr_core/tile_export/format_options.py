"""Options of the job "Export SR training tiles": how tiles are stored and named."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..datasets.tile_io import FileFormat, TileFormat
from ..errors import InputError
from ..i18n import join_or
from ..parameter_types import advanced
from ..schema import Config

DIGITS = 9
"""Digits of a tile's running number, with leading zeros, so that files sort by it."""

PICTURE_BANDS = {"png": (1, 3, 4), "jpeg": (1, 3)}
"""Numbers of bands that a picture can have; the fourth of PNG is its alpha channel."""


class FormatOptions(Config):
    """How tiles are stored and named."""

    format: Annotated[FileFormat, Field(title="Format"), advanced] = "tiff"
    """tiff: GeoTIFF, for everything. png and jpeg: for 8-bit rasters of 1 or 3 bands (png also 4), without gaps. jpeg
    loses the finest detail, which a network should learn: use it only if another program requires it."""

    space: Annotated[Literal["map", "pixel"], Field(title="Space"), advanced] = "map"
    """map: tiles are georeferenced (png and jpeg by a world file beside them). pixel: they are not, and other programs show
    them by rows and columns."""

    start_index: Annotated[int | None, Field(title="Start index", ge=0, lt=10**DIGITS), advanced] = None
    """Tiles are numbered from this number, so that tiles of several exports can be in one folder. Blank names them by
    raster, row and column."""

    def check_format(self, tiles: TileFormat, bands: int, min_valid: float) -> None:
        """Check that FORMAT can hold the tiles.

        Args:
            tiles: How the raster's tiles would be stored as GeoTIFF.
            bands: How many there are.
            min_valid: Least share of valid pixels in a tile.

        Raises:
            InputError: it cannot.
        """
        if self.format == "tiff":
            return
        if tiles.dtype != "uint8":
            raise InputError(
                "FORMAT {format} is for rasters of 8-bit pixels (uint8), and these are {dtype}: use tiff.",
                format=self.format,
                dtype=tiles.dtype,
            )
        if bands not in PICTURE_BANDS[self.format]:
            raise InputError(
                "FORMAT {format} is for {known} bands, and there are {bands}: choose them with BANDS, or use tiff.",
                format=self.format,
                known=join_or(PICTURE_BANDS[self.format]),
                bands=bands,
            )
        if min_valid < 1:
            raise InputError(
                "FORMAT {format} cannot say which pixels are valid: leave MIN_VALID at 1, or use tiff.",
                format=self.format,
            )
