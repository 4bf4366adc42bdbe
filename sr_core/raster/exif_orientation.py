"""Reads photos upright, as their EXIF orientation says, which GDAL ignores."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.windows import Window

from ..progress import Log
from .ground_control import PIXEL_GRID

TAG = 274
"""Tag of the orientation, in EXIF and in TIFF."""
SHORT = 3
"""Type of the orientation's value."""
MOST_ENTRIES = 4096
"""Most entries of a TIFF directory, or chunks of a PNG or WebP file, that are searched."""


class Turn(NamedTuple):
    """The turn that makes a stored image upright: rows and columns exchanged first, then rows and columns reversed."""

    transposed: bool
    flip_rows: bool
    flip_cols: bool

    def affine(self, height: int, width: int) -> Affine:
        """Return the transform from pixels of the upright image, `height` × `width`, to those of the stored one."""
        flipped = Affine(
            -1 if self.flip_cols else 1, 0, width if self.flip_cols else 0,
            0, -1 if self.flip_rows else 1, height if self.flip_rows else 0,
        )  # fmt: skip
        return Affine(0, 1, 0, 1, 0, 0) * flipped if self.transposed else flipped

    def apply(self, pixels: NDArray[Any]) -> NDArray[Any]:
        """Return the pixels (…, h, w) of a stored image upright."""
        if self.transposed:
            pixels = pixels.swapaxes(-1, -2)
        return np.ascontiguousarray(
            pixels[..., :: -1 if self.flip_rows else 1, :: -1 if self.flip_cols else 1]
        )


TURNS = {
    2: Turn(False, False, True),
    3: Turn(False, True, True),
    4: Turn(False, True, False),
    5: Turn(True, False, False),
    6: Turn(True, False, True),
    7: Turn(True, True, True),
    8: Turn(True, True, False),
}
"""Turn by EXIF orientation; orientation 1 is upright."""


class UprightDataset:
    """An open raster whose pixels are read upright; all but rows and columns is as in the stored raster."""

    def __init__(self, dataset: rasterio.DatasetReader, orientation: int) -> None:
        self._stored, self.orientation, self._turn = dataset, orientation, TURNS[orientation]
        self.height, self.width = dataset.shape[:: -1 if self._turn.transposed else 1]
        self.shape = (self.height, self.width)
        self._to_stored = self._turn.affine(self.height, self.width)
        self.transform = PIXEL_GRID * self._to_stored
        """Transform from upright pixels to the map of the stored image, where QGIS shows it."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stored, name)

    def read(
        self,
        indexes: int | Sequence[int] | None = None,
        window: Window | None = None,
        out_shape: tuple[int, ...] | None = None,
        **options: Any,
    ) -> NDArray[Any]:
        """Return pixels as `rasterio` does, of a window and in a shape of the upright image."""
        return self._turn.apply(self._stored.read(indexes, **self._asked(window, out_shape), **options))

    def read_masks(
        self,
        indexes: int | Sequence[int] | None = None,
        window: Window | None = None,
        out_shape: tuple[int, ...] | None = None,
    ) -> NDArray[Any]:
        """Return masks as `rasterio` does, of a window and in a shape of the upright image."""
        return self._turn.apply(self._stored.read_masks(indexes, **self._asked(window, out_shape)))

    def _asked(self, window: Window | None, out_shape: tuple[int, ...] | None) -> dict[str, Any]:
        """Return a window and a shape of the upright image as arguments for the stored image."""
        asked: dict[str, Any] = {}
        if window is not None:
            corners = ((0, 0), (window.width, window.height))
            points = [self._to_stored * (window.col_off + x, window.row_off + y) for x, y in corners]
            (left, right), (top, bottom) = (sorted(axis) for axis in zip(*points, strict=True))
            asked["window"] = Window(left, top, right - left, bottom - top)
        if out_shape is not None:
            turned = out_shape[-2:][:: -1 if self._turn.transposed else 1]
            asked["out_shape"] = (*out_shape[:-2], *turned)
        return asked


def stand_upright(dataset: rasterio.DatasetReader, path: str | Path) -> rasterio.DatasetReader:
    """Return a raster as an upright one; the raster itself where it is upright already.

    A raster with a georeference of any kind is left as it is: its place on the ground says how it lies.
    """
    orientation = _orientation(dataset, path)
    if orientation not in TURNS:
        return dataset
    return cast(rasterio.DatasetReader, UprightDataset(dataset, orientation))


def log_turn(dataset: rasterio.DatasetReader) -> Iterator[Log]:
    """Log that a raster is read upright, if it is not stored so."""
    if isinstance(dataset, UprightDataset):
        yield Log(
            "{path} is a photo that is stored rotated or mirrored (EXIF orientation {orientation}): it is read "
            "upright, and results are upright too. QGIS shows both as the photo is stored.",
            path=dataset.name,
            orientation=dataset.orientation,
        )


def _orientation(dataset: rasterio.DatasetReader, path: str | Path) -> int:
    """Return the EXIF orientation of a raster without georeference, 1 to 8; 1 where it says nothing valid."""
    if not dataset.transform.is_identity or dataset.crs or dataset.gcps[0] or dataset.tags(ns="RPC"):
        return 1
    text = dataset.tags().get("EXIF_Orientation")  # in JPEG, and in files copied from JPEG
    if text is not None:
        return int(text) if text.strip() in "12345678" and text.strip() else 1
    read = _READERS.get(dataset.driver)
    if read is None:
        return 1
    try:
        with Path(path).open("rb") as file:
            return read(file)
    except (OSError, ValueError, struct.error):  # in an archive, say, or cut off
        return 1


def _in_tiff(file: BinaryIO) -> int:
    """Return the orientation that the first directory of a TIFF says, of which EXIF blocks are a small one."""
    start = file.tell()
    head = file.read(8)
    order = {b"II": "<", b"MM": ">"}.get(head[:2])
    if order is None:
        return 1
    is_big = struct.unpack(order + "H", head[2:4])[0] == 43
    if is_big:
        (offset,) = struct.unpack(order + "Q", file.read(8))
    else:
        (offset,) = struct.unpack(order + "I", head[4:])
    count_type, size, value_at = ("Q", 20, 12) if is_big else ("H", 12, 8)
    file.seek(start + offset)
    (count,) = struct.unpack(order + count_type, file.read(struct.calcsize(order + count_type)))
    for _ in range(min(count, MOST_ENTRIES)):
        entry = file.read(size)
        tag, kind = struct.unpack(order + "HH", entry[:4])
        if tag == TAG and kind == SHORT:
            return int(struct.unpack(order + "H", entry[value_at : value_at + 2])[0])
        if tag > TAG:  # entries are in ascending order
            break
    return 1


def _in_png(file: BinaryIO) -> int:
    file.seek(8)
    return _in_chunks(file, ">", b"eXIf", length_first=True, after=4)


def _in_webp(file: BinaryIO) -> int:
    file.seek(12)
    return _in_chunks(file, "<", b"EXIF", length_first=False, after=0)


def _in_chunks(file: BinaryIO, order: str, wanted: bytes, *, length_first: bool, after: int) -> int:
    """Return the orientation in the EXIF block of a file of chunks, each with its name and length."""
    for _ in range(MOST_ENTRIES):
        head = file.read(8)
        if len(head) < 8:
            break
        length_bytes, name = (head[:4], head[4:]) if length_first else (head[4:], head[:4])
        (length,) = struct.unpack(order + "I", length_bytes)
        if name == wanted:
            at = file.tell()
            if file.read(6) != b"Exif\0\0":
                file.seek(at)
            return _in_tiff(file)
        file.seek(length + after + (0 if length_first else length % 2), 1)
    return 1


_READERS = {"GTiff": _in_tiff, "COG": _in_tiff, "PNG": _in_png, "WEBP": _in_webp}
