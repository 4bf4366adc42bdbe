"""An exported model is in ONNX Runtime, in Deepness and in a STAC catalogue what it is here."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import numpy as np
import onnxruntime
import pystac
import pytest
import rasterio
import torch
from referencing import Registry, Resource

from sr_core.errors import InputError, SrError
from sr_core.exporting import onnx_network
from sr_core.exporting.deepness import WHITE
from sr_core.exporting.onnx_network import PixelNet, measure_difference, write_onnx
from sr_core.jobs import Job
from sr_core.package.onnx_model import OnnxGraph, OnnxModel
from sr_core.package.srpk import ModelPackage
from sr_core.raster.radiometry import Radiometry

from ..support.small_packages import fusion_package, make_package
from ..support.small_trainings import log_lines, run_to_end
from ..support.tiny_backbones import forms, label, tiny

WRITTEN = {"model.onnx", "deepness.onnx", "item.json", "README.md"}
SCHEMA = json.loads(Path(__file__).with_name("mlm_schema_v1.3.0.json").read_text(encoding="utf-8"))
TYPES = (
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float16",
    "float32",
    "float64",
)
ELSEWHERE = {
    "raster/v1.1.0": {"bands": {"items": {"properties": {"data_type": {"enum": TYPES}}}}},
    "processing/v1.1.0": {
        "fields": {
            "properties": {"processing:expression": {"type": "object", "required": ["format", "expression"]}}
        }
    },
    "classification/v1.1.0": {"fields": {"properties": {"classification:classes": {"type": "array"}}}},
}
"""What the schema refers to in those of other extensions."""


def export(folder, model, **options):
    values = {"id": "export_model", "model": str(model), "output": str(folder / "out"), **options}
    return run_to_end(Job.load(values).run())


def saved(tmp_path, package):
    package.save(tmp_path / "Model of towns 1.srpk")
    return tmp_path / "Model of towns 1.srpk"


def float_package(**changes):
    """A model whose pixel values are floats, so that results are not rounded."""
    return make_package(dtype="float32", nodata=None, **changes)


def session(path):
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])


def classified(tmp_path, pixels, model, make_raster):
    path = make_raster("lr.tif", pixels)
    with rasterio.open(path, "r+") as raster:
        raster.descriptions = ("red", "")
    values = {
        "input": str(path),
        "model": str(model),
        "output": str(tmp_path / "sr.tif"),
        "consistency": "off",
    }
    run_to_end(Job.load({"id": "classify_pixels", **values}).run())
    with rasterio.open(tmp_path / "sr.tif") as result:
        return result.read()


def test_onnx_runtime_computes_what_classify_pixels_computes(tmp_path, make_raster):
    model = saved(tmp_path, float_package())
    _, result = export(tmp_path, model, tile_size=48)
    assert result.largest_difference < 1e-5
    assert {path.name for path in (tmp_path / "out").iterdir()} == WRITTEN
    pixels = np.random.default_rng(1).uniform(500, 3000, (2, 48, 48)).astype(np.float32)
    wanted = classified(tmp_path, pixels, model, make_raster)
    (found,) = session(tmp_path / "out/model.onnx").run(None, {"pixels": pixels[None]})
    assert np.abs(found[0] - wanted).max() <= 1e-4 * np.ptp(wanted)
    # As Deepness runs it, with its output scaling of 255.
    (found,) = session(tmp_path / "out/deepness.onnx").run(None, {"pixels": pixels[None] / np.float32(255)})
    assert np.abs(found[0] * 255 - wanted).max() <= 1e-4 * np.ptp(wanted)


def test_an_image_of_any_size_and_several_at_once(tmp_path):
    model = saved(tmp_path, float_package(backbone=tiny("unet")))
    export(tmp_path, model)
    net = ModelPackage.load(model).net
    pixel_net = PixelNet(net, ModelPackage.load(model).info.radiometry)
    images = torch.rand(2, 2, 19, 26) * 3000
    (found,) = session(tmp_path / "out/model.onnx").run(None, {"pixels": images.numpy()})
    with torch.no_grad():
        wanted = pixel_net(images).numpy()
    assert found.shape == (2, 2, 38, 52)
    assert np.abs(found - wanted).max() <= 1e-5 * np.ptp(wanted)


def test_deepness_finds_what_it_reads(tmp_path):
    summary = {"folder": "towns", "tiles": {"train": 1}, "tile_size": 64, "ground_resolution": 2.4}
    export(tmp_path, saved(tmp_path, float_package(data=summary, scale=4)), tile_size=64)
    loaded = session(tmp_path / "out/deepness.onnx")
    assert loaded.get_inputs()[0].shape == [1, 2, 64, 64]
    assert loaded.get_outputs()[0].shape == [1, 2, 256, 256]
    told = {key: json.loads(value) for key, value in loaded.get_modelmeta().custom_metadata_map.items()}
    assert told["model_type"].capitalize() == "Superresolution"
    assert (told["resolution"], told["tile_size"], told["tiles_size"], told["tiles_overlap"]) == (
        240,
        64,
        64,
        0,
    )
    assert (told["standardization_mean"], told["standardization_std"]) == ([0, 0], [1, 1])
    assert list(told["class_names"].items()) == [("0", "red"), ("1", "band 2")]


def validator():
    named = {
        f"https://stac-extensions.github.io/{name}/schema.json": {
            "$schema": SCHEMA["$schema"],
            "definitions": definitions,
        }
        for name, definitions in ELSEWHERE.items()
    }
    registry = Registry().with_resources((name, Resource.from_contents(part)) for name, part in named.items())
    return jsonschema.Draft7Validator(SCHEMA, registry=registry)


@pytest.fixture(scope="module")
def item(tmp_path_factory):
    folder = tmp_path_factory.mktemp("item")
    summary = {"folder": "towns", "tiles": {"train": 1}, "tile_size": 64, "ground_resolution": 10.0}
    export(folder, saved(folder, make_package(data=summary, licence="free for schools")))
    return json.loads((folder / "out/item.json").read_text(encoding="utf-8"))


def test_the_item_is_one_of_stac_and_of_its_extension(item):
    assert [error.message for error in validator().iter_errors(item)] == []
    read = pystac.Item.from_dict(item)
    assert read.datetime.isoformat() == "2026-01-01T00:00:00+00:00"
    assert (read.id, read.properties["mlm:name"]) == ("Model of towns 1", "Model-of-towns-1")
    assert (read.properties["license"], read.properties["gsd"]) == ("other", 10)
    assert "free for schools" in read.properties["description"]
    assert [band["raster:offset"] for band in read.properties["bands"]] == [0, -0.1]
    (taken,), (given,) = read.properties["mlm:input"], read.properties["mlm:output"]
    assert taken["input"]["shape"] == [-1, 2, -1, -1] and taken["bands"] == ["red", "band 2"]
    assert given["tasks"] == read.properties["mlm:tasks"] == ["super-resolution"]
    assert "5 m wide" in given["description"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda properties: properties.pop("mlm:architecture"),
        lambda properties: properties.pop("bands"),
        lambda properties: properties.update({"mlm:tasks": ["sharpening"]}),
        lambda properties: properties["mlm:input"][0]["input"].update(data_type="float"),
        lambda properties: properties.update({"mlm:model": "x"}),
    ],
)
def test_the_schema_notices_what_is_wrong(item, spoil):
    wrong = json.loads(json.dumps(item))
    spoil(wrong["properties"])
    assert list(validator().iter_errors(wrong))


@pytest.mark.parametrize("backbone", forms(), ids=label)
def test_every_network_can_be_written(backbone):
    """With the padding of those that work on groups of pixels; they are compared at sizes that are whole groups and not."""
    torch.manual_seed(0)
    scale = 2 if 2 in backbone.scales else backbone.scales[0]
    net = backbone.net(2, scale, (0.4, 0.3), (0.2, 0.1)).eval()
    for weights in net.parameters():
        torch.nn.init.normal_(weights, std=0.1)
    pixel_net = PixelNet(net, Radiometry(gain=(1e-4, 1e-3), offset=(0, -0.1)), WHITE)
    assert measure_difference(pixel_net, write_onnx(pixel_net)) < 1e-5


def test_what_onnx_runtime_would_compute_otherwise_is_not_written(tmp_path, monkeypatch):
    model = saved(tmp_path, make_package())
    write = onnx_network.write_onnx
    monkeypatch.setattr(
        onnx_network,
        "write_onnx",
        lambda net: write(PixelNet(net.net, Radiometry(gain=(1, 1), offset=(0, 0)))),
    )
    with pytest.raises(SrError, match="Results of ONNX Runtime and of the model differ"):
        export(tmp_path, model)
    assert not (tmp_path / "out").exists()


def test_models_of_several_scales_and_those_that_are_held_consistent(tmp_path):
    package = make_package(backbone=tiny("mdsr"), consistency=True)
    steps, _ = export(tmp_path, saved(tmp_path, package), scale=3, tile_size=16)
    assert session(tmp_path / "out/deepness.onnx").get_outputs()[0].shape == [1, 2, 48, 48]
    assert any("CONSISTENCY" in line for line in log_lines(steps))


def test_other_files_in_the_folder_stay(tmp_path):
    (tmp_path / "out").mkdir()
    for name in ("model.onnx", "notes.txt"):
        (tmp_path / "out" / name).write_text("mine")
    export(tmp_path, saved(tmp_path, make_package()))
    assert (tmp_path / "out/notes.txt").read_text() == "mine"
    assert (tmp_path / "out/model.onnx").stat().st_size > 1000


@pytest.mark.parametrize("kind", ["guide", "onnx"])
def test_what_cannot_be_exported_is_said(tmp_path, kind):
    package = fusion_package() if kind == "guide" else make_package()
    if kind == "onnx":
        graph = OnnxGraph(scale=2, bands=2, halo=1)
        info = package.info.model_copy(update={"backbone": graph})
        package = replace(package, info=info, net=OnnxModel(graph, b"", torch.device("cpu")))
    with pytest.raises(InputError, match="cannot be exported"):
        export(tmp_path, saved(tmp_path, package))
    assert not (tmp_path / "out").exists()
