"""The content of tileset.json."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, ValidationError

from ..errors import InputError, SrError
from ..limited_json import parse_json
from ..raster.radiometry import Radiometry
from ..schema import Config
from .guide_info import GuideInfo
from .lr_origin import Origin
from .splits import SPLITS, Split
from .statistics import BandStatistics
from .tile_io import SIDES, FileFormat, SideName
from .tileset_info_checks import require_coherent

FORMAT = 2
"""Version of the layout; raised when older programs can no longer read it. 2: tiles with a guide; others are written as 1."""

INFO = "tileset.json"

OWNED = (INFO, *SPLITS)
"""All that a tile set has in its folder; anything else there is someone else's. The file that makes it one is first."""


class SourceRaster(Config):
    """Rasters that tiles were cut from."""

    crs: str | None
    """Coordinate reference system of the tiles as WKT; None without one."""

    paths: tuple[str, ...]


class TileSetInfo(Config):
    """The contents of tileset.json."""

    model_config = ConfigDict(ser_json_inf_nan="strings")

    format: Literal[1, 2] = 1
    """Version of the layout: the least that holds it."""

    bands: tuple[str, ...]
    """Description of each band, in the tiles' order; "" where there is none."""

    dtype: str
    """Type of the tiles' pixels, as numpy calls it."""

    file_format: FileFormat = "tiff"
    """File format of the tiles; jpeg has changed their pixels."""

    nodata: Annotated[float, Field(allow_inf_nan=True)] | None
    """Value of HR pixels that are not valid; none where a mask marks them, or all are valid."""

    scale: int
    """Pixel size of LR over that of HR."""

    tile_size: int
    """Width and height of HR tiles (pixels)."""

    stride: int
    """Distance between neighbouring tiles (HR pixels)."""

    radiometry: Radiometry
    """From pixel values to physical values; the same for LR and HR."""

    data_range: Annotated[float, Field(gt=0)]
    """Span of physical values that PSNR and SSIM are relative to; see `data_range` in statistics.py."""

    statistics: BandStatistics
    """Statistics, in physical units, of the valid HR pixels of training tiles (of all tiles if none is for training)."""

    degradation: Origin
    """Origin of LR: a degradation of HR, or observed."""

    splits: dict[Split, tuple[str, ...]]
    """Names of the pairs in each split."""

    sources: tuple[SourceRaster, ...]
    """Rasters from which the HR tiles were cut and the LR tiles made."""

    lr_source: str | None = None
    """The raster that LR tiles were cut from; none where they were made from HR."""

    guide: Annotated[GuideInfo | None, Field(exclude_if=lambda value: value is None)] = None
    """What lies beside LR tiles as a second input; none where nothing does. Statistics are those of the same tiles."""

    wald: Annotated[bool, Field(exclude_if=lambda value: not value)] = False
    """Whether HR is a raster at its own pixels of which LR and guide were made coarser: a model is then for finer pixels than
    the tiles', by the scale (Wald et al. 1997)."""

    @property
    def n_inputs(self) -> int:
        """Channels of what a network is given: the bands, and the guide's, folded, after them."""
        return len(self.bands) + (len(self.guide.bands) * self.guide.ratio**2 if self.guide else 0)

    @property
    def sides(self) -> tuple[SideName, ...]:
        """Sides of which each tile has a file."""
        return (*SIDES, "guide") if self.guide else SIDES

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read tileset.json in a folder.

        Raises:
            InputError: it is damaged, or of a newer version.
        """
        try:
            values = parse_json((folder / INFO).read_bytes())
            version = values.get("format") if isinstance(values, dict) else None
            if not isinstance(version, int) or version <= FORMAT:
                info = cls.model_validate(values)
                require_coherent(info)
                return info
        except SrError:  # a degradation, or an option of it, that is unknown here
            pass
        except (ValidationError, ValueError, OSError):
            raise InputError("{path} is damaged: export the tile set again.", path=folder / INFO) from None
        raise InputError("The tile set {folder} was made by a newer Finer: update this one.", folder=folder)
