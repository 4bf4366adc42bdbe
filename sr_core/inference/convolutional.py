"""Runs a convolutional network over a raster in tiles, so that neither a seam nor the tile size shows in the result."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from rasterio.windows import Window

from ..raster.cog import CogWriter
from ..raster.fill import fill_invalid
from ..raster.io import Raster
from ..raster.radiometry import Radiometry
from ..raster.tiling import TileWindow, tiles
from .memory_tiling import Net, pieces, require_finite, tile_size

AHEAD = 2
"""Batches read before they are needed, and pieces computed but not yet written."""


@dataclass(frozen=True)
class ConvolutionalTiling:
    """A network ready to go over a raster."""

    net: Net
    """In physical units."""
    radiometry: Radiometry
    """From the raster's pixel values to physical units, and back."""
    tile_size: int | None = None
    """Side of a tile in low-resolution pixels; none chooses by the network's need of memory."""
    batch_size: int = 1
    """Tiles whose trunks are computed together."""

    def run(self, raster: Raster, window: Window, writer: CogWriter) -> Iterator[int]:
        """Super-resolve `window` of `raster` into `writer`; yields how many low-resolution pixels are done.

        Computing overlaps with reading and writing. Memory holds a few batches, whatever the raster's size.

        Raises:
            SrError: the network's result is not finite somewhere.
        """
        side = self.tile_size or tile_size(self.net)
        plan = tiles(window, raster.dataset.shape, side, self.net.halo, self.net.multiple_of)
        batches = deque(plan[i : i + self.batch_size] for i in range(0, len(plan), self.batch_size))
        origin = (window.row_off, window.col_off)
        done = 0
        # One thread for both: GDAL's block cache is common to all datasets, and when a thread that reads makes room by
        # saving a block of the one that another thread writes, what is written to that block meanwhile is lost.
        with ThreadPoolExecutor(1, "raster") as rasters:
            coming: deque[Future[list[_Tile]]] = deque()
            going: deque[Future[None]] = deque()
            try:
                while batches or coming:
                    while batches and len(coming) < AHEAD:
                        coming.append(rasters.submit(self._read, raster, batches.popleft()))
                    for piece in self._predict(coming.popleft().result()):
                        going.append(rasters.submit(self._write, writer, piece, origin))
                        while len(going) > AHEAD:
                            going.popleft().result()
                        done += piece.place.height * piece.place.width
                        yield done
                while going:
                    going.popleft().result()
            finally:  # also when the caller stops here: then nothing is left to do for the threads
                for future in coming:
                    future.cancel()
                for written in going:
                    written.cancel()

    def _read(self, raster: Raster, batch: Sequence[TileWindow]) -> list[_Tile]:
        return [self._read_tile(raster, tile) for tile in batch]

    def _read_tile(self, raster: Raster, tile: TileWindow) -> _Tile:
        pixels, valid = raster.read(tile.outer)
        image = self.radiometry.to_physical(pixels)
        rows, cols = tile.inner_in_outer()
        if valid[:, rows, cols].any() and not valid.all():
            # What a gap is filled with must not depend on where this tile ends, so look as far as filling reaches.
            wide = _grown(tile.outer, self.net.halo, raster.dataset.shape)
            around, known = raster.read(wide)
            row, col = tile.outer.row_off - wide.row_off, tile.outer.col_off - wide.col_off
            image = fill_invalid(self.radiometry.to_physical(around), known, self.net.halo)
            image = image[:, row : row + tile.outer.height, col : col + tile.outer.width]
        return _Tile(tile, image, valid)

    def _predict(self, batch: Sequence[_Tile]) -> Iterator[_Piece]:
        """The pieces of the batch's results; where a tile holds nothing but nodata, none is computed."""
        some = [tile for tile in batch if tile.kept_valid.any()]
        for tile in batch:
            if tile not in some:
                yield _Piece(None, tile.kept_valid, tile.window.inner)
        if not some:
            return
        lr = torch.from_numpy(np.stack([tile.image for tile in some]))
        lr = lr.to(self.net.device, memory_format=torch.channels_last)
        for number, place, physical in pieces(self.net, lr, [tile.window.inner_in_outer() for tile in some]):
            outer = some[number].window.outer
            valid = some[number].valid[(slice(None), *place.toslices())]
            on_raster = Window(
                outer.col_off + place.col_off, outer.row_off + place.row_off, place.width, place.height
            )
            require_finite(physical, on_raster, self.net.scale)
            yield _Piece(physical, valid, on_raster)

    def _write(self, writer: CogWriter, piece: _Piece, origin: tuple[int, int]) -> None:
        s, place, layout = self.net.scale, piece.place, writer.profile
        target = Window(
            (place.col_off - origin[1]) * s,
            (place.row_off - origin[0]) * s,
            place.width * s,
            place.height * s,
        )
        valid = piece.valid.repeat(s, axis=1).repeat(s, axis=2)
        if piece.physical is None:
            pixels: NDArray[np.generic] = np.zeros(valid.shape, layout.dtype)
        else:
            pixels = self.radiometry.to_pixels(piece.physical, layout.dtype, layout.nodata)
        writer.write(pixels, valid, target)


@dataclass(frozen=True, eq=False)
class _Tile:
    window: TileWindow
    image: NDArray[np.float32]
    """Physical units, (b, h, w) of the outer window, gaps filled."""
    valid: NDArray[np.bool_]
    """(b, h, w) of the outer window."""

    @property
    def kept_valid(self) -> NDArray[np.bool_]:
        """(b, h, w) of the inner window."""
        return self.valid[(slice(None), *self.window.inner_in_outer())]


@dataclass(frozen=True)
class _Piece:
    physical: NDArray[np.float32] | None
    """(b, H, W) in physical units; none where there is nothing but nodata."""
    valid: NDArray[np.bool_]
    """(b, h, w) of its low-resolution pixels."""
    place: Window
    """Where it lies in the raster, in low-resolution pixels."""


def _grown(window: Window, margin: int, shape: tuple[int, int]) -> Window:
    """`window` with `margin` pixels more on every side, as far as there are any."""
    top, left = max(0, window.row_off - margin), max(0, window.col_off - margin)
    bottom = min(shape[0], window.row_off + window.height + margin)
    right = min(shape[1], window.col_off + window.width + margin)
    return Window(left, top, right - left, bottom - top)
