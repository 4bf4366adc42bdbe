"""Cuts rasters into pairs of low- and high-resolution tiles."""

from __future__ import annotations

from collections.abc import Generator
from typing import Annotated, ClassVar

from pydantic import Field

from ..schema import Bands, Config, Extent, FolderIn, FolderOut, Numbers, RasterIn, Scale, advanced
from . import Job, Log, Progress


class ExportTiles(Job):
    """Export SR training tiles

    Cuts a high-resolution raster into pairs of low- and high-resolution tiles from which "Train SR model" learns.

    The low-resolution side is the raster itself, degraded by antialiased bicubic resampling, or a second raster of
    the same place (INPUT_LR). Tiles are divided into training, validation and test sets by blocks of land, so that
    no pixel is ever in two of them. The result is a folder of georeferenced GeoTIFF pairs and a tileset.json.
    """

    tags: ClassVar = (
        "super-resolution", "training data", "patches", "chips", "samples", "tiles", "deep learning", "dataset",
    )  # fmt: skip

    class Result(Config):
        """Tile counts"""

        n_train: Annotated[int, Field(title="Training tiles")]
        """Number of pairs to learn from."""
        n_val: Annotated[int, Field(title="Validation tiles")]
        """Number of pairs that training watches but does not learn from."""
        n_test: Annotated[int, Field(title="Test tiles")]
        """Number of pairs kept aside for the final figures."""

    input: Annotated[RasterIn | None, Field(title="High-resolution raster")] = None
    """The raster to learn from: what super-resolution should give. Leave blank to use a folder instead."""

    input_folder: Annotated[FolderIn | None, Field(title="Or: folder of high-resolution rasters")] = None
    """Every raster in this folder is used and belongs as a whole to one of training, validation and test."""

    input_lr: Annotated[RasterIn | None, Field(title="Low-resolution raster of the same place")] = None
    """The same place as another sensor sees it. Blank makes the low-resolution side from the high-resolution one."""

    scale: Annotated[Scale, Field(title="Scale")] = 4
    """How many times finer the high-resolution pixels are: 4 turns 10 m into 2.5 m."""

    tile_size: Annotated[int, Field(title="Tile size (high-resolution pixels)", ge=16, le=4096)] = 256
    """Width and height of a high-resolution tile. A multiple of the scale."""

    stride: Annotated[int, Field(title="Stride (high-resolution pixels)", ge=1, le=4096)] = 128
    """Distance between neighbouring tiles; less than the tile size makes them overlap. A multiple of the scale."""

    bands: Annotated[Bands | None, Field(title="Bands")] = None
    """Bands to learn, in this order. Blank takes all of them but a mask (alpha) band."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """Part of the raster to use. Blank takes all of it."""

    split: Annotated[Numbers, Field(title="Training, validation, test (%)", min_length=3, max_length=3)] = (80, 10, 10)
    """Percentages of the tiles to learn from, to watch while learning, and to keep aside for the final figures."""

    min_valid: Annotated[float, Field(title="Least share of valid pixels", ge=0, le=1), advanced] = 1.0
    """A tile with a smaller share of valid (not nodata) pixels is left out. 1 keeps only tiles without any gap."""

    gain: Annotated[Numbers | None, Field(title="Gain"), advanced] = None
    """Pixel value × gain + offset = reflectance (or other physical value). One number, or one for each band.
    Blank: 1/255 for 8-bit, 0.0001 for 16-bit, 1 for floating-point rasters."""

    offset: Annotated[Numbers | None, Field(title="Offset"), advanced] = None
    """Added after the gain, in physical units. One number, or one for each band. Blank is 0."""

    output: Annotated[FolderOut, Field(title="Tile set")]
    """Folder for the tile set. A tile set that is already there is replaced."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        raise NotImplementedError
