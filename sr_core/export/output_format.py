"""How tiles are written: in what kind of file, whether that says where they lie, and under what name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Annotated, Literal

from pydantic import Field

from ..datasets.tile_io import FileFormat, TileFormat
from ..datasets.tileset import Split
from ..errors import BadInput
from ..i18n import either
from ..schema import Config, advanced
from .scene import Scene
from .tile_writer import Tile

DIGITS = 9
"""Of a running number; with zeros before it, so that files sort by it."""

BANDS = {"png": (1, 3, 4), "jpeg": (1, 3)}
"""Numbers of bands that a file of pictures can have; the fourth of PNG is its alpha channel."""


class OutputFormat(Config):
    """The part of an export that says what is written."""

    format: Annotated[FileFormat, Field(title="Format"), advanced] = "tiff"
    """tiff: GeoTIFF, for everything. png and jpeg: for 8-bit rasters of 1 or 3 bands (png also 4), without gaps. jpeg loses
    the finest detail, which is what a network should learn: take it only if another program wants it."""

    space: Annotated[Literal["map", "pixel"], Field(title="Space"), advanced] = "map"
    """map: tiles say where they lie (png and jpeg in a world file beside them). pixel: they do not, and other programs show
    them by rows and columns."""

    start_index: Annotated[int | None, Field(title="Start index", ge=0, lt=10**DIGITS), advanced] = None
    """Tiles are numbered from here on, so that those of several exports can lie in one folder. Blank names them by their
    raster, row and column."""

    def refuse_files(self, scenes: Sequence[Scene], min_valid: float) -> None:
        """Refuse what the format cannot hold.

        Raises:
            BadInput: it cannot.
        """
        if self.format == "tiff":
            return
        dtype, bands = scenes[0].format.dtype, len(scenes[0].bands)
        if dtype != "uint8":
            raise BadInput(
                "FORMAT {format} is for rasters of 8-bit pixels (uint8), and these are {dtype}: use tiff.",
                format=self.format,
                dtype=dtype,
            )
        if bands not in BANDS[self.format]:
            raise BadInput(
                "FORMAT {format} is for {known} bands, and there are {bands}: choose them with BANDS, or use tiff.",
                format=self.format,
                known=either(BANDS[self.format]),
                bands=bands,
            )
        if min_valid < 1:
            raise BadInput(
                "FORMAT {format} cannot say which pixels are valid: leave MIN_VALID at 1, or use tiff.",
                format=self.format,
            )

    def written(self, scenes: Sequence[Scene]) -> list[Scene]:
        """The scenes with their tiles' files as wanted."""

        def wanted(form: TileFormat) -> TileFormat:
            return replace(form, file=self.format, georeferenced=self.space == "map")

        return [
            replace(scene, format=wanted(scene.format), lr_format=wanted(scene.lr_format)) for scene in scenes
        ]

    def named(self, divided: Sequence[tuple[Split, list[Tile]]]) -> list[tuple[Split, list[Tile]]]:
        """The tiles under the names that they keep."""
        if self.start_index is None:
            return list(divided)
        numbers = count(self.start_index)
        return [
            (split, [replace(tile, name=f"{next(numbers):0{DIGITS}d}") for tile in tiles])
            for split, tiles in divided
        ]
