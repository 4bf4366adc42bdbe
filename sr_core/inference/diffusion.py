"""A diffusion model at work: on images in memory, and on rasters of any size in canvases that overlap."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float
from numpy.typing import NDArray
from rasterio.windows import Window
from torch import Tensor

from ..device import spare_memory
from ..progress import Log, outcome
from ..raster.cog import CogWriter
from ..raster.fill import fill_invalid
from ..raster.io import Raster
from ..raster.radiometry import Radiometry
from .consistency import Consistency
from .denoiser import tile_bytes
from .diffusion_tiling import Canvas
from .memory_tiling import require_finite

FILLED = 64
"""Low-resolution pixels as far as which gaps are filled; what lies deeper in nodata has no say in what is kept."""
HELD = 7
"""Images of the canvas' size held at once, at most: the four of the canvas itself, what comes out of it, and of several
samples their mean and their squares."""
ROWS = 64
"""Low-resolution rows that are written at once."""


@dataclass(frozen=True)
class CanvasBlock:
    """A part of a raster that is filled as one canvas, in low-resolution pixels of the raster's grid."""

    inner: Window
    """What is kept."""
    rows: range
    """What is computed: whole tiles, which hold `inner` and a margin around it."""
    cols: range


@dataclass(frozen=True, eq=False)
class Samples:
    """What the samples come to, in physical units."""

    mean: NDArray[np.float32]
    """(c, H, W)"""
    std: NDArray[np.float32]
    """(c, H, W), of one sample from the others; 0 of a single one."""


@dataclass(frozen=True)
class Sampled:
    """A canvas, and what is made of its samples."""

    canvas: Canvas
    samples: int = 1
    """Results under different noise, of which the mean is given."""
    consistency: Consistency | None = None
    """Corrects each of them; none leaves them as they are."""

    @property
    def scale(self) -> int:
        """How many times finer the result is."""
        return self.canvas.net.scale

    @property
    def bands(self) -> int:
        """How many the model takes and gives."""
        return self.canvas.net.bands

    def upscaled(self, lr: NDArray[np.float32]) -> NDArray[np.float32]:
        """An image (c, h, w) that is in memory, super-resolved to (c, h × scale, w × scale); physical units."""
        whole = Window(0, 0, lr.shape[2], lr.shape[1])
        work = self.made(lr, np.ones(lr.shape[1:], bool), whole, self.block(whole, whole))
        return outcome(work).mean

    def description(self, window: Window, shape: tuple[int, int]) -> Log:
        """What will be done to a window of a raster of this shape, for a user."""
        blocks = self.blocks(window, shape)
        pixels = max(len(block.rows) * len(block.cols) for block in blocks) * self.scale**2
        denoise = self.canvas.denoise
        side = self.canvas.tile_size * self.scale
        return Log(
            "{calls} tiles of {side} × {side} pixels over {steps} steps, {batch} at a time. The canvas is cut into "
            "{canvases}, for which {held:.0f} MB are needed.",
            calls=self.work(window, shape),
            side=self.canvas.tile_size,
            steps=len(self.canvas.steps),
            batch=denoise.batch_size,
            canvases=len(blocks),
            held=(4 * HELD * self.bands * pixels + denoise.batch_size * tile_bytes(self.canvas.net, side))
            / 1e6,
        )

    def work(self, window: Window, shape: tuple[int, int]) -> int:
        """How many tiles are computed for a window of a raster of this shape, over all steps and samples."""
        return sum(map(self._calls, self.blocks(window, shape)))

    def news(self) -> Iterator[Log]:
        """What a user should know of how it goes, since this was last asked."""
        log = self.canvas.denoise.log
        while log:
            yield log.pop(0)

    def blocks(self, window: Window, shape: tuple[int, int]) -> list[CanvasBlock]:
        """`window` of a raster of the given shape (rows, columns), cut so that each canvas fits into memory."""
        held = 4 * HELD * self.bands * self.scale**2
        largest = math.isqrt(spare_memory(self.canvas.net.device) // held)
        lattice = self.canvas.lattice
        # Around what is kept lie the margin, and what makes it whole tiles.
        side = max(largest - 2 * (lattice.stride + lattice.side), lattice.side)
        whole = Window(0, 0, shape[1], shape[0])
        return [
            self.block(Window(left, top, right - left, bottom - top), whole)
            for top, bottom in _cut(window.row_off, window.height, side)
            for left, right in _cut(window.col_off, window.width, side)
        ]

    def block(self, inner: Window, whole: Window) -> CanvasBlock:
        """With a margin of a tile around it, as far as the raster reaches: beyond that there is nothing to see."""
        margin, cover = self.canvas.lattice.stride, self.canvas.lattice.cover
        axes = (
            (inner.row_off, inner.row_off + inner.height, whole.height),
            (inner.col_off, inner.col_off + inner.width, whole.width),
        )
        return CanvasBlock(
            inner, *(cover(max(0, low - margin), min(end, high + margin)) for low, high, end in axes)
        )

    def run(
        self,
        raster: Raster,
        radiometry: Radiometry,
        window: Window,
        writer: CogWriter,
        uncertainty: CogWriter | None = None,
    ) -> Iterator[int]:
        """Super-resolve `window` of `raster` into `writer`, and how much samples differ into `uncertainty`, in the units
        of the raster's pixels; yields how many tiles of its `work` are done.

        Raises:
            SrError: the network's result is not finite somewhere, or the memory does not suffice for one tile.
        """
        done = 0
        self.canvas.denoise.left = self.work(window, raster.dataset.shape)
        for block in self.blocks(window, raster.dataset.shape):
            end = done + self._calls(block)
            for computed in self._keep(block, raster, radiometry, window, writer, uncertainty):
                done += computed
                yield done
            done = end  # also those that were left out
            yield done

    def _calls(self, block: CanvasBlock) -> int:
        """How many tiles are computed for a block, if none is left out."""
        everywhere = np.ones((len(block.rows), len(block.cols)), bool)
        tiles = self.canvas.tiles(block.rows, block.cols, everywhere)
        return len(tiles) * len(self.canvas.steps) * self.samples

    def _keep(
        self,
        block: CanvasBlock,
        raster: Raster,
        radiometry: Radiometry,
        window: Window,
        writer: CogWriter,
        uncertainty: CogWriter | None,
    ) -> Iterator[int]:
        """Read, super-resolve and write one block; yields how many tiles were computed since it last yielded."""
        place = _clipped(block, raster.dataset.shape)
        pixels, valid = raster.read(place)
        kept = valid[(slice(None), *_within(block.inner, place))]
        if kept.any():
            lr = fill_invalid(radiometry.to_physical(pixels), valid, FILLED)
            found = yield from self.made(lr, np.asarray(valid.any(axis=0)), place, block)
        else:
            blank = np.zeros((self.bands, *(side * self.scale for side in kept.shape[1:])), np.float32)
            found = Samples(blank, blank)
        require_finite(found.mean, block.inner, self.scale)
        s, gain = self.scale, np.abs(np.array(radiometry.gain, np.float32))[:, None, None]
        top, left = block.inner.row_off - window.row_off, block.inner.col_off - window.col_off
        # Some rows at a time: the pixels of all of them would take as much memory on the way as the canvas did.
        for first in range(0, block.inner.height, ROWS):
            valid = kept[:, first : first + ROWS].repeat(s, axis=1).repeat(s, axis=2)
            rows = slice(first * s, first * s + valid.shape[1])
            target = Window(left * s, top * s + rows.start, valid.shape[2], valid.shape[1])
            layout = writer.profile
            pixels = radiometry.to_pixels(found.mean[:, rows], layout.dtype, layout.nodata)
            writer.write(pixels, valid, target)
            if uncertainty:
                uncertainty.write(found.std[:, rows] / gain, valid, target)

    @torch.inference_mode()
    def made(
        self, lr: NDArray[np.float32], wanted: NDArray[np.bool_], place: Window, block: CanvasBlock
    ) -> Generator[int, None, Samples]:
        """What the samples of `block.inner` come to, from the image (c, h, w) of `place`, all of the block that the raster has.

        Beyond the raster the image is mirrored. Tiles without a `wanted` pixel (h, w) are left out. Yields how many
        tiles were computed since it last yielded.
        """
        canvas, net = self.canvas, self.canvas.net
        beyond = [
            (at - axis.start, axis.stop - at - length)
            for axis, at, length in (
                (block.rows, place.row_off, place.height),
                (block.cols, place.col_off, place.width),
            )
        ]
        image = torch.from_numpy(np.pad(lr, ((0, 0), *beyond), mode="symmetric")).to(net.device)
        tiles = canvas.tiles(block.rows, block.cols, np.pad(wanted, beyond))
        inside = tuple(slice(before * net.scale, -after * net.scale or None) for before, after in beyond)
        inner = tuple(
            slice(axis.start * net.scale, axis.stop * net.scale) for axis in _within(block.inner, place)
        )
        moments, together = _Moments(), self._together(block)
        for first in range(0, self.samples, together):
            numbers = range(first, min(self.samples, first + together))
            found = yield from canvas.fill(image, block.rows, block.cols, tiles, numbers)
            for sample in found:
                moments.add(self._consistent(sample[(slice(None), *inside)], lr)[(slice(None), *inner)])
            del found, sample  # before the next canvas
        return moments.samples()

    def _consistent(self, sr: Float[Tensor, "c H W"], lr: NDArray[np.float32]) -> Float[Tensor, "c H W"]:
        """A sample and the image that it is of: as it is, or corrected in its place."""
        if self.consistency:
            self.consistency.correct_(sr[None], torch.from_numpy(lr).to(sr.device)[None])
        return sr

    def _together(self, block: CanvasBlock) -> int:
        """Samples that are filled at once: more tiles to choose batches from, where there is memory."""
        each = 4 * HELD * self.bands * self.scale**2 * len(block.rows) * len(block.cols)
        return max(1, min(self.samples, spare_memory(self.canvas.net.device) // each))


class _Moments:
    """Mean and sum of squares, one sample after the other (Welford 1962)."""

    def __init__(self) -> None:
        self.count, self.mean, self.squares = 0, torch.zeros(()), torch.zeros(())

    def add(self, sample: Float[Tensor, "c H W"]) -> None:
        self.count += 1
        if self.count == 1:
            self.mean, self.squares = sample.clone(), torch.zeros_like(sample)
            return
        difference = sample - self.mean
        self.mean.add_(difference, alpha=1 / self.count)
        self.squares.addcmul_(difference, sample - self.mean)

    def samples(self) -> Samples:
        std = self.squares.div_(max(1, self.count - 1)).sqrt_()
        return Samples(self.mean.cpu().numpy(), std.cpu().numpy())


def _cut(start: int, length: int, side: int) -> Iterator[tuple[int, int]]:
    """An interval in as few parts of even length as are no longer than `side`."""
    count = math.ceil(length / side)
    for i in range(count):
        yield start + i * length // count, start + (i + 1) * length // count


def _clipped(block: CanvasBlock, shape: tuple[int, int]) -> Window:
    """What there is of a block in a raster of this shape."""
    top, left = max(0, block.rows.start), max(0, block.cols.start)
    bottom, right = min(shape[0], block.rows.stop), min(shape[1], block.cols.stop)
    return Window(left, top, right - left, bottom - top)


def _within(inner: Window, outer: Window) -> tuple[slice, slice]:
    """Rows and columns of `inner` in an array of `outer`."""
    row, col = inner.row_off - outer.row_off, inner.col_off - outer.col_off
    return slice(row, row + inner.height), slice(col, col + inner.width)
