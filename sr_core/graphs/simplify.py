"""Folds into convolutions what is linear and stands right behind them, and writes layers as faster ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from .network_graph import Array, Operation


def simplify(operations: Sequence[Operation]) -> list[Operation]:
    """Return operations that give the same result, fewer of them.

    Batch normalisation, factors and offsets go into the convolution before them, and a factor into the addition behind
    it. A transposed convolution becomes a convolution and a pixel shuffle, and an activation goes before the shuffle
    ahead of it, to the convolution there. The last operation keeps its name.
    """
    found: list[Operation] = []
    uses = Counter(name for operation in operations for name in operation.inputs)
    for operation in (known for each in operations for known in _rewrite(each)):
        place = next((i for i, before in enumerate(found) if before.name == operation.inputs[0]), None)
        before = None if place is None else found[place]
        # What else needs the result before, needs it as it is.
        alone = before is not None and uses[before.name] == 1
        merged = _merge(before, operation) if before is not None and alone else None
        if place is not None and merged:
            del found[place]
            found += merged
            continue
        found.append(_absorb_factor(operation, found, uses))
    return found


def _rewrite(operation: Operation) -> list[Operation]:
    """Return an operation in the form that the others here know."""
    numbers = operation.numbers
    if operation.kind == "normalize":
        weights = {role: value.astype(np.float64) for role, value in operation.weights.items()}
        scale = weights["weight"] / np.sqrt(weights["var"] + numbers["eps"])
        bias = weights["bias"] - weights["mean"] * scale
        return [replace(operation, kind="affine", weights={"weight": scale, "bias": bias}, numbers={})]
    if operation.kind == "prelu" and operation.weights["weight"].size == 1:
        slope = float(operation.weights["weight"].reshape(()))
        return [replace(operation, kind="leaky_relu", weights={}, numbers={"slope": slope})]
    if operation.kind == "transposed_conv":
        side = operation.weights["weight"].shape[-1]
        if side == numbers["stride"] + 2 * numbers["padding"]:  # otherwise it loses pixels at the ends
            return _shuffle_instead(operation)
    return [operation]


def _shuffle_instead(operation: Operation) -> list[Operation]:
    """Return a transposed convolution as a convolution, whose channels are pixels of the result, and a shuffle."""
    weight = operation.weights["weight"]  # (i, o, k, k)
    inputs, outputs, side, _ = weight.shape
    stride, padding = int(operation.numbers["stride"]), int(operation.numbers["padding"])
    # Pixel q stride + r of the result gets tap r + padding − d stride of pixel q + d.
    reach = max((side - 1 - padding) // stride, (stride - 1 + padding) // stride)
    wide = np.zeros((outputs, stride, stride, inputs, 2 * reach + 1, 2 * reach + 1), weight.dtype)
    taps = [
        (phase, offset + reach, tap)
        for phase in range(stride)
        for offset in range(-reach, reach + 1)
        if 0 <= (tap := phase + padding - offset * stride) < side
    ]
    for row, down, tap_row in taps:
        for col, right, tap_col in taps:
            wide[:, row, col, :, down, right] = weight[:, :, tap_row, tap_col].T
    weights = {"weight": wide.reshape(-1, *wide.shape[3:])}
    if "bias" in operation.weights:
        weights["bias"] = operation.weights["bias"].repeat(stride**2)
    conv = Operation(
        "conv", operation.name + "_conv", operation.inputs, weights, {"padding": reach, "stride": 1}
    )
    return [conv, Operation("shuffle", operation.name, (conv.name,), {}, {"factor": stride})]


def _merge(before: Operation, operation: Operation) -> list[Operation] | None:
    """Return what does the work of both, the last under the name of the second; none if nothing does."""
    if before.kind == "shuffle" and operation.kind == "leaky_relu":
        active = replace(operation, name=before.name + "_active", inputs=before.inputs)
        return [active, replace(before, name=operation.name, inputs=(active.name,))]
    if before.kind not in ("conv", "transposed_conv") or operation.kind not in (
        "affine",
        "multiply",
        "offset",
    ):
        return None
    axis = 0 if before.kind == "conv" else 1
    weight = before.weights["weight"].astype(np.float64)
    count = weight.shape[axis]
    bias = before.weights.get("bias", np.zeros(count, np.float32)).astype(np.float64)
    scale, shift = np.ones(count), np.zeros(count)
    if operation.kind == "affine":
        scale, shift = (operation.weights[role].astype(np.float64) for role in ("weight", "bias"))
    elif operation.kind == "multiply":
        scale = scale * operation.numbers["number"]
    else:
        shift = shift + operation.numbers["number"]
    along = [1] * 4
    along[axis] = count
    weights: dict[str, Array] = {"weight": weight * scale.reshape(along), "bias": bias * scale + shift}
    return [replace(before, name=operation.name, weights=weights)]


def _absorb_factor(operation: Operation, found: list[Operation], uses: Counter[str]) -> Operation:
    """Return an addition with the factor of what it adds, which is then no operation of its own any more."""
    if operation.kind != "add":
        return operation
    first, second = operation.inputs
    for mine, other in ((second, first), (first, second)):
        place = next((i for i, each in enumerate(found) if each.name == mine), None)
        if (
            place is None
            or found[place].kind != "multiply"
            or uses[mine] > 1
            or operation.numbers["factor"] != 1
        ):
            continue
        factor = found.pop(place)
        return replace(
            operation, inputs=(other, *factor.inputs), numbers={"factor": factor.numbers["number"]}
        )
    return operation
