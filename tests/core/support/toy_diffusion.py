"""Diffusion models whose exact result is known, and running a model over an image, for tests."""

from __future__ import annotations

import numpy as np
import torch
from rasterio.windows import Window

from sr_core.diffusion.sampling_configs import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.inference.batched_denoiser import BatchedDenoiser
from sr_core.inference.diffusion import DiffusionPredictor, SampleStatistics
from sr_core.inference.diffusion_tiling import DiffusionTiling
from sr_core.raster.tiling import TileWindow

from .tiny_backbones import tiny


class Exact(torch.nn.Module):
    """Knows that x_0 ~ N(0, σ²), pixel by pixel, and what there is to tell then.

    Of x_t = a x_0 + b eps, E[x_0 | x_t] = a σ² / (a² σ² + b²) x_t.
    """

    def __init__(self, bands, sigma, objective):
        super().__init__()
        self.bands, self.sigma, self.is_flow = bands, sigma, objective == "flow"

    def forward(self, x, level):
        x_t, a = x[:, self.bands :].double(), level[:, None, None, None].double()
        b = 1 - a if self.is_flow else (1 - a**2).sqrt()
        x_0 = a * self.sigma**2 / (a**2 * self.sigma**2 + b**2) * x_t
        eps = (x_t - a * x_0) / b
        return (x_0 - eps if self.is_flow else eps).float()


def sampling_of(sampler, schedule=None):
    """How a model that this sampler is for is sampled."""
    trained = {"noise_schedule": schedule or NoiseSchedule.members["linear"]()}
    return Sampling.load(
        {"id": sampler.objective, "sampler": sampler, **(trained if sampler.objective == "denoising" else {})}
    )


def exact(sampler, tile_size, batch_size=1, *, sigma=0.5, seed=0, sample=None, schedule=None, bands=2):
    """A model at scale 2 that samples N(0, σ²) in every pixel, whatever the low-resolution image says."""
    net = tiny("sr3", global_skip="none").net(bands, 2, (0.0,) * bands, (1.0,) * bands).eval()
    net.body["denoiser"] = Exact(bands, sigma, sampler.objective)
    tiling = tiling_of(net, sampling_of(sampler, schedule), tile_size, batch_size, seed)
    return DiffusionPredictor(tiling, sampler) if sample is None else SingleSample(tiling, sampler, sample)


def tiling_of(net, sampling, tile_size, batch_size=1, seed=0):
    """The tiling of a net that is sampled in this way."""
    denoiser = BatchedDenoiser(net, batch_size)
    return DiffusionTiling(net, sampling.steps(), sampling.estimate, tile_size, seed, denoiser)


class SingleSample(DiffusionPredictor):
    """One sample, by its number."""

    def __init__(self, tiling, sampler, number):
        super().__init__(tiling, sampler)
        object.__setattr__(self, "number", number)

    @torch.inference_mode()
    def sample_block(self, lr, wanted, place, block):
        rows, cols = TileWindow(place, block.outer).inner_in_outer()
        beyond = ((rows.start, block.outer.height - rows.stop), (cols.start, block.outer.width - cols.stop))
        image = torch.from_numpy(np.pad(lr, ((0, 0), *beyond), mode="symmetric"))
        tiles = self.tiling.tiles(block.outer, np.ones(image.shape[1:], bool))
        (found,) = yield from self.tiling.sample(image, block.outer, tiles, (self.number,))
        height, width = lr.shape[1] * 2, lr.shape[2] * 2
        mean = found[:, :height, :width].numpy()
        return SampleStatistics(mean, mean * 0)


def filled(model, lr, *, rows=None, cols=None, whole=False):
    """What a model makes of some rows and columns of an image, which stands for a raster."""
    height, width = lr.shape[1:]
    (top, bottom), (left, right) = rows or (0, height), cols or (0, width)
    bottom, right = min(bottom, height), min(right, width)
    block = model.block(Window(left, top, right - left, bottom - top), (height, width))
    place = block.outer.crop(height, width)
    part = np.ascontiguousarray(lr[(slice(None), *place.toslices())])
    work = model.sample_block(part, np.ones(part.shape[1:], bool), place, block)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value if whole else end.value.mean
