"""What packages, tile sets and graphs of others may ask for, and what is refused in one sentence."""

import hashlib
import json
import zipfile

import numpy as np
import pytest
import torch
from onnx import TensorProto, helper, save
from safetensors.torch import load as parse_weights
from safetensors.torch import save as pack_weights

from sr_core.datasets.tileset import INFO, TileSet
from sr_core.errors import InputError, PackageError
from sr_core.inference import onnx_resource_limits, onnx_session, onnx_trial_run
from sr_core.inference.predictor import build_predictor
from sr_core.jobs import Job
from sr_core.limited_json import parse_json
from sr_core.package.info import PackageInfo
from sr_core.package.onnx_model import OnnxGraph, OnnxModel
from sr_core.package.srpk import ModelPackage
from sr_core.progress import run_to_end
from sr_core.reports.plot_style import plot_style, svg

from ..support.small_packages import change_schema, make_package, package_info, replace_files, write_package


@pytest.fixture
def whole(tmp_path):
    make_package().save(tmp_path / "m.srpk")
    return (tmp_path / "m.srpk").read_bytes()


def refuse(tmp_path, data, says):
    with pytest.raises(PackageError, match=says) as error:
        ModelPackage.load(write_package(tmp_path, data))
    assert "{" not in str(error.value) and ". " not in str(error.value)


def content(data, tmp_path):
    with zipfile.ZipFile(write_package(tmp_path, data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_checksums_are_those_of_sha256sum(tmp_path, whole):
    files = content(whole, tmp_path)
    lines = files.pop("SHA256SUMS").decode().splitlines()
    assert lines == [f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in files.items()]


@pytest.mark.parametrize("name", ["schema", "weights"])
def test_what_was_changed_is_refused_although_the_zip_is_sound(tmp_path, whole, name):
    entry = {"schema": "schema.json", "weights": "weights.safetensors"}[name]
    changed = bytearray(content(whole, tmp_path)[entry])
    changed[-1] ^= 1 if name == "weights" else ord("}") ^ ord(" ")
    refuse(tmp_path, replace_files(whole, sums=True, **{name: bytes(changed)}), "does not match its checksum")


def test_older_packages_have_none(tmp_path, whole):
    assert "SHA256SUMS" not in content(replace_files(whole), tmp_path)
    ModelPackage.load(write_package(tmp_path, replace_files(whole)))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_weights_that_are_not_finite(tmp_path, whole, value):
    weights = parse_weights(content(whole, tmp_path)["weights.safetensors"])
    next(iter(weights.values())).view(-1)[0] = value
    refuse(tmp_path, replace_files(whole, weights=pack_weights(weights)), "not all finite")


@pytest.mark.parametrize(
    "key, value",
    [
        ("std", [0, 0.1]), ("std", [-1, 0.1]), ("std", [1e-50, 1]), ("std", ["x", 1]), ("std", [1]), ("std", 1),
        ("mean", [1e300, 1]), ("mean", [1, 1, 1]), ("mean", None), ("bands", []), ("bands", [1, 2]), ("bands", "ab"),
        ("bands", ["\ud800", ""]), ("scale", 2.5), ("scale", "x"), ("scale", -1), ("data_range", 0),
        ("radiometry", {"gain": [0, 1], "offset": [0, 0]}), ("radiometry", {"gain": [1], "offset": [0]}),
        ("licence", 3), ("metrics", []), ("degradation", []), ("backbone", {"id": "edsr", "n_blocks": 10**9}),
    ],
)  # fmt: skip
def test_values_that_no_model_has(tmp_path, whole, key, value):
    refuse(tmp_path, change_schema(whole, lambda schema: schema.update({key: value})), "model")


def test_infinite_numbers_in_a_description(tmp_path, whole):
    for number in (b"NaN", b"Infinity", b"1e999"):
        schema = content(whole, tmp_path)["schema.json"].replace(b"0.05", number, 1)
        refuse(tmp_path, replace_files(whole, schema=schema), "does not describe a model")


@pytest.mark.parametrize("depth", [40, 500, 200_000])
def test_deep_json(tmp_path, whole, depth):
    deep = "[" * depth + "]" * depth
    schema = json.dumps({**json.loads(content(whole, tmp_path)["schema.json"]), "training": {"x": 0}})
    refuse(
        tmp_path,
        replace_files(whole, schema=schema.replace('{"x": 0}', f'{{"x": {deep}}}').encode()),
        "does not describe",
    )
    with pytest.raises(ValueError, match="deep"):
        parse_json(deep)


def test_large_descriptions(tmp_path, whole):
    refuse(tmp_path, replace_files(whole, schema=b" " * (17 * 2**20) + b"{}"), "is damaged")
    refuse(
        tmp_path, replace_files(whole, compression=zipfile.ZIP_DEFLATED, schema=b" " * 2**20), "is damaged"
    )


# tileset.json


@pytest.mark.parametrize(
    "change",
    [
        {"bands": []}, {"bands": ["a"]}, {"tile_size": 0}, {"tile_size": 10**9}, {"scale": 0}, {"scale": 5}, {"stride": 0},
        {"dtype": "object"}, {"radiometry": {"gain": [1], "offset": [0]}}, {"splits": {"train": ["../x"]}},
        {"splits": {"train": ["/etc/x"]}}, {"splits": {"train": ["a\\b"]}}, {"splits": {"train": ["a"], "val": ["a"]}},
        {"splits": {"train": [""]}},
    ],
)  # fmt: skip
def test_values_that_no_tile_set_has(make_tileset, change):
    folder = make_tileset().folder
    values = json.loads((folder / INFO).read_text())
    (folder / INFO).write_text(json.dumps({**values, **change}))
    with pytest.raises(InputError, match=r"tileset\.json is damaged: export"):
        TileSet.open(folder)


def test_a_tile_set_with_deep_json_or_other_counts(make_tileset):
    folder = make_tileset().folder
    text = (folder / INFO).read_text()
    values = json.loads(text)
    values["statistics"]["std"] = [-1.0] * len(values["bands"])
    for wrong in (json.dumps(values), "[" * 200_000, "\xff" + text):
        (folder / INFO).write_text(wrong)
        with pytest.raises(InputError, match="is damaged"):
            TileSet.open(folder)


# Figures


def test_text_in_figures_is_text():
    from matplotlib.figure import Figure

    with plot_style():
        figure = Figure()
        axes = figure.subplots()
        axes.set_title("$x^{ <b>&\x01")
    drawn = svg(figure)
    assert b"$x^{ &lt;b&gt;&amp;<" in drawn and b"\x01" not in drawn


# Graphs


def graph(path, nodes, *constants):
    number = helper.make_tensor("s", TensorProto.FLOAT, [4], [1, 1, 2, 2])
    upsampled = helper.make_node("Resize", ["x", "", "s"], ["u"], mode="nearest")
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 3, f"h{name}", f"w{name}"])
        for name in "xy"
    ]
    made = helper.make_graph([upsampled, *nodes], "g", ends[:1], ends[1:], [number, *constants])
    save(helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)
    return path


def hungry(path):
    sides = helper.make_tensor("n", TensorProto.INT64, [2], [400_000, 1_000_000])
    nodes = [
        helper.make_node("ConstantOfShape", ["n"], ["b"]),
        helper.make_node("ReduceSum", ["b"], ["r"], keepdims=0),
        helper.make_node("Add", ["u", "r"], ["y"]),
    ]
    return graph(path, nodes, sides)


def endless(path):
    inner = [
        helper.make_tensor_value_info(name, kind, [])
        for name, kind in (("i", TensorProto.INT64), ("c", TensorProto.BOOL), ("a", TensorProto.FLOAT))
    ]
    left = [
        helper.make_tensor_value_info("d", TensorProto.BOOL, []),
        helper.make_tensor_value_info("e", TensorProto.FLOAT, []),
    ]
    steps = [helper.make_node("Identity", ["c"], ["d"]), helper.make_node("Add", ["a", "a"], ["e"])]
    body = helper.make_graph(steps, "body", inner, left)
    nodes = [
        helper.make_node("Loop", ["n", "t", "z"], ["r"], body=body),
        helper.make_node("Add", ["u", "r"], ["y"]),
    ]
    return graph(
        path,
        nodes,
        helper.make_tensor("n", TensorProto.INT64, [], [2**60]),
        helper.make_tensor("t", TensorProto.BOOL, [], [True]),
        helper.make_tensor("z", TensorProto.FLOAT, [], [0.0]),
    )


def unfit(path):
    logarithm = [helper.make_node("Log", ["n"], ["l"]), helper.make_node("Add", ["u", "l"], ["y"])]
    return graph(path, logarithm, helper.make_tensor("n", TensorProto.FLOAT, [], [-1.0]))


LIMITED = [(hungry, "more memory than is free"), (endless, "more than 2 seconds")]


@pytest.mark.parametrize("make, says", [*LIMITED, (unfit, "not finite")])
def test_importing_a_graph_without_end(tmp_path, monkeypatch, make, says):
    monkeypatch.setattr(onnx_trial_run, "TRIAL_SECONDS", 2)
    path = make(tmp_path / "x.onnx")
    with pytest.raises(InputError, match=says):
        run_to_end(
            Job.load({"id": "import_model", "input": str(path), "output": str(tmp_path / "m.srpk")}).run()
        )
    assert [each.name for each in tmp_path.iterdir()] == ["x.onnx"]


@pytest.mark.parametrize("make, says", LIMITED)
def test_using_one_that_a_package_holds(tmp_path, monkeypatch, make, says):
    monkeypatch.setattr(onnx_trial_run, "TRIAL_SECONDS", 2)
    found = OnnxGraph(scale=2, bands=2, halo=1)
    model = OnnxModel(found, make(tmp_path / "x.onnx").read_bytes(), torch.device("cpu"))
    values = package_info().model_dump() | {"backbone": found.model_dump()}
    with pytest.raises(InputError, match=says):
        build_predictor(ModelPackage(PackageInfo.model_validate(values), model))


def test_a_tile_that_takes_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(onnx_resource_limits, "GRACE", 5)
    session = onnx_session.open_session(endless(tmp_path / "x.onnx").read_bytes(), torch.device("cpu"))
    with pytest.raises(InputError, match="smaller TILE_SIZE"):
        onnx_resource_limits.run_limited(session, {"x": np.zeros((1, 3, 8, 8), np.float32)}, 1)


def test_the_limit_of_memory_is_lifted_again():
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    with onnx_resource_limits.limited_memory():
        assert resource.getrlimit(resource.RLIMIT_AS)[0] < 2**46
    assert resource.getrlimit(resource.RLIMIT_AS) == before
