"""Reading and writing one side of a pair as a file.

A GeoTIFF keeps pixels, validity and georeference, a PNG pixels and georeference; JPEG changes pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
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

from ..errors import OutputError
from ..full_disk_errors import disk_full, is_full, place_of_result
from ..raster.band_scaling import BandScaling
from ..raster.ground_control import GroundControl
from ..raster.radiometry import Radiometry, avoid_nodata, can_hold
from ..raster.raster_reader import open_raster
from ..raster.source import Source

SideName = Literal["hr", "lr", "guide"]
SIDES: tuple[SideName, ...] = ("hr", "lr")
"""Sides that every tile has."""
StoredTile = tuple[NDArray[np.generic], NDArray[np.bool_]]
"""Pixels (b, h, w) of one side of a tile as stored, and which are valid."""

FileFormat = Literal["tiff", "png", "jpeg"]
SUFFIX: dict[FileFormat, str] = {"tiff": ".tif", "png": ".png", "jpeg": ".jpg"}
WORLD = {"png": ".pgw", "jpeg": ".jgw"}
"""Suffix of the world file, where there is one."""

JPEG_QUALITY = 95

RGB = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)


@dataclass(frozen=True)
class TileFormat:
    """Format in which tiles cut from one raster are stored."""

    dtype: str
    crs: CRS | None = None
    nodata: float | None = None
    masked: bool = False
    """Whether a mask inside the file marks valid pixels, because there is no nodata value."""
    descriptions: tuple[str, ...] = ()
    rgb: bool = False
    """Whether the first three bands are red, green and blue, for display."""
    file: FileFormat = "tiff"
    scaling: BandScaling | None = None
    """Scale, offset and unit of the bands; None where the raster declares none."""
    georeferenced: bool = True
    """Whether files hold a georeference."""
    ground_control: GroundControl | None = None
    """GCPs and RPCs of the whole raster."""

    @classmethod
    def of(cls, raster: Source) -> Self:
        """Return the format of a raster."""
        profile = raster.profile
        return cls(
            dtype=profile.dtype,
            crs=profile.crs,
            nodata=profile.nodata,
            masked=profile.nodata is None and profile.has_mask,
            descriptions=profile.descriptions,
            scaling=profile.scaling,
            ground_control=profile.ground_control,
            rgb=profile.colorinterp[:3] == RGB and profile.dtype in ("uint8", "uint16"),
        )

    def with_dtype(self, dtype: str) -> Self:
        """Return the format for pixels of another type; if they cannot have the nodata value, a mask replaces it."""
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
        """Value of invalid pixels."""
        if self.nodata is not None:
            return self.nodata
        return 0 if self.masked or np.dtype(self.dtype).kind in "iu" else np.nan

    def files(self, name: str) -> list[str]:
        """Return the names of a tile's file and its sidecar files."""
        own = name + SUFFIX[self.file]
        if self.file == "tiff" or not self.georeferenced:
            return [own]
        return [own, name + WORLD[self.file], f"{own}.aux.xml"]

    def to_pixels(self, values: NDArray[np.floating]) -> NDArray[np.generic]:
        """Return pixel values (b, h, w) that were computed as floats, rounded and clipped; NaN becomes nodata."""
        return Radiometry.identity(len(values)).to_pixels(values, self.dtype, self.nodata)

    def placement(self, box: GeoBox) -> dict[str, Any]:
        """Return what `rasterio.open` needs to write where a tile lies; a picture says it beside itself."""
        if not self.georeferenced or self.file != "tiff":
            return {}
        control = self.ground_control
        if control is not None and control.decides:
            return control.creation_options(box.affine)
        return {"transform": box.affine}

    def creation_options(self, bands: int) -> dict[str, Any]:
        """Return what rasterio is told when it creates a tile.

        Bands beyond the colours are tagged as data: GDAL would take the fourth for alpha, and hide pixels by it.
        """
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
    """Write one side of a tile.

    Args:
        path: File to write.
        pixels: (b, h, w), as stored.
        valid: (b, h, w); where it is false, pixels become nodata or are masked, as `format` says.
        box: Where the tile lies; only its affine is used.
        format: How it is stored.

    Raises:
        OutputError: the file cannot be written, because the disk is full for instance.
    """
    height, width = pixels.shape[1:]
    stored = np.where(valid, avoid_nodata(pixels, format.nodata), np.array(format.fill).astype(format.dtype))
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True, GDAL_PAM_ENABLED=False),
        rasterio.MemoryFile() as file,
    ):
        creation = format.creation_options(len(pixels)) | format.placement(box)
        with file.open(height=height, width=width, **creation) as dataset:
            dataset.write(stored)
            for index, description in enumerate(format.descriptions, 1):
                if description and format.file == "tiff":
                    dataset.set_band_description(index, description)
            if format.scaling and format.file == "tiff":
                format.scaling.write(dataset)
            if format.masked and not valid.all():
                dataset.write_mask(valid.all(axis=0))
        try:
            path.write_bytes(file.getbuffer())  # GDAL itself would not always say that the disk is full
            for sidecar, text in zip(format.files(path.stem)[1:], _sidecars(box, format), strict=False):
                path.with_name(sidecar).write_text(text, encoding="utf-8")
        except OSError as error:
            if is_full(error):  # not the folder of tiles, which goes if the run ends
                raise disk_full(place_of_result(path), error.strerror or str(error)) from None
            raise OutputError(
                "{path} could not be written ({reason}): free disk space, or choose another OUTPUT.",
                path=path,
                reason=error.strerror,
            ) from None


def _sidecars(box: GeoBox, format: TileFormat) -> tuple[str, str]:
    """Return the texts of a world file and of GDAL's .aux.xml, which holds the CRS and the bands' names too."""
    a, b, c, d, e, f = box.affine[:6]
    centre = box.affine * (0.5, 0.5)
    world = "".join(f"{number!r}\n" for number in (a, d, b, e, *centre))
    crs = f"<SRS>{escape(format.crs.to_wkt(), quote=False)}</SRS>" if format.crs else ""
    transform = ", ".join(repr(number) for number in (c, a, b, f, d, e))
    bands = "".join(
        f'<PAMRasterBand band="{band}">{text}</PAMRasterBand>'
        for band, text in enumerate(map("".join, zip(*_band_metadata(format), strict=True)), 1)
        if text
    )
    return world, f"<PAMDataset>{crs}<GeoTransform>{transform}</GeoTransform>{bands}</PAMDataset>\n"


def _band_metadata(format: TileFormat) -> Iterator[list[str]]:
    """Yield what GDAL keeps of each band beside a picture: its name, unit, scale and offset."""
    yield [
        f"<Description>{escape(text, quote=False)}</Description>" if text else ""
        for text in format.descriptions
    ]
    if scaling := format.scaling:
        yield [f"<UnitType>{escape(unit, quote=False)}</UnitType>" if unit else "" for unit in scaling.units]
        yield [
            f"<Offset>{offset!r}</Offset><Scale>{scale!r}</Scale>" if is_declared else ""
            for is_declared, scale, offset in zip(
                scaling.declared, scaling.scales, scaling.offsets, strict=True
            )
        ]


def read_tile(path: Path, bands: int) -> StoredTile:
    """Read the first `bands` bands of one side of a tile.

    Raises:
        DamagedRaster: its pixels cannot be read.
        InputError: it is no raster, or has fewer bands.
    """
    with open_raster(path, range(1, bands + 1)) as raster:
        return raster.read(raster.region)
