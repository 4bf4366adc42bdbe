"""The flow objective: what is learnt, at which times, and what its packages say."""

from __future__ import annotations

import math
import zipfile
from copy import deepcopy

import numpy as np
import pytest
import torch

from sr_core.backbones import bicubic
from sr_core.errors import InputError
from sr_core.inference.predictor import build_net_predictor
from sr_core.limited_json import parse_json
from sr_core.objectives import Objective
from sr_core.package.srpk import ModelPackage
from sr_core.partial_override import Override

from ..support.small_diffusion_training import Watched, batch, small_net
from ..support.small_trainings import train

Flow = Objective.members["flow"]
LINES = 0.1
"""Amplitude of lines that are to be learnt."""
SR3 = {"id": "sr3", "inner_channel": 8, "norm_groups": 4, "channel_mults": [1, 2], "res_blocks": 1}


def learner(net, **options):
    torch.manual_seed(0)
    return Flow(**options).start(net, 3e-3, 100)


@pytest.mark.parametrize(("criterion", "expected"), [("l2", 2.0), ("l1", 2 / math.sqrt(math.pi))])
def test_a_network_that_tells_nothing_loses_the_whole_velocity(criterion, expected):
    """x_0 and noise have a variance of 1 each, so their difference has 2."""
    net, patches = small_net(), batch(count=40)
    Watched(net)
    patches = patches._replace(hr=bicubic(patches.lr, 2) + 0.1 * torch.randn(patches.hr.shape))
    loss = learner(net, criterion=criterion).step(patches)["loss"]
    assert loss.item() == pytest.approx(expected, rel=0.03)


def test_images_are_mixed_with_noise_as_the_time_says_that_the_network_is_told():
    """x_t = (1 − t) eps + t x_0: so what remains of x_t without x_0 is normal with that spread."""
    net, patches = small_net(), batch(count=64)
    watched = Watched(net)
    learner(net).step(patches)
    ((x_t, condition, t),) = watched.asked
    torch.testing.assert_close(condition, net.condition(patches.lr))
    x_0, column = net.x_0(patches.hr, condition), t[:, None, None, None]
    eps = (x_t - column * x_0) / (1 - column)
    assert eps.mean().item() == pytest.approx(0, abs=0.02)
    assert eps.std().item() == pytest.approx(1, abs=0.02)
    assert abs(torch.corrcoef(torch.stack((eps.ravel(), x_0.ravel())))[0, 1]) < 0.02
    # The target with which the loss vanishes is the velocity of this way.
    again = small_net()
    teacher = learner(again)
    again.forward = lambda x_t, condition, t: x_0 - eps
    assert teacher.loss(patches) > 1, "of other noise"
    again.forward = lambda x_t, condition, t: (x_0 - x_t) / (1 - t[:, None, None, None])
    assert teacher.loss(patches).item() == pytest.approx(0, abs=1e-6)


def test_times_are_spread_evenly_from_noise_to_image():
    net = small_net()
    watched, teacher = Watched(net), learner(net)
    for _ in range(40):
        teacher.step(batch(count=8))
    times = torch.stack([t for _, _, t in watched.asked])
    assert 0 <= times.min() < 0.02 and 0.98 < times.max() < 1
    assert (times.sort(1).values * 8).long().tolist() == [list(range(8))] * 40, "one in every eighth"


def learn_lines(network, count):
    """A net that has learnt lines, which the low-resolution image lacks, and its losses, patches and sampling."""
    net, patches = small_net(network), batch(count=count)
    lines = torch.sin(torch.arange(16.0)[None, None, :, None] * 2.1) * torch.ones(count, 2, 16, 16)
    patches = patches._replace(hr=bicubic(patches.lr, 2) + LINES * lines)
    teacher = Flow(ema_decay=0.9).start(net, 1e-2, 80)
    losses = [float(teacher.step(patches)["loss"]) for _ in range(80)]
    with teacher.ema_weights():
        return deepcopy(net).eval(), losses, patches


def test_what_the_low_resolution_image_lacks_is_learnt():
    net, _, patches = learn_lines("sr3", 4)
    for n_timestep in (1, 3):
        model = build_net_predictor(net, Flow().sampling.with_overrides(Override(n_timestep=n_timestep)))
        difference = model.upscale(patches.lr[0].numpy()) - patches.hr[0].numpy()
        assert np.sqrt(np.square(difference).mean()) < 0.7 * LINES / math.sqrt(2), "than bicubic resampling's"


def test_a_transformer_learns_to_tell_the_noise_in_the_velocity():
    _, losses, _ = learn_lines("sr3_uvit", 4)
    assert np.mean(losses[-10:]) < 0.65 * np.mean(losses[:5])


def test_a_package_says_how_it_is_sampled_and_comes_back(make_tileset, tmp_path):
    tileset = make_tileset(train=2, val=1, test=1)
    _, result = train(tileset, tmp_path / "a.srpk", backbone=SR3, objective="flow", patch_size=8, epochs=1)
    package = ModelPackage.load(tmp_path / "a.srpk")
    assert package.sampling == Flow().sampling
    assert package.info.consistency and package.info.training["objective"]["id"] == "flow"
    assert math.isfinite(result.psnr)
    with zipfile.ZipFile(tmp_path / "a.srpk") as archive:
        written = parse_json(archive.read("sampling.json"))
    assert (written["id"], written["sampler"]["id"]) == ("flow", "euler")
    package.save(tmp_path / "b.srpk")
    assert (tmp_path / "b.srpk").read_bytes() == (tmp_path / "a.srpk").read_bytes()


def test_networks_of_one_pass_are_refused(make_tileset, tmp_path):
    edsr = {"id": "edsr", "n_feats": 8, "n_blocks": 1}
    with pytest.raises(InputError, match="edsr is not a diffusion network"):
        train(make_tileset(), tmp_path / "x.srpk", backbone=edsr, objective="flow", patch_size=8)
