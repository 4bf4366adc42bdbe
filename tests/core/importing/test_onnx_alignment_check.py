"""A network whose result is not its image, finer: found out when it is imported, and refused with one sentence."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from sr_core.errors import InputError
from sr_core.inference.predictor import build_predictor
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage

from ..conftest import textured_pixels
from ..support.small_trainings import run_to_end

TURNED = "shows the image rotated or mirrored"
NOISY = "it gives another result for the same image each time"


def node(kind, **attributes):
    return kind, attributes


def network(*more, size=(None, None), weights=None):
    """A graph of scale 2: other operators, each of one image, before pixels are repeated."""
    numbers = {
        "scales": np.array([1, 1, 2, 2], np.float32),
        "half": np.array(0.5, np.float32),
        "true": np.array(True),
        "rows": np.array([2]),
        "cols": np.array([3]),
        "minus": np.array([-1]),
        "last": np.array([np.iinfo(np.int64).min]),
        "five": np.array([5]),
        "all": np.array([2**62]),
        "pads": np.array([0, 0, 0, 0, 0, 0, 5, 0]),
    }
    nodes, name = [], "lr"
    for number, (kind, attributes) in enumerate(more):
        inputs = attributes.pop("inputs", ())
        nodes.append(helper.make_node(kind, [name, *inputs], [f"x{number}"], **attributes))
        if kind.startswith("Random"):  # noise of the image's shape, which is added to it
            nodes.append(helper.make_node("Add", [name, f"x{number}"], [f"y{number}"]))
        name = nodes[-1].output[0]
    nodes.append(helper.make_node("Resize", [name, "", "scales"], ["sr"], mode="nearest"))
    shape = [1, 3, *(side or key for side, key in zip(size, "hw", strict=True))]
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info("lr", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("sr", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(array, each) for each, array in numbers.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def load(tmp_path, model):
    onnx.save(model, tmp_path / "net.onnx")
    values = {"input": str(tmp_path / "net.onnx"), "output": str(tmp_path / "m.srpk")}
    run_to_end(Job.load({"id": "import_model", **values}).run())
    return ModelPackage.load(tmp_path / "m.srpk")


def flip(axis):
    return node("Slice", inputs=["minus", "last", axis, "minus"])


def transpose():
    return node("Transpose", perm=[0, 1, 3, 2])


ODD = {
    "transposed": ((transpose(),), TURNED),
    "upside down": ((flip("rows"),), TURNED),
    "mirrored, negative": ((flip("cols"), node("Neg")), TURNED),
    "a quarter turn": ((transpose(), flip("rows")), TURNED),
    "half a turn": ((flip("rows"), flip("cols")), TURNED),
    "moved": (
        (node("Slice", inputs=["five", "all", "rows"]), node("Pad", inputs=["pads"])),
        "moved by -5 rows and 0 columns",
    ),
    "normal noise": ((node("RandomNormalLike", scale=0.1),), NOISY),
    "uniform noise with a seed": ((node("RandomUniformLike", seed=1.0),), NOISY),
    "dropout in training mode": ((node("Dropout", inputs=["half", "true"]),), NOISY),
}


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("size", [(None, None), (48, 48)])
def test_a_result_that_is_not_the_image_is_refused(tmp_path, kind, size):
    nodes, says = ODD[kind]
    with pytest.raises(InputError) as caught:
        load(tmp_path, network(*((kind, dict(attributes)) for kind, attributes in nodes), size=size))
    assert says in str(caught.value)
    assert not (tmp_path / "m.srpk").exists()


def test_mirroring_is_seen_in_an_image_that_is_wider_than_high(tmp_path):
    with pytest.raises(InputError, match=TURNED):
        load(tmp_path, network(flip("cols"), size=(32, 56)))


HARMLESS = {
    "twice transposed": (transpose(), transpose()),
    "twice upside down": (flip("rows"), flip("rows")),
    "negative": (node("Neg"),),
    "dropout that is off": (node("Dropout", inputs=["half"]),),
}


@pytest.mark.parametrize("kind", HARMLESS)
def test_the_same_operators_that_do_no_harm_are_taken(tmp_path, kind):
    package = load(tmp_path, network(*((kind, dict(attributes)) for kind, attributes in HARMLESS[kind])))
    lr = textured_pixels(3, 40, 52, "float32")
    wanted = lr.repeat(2, 1).repeat(2, 2) * (-1 if kind == "negative" else 1)
    np.testing.assert_allclose(build_predictor(package).upscale(lr), wanted, rtol=1e-5)
