"""A tile set: a folder of HR and LR tiles in three splits, and tileset.json, which says what they are.

FOLDER/tileset.json
FOLDER/{train,val,test}/{hr,lr}/NAME.tif    or .png, .jpg
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import ConfigDict, Field, ValidationError

from ..degradations import Degradation
from ..errors import BadInput, SrError
from ..i18n import say
from ..progress import Log, Progress, outcome
from ..raster.fill import fill_invalid
from ..raster.radiometry import Radiometry
from ..schema import Config
from .lr_origin import Observed, Origin
from .statistics import BandStatistics
from .tile_io import SUFFIX, FileFormat, read_tile

FORMAT = 1
"""Version of the layout; raised when older programs could no longer read it."""

Split = Literal["train", "val", "test"]
SPLITS: tuple[Split, ...] = ("train", "val", "test")
TILES = {"train": "train tiles", "val": "val tiles", "test": "test tiles"}
COUNTED = {"train": "{count} train", "val": "{count} val", "test": "{count} test"}
INFO = "tileset.json"
SideName = Literal["hr", "lr"]
Side = tuple[NDArray[np.generic], NDArray[np.bool_]]
"""Pixels (b, h, w) of a tile as stored, and which are valid."""

OWNED = (INFO, *SPLITS)
"""All that a tile set has in its folder; anything else there is someone else's. The file that makes it one is first."""


def tiles_of(split: str) -> str:
    """What a sentence calls the tiles of a split."""
    return say(TILES[split]) if split in TILES else split


def counted(tiles: Mapping[str, int]) -> str:
    """How many tiles there are in each split, for a list."""
    return ", ".join(say(COUNTED[split], count=tiles[split]) for split in SPLITS if split in tiles)


class SourceRaster(Config):
    """Rasters that tiles were cut from."""

    crs: str | None
    """Their coordinate reference system as WKT, or none."""

    paths: tuple[str, ...]


class TileSetInfo(Config):
    """What tileset.json holds."""

    model_config = ConfigDict(ser_json_inf_nan="strings")

    format: Literal[1] = 1
    """Version of the layout: `FORMAT` of the program that wrote it."""

    bands: tuple[str, ...]
    """Description of each band, in the tiles' order; "" where there is none."""

    dtype: str
    """Type of the tiles' pixels, as numpy calls it."""

    file_format: FileFormat = "tiff"
    """Of the tiles; jpeg has changed their pixels."""

    nodata: Annotated[float, Field(allow_inf_nan=True)] | None
    """Value of HR pixels that are not valid; none where a mask says it, or nothing needs to."""

    scale: int
    """How many times finer HR is than LR."""

    tile_size: int
    """Width and height of HR tiles (pixels)."""

    stride: int
    """Distance between neighbouring tiles (HR pixels)."""

    radiometry: Radiometry
    """How pixels become physical values; the same for LR and HR."""

    data_range: Annotated[float, Field(gt=0)]
    """Span of physical values that PSNR and SSIM are relative to: 255 × gain for 8-bit pixels, 1 for 16-bit ones
    that the gain makes reflectance, else the highest less the lowest valid value of the training tiles."""

    statistics: BandStatistics
    """Of the valid HR pixels of the training tiles (of all tiles where none is for training), physical units."""

    degradation: Origin
    """How LR came to be."""

    splits: dict[Split, tuple[str, ...]]
    """Names of the pairs in each split."""

    sources: tuple[SourceRaster, ...]
    """What the HR tiles were cut from, and LR ones made from."""

    lr_source: str | None = None
    """The raster that LR tiles were cut from; none where they were made from HR."""


class TilePair(NamedTuple):
    """A tile at both resolutions, in physical units and free of NaN."""

    lr: NDArray[np.float32]
    """(b, h, w); invalid pixels are continued from valid ones."""

    hr: NDArray[np.float32]
    """(b, h × scale, w × scale); invalid pixels likewise, for networks that look at them."""

    valid: NDArray[np.bool_]
    """(b, h × scale, w × scale): where HR is valid and so is the LR pixel it lies in. Only these count."""

    @property
    def scale(self) -> int:
        scale: int = self.hr.shape[-1] // self.lr.shape[-1]
        return scale


@dataclass(frozen=True)
class TileSet:
    """Pairs of tiles on disk."""

    folder: Path
    info: TileSetInfo

    files: Mapping[tuple[Split, SideName, str], Path] = field(default_factory=dict)
    """Where tiles lie in a folder that another program has laid out. They may be larger than the tile set's."""

    @classmethod
    def open(cls, folder: str | Path) -> Self:
        """As `opening`, without a word."""
        return outcome(cls.opening(folder))

    @classmethod
    def opening(cls, folder: str | Path) -> Generator[Progress | Log, None, Self]:
        """The tile set in a folder, its files all there; where there is no tileset.json, the pairs that are there.

        Raises:
            BadInput: no such folder, no tile set and no pairs in it, one of a newer version, or one with files missing.
        """
        folder = Path(folder)
        if not folder.is_dir():
            raise BadInput("The tile set {folder} does not exist.", folder=folder)
        if not (folder / INFO).exists():
            from .external.reader import opened  # knows tile sets, as those who open others have to

            return cls(folder, *(yield from opened(folder)))
        tiles = cls(folder, _read_info(folder))
        if missing := tiles._missing():
            raise BadInput(
                "The tile set {folder} lacks {count} of its files, such as {path}: export it again.",
                folder=folder,
                count=len(missing),
                path=missing[0].relative_to(folder),
            )
        return tiles

    def names(self, split: Split) -> tuple[str, ...]:
        """The pairs of a split; none is a possible answer."""
        return self.info.splits.get(split, ())

    def described(self) -> str:
        """A word that is the same for the same tiles, wherever the folder lies."""
        said = self.info.model_dump_json(exclude={"sources", "lr_source"})
        digest = hashlib.sha256(said.encode()).hexdigest()[:8]
        return f"{len(self.names('train'))} + {len(self.names('val'))} tiles ({digest})"

    def require(self, split: Split) -> tuple[str, ...]:
        """The pairs of a split, of which there are some.

        Raises:
            BadInput: the split has no tiles.
        """
        if not self.names(split):
            raise BadInput(
                "The tile set {folder} has no {tiles}: export it with a SPLIT that leaves some for {split}.",
                folder=self.folder,
                tiles=tiles_of(split),
                split=split,
            )
        return self.names(split)

    def path(self, split: Split, side: SideName, name: str) -> Path:
        suffix = SUFFIX[self.info.file_format]
        return self.files.get((split, side, name)) or self.folder / split / side / f"{name}{suffix}"

    def side(self, scale: int) -> int:
        """Low-resolution pixels along the side of a pair that is read at `scale`; not above 0 if none is left.

        Raises:
            BadInput: it cannot be read at this scale.
        """
        side = self.info.tile_size // scale
        return side if scale == self.info.scale else side - 2 * self._rim(scale)

    def read(self, split: Split, name: str, scale: int | None = None) -> TilePair:
        """A pair as the network sees it. At another `scale` than the tile set's own, LR is made from HR as an export
        makes it, and the pair is smaller than the tile by its rim.

        Raises:
            BadInput: a file is damaged or its size is not what tileset.json says; or LR cannot be made.
        """
        info = self.info
        scale = scale or info.scale
        hr = self._stored(split, "hr", name, info.tile_size)
        if scale == info.scale:
            lr = self._stored(split, "lr", name, info.tile_size // scale)
        else:
            hr, lr = self._made(name, hr, scale)
        filled_lr, filled_hr = (
            fill_invalid(info.radiometry.to_physical(pixels), valid, pixels.shape[-1])
            for pixels, valid in (lr, hr)
        )
        return TilePair(filled_lr, filled_hr, hr[1] & lr[1].repeat(scale, axis=1).repeat(scale, axis=2))

    def _stored(self, split: Split, side: SideName, name: str, size: int) -> Side:
        """One side of a pair, as many pixels wide and high as the tile set's are.

        Raises:
            BadInput: it is damaged, or of another size.
        """
        path = self.path(split, side, name)
        pixels, valid = read_tile(path, len(self.info.bands))
        if self.files:
            pixels, valid = pixels[:, :size, :size], valid[:, :size, :size]
        if pixels.shape[1:] != (size, size):
            raise BadInput(
                "The tile {path} is not of the size that {info} says: export the tile set again.",
                path=path,
                info=INFO,
            )
        return pixels, valid

    def write_info(self) -> None:
        """Write tileset.json: the last step, which makes the folder a tile set."""
        (self.folder / INFO).write_text(self.info.model_dump_json(indent=1) + "\n", encoding="utf-8")

    def _made(self, name: str, hr: Side, scale: int) -> tuple[Side, Side]:
        """HR and LR at another scale than the tile set's own, from an HR tile; without the rim."""
        rim, side = self._rim(scale), self.info.tile_size // scale
        whole, inner, inner_lr = (
            (slice(None), *[slice(first * factor, last * factor)] * 2)
            for first, last, factor in ((0, side, scale), (rim, side - rim, scale), (rim, side - rim, 1))
        )
        pixels, valid = hr
        lr, lr_valid = self._degradation(scale).apply(
            pixels[whole],
            valid[whole],
            scale,
            self.info.nodata,
            radiometry=self.info.radiometry,
            tile=name,
        )
        return (pixels[inner], valid[inner]), (lr[inner_lr], lr_valid[inner_lr])

    def _rim(self, scale: int) -> int:
        """LR pixels at each edge that are left out at another scale than the tile set's own: they depend on what lies
        around the tile."""
        return self._degradation(scale).halo(scale) // scale

    def _degradation(self, scale: int) -> Degradation:
        """How LR comes about at another scale than the tile set's own.

        Raises:
            BadInput: nobody knows.
        """
        known = self.info.degradation
        if isinstance(known, Observed):
            raise BadInput(
                "The low-resolution side of {folder} was observed at scale {own}, and what it is at scale {scale} is "
                "not known: choose a BACKBONE for one scale, such as edsr, or export tiles without INPUT_LR.",
                folder=self.folder,
                own=self.info.scale,
                scale=scale,
            )
        return known

    def _missing(self) -> list[Path]:
        there = {
            path
            for split in SPLITS
            for side in ("hr", "lr")
            for path in (self.folder / split / side).glob(f"*{SUFFIX[self.info.file_format]}")
        }
        wanted = [self.path(s, side, name) for s in SPLITS for name in self.names(s) for side in ("hr", "lr")]
        return [path for path in wanted if path not in there]


def _read_info(folder: Path) -> TileSetInfo:
    try:
        values = json.loads((folder / INFO).read_text(encoding="utf-8"))
        newer = (
            isinstance(values, dict) and isinstance(values.get("format"), int) and values["format"] > FORMAT
        )
        if not newer:
            return TileSetInfo.model_validate(values)
    except SrError:  # a degradation, or an option of it, that is unknown here
        pass
    except (ValidationError, ValueError, OSError):
        raise BadInput("{path} is damaged: export the tile set again.", path=folder / INFO) from None
    raise BadInput("The tile set {folder} was made by a newer Finer: update this one.", folder=folder)
