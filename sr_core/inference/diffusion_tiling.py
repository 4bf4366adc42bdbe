"""Samples a diffusion model over images of any size: every step averages what overlapping tiles estimate before it is taken."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float
from numpy.typing import NDArray
from rasterio.windows import Window
from torch import Tensor

from ..backbones import DiffusionNet
from ..diffusion.samplers import SamplerStep
from ..diffusion.sampling_configs import Estimate
from .batched_denoiser import BatchedDenoiser
from .noise_by_position import noise

ROWS = 256
"""Number of rows for which noise is drawn at once."""
OVERLAP = 1 / 8
"""Share of a tile's side by which it overlaps the next tile."""


@dataclass(frozen=True)
class TileAxis:
    """Where tiles lie along an axis: at multiples of `stride` of the raster's own pixels, wherever an image begins.

    ```
    tile 0  ├──────────────╲        Each weighs 1 in its middle and falls to 0 along the overlap while the next one
    tile 1              ╱──────────────╲        rises, so that the two always weigh 1 together.
            0           stride          2 × stride
    ```
    """

    side: int
    stride: int

    @classmethod
    def of(cls, side: int) -> TileAxis:
        """Return the positions of tiles of `side` pixels."""
        return cls(side, side - max(1, round(side * OVERLAP)))

    def cover(self, start: int, stop: int) -> range:
        """Return the pixels from the first to the last tile, as few as hold all from `start` to `stop`."""
        first = start // self.stride
        last = max(first, -((self.side - stop) // self.stride))
        return range(first * self.stride, last * self.stride + self.side)

    def starts(self, pixels: range) -> range:
        """Return where the tiles of a `cover` begin."""
        return range(pixels.start, pixels.stop - self.side + 1, self.stride)

    def weights(self, scale: int) -> Float[Tensor, " s"]:
        """Return the weights of the pixels of a tile that is `scale` times finer: a ramp sin² at each end."""
        overlap = (self.side - self.stride) * scale
        ramp = torch.sin((torch.arange(overlap) + 0.5) * (math.pi / 2 / overlap)).square()
        weights = torch.ones(self.side * scale)
        weights[:overlap] = ramp
        weights[-overlap:] = ramp.flip(0)
        return weights


@dataclass(frozen=True)
class DiffusionTiling:
    """A diffusion net and its sampling, ready to sample images of any size.

    Tiles are never results: x_t is one image, and every step of it is made from the average of what the tiles that
    overlap in a pixel estimate there (Bar-Tal et al. 2023, "MultiDiffusion"). Noise belongs to the pixel (`noise`),
    tiles to the raster's grid (`TileAxis`): so the result depends neither on where the image begins nor on what is
    computed together.
    """

    net: DiffusionNet
    steps: Sequence[SamplerStep]
    estimate: Callable[[float], Estimate]
    """How the net's output becomes an estimate of the result, by the level; see `Sampling.estimate`."""
    tile_size: int
    """Side of a tile in low-resolution pixels."""
    seed: int
    denoiser: BatchedDenoiser
    """The net, computed in batches of tiles."""

    @property
    def axis(self) -> TileAxis:
        """Positions of tiles along an axis, in low-resolution pixels."""
        return TileAxis.of(self.tile_size)

    def corners(self, image: Window) -> list[tuple[int, int]]:
        """Return the row and column in the raster where each tile of an image begins; its sides are covers."""
        rows, cols = (self.axis.starts(range(*side)) for side in image.toranges())
        return list(itertools.product(rows, cols))

    def tiles(self, image: Window, wanted: NDArray[np.bool_]) -> list[tuple[slice, slice]]:
        """Return rows and columns, within the low-resolution image, of the tiles that hold a `wanted` pixel (h, w)."""
        places = [
            tuple(
                slice(at - start, at - start + self.tile_size)
                for at, start in zip(corner, (image.row_off, image.col_off), strict=True)
            )
            for corner in self.corners(image)
        ]
        return [(row, col) for row, col in places if wanted[row, col].any()]

    @torch.inference_mode()
    def sample(
        self,
        lr: Float[Tensor, "n h w"],
        image: Window,
        tiles: Sequence[tuple[slice, slice]],
        samples: Sequence[int] = (0,),
    ) -> Generator[int, None, Float[Tensor, "s c H W"]]:
        """Sample an image.

        Args:
            lr: The low-resolution image in physical units.
            image: Its place in the raster, whose sides are covers of `axis`; it may reach beyond the raster.
            tiles: Tiles to be computed, of those from the method `tiles`; pixels outside of them are meaningless.
            samples: Numbers of the samples; each number selects other noise.

        Yields:
            How many tiles were computed since it last yielded.

        Returns:
            The samples in physical units.
        """
        net, scale = self.net, self.net.scale
        fine = [(_refine(row, scale), _refine(col, scale)) for row, col in tiles]
        weights, total = self._weights(fine, (image.height * scale, image.width * scale))
        asked = [(sample, row, col) for sample in range(len(samples)) for row, col in fine]
        condition = net.condition(lr[None])[0]
        x_t = torch.zeros(len(samples), net.bands, *condition.shape[1:], device=net.device)
        spare, previous = torch.empty_like(x_t), torch.zeros_like(x_t)
        self._add_noise(x_t, 1, image, samples, 0)
        for number, step in enumerate(self.steps, start=1):
            output = spare.zero_()
            for part, found in self.denoiser(x_t, condition, step.level, asked):
                for (sample, row, col), values in zip(part, found, strict=True):
                    output[sample, :, row, col] += values * weights
                yield len(part)
            estimate = self.estimate(step.level)
            # in the place of the output
            x_0 = output.div_(total).mul_(estimate.output).add_(x_t).div_(estimate.x_0)
            x_0.clamp_(-net.backbone.clip, net.backbone.clip)
            x_t.mul_(step.x_t).add_(x_0, alpha=step.x_0).add_(previous, alpha=step.previous)
            if step.noise:
                self._add_noise(x_t, step.noise, image, samples, number)
            spare, previous = previous, x_0
        del spare, previous, output, x_0  # before more is held
        return net.physical(x_t, condition)

    def _add_noise(
        self, x_t: Float[Tensor, "s c H W"], factor: float, image: Window, samples: Sequence[int], step: int
    ) -> None:
        """Add the noise of a step, some rows at a time: making it takes more memory than keeping it."""
        top, left = image.row_off * self.net.scale, image.col_off * self.net.scale
        cols = range(left, left + x_t.shape[3])
        for number, sample in enumerate(samples):
            for row in range(0, x_t.shape[2], ROWS):
                part = x_t[number, :, row : row + ROWS]
                rows = range(top + row, top + row + part.shape[1])
                fresh = noise(
                    rows, cols, len(part), seed=self.seed, step=step, sample=sample, device=part.device
                )
                part.add_(fresh, alpha=factor)

    def _weights(
        self, tiles: Sequence[tuple[slice, slice]], shape: tuple[int, int]
    ) -> tuple[Float[Tensor, "s s"], Float[Tensor, "H W"]]:
        """Return the weight of each pixel of a tile, and the summed weight of all tiles: 1, but less at the image's edge."""
        ramp = self.axis.weights(self.net.scale).to(self.net.device)
        weights = ramp[:, None] * ramp
        total = torch.zeros(shape, device=self.net.device)
        for tile in tiles:
            total[tile] += weights
        return weights, total.clamp_(min=torch.finfo(total.dtype).tiny)


def _refine(pixels: slice, scale: int) -> slice:
    return slice(pixels.start * scale, pixels.stop * scale)
