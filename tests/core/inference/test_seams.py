"""A diffusion model that has learnt a little, over a mosaic of real land: no tile shows, as it does tile by tile."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import rasterio
import torch

from sr_core.backbones import Backbone, bicubic
from sr_core.inference.back_projection import Consistency
from sr_core.inference.diffusion import DiffusionPredictor
from sr_core.inference.predictor import PredictorOptions, build_net_predictor
from sr_core.objectives import Batch, Objective
from sr_core.partial_override import Override
from sr_core.raster.downsampling import downsample

from ..conftest import DATA
from ..support.toy_diffusion import filled

SCALE, PATCH, STEPS, TOGETHER = 4, 8, 120, 12
SR3 = {
    "id": "sr3", "inner_channel": 8, "norm_groups": 4, "channel_mults": [1, 2], "res_blocks": 1, "attn_res": [],
    "image_size": PATCH * SCALE,
}  # fmt: skip


@pytest.fixture(scope="module")
def land():
    """Low and high resolution of a strip of NAIP: (c, h, w) in physical units."""
    folder = DATA / "naip_0.6m_rgbn" / "val"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data")
    images = []
    for path in sorted(folder.glob("*.tif"))[:2]:
        with rasterio.open(path) as dataset:
            images.append(dataset.read((1, 2, 4)))
    hr = np.concatenate(images, axis=2)[:, :160]
    lr, _ = downsample(hr, np.ones(hr.shape, bool), SCALE)
    return np.rint(lr).astype(np.float32) / 255, hr.astype(np.float32) / 255


OBJECTIVES = {
    "denoising": {"n_timestep": 200, "linear_end": 0.06, "ema_decay": 0.98},
    "flow": {"ema_decay": 0.98},
}
LEAST_LOSS = {"denoising": 0.6, "flow": 0.8}
"""What remains of the loss after some seconds, at the most: of a velocity, what is not known of the land remains too."""
of_each_objective = pytest.mark.parametrize(
    ("learnt", "way"),
    [
        ("denoising", {"id": "dpm_solver", "n_timestep": 10}),
        ("flow", {"id": "euler", "n_timestep": 10}),
    ],
    indirect=["learnt"],
    ids=OBJECTIVES,
)


@pytest.fixture(scope="module")
def learnt(land, request):
    """A net after some seconds of learning by an objective, and how it is sampled."""
    lr, hr = land
    random = np.random.default_rng(0)
    torch.manual_seed(0)
    net = Backbone.load(SR3).net(3, SCALE, hr.mean((1, 2)).tolist(), hr.std((1, 2)).tolist())
    objective = Objective.load({"id": request.param, **OBJECTIVES[request.param]})
    learner = objective.start(net.to(memory_format=torch.channels_last), 3e-3, STEPS)
    losses = []
    for _ in range(STEPS):
        corners = [
            (random.integers(lr.shape[1] - PATCH), random.integers(lr.shape[2] - PATCH))
            for _ in range(TOGETHER)
        ]
        cut = [
            torch.from_numpy(
                np.stack([image[:, s * r : s * (r + PATCH), s * c : s * (c + PATCH)] for r, c in corners])
            )
            for image, s in ((lr, 1), (hr, SCALE))
        ]
        losses.append(float(learner.step(Batch(*cut, torch.ones(cut[1].shape, dtype=torch.bool)))["loss"]))
    assert np.mean(losses[-20:]) < LEAST_LOSS[request.param] * np.mean(losses[:5])  # it did learn
    with learner.ema_weights():
        yield net.eval(), objective.sampling


@pytest.fixture(scope="module")
def sampled(land, learnt):
    """`sampled(sampler, n_timestep)` is the model that is sampled so, and the whole strip by it: sampled once."""
    net, sampling = learnt

    @cache
    def sample(sampler, n_timestep):
        model = build_net_predictor(net, sampling.with_overrides(Override(id=sampler, n_timestep=n_timestep)))
        return model, model.upscale(land[0])

    return sample


def steps_at(image, edges):
    """The mean step between neighbouring columns at `edges`, over that at other edges of low-resolution pixels."""
    steps = np.abs(np.diff(image, axis=2)).mean((0, 1))
    places = np.arange(1, len(steps) + 1)
    at = np.isin(places, list(edges))
    return steps[at].mean() / steps[~at & (places % SCALE == 0)].mean()


def texture(image):
    """What of an image is finer than 5 pixels, squared."""
    smooth = torch.nn.functional.avg_pool2d(torch.from_numpy(image)[None], 5, 1, 2)[0].numpy()
    return np.square(image - smooth).mean(0)


@pytest.mark.parametrize(
    ("learnt", "sampler", "n_timestep"),
    [("denoising", "dpm_solver", 10), ("denoising", "ddim", 12), ("flow", "euler", 10), ("flow", "heun", 5)],
    indirect=["learnt"],
)
def test_neither_borders_nor_overlaps_of_tiles_show(land, learnt, sampled, sampler, n_timestep):
    lr, hr = land
    net, sampling = learnt
    way = sampling.with_overrides(Override(id=sampler, n_timestep=n_timestep))
    model, sr = sampled(sampler, n_timestep)
    axis = model.tiling.axis
    ends = {
        dimension: [
            (SCALE * start, SCALE * (start + axis.side))
            for start in axis.starts(axis.cover(0, lr.shape[dimension]))
        ]
        for dimension in (1, 2)
    }
    # Beside the same in tiles that end elsewhere: the land too, smoothed, has other steps in some columns than in others.
    elsewhere = build_net_predictor(net, way, options=PredictorOptions(tile_size=20)).upscale(lr)
    borders = {edge for pair in ends[2] for edge in pair}
    assert steps_at(sr, borders) / steps_at(elsewhere, borders) == pytest.approx(1, abs=0.05)

    overlap = SCALE * (axis.side - axis.stride)
    inside = np.zeros(sr.shape[1:], bool)
    for start, _ in ends[1][1:]:
        inside[start : start + overlap] = True
    for start, _ in ends[2][1:]:
        inside[:, start : start + overlap] = True
    plain = bicubic(torch.from_numpy(lr)[None], SCALE)[0].numpy()
    # The land itself may have more texture in one than in the other.
    share, true = (
        texture(image - plain)[inside].mean() / texture(image - plain)[~inside].mean() for image in (sr, hr)
    )
    assert share / true == pytest.approx(1, abs=0.05)


@of_each_objective
def test_tile_by_tile_the_borders_do_show(land, learnt, way):
    """The same measure on what others do: every tile alone, with noise of its own, and all put side by side."""
    lr, hr = land[0][:, : 2 * PATCH], land[1][:, : 2 * PATCH * SCALE]
    net, sampling = learnt
    model = build_net_predictor(net, sampling.with_overrides(Override(**way)))
    sr = np.empty(hr.shape, np.float32)
    for number, (top, left) in enumerate(np.ndindex(lr.shape[1] // PATCH, lr.shape[2] // PATCH)):
        tiling = replace(model.tiling, seed=number)
        rows, cols = (slice(at * PATCH, (at + 1) * PATCH) for at in (top, left))
        fine = (slice(None), *(slice(each.start * SCALE, each.stop * SCALE) for each in (rows, cols)))
        sr[fine] = DiffusionPredictor(tiling, sampling.sampler).upscale(
            np.ascontiguousarray(lr[:, rows, cols])
        )
    assert steps_at(sr, range(PATCH * SCALE, sr.shape[2], PATCH * SCALE)) > 1.5


@of_each_objective
def test_a_sub_extent_agrees_with_the_whole(land, sampled, way):
    """RMS difference below 2 % of the detail that the model adds."""
    lr, _ = land
    model, whole = sampled(way["id"], way["n_timestep"])
    rows, cols = (12, 30), (40, 90)
    part = filled(model, lr, rows=rows, cols=cols)
    there = (slice(None), *(slice(SCALE * low, SCALE * high) for low, high in (rows, cols)))
    added = whole - bicubic(torch.from_numpy(lr)[None], SCALE)[0].numpy()
    difference = np.sqrt(np.square(part - whole[there]).mean()) / added.std()
    assert 0 < difference < 0.02


@pytest.mark.parametrize("learnt", OBJECTIVES, indirect=True)
def test_with_consistency_it_degrades_to_what_it_was_made_from(land, learnt):
    lr = np.ascontiguousarray(land[0][:, :20, :60])
    net, sampling = learnt
    errors = []
    for consistency in (None, Consistency.of({"id": "bicubic"}, SCALE)):
        sr = build_net_predictor(net, sampling, consistency=consistency).upscale(lr)
        back, _ = downsample(sr, np.ones(sr.shape, bool), SCALE)
        errors.append(np.sqrt(np.square(back - lr).mean()) / lr.std())
    assert errors[1] < 0.01 < errors[0]
