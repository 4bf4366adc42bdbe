"""One image for all tiles: a result depends on the place alone."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from sr_core.backbones import Backbone
from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import SrError
from sr_core.inference.diffusion import DiffusionPredictor
from sr_core.inference.diffusion_tiling import TileAxis
from sr_core.inference.noise_by_position import noise

from ..support.toy_diffusion import exact, filled, sampling_of, tiling_of

SAMPLERS = {
    "ddim": Sampler.members["ddim"](n_timestep=6),
    "ddpm": Sampler.members["ddpm"](n_timestep=6),
    "dpm_solver": Sampler.members["dpm_solver"](n_timestep=6),
    "euler": Sampler.members["euler"](n_timestep=6),
    "heun": Sampler.members["heun"](n_timestep=3),
}


# The positions of tiles


@given(
    side=st.integers(8, 300), start=st.integers(-500, 5000), length=st.integers(1, 2000), scale=st.sampled_from([1, 2, 3, 4, 8])
)  # fmt: skip
def test_tiles_cover_what_is_wanted_and_weigh_one_together(side, start, length, scale):
    axis = TileAxis.of(side)
    pixels = axis.cover(start, start + length)
    assert pixels.start <= start
    assert pixels.stop >= start + length
    starts = list(axis.starts(pixels))
    assert starts[0] == pixels.start
    assert starts[-1] + side == pixels.stop
    assert all(at % axis.stride == 0 for at in starts)
    # No tile is more than it takes.
    assert starts[0] + axis.stride > start
    assert len(starts) == 1 or starts[-2] + side < start + length
    total = torch.zeros(len(pixels) * scale)
    weights = axis.weights(scale)
    for at in starts:
        total[(at - pixels.start) * scale :][: side * scale] += weights
    inner = total[(side - axis.stride) * scale : -(side - axis.stride) * scale]
    torch.testing.assert_close(inner, torch.ones_like(inner))
    assert (total > 0).all()


# With a network that sees nothing but the pixel itself, whatever depends on tiles is the tiling's fault.


@cache
def in_one_tile(sampler):
    """An image, and what a sampler makes of it in a single tile."""
    lr = np.random.default_rng(0).random((2, 60, 60), np.float32)
    return lr, filled(exact(SAMPLERS[sampler], 60), lr)


@pytest.mark.parametrize("sampler", SAMPLERS)
@settings(max_examples=10, deadline=None)
@given(
    row=st.integers(0, 20), col=st.integers(0, 20), height=st.integers(1, 40), width=st.integers(1, 40),
    tile_size=st.integers(8, 24), batch_size=st.integers(1, 9),
)  # fmt: skip
def test_neither_extent_nor_tile_size_nor_batch_size_shows(
    sampler, row, col, height, width, tile_size, batch_size
):
    lr, whole = in_one_tile(sampler)
    model = exact(SAMPLERS[sampler], tile_size, batch_size)
    part = filled(model, lr, rows=(row, row + height), cols=(col, col + width))
    np.testing.assert_allclose(
        part,
        whole[:, 2 * row : 2 * (row + height), 2 * col : 2 * (col + width)],
        atol=2e-5,
    )
    other = filled(
        exact(SAMPLERS[sampler], tile_size, 1), lr, rows=(row, row + height), cols=(col, col + width)
    )
    np.testing.assert_array_equal(part, other)


@pytest.mark.parametrize(
    ("sampler", "steps"), [("ddim", 50), ("ddpm", 200), ("dpm_solver", 15), ("euler", 50), ("heun", 12)]
)
def test_the_distribution_is_that_which_the_network_knows(sampler, steps):
    """An exact denoiser of N(0, 0.3²): the predictor draws from it, with no more and no less spread."""
    model = exact(Sampler.members[sampler](n_timestep=steps), 32, sigma=0.3)
    found = filled(model, np.zeros((2, 64, 64), np.float32))
    assert found.mean() == pytest.approx(0, abs=0.01)
    assert found.std() == pytest.approx(0.3, rel=0.05)


def test_samples_differ_and_their_mean_and_spread_are_those_of_numpy():
    lr = np.zeros((2, 24, 24), np.float32)
    sampler = Sampler.members["ddim"](n_timestep=10)
    each = [filled(exact(sampler, 16, sample=number), lr) for number in range(5)]
    assert np.abs(np.corrcoef([one.ravel() for one in each]) - np.eye(5)).max() < 0.1
    model = exact(sampler, 16)
    together = DiffusionPredictor(model.tiling, sampler, samples=5)
    found = filled(together, lr, whole=True)
    np.testing.assert_allclose(found.mean, np.mean(each, axis=0), atol=1e-5)
    np.testing.assert_allclose(found.std, np.std(each, axis=0, ddof=1), atol=1e-5)


def test_of_a_single_sample_the_spread_is_zero():
    found = filled(exact(SAMPLERS["ddim"], 16), np.zeros((2, 24, 24), np.float32), whole=True)
    assert not found.std.any()


def test_another_seed_gives_another_result_and_the_same_seed_the_same():
    lr = np.zeros((2, 20, 20), np.float32)
    one, again, other = (filled(exact(SAMPLERS["ddpm"], 16, seed=seed), lr) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, again)
    assert abs(np.corrcoef(one.ravel(), other.ravel())[0, 1]) < 0.1


@pytest.mark.parametrize("schedule", NoiseSchedule.members)
@pytest.mark.parametrize("sampler", SAMPLERS)
def test_nothing_is_ever_not_a_number(sampler, schedule):
    model = exact(SAMPLERS[sampler], 16, schedule=NoiseSchedule.members[schedule]())
    assert np.isfinite(filled(model, np.random.default_rng(0).random((2, 20, 20), np.float32))).all()


# Memory


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_blocks_that_memory_cuts_agree_with_the_whole(monkeypatch, sampler):
    lr = np.random.default_rng(0).random((2, 150, 130), np.float32)
    model = exact(SAMPLERS[sampler], 16)
    whole, window = filled(model, lr), Window(0, 0, 130, 150)
    (one,) = model.blocks(window, (150, 130))
    assert one.inner == window
    monkeypatch.setattr("sr_core.inference.diffusion.spare_memory", lambda device: 2**20)
    blocks = model.blocks(window, (150, 130))
    assert len(blocks) > 4
    assert all(4 * 7 * 2 * 4 * block.outer.height * block.outer.width < 1.2 * 2**20 for block in blocks)
    kept = np.zeros((150, 130), int)
    for block in blocks:
        rows, cols = block.inner.toslices()
        kept[rows, cols] += 1
        part = filled(model, lr, rows=(rows.start, rows.stop), cols=(cols.start, cols.stop))
        there = whole[:, 2 * rows.start : 2 * rows.stop, 2 * cols.start : 2 * cols.stop]
        np.testing.assert_allclose(part, there, atol=2e-5)
    assert (kept == 1).all()


class Tight(torch.nn.Module):
    """A network for which there is memory for so many tiles only."""

    def __init__(self, net, most):
        super().__init__()
        self.net, self.most = net, most

    def __getattr__(self, name):
        return super().__getattr__(name) if name in ("net", "_modules") else getattr(self.net, name)

    def forward(self, x_t, *others):
        if len(x_t) > self.most:
            raise torch.OutOfMemoryError("there is no more")
        return self.net(x_t, *others)


def test_too_little_memory_halves_the_batch_and_changes_nothing():
    lr = np.random.default_rng(0).random((2, 60, 60), np.float32)
    roomy, model = exact(SAMPLERS["ddim"], 16, 8), exact(SAMPLERS["ddim"], 16, 8)
    model.tiling.denoiser.net = Tight(model.tiling.net, 3)
    np.testing.assert_array_equal(filled(model, lr), filled(roomy, lr))
    (news,) = list(model.tiling.denoiser.take_log())[-1:]
    assert news.text.format(**news.values) == "Memory ran out: continuing with 2 tiles at once."
    assert not list(model.tiling.denoiser.take_log())


def test_too_little_memory_for_one_tile_is_said():
    model = exact(SAMPLERS["ddim"], 16, 2)
    model.tiling.denoiser.net = Tight(model.tiling.net, 0)
    with pytest.raises(SrError, match="There is not enough memory for one tile: set a smaller TILE_SIZE"):
        filled(model, np.zeros((2, 20, 20), np.float32))


def test_other_errors_are_not_taken_for_a_lack_of_memory():
    model = exact(SAMPLERS["ddim"], 16)

    def broken(*_):
        raise RuntimeError("shapes do not fit")

    model.tiling.denoiser.net = broken
    model.tiling.denoiser.net.device = torch.device("cpu")
    with pytest.raises(RuntimeError, match="shapes"):
        filled(model, np.zeros((2, 20, 20), np.float32))


# With a real network


@pytest.fixture(scope="module")
def net():
    """An SR3 whose every layer matters."""
    torch.manual_seed(0)
    backbone = Backbone.load(
        {
            "id": "sr3",
            "inner_channel": 8,
            "norm_groups": 4,
            "channel_mults": [1, 2],
            "res_blocks": 1,
            "image_size": 32,
        }
    )
    made = backbone.net(2, 2, (0.5,) * 2, (0.25,) * 2).eval().requires_grad_(False)
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, std=0.1)
    return made


def predictor(net, batch_size=1, sampler="ddim"):
    sampler = Sampler.members[sampler](n_timestep=4)
    sampling = sampling_of(sampler, NoiseSchedule.members["linear"](n_timestep=100))
    return DiffusionPredictor(tiling_of(net, sampling, 16, batch_size), sampler)


@pytest.mark.parametrize("batch_size", [2, 3, 50])
def test_batch_size_does_not_change_a_real_networks_result(net, batch_size):
    lr = np.random.default_rng(0).random((2, 40, 40), np.float32)
    np.testing.assert_allclose(filled(predictor(net, batch_size), lr), filled(predictor(net), lr), atol=1e-5)


def test_a_rerun_is_equal_to_the_bit(net):
    lr = np.random.default_rng(0).random((2, 40, 40), np.float32)
    np.testing.assert_array_equal(filled(predictor(net, 3), lr), filled(predictor(net, 3), lr))


@pytest.mark.parametrize("sampler", ["ddim", "dpm_solver", "euler", "heun"])
def test_the_first_tile_alone_is_what_the_network_gives(net, sampler):
    """An image of one tile is the sampler and nothing else."""
    model = predictor(net, sampler=sampler)
    lr = torch.rand(2, 16, 16)
    found = filled(model, lr.numpy())
    condition = net.condition(lr[None])
    x = noise(range(32), range(32), 2, seed=0, step=0, sample=0, device=lr.device)[None]
    before = torch.zeros_like(x)
    with torch.inference_mode():
        for step in model.tiling.steps:
            told, t = net(x, condition, torch.tensor([step.level])), step.level
            is_flow = sampler in ("euler", "heun")
            x_0 = (x + (1 - t) * told if is_flow else (x - math.sqrt(1 - t**2) * told) / t).clamp(-8, 8)
            x, before = step.x_t * x + step.x_0 * x_0 + step.previous * before, x_0
        wanted = net.physical(x, condition)[0]
    np.testing.assert_allclose(found, wanted.numpy(), atol=1e-4)
