"""Export of a convolutional network to ONNX, from pixel values to pixel values, verified against torch's results."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from ..backbones import SrNet
from ..errors import SrError
from ..protobuf import BYTES, read_fields, write_bytes, write_number
from ..raster.radiometry import Radiometry
from .mlm_item import INPUT, OUTPUT

OPSET = 17
"""Version of ONNX' operators: ONNX Runtime reads it from 1.13 (2022) on."""
LEAST = 12
"""Pixels along the shorter side of the image that a network is traced with."""
TOLERANCE = 1e-4
"""Largest difference between the written model's result and the network's, as a share of the result's range."""
GRAPH, METADATA = 7, 14
"""Fields of a model (onnx.proto)."""
GRAPH_INPUT, GRAPH_OUTPUT = 11, 12
"""Fields of a graph."""
FLOAT32 = 1
"""Type of tensors' elements."""


class PixelNet(nn.Module):
    """A network as other programs run it: pixel values in and out, both divided by `white`."""

    gain: Tensor
    offset: Tensor

    def __init__(self, net: SrNet, radiometry: Radiometry, white: float = 1.0) -> None:
        super().__init__()
        self.net = net
        for name, values in (("gain", radiometry.gain), ("offset", radiometry.offset)):
            column = torch.tensor(values, dtype=torch.float64).view(1, -1, 1, 1)
            self.register_buffer(name, (column * white if name == "gain" else column).float())

    def forward(self, pixels: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c H W"]:
        """Super-resolve pixels."""
        result: Tensor = (self.net(pixels * self.gain + self.offset) - self.offset) / self.gain
        return result


def write_onnx(net: PixelNet) -> bytes:
    """Return a network in ONNX, for any number of images of any one size.

    Args:
        net: On the CPU; without a guide.

    Raises:
        SrError: it cannot be written, or ONNX Runtime computes something else from it.
    """
    multiple = net.net.multiple_of
    # Neither side is a whole number of groups, so that padding is a part of what is traced.
    height = -(-LEAST // multiple) * multiple + (multiple > 1)
    file = io.BytesIO()
    with _plain_export(), torch.no_grad():
        try:
            torch.onnx.export(
                net.eval(),
                (_sample(net, height, height + multiple),),
                file,  # type: ignore[arg-type] # whose types are those of the other exporter
                dynamo=False,  # which needs packages that the engine does not have
                opset_version=OPSET,
                input_names=[INPUT],
                output_names=[OUTPUT],
                dynamic_axes={
                    INPUT: {0: "batch", 2: "height", 3: "width"},
                    OUTPUT: {0: "batch", 2: "height_sr", 3: "width_sr"},
                },
            )
        except Exception as error:  # torch's exporter raises whatever happens to it
            raise SrError(
                "The network cannot be written in ONNX ({reason}).", reason=str(error).partition("\n")[0]
            ) from None
    return file.getvalue()


def measure_difference(net: PixelNet, file: bytes) -> float:
    """Return the largest difference of an ONNX file's result from the network's on made-up images, as a share of its range.

    Args:
        net: The network.
        file: In ONNX, as `write_onnx` writes it.

    Raises:
        SrError: it is more than `TOLERANCE`, or ONNX Runtime cannot compute the file.
    """
    import onnxruntime

    multiple = net.net.multiple_of
    far = 0.0
    try:
        session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
        for sides in ((2 * LEAST + 1, 3 * LEAST), (4 * multiple, 3 * multiple + LEAST)):
            image = _sample(net, *sides)
            with torch.no_grad():
                wanted = net(image).numpy()
            (found,) = session.run(None, {INPUT: image.numpy()})
            far = max(far, float(np.abs(found - wanted).max() / (wanted.max() - wanted.min())))
    except Exception as error:  # its errors have no common class that it publishes
        raise SrError(
            "The network cannot be written in ONNX ({reason}).", reason=str(error).partition("\n")[0]
        ) from None
    if not far <= TOLERANCE:
        raise SrError(
            "Results of ONNX Runtime and of the model differ by {share:.1e} of their range. Nothing was written.",
            share=far,
        )
    return far


def with_metadata(file: bytes, entries: Mapping[str, object]) -> bytes:
    """Return a model in ONNX with entries of metadata after those that it has, each value as JSON."""
    pairs = (
        write_bytes(1, name.encode()) + write_bytes(2, json.dumps(value).encode())
        for name, value in entries.items()
    )
    return b"".join((file, *(write_bytes(METADATA, pair) for pair in pairs)))


def with_fixed_size(file: bytes, bands: int, side: int, scale: int) -> bytes:
    """Return a model that `write_onnx` wrote for one square image at a time, as what it says of itself: its graph is the same.

    Args:
        file: The model.
        bands: Of image and result.
        side: Pixels along a side of the image.
        scale: How many times finer the result is.
    """
    shapes = {
        GRAPH_INPUT: _value_info(INPUT, (1, bands, side, side)),
        GRAPH_OUTPUT: _value_info(OUTPUT, (1, bands, side * scale, side * scale)),
    }
    parts: list[bytes | memoryview] = []
    for number, wire, whole, content in read_fields(memoryview(file)):
        if number != GRAPH or wire != BYTES:
            parts.append(whole)
            continue
        graph = (
            write_bytes(part.number, shapes[part.number]) if part.number in shapes else part.whole
            for part in read_fields(content)
        )
        parts.append(write_bytes(GRAPH, b"".join(graph)))
    return b"".join(parts)


def _value_info(name: str, shape: Sequence[int]) -> bytes:
    """Return the description of an input or output."""
    dimensions = b"".join(write_bytes(1, write_number(1, length)) for length in shape)
    tensor = write_number(1, FLOAT32) + write_bytes(2, dimensions)
    return write_bytes(1, name.encode()) + write_bytes(2, write_bytes(1, tensor))


def _sample(net: PixelNet, height: int, width: int) -> Float[Tensor, "1 c h w"]:
    """Return made-up pixel values such as the network was trained on."""
    noise = torch.randn(1, net.net.inputs, height, width, generator=torch.Generator().manual_seed(0))
    physical = noise * net.net.std + net.net.mean
    return (physical - net.offset) / net.gain


@contextmanager
def _plain_export() -> Iterator[None]:
    """Let torch's exporter do without the package onnx, and without warnings of what tracing is.

    It asks for the package only to add functions of onnxscript, of which a network of ours has none; torch's version is
    pinned in requirements.txt.
    """
    from torch.onnx._internal.torchscript_exporter import onnx_proto_utils

    add = onnx_proto_utils._add_onnxscript_fn
    onnx_proto_utils._add_onnxscript_fn = lambda model_bytes, custom_opsets: model_bytes
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        onnx_proto_utils._add_onnxscript_fn = add
