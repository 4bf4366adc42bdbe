"""The light engine runs models without torch, and says in a sentence what takes the complete one."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace

import numpy as np
import pytest
import rasterio
import torch

from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling_configs import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.package.srpk import ModelPackage
from sr_core.raster.downsampling import downsample
from sr_core.raster.radiometry import Radiometry
from sr_core.vulkan import vulkan_cards

from .conftest import textured_pixels
from .support.light_python import link_light_packages, run_light
from .support.network_runs import lively
from .support.small_packages import make_package
from .support.tiny_backbones import tiny

CARDS = vulkan_cards()
COMPLETE = 'run "Set up SR engine" with PARTS set to complete'


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("light")
    link_light_packages(folder)
    return folder


@pytest.fixture
def run(packages, tmp_path, monkeypatch):
    """`run(job, ...)` runs a job in the light engine; its last event."""
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))

    def start(job, **values):
        file = tmp_path / "job.json"
        file.write_text(
            json.dumps(
                {
                    "job": job,
                    **{
                        name: value if isinstance(value, int) else str(value)
                        for name, value in values.items()
                    },
                }
            )
        )
        done = run_light(packages, "-m", "sr_core", "run", str(file))
        assert done.stdout, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    return start


@pytest.fixture
def model(tmp_path):
    path, edsr = tmp_path / "m.srpk", tiny("edsr")
    plain = make_package(
        backbone=edsr, dtype="float32", nodata=None, radiometry=Radiometry(gain=(1, 1), offset=(0, 0)),
        mean=(0.5, 0.5), std=(0.25, 0.25),
    )  # fmt: skip
    replace(plain, net=lively(edsr, 2, 2)).save(path)
    return path


@pytest.fixture
def raster(make_raster):
    return make_raster(pixels=textured_pixels(2, 24, 31, "float32"))


def pixels(path):
    with rasterio.open(path) as opened:
        return opened.read(), opened.tags()


def test_it_has_no_torch_and_computes(packages):
    done = run_light(packages, "-m", "sr_core", "verify")
    facts = json.loads(done.stdout)
    assert facts["torch"] is None and facts["torch_file"] is None
    assert facts["ncnn"] and facts["ncnn_file"].startswith(str(packages))
    assert facts["device"] == "cpu" and facts["device_name"].startswith("CPU: ")
    seen = run_light(packages, "-c", "import importlib.util as u; print([n for n in "
                     "('torch', 'pandas', 'xarray', 'matplotlib', 'onnxruntime') if u.find_spec(n)])")  # fmt: skip
    assert seen.stdout.strip() == "[]"


def test_a_wrong_convolution_is_no_working_engine(packages):
    code = """
import numpy as np
from sr_core.inference.backends import ncnn_network
usual = ncnn_network.NcnnNetwork.result
ncnn_network.NcnnNetwork.result = lambda *given: usual(*given) * np.float32(0.99)
from sr_core.verify import verify
verify("auto")
"""
    done = run_light(packages, "-c", code)
    assert done.returncode != 0 and "where 27 is right" in done.stderr


@pytest.mark.parametrize("tile_size", [None, 16])
def test_a_raster_is_what_the_complete_engine_makes_of_it(tile_size, run, model, raster, tmp_path):
    options = {"tile_size": tile_size} if tile_size else {}
    options["output_consistency"] = tmp_path / "consistency.tif"
    done = run("classify_pixels", input=raster, model=model, output=tmp_path / "sr.tif", **options)
    assert done["event"] == "done", done
    found, tags = pixels(tmp_path / "sr.tif")
    assert tags["FINER_BACKEND"].startswith("ncnn ")
    degraded, _ = downsample(found, np.ones(found.shape, bool), 2)
    assert np.abs(
        pixels(tmp_path / "consistency.tif")[0] - (degraded - pixels(raster)[0])
    ).max() < 1e-5 * np.ptp(found)
    with torch.inference_mode():
        want = ModelPackage.load(model).net(torch.from_numpy(pixels(raster)[0])[None])[0].numpy()
    assert found.dtype == np.float32
    assert np.abs(found - want).max() <= 1e-5 * np.ptp(want)


@pytest.mark.skipif(not CARDS, reason="no Vulkan driver: apt-get install libvulkan1 mesa-vulkan-drivers")
def test_a_graphics_card_computes_by_vulkan(run, model, raster, tmp_path):
    done = run("classify_pixels", input=raster, model=model, output=tmp_path / "sr.tif", device="vulkan")
    assert done["event"] == "done", done
    found, tags = pixels(tmp_path / "sr.tif")
    assert "Vulkan" in tags["FINER_DEVICE"]
    done = run("classify_pixels", input=raster, model=model, output=tmp_path / "cpu.tif")
    wanted = pixels(tmp_path / "cpu.tif")[0]
    assert np.abs(found - wanted).max() <= 1e-4 * np.ptp(wanted)


def test_a_network_of_several_scales_does_each(run, raster, tmp_path):
    mdsr = tmp_path / "mdsr.srpk"
    plain = Radiometry(gain=(1, 1), offset=(0, 0))
    make_package(backbone=tiny("mdsr"), dtype="float32", nodata=None, radiometry=plain).save(mdsr)
    for scale in (2, 3, 4):
        out = tmp_path / f"{scale}.tif"
        done = run("classify_pixels", input=raster, model=mdsr, scale=scale, output=out)
        assert done["event"] == "done", done
        assert pixels(out)[0].shape == (2, 24 * scale, 31 * scale)
    failed = run("classify_pixels", input=raster, model=mdsr, scale=8, output=tmp_path / "8.tif")
    assert failed["type"] == "InputError" and failed["values"]["known"] == "2, 3, 4"


@pytest.mark.parametrize(
    "job", ["train_model", "evaluate_model", "import_model", "export_model", "export_tiles", "inspect_model"]
)
def test_what_takes_the_complete_engine_says_so_before_anything_else(job, run, model, raster, tmp_path):
    values = {
        "train_model": {"tiles": tmp_path, "output": tmp_path / "x.srpk"},
        "evaluate_model": {"model": model, "tiles": tmp_path, "output_html": tmp_path / "x.html"},
        "import_model": {"weights": tmp_path / "w.pth", "output": tmp_path / "x.srpk"},
        "export_model": {"model": model, "output": tmp_path / "tiles"},
        "export_tiles": {"input": raster, "output": tmp_path / "tiles"},
        "inspect_model": {"model": model},
    }[job]
    failed = run(job, **values)
    assert (failed["event"], failed["type"]) == ("failed", "IncompleteEngine")
    assert COMPLETE in failed["text"]
    assert not (tmp_path / "tiles").exists() and not list(tmp_path.glob("x.*"))


@pytest.mark.parametrize("kind", ["diffusion", "without graphs", "cuda", "consistency"])
def test_so_does_what_only_some_models_and_options_take(kind, run, model, raster, tmp_path):
    options = {"cuda": {"device": "cuda"}, "consistency": {"consistency": "on"}}.get(kind, {})
    if kind == "without graphs":
        rewrite(model, "graphs.json", None)
    elif kind == "diffusion":
        sr3 = tiny("sr3")
        steps = Sampling.members["denoising"](
            noise_schedule=NoiseSchedule.load("cosine"), sampler=Sampler.load("ddim")
        )
        replace(make_package(backbone=sr3), sampling=steps).save(model)
    failed = run("classify_pixels", input=raster, model=model, output=tmp_path / "sr.tif", **options)
    assert (failed["event"], failed["type"]) == ("failed", "IncompleteEngine")
    assert COMPLETE in failed["text"]
    assert not (tmp_path / "sr.tif").exists()


def rewrite(path, name, change):
    """Change a file of a package, or leave it out; what it has checksums for is as changed."""
    with zipfile.ZipFile(path) as archive:
        content = {each: archive.read(each) for each in archive.namelist() if each != "SHA256SUMS"}
    if change is None:
        del content[name]
    else:
        content[name] = change(content[name])
    with zipfile.ZipFile(path, "w") as archive:
        for each, data in content.items():
            archive.writestr(zipfile.ZipInfo(each), data)


def nan_weights(data):
    from safetensors.numpy import load, save

    weights = load(data)
    name = next(iter(weights))
    return save({**weights, name: weights[name] * np.float32(np.nan)})


def narrow_weights(data):
    from safetensors.numpy import load, save

    return save(
        {name: value[:, :2].copy() if value.ndim == 4 else value for name, value in load(data).items()}
    )


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("weights.safetensors", nan_weights),
        ("weights.safetensors", narrow_weights),
        ("weights.safetensors", lambda data: data[:100]),
        ("graphs.json", lambda data: data.replace(b'"conv"', b'"blur"')),
        ("graphs.json", lambda data: b"{}"),
        ("graphs.json", lambda data: data.replace(b".weight", b".wait")),
    ],
)
def test_parts_that_do_not_fit_are_refused(name, change, run, model, raster, tmp_path):
    rewrite(model, name, change)
    failed = run("classify_pixels", input=raster, model=model, output=tmp_path / "sr.tif")
    assert (failed["event"], failed["type"]) == ("failed", "PackageError"), failed
    assert not (tmp_path / "sr.tif").exists()
