"""Opens sessions of ONNX Runtime on a device."""

from __future__ import annotations

import re
from typing import Any

import onnxruntime
import torch

from ..errors import InputError
from ..i18n import say
from .onnx_resource_limits import limited_memory

CPU = "CPUExecutionProvider"
PROVIDERS: dict[str, dict[str, dict[str, str]]] = {
    "cuda": {"CUDAExecutionProvider": {}, "DmlExecutionProvider": {}},
    "mps": {"CoreMLExecutionProvider": {}},
    "xpu": {"OpenVINOExecutionProvider": {"device_type": "GPU"}, "DmlExecutionProvider": {}},
}
"""Execution providers of ONNX Runtime by kind of graphics card, the best first, with their options. An installed ONNX
Runtime has few of them."""


def open_session(model: bytes, device: torch.device) -> onnxruntime.InferenceSession:
    """Return a model ready to run: on the device if ONNX Runtime can use it, else on the CPU; its providers say which.

    Models that others have made go through `require_bounded` before.

    Raises:
        InputError: ONNX Runtime cannot make sense of it.
    """
    settings, available = session_settings(), onnxruntime.get_available_providers()
    offered = {name: own for name, own in PROVIDERS.get(device.type, {}).items() if name in available}
    if not offered:
        return create_session(model, settings, [CPU])
    name, options = next(iter(offered.items()))
    if name == "CUDAExecutionProvider":
        onnxruntime.preload_dlls()  # CUDA's libraries come with torch
    if name == "DmlExecutionProvider":  # as it demands
        settings.enable_mem_pattern = False
    if device.index is not None and "device_type" not in options:
        options = {**options, "device_id": str(device.index)}
    return create_session(model, settings, [(name, options), CPU])


def session_settings() -> onnxruntime.SessionOptions:
    """Return the settings of every session: quiet, and with as many threads as torch."""
    settings = onnxruntime.SessionOptions()
    settings.log_severity_level = 4  # what goes wrong is raised
    settings.intra_op_num_threads = torch.get_num_threads()
    settings.add_session_config_entry("session.intra_op.allow_spinning", "0")  # see `cpu_threads.WAITING`
    return settings


def create_session(
    model: bytes, settings: onnxruntime.SessionOptions, providers: list[Any]
) -> onnxruntime.InferenceSession:
    """Return a session on the first of the execution providers that can be used.

    Raises:
        InputError: ONNX Runtime cannot make sense of the model.
    """
    try:
        with limited_memory():
            return onnxruntime.InferenceSession(model, settings, providers)
    except Exception as error:  # its errors have no common class that it publishes
        if "INVALID_PROTOBUF" in str(error):
            raise InputError(
                "The ONNX model cannot be read: the file is damaged, only a part of one, or no ONNX model; copy or download "
                "it again."
            ) from None
        raise InputError(
            "The ONNX model cannot be run: {reason}.", reason=describe_onnx_error(error)
        ) from None


_CODE = re.compile(r"^\[ONNXRuntimeError\] : \d+ : \w+ : ")
_NO_KERNEL = re.compile(r"Could not find an implementation for (\w+)\((\d+)\)")


def describe_onnx_error(error: Exception) -> str:
    """Return the part of ONNX Runtime's message that says what is wrong."""
    if absent := _NO_KERNEL.search(str(error)):
        return say(
            "ONNX Runtime does not support its operator {name} (version {version}): export it without that "
            "operator",
            name=absent[1],
            version=absent[2],
        )
    plain = _CODE.sub("", str(error))
    return plain.splitlines()[0][:200].rstrip(". ")
