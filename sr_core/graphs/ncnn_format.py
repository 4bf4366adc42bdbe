"""Writes operations as ncnn reads them: a text of layers (.param) and the numbers of their weights (.bin)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from .network_graph import Array, Operation

MAGIC = 7767517
RELU, LEAKY_RELU = 1, 2
"""Activations that ncnn computes with a convolution."""
FEW = 16
"""Channels of results of wide convolutions that are computed pixel by pixel."""
WITHOUT_MATRIX = " 31=32"
"""Keeps ncnn from making a matrix of what every pixel sees."""
RAW = bytes(4)
"""Before weights of a convolution: they are float32, not quantised."""


IN_PLACE = frozenset(
    (
        "leaky_relu",
        "prelu",
        "clamp",
        "tanh",
        "sigmoid",
        "silu",
        "gelu",
        "mish",
        "affine",
        "multiply",
        "offset",
    )
)
"""Kinds of operations whose result ncnn writes over what they are given."""


class NcnnFiles(NamedTuple):
    """The contents of the two files of a network in ncnn's format."""

    param: str
    weights: bytes
    overwritten: frozenset[str]
    """Names of what is given that a layer writes its result over: ncnn crashes unless that is in memory of its own."""


class _NcnnLayer(NamedTuple):
    """A line of the text."""

    type: str
    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    params: str = ""


def write_ncnn(operations: Sequence[Operation], inputs: Sequence[str], output: str) -> NcnnFiles:
    """Return operations in ncnn's format.

    Args:
        operations: each after those whose results it takes.
        inputs: names of what the network is given.
        output: name of the operation whose result is asked for.
    """
    lines = [_NcnnLayer("Input", name, (), (name,)) for name in inputs]
    weights: list[bytes] = []
    written = _with_activations(operations)
    for operation in written:
        type, params, numbers = LAYERS[operation.kind](operation)
        lines.append(_NcnnLayer(type, operation.name, operation.inputs, (operation.name,), params))
        weights += [each if isinstance(each, bytes) else each.astype("<f4").tobytes() for each in numbers]
    lines = _with_splits(lines)
    blobs = sum(len(line.outputs) for line in lines)
    text = [str(MAGIC), f"{len(lines)} {blobs}"]
    for line in lines:
        counts = f"{len(line.inputs)} {len(line.outputs)}"
        text.append(
            " ".join((line.type, line.name, counts, *line.inputs, *line.outputs, line.params)).rstrip()
        )
    overwritten = {name for each in written if each.kind in IN_PLACE for name in each.inputs}
    return NcnnFiles("\n".join(text) + "\n", b"".join(weights), frozenset(overwritten.intersection(inputs)))


def _with_activations(operations: Sequence[Operation]) -> list[Operation]:
    """Return operations with activations in the convolution before them where nobody else needs its result."""
    uses = Counter(name for operation in operations for name in operation.inputs)
    found: list[Operation] = []
    for operation in operations:
        before = found[-1] if found else None
        if (
            before
            and operation.kind == "leaky_relu"
            and operation.inputs == (before.name,)
            and before.kind in ("conv", "transposed_conv")
            and uses[before.name] == 1
        ):
            numbers = {**before.numbers, "slope": operation.numbers["slope"]}
            found[-1] = Operation(before.kind, operation.name, before.inputs, before.weights, numbers)
        else:
            found.append(operation)
    return found


def _with_splits(lines: Sequence[_NcnnLayer]) -> list[_NcnnLayer]:
    """Return layers each of whose results has one user, as ncnn wants it: others are split first."""
    uses = Counter(name for line in lines for name in line.inputs)
    taken: Counter[str] = Counter()
    found: list[_NcnnLayer] = []
    for line in lines:
        inputs = []
        for name in line.inputs:
            inputs.append(f"{name}_{taken[name]}" if uses[name] > 1 else name)
            taken[name] += 1
        found.append(line._replace(inputs=tuple(inputs)))
        for name in line.outputs:
            if uses[name] > 1:
                parts = tuple(f"{name}_{i}" for i in range(uses[name]))
                found.append(_NcnnLayer("Split", f"{name}_split", (name,), parts))
    return found


Written = tuple[str, str, list[Array | bytes]]
"""ncnn's name of a layer, its parameters, and the numbers that belong to it."""


def _activation(operation: Operation) -> str:
    slope = operation.numbers.get("slope")
    if slope is None:
        return ""
    return f" 9={RELU}" if slope == 0 else f" 9={LEAKY_RELU} -23310=1,{slope!r}"


def _convolution(operation: Operation) -> Written:
    weight, bias = operation.weights["weight"], operation.weights.get("bias")
    is_transposed = operation.kind == "transposed_conv"
    if is_transposed:
        weight = weight.transpose(1, 0, 2, 3)
    side, padding, stride = (
        weight.shape[-1],
        *(int(operation.numbers[name]) for name in ("padding", "stride")),
    )
    params = (
        f"0={len(weight)} 1={side} 3={stride} 4={padding} 5={int(bias is not None)} 6={weight.size}"
        f"{_activation(operation)}{WITHOUT_MATRIX if is_direct(operation) else ''}"
    )
    numbers: list[Array | bytes] = [RAW, weight, *([] if bias is None else [bias])]
    if operation.groups > 1:
        return "ConvolutionDepthWise", f"{params} 7={operation.groups}", numbers
    return "Deconvolution" if is_transposed else "Convolution", params, numbers


def is_direct(operation: Operation) -> bool:
    """Return whether a convolution is computed without a matrix of what every pixel sees.

    For a few channels that is faster (9 × 9, 64 -> 4 channels: 28 ms instead of 35), and saves all its memory.
    """
    outputs, _, side, _ = operation.weights["weight"].shape
    return operation.kind == "conv" and operation.groups == 1 and side > 3 and outputs <= FEW


def _ends(operation: Operation, first: int) -> str:
    """Return pixels at the four ends as parameters, of which the first has this number."""
    names = ("top", "bottom", "left", "right")
    return " ".join(f"{first + i}={int(operation.numbers[name])}" for i, name in enumerate(names))


def _crop(operation: Operation) -> str:
    top, bottom, left, right = (int(operation.numbers[name]) for name in ("top", "bottom", "left", "right"))
    return f"0={left} 1={top} 3=-233 4=-233 5=-233 6={right} 7={bottom}"


def _slice(operation: Operation) -> str:
    start, stop = (int(operation.numbers[name]) for name in ("start", "stop"))
    return f"2={start} 3=-233 4=-233 5={stop - start}"


def _affine(operation: Operation) -> Written:
    weight, bias = operation.weights["weight"], operation.weights["bias"]
    return "Scale", f"0={weight.size} 1=1", [weight, bias]


def _add(operation: Operation) -> Written:
    factor = operation.numbers["factor"]
    if factor == 1:
        return "BinaryOp", "0=0", []
    return "Eltwise", f"0=1 -23301=2,1.0,{factor!r}", []


def _prelu(operation: Operation) -> Written:
    return "PReLU", f"0={operation.weights['weight'].size}", [operation.weights["weight"]]


def _resize(type: int) -> Callable[[Operation], Written]:
    def write(operation: Operation) -> Written:
        factor = float(operation.factor)
        return "Interp", f"0={type} 1={factor!r} 2={factor!r}", []

    return write


LAYERS: dict[str, Callable[[Operation], Written]] = {
    "conv": _convolution,
    "transposed_conv": _convolution,
    "affine": _affine,
    "leaky_relu": lambda operation: ("ReLU", f"0={operation.numbers['slope']!r}", []),
    "prelu": _prelu,
    "clamp": lambda operation: (
        "Clip",
        f"0={operation.numbers['low']!r} 1={operation.numbers['high']!r}",
        [],
    ),
    "tanh": lambda operation: ("TanH", "", []),
    "sigmoid": lambda operation: ("Sigmoid", "", []),
    "silu": lambda operation: ("Swish", "", []),
    "gelu": lambda operation: ("GELU", "0=0", []),
    "mish": lambda operation: ("Mish", "", []),
    "multiply": lambda operation: ("BinaryOp", f"0=2 1=1 2={operation.numbers['number']!r}", []),
    "offset": lambda operation: ("BinaryOp", f"0=0 1=1 2={operation.numbers['number']!r}", []),
    "add": _add,
    "product": lambda operation: ("BinaryOp", "0=2", []),
    "concat": lambda operation: ("Concat", "0=0", []),
    "slice": lambda operation: ("Crop", _slice(operation), []),
    "shuffle": lambda operation: ("PixelShuffle", f"0={operation.factor}", []),
    "space_to_depth": lambda operation: ("Reorg", f"0={operation.factor}", []),
    "nearest": _resize(1),
    "bilinear": _resize(2),
    "bicubic": _resize(3),
    "pad": lambda operation: ("Padding", _ends(operation, 0), []),
    "crop": lambda operation: ("Crop", _crop(operation), []),
    "max_pool": lambda operation: ("Pooling", f"0=0 1={operation.factor} 2={operation.factor} 5=1", []),
}
"""How each kind of operation is written."""
