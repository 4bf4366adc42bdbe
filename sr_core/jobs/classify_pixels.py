"""Super-resolves a raster of any size."""

from __future__ import annotations

from collections.abc import Generator
from typing import Annotated, ClassVar

from pydantic import Field

from ..schema import Bands, Config, Device, Extent, Numbers, PackageIn, RasterIn, RasterOut, advanced
from . import Job, Log, Progress


class ClassifyPixels(Job):
    """Classify pixels with SR model

    Super-resolves a raster with a trained model: each pixel becomes scale × scale finer ones.

    The result has the input's coordinate system, data type, nodata and colours. It does not depend on the tile
    size, has no seams, and memory use does not grow with the raster. Nodata stays nodata and does not bleed.
    """

    tags: ClassVar = (
        "super-resolution", "upscale", "enhance", "sharpen", "pansharpen", "resample", "finer", "zoom",
        "deep learning", "inference", "predict",
    )  # fmt: skip

    class Result(Config):
        """Size of the result"""

        width: Annotated[int, Field(title="Width (pixels)")]
        """Columns of the super-resolved raster."""
        height: Annotated[int, Field(title="Height (pixels)")]
        """Rows of the super-resolved raster."""

    input: Annotated[RasterIn, Field(title="Low-resolution raster")]
    """The raster to super-resolve, like those the model was trained on."""

    model: Annotated[PackageIn, Field(title="SR model")]
    """Model package (.srpk) from "Train SR model"."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """Part of the raster to super-resolve. Blank takes all of it."""

    bands: Annotated[Bands | None, Field(title="Bands"), advanced] = None
    """Bands of the raster in the order the model expects. Blank takes the first ones in order."""

    gain: Annotated[Numbers | None, Field(title="Gain"), advanced] = None
    """Pixel value × gain + offset = the physical value the model was trained on. One number, or one for each band.
    Blank uses the model's own. Set it if this raster is scaled unlike the training data."""

    offset: Annotated[Numbers | None, Field(title="Offset"), advanced] = None
    """Added after the gain, in physical units. One number, or one for each band. Blank uses the model's own."""

    tile_size: Annotated[int | None, Field(title="Tile size (low-resolution pixels)", ge=16, le=8192), advanced] = None
    """Width and height of the part computed at once. It changes memory use and speed, never the result.
    Blank chooses by the network's memory need."""

    batch_size: Annotated[int, Field(title="Batch size (tiles)", ge=1, le=256), advanced] = 1
    """Tiles computed together. More can be faster on a graphics card and needs more memory."""

    device: Annotated[Device, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes a graphics card if there is one."""

    output: Annotated[RasterOut, Field(title="Super-resolved raster")]
    """Cloud-optimised GeoTIFF."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        raise NotImplementedError
