"""Diffusion models through the job that users run."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
import torch

from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling_configs import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import InputError, SrError
from sr_core.jobs import Job
from sr_core.package.info import PackageInfo
from sr_core.package.srpk import ModelPackage
from sr_core.raster.downsampling import downsample
from sr_core.raster.radiometry import Radiometry

from ..conftest import textured_pixels
from ..support.small_trainings import log_lines, run_to_end
from ..support.tiny_backbones import tiny

SAMPLINGS = {
    "denoising": Sampling.members["denoising"](
        noise_schedule=NoiseSchedule.members["linear"](n_timestep=40, linear_end=0.3),
        sampler=Sampler.members["dpm_solver"](n_timestep=4),
    ),
    "flow": Sampling.members["flow"](sampler=Sampler.members["euler"](n_timestep=4)),
}
of_each_objective = pytest.mark.parametrize("objective", SAMPLINGS)


@pytest.fixture
def make_model(tmp_path):
    """A package with a small SR3 whose every layer matters."""

    def make(
        name="model.srpk", *, network="sr3", form=0, degradation="bicubic", objective="denoising", **changes
    ):
        backbone = tiny(network, form)
        info = PackageInfo(
            backbone=backbone, scale=2, bands=("B1", "B2"), dtype="uint16", radiometry=Radiometry.default("uint16", 2),
            mean=(0.5,) * 2, std=(0.2,) * 2, degradation={"id": degradation}, data_range=1, consistency=True,
        ).model_copy(update=changes)  # fmt: skip
        torch.manual_seed(0)
        net, sampling = info.net(), None
        for parameter in net.parameters():
            torch.nn.init.normal_(parameter, std=0.05)
        if network.startswith("sr3"):
            net.body["spread"].value.fill_(0.03)
            sampling = SAMPLINGS[objective]
        ModelPackage(info, net, sampling).save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def lr(make_raster):
    return make_raster(pixels=textured_pixels(2, 37, 45))


def classify(tmp_path, path, model, name="sr.tif", **options):
    job = {"id": "classify_pixels", "input": str(path), "model": str(model), "output": str(tmp_path / name)}
    steps, result = run_to_end(Job.load({**job, **options}).run())
    with rasterio.open(tmp_path / name) as file:
        return file.read(), result, log_lines(steps)


@of_each_objective
def test_a_raster_comes_out_finer_and_degrades_to_itself(lr, make_model, tmp_path, objective):
    pixels, result, log = classify(tmp_path, lr, make_model(objective=objective))
    with rasterio.open(lr) as source:
        low = source.read()
    assert pixels.shape == (2, 74, 90)
    back, _ = downsample(pixels, np.ones(pixels.shape, bool), 2)
    assert np.abs(back - low).max() < 2  # clipping and rounding
    expected = 100 * np.sqrt(np.square(back - low, dtype=np.float64).mean() / low.astype(np.float64).var())
    assert result.residual == pytest.approx(expected, rel=1e-3)
    assert f"Degraded again, the result differs from the raster by {expected:.2f} %." in log
    assert "168 tiles of 8 × 8 pixels over 4 steps" in "\n".join(log)


def test_the_file_says_how_it_came_about(lr, make_model, tmp_path):
    _, result, _ = classify(tmp_path, lr, make_model(), seed=5, n_timestep=6)
    with rasterio.open(tmp_path / "sr.tif") as file:
        tags = file.tags()
        assert file.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"  # which tags written afterwards would undo
    told = {name: tags[f"FINER_{name}"] for name in ("MODEL", "BACKBONE", "SEED", "SAMPLES", "TORCH")}
    assert told == {
        "MODEL": "model.srpk",
        "BACKBONE": "sr3",
        "SEED": "5",
        "SAMPLES": "1",
        "TORCH": torch.__version__,
    }
    assert tags["FINER_SAMPLER"].startswith("dpm_solver ") and "n_timestep=6" in tags["FINER_SAMPLER"]
    assert tags["FINER_DEVICE"].startswith("CPU: ") and tags["FINER_DATE"].endswith("Z")
    assert tags["FINER_RESIDUAL"] == f"{result.residual:.4g} %"


def test_without_consistency_it_does_not(lr, make_model, tmp_path):
    model = make_model()
    plain, result, _ = classify(tmp_path, lr, model, consistency="off")
    held, _, _ = classify(tmp_path, lr, model, "held.tif", consistency="on")
    assert result.residual is None
    with rasterio.open(lr) as source:
        low = source.read().astype(float)
    errors = [
        np.abs(downsample(each, np.ones(each.shape, bool), 2)[0] - low).mean() for each in (plain, held)
    ]
    assert errors[0] > 100 * errors[1]


@of_each_objective
def test_a_rerun_is_the_same_to_the_bit_and_another_seed_is_not(lr, make_model, tmp_path, objective):
    model = make_model(objective=objective)
    one, again, other = (classify(tmp_path, lr, model, seed=seed)[0] for seed in (3, 3, 4))
    np.testing.assert_array_equal(one, again)
    assert (one != other).mean() > 0.9


@pytest.mark.parametrize("sampler", Sampler.members)
def test_batch_size_changes_nothing(lr, make_model, tmp_path, sampler):
    model = make_model(objective=Sampler.members[sampler].objective)
    found = [
        classify(tmp_path, lr, model, sampler=sampler, n_timestep=4, batch_size=size)[0].astype(int)
        for size in (1, 7)
    ]
    assert np.abs(found[0] - found[1]).max() <= 1  # of 65535: where rounding falls


def test_samplers_steps_and_eta_matter(lr, make_model, tmp_path):
    model = make_model()
    ways = [
        {}, {"n_timestep": 8}, {"sampler": "ddim", "n_timestep": 4}, {"sampler": "ddim", "n_timestep": 4, "eta": 1.0},
        {"sampler": "ddpm", "n_timestep": 4}, {"schedule": "cosine"},
    ]  # fmt: skip
    found = [classify(tmp_path, lr, model, **way)[0].tobytes() for way in ways]
    # DDIM with fresh noise throughout is DDPM (Song et al. 2021, section 4.1): but for rounding.
    assert len(set(found)) >= 5
    images = [np.frombuffer(each, np.uint16).astype(int) for each in found]
    assert np.abs(images[3] - images[4]).max() <= 1


@of_each_objective
def test_samples_give_their_mean_and_how_far_they_differ(lr, make_model, tmp_path, objective):
    model = make_model(objective=objective)
    classify(tmp_path, lr, model, samples=3, output_uncertainty=str(tmp_path / "std.tif"), consistency="off")
    with rasterio.open(tmp_path / "std.tif") as file, rasterio.open(tmp_path / "sr.tif") as sr:
        std = file.read()
        assert file.dtypes == ("float32",) * 2
        assert np.isnan(file.nodata)
        assert (file.transform, file.crs, file.shape) == (sr.transform, sr.crs, sr.shape)
    assert (std > 0).mean() > 0.8  # elsewhere all samples are clipped alike
    one, _, _ = classify(tmp_path, lr, model, "one.tif", consistency="off")
    mean, _, _ = classify(tmp_path, lr, model, samples=3, consistency="off")
    # One sample is about a standard deviation from the mean.
    share = np.abs(one.astype(float) - mean)[std > 0] / std[std > 0]
    assert 0.3 < np.median(share) < 1.2


@of_each_objective
def test_nodata_stays_and_the_uncertainty_has_none_there(make_raster, make_model, tmp_path, objective):
    pixels = textured_pixels(2, 40, 40)
    pixels[:, :12, 20:] = 0
    path = make_raster(pixels=pixels, nodata=0)
    sr, _, _ = classify(
        tmp_path,
        path,
        make_model(objective=objective),
        samples=2,
        output_uncertainty=str(tmp_path / "std.tif"),
    )
    with rasterio.open(tmp_path / "std.tif") as file:
        std = file.read()
    gap = (pixels == 0).repeat(2, 1).repeat(2, 2)
    assert ((sr == 0) == gap).all()
    assert (np.isnan(std) == gap).all()


def test_a_raster_of_nothing_is_not_computed(make_raster, make_model, tmp_path):
    path = make_raster(pixels=np.zeros((2, 40, 40), np.uint16), nodata=0)
    sr, result, _ = classify(tmp_path, path, make_model())
    assert not sr.any()
    assert result.residual is None


@of_each_objective
def test_an_extent_comes_out_as_it_does_in_the_whole(make_raster, make_model, tmp_path, objective):
    """Away from its edge, that is, by the margin that is computed around it."""
    path = make_raster(pixels=textured_pixels(2, 90, 90))
    model = make_model(objective=objective)
    whole, _, _ = classify(tmp_path, path, model)
    with rasterio.open(path) as source:
        west, north = source.transform * (30, 20)
        east, south = source.transform * (70, 75)
    part, _, _ = classify(tmp_path, path, model, "part.tif", extent={"bounds": [west, south, east, north]})
    difference = np.abs(part.astype(int) - whole[:, 40:150, 60:140])
    assert np.mean(difference) < 0.001 * whole.std()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"sampler": "ddpm", "eta": 0.5}, "ddpm has no eta: leave ETA blank, or set SAMPLER to ddim"),
        ({"n_timestep": 41}, "trained with 40 steps"),
        (
            {"output_uncertainty": "u.tif"},
            "OUTPUT_UNCERTAINTY is the spread of several samples: set SAMPLES to 2 or more",
        ),
        ({"sampler": "plms"}, "There is no sampler 'plms'"),
        (
            {"sampler": "euler"},
            "The sampler euler is for models trained with the objective flow, and this one was trained with denoising: set "
            r"SAMPLER to one of ddim, ddpm, dpm_solver\.$",
        ),
    ],
)
def test_what_a_diffusion_model_cannot_do_is_said(lr, make_model, tmp_path, options, sentence):
    with pytest.raises(InputError, match=sentence):
        classify(tmp_path, lr, make_model(), **options)
    assert not (tmp_path / "sr.tif").exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            {"sampler": "ddim", "eta": 0.5},
            "The sampler ddim is for models trained with the objective denoising, and this one was trained with flow: set "
            r"SAMPLER to one of euler, heun\.$",
        ),
        ({"eta": 0.5}, r"^euler has no eta: leave ETA blank\.$"),
        (
            {"schedule": "cosine"},
            r"^This model was trained with the objective flow, .*: leave SCHEDULE blank\.$",
        ),
        ({"sampler": {"spacing": "trailing"}}, r"^euler has no option 'spacing': it has n_timestep\.$"),
    ],
)
def test_what_a_flow_model_cannot_do_is_said(lr, make_model, tmp_path, options, sentence):
    with pytest.raises(InputError, match=sentence):
        classify(tmp_path, lr, make_model(objective="flow"), **options)
    assert not (tmp_path / "sr.tif").exists()


def test_a_flow_models_sampler_and_steps_matter(lr, make_model, tmp_path):
    model = make_model(objective="flow")
    ways = [{}, {"n_timestep": 1}, {"n_timestep": 9}, {"sampler": "heun", "n_timestep": 4}]
    assert len({classify(tmp_path, lr, model, **way)[0].tobytes() for way in ways}) == len(ways)


def test_a_tile_size_that_the_network_cannot_halve_is_refused(lr, make_model, tmp_path):
    with pytest.raises(InputError, match=r"34 .* multiple of 4"):
        classify(tmp_path, lr, make_model(form=1), tile_size=17)


@pytest.mark.parametrize(
    "options",
    [{"sampler": "ddim"}, {"n_timestep": 3}, {"eta": 0.0}, {"schedule": "linear"}, {"samples": 2}, {"output_uncertainty": "u.tif"}],
)  # fmt: skip
def test_sampling_another_model_is_refused(lr, make_model, tmp_path, options):
    name = next(iter(options)).upper()
    with pytest.raises(
        InputError,
        match=rf"^model.srpk is not a diffusion model and always gives the same result: leave {name} blank\.$",
    ):
        classify(tmp_path, lr, make_model(network="edsr"), **options)


def test_consistency_is_off_for_models_that_add_nothing_and_can_be_asked_for(lr, make_model, tmp_path):
    model = make_model(network="edsr", consistency=False)
    _, plain, _ = classify(tmp_path, lr, model)
    _, held, _ = classify(tmp_path, lr, model, consistency="on")
    assert plain.residual is None
    assert held.residual < 0.1


def test_consistency_with_what_is_not_known_is_refused(lr, make_model, tmp_path):
    model = make_model(degradation="unknown")
    assert classify(tmp_path, lr, model)[1].residual is None
    with pytest.raises(InputError, match="does not say how its low-resolution images were made"):
        classify(tmp_path, lr, model, consistency="on")


def test_a_network_gone_astray_is_noticed(lr, make_model, tmp_path):
    model = make_model()
    package = ModelPackage.load(model)
    for parameter in package.net.parameters():
        parameter.data.fill_(3e38)  # finite, but nothing computed with it is
    package.save(model)
    with pytest.raises(SrError, match="values that are not finite at row 0, column 0"):
        classify(tmp_path, lr, model)
    assert not (tmp_path / "sr.tif").exists()
