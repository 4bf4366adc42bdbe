"""Networks in ONNX that want or give their images in other ways: supported, or refused with one sentence."""

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

from ..conftest import textured_pixels
from ..support.small_trainings import run_to_end

WEIGHTS = np.random.default_rng(0).normal(0, 0.2, (12, 3, 3, 3)).astype(np.float32)
"""Of one convolution and a pixel shuffle: a network for scale 2."""


def made(
    lr_shape=(1, 3, None, None),
    pads=1,
    last=False,
    dtype=np.float32,
    outputs=("sr",),
    weights=WEIGHTS,
    extra=(),
):
    kind = helper.np_dtype_to_tensor_dtype(np.dtype(dtype))
    shape = [f"d{i}" if side is None else side for i, side in enumerate(lr_shape)]
    nodes, lr, sr = [], "lr", "sr"
    if last:
        nodes, lr, sr = [helper.make_node("Transpose", ["lr"], ["first"], perm=[0, 3, 1, 2])], "first", "up"
    nodes += [
        helper.make_node("Conv", [lr, "w"], ["deep"], pads=[pads] * 4),
        helper.make_node("DepthToSpace", ["deep"], [sr], blocksize=2, mode="CRD"),
    ]
    if last:
        nodes.append(helper.make_node("Transpose", ["up"], ["sr"], perm=[0, 2, 3, 1]))
    graph = helper.make_graph(
        [*nodes, *extra],
        "net",
        [helper.make_tensor_value_info("lr", kind, shape)],
        [helper.make_tensor_value_info(name, kind, None) for name in outputs],
        [numpy_helper.from_array(weights.astype(dtype), "w")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def original(lr, weights=WEIGHTS):
    """What it makes of an image (c, h, w) that goes on at its edges."""
    with torch.no_grad():
        return F.pixel_shuffle(F.conv2d(torch.from_numpy(lr)[None], torch.from_numpy(weights), padding=1), 2)[
            0
        ].numpy()


def imported(tmp_path, model, **parameters):
    path = tmp_path / "net.onnx"
    if model is not None:
        onnx.save(model, path)
    values = {"id": "import_model", "input": str(path), "output": str(tmp_path / "m.srpk"), **parameters}
    run_to_end(Job.load(values).run())
    return ModelPackage.load(tmp_path / "m.srpk")


def refusal(tmp_path, model, **parameters):
    with pytest.raises(InputError) as caught:
        imported(tmp_path, model, **parameters)
    assert not (tmp_path / "m.srpk").exists()
    return str(caught.value)


def assert_same(package, atol=1e-5, edge=0):
    lr = textured_pixels(3, 40, 52, "float32")
    found, wanted = build_predictor(package).upscale(lr), original(lr)
    assert found.shape == wanted.shape == (3, 80, 104)
    inner = (slice(None), slice(edge, 80 - edge), slice(edge, 104 - edge))
    assert np.abs(found[inner] - wanted[inner]).max() <= atol * np.ptp(wanted)
    assert np.isfinite(found).all()


FORMS = {
    "NHWC": ({"lr_shape": (1, None, None, 3), "last": True}, 1e-5, 0),
    "NHWC of one size": ({"lr_shape": (1, 32, 24, 3), "last": True}, 1e-5, 0),
    "half": ({"dtype": np.float16}, 5e-3, 0),
    "batch of 4": ({"lr_shape": (4, 3, None, None)}, 1e-5, 0),
    "batch and size": ({"lr_shape": (4, 3, 32, 24)}, 1e-5, 0),
    "one side fixed": ({"lr_shape": (1, 3, 32, None)}, 1e-5, 0),
    "valid": ({"pads": 0}, 1e-5, 2),
    "valid of one size": ({"pads": 0, "lr_shape": (1, 3, 32, 24)}, 1e-5, 2),
    "valid, half, NHWC": (
        {"pads": 0, "lr_shape": (2, None, None, 3), "last": True, "dtype": np.float16},
        5e-3,
        2,
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_it_gives_what_the_original_gives(tmp_path, form):
    how, atol, edge = FORMS[form]
    assert_same(imported(tmp_path, made(**how)), atol, edge)


def test_the_output_is_chosen_by_its_shape(tmp_path):
    model = made(outputs=("deep", "lr_copy", "sr"), extra=[helper.make_node("Identity", ["lr"], ["lr_copy"])])
    package = imported(tmp_path, model)
    assert package.info.backbone.form.output == "sr"
    assert_same(package)


def test_where_several_can_be_the_result_it_is_asked(tmp_path):
    model = made(outputs=("other", "sr"), extra=[helper.make_node("Neg", ["sr"], ["other"])])
    said = refusal(tmp_path, model)
    assert said.endswith(
        "several outputs that can be the result: set OUTPUT_NAME to one of other (×2), sr (×2)."
    )
    assert "has no output x: it has other, sr" in refusal(tmp_path, model, output_name="x")
    assert_same(imported(tmp_path, model, output_name="sr"))


@pytest.mark.parametrize(
    ("model", "says"),
    [
        (lambda: made(weights=WEIGHTS * np.nan), "its result is not finite"),
        (lambda: made(outputs=("deep",)), "from 3 bands it produces an array of shape (1, 12"),
        (lambda: made(pads=3), "only a network that loses the same number of pixels on every side"),
    ],
)
def test_what_is_not_supported_gets_one_sentence(tmp_path, model, says):
    said = refusal(tmp_path, model())
    assert says in said
    assert said.startswith("The ONNX model is not a super-resolution network that Finer can use: ")


def test_bytes_are_refused(tmp_path):
    graph = helper.make_graph(
        [helper.make_node("Identity", ["lr"], ["sr"])],
        "net",
        [helper.make_tensor_value_info("lr", TensorProto.UINT8, [1, 3, 8, 8])],
        [helper.make_tensor_value_info("sr", TensorProto.UINT8, None)],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    assert "its input type is uint8" in refusal(tmp_path, model)


# Weights in a second file


def saved_apart(tmp_path, location="net.data"):
    onnx.save_model(
        made(), tmp_path / "net.onnx", save_as_external_data=True, location=location, size_threshold=0
    )
    return tmp_path / location


def test_weights_in_a_second_file_come_into_the_package(tmp_path):
    data = saved_apart(tmp_path)
    package = imported(tmp_path, None)
    data.unlink()
    (tmp_path / "net.onnx").unlink()
    assert_same(ModelPackage.load(tmp_path / "m.srpk"))
    assert package.net.file.count(WEIGHTS.tobytes()) == 1


def test_a_second_file_that_is_missing_or_short_gets_one_sentence(tmp_path):
    data = saved_apart(tmp_path)
    whole = data.read_bytes()
    data.write_bytes(whole[:100])
    assert "net.data, in which the ONNX model keeps its weights, is shorter" in refusal(tmp_path, None)
    data.write_bytes(b"version https://git-lfs.github.com/spec/v1\noid")
    assert "Git LFS pointer" in refusal(tmp_path, None)
    data.unlink()
    assert "in a second file, net.data, which is missing" in refusal(tmp_path, None)


@pytest.mark.parametrize("where", ["../secret", "/etc/hostname", "a/../../secret", "linked", ""])
def test_no_file_outside_the_folder_is_read(tmp_path, where):
    folder = tmp_path / "models"
    folder.mkdir()
    (tmp_path / "secret").write_bytes(bytes(WEIGHTS.nbytes))
    (folder / "linked").symlink_to(tmp_path / "secret")
    saved_apart(folder)
    model = onnx.load(folder / "net.onnx", load_external_data=False)
    for entry in model.graph.initializer[0].external_data:
        if entry.key == "location":
            entry.value = where
    (folder / "net.onnx").write_bytes(model.SerializeToString())
    assert "which is not in its own folder" in refusal(folder, None)


def test_output_name_is_for_onnx_only(tmp_path):
    torch.save({"a": torch.zeros(3)}, tmp_path / "net.onnx.pth")
    with pytest.raises(InputError, match="OUTPUT_NAME is for models in ONNX"):
        imported(tmp_path, None, input=str(tmp_path / "net.onnx.pth"), output_name="sr")
