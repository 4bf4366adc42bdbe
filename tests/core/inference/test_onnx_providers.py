"""ONNX Runtime computes on a graphics card where the installed one can, and is believed only when it is right."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest
import torch

from sr_core.inference import onnx_net, onnx_session
from sr_core.inference.backends.gpu_result_check import CheckedNet
from sr_core.inference.convolutional import ConvolutionalPredictor
from sr_core.inference.onnx_net import OnnxNet, build_onnx_net
from sr_core.package.onnx_model import OnnxGraph, OnnxModel

onnx = pytest.importorskip("onnx")
CPU = "CPUExecutionProvider"
LR = np.random.default_rng(0).random((2, 40, 37), dtype=np.float32)


def model(device):
    """A network that gives each pixel twice, in both directions."""
    helper, value = onnx.helper, onnx.helper.make_tensor_value_info
    scales = helper.make_tensor("s", 1, [4], [1.0, 1.0, 2.0, 2.0])
    nodes = [helper.make_node("Resize", ["x", "", "s"], ["y"], mode="nearest", nearest_mode="floor",
                              coordinate_transformation_mode="asymmetric")]  # fmt: skip
    graph = helper.make_graph(
        nodes, "g", [value("x", 1, [1, 2, "h", "w"])], [value("y", 1, [1, 2, "H", "W"])], [scales]
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    return OnnxModel(OnnxGraph(scale=2, bands=2, halo=1), made.SerializeToString(), device)


@pytest.fixture
def runtime(monkeypatch):
    """`runtime(available, spoil)` is an ONNX Runtime with these providers, which are the CPU; what was asked of it."""
    asked = []

    def install(*available, spoil=lambda result: result):
        create = onnx_session.create_session
        monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: [*available, CPU])
        monkeypatch.setattr(onnxruntime, "preload_dlls", lambda: asked.append("preload"), raising=False)
        monkeypatch.setattr(onnx_net, "describe", lambda device: "GPU: Radeon")

        class Session:
            def __init__(self, own, provider):
                self._own, self._provider = own, provider

            def get_providers(self):
                return [self._provider, CPU]

            def run(self, *given):
                return [spoil(result) for result in self._own.run(*given)]

            def __getattr__(self, name):
                return getattr(self._own, name)

        def make(file, settings, providers):
            own = create(file, settings, [CPU])
            if providers == [CPU]:
                return own
            asked.append((*providers[0], settings.enable_mem_pattern))
            return Session(own, providers[0][0])

        monkeypatch.setattr(onnx_session, "create_session", make)
        return asked

    return install


@pytest.mark.parametrize(
    ("available", "device", "expected"),
    [
        (("CUDAExecutionProvider",), "cuda:1", ["preload", ("CUDAExecutionProvider", {"device_id": "1"}, True)]),
        (("DmlExecutionProvider",), "cuda", [("DmlExecutionProvider", {}, False)]),
        (("DmlExecutionProvider", "CUDAExecutionProvider"), "cuda", ["preload", ("CUDAExecutionProvider", {}, True)]),
        (("CoreMLExecutionProvider",), "mps", [("CoreMLExecutionProvider", {}, True)]),
        (("OpenVINOExecutionProvider",), "xpu", [("OpenVINOExecutionProvider", {"device_type": "GPU"}, True)]),
        (("OpenVINOExecutionProvider",), "cuda", []),
        (("CUDAExecutionProvider",), "cpu", []),
    ],
)  # fmt: skip
def test_the_provider_is_the_devices_where_it_is_installed(runtime, available, device, expected):
    asked = runtime(*available)
    net = build_onnx_net(model(torch.device(device)), (0.0, 0.0), (1.0, 1.0), (0, 1))
    assert asked == expected
    assert isinstance(net, CheckedNet if expected else OnnxNet)
    assert net.tags == ({"FINER_DEVICE": "GPU: Radeon"} if expected else {})
    found = ConvolutionalPredictor(net).upscale(LR)
    np.testing.assert_array_equal(found, LR.repeat(2, 1).repeat(2, 2))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (np.zeros_like, "Radeon gives another result than the CPU"),
        (lambda result: result * np.nan, "Radeon gives a result that is not finite"),
    ],
)
def test_one_that_is_wrong_gives_way_to_the_cpu(runtime, spoil, said):
    runtime("CUDAExecutionProvider", spoil=spoil)
    predictor = ConvolutionalPredictor(
        build_onnx_net(model(torch.device("cuda")), (0.0, 0.0), (1.0, 1.0), (0, 1))
    )
    np.testing.assert_array_equal(predictor.upscale(LR), LR.repeat(2, 1).repeat(2, 2))
    (note,) = predictor.notes
    assert note.text.format(**note.values).startswith(said)
