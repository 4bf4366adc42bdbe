"""Opens sessions of ONNX Runtime on a device, and checks that models stay within limits of memory and time."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray

from ..errors import InputError
from ..i18n import say
from .onnx_limits import TRIAL_SECONDS, limited_memory, run_limited, within

CPU = "CPUExecutionProvider"
PROVIDERS: dict[str, dict[str, dict[str, str]]] = {
    "cuda": {"CUDAExecutionProvider": {}, "DmlExecutionProvider": {}},
    "mps": {"CoreMLExecutionProvider": {}},
    "xpu": {"OpenVINOExecutionProvider": {"device_type": "GPU"}, "DmlExecutionProvider": {}},
}
"""Execution providers of ONNX Runtime by kind of graphics card, the best first, with their options. An installed ONNX
Runtime has few of them."""
NUMBERS = {"tensor(float)": np.float32, "tensor(float16)": np.float16}
"""Number types that can be fed, by ONNX Runtime's name."""
TRIAL_SIDE = 64
"""Side in pixels of the first, small image."""
MOST_FIXED = 2**28
"""Most numbers of an image of fixed size: 1 GiB."""


def open_session(model: bytes, device: torch.device) -> onnxruntime.InferenceSession:
    """Return a model ready to run: on the device if ONNX Runtime can use it, else on the CPU; its providers say which.

    Models that others have made go through `require_bounded` before.

    Raises:
        InputError: ONNX Runtime cannot make sense of it.
    """
    settings, available = _settings(), onnxruntime.get_available_providers()
    offered = {name: own for name, own in PROVIDERS.get(device.type, {}).items() if name in available}
    if not offered:
        return _create(model, settings, [CPU])
    name, options = next(iter(offered.items()))
    if name == "CUDAExecutionProvider":
        onnxruntime.preload_dlls()  # CUDA's libraries come with torch
    if name == "DmlExecutionProvider":  # as it demands
        settings.enable_mem_pattern = False
    if device.index is not None and "device_type" not in options:
        options = {**options, "device_id": str(device.index)}
    return _create(model, settings, [(name, options), CPU])


def require_bounded(
    model: bytes,
    shapes: Mapping[str | None, tuple[int, int, int, int]] | None = None,
    output: str | None = None,
) -> None:
    """Run a model once on small images, within limits, before a session makes its constants without any.

    Args:
        model: The file.
        shapes: Of the image of each input by its name, or of the only one by None, as the model wants them; None takes
            what the model says, and sides of `TRIAL_SIDE` where it says none.
        output: The output that is the result; None runs all.

    Raises:
        InputError: it takes too much memory or time, or ONNX Runtime cannot make sense of it. That it does not take the
            image is no reason.
    """
    settings = _settings()
    settings.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    settings.enable_cpu_mem_arena = settings.enable_mem_pattern = False
    trial = within(TRIAL_SECONDS, lambda: _create(model, settings, [CPU]))
    inputs = trial.get_inputs()
    if len(inputs) > 2 or any(each.type not in NUMBERS or len(each.shape) != 4 for each in inputs):
        return  # whoever asks about it says so
    images: dict[str, NDArray[Any]] = {}
    for each in inputs:
        shape = shapes and (shapes.get(each.name) or shapes.get(None))
        sides = [side if isinstance(side, int) and side > 0 else None for side in each.shape]
        usual = shape or (1, 3, TRIAL_SIDE, TRIAL_SIDE)
        if shape is None and sides[1] is None and sides[3] is not None:  # bands last, as far as can be told
            usual = (1, TRIAL_SIDE, TRIAL_SIDE, 3)
        size = [own or other for own, other in zip(sides, usual, strict=True)]
        if math.prod(size) > MOST_FIXED:
            raise InputError(
                "The ONNX model needs images of {size} numbers, which is too large.", size=math.prod(size)
            )
        images[each.name] = np.random.default_rng(0).random(size, np.float32).astype(NUMBERS[each.type])
    try:
        run_limited(trial, images, TRIAL_SECONDS, [output] if output else None)
    except InputError:
        raise
    except (
        Exception
    ):  # ONNX Runtime's own: whoever runs it on an image that it should take says what is wrong
        return


def _settings() -> onnxruntime.SessionOptions:
    settings = onnxruntime.SessionOptions()
    settings.log_severity_level = 4  # what goes wrong is raised
    settings.intra_op_num_threads = torch.get_num_threads()
    settings.add_session_config_entry("session.intra_op.allow_spinning", "0")  # see `cpu_threads.WAITING`
    return settings


def _create(
    model: bytes, settings: onnxruntime.SessionOptions, providers: list[Any]
) -> onnxruntime.InferenceSession:
    try:
        with limited_memory():
            return onnxruntime.InferenceSession(model, settings, providers)
    except Exception as error:  # its errors have no common class that it publishes
        if "INVALID_PROTOBUF" in str(error):
            raise InputError(
                "The ONNX model cannot be read: the file is damaged, only a part of one, or no ONNX model; copy or download "
                "it again."
            ) from None
        raise InputError("The ONNX model cannot be run: {reason}.", reason=first_line(error)) from None


_CODE = re.compile(r"^\[ONNXRuntimeError\] : \d+ : \w+ : ")
_NO_KERNEL = re.compile(r"Could not find an implementation for (\w+)\((\d+)\)")


def first_line(error: Exception) -> str:
    """Return the part of ONNX Runtime's message that says what is wrong."""
    if absent := _NO_KERNEL.search(str(error)):
        return say(
            "ONNX Runtime cannot compute its operator {name} (version {version}): export it without that",
            name=absent[1],
            version=absent[2],
        )
    plain = _CODE.sub("", str(error))
    return plain.splitlines()[0][:200].rstrip(". ")
