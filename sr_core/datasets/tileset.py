"""A tile set: a folder of HR and LR tiles in three splits, and tileset.json, which describes them.

FOLDER/tileset.json
FOLDER/{train,val,test}/{hr,lr}/NAME.tif    or .png, .jpg
FOLDER/{train,val,test}/guide/NAME.tif      where there is a guide
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from ..degradations import Degradation
from ..errors import InputError
from ..progress import Log, Progress, run_to_end
from ..raster.fill import fill_invalid
from ..raster.radiometry import Radiometry
from ..raster.read_errors import DamagedRaster
from ..raster.space_to_depth import fold
from ..redaction import redact_model
from .external.folder_reader import read_folder
from .lr_origin import Observed
from .splits import SPLITS, Split, split_label
from .tile_io import SUFFIX, SideName, StoredTile, read_tile
from .tileset_info import INFO, TileSetInfo


class TilePair(NamedTuple):
    """A tile at both resolutions, in physical units and free of NaN."""

    lr: NDArray[np.float32]
    """Low-resolution pixels (b, h, w); invalid pixels are filled from valid ones."""

    hr: NDArray[np.float32]
    """High-resolution pixels (b, h × scale, w × scale); invalid pixels are filled, too, as some networks take HR as input."""

    valid: NDArray[np.bool_]
    """(b, h × scale, w × scale): where HR is valid and so is the LR pixel it lies in, with all of the guide. Only these count."""

    guide: NDArray[np.float32] | None = None
    """Pixels (g, h × ratio, w × ratio) of the guide, the second input, with invalid pixels filled; None without a guide."""

    @property
    def inputs(self) -> NDArray[np.float32]:
        """Return what a network is given: LR, and the guide, folded onto its pixels, after it."""
        if self.guide is None:
            return self.lr
        return np.concatenate((self.lr, fold(self.guide, self.guide.shape[-1] // self.lr.shape[-1])))

    @property
    def scale(self) -> int:
        """Return how many times finer HR is."""
        scale: int = self.hr.shape[-1] // self.lr.shape[-1]
        return scale


@dataclass(frozen=True)
class TileSet:
    """Pairs of tiles on disk."""

    folder: Path
    info: TileSetInfo

    files: Mapping[tuple[Split, SideName, str], Path] = field(default_factory=dict)
    """Paths of tiles in a folder of another program. These tiles may be larger than the tile set's."""

    @classmethod
    def open(cls, folder: str | Path) -> Self:
        """Open a tile set as `open_with_progress` does, without progress."""
        return run_to_end(cls.open_with_progress(folder))

    @classmethod
    def open_with_progress(cls, folder: str | Path) -> Generator[Progress | Log, None, Self]:
        """Open the tile set in a folder and check that its files exist; without tileset.json, read the pairs in it.

        Raises:
            InputError: no such folder, no tile set and no pairs in it, one of a newer version, or one with files missing.
        """
        folder = Path(folder)
        if folder.is_file():
            raise InputError(
                "{path} is a file: choose the folder of a tile set, which holds tileset.json.", path=folder
            )
        if not folder.is_dir():
            raise InputError("The tile set {folder} does not exist.", folder=folder)
        if not (folder / INFO).exists():
            return cls(folder, *(yield from read_folder(folder)))
        tiles = cls(folder, TileSetInfo.read(folder))
        if missing := tiles._missing():
            raise InputError(
                "The tile set {folder} lacks {count} of its files, such as {path}: export it again.",
                folder=folder,
                count=len(missing),
                path=missing[0].relative_to(folder),
            )
        return tiles

    def names(self, split: Split) -> tuple[str, ...]:
        """Return the names of the pairs in a split, of which there may be none."""
        return self.info.splits.get(split, ())

    def fingerprint(self) -> str:
        """Return a short text that is the same for the same tiles, wherever the folder lies."""
        info = self.info.model_dump_json(exclude={"sources", "lr_source"})
        digest = hashlib.sha256(info.encode()).hexdigest()[:8]
        return f"{len(self.names('train'))} + {len(self.names('val'))} tiles ({digest})"

    def require(self, split: Split) -> tuple[str, ...]:
        """Return the names of the pairs in a split.

        Raises:
            InputError: the split has no tiles.
        """
        if not self.names(split):
            raise InputError(
                "The tile set {folder} has no {tiles}: export it with a SPLIT that leaves some for {split}.",
                folder=self.folder,
                tiles=split_label(split),
                split=split,
            )
        return self.names(split)

    def path(self, split: Split, side: SideName, name: str) -> Path:
        """Return the file of one side of a tile."""
        suffix = SUFFIX[self.info.file_format]
        return self.files.get((split, side, name)) or self.folder / split / side / f"{name}{suffix}"

    def side(self, scale: int) -> int:
        """Return the side (LR pixels) of a pair that is read at `scale`; 0 or less if none is left.

        Raises:
            InputError: it cannot be read at this scale.
        """
        side = self.info.tile_size // scale
        return side if scale == self.info.scale else side - 2 * self._rim(scale)

    def read(self, split: Split, name: str, scale: int | None = None) -> TilePair:
        """Read a pair in physical units.

        At another `scale` than the tile set's own, LR is made from HR as an export makes it, and the pair is smaller
        than the tile by its rim.

        Raises:
            InputError: a file is damaged, its size or type is not what tileset.json says, or LR cannot be made.
        """
        info = self.info
        scale = scale or info.scale
        hr = self._read_side(split, "hr", name, info.tile_size)
        if scale == info.scale:
            lr = self._read_side(split, "lr", name, info.tile_size // scale)
        else:
            hr, lr = self._degrade(name, hr, scale)
        filled_lr, filled_hr = (_physical(side, info.radiometry) for side in (lr, hr))
        known, guide = lr[1], None
        if info.guide:
            stored = self._read_side(split, "guide", name, info.tile_size // scale * info.guide.ratio)
            guide = _physical(stored, info.guide.radiometry)
            known = known & fold(stored[1], info.guide.ratio).all(axis=0)
        return TilePair(
            filled_lr, filled_hr, hr[1] & known.repeat(scale, axis=1).repeat(scale, axis=2), guide
        )

    @property
    def is_redrawn(self) -> bool:
        """Whether LR is one of many that HR could have become, and can be drawn again."""
        return not isinstance(self.info.degradation, Observed) and self.info.degradation.differs_by_tile

    def redraw(self, pair: TilePair, part: tuple[slice, slice], name: str) -> NDArray[np.float32]:
        """Return another LR of a part of a pair, as an export of HR under another tile's name would make it.

        Args:
            pair: As read; it is not changed.
            part: Rows and columns of its LR pixels.
            name: Decides what is drawn.

        Returns:
            (b, h, w) in physical units; what is beyond the pair has no influence, as in exports beyond a block.
        """
        info, scale = self.info, pair.scale
        degradation = info.degradation
        if isinstance(degradation, Observed):
            raise TypeError("an observed low-resolution side cannot be drawn again")
        halo, side = degradation.halo(scale) // scale, pair.lr.shape[-1]
        outer = [slice(max(0, each.start - halo), min(side, each.stop + halo)) for each in part]
        fine = (slice(None), *(slice(each.start * scale, each.stop * scale) for each in outer))
        pixels = info.radiometry.to_pixels(pair.hr[fine], info.dtype, info.nodata)
        lr = degradation.apply(
            pixels, pair.valid[fine], scale, info.nodata, radiometry=info.radiometry, tile=name
        )
        inner = (
            slice(each.start - wide.start, each.stop - wide.start)
            for each, wide in zip(part, outer, strict=True)
        )
        return _physical(lr, info.radiometry)[:, *inner]

    def read_stored(self, split: Split, name: str) -> tuple[StoredTile, StoredTile]:
        """Read both sides of a pair as they are stored, HR first.

        Raises:
            InputError: a file is damaged, or its size or type is not what tileset.json says.
        """
        size = self.info.tile_size
        hr = self._read_side(split, "hr", name, size)
        return hr, self._read_side(split, "lr", name, size // self.info.scale)

    def _read_side(self, split: Split, side: SideName, name: str, size: int) -> StoredTile:
        """Read one side of a pair, `size` pixels wide and high.

        Raises:
            InputError: it is damaged, or of another size or type.
        """
        path = self.path(split, side, name)
        try:
            guide = self.info.guide if side == "guide" else None
            described = guide or self.info
            pixels, valid = read_tile(path, len(described.bands))
        except DamagedRaster:
            if self.files:
                raise
            raise InputError("The tile {path} is damaged: export the tile set again.", path=path) from None
        if self.files:
            pixels, valid = pixels[:, :size, :size], valid[:, :size, :size]
        if pixels.shape[1:] != (size, size):
            raise InputError(
                "The tile {path} is not of the size that {info} says: export the tile set again.",
                path=path,
                info=INFO,
            )
        # A folder of another program may have two types, which its headers told.
        if str(pixels.dtype) != described.dtype and not self.files:
            raise InputError(
                "The tile {path} has {found} pixels and not the {wanted} ones that {info} says: export the tile set again.",
                path=path,
                found=pixels.dtype,
                wanted=described.dtype,
                info=INFO,
            )
        return pixels, valid

    def write_info(self) -> None:
        """Write tileset.json: the last step of an export, which makes the folder a tile set."""
        (self.folder / INFO).write_text(
            redact_model(self.info).model_dump_json(indent=1) + "\n", encoding="utf-8"
        )

    def _degrade(self, name: str, hr: StoredTile, scale: int) -> tuple[StoredTile, StoredTile]:
        """Return HR and LR without the rim, at another scale than the tile set's own, from an HR tile."""
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
        """Return how many LR pixels at each edge depend on what lies around the tile."""
        return self._degradation(scale).halo(scale) // scale

    def _degradation(self, scale: int) -> Degradation:
        """Return how LR is made at another scale than the tile set's own.

        Raises:
            InputError: LR was observed, or there is a guide, whose pixels do not change with it.
        """
        if self.info.guide:
            raise InputError(
                "The tiles in {folder} have a guide for scale {own}, and what it is at scale {scale} is not known: set "
                "multi_scale=false in BACKBONE_OPTIONS, choose a BACKBONE for one scale, such as edsr, or export tiles without "
                "GUIDE.",
                folder=self.folder,
                own=self.info.scale,
                scale=scale,
            )
        known = self.info.degradation
        if isinstance(known, Observed):
            raise InputError(
                "The low-resolution side of {folder} was observed at scale {own}, and what it is at scale {scale} is "
                "not known: set multi_scale=false in BACKBONE_OPTIONS, choose a BACKBONE for one scale, such as edsr, or "
                "export tiles without INPUT_LR.",
                folder=self.folder,
                own=self.info.scale,
                scale=scale,
            )
        return known

    def _missing(self) -> list[Path]:
        existing = {
            path
            for split in SPLITS
            for side in self.info.sides
            for path in (self.folder / split / side).glob(f"*{SUFFIX[self.info.file_format]}")
        }
        wanted = [
            self.path(s, side, name) for s in SPLITS for name in self.names(s) for side in self.info.sides
        ]
        return [path for path in wanted if path not in existing]


def _physical(stored: StoredTile, radiometry: Radiometry) -> NDArray[np.float32]:
    """Return pixels in physical units; those that are not valid are filled."""
    pixels, valid = stored
    return fill_invalid(radiometry.to_physical(pixels), valid, pixels.shape[-1])
