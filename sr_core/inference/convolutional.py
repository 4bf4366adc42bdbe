"""Runs a convolutional network over a raster in tiles, so that neither a seam nor the tile size shows in the result."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..host_memory import return_freed_memory
from ..progress import Log, Progress
from ..raster.cog import PixelWriter
from ..raster.fill import fill_invalid
from ..raster.guided_raster import valid_outputs
from ..raster.radiometry import Radiometry
from ..raster.source import Source
from ..raster.tiling import TileWindow, plan_tiles, tile_sides, zoom_slices
from .memory_tiling import TiledNet, choose_tile_size, predict_pieces, require_finite, tiles_at_once
from .tile_upscaler import TileUpscaler

if TYPE_CHECKING:
    from .back_projection import Consistency

AHEAD = 2
"""Most batches that are read ahead, and most computed pieces that wait to be written."""


class ConvolutionalPredictor(TileUpscaler):
    """Runs a network that needs one forward pass, tile by tile (a `Predictor`).

    Computing overlaps with reading and writing. Memory holds a few batches.
    """

    def __init__(
        self,
        net: TiledNet,
        consistency: Consistency | None = None,
        tile_size: int | None = None,
        batch_size: int = 1,
    ) -> None:
        """Wrap a network, with or without correction of its results.

        Args:
            net: The network.
            consistency: Makes results degrade to the low-resolution image; None: results stay as they are.
            tile_size: Side of a tile in low-resolution pixels; None: chosen by the network's need of memory.
            batch_size: Tiles whose trunks are computed together.
        """
        self.net = net
        if consistency:
            from .back_projection import hold_consistent

            self.net = hold_consistent(net, consistency)
        self.consistency, self.batch_size = consistency, batch_size
        self._asked_tile_size = tile_size
        self.tags: Mapping[str, str] = net.tags
        self.notes: list[Log] = net.notes
        self.scale, self.bands, self.device, self.halo = net.scale, net.bands, net.device, self.net.halo
        self.inputs, self.outputs = net.inputs, net.outputs

    @property
    def tile_size(self) -> int:
        """Return the side of a tile in low-resolution pixels."""
        return self._asked_tile_size or choose_tile_size(self.net)

    def upscale(self, lr: NDArray[np.float32]) -> NDArray[np.float32]:
        """Super-resolve an image in memory."""
        height, width = lr.shape[1:]
        result = np.empty((self.bands, height * self.scale, width * self.scale), np.float32)
        for tile in plan_tiles(Window(0, 0, width, height), (height, width), *self._tile_options):
            part = np.ascontiguousarray(lr[(..., *tile.outer.toslices())])[None]
            for _, place, pixels in predict_pieces(self.net, part, [tile.inner_in_outer()]):
                result[:, *zoom_slices(_shift(place, tile.outer.row_off, tile.outer.col_off), self.scale)] = (
                    pixels
                )
        return result

    def run(
        self,
        source: Source,
        radiometry: Radiometry,
        window: Window,
        writer: PixelWriter,
        uncertainty: PixelWriter | None = None,
        *,
        whole: Window | None = None,
    ) -> Generator[Progress | Log, None, None]:
        """Super-resolve a window of a raster; see `Predictor.run`."""
        if uncertainty:
            raise TypeError("results that are always the same have no uncertainty")
        stages = _TileStages(self.net, source, radiometry, window, writer)
        # The same tiles as for the whole window: another tile shape could change the last digits.
        plan = plan_tiles(whole or window, tuple(source.box.shape), *self._tile_options, window)
        batches = deque(plan[i : i + self.batch_size] for i in range(0, len(plan), self.batch_size))
        done, total = 0, window.width * window.height
        return_freed_memory()  # of what was done before, such as reading JPEG 2000 or learning
        # One thread for both: GDAL's block cache is common to all datasets, and when a thread that reads makes room by
        # saving a block of the one that another thread writes, what is written to that block meanwhile is lost.
        with ThreadPoolExecutor(1, "raster") as raster_thread:
            writes: deque[Future[None]] = deque()
            with closing(self._predict(stages, batches, raster_thread)) as pieces:
                try:
                    for piece in pieces:
                        writes.append(raster_thread.submit(stages.write, piece))
                        while len(writes) > AHEAD:
                            writes.popleft().result()
                        done += piece.place.height * piece.place.width
                        while self.notes:
                            yield self.notes.pop(0)
                        yield Progress(
                            done / total,
                            "{done:.2f} of {total:.2f} megapixels",
                            done=done / 1e6,
                            total=total / 1e6,
                        )
                    while writes:
                        writes.popleft().result()
                finally:  # also when the caller stops here: then nothing is left to do for the threads
                    for written in writes:
                        written.cancel()

    def _predict(
        self, stages: _TileStages, batches: deque[list[TileWindow]], raster_thread: ThreadPoolExecutor
    ) -> Generator[_Piece, None, None]:
        """Yield the pieces of all batches in order; as many batches are computed at once as the network allows."""
        at_once = tiles_at_once(self.net)
        reads: deque[Future[list[_Tile]]] = deque()
        computed: deque[Future[list[_Piece]]] = deque()
        with ThreadPoolExecutor(at_once, "tiles") as tile_threads:
            try:
                while batches or reads or computed:
                    while batches and len(reads) < AHEAD:
                        reads.append(raster_thread.submit(stages.read, batches.popleft()))
                    if at_once == 1:  # piece by piece, and the memory of each is free before the next
                        yield from stages.predict(reads.popleft().result())
                    elif reads and len(computed) <= at_once:  # one waits, so that no thread does
                        computed.append(tile_threads.submit(stages.predict_all, reads.popleft()))
                    else:
                        yield from computed.popleft().result()
            finally:
                for read in reads:
                    read.cancel()
                for predicted in computed:
                    predicted.cancel()

    def cuts(self, window: Window, shape: tuple[int, int]) -> tuple[list[int], list[int]]:
        """Return the rows and columns at which tiles meet; see `Predictor.cuts`."""
        sides = tile_sides(window, shape, *self._tile_options)
        ends = (stop for _, stop in window.toranges())
        rows, cols = ([*(kept[0] for kept, _ in along), end] for along, end in zip(sides, ends, strict=True))
        return rows, cols

    def count_surroundings(self, window: Window, shape: tuple[int, int]) -> int:
        """Return how many pixels of halos are computed, beside the kept ones, for a window of a raster of this shape."""
        sides = tile_sides(window, shape, *self._tile_options)
        height, width = (sum(stop - start for _, (start, stop) in along) for along in sides)
        return int(height * width - window.width * window.height)

    @property
    def _tile_options(self) -> tuple[int, int, int]:
        return self.tile_size, self.halo, self.net.multiple_of


@dataclass(frozen=True)
class _TileStages:
    """Reads, predicts and writes the tiles of one raster."""

    net: TiledNet
    source: Source
    radiometry: Radiometry
    window: Window
    """Window of the raster for which the result is written."""
    writer: PixelWriter

    def read(self, batch: Sequence[TileWindow]) -> list[_Tile]:
        return [self._read_tile(tile) for tile in batch]

    def _read_tile(self, tile: TileWindow) -> _Tile:
        outer, halo = tile.outer, self.net.halo
        pixels, valid = self.source.read(outer)
        image = self.radiometry.to_physical(pixels)
        rows, cols = tile.inner_in_outer()
        if valid[:, rows, cols].any() and not valid.all():
            # What a gap is filled with must not depend on where this tile ends, so look as far as filling reaches.
            around = Window(
                outer.col_off - halo, outer.row_off - halo, outer.width + 2 * halo, outer.height + 2 * halo
            )
            wide = around.crop(*self.source.box.shape)
            pixels, known = self.source.read(wide)
            filled = fill_invalid(self.radiometry.to_physical(pixels), known, halo)
            image = filled[:, *TileWindow(outer, wide).inner_in_outer()]
        return _Tile(tile, image, valid_outputs(valid, self.net.outputs))

    def predict(self, batch: Sequence[_Tile]) -> Iterator[_Piece]:
        """Compute a batch, piece by piece; where a tile holds nothing but nodata, nothing is computed."""
        some = [tile for tile in batch if tile.kept_valid.any()]
        for tile in batch:
            if tile not in some:
                yield _Piece(None, tile.kept_valid, tile.window.inner)
        if not some:
            return
        lr = np.stack([tile.image for tile in some])
        kept = [tile.window.inner_in_outer() for tile in some]
        for number, place, physical in predict_pieces(self.net, lr, kept):
            outer = some[number].window.outer
            on_raster = _shift(place, outer.row_off, outer.col_off)
            require_finite(physical, on_raster, self.net.scale)
            yield _Piece(physical, some[number].valid[:, *place.toslices()], on_raster)

    def predict_all(self, batch: Future[list[_Tile]]) -> list[_Piece]:
        """Compute a batch as soon as it is read."""
        return list(self.predict(batch.result()))

    def write(self, piece: _Piece) -> None:
        scale, profile = self.net.scale, self.writer.profile
        target = _shift(piece.place, -self.window.row_off, -self.window.col_off)
        valid = piece.valid.repeat(scale, axis=1).repeat(scale, axis=2)
        if piece.physical is None:
            pixels: NDArray[np.generic] = np.zeros(valid.shape, profile.dtype)
        else:
            own = self.radiometry.choose(self.net.outputs)
            pixels = own.to_pixels(piece.physical, profile.dtype, profile.nodata)
        self.writer.write(pixels, valid, Window.from_slices(*zoom_slices(target, scale)))


@dataclass(frozen=True, eq=False)
class _Tile:
    window: TileWindow
    image: NDArray[np.float32]
    """Pixels (n, h, w) of the tile's outer window in physical units, gaps filled."""
    valid: NDArray[np.bool_]
    """Which pixels (b, h, w) of the tile's outer window are valid, for each band of the result."""

    @property
    def kept_valid(self) -> NDArray[np.bool_]:
        """Which pixels (b, h, w) of the tile's inner window are valid."""
        return self.valid[:, *self.window.inner_in_outer()]


@dataclass(frozen=True)
class _Piece:
    physical: NDArray[np.float32] | None
    """The piece's result (b, H, W) in physical units; None where all its pixels are nodata."""
    valid: NDArray[np.bool_]
    """Which of the piece's low-resolution pixels (b, h, w) are valid."""
    place: Window
    """Window of the piece in the raster, in low-resolution pixels."""


def _shift(window: Window, rows: int, cols: int) -> Window:
    return Window(window.col_off + cols, window.row_off + rows, window.width, window.height)
