"""Runs a diffusion model: on images in memory, and on rasters of any size in blocks that overlap."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch
from jaxtyping import Float
from numpy.typing import NDArray
from rasterio.windows import Window
from torch import Tensor

from ..device import spare_memory
from ..diffusion.samplers import Sampler
from ..package.error_table import SAMPLER_TAG, SAMPLES_TAG
from ..progress import Log, Progress, run_to_end
from ..raster.cog import PixelWriter
from ..raster.fill import fill_invalid
from ..raster.guided_raster import valid_outputs
from ..raster.radiometry import Radiometry
from ..raster.source import Source
from ..raster.tiling import TileWindow
from .back_projection import Consistency
from .batched_denoiser import tile_bytes
from .diffusion_tiling import DiffusionTiling
from .memory_tiling import require_finite

FILLED = 64
"""Distance, in low-resolution pixels, up to which gaps are filled; pixels deeper in a gap do not change valid ones."""
HELD = 7
"""Images of a block's size held at once, at most: the four of `DiffusionTiling.sample`, its result, and of several
samples their mean and their squares."""
ROWS = 64
"""Number of low-resolution rows that are written at once."""


class SampleStatistics(NamedTuple):
    """Mean and standard deviation of several samples, in physical units."""

    mean: NDArray[np.float32]
    """Mean of the samples (c, H, W)."""
    std: NDArray[np.float32]
    """Standard deviation of the samples (c, H, W); 0 for a single sample."""


class DiffusionPredictor:
    """Runs a diffusion model, whose result is the mean of several samples (a `Predictor`)."""

    def __init__(
        self,
        tiling: DiffusionTiling,
        sampler: Sampler,
        samples: int = 1,
        consistency: Consistency | None = None,
    ) -> None:
        """Take a net with its tiling, and the sampler.

        Args:
            tiling: The net with the tiles on which it is sampled.
            sampler: The sampler whose steps `tiling` takes.
            samples: Number of samples, each from other noise, whose mean is the result.
            consistency: Makes each sample degrade to the low-resolution image; None: samples stay as they are.
        """
        self.tiling, self.samples, self.consistency = tiling, samples, consistency
        self.scale, self.bands, self.device = tiling.net.scale, tiling.net.bands, tiling.net.device
        self.inputs, self.outputs = tiling.net.inputs, tiling.net.outputs
        self.halo, self.tile_size = tiling.axis.stride, tiling.tile_size
        options = (f"{name}={value}" for name, value in sampler.model_dump(mode="json").items())
        self.notes: list[Log] = []
        self.tags: Mapping[str, str] = {
            SAMPLER_TAG: " ".join((sampler.id, *options)),
            "FINER_SEED": str(tiling.seed),
            SAMPLES_TAG: str(samples),
        }
        self._bytes_per_pixel = 4 * HELD * self.bands * self.scale**2
        """Bytes that are held at once for each low-resolution pixel of a block."""

    def upscale(self, lr: NDArray[np.float32]) -> NDArray[np.float32]:
        """Super-resolve an image in memory."""
        return self._sample(lr).mean

    def upscale_with_spread(
        self, lr: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32] | None]:
        """Super-resolve an image in memory; and how far several samples differ."""
        found = self._sample(lr)
        return found.mean, found.std if self.samples > 1 else None

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
        blocks, denoiser = self.blocks(window, tuple(source.box.shape)), self.tiling.denoiser
        yield self.describe(blocks)
        done, total = 0, sum(map(self._count_tiles, blocks))
        denoiser.tiles_left = total
        for block in blocks:
            end = done + self._count_tiles(block)
            for computed in self._run_block(block, source, radiometry, window, writer, uncertainty):
                done += computed
                yield from denoiser.take_log()
                yield _progress(done, total)
            done = end  # also those that were left out
            yield _progress(done, total)

    def cuts(self, window: Window, shape: tuple[int, int]) -> tuple[range, range]:
        """Return all rows and columns: tiles lie where they lie in the raster, whatever is asked for."""
        rows, cols = (range(start, stop + 1) for start, stop in window.toranges())
        return rows, cols

    def describe(self, blocks: Sequence[TileWindow]) -> Log:
        """Return a log line that says how much work `blocks` are and how much memory they take."""
        pixels = max(block.outer.height * block.outer.width for block in blocks)
        tiling, batch = self.tiling, self.tiling.denoiser.batch_size
        held = self._bytes_per_pixel * pixels + batch * tile_bytes(tiling.net, tiling.tile_size * self.scale)
        return Log(
            "{calls} tiles of {side} × {side} pixels over {steps} steps, {batch} at a time. The canvas is cut into "
            "{canvases}, for which {held:.0f} MB are needed.",
            calls=sum(map(self._count_tiles, blocks)),
            side=tiling.tile_size,
            steps=len(tiling.steps),
            batch=batch,
            canvases=len(blocks),
            held=held / 1e6,
        )

    def blocks(self, window: Window, shape: tuple[int, int]) -> list[TileWindow]:
        """Cut a window of a raster of this shape (rows, columns) into blocks that fit into memory."""
        largest = math.isqrt(spare_memory(self.device) // self._bytes_per_pixel)
        axis = self.tiling.axis
        # Around the kept pixels lie the halo, and pixels that fill up whole tiles.
        side = max(largest - 2 * (self.halo + axis.side), axis.side)
        return [
            self.block(Window(left, top, right - left, bottom - top), shape)
            for top, bottom in _cut(window.row_off, window.height, side)
            for left, right in _cut(window.col_off, window.width, side)
        ]

    def block(self, inner: Window, shape: tuple[int, int]) -> TileWindow:
        """Return `inner` with the window that is computed for it: whole tiles, which may reach beyond a raster of this shape.

        They hold `inner` and a halo around it as far as the raster reaches: beyond that there is nothing to see.
        """
        rows, cols = (
            self.tiling.axis.cover(max(0, start - self.halo), min(end, stop + self.halo))
            for (start, stop), end in zip(inner.toranges(), shape, strict=True)
        )
        return TileWindow(inner, Window(cols.start, rows.start, len(cols), len(rows)))

    @torch.inference_mode()
    def sample_block(
        self, lr: NDArray[np.float32], wanted: NDArray[np.bool_], place: Window, block: TileWindow
    ) -> Generator[int, None, SampleStatistics]:
        """Sample a block; beyond the raster the image is mirrored.

        Args:
            lr: Image (n, h, w) in physical units: the part of the block that lies in the raster.
            wanted: Which pixels (h, w) of the image are wanted; tiles without a wanted pixel are left out.
            place: Where it lies in the raster.
            block: The block, from the method `block`.

        Yields:
            How many tiles were computed since it last yielded.

        Returns:
            The samples of `block.inner`.
        """
        tiling, outer = self.tiling, block.outer
        known, kept = TileWindow(place, outer), TileWindow(block.inner, place).inner_in_outer(self.scale)
        rows, cols = known.inner_in_outer()
        beyond = ((rows.start, outer.height - rows.stop), (cols.start, outer.width - cols.stop))
        image = torch.from_numpy(np.pad(lr, ((0, 0), *beyond), mode="symmetric")).to(self.device)
        tiles = tiling.tiles(outer, np.pad(wanted, beyond))
        moments, together = _Moments(), self._choose_together(block)
        for first in range(0, self.samples, together):
            numbers = range(first, min(self.samples, first + together))
            found = yield from tiling.sample(image, outer, tiles, numbers)
            for sample in found:
                moments.add(self._correct(sample[:, *known.inner_in_outer(self.scale)], lr)[:, *kept])
            del found, sample  # before the next ones
        return moments.statistics()

    def _sample(self, lr: NDArray[np.float32]) -> SampleStatistics:
        """Return the samples of an image in memory."""
        shape = lr.shape[1:]
        whole = Window(0, 0, shape[1], shape[0])
        return run_to_end(self.sample_block(lr, np.ones(shape, bool), whole, self.block(whole, shape)))

    def _run_block(
        self,
        block: TileWindow,
        source: Source,
        radiometry: Radiometry,
        window: Window,
        writer: PixelWriter,
        uncertainty: PixelWriter | None,
    ) -> Iterator[int]:
        """Read, super-resolve and write a block; yields how many tiles were computed since it last yielded."""
        s, inner = self.scale, block.inner
        place = block.outer.crop(*source.box.shape)
        pixels, valid = source.read(place)
        known = valid_outputs(valid, self.outputs)
        kept = known[:, *TileWindow(inner, place).inner_in_outer()]
        if kept.any():
            lr = fill_invalid(radiometry.to_physical(pixels), valid, FILLED)
            found = yield from self.sample_block(lr, np.asarray(known.any(axis=0)), place, block)
        else:
            blank = np.zeros((self.bands, inner.height * s, inner.width * s), np.float32)
            found = SampleStatistics(blank, blank)
        require_finite(found.mean, inner, s)
        own = radiometry.choose(self.outputs)
        profile, gain = writer.profile, np.abs(np.array(own.gain, np.float32))[:, None, None]
        top, left = inner.row_off - window.row_off, inner.col_off - window.col_off
        # Some rows at a time: the pixels of all of them would take as much memory on the way as the block did.
        for first in range(0, inner.height, ROWS):
            valid = kept[:, first : first + ROWS].repeat(s, axis=1).repeat(s, axis=2)
            rows = slice(first * s, first * s + valid.shape[1])
            target = Window(left * s, top * s + rows.start, valid.shape[2], valid.shape[1])
            pixels = own.to_pixels(found.mean[:, rows], profile.dtype, profile.nodata)
            writer.write(pixels, valid, target)
            if uncertainty:
                uncertainty.write(found.std[:, rows] / gain, valid, target)

    def _correct(self, sr: Float[Tensor, "c H W"], lr: NDArray[np.float32]) -> Float[Tensor, "c H W"]:
        """Return a sample of the image `lr`, corrected in place if there is a `Consistency`."""
        if self.consistency:
            self.consistency.correct_(sr[None], torch.from_numpy(lr[: self.bands]).to(sr.device)[None])
        return sr

    def _count_tiles(self, block: TileWindow) -> int:
        """Return how many tiles are computed for a block over all steps and samples, if none is left out."""
        return len(self.tiling.corners(block.outer)) * len(self.tiling.steps) * self.samples

    def _choose_together(self, block: TileWindow) -> int:
        """Return how many samples are computed at once: more tiles to choose batches from, where there is memory."""
        each: int = self._bytes_per_pixel * block.outer.height * block.outer.width
        return max(1, min(self.samples, spare_memory(self.device) // each))


class _Moments:
    """Mean and sum of squares of samples that are added one by one (Welford 1962)."""

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

    def statistics(self) -> SampleStatistics:
        std = self.squares.div_(max(1, self.count - 1)).sqrt_()
        return SampleStatistics(self.mean.cpu().numpy(), std.cpu().numpy())


def _progress(done: int, total: int) -> Progress:
    return Progress(done / total, "{done} of {total} tiles, over all steps", done=done, total=total)


def _cut(start: int, length: int, side: int) -> Iterator[tuple[int, int]]:
    """Cut an interval into as few parts of even length as are no longer than `side`."""
    count = math.ceil(length / side)
    for i in range(count):
        yield start + i * length // count, start + (i + 1) * length // count
