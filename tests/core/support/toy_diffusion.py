"""Diffusion models whose exact result is known, and running a model over an image, for tests."""

from __future__ import annotations

import numpy as np
import torch
from rasterio.windows import Window

from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.inference.denoiser import Denoise
from sr_core.inference.diffusion import Sampled, Samples
from sr_core.inference.diffusion_tiling import Canvas

from .tiny_backbones import tiny


class Exact(torch.nn.Module):
    """Knows that x_0 ~ N(0, σ²), pixel by pixel, and what eps is then: E[x_0 | x_t] = √ᾱ σ² / (ᾱ σ² + 1 − ᾱ) x_t."""

    def __init__(self, bands, sigma):
        super().__init__()
        self.bands, self.sigma = bands, sigma

    def forward(self, x, level):
        x_t, a = x[:, self.bands :], level[:, None, None, None].double()
        x_0 = a * self.sigma**2 / (a**2 * self.sigma**2 + 1 - a**2) * x_t.double()
        return ((x_t.double() - a * x_0) / (1 - a**2).sqrt()).float()


def exact(sampler, tile_size, batch_size=1, *, sigma=0.5, seed=0, sample=None, schedule=None, bands=2):
    """A model at scale 2 that samples N(0, σ²) in every pixel, whatever the low-resolution image says."""
    net = tiny("sr3", global_skip="none").net(bands, 2, (0.0,) * bands, (1.0,) * bands).eval()
    net.body["denoiser"] = Exact(bands, sigma)
    steps = sampler.steps((schedule or NoiseSchedule.members["linear"]()).alpha_bar())
    model = Sampled(Canvas(net, steps, tile_size, seed, Denoise(net, batch_size)))
    return model if sample is None else Only(model.canvas, sample)


class Only(Sampled):
    """One sample, by its number."""

    def __init__(self, canvas, number):
        super().__init__(canvas)
        object.__setattr__(self, "number", number)

    @torch.inference_mode()
    def made(self, lr, wanted, place, block):
        canvas = self.canvas
        image = torch.from_numpy(np.pad(lr, ((0, 0), *beyond(place, block)), mode="symmetric"))
        tiles = canvas.tiles(block.rows, block.cols, np.ones(image.shape[1:], bool))
        (found,) = yield from canvas.fill(image, block.rows, block.cols, tiles, (self.number,))
        height, width = lr.shape[1] * 2, lr.shape[2] * 2
        mean = found[:, :height, :width].numpy()
        return Samples(mean, mean * 0)


def beyond(place, block):
    return [
        (place.row_off - block.rows.start, block.rows.stop - place.row_off - place.height),
        (place.col_off - block.cols.start, block.cols.stop - place.col_off - place.width),
    ]


def filled(model, lr, *, rows=None, cols=None, whole=False):
    """What a model makes of some rows and columns of an image, which stands for a raster."""
    height, width = lr.shape[1:]
    (top, bottom), (left, right) = rows or (0, height), cols or (0, width)
    bottom, right = min(bottom, height), min(right, width)
    image = Window(0, 0, width, height)
    block = model.block(Window(left, top, right - left, bottom - top), image)
    top, left = max(0, block.rows.start), max(0, block.cols.start)
    place = Window(left, top, min(width, block.cols.stop) - left, min(height, block.rows.stop) - top)
    part = np.ascontiguousarray(lr[(slice(None), *place.toslices())])
    work = model.made(part, np.ones(part.shape[1:], bool), place, block)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value if whole else end.value.mean
