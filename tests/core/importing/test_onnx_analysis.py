"""Networks in ONNX: found out by running them, computed by ONNX Runtime, tiled without seams."""

import warnings
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
import rasterio
import torch
from rasterio.windows import Window
from torch import nn
from torch.export import Dim

from sr_core.errors import InputError
from sr_core.importing import examine_onnx
from sr_core.inference import effective_halo
from sr_core.inference.onnx_session import describe_onnx_error, open_session
from sr_core.inference.predictor import build_predictor
from sr_core.jobs import Job
from sr_core.package.onnx_model import OnnxGraph
from sr_core.package.srpk import ModelPackage
from sr_core.training.pretrained import load_pretrained

from ..conftest import textured_pixels
from ..support.network_runs import lively, run
from ..support.small_trainings import log_lines, run_to_end
from ..support.tiny_backbones import label, tiny

CPU = torch.device("cpu")
NETWORKS = [tiny("edsr"), tiny("unet", 1), tiny("srresnet", 1), tiny("rdn", 1)]
"""One that pools among them, and one with other ends."""


@cache
def file_of(backbone, scale, bands, size):
    """The bytes of a lively network as an ONNX file."""
    return export(
        lively(backbone, bands, scale), size, bands, newer=scale == 3 or (backbone.id, bands) == ("unet", 3)
    )


def export(net, size=None, bands=3, newer=False):
    """The bytes of a network as an ONNX file that takes any size, or one only, by one or the other exporter of PyTorch.

    The newer one takes ten times as long.
    """
    # The older one records what is done with one image: of no whole groups, so that padding is a part of it.
    lr = torch.rand(1, bands, *(size or ((32, 32) if newer else (33, 34))))
    if newer:
        free = {2: Dim("height", min=2, max=4096), 3: Dim("width", min=2, max=4096)}
        how = {"dynamic_shapes": None if size else [free], "verbose": False, "external_data": False}
    else:
        axes = None if size else {"lr": {2: "height", 3: "width"}, "sr": {2: "height_sr", 3: "width_sr"}}
        how = {"dynamic_axes": axes, "input_names": ["lr"], "output_names": ["sr"]}
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what tracing is
        torch.onnx.export(net.eval(), (lr,), Path(folder, "x.onnx"), dynamo=newer, **how)
        return Path(folder, "x.onnx").read_bytes()


def exported(backbone, path, size=None, bands=3, scale=2):
    """An ONNX file of a lively network, or of one of the tests' own."""
    own = isinstance(backbone, nn.Module)
    path.write_bytes(export(backbone, size, bands) if own else file_of(backbone, scale, bands, size))
    return path


def examined(path, bands=None):
    return examine_onnx(open_session(path.read_bytes(), CPU), bands)[0]


def imported(tmp_path, path, **parameters):
    values = {"id": "import_model", "input": str(path), "output": str(tmp_path / "m.srpk"), **parameters}
    steps, _ = run_to_end(Job.load(values).run())
    return ModelPackage.load(tmp_path / "m.srpk"), log_lines(steps)


@pytest.mark.parametrize(
    ("backbone", "scale"),
    [
        pytest.param(backbone, scale, id=f"{label(backbone)}-x{scale}")
        for backbone, scale in ((tiny("edsr"), 3), *((each, 2) for each in NETWORKS))
    ],
)
def test_what_a_network_is_is_found_out(tmp_path, backbone, scale):
    net = lively(backbone, 3, scale)
    found = examined(exported(backbone, tmp_path / "x.onnx", scale=scale))
    assert net.halo <= found.halo <= net.halo + net.multiple_of - 1
    assert found == OnnxGraph(scale=scale, bands=3, halo=found.halo, multiple_of=net.multiple_of)


@pytest.mark.parametrize("backbone", NETWORKS, ids=label)
def test_an_imported_network_is_tiled_without_seams_and_gives_what_it_gave(make_raster, tmp_path, backbone):
    net = lively(backbone, 2, 2)
    package, _ = imported(tmp_path, exported(backbone, tmp_path / "x.onnx", bands=2))
    path = make_raster(pixels=textured_pixels(2, 44, 40, "float32"))
    with rasterio.open(path) as source, torch.inference_mode():
        lr = source.read()
        whole = net(torch.from_numpy(lr)[None])[0].numpy()
    tolerance = 1e-4 * (whole.max() - whole.min())
    computed = build_predictor(package).net
    for tile_size, batch_size in ((1000, 1), (15, 2), (5, 5)):
        tiled = run(path, tmp_path / "out.tif", computed, tile_size=tile_size, batch_size=batch_size)
        assert np.abs(tiled - whole).max() <= tolerance
    part = run(path, tmp_path / "out.tif", computed, window=Window(11, 7, 22, 21), tile_size=16)
    assert np.abs(part - whole[:, 14:56, 22:66]).max() <= tolerance
    assert np.abs(build_predictor(package).upscale(lr) - whole).max() <= tolerance


@pytest.mark.parametrize("shape", [(64, 64), (90, 131), (20, 70)])
def test_one_that_takes_one_size_only_takes_rasters_of_any(tmp_path, shape):
    net = lively(tiny("edsr"), 3, 2)
    package, _ = imported(tmp_path, exported(tiny("edsr"), tmp_path / "x.onnx", (64, 48)))
    assert package.info.backbone == OnnxGraph(scale=2, bands=3, halo=net.halo, size=(64, 48))
    lr = textured_pixels(3, *shape, "float32")
    with torch.no_grad():
        whole = net(torch.from_numpy(lr)[None])[0].numpy()
    # Where the raster is smaller than that size, pixels beyond its edge is made up.
    rows, cols = (2 * (n - net.halo if n < least else n) for n, least in zip(shape, (64, 48), strict=True))
    found = build_predictor(package).upscale(lr)
    assert found.shape == whole.shape
    np.testing.assert_allclose(found[:, :rows, :cols], whole[:, :rows, :cols], atol=1e-4 * np.ptp(whole))


def test_gain_and_offset_say_what_its_numbers_mean(tmp_path):
    net = lively(tiny("edsr"), 3, 2)
    package, _ = imported(tmp_path, exported(tiny("edsr"), tmp_path / "x.onnx"), gain=[1e-4], offset=[-0.1])
    lr = np.random.default_rng(0).random((3, 12, 14), np.float32)
    with torch.no_grad():
        numbers = net(torch.from_numpy(lr)[None])[0].numpy()
    np.testing.assert_allclose(
        build_predictor(package).upscale(lr * 1e-4 - 0.1), numbers * 1e-4 - 0.1, rtol=1e-4, atol=1e-7
    )


def test_a_network_that_sees_everything_is_taken_and_that_is_said(tmp_path, monkeypatch):
    class Attentive(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = lively(tiny("edsr"), 3, 2)

        def forward(self, lr):
            return self.net(lr) * torch.sigmoid(lr.mean((2, 3), keepdim=True))

    package, log = imported(tmp_path, exported(Attentive(), tmp_path / "x.onnx"))
    assert package.info.backbone.sees_all
    assert any("faint seams are possible" in line for line in log)
    monkeypatch.setattr(effective_halo, "SECONDS", 0)
    assert not list(effective_halo.measure_where_quick(package))  # what no raster would measure either


def test_a_package_in_onnx_comes_back_the_same(tmp_path):
    package, _ = imported(tmp_path, exported(tiny("edsr"), tmp_path / "x.onnx"))
    package.save(tmp_path / "again.srpk")
    assert (tmp_path / "again.srpk").read_bytes() == (tmp_path / "m.srpk").read_bytes()
    assert ModelPackage.load(tmp_path / "again.srpk").info == package.info
    with pytest.raises(InputError, match="The model does not support scale 3: it supports 2"):
        ModelPackage.load(tmp_path / "m.srpk", scale=3)


def test_one_in_onnx_cannot_start_a_training(tmp_path):
    package, _ = imported(tmp_path, exported(tiny("edsr"), tmp_path / "x.onnx"))
    info = package.info.model_copy(update={"backbone": tiny("edsr")})
    with pytest.raises(InputError, match="is a model in ONNX, which cannot be trained"):
        list(load_pretrained(info.net(), info, package, tmp_path / "m.srpk"))


class Odd(nn.Module):
    def __init__(self, forward):
        super().__init__()
        self.odd = forward

    def forward(self, lr):
        return self.odd(lr)


@pytest.mark.parametrize(
    ("network", "says"),
    [
        (
            lambda lr: torch.cat((lr, lr[:, :1]), 1).repeat_interleave(2, -1).repeat_interleave(2, -2),
            "from 3 bands it produces",
        ),
        (lambda lr: lr.repeat_interleave(2, -1), "its result is 1 × 2 times as large"),
        (
            lambda lr: lr.repeat_interleave(5, -1).repeat_interleave(5, -2),
            "its result is 5 × 5 times as large",
        ),
        (lambda lr: lr.mean((2, 3)), "from 3 bands it produces"),
        (
            lambda lr: nn.functional.adaptive_avg_pool2d(lr, 1).expand(-1, -1, 64, 64),
            "its result always has 64 × 64 pixels",
        ),
    ],
)
def test_what_is_no_super_resolution_is_refused(tmp_path, network, says):
    path = exported(Odd(network), tmp_path / "x.onnx")
    with pytest.raises(InputError, match=f"^The ONNX model is not a super-resolution network .*{says}"):
        examined(path)


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"scale": 4}, "SCALE is 4, and the model's result is 2 times as large"),
        ({"bands": "R, G"}, "BANDS has 2 names and the ONNX model takes 3"),
        ({"backbone_options": {"n_feats": 3}}, "A network in ONNX has no options"),
    ],
)
def test_contradictions_get_one_sentence(tmp_path, parameters, says):
    path = exported(tiny("edsr"), tmp_path / "x.onnx")
    with pytest.raises(InputError, match=says):
        imported(tmp_path, path, **parameters)
    assert not (tmp_path / "m.srpk").exists()


def test_one_that_looks_farther_than_its_only_size_keeps_half_of_it(tmp_path):
    found = examined(exported(tiny("edsr"), tmp_path / "x.onnx", (20, 20)))
    assert found == OnnxGraph(scale=2, bands=3, halo=5, sees_all=True, size=(20, 20))


def test_evoland_on_sentinel_2(shared_data, tmp_path):
    """A published Sentinel-2 model, which wants reflectance × 10,000 and other bands first, on a raster × 1000."""
    names = ("B02", "B03", "B04", "B08", "B05", "B06", "B07", "B8A", "B11", "B12")
    package, _ = imported(
        tmp_path,
        shared_data / "weights" / "evoland_carn_light_s2_x2.onnx",
        bands=",".join(names),
        gain=[1e-4],
    )
    assert package.info.backbone == OnnxGraph(scale=2, bands=10, halo=7)
    source = shared_data / "sentinel2" / "s2_20210527_aberystwyth_10band_x1000.tif"
    out = tmp_path / "sr.tif"
    with rasterio.open(source) as raster:
        west, north = raster.transform * (300, 300)
        east, south = raster.transform * (420, 400)
        order = [1, 2, 3, 7, 4, 5, 6, 8, 9, 10]
        lr = raster.read(order, window=Window(300, 300, 120, 100)).astype(float)
    run_to_end(
        Job.load(
            {
                "id": "classify_pixels",
                "input": str(source),
                "model": str(tmp_path / "m.srpk"),
                "extent": {"bounds": (west, south, east, north)},
                "bands": order,
                "gain": [1e-3],
                "output": str(out),
            }
        ).run()
    )
    with rasterio.open(out) as raster:
        sr = raster.read().astype(float)
    assert sr.shape == (10, 200, 240)
    # Its means over what one pixel covered are that pixel's, but for the sharpening of edges.
    back = sr.reshape(10, 100, 2, 120, 2).mean((2, 4))
    for band, (found, wanted) in enumerate(zip(back, lr, strict=True)):
        alike = 0.98 if band < 4 else 0.85  # the others are of 20 m, which it sharpens
        assert np.corrcoef(found.ravel(), wanted.ravel())[0, 1] > alike, band
        assert abs(found.mean() / wanted.mean() - 1) < 0.03, band


@pytest.mark.parametrize(
    ("message", "says"),
    [
        (
            "[ONNXRuntimeError] : 9 : NOT_IMPLEMENTED : Could not find an implementation for Foo(18) node with name 'a'",
            "ONNX Runtime does not support its operator Foo (version 18): export it without that operator",
        ),
        (
            "[ONNXRuntimeError] : 1 : FAIL : Fatal error: x is not a registered op.",
            "Fatal error: x is not a registered op",
        ),
    ],
)
def test_messages_of_the_runtime_lose_their_code(message, says):
    assert describe_onnx_error(Exception(message)) == says
