"""What CONTRIBUTING's new members do once they are there: run by test_contributing.py in a copy of the project."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
import torch

from sr_core.backbones import Backbone
from sr_core.degradations import Degradation
from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling_configs import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage

from ..conftest import textured_pixels
from .small_trainings import log_lines, run_to_end, train
from .toy_diffusion import exact, filled

PLAIN = {"id": "plain", "n_feats": 6, "n_blocks": 2}


def test_the_network_trains_freezes_and_classifies_with_the_new_parameter(
    make_tileset, make_raster, tmp_path
):
    tileset, model = make_tileset(), tmp_path / "plain.srpk"
    train(tileset, model, backbone=PLAIN)
    steps, _ = train(tileset, tmp_path / "more.srpk", backbone=PLAIN, pretrained=str(model), freeze=1)
    assert any(line.startswith("The first 1 of 3 blocks") for line in log_lines(steps))
    first, more = (
        ModelPackage.load(tmp_path / name).net.body["trunk"].state_dict()
        for name in ("plain.srpk", "more.srpk")
    )
    assert torch.equal(first["0.weight"], more["0.weight"])
    assert not torch.equal(first["1.1.weight"], more["1.1.weight"])
    path, out = make_raster(bands=3, dtype="uint8"), tmp_path / "sr.tif"
    values = {
        "input": str(path),
        "bands": [1, 2, 3],
        "model": str(model),
        "output": str(out),
        "label": "of today",
    }
    steps, _ = run_to_end(Job.load({"id": "classify_pixels", **values}).run())
    assert log_lines(steps)[0] == "Run of today."
    with rasterio.open(path) as lr, rasterio.open(out) as sr:
        assert (sr.width, sr.height) == (2 * lr.width, 2 * lr.height)


def test_the_sampler_follows_the_schedule_to_an_image():
    schedule = NoiseSchedule.load({"id": "power", "exponent": 2})
    assert schedule.alpha_bar()[0] < NoiseSchedule.load("power").alpha_bar()[0]
    lr = np.zeros((2, 24, 24), np.float32)
    images = {}
    for fresh in (0.0, 0.2):
        sampler = Sampler.load({"id": "even_noise", "n_timestep": 50, "fresh": fresh})
        images[fresh] = filled(exact(sampler, 16, schedule=schedule), lr)
        assert images[fresh].std() == pytest.approx(0.5, rel=0.2)
    assert not np.array_equal(images[0.0], images[0.2])
    sampling = Sampling.members["denoising"](noise_schedule=schedule, sampler=sampler)
    assert Sampling.load(sampling.dump()) == sampling


def test_the_degradation_blurs_by_its_option():
    hr = textured_pixels(2, 64, 64, "float32")
    sharp, soft = (
        Degradation.load({"id": "gaussian", "sigma": sigma}).apply(hr, np.ones(hr.shape, bool), 2, None)[0]
        for sigma in (0.3, 1.5)
    )
    assert sharp.shape == (2, 32, 32) and soft.std() < sharp.std() < hr.std()
    assert "1.5 pixels" in Degradation.load({"id": "gaussian", "sigma": 1.5}).description


def test_options_out_of_their_bounds_are_refused():
    for family, values in (
        (Backbone, {"id": "plain", "n_blocks": 0}),
        (Degradation, {"id": "gaussian", "sigma": 9}),
        (Sampler, {"id": "even_noise", "fresh": 1}),
        (NoiseSchedule, {"id": "power", "exponent": 0}),
    ):
        with pytest.raises(InputError, match="does not fit: input should be"):
            family.load(values)
