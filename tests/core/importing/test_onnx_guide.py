"""Networks in ONNX that take two images, or give other bands than they take: found out, and computed in tiles."""

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper
from torch.nn import functional as F

from sr_core.errors import InputError
from sr_core.inference.predictor import build_predictor
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage
from sr_core.raster.space_to_depth import fold

from ..conftest import textured_pixels
from ..support.guided_scenes import make_scene
from ..support.small_trainings import log_lines, run_to_end

RNG = np.random.default_rng(0)
FLOAT = TensorProto.FLOAT


def fusion(tmp_path, ratio=2, order=("lr", "pan"), sides=(None, None), upsampled=False):
    """A network from 3 bands and 2 finer ones to 3 bands as fine: one convolution of each, and their sum."""
    coarse = RNG.normal(0, 0.2, (3 * ratio**2, 3, 3, 3)).astype(np.float32)
    fine = RNG.normal(0, 0.2, (3, 2, 3, 3)).astype(np.float32)
    shapes = {"lr": [1, 3, *(sides[0] or ("h", "w"))], "pan": [1, 2, *(sides[1] or ("H", "W"))]}
    nodes = [
        helper.make_node("Conv", ["lr", "coarse"], ["deep"], pads=[1] * 4),
        helper.make_node("DepthToSpace", ["deep"], ["up"], blocksize=ratio, mode="CRD"),
        helper.make_node("Conv", ["pan", "fine"], ["detail"], pads=[1] * 4),
        helper.make_node("Add", ["up", "detail"], ["sr"]),
    ]
    if upsampled:  # to whatever the guide's size is
        nodes[:2] = [
            helper.make_node("Shape", ["pan"], ["size"], start=2),
            helper.make_node("Concat", ["lead", "size"], ["sizes"], axis=0),
            helper.make_node("Resize", ["lr", "", "", "sizes"], ["up"], mode="nearest"),
        ]
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, FLOAT, shapes[name]) for name in order],
        [helper.make_tensor_value_info("sr", FLOAT, None)],
        [
            numpy_helper.from_array(coarse, "coarse"),
            numpy_helper.from_array(fine, "fine"),
            numpy_helper.from_array(np.array([1, 3], np.int64), "lead"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(model, tmp_path / "x.onnx")

    def original(lr, pan):
        images = (torch.from_numpy(each)[None] for each in (lr, pan))
        deep, detail = (
            F.conv2d(image, torch.from_numpy(w), padding=1)
            for image, w in zip(images, (coarse, fine), strict=True)
        )
        return (F.pixel_shuffle(deep, ratio) + detail)[0].numpy()

    return tmp_path / "x.onnx", original


def imported(tmp_path, path, **parameters):
    values = {"id": "import_model", "input": str(path), "output": str(tmp_path / "m.srpk"), **parameters}
    steps, _ = run_to_end(Job.load(values).run())
    return ModelPackage.load(tmp_path / "m.srpk"), log_lines(steps)


@pytest.mark.parametrize("ratio", (2, 4))
@pytest.mark.parametrize("order", (("lr", "pan"), ("pan", "lr")))
def test_image_and_guide_are_told_apart_and_computed(tmp_path, ratio, order):
    path, original = fusion(tmp_path, ratio, order)
    package, _ = imported(tmp_path, path, bands="red, green, nir", guide_bands="pan, edge")
    info, graph = package.info, package.net.graph
    assert (info.scale, info.bands, info.format) == (ratio, ("red", "green", "nir"), 3)
    assert (info.guide.bands, info.guide.ratio) == (("pan", "edge"), ratio)
    assert (graph.bands, graph.halo, graph.form.guide.image) == (3, 1, "lr")
    lr = RNG.random((3, 20, 24), np.float32)
    pan = RNG.random((2, 20 * ratio, 24 * ratio), np.float32)
    predictor = build_predictor(package)
    found = predictor.upscale(np.concatenate((lr, fold(pan, ratio))))
    np.testing.assert_allclose(found, original(lr, pan), atol=1e-5)
    assert (predictor.inputs, predictor.bands) == (3 + 2 * ratio**2, 3)


def test_a_network_of_one_size_takes_a_guide_in_tiles(tmp_path):
    path, original = fusion(tmp_path, 2, sides=((24, 24), (48, 48)))
    package, _ = imported(tmp_path, path)
    assert package.net.graph.size == (24, 24)
    lr, pan = RNG.random((3, 50, 41), np.float32), RNG.random((2, 100, 82), np.float32)
    found = build_predictor(package).upscale(np.concatenate((lr, fold(pan, 2))))
    inner = (slice(None), slice(4, -4), slice(4, -4))
    np.testing.assert_allclose(found[inner], original(lr, pan)[inner], atol=1e-5)


def test_a_raster_and_its_guide_go_through_it(tmp_path, make_raster):
    path, original = fusion(tmp_path)
    imported(tmp_path, path)
    scene = make_scene(make_raster, bands=3)
    classify = {
        "id": "classify_pixels", "input": scene.coarse, "guide": scene.guide, "model": str(tmp_path / "m.srpk"),
        "output": str(tmp_path / "out.tif"), "tile_size": 16, "device": "cpu",
    }  # fmt: skip
    run_to_end(Job.load(classify).run())
    import rasterio

    with rasterio.open(tmp_path / "out.tif") as dataset:
        found = dataset.read()
    expected = original(
        *((each * 1e-4).astype(np.float32) for each in (scene.coarse_pixels, scene.guide_pixels))
    )
    clipped = np.clip(np.rint(expected * 1e4), 0, 65535)
    assert np.abs(found - clipped).max() <= 1


def test_the_ratio_is_asked_for_where_any_will_do(tmp_path):
    path, _ = fusion(tmp_path, upsampled=True)
    with pytest.raises(InputError, match="set GUIDE_RATIO"):
        imported(tmp_path, path)
    package, _ = imported(tmp_path, path, guide_ratio=3)
    assert package.info.guide.ratio == package.info.scale == 3


@pytest.mark.parametrize(("names", "places"), ((None, (0, 1, 2)), ("b4, b2, b3", (3, 1, 2))))
def test_a_network_that_gives_fewer_bands_than_it_takes(tmp_path, make_raster, names, places):
    """Its result has their values, names and radiometry."""
    weights = RNG.normal(0, 0.2, (12, 4, 3, 3)).astype(np.float32)
    graph = helper.make_graph(
        [
            helper.make_node("Conv", ["lr", "w"], ["deep"], pads=[1] * 4),
            helper.make_node("DepthToSpace", ["deep"], ["sr"], blocksize=2, mode="CRD"),
        ],
        "net",
        [helper.make_tensor_value_info("lr", FLOAT, [1, 4, "h", "w"])],
        [helper.make_tensor_value_info("sr", FLOAT, None)],
        [numpy_helper.from_array(weights, "w")],
    )
    onnx.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9),
        tmp_path / "x.onnx",
    )
    package, log = imported(
        tmp_path, tmp_path / "x.onnx", bands="b1, b2, b3, b4", result_bands=names, gain=[0.1, 0.2, 0.3, 0.4]
    )
    assert package.info.outputs == places
    assert any("The model takes 4 bands and returns" in line for line in log)
    pixels = textured_pixels(4, 20, 24, "float32")
    pixels[2, 5, 6] = np.nan
    path = make_raster(pixels=pixels)
    import rasterio

    with rasterio.open(path, "r+") as dataset:
        dataset.descriptions = ("b1", "b2", "b3", "b4")
    classify = {
        "id": "classify_pixels", "input": str(path), "model": str(tmp_path / "m.srpk"), "gain": [1.0],
        "output": str(tmp_path / "out.tif"), "device": "cpu",
    }  # fmt: skip
    run_to_end(Job.load(classify).run())
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert dataset.descriptions == tuple(f"b{place + 1}" for place in places)
        found = dataset.read()
    gains = np.array([0.1, 0.2, 0.3, 0.4], np.float32)[:, None, None]
    deep = F.conv2d(torch.from_numpy(pixels / gains)[None], torch.from_numpy(weights), padding=1)
    expected = F.pixel_shuffle(deep, 2)[0].numpy() * gains[list(places)]
    known = np.ones(found.shape, bool)
    known[:, 8:14, 10:16] = False  # around the gap
    np.testing.assert_allclose(found[known], expected[known], atol=1e-5)
    gap = np.isnan(found)
    assert gap[places.index(2), 10:12, 12:14].all() and gap[places.index(2)].sum() == 4


def test_names_that_do_not_fit_are_refused(tmp_path):
    path, _ = fusion(tmp_path)
    with pytest.raises(InputError, match="GUIDE_BANDS has 3 names"):
        imported(tmp_path, path, guide_bands="a, b, c", guide_ratio=2)
    with pytest.raises(InputError, match="RESULT_BANDS is x"):
        imported(tmp_path, path, result_bands="x")
