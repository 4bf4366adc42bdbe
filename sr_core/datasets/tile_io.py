"""One side of a pair as a file: pixels, validity and place survive the round trip as a GeoTIFF.

As PNG pixels and place do; JPEG changes pixels.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any, Literal, Self

import numpy as np
import rasterio
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.errors import RasterioIOError

from ..errors import BadInput, OutputError
from ..raster.io import open_raster
from ..raster.radiometry import can_hold, off_nodata
from ..raster.source import Source

FileFormat = Literal["tiff", "png", "jpeg"]
SUFFIX: dict[FileFormat, str] = {"tiff": ".tif", "png": ".png", "jpeg": ".jpg"}
WORLD = {"png": ".pgw", "jpeg": ".jgw"}
"""What a world file's name ends in, where there is one."""

JPEG_QUALITY = 95

RGB = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)


@dataclass(frozen=True)
class TileFormat:
    """What all tiles cut from one raster have in common."""

    dtype: str
    crs: CRS | None = None
    nodata: float | None = None
    masked: bool = False
    """Whether validity is kept in a mask inside the file, for want of a nodata value."""
    descriptions: tuple[str, ...] = ()
    rgb: bool = False
    """Whether the first three bands are red, green and blue, for whoever looks at a tile."""
    file: FileFormat = "tiff"
    georeferenced: bool = True
    """Whether files say where tiles lie."""

    @classmethod
    def of(cls, raster: Source) -> Self:
        """The raster's own."""
        profile = raster.profile
        return cls(
            dtype=profile.dtype,
            crs=profile.crs,
            nodata=profile.nodata,
            masked=profile.nodata is None and profile.has_mask,
            descriptions=profile.descriptions,
            rgb=profile.colorinterp[:3] == RGB and profile.dtype in ("uint8", "uint16"),
        )

    def retyped(self, dtype: str) -> Self:
        """The same for pixels of another type, which may not have this nodata value: then a mask says what is valid."""
        lost = self.nodata is not None and not can_hold(dtype, self.nodata)
        gaps = lost or (self.nodata is None and np.dtype(self.dtype).kind == "f")
        return replace(
            self,
            dtype=dtype,
            nodata=None if lost else self.nodata,
            masked=self.masked or (gaps and np.dtype(dtype).kind != "f"),
            rgb=self.rgb and dtype in ("uint8", "uint16"),
        )

    @property
    def fill(self) -> float:
        """What stands in invalid pixels."""
        if self.nodata is not None:
            return self.nodata
        return 0 if self.masked or np.dtype(self.dtype).kind in "iu" else np.nan

    def files(self, name: str) -> list[str]:
        """The files of a tile: its own, and what lies beside it."""
        own = name + SUFFIX[self.file]
        if self.file == "tiff" or not self.georeferenced:
            return [own]
        return [own, name + WORLD[self.file], f"{own}.aux.xml"]

    def creation_options(self, bands: int) -> dict[str, Any]:
        """Bands beyond the colours are tagged as data: GDAL would take the fourth for alpha, and hide by it."""
        if self.file == "png":
            return {"driver": "PNG", "count": bands, "dtype": self.dtype}
        if self.file == "jpeg":
            return {"driver": "JPEG", "count": bands, "dtype": self.dtype, "quality": JPEG_QUALITY}
        return {
            "driver": "GTiff",
            "count": bands,
            "dtype": self.dtype,
            "crs": self.crs if self.georeferenced else None,
            "nodata": self.nodata,
            "compress": "deflate",
            "predictor": 3 if np.dtype(self.dtype).kind == "f" else 2,
            "interleave": "band",
            "photometric": "RGB" if self.rgb else "MINISBLACK",
            "alpha": "NO",
        }


def write_tile(
    path: Path, pixels: NDArray[np.generic], valid: NDArray[np.bool_], box: GeoBox, format: TileFormat
) -> None:
    """Write pixels (b, h, w); where they are not `valid`, the file says so in the way that `format` chose.

    Raises:
        OutputError: the file cannot be written, the disk being full, say.
    """
    height, width = pixels.shape[1:]
    stored = np.where(valid, off_nodata(pixels, format.nodata), np.array(format.fill).astype(format.dtype))
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True, GDAL_PAM_ENABLED=False),
        rasterio.MemoryFile() as file,
    ):
        place = {"transform": box.affine} if format.georeferenced and format.file == "tiff" else {}
        with file.open(
            height=height, width=width, **place, **format.creation_options(len(pixels))
        ) as dataset:
            dataset.write(stored)
            for index, description in enumerate(format.descriptions, 1):
                if description and format.file == "tiff":
                    dataset.set_band_description(index, description)
            if format.masked and not valid.all():
                dataset.write_mask(valid.all(axis=0))
        try:
            path.write_bytes(file.getbuffer())  # GDAL itself would not always say that the disk is full
            for beside, text in zip(format.files(path.stem)[1:], _beside(box, format), strict=False):
                path.with_name(beside).write_text(text, encoding="utf-8")
        except OSError as error:
            raise OutputError(
                "{path} could not be written ({reason}): make room, or choose another OUTPUT.",
                path=path,
                reason=error.strerror,
            ) from None


def _beside(box: GeoBox, format: TileFormat) -> tuple[str, str]:
    """What a picture cannot say of itself: a world file, which most programs know, and the CRS and the bands' names as GDAL
    keeps them."""
    a, b, c, d, e, f = box.affine[:6]
    centre = box.affine * (0.5, 0.5)
    world = "".join(f"{number!r}\n" for number in (a, d, b, e, *centre))
    crs = f"<SRS>{escape(format.crs.to_wkt(), quote=False)}</SRS>" if format.crs else ""
    transform = ", ".join(repr(number) for number in (c, a, b, f, d, e))
    bands = "".join(
        f'<PAMRasterBand band="{band}"><Description>{escape(text, quote=False)}</Description></PAMRasterBand>'
        for band, text in enumerate(format.descriptions, 1)
        if text
    )
    return world, f"<PAMDataset>{crs}<GeoTransform>{transform}</GeoTransform>{bands}</PAMDataset>\n"


def read_tile(path: Path, bands: int) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
    """Pixels (b, h, w) as stored, and which are valid.

    Raises:
        BadInput: the file cannot be read or has fewer bands.
    """
    try:
        with open_raster(path, range(1, bands + 1)) as raster:
            return raster.read(raster.region)
    except RasterioIOError:
        raise BadInput("The tile {path} is damaged: export the tile set again.", path=path) from None
