"""Every kind of model is one predictor: the same questions, the same way to run it, the same progress."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
import torch
from rasterio.windows import Window

from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling_configs import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import InputError
from sr_core.inference.predictor import PredictorOptions, build_net_predictor, build_predictor
from sr_core.inference.result_profile import build_result_profile
from sr_core.package.info import PackageInfo
from sr_core.package.onnx_model import OnnxGraph, OnnxModel
from sr_core.package.srpk import ModelPackage
from sr_core.progress import Log
from sr_core.raster.cog import cog_writer
from sr_core.raster.radiometry import Radiometry
from sr_core.raster.raster_reader import open_raster

from ..conftest import textured_pixels
from ..support.tiny_backbones import tiny

SAMPLING = Sampling.members["denoising"](
    noise_schedule=NoiseSchedule.members["linear"](n_timestep=40, linear_end=0.3),
    sampler=Sampler.members["dpm_solver"](n_timestep=4),
)


def described(backbone, **changes):
    values = {
        "backbone": backbone, "scale": 2, "bands": ("B1", "B2"), "dtype": "float32", "radiometry": Radiometry.identity(2),
        "mean": (0.5,) * 2, "std": (0.2,) * 2, "degradation": {"id": "bicubic"}, "data_range": 1.0, **changes,
    }  # fmt: skip
    return PackageInfo(**values)


def convolutional(**changes):
    info = described(tiny("edsr"), **changes)
    torch.manual_seed(0)
    return ModelPackage(info, info.net().eval(), name="plain.srpk")


def diffusion(**changes):
    info = described(tiny("sr3"), **changes)
    torch.manual_seed(0)
    net = info.net().eval().requires_grad_(False)
    net.body["spread"].value.fill_(0.03)
    return ModelPackage(info, net, SAMPLING)


def onnx(tmp_path):
    path, lr = tmp_path / "x.onnx", torch.rand(1, 2, 12, 12)
    torch.onnx.export(convolutional().net, (lr,), path, dynamo=True, verbose=False, external_data=False)
    return of_onnx(path.read_bytes())


def of_onnx(file):
    graph = OnnxGraph(scale=2, bands=2, halo=1, size=(12, 12))
    info = described(graph, mean=(0.0,) * 2, std=(1.0,) * 2)
    return ModelPackage(info, OnnxModel(graph, file, torch.device("cpu")))


@pytest.mark.parametrize("kind", ["convolutional", "onnx", "diffusion"])
def test_every_kind_runs_alike_and_gives_what_it_gives_in_memory(make_raster, tmp_path, kind):
    package = {"convolutional": convolutional, "onnx": lambda: onnx(tmp_path), "diffusion": diffusion}[kind]()
    predictor = build_predictor(package, PredictorOptions(tile_size=8 if kind == "diffusion" else None))
    assert (predictor.scale, predictor.bands, predictor.device.type) == (2, 2, "cpu")
    assert predictor.halo > 0 and predictor.consistency is None
    pixels = textured_pixels(2, 12, 12, "float32")
    window = Window(0, 0, 12, 12)
    with open_raster(make_raster(pixels=pixels)) as raster:
        profile = build_result_profile(raster, window, package, predictor)
        with cog_writer(tmp_path / "sr.tif", profile) as writer:
            steps = list(predictor.run(raster, Radiometry.identity(2), window, writer))
            list(writer.finish())
    fractions = [step.fraction for step in steps if not isinstance(step, Log)]
    assert fractions == sorted(fractions) and fractions[-1] == 1
    assert all(step.text.format(**step.values) for step in steps)
    with rasterio.open(tmp_path / "sr.tif") as result:
        np.testing.assert_allclose(result.read(), predictor.upscale(pixels), atol=1e-5)
        assert result.tags()["FINER_SCALE"] == "2"
        assert ("FINER_SAMPLER" in result.tags()) == (kind == "diffusion")


@pytest.mark.parametrize("make", [convolutional, diffusion])
def test_results_are_held_to_the_input_where_package_or_user_say_so(make):
    assert build_predictor(make(consistency=True)).consistency
    assert not build_predictor(make(consistency=True), consistency="off").consistency
    assert build_predictor(make(), consistency="on").consistency
    unknown = make(consistency=True, degradation={"id": "unknown"})
    assert not build_predictor(unknown).consistency
    with pytest.raises(InputError, match="does not say how its low-resolution images were made"):
        build_predictor(unknown, consistency="on")


def test_by_default_a_diffusion_model_is_sampled_as_its_package_says():
    wanted = build_net_predictor(diffusion().net, SAMPLING)
    found = build_predictor(diffusion())
    assert found.tags == wanted.tags
    assert list(found.tiling.steps) == list(wanted.tiling.steps)


@pytest.mark.parametrize(
    ("asked", "name"),
    [({"options": PredictorOptions(samples=2)}, "SAMPLES"), ({"uncertainty": True}, "OUTPUT_UNCERTAINTY")],
)
def test_what_a_kind_cannot_do_is_refused(asked, name):
    with pytest.raises(InputError, match=rf"^plain.srpk is not a diffusion model .*: leave {name} blank\.$"):
        build_predictor(convolutional(), **asked)
    with pytest.raises(InputError, match="set SAMPLES to 2 or more"):
        build_predictor(diffusion(), uncertainty=True)


def test_a_diffusion_net_needs_a_sampling():
    with pytest.raises(TypeError, match="without a way to sample it"):
        build_net_predictor(diffusion().net)


def test_of_a_network_in_onnx_there_is_no_torch_net():
    package = of_onnx(b"")
    assert package.torch_net is None and convolutional().torch_net is not None
    with pytest.raises(TypeError, match="cannot be initialised"):
        package.info.net()
