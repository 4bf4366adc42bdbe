"""Runs a convolutional network over a raster in tiles, so that neither a seam nor the tile size shows in the result."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from rasterio.windows import Window
from torch import nn

from ..raster.cog import CogWriter
from ..raster.fill import fill_invalid
from ..raster.io import Raster
from ..raster.radiometry import Radiometry
from ..raster.tiling import TileWindow, tiles

AHEAD = 2
"""Batches read before they are needed, and batches computed but not yet written."""


@dataclass(frozen=True)
class Tiled:
    """A network ready to go over a raster."""

    net: nn.Module
    """(n, b, h, w) to (n, b, h × scale, w × scale), both in physical units; already on `device`."""
    device: torch.device
    scale: int
    halo: int
    """Radius of the network's receptive field in low-resolution pixels: the context each tile is read with."""
    radiometry: Radiometry
    tile_size: int
    batch_size: int = 1

    def run(self, raster: Raster, window: Window, writer: CogWriter) -> Iterator[tuple[int, int]]:
        """Super-resolve `window` of `raster` into `writer`; yields (tiles done, tiles in all).

        Reading, computing and writing overlap. Memory holds a few batches, whatever the raster's size.
        """
        plan = tiles(window, raster.dataset.shape, self.tile_size, self.halo)
        batches = [plan[i : i + self.batch_size] for i in range(0, len(plan), self.batch_size)]
        origin = (window.row_off, window.col_off)
        done = 0
        # One thread each: a GDAL dataset must not be used by two at once.
        with ThreadPoolExecutor(1, "read") as reader, ThreadPoolExecutor(1, "write") as saver:
            coming: deque[Future[list[_Tile]]] = deque()
            going: deque[Future[None]] = deque()
            try:
                for i, batch in enumerate(batches):
                    while len(coming) < AHEAD and i + len(coming) < len(batches):
                        coming.append(reader.submit(self._read, raster, batches[i + len(coming)]))
                    read = coming.popleft().result()
                    going.append(saver.submit(self._write, writer, read, self._predict(read), origin))
                    if len(going) > AHEAD:
                        going.popleft().result()
                    done += len(batch)
                    yield done, len(plan)
                while going:
                    going.popleft().result()
            finally:  # also when the caller stops here: nothing is left to do for the threads
                for future in (*coming, *going):
                    future.cancel()

    def _read(self, raster: Raster, batch: Sequence[TileWindow]) -> list[_Tile]:
        return [self._read_tile(raster, tile) for tile in batch]

    def _read_tile(self, raster: Raster, tile: TileWindow) -> _Tile:
        pixels, valid = raster.read(tile.outer)
        image = self.radiometry.to_physical(pixels)
        rows, cols = tile.inner_in_outer()
        kept = valid[:, rows, cols]
        if kept.any() and not valid.all():
            # What a gap is filled with must not depend on where this tile ends, so look as far as filling reaches.
            wide = _grown(tile.outer, self.halo, raster.dataset.shape)
            pixels, valid = raster.read(wide)
            row, col = tile.outer.row_off - wide.row_off, tile.outer.col_off - wide.col_off
            image = fill_invalid(self.radiometry.to_physical(pixels), valid, self.halo)
            image = image[:, row : row + tile.outer.height, col : col + tile.outer.width]
        return _Tile(tile, image, kept)

    @torch.inference_mode()
    def _predict(self, batch: Sequence[_Tile]) -> NDArray[np.float32] | None:
        """The batch super-resolved, or None where it holds nothing but nodata."""
        if not any(tile.valid.any() for tile in batch):
            return None
        images = torch.from_numpy(np.stack([tile.image for tile in batch]))
        images = images.to(self.device, memory_format=torch.channels_last)
        result: NDArray[np.float32] = self.net(images).float().cpu().numpy()
        return result

    def _write(
        self, writer: CogWriter, batch: Sequence[_Tile], result: NDArray[np.float32] | None, origin: tuple[int, int]
    ) -> None:
        s = self.scale
        for i, tile in enumerate(batch):
            inner = tile.window.inner
            shape = (tile.valid.shape[0], inner.height * s, inner.width * s)
            physical = np.zeros(shape, np.float32)
            if result is not None:
                physical = result[(i, slice(None), *tile.window.inner_in_outer(s))]
            pixels = self.radiometry.to_pixels(physical, writer.layout.dtype, writer.layout.nodata)
            valid = tile.valid.repeat(s, axis=1).repeat(s, axis=2)
            top, left = inner.row_off - origin[0], inner.col_off - origin[1]
            writer.write(pixels, valid, Window(left * s, top * s, inner.width * s, inner.height * s))


@dataclass(frozen=True)
class _Tile:
    window: TileWindow
    image: NDArray[np.float32]
    """Physical units, (b, h, w) of the outer window, gaps filled."""
    valid: NDArray[np.bool_]
    """(b, h, w) of the inner window."""


def fitting_tile_size(features_per_pixel: int, halo: int, budget: float) -> int:
    """The largest tile (low-resolution pixels a side) that the network can compute within `budget` bytes.

    Larger tiles waste less on their halo. The halo of very deep networks can exceed the budget by itself; then the
    tile is at least as large as the halo, so that no more than nine tenths of the work is wasted.
    """
    outer = math.isqrt(int(budget / (4 * features_per_pixel)))
    return max(outer - 2 * halo, halo, 32)


def _grown(window: Window, margin: int, shape: tuple[int, int]) -> Window:
    """`window` with `margin` pixels more on every side, as far as there are any."""
    top, left = max(0, window.row_off - margin), max(0, window.col_off - margin)
    bottom = min(shape[0], window.row_off + window.height + margin)
    right = min(shape[1], window.col_off + window.width + margin)
    return Window(left, top, right - left, bottom - top)
